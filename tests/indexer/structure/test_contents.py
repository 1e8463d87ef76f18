"""Which lines are the contents of a document? All lines are invented."""

import pytest

from archive.model import Line
from indexer.lines import text_lines
from indexer.structure.contents import find_contents


def found(text: str) -> list[int]:
    return sorted(find_contents(text_lines([Line(n, line) for n, line in enumerate(text.split("\n"), 1)])))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("물길 ········ 3\n우물 ········ 5\n물길은 길다.", [1, 2]),
        ("목차\n물길 ········ 3\n물길은 길다.", [2]),
        ("목차\n요약 i\n1 물길 3\n1.1 길이 . . . . . 4\n2 우물 9\n물길은 길다.", [2, 3, 4, 5]),
        ("1.1\n물길 . . . . . . . . .\n3\n1.2\n우물 . . . . . . . .\n5\n물길은 길다.", [1, 2, 3, 4, 5, 6]),
        ("물길은 길다.\n물길 ········ 3\n우물은 깊다.", []),
        ("목차\n물길은 길다. 우물은 깊다.", []),
        ("그는 말이 없었다……\n우물은 깊었다……", []),
        ("", []),
    ],
)
def test_leaders_and_what_stands_between_them(text: str, lines: list[int]) -> None:
    assert found(text) == lines
