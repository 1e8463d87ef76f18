"""A list of addresses: each keeps its place, whatever became of it."""

from pathlib import Path

import pytest

from archive.citing import REFERENCE_FORMS
from archive.citing.styled import text_of
from archive.history import excerpt_words, listed_address, quoted_entry, refer_to
from archive.history.quotation import quote
from archive.settings import Settings
from archive.store import Store

PARAGRAPH, NOTE = "pkmkw-75m68", "9s3dm-82pd9"


def test_what_is_pasted_is_known_by_its_address(samples: Store) -> None:
    assert listed_address(samples, f"https://example.org/p/{PARAGRAPH.upper()}?lang=en").address == PARAGRAPH
    assert listed_address(samples, "pkmkw").address == "pkmkw"


def test_quoted_words_belong_to_the_address(samples: Store) -> None:
    words = excerpt_words(listed_address(samples, PARAGRAPH).excerpt)[0].text  # type: ignore[arg-type]
    printed = f"{PARAGRAPH}?q={quote([words], 0, 5)}"
    listed = listed_address(samples, printed)
    assert listed.address == printed and listed.excerpt is not None
    (passage,) = excerpt_words(listed.excerpt)
    assert passage.text[slice(*passage.span)] == words[:5]


@pytest.mark.parametrize("printed, known", [("pkmkw-75m69", False), ("?", False), (f"{PARAGRAPH}?q=0-2~aaaaa", True)])
def test_what_cannot_be_cited_keeps_its_place(samples: Store, printed: str, known: bool) -> None:
    listed = listed_address(samples, printed)
    assert (listed.resolution is not None, listed.excerpt) == (known, None)
    assert listed.address == (PARAGRAPH if known else printed)


def test_words_and_reference_stand_as_in_a_manuscript(samples: Store, home: Path) -> None:
    cited = listed_address(samples, PARAGRAPH).excerpt
    assert cited is not None
    reference = refer_to(cited, Settings(home, "https://example.org"), "2026-01-02")
    entry = quoted_entry(cited, reference, REFERENCE_FORMS[0], as_printed=True)
    assert text_of(entry.words).endswith(" [원문대로]”")
    assert f"https://example.org/p/{PARAGRAPH}(검색일: 2026. 1. 2.)" in text_of(entry.reference)
    assert entry.remarks == ("성격: op-ed", "처음 실린 곳: 예시신문, 9월 15일")
    assert quoted_entry(cited, reference, REFERENCE_FORMS[0], words=False).words == ()
