"""How is a date written in a reference? As exactly as it is known, in the custom of the form."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_parts(iso: str | None) -> tuple[int, ...]:
    """Year, month and day of a date, so far as it has them; none of what is no date."""
    parts = (iso or "").split("-")
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return ()
    numbers = tuple(map(int, parts))
    try:
        date(*(*numbers, 1, 1)[:3])
    except ValueError:
        return ()
    return numbers


def korean_date(iso: str) -> str:
    """2025. 3. 24., 2025. 3., 2025: a date in numbers keeps all its points. Source: 한글 맞춤법 부록, 문장 부호 1."""
    parts = date_parts(iso)
    if not parts:
        return iso
    return " ".join(f"{part}." for part in parts) if len(parts) > 1 else str(parts[0])


def american_date(iso: str) -> str:
    """March 24, 2025; March 2025; 2025. Source: The Chicago Manual of Style (17th ed.), 6.38."""
    parts = date_parts(iso)
    if not parts:
        return iso
    year, month = str(parts[0]), MONTHS[parts[1] - 1] if len(parts) > 1 else ""
    return f"{month} {parts[2]}, {year}" if len(parts) == 3 else f"{month} {year}".strip()


def apa_date(iso: str) -> str:
    """2025, March 24; 2025, March; 2025. Source: Publication Manual of the APA (7th ed.), 9.14."""
    parts = date_parts(iso)
    if not parts:
        return iso
    rest = " ".join([MONTHS[parts[1] - 1], *map(str, parts[2:])]) if len(parts) > 1 else ""
    return f"{parts[0]}, {rest}" if rest else str(parts[0])


def year_of(iso: str | None) -> str | None:
    """The year alone; what is no date as it is."""
    parts = date_parts(iso)
    return str(parts[0]) if parts else iso
