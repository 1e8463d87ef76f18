"""How do the elements of a document say which notes their marks call? With keys of the notes.

A mark that calls none, and that its page explains in its own text (the remark of a table, an affiliation) or that may
be a power, is text again.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from indexer.markup import LINE_ENDS, Element, ElementRole, MarkupReference
from indexer.typeset.marks import IN_TABLE, MAYBE_POWER, SURE, PlacedMark, PlacedNote, bind_by_page
from indexer.typeset.powers import may_be_power, raised

# What explains a sign in the text of its page: * 잠정치, ** p<0.01; * 기준: 2020년 | ** 추정: 2021년.
EXPLAINED = re.compile(r"\s*([*＊†‡§]{1,3})(?![*＊†‡§])\s?\S")
INSIDE = re.compile(r"(?<![*＊†‡§])([*＊†‡§]{1,3})(?=\s?(?:[:：]|p\s?[<≤]))")


def bound(body: Sequence[Element], notes: Sequence[Element], listed: Sequence[Element] = ()) -> list[Element]:
    """The body with its marks bound, and the notes: those of its pages, and those listed behind the text."""
    marks = [mark for element in body for mark in _placed(element)]
    called = bind_by_page(marks, *([_note(note) for note in found] for found in (notes, listed)))
    every = [*notes, *listed]
    keys = iter([every[note].key if note is not None else None for note in called])
    explained = _explained(body)
    return [*(_with_keys(element, keys, explained) for element in body), *every]


def _note(note: Element) -> PlacedNote:
    return PlacedNote(frozenset((note.label or "").split(",")), note.pages[0])


def _placed(element: Element) -> Iterator[PlacedMark]:
    """The marks of an element, those of a table row by row."""
    for mark in element.marks:
        doubt = MAYBE_POWER if _may_be_power(mark, element.text[: mark.offset]) else SURE
        yield PlacedMark(mark.label, _page(element, mark), doubt)
    for page, row in zip(element.pages, element.rows, strict=bool(element.rows)):
        yield from (PlacedMark(mark.label, page, IN_TABLE) for cell in row for mark in cell.marks)


def _explained(body: Sequence[Element]) -> Mapping[int, Set[str]]:
    """The labels that a page explains in its text: signs of remarks, and on the first page affiliations."""
    found: dict[int, set[str]] = defaultdict(set)
    for element in body:
        if element.role is ElementRole.TABLE or not element.pages:
            continue
        page = element.pages[0]
        found[page].update(mark.label for mark in element.marks if mark.offset == 0)
        found[page].update(EXPLAINED.findall(f"{element.marker or ''} {element.text}"[:9]))
        found[page].update(INSIDE.findall(element.text))
    return {page: {label for label in labels if page == 1 or not label.isdecimal()} for page, labels in found.items()}


def _with_keys(element: Element, keys: Iterator[str | None], explained: Mapping[int, Set[str]]) -> Element:
    """An element whose marks know their notes."""
    said = [explained.get(_page(element, mark), frozenset[str]()) for mark in element.marks]
    text, marks = _settled(element.text, element.marks, keys, said)
    if not element.rows:
        return replace(element, text=text, marks=marks)
    rows = []
    for page, row in zip(element.pages, element.rows, strict=True):
        on_page = explained.get(page, frozenset[str]())
        settled = [_settled(cell.text, cell.marks, keys, [on_page] * len(cell.marks)) for cell in row]
        rows.append(tuple(replace(cell, text=t, marks=m) for cell, (t, m) in zip(row, settled, strict=True)))
    return replace(element, text=text, marks=marks, rows=tuple(rows))


def _settled(
    text: str, marks: Sequence[MarkupReference], keys: Iterator[str | None], explained: Sequence[Set[str]]
) -> tuple[str, tuple[MarkupReference, ...]]:
    """A text with its marks and the keys of their notes; those that are none put back into it."""
    kept: list[MarkupReference] = []
    grown = 0
    for mark, said in zip(marks, explained, strict=True):
        key, at = next(keys), mark.offset + grown
        if key is None and (mark.label in said or _may_be_power(mark, text[:at])):
            text = text[:at] + raised(mark.printed) + text[at:]
            grown += len(mark.printed)
        else:
            kept.append(replace(mark, offset=at, key=key))
    return text, tuple(kept)


def _may_be_power(mark: MarkupReference, before: str) -> bool:
    return mark.formula or may_be_power(before, mark.printed)


def _page(element: Element, mark: MarkupReference) -> int:
    return element.pages[min(len(LINE_ENDS.findall(element.text, 0, mark.offset)), len(element.pages) - 1)]
