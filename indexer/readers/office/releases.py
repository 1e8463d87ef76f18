"""When was this published? A press release says it in the form at its title, a rule in the lines of its changes.

Only a cell, or the rest of a line, that begins with a date right after a label counts, and only at the title.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.lines import date_line
from indexer.markup import Element, ElementRole
from indexer.readers.office.seen import Seen
from indexer.structure import RELEASE_LABELS

NAME = "citation_publication_date"
LABELS = (*RELEASE_LABELS, "결재일자")  # and that of a decision. Source: decisions of the City of Seoul
ABOVE = 8  # elements in which a release has its form
HEAD = 40  # elements in which a rule says when it was changed
BELOW = 1  # elements of these below the title: some ministries print the form under it
# The days on which a rule was made and changed, a line each under its title: 제정 2010. 11. 5., 전면개정 2018. 4. 19.
# Source: rules of companies and public bodies.
_REVISED = re.compile(
    r"(?:제정|(?:전면|전부|일부)?\s?개정)\s*[:：]?\s*(\d{4}\s?\.\s?\d{1,2}\s?\.\s?\d{1,2}\.?)(?:\s?\(.*\))?"
)
REVISIONS = 2  # of such lines; a single one may be of anything
# 보도시점: (온라인) 2025. 12. 2.(화) 16:00, (지면) 12. 3. 조간: the earlier one stands first
_DATE = re.compile(
    r"\s*[:：]?\s*(?:\((?:온라인|인터넷|방송|통신|지\s*면)[^()]{0,6}\)\s*)?[’']?((?:\d{4}|\d\d)\s?[.년]\s?\d{1,2}\s?[.월]\s?\d{1,2}\s?[.일]?)"
)


def release_date(seen: Sequence[Seen]) -> Iterator[Element]:
    """The date that a form says, as catalogue data."""
    title = next((at for at, one in enumerate(seen) if one.element.role is ElementRole.TITLE), ABOVE)
    head = seen[: min(title + BELOW + 1, ABOVE)]
    found = dict(reversed([pair for one in head for pair in _labelled(one.element)]))
    printed = next((found[label] for label in LABELS if label in found), None)
    if printed is not None:
        yield Element(ElementRole.META, printed, name=NAME)


def revision_date(seen: Sequence[Seen]) -> Iterator[Element]:
    """The day on which a rule was changed last, as catalogue data."""
    lines = (_REVISED.fullmatch(one.element.text) for one in seen[:HEAD])
    days = [day for line in lines if line and (day := date_line(line[1]))]
    if len(days) >= REVISIONS:
        yield Element(ElementRole.META, max(days), name=NAME)


def _labelled(element: Element) -> Iterator[tuple[str, str]]:
    """The dates of an element, each with its label."""
    for row in element.rows:
        for before, cell in pairwise(row):
            yield from _dated("".join(before.text.split()), cell.text)
    for label in LABELS:
        if element.text.startswith(label):
            yield from _dated(label, element.text[len(label) :])


def _dated(label: str, text: str) -> Iterator[tuple[str, str]]:
    printed = _DATE.match(text)
    if label in LABELS and printed is not None and (date := date_line(printed[1])):
        yield label, date
