"""Which lines are the contents of a document? What a style says, what stands under 목차, what leads to page after page.

A tab and a figure at the end of one line may be a table that was typed: such lines are contents only in a row, with
pages that never go back. The text says again what the contents say, so they are kept as running heads are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from unicodedata import normalize

from indexer.lines import ends_sentence
from indexer.readers.office.seen import Seen, letters_of

CONTENTS = re.compile(r"목차|차례|순서|contents|tableofcontents")
BY = 60  # elements within which the contents begin
LONGEST = 120  # letters of one line of them
FEWEST = 3  # lines in a row that lead to pages
GAP = 4  # lines without a page between two of the contents: chapters that only head others
_PAGE = re.compile(r"(\d{1,3})\W*$")


def with_contents(seen: Sequence[Seen]) -> list[Seen]:
    """What is seen, with the lines of contents known."""
    listed = {at for at, one in enumerate(seen) if one.listed and not _runs_on(one)}
    listed.update(_under_heading(seen))
    listed.update(at for run in _runs(seen) for at in run)
    return [replace(one, contents=one.contents or at in listed, listed=at in listed) for at, one in enumerate(seen)]


def _runs_on(one: Seen) -> bool:
    """Whether this is a text, whatever its style is called."""
    return len(one.element.text) > LONGEST and ends_sentence(one.element.text)


def _under_heading(seen: Sequence[Seen]) -> range:
    """The lines under 목차, up to where the text begins with the first of them, or up to the last that has a page."""
    heads = [at for at, one in enumerate(seen[:BY]) if is_contents_heading(one)]
    if not heads:
        return range(0)
    start = next((at for at in range(heads[0] + 1, len(seen)) if not is_contents_heading(seen[at])), len(seen))
    first = _entry(seen[start]) if start < len(seen) else ""
    again = next((at for at in range(start + 1, len(seen)) if first and _entry(seen[at]) == first), start)
    paged = [at for at in range(start, again) if seen[at].contents]
    for end in (paged[-1] + 1 if paged else again, _last_page(seen, start) + 1):
        if end > start and all(_may_be_line(one) for one in seen[start:end]):
            return range(start, end)
    return range(0)


def is_contents_heading(one: Seen) -> bool:
    """Whether it says 목차 and nothing else."""
    return CONTENTS.fullmatch(letters_of(one.element.text)) is not None


def _may_be_line(one: Seen) -> bool:
    text = one.element.text
    return len(text) <= LONGEST and not one.element.rows and (one.contents or not ends_sentence(text))


def _entry(one: Seen) -> str:
    """What a line of contents, or a heading, says, without the number of a page; Ⅰ and I are one."""
    text = letters_of(normalize("NFKC", f"{one.element.marker or ''}{one.element.text}"))
    return text.rstrip("0123456789") if one.contents else text


def _last_page(seen: Sequence[Seen], start: int) -> int:
    """The last line that leads to a page, of those that follow each other closely from here."""
    last = start - 1
    for at in range(start, len(seen)):
        if at - last > GAP + 1:
            break
        last = at if seen[at].contents else last
    return last


def _runs(seen: Sequence[Seen]) -> Iterator[range]:
    """Lines that lead to pages, one right after the other, and never back."""
    start = 0
    for at in range(len(seen) + 1):
        if at == len(seen) or not seen[at].contents:
            pages = [int(found[1]) for one in seen[start:at] if (found := _PAGE.search(one.element.text))]
            if len(pages) >= FEWEST and all(a <= b for a, b in pairwise(pages)) and pages[0] < pages[-1]:
                yield range(start, at)
            start = at + 1
