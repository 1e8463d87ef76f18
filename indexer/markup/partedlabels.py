"""Where does the label of a typed note stand apart from it? In a list of terms, or in the first column of a table.

Or it stands too near to what announces it: "[주석] 1) …", which is parted here.

What is joined here is only looked at: where no notes are found in it, the page is read as it stands.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from indexer.markup.elements import Element, ElementRole, shifted

LABEL = re.compile(r"\[?(?:각주|주)?\s?(?:\d{1,3}|[*†‡]{1,3})[\]).:]{1,2}|[*†‡]{1,3}")
ANNOUNCED = re.compile(r"([<\[【(]\s?(?:각\s?주|미\s?주|주\s?석|주)\s?[>\]】)](?:\s?[:：])?)\s*(?=[\[(]?\d{1,3}[\]).])")


def joined_labels(elements: Sequence[Element], rules: Container[int]) -> tuple[list[Element], set[int]] | None:
    """The elements with labels that stand apart set before their notes, and where rules stand; None without any."""
    joined: list[Element] = []
    moved: set[int] = set()
    skip = False
    for at, element in enumerate(elements):
        if skip:
            skip = False
            continue
        if at in rules:
            moved.add(len(joined))
        following = elements[at + 1] if at + 1 < len(elements) else None
        if following is not None and _is_label(element) and following.role is ElementRole.PARAGRAPH:
            marks = shifted(following.marks, len(element.text) + 1)
            joined.append(replace(following, text=f"{element.text} {following.text}", marks=marks))
            skip = True
        elif rows := list(_rows(element)):
            joined += rows
        elif element.role is ElementRole.PARAGRAPH and (head := ANNOUNCED.match(element.text)):
            joined.append(Element(ElementRole.PARAGRAPH, head[1]))
            joined.append(replace(element, text=element.text[head.end() :], marks=shifted(element.marks, -head.end())))
        else:
            joined.append(element)
    return (joined, moved) if len(joined) != len(elements) else None


def _is_label(element: Element) -> bool:
    return element.role is ElementRole.PARAGRAPH and not element.marks and LABEL.fullmatch(element.text) is not None


def _rows(table: Element) -> Iterator[Element]:
    """A table of two columns, the first of labels, row by row; nothing of any other."""
    if table.role is not ElementRole.TABLE or table.heads or len(table.rows) < 2:
        return
    if all(len(row) == 2 and row[1].text and LABEL.fullmatch(row[0].text) for row in table.rows):
        yield from (Element(ElementRole.PARAGRAPH, f"{row[0].text} {row[1].text}") for row in table.rows)
