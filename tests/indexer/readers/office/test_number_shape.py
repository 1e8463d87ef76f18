"""A note is numbered in the format of its section; its label is the number without the signs beside it."""

import pytest

from indexer.readers.office.number_shape import NumberShape


@pytest.mark.parametrize(
    ("shape", "number", "label", "printed"),
    [
        (NumberShape(after=")"), 3, "3", "3)"),
        (NumberShape("ROMAN_SMALL", "(", ")"), 4, "iv", "(iv)"),
        (NumberShape("USER_CHAR", user="*"), 2, "**", "**"),
        (NumberShape("SYMBOL"), 2, "†", "†"),
        (NumberShape("SYMBOL"), 5, "**", "**"),
        (NumberShape("USER_CHAR", user="*"), 10**6, "*" * 20, "*" * 20),
    ],
)
def test_a_number_and_the_signs_beside_it(shape: NumberShape, number: int, label: str, printed: str) -> None:
    assert (shape.label(number), shape.printed(number)) == (label, printed)
