"""What a row of a table says in one line."""

import pytest

from archive.model import Row


@pytest.mark.parametrize(
    "cells, text",
    [
        (("봄", "소금\n열 섬"), "봄\t소금\n열 섬"),
        (("가을", "", "쌀 두 섬"), "가을\t쌀 두 섬"),
        (("", ""), ""),
        ((), ""),
    ],
)
def test_a_row_is_its_filled_cells_parted_by_tabs(cells: tuple[str, ...], text: str) -> None:
    assert Row(cells, (1, 1)).text == text
