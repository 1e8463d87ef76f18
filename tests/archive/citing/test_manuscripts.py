"""Quotations with their references in a manuscript."""

from archive.citing.manuscripts import QuotedEntry, markdown, plain_text
from archive.citing.styled import Look, Styled

WORDS = (Styled("“The ferry_man"), Styled("3", Look.MARK), Styled(" *waits*.”"))
REFERENCE = (
    Styled("Hong, "),
    Styled("Ferries [2nd]", Look.ITALIC),
    Styled(", "),
    Styled("https://example.org/p/a_b", Look.LINK),
    Styled("."),
)
ENTRIES = [QuotedEntry(WORDS, REFERENCE, ("Status: op-ed",)), QuotedEntry((), (Styled("[x: gone]"),))]


def test_a_plain_text_has_a_paragraph_for_each() -> None:
    assert plain_text("Rivers", ENTRIES) == (
        "Rivers\n\n“The ferry_man3 *waits*.” Hong, Ferries [2nd], https://example.org/p/a_b.\n"
        "Status: op-ed\n\n[x: gone]\n"
    )


def test_markdown_numbers_them_and_takes_no_letter_for_a_sign() -> None:
    assert markdown("Rivers #1", ENTRIES) == (
        "# Rivers \\#1\n\n"
        "1. “The ferry\\_man<sup>3</sup> \\*waits\\*.” Hong, *Ferries \\[2nd\\]*, <https://example.org/p/a_b>.  \n"
        "   Status: op-ed\n\n"
        "2. \\[x: gone\\]\n"
    )


def test_nothing_is_an_empty_line() -> None:
    assert plain_text("", []) == markdown("", []) == "\n"
