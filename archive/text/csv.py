"""Would a spreadsheet run this cell as a formula? The one guard for all CSV files, and its way back."""

import re

# A cell that begins so is a formula to a spreadsheet, and one behind spaces to some. Source: OWASP, CSV injection; some
# programs fold full-width forms. An apostrophe before it counts, so that a guarded cell can be told from a printed one.
FORMULA = re.compile(r"'* *[=+\-@\t\r\n＝＋－＠]")


def guard(text: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe makes it text."""
    return f"'{text}" if FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The cell as it was before `guard`."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text
