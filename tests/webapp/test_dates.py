"""A date is written exactly as far as it is known."""

from webapp.dates import format_date


def test_dates_are_written_as_far_as_they_are_known() -> None:
    written = [(format_date(iso, "ko"), format_date(iso, "en")) for iso in ("2025-03-24", "2024-10", "2024", "봄")]
    assert written == [("2025. 3. 24.", "24 March 2025"), ("2024. 10.", "October 2024"), ("2024", "2024"), ("봄", "봄")]
