"""Which letters of one text stand, in order, in another: letters and digits alone, in stretches that lie together."""

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.alignment.letters import (
    COMMON,
    Chain,
    SharedRun,
    Stream,
    common,
    fold_letters,
    grams,
    joined,
    weigh,
    weigh_runs,
)

FERRY = "나루터의뱃사공은다리가놓이자배를팔았다"
BRIDGE = "다리를놓은이들은겨울이오기전에떠났다"
ENGLISH = "theferrymansoldhisboatwhenthebridgewasbuilt"


@pytest.mark.parametrize("text, letters", [
    ("나루터, 다리!", "나루터다리"),
    ("  나루터\n\t다리 ", "나루터다리"),
    ("Ferry No. 7", "ferryno7"),
    ("ＦＥＲＲＹ ７", "ferry7"),
    (normalize("NFD", "나루터 다리"), "나루터다리"),
    ("나루터⁷는", "나루터는"),
    ("나루터7는", "나루터7는"),
    ("«ПАРОМ» ёлка", "паромёлка"),
    ("STRASSE straße", "strassestrasse"),
    ("2½", "212"),
    ("북ㆍ중ㆍ러", "북중러"),
    ("북\u119e중･러", "북중러"),
    ("\u1112\u119e\u11ab글", "\u1112\u119e\u11ab글"),
    ("―", "―"),
    ("- \t-", "--"),
    ("", ""),
], ids=lambda value: repr(value)[:24])  # fmt: skip
def test_letters_are_what_a_text_says_in_one_case_and_width(text: str, letters: str) -> None:
    assert fold_letters(text).text == letters


@pytest.mark.parametrize("text, letters", [
    ("1. 배경", "배경"), ("2) 추세", "추세"), ("(3) 전망", "전망"), ("나. 종료", "종료"), ("Ⅱ. 문면", "문면"),
    ("IV. 문면", "문면"),
    ("제2장 경과", "경과"), ("제3절 경과", "경과"), ("1. “배경”", "배경"), ("  1. 배경", "배경"),
    ("9. 13 회담", "913회담"), ("1.배경", "1배경"), ("123. 배경", "123배경"), ("2024. 배경", "2024배경"),
    ("1. ", "1"), ("가나. 종료", "가나종료"),
])  # fmt: skip
def test_a_label_at_the_head_is_nothing_and_a_date_is_no_label(text: str, letters: str) -> None:
    assert fold_letters(text).text == letters


@pytest.mark.parametrize("text, letters, printed", [
    ("나루터, 다리!", (0, 3), "나루터"),
    ("나루터, 다리!", (3, 5), "다리"),
    ("1. 배경", (0, 2), "배경"),
    (normalize("NFD", "나루"), (1, 2), normalize("NFD", "나루")[2:3]),
    ("2½는", (1, 3), "½"),
])  # fmt: skip
def test_letters_lead_back_to_where_they_stood(text: str, letters: tuple[int, int], printed: str) -> None:
    assert text[slice(*fold_letters(text).back(*letters))] == printed


@given(st.text(max_size=30))
def test_every_letter_has_a_place_in_the_text_in_order(text: str) -> None:
    letters = fold_letters(text)
    assert len(letters.origin) == len(letters.text)
    assert list(letters.origin) == sorted(letters.origin)
    assert all(0 <= place < len(text) for place in letters.origin)


@given(st.text("가나다라abcАБ12 .,ㆍ\u1112\u119e", max_size=20))
def test_composition_is_nothing(text: str) -> None:
    assert fold_letters(normalize("NFD", text)).text == fold_letters(normalize("NFC", text)).text


@pytest.mark.parametrize(
    "text, weight", [("", 0), ("ferry", 5), ("паром", 5), ("나루터", 6), ("渡口", 4), ("ferry 나루", 10)]
)
def test_a_syllable_weighs_two_letters(text: str, weight: int) -> None:
    assert weigh(text) == weight
    assert weigh_runs(text, [SharedRun(0, 9, len(text))]) == weight


