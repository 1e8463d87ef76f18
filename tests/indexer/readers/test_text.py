"""Which printed lines does a text file hold? It says nothing of what they are."""

import pytest

from archive.errors import SourceError
from archive.model import Line
from indexer.markup import Extract
from indexer.readers.text import read


def test_a_text_gives_its_lines_with_their_spaces_and_no_elements() -> None:
    data = "두만강 물류 \n\n  다리를 놓는다.\n".encode()
    lines = (Line(1, "두만강 물류 "), Line(2, ""), Line(3, "  다리를 놓는다."))
    assert read(data, "a.txt") == Extract("text/plain", "utf-8", lines)


def test_a_text_without_a_letter_is_refused() -> None:
    with pytest.raises(SourceError, match=r"a\.txt holds no letter"):
        read(b" \n - \n", "a.txt")
