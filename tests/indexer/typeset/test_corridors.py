"""Two texts side by side without a box between them are said, and what is meant to be read across is not."""

from collections.abc import Sequence

from indexer.typeset.columns import as_column, find_rows
from indexer.typeset.corridors import doubtful_pages
from indexer.typeset.lines import find_runs, find_words
from tests.indexer.typeset.press import SPACING, Sheet

SOURCE = ("begin the harbour", "list of ledgers", "paper and ink", "end the harbour", "print the pier")
PRINTED = ("A harbour of paper", "and of ink, which", "the ledgers list", "ends at the pier", "of the harbour")


def pages(lefts: Sequence[str], rights: Sequence[str], x: float = 320) -> list[int]:
    sheet = Sheet()
    for n, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        sheet.put(left, 70, 100 + 16 * n)
        sheet.put(right, x, 100 + 16 * n)
    return doubtful_pages([as_column(find_rows(find_words(find_runs(sheet.glyphs), 1, SPACING), []))])


def test_words_on_both_sides_of_a_white_corridor_are_said() -> None:
    assert pages(SOURCE, PRINTED) == [1]
    assert pages(SOURCE[:3], PRINTED[:3]) == []


def test_labels_and_figures_are_meant_to_be_read_across() -> None:
    assert pages([f"harbour{n}" for n in range(5)], PRINTED) == []
    assert pages(SOURCE, [f"{n} 1,234 5,678" for n in range(5)]) == []


def test_a_list_of_contents_is_none() -> None:
    assert pages([f"{line} ........................" for line in SOURCE], [f"{n}" for n in range(5)]) == []


def test_lines_without_white_in_them_are_text() -> None:
    assert pages([f"{left} {right}" for left, right in zip(SOURCE, PRINTED, strict=True)], [""] * 5) == []
