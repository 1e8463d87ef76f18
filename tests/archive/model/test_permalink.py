"""An address is short, can be read aloud, and a slip in it is an error and never another passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import NotFound
from archive.model.permalink import ALPHABET, Address, mint_document, mint_passage, parse_address, slug

symbols = st.sampled_from(ALPHABET)
documents = st.text(symbols, min_size=5, max_size=5)
passages = st.text(symbols, min_size=4, max_size=4)


@pytest.mark.parametrize("alike", ["e2", "o50", "gz", "bv", "pf", "17il"])
def test_no_two_signs_sound_or_look_alike(alike: str) -> None:
    assert len(set(alike) & set(ALPHABET)) <= 1


@given(documents, passages)
def test_an_address_is_read_back(document: str, passage: str) -> None:
    address = str(Address(document, passage))
    for pasted in (address, address.upper(), f" {address}", f"{address}에서", f"{address}).", f"{address}는"):
        assert parse_address(pasted) == (document, passage)


@given(documents, passages, st.sampled_from(["", " ", "\u2010", "\u2011", "\u2013", "\u2212"]))
def test_an_address_is_read_without_its_hyphen(document: str, passage: str, between: str) -> None:
    address = str(Address(document, passage)).replace("-", between)
    for pasted in (
        address,
        address.upper(),
        f"https://archive.example.org/p/{address}",
        f"{address}는",
        f"{address}@2",
    ):
        assert parse_address(pasted) == (document, passage)
    with pytest.raises(NotFound):
        parse_address(f"{address}w")


@given(documents, passages, st.integers(0, 9), symbols)
def test_one_wrong_symbol_is_an_error(document: str, passage: str, place: int, symbol: str) -> None:
    address = str(Address(document, passage)).replace("-", "")
    slipped = address[:place] + symbol + address[place + 1 :]
    if slipped != address:
        with pytest.raises(NotFound):
            parse_address(slipped[:5] + "-" + slipped[5:])


@given(documents, passages, st.integers(0, 8))
def test_two_swapped_neighbours_are_an_error(document: str, passage: str, place: int) -> None:
    address = str(Address(document, passage)).replace("-", "")
    swapped = address[:place] + address[place + 1] + address[place] + address[place + 2 :]
    if swapped != address:
        with pytest.raises(NotFound):
            parse_address(swapped[:5] + "-" + swapped[5:])


def test_the_same_text_gets_the_same_id_however_it_is_spaced() -> None:
    assert mint_document("북·러 협력은", ()) == mint_document("북러\n협력은 ", ())
    assert mint_document("북러 협력은", ()) != mint_document("북러 협력이", ())


def test_a_text_that_stands_twice_gets_two_ids() -> None:
    first = mint_passage("7k4m2", "note", "Ibid.", set())
    second = mint_passage("7k4m2", "note", "Ibid.", {first})
    assert first != second


@pytest.mark.parametrize("pasted", ["", "북한", "7k4m", "../../etc/passwd", "7k4m2-93xc\0"])
def test_what_is_no_address_is_said_so(pasted: str) -> None:
    with pytest.raises(NotFound):
        parse_address(pasted)


@pytest.mark.parametrize(
    "title, made",
    [
        ("2025년 북러 관계: 전망과 대응", "2025년-북러-관계-전망과-대응"),
        ("КНДР — итоги", "кндр-итоги"),
        ("…", "document"),
        ("가" * 80, "가" * 60),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_slug_is_readable_in_every_script(title: str, made: str) -> None:
    assert slug(title) == made
