"""What is this official letter about, and when was it sent? Its form says both, beside labels of its own.

Source: 행정업무의 운영 및 혁신에 관한 규정 시행규칙, form 1. Above the text stand 수신 and 제목; below it 시행, the
number of the letter and its date in brackets. Only what has both labels above is such a letter.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.lines import date_line
from indexer.markup import Element, ElementRole
from indexer.readers.office.seen import Seen, letters_of

HEAD = 12  # elements in which its form stands
TO, ABOUT = ("수신", "수신자"), "제목"
_LINE = re.compile(r"(수\s*신(?:\s*자)?|제\s*목)\s+(\S.*)")
_SENT = re.compile(r"\s*시\s*행\s[^()]{1,40}\(\s*(\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?)\s*\)")


def letter_data(seen: Sequence[Seen]) -> Iterator[Element]:
    """The title and the date of a letter, as catalogue data."""
    found = dict(reversed([pair for one in seen[:HEAD] for pair in _labelled(one.element)]))
    if ABOUT not in found or not any(label in found for label in TO):
        return
    yield Element(ElementRole.META, found[ABOUT], name="citation_title")
    rows = (" ".join(cell.text for cell in row) for one in seen for row in one.element.rows)
    sent = (day[1] for text in (*rows, *(one.element.text for one in seen)) if (day := _SENT.match(text)))
    if (date := next((iso for day in sent if (iso := date_line(day))), None)) is not None:
        yield Element(ElementRole.META, date, name="citation_publication_date")


def _labelled(element: Element) -> Iterator[tuple[str, str]]:
    """What an element says beside labels: in the next cell, or behind one on its line."""
    for row in element.rows:
        for before, cell in pairwise(row):
            if cell.text and (label := letters_of(before.text)):
                yield label, " ".join(cell.text.split())
    if line := _LINE.fullmatch(element.text):
        yield letters_of(line[1]), line[2]
