"""What one word of a query is made of, and what of it must stand in a passage."""

import pytest

from archive.search.term import Correction, Expansion, ExpansionKind, QueryTerm, form_term, quotation_term, word_term
from tests.archive.literal import streams_of

READ = Expansion(ExpansionKind.HANJA, "hanja:교", "교", QueryTerm("교"), 1.0, 0, 1)


def word(text: str) -> QueryTerm:
    streams = streams_of(text)
    return word_term(text, text, streams.word, streams.bigram)


def test_a_korean_word_is_its_morphemes_and_its_bigrams() -> None:
    term = word("교량화물")
    assert term.words == (("교량",), ("화물",))
    assert [place[0] for place in term.bigrams] == ["교량", "량화", "화물"]
    assert (tuple(one.text for one in term.typed), term.parts) == (("교량", "화물"), (0, 1))


def test_a_foreign_word_is_found_by_its_stem_alone() -> None:
    term = word("sanctions")
    assert (term.words, term.bigrams, term.ranking_bigrams) == ((("sanction",),), (), ())


def test_a_quotation_is_its_bigrams_across_spaces_too() -> None:
    term = quotation_term("다리 통행")
    assert (term.exact, term.words, term.label) == (True, (), "“다리 통행”")
    assert term.bigrams == (("다리", "다‿리"), ("리통", "리‿통"), ("통행", "통‿행"))


def test_a_form_is_looked_for_whole() -> None:
    assert form_term("김보람", (("김보람",),)).strict
    assert form_term("Petushkov", (("petushkov",),)).bigrams == ()


def test_two_digits_before_a_year_may_be_a_year_of_this_century() -> None:
    assert word("24년").words[0] == ("24", "2024")


def test_a_lone_syllable_counts_for_nothing_beside_others() -> None:
    term = QueryTerm("북러", words=(("북",), ("러",)))
    assert (term.parts, QueryTerm("북", words=(("북",),)).parts) == ((), (0,))


def test_the_digits_of_a_quantity_do_not_count_alone() -> None:
    quantity = Expansion(ExpansionKind.QUANTITY, "quantity:=110", "110명", form_term("110명"), 1.0, 0, 2)
    term = QueryTerm("110명분", words=(("110",), ("명분",)), expansions=(quantity,))
    assert (term.parts, term.expansions_of(0), term.whole_expansions) == ((1,), (quantity,), (quantity,))


@pytest.mark.parametrize(
    "term, has_tokens, empty",
    [
        (QueryTerm("…"), False, True),
        (QueryTerm("다리", words=(("다리",),)), True, False),
        (QueryTerm("橋", expansions=(READ,)), False, False),
    ],
)
def test_a_term_without_tokens_may_still_have_expansions(term: QueryTerm, has_tokens: bool, empty: bool) -> None:
    assert (term.has_tokens, term.empty) == (has_tokens, empty)


def test_a_correction_shows_in_the_label() -> None:
    term = QueryTerm("qnrgks", correction=Correction(ExpansionKind.KEYBOARD, "북한"))
    assert (term.label, term.correction.id if term.correction else None) == ("qnrgks → 북한", "keyboard:북한")
    assert Correction(ExpansionKind.SPELLING, "북한", "북한의 다리").id == "spelling:북한의 다리"