def test_the_weight_of_a_text_is_that_of_its_letters() -> None:
    assert weigh(fold_letters("1. 나루터, ferry!").text) == weigh("나루터ferry") == 11


def test_runs_weigh_what_they_hold_of_the_old_text() -> None:
    assert weigh_runs("나루ferry", [SharedRun(0, 5, 2), SharedRun(4, 0, 3)]) == 7


@pytest.mark.parametrize("text, found", [
    ("나루터", []),
    ("나루터의", [(0, "나루터의")]),
    ("나루터의배", [(0, "나루터의"), (1, "루터의배")]),
    ("ferry", []),
    ("ferries", [(0, "ferries")]),
    ("나a루터", [(0, "나a루터")]),
    ("ferry나루터의", [(0, "ferry나루"), (1, "erry나루터"), (2, "rry나루터의"), (5, "나루터의")]),
])  # fmt: skip
def test_a_gram_is_four_syllables_or_seven_letters(text: str, found: list[tuple[int, str]]) -> None:
    assert list(grams(text)) == found


@pytest.mark.parametrize("runs, whole", [
    ([], ()),
    ([SharedRun(0, 5, 2)], (SharedRun(0, 5, 2),)),
    ([SharedRun(0, 5, 2), SharedRun(2, 7, 3)], (SharedRun(0, 5, 5),)),
    ([SharedRun(0, 5, 2), SharedRun(2, 8, 3)], (SharedRun(0, 5, 2), SharedRun(2, 8, 3))),
    ([SharedRun(0, 5, 2), SharedRun(3, 7, 3)], (SharedRun(0, 5, 2), SharedRun(3, 7, 3))),
    ([SharedRun(0, 0, 1), SharedRun(1, 1, 1), SharedRun(2, 2, 1), SharedRun(4, 3, 1)],
     (SharedRun(0, 0, 3), SharedRun(4, 3, 1))),
])  # fmt: skip
def test_stretches_that_go_on_in_one_another_are_one(runs: list[SharedRun], whole: tuple[SharedRun, ...]) -> None:
    assert joined(runs) == whole


@pytest.mark.parametrize("old, new, shared", [
    ("", "나루", []),
    ("나루", "", []),
    ("나루터", "나루터", [SharedRun(0, 0, 3)]),
    ("나루터", "나무터", [SharedRun(0, 0, 1), SharedRun(2, 2, 1)]),
    ("나루터", "다리", []),
    ("나루터", "큰나루터에", [SharedRun(0, 1, 3)]),
    ("나의루터", "나루터", [SharedRun(0, 0, 1), SharedRun(2, 1, 2)]),
])  # fmt: skip
def test_what_two_short_texts_share_in_order(old: str, new: str, shared: list[SharedRun]) -> None:
    assert common(old, new) == shared


def test_a_chain_knows_how_much_it_holds_and_where_it_lies() -> None:
    chain = Chain((SharedRun(0, 10, 4), SharedRun(5, 16, 3)), solid=4)
    assert (chain.matched, chain.start, chain.end) == (7, 10, 19)


# A text whose letters are given away


@pytest.mark.parametrize("text, found", [("나루", [0, 4]), ("나루터", [0]), ("배", []), ("루터다나", [1])])
def test_a_text_is_found_letter_for_letter(text: str, found: list[int]) -> None:
    assert Stream("나루터다나루").exact(text) == found


def test_copies_may_overlap() -> None:
    assert Stream("가가가").exact("가가") == [0, 1]


def test_what_is_given_away_is_found_no_more() -> None:
    stream = Stream("나루터다나루")
    stream.take(1, 3)
    assert (stream.exact("나루"), stream.exact("다나루"), stream.exact("나")) == ([4], [3], [0, 4])


@pytest.mark.parametrize(
    "start, end, free",
    [(0, 1, True), (0, 2, False), (2, 4, False), (3, 6, True), (5, 7, False), (-1, 1, False), (2, 2, True)],
)
def test_letters_are_free_until_one_of_them_is_given_away(start: int, end: int, free: bool) -> None:
    stream = Stream("나루터다나루")
    stream.take(1, 3)
    assert stream.is_free(start, end) is free


