"""A link marks exactly the words that were selected, or says that it cannot."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from archive.errors import NotFound
from archive.history.quotation import Quotation, check_of, find_again, parse_quotation, quote, quoted_in
from archive.model.permalink import ALPHABET, Address, mint

TEXTS = st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40), min_size=1, max_size=3)
PLAIN = st.lists(st.text("뱃사공은 다리를A1.", min_size=1, max_size=20), min_size=1, max_size=3)
PASSAGE = "뱃사공은 다리를 탓한다. 다리는 말이 없다."


@st.composite
def selections(draw: st.DrawFn, lists: st.SearchStrategy[list[str]] = TEXTS) -> tuple[list[str], int, int]:
    """Texts that follow each other, a start in the first and an end in the last; something is selected in each."""
    texts = draw(lists)
    start = draw(st.integers(0, len(texts[0]) - 1))
    end = draw(st.integers(start + 1 if len(texts) == 1 else 1, len(texts[-1])))
    return texts, start, end


def words_of(texts: list[str], start: int, end: int) -> str:
    if len(texts) == 1:
        return texts[0][start:end]
    return texts[0][start:] + "".join(texts[1:-1]) + texts[-1][:end]


@given(st.integers(0, 9_999_999), st.integers(0, 9_999_999), st.text(ALPHABET, min_size=5, max_size=5), st.booleans())
def test_what_is_written_is_read(start: int, end: int, check: str, several: bool) -> None:
    to = Address("7k4m2", mint(4, (), check), 3 if start % 2 else None) if several else None
    quotation = Quotation(start, end, check, to)
    for tail in ("", "에서", ").", "”는"):
        assert parse_quotation(f"{quotation}{tail}", f"{to}{tail}" if to else None) == quotation
        assert parse_quotation(str(quotation).upper(), str(to).upper() if to else "") == quotation


@pytest.mark.parametrize("printed", ["", "12", "12-47", "12-47~k3x", "a-b~k3xhd", "12-47~k3xh1", "-12~k3xhd", "북한"])
def test_what_is_no_quotation_is_refused(printed: str) -> None:
    with pytest.raises(NotFound):
        parse_quotation(printed)


@given(selections())
def test_the_selected_words_are_the_quoted_ones(selection: tuple[list[str], int, int]) -> None:
    texts, start, end = selection
    words = words_of(texts, start, end)
    assume(any(unicodedata.category(c)[0] in "LN" for c in words))
    spans = quoted_in(texts, quote(texts, start, end))
    assert spans is not None
    assert "".join(text[slice(*span)] for text, span in zip(texts, spans, strict=True)) == words


@given(selections(), st.data())
def test_one_wrong_letter_among_the_quoted_ones_is_always_noticed(
    selection: tuple[list[str], int, int], data: st.DataObject
) -> None:
    texts, start, end = selection
    quotation = quote(texts, start, end)
    at = data.draw(st.integers(start, (len(texts[0]) if len(texts) > 1 else end) - 1))
    letter = data.draw(st.characters(categories=("L", "N")))
    assume(unicodedata.category(texts[0][at])[0] in "LN" and letter != texts[0][at])
    texts[0] = texts[0][:at] + letter + texts[0][at + 1 :]
    assert quoted_in(texts, quotation) is None


@given(TEXTS, st.integers(0, 200), st.integers(0, 200), st.text(ALPHABET, min_size=5, max_size=5))
def test_any_link_at_all_is_answered(texts: list[str], start: int, end: int, check: str) -> None:
    spans = quoted_in(texts, Quotation(start, end, check))
    assert spans is None or check_of(words_of(texts, start, end)) == check


def test_signs_and_spaces_are_no_part_of_the_check() -> None:
    assert check_of("“다리는 말이 없다.”") == check_of("다리는말이없다")
    assert check_of("다리는 말이 없다") != check_of("말이 다리는 없다")


def test_the_check_is_the_one_that_browsers_make() -> None:
    assert check_of("다리를 탓한다. 𠀀 (2024)") == "ktkhb"


@given(selections(PLAIN))
def test_words_that_stand_once_are_found_again_whatever_became_of_the_spaces(
    selection: tuple[list[str], int, int],
) -> None:
    texts, start, end = selection
    row, words = "".join(map(_bare, texts)), _bare(words_of(texts, start, end))
    once = words != "" and row.find(words) == row.rfind(words)
    assert (find_again(words, texts) is not None) is once


@given(selections())
def test_what_is_found_again_says_the_same(selection: tuple[list[str], int, int]) -> None:
    texts, start, end = selection
    words = words_of(texts, start, end)
    found = find_again(words.replace(" ", ""), texts)
    if found is not None:
        again = "".join(text[slice(*span)] for text, span in zip(texts, found, strict=True) if span)
        assert _bare(again) == _bare(words)


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


@pytest.mark.parametrize(
    "words, texts, spans",
    [
        ("말이 없다", (PASSAGE,), ((18, 23),)),
        ("말이없다", ("그날", PASSAGE), (None, (18, 23))),
        ("다리", (PASSAGE,), None),
        ("나루터", (PASSAGE,), None),
        ("...", (PASSAGE,), None),
        ("탓한다. 다리는", ("뱃사공은 탓한다.", "다리는 말이 없다."), ((5, 8), (0, 3))),
        (unicodedata.normalize("NFD", "말이 없다"), (PASSAGE,), ((18, 23),)),
        ("말이 없다", (unicodedata.normalize("NFD", "말이 없다"),), ((0, 11),)),
    ],
    ids=["once", "elsewhere", "twice", "not", "no letters", "split", "nfd words", "nfd text"],
)
def test_words_are_found_again_by_their_letters_if_they_stand_but_once(
    words: str, texts: tuple[str, ...], spans: tuple[tuple[int, int] | None, ...] | None
) -> None:
    assert find_again(words, texts) == spans


def test_what_stood_around_tells_two_places_apart() -> None:
    assert find_again(
        "다리", ["뱃사공은 다리를탓한다. 다리는 말이 없다."], "뱃사공은 다리를 탓한다. ", "는 말이 없다."
    ) == ((13, 15),)
