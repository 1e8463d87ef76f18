"""What is on the pages of a file and not in its text? Pictures, letters nothing is known of, text at other angles."""

from collections.abc import Iterator, Sequence
from itertools import count, groupby

from archive.model import Problem
from indexer.typeset.page import TypesetPage

FEW = 2  # letters at another angle on a page: one alone is the name of an axis


def left_out(pages: Sequence[TypesetPage]) -> Iterator[Problem]:
    """What a person should know to be missing."""
    if pictures := sum(page.pictures for page in pages):
        yield Problem("pictures-left-out", None, (str(pictures),))
    if unread := sum(page.unreadable > 0 for page in pages):
        yield Problem("letters-unknown", None, (str(unread),))
    if turned := [page.number for page in pages if page.turned >= FEW]:
        yield Problem("turned-text-left-out", None, (ranges(turned),))


def ranges(numbers: Sequence[int]) -> str:
    """Numbers of pages that rise, those that follow each other as a range: 1, 3–5."""
    before = count()
    runs = [list(run) for _, run in groupby(numbers, key=lambda n: n - next(before))]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
