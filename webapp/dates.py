"""How is a date written for this reader? Exactly as far as it is known, in the custom of the language."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def format_date(iso: str, language: str) -> str:
    """2025-03-24 as 2025. 3. 24. or 24 March 2025; 2025-03 as 2025. 3. or March 2025. What is no date stays."""
    parts = iso.split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return iso
    year, month, day = (*map(int, parts), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return iso
    if language == "ko":
        return " ".join(f"{int(part)}." for part in parts) if len(parts) > 1 else str(year)
    return " ".join(
        (*([str(day)] if len(parts) == 3 else []), *([MONTHS[month - 1]] if len(parts) > 1 else []), str(year))
    )