def test_a_text_that_stands_whole_is_one_chain_of_one_run() -> None:
    assert Stream(BRIDGE + FERRY).chains(FERRY, 0.8) == [Chain((SharedRun(0, len(BRIDGE), len(FERRY)),), len(FERRY))]


def test_a_text_with_a_word_changed_is_a_chain_around_it() -> None:
    revised = FERRY.replace("뱃사공", "어부")
    (chain,) = Stream(BRIDGE + revised).chains(FERRY, 0.8)
    assert chain.runs == (SharedRun(0, 18, 4), SharedRun(7, 24, 12))
    assert (chain.matched, chain.solid) == (16, 16)


def test_a_text_with_words_put_in_is_a_chain_around_them() -> None:
    revised = FERRY.replace("다리가", "서툰목수의다리가")
    (chain,) = Stream(revised).chains(FERRY, 0.8)
    assert chain.matched == len(FERRY)
    assert "".join(revised[run.new : run.new + run.size] for run in chain.runs) == FERRY


def test_less_than_the_share_is_no_chain() -> None:
    half = FERRY[: len(FERRY) // 2] + BRIDGE
    assert Stream(half).chains(FERRY, 0.8) == []
    assert [chain.matched for chain in Stream(half).chains(FERRY, 0.4)] == [len(FERRY) // 2]


def test_letters_picked_one_by_one_out_of_a_long_text_are_no_chain() -> None:
    scattered = "보기글월".join(FERRY)
    assert Stream(scattered).chains(FERRY, 0.1) == []


def test_every_copy_is_a_chain_the_fullest_first() -> None:
    nearly = FERRY.replace("뱃사공", "어부")
    text = nearly + BRIDGE + FERRY
    assert [chain.start for chain in Stream(text, (0, len(nearly), len(nearly + BRIDGE))).chains(FERRY, 0.8)] == [
        len(nearly + BRIDGE),
        0,
    ]


def test_a_chain_is_not_made_of_letters_that_are_given_away() -> None:
    stream = Stream(FERRY + BRIDGE + FERRY)
    stream.take(0, len(FERRY))
    assert [chain.start for chain in stream.chains(FERRY, 0.8)] == [len(FERRY + BRIDGE)]


def test_a_stretch_that_stands_everywhere_tells_nothing() -> None:
    everywhere = "나루터의다리" * (COMMON + 2)
    assert Stream(everywhere).chains("나루터의다리", 0.8) == []


def test_letters_of_an_alphabet_need_longer_stretches() -> None:
    (chain,) = Stream(ENGLISH.replace("boat", "raft")).chains(ENGLISH, 0.8)
    assert chain.matched == len(ENGLISH) - 2  # a and t stand in both
    assert Stream("theferry").chains("theferryman", 0.7) != []
    assert Stream("ferry").chains("ferryman", 0.3) == []


def test_stretches_that_overlap_in_the_new_text_give_way() -> None:
    (chain,) = Stream("나루터의배와배와사공들").chains("나루터의배와사공들", 0.8)
    held = [(run.new, run.new + run.size) for run in chain.runs]
    assert all(end <= start for (_, end), (start, _) in pairwise(held))
    assert chain.matched == 9


TEXTS = st.text("가나다라마", min_size=1, max_size=40)


@given(TEXTS, TEXTS)
@example("가나다라마바사", "가나다라마바사")
def test_a_chain_stands_in_order_in_both_and_says_the_same(old: str, new: str) -> None:
    for chain in Stream(new).chains(old, 0.5):
        assert chain.matched >= 0.5 * len(old)
        assert all(old[run.old : run.old + run.size] == new[run.new : run.new + run.size] for run in chain.runs)
        for one, then in pairwise(chain.runs):
            assert one.old + one.size <= then.old
            assert one.new + one.size <= then.new


@given(st.lists(TEXTS, min_size=1, max_size=3), st.integers(0, 2))
def test_a_text_in_a_text_is_found(texts: list[str], which: int) -> None:
    wanted = texts[which % len(texts)]
    assert Stream("하".join(texts)).exact(wanted)
