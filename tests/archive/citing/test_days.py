"""Dates as exact as they are known, in three customs."""

import pytest

from archive.citing.days import american_date, apa_date, date_parts, korean_date, year_of


@pytest.mark.parametrize("iso, parts, korean, american, apa", [
    ("2025-03-24", (2025, 3, 24), "2025. 3. 24.", "March 24, 2025", "2025, March 24"),
    ("2025-03", (2025, 3), "2025. 3.", "March 2025", "2025, March"),
    ("2025", (2025,), "2025", "2025", "2025"),
    ("2025-13", (), "2025-13", "2025-13", "2025-13"),
    ("봄", (), "봄", "봄", "봄"),
])  # fmt: skip
def test_a_date_is_written_as_far_as_it_is_known(
    iso: str, parts: tuple[int, ...], korean: str, american: str, apa: str
) -> None:
    assert (date_parts(iso), korean_date(iso), american_date(iso), apa_date(iso)) == (parts, korean, american, apa)


def test_the_year_alone() -> None:
    assert (year_of("2025-03"), year_of(None), year_of("봄"), date_parts(None)) == ("2025", None, "봄", ())
