"""An address in a note is a link to exactly what the note prints, or none."""

import pytest
from markupsafe import escape

from archive.model import Citation, Note
from webapp.components.note_text import address_spans, note_text

CITED = "이보기, 「뱃삯」, https://example.org/a b?c=1&d=2, (검색일: 2024. 1. 2.)"


@pytest.mark.parametrize(
    "printed, linked",
    [
        ("표는 https://example.org/a/b 참조.", ["https://example.org/a/b"]),
        ("표는 https://example.org/a.", ["https://example.org/a"]),
        ("표는 (http://example.org/a?b=1&c=2); 또 https://example.org/d, 3쪽.",
         ["http://example.org/a?b=1&c=2", "https://example.org/d"]),
        ("〈https://example.org/a〉", ["https://example.org/a"]),
        ("https://example.org/a에서", []),  # where does it end? that isn't known
        ("https://example.org/wiki/나루 보기", []),
        ("https://example.org/a_(b)", []),
        ("javascript:alert(1) https:// www.example.org", []),
    ],
)  # fmt: skip
def test_an_address_is_a_link_where_its_end_is_certain(printed: str, linked: list[str]) -> None:
    note = Note("1", printed, (1, 1))
    assert [printed[start:end] for start, end in address_spans(note)] == linked


def test_of_a_citation_that_has_an_address_only_that_is_one() -> None:
    broken = "https://example.org/a b?c=1&d=2"
    note = Note("1", CITED, (1, 1), citations=(Citation(0, len(CITED), url=broken),))
    assert [CITED[start:end] for start, end in address_spans(note)] == [broken]
    joined = Note("1", CITED, (1, 1), citations=(Citation(0, len(CITED), url=broken.replace(" ", "")),))
    assert address_spans(joined) == []


def test_marks_and_links_cross_and_every_letter_stays() -> None:
    printed = 'a<b "https://example.org/a&b" https://example.org/c d'
    html = note_text(Note("1", printed, (1, 1)), [(2, 12), (36, len(printed))])
    assert html.striptags().replace("\n", "") == escape(printed).unescape()
    assert html.count("<mark>") == html.count("</mark>") == 3
    assert "https:<mark>//example.org/c</mark></a><mark> d</mark>" in html
    assert "<b" not in html
