"""What do the features say of a line break: one word cut in two, or two words? All lines are invented."""

import pytest

from indexer.lines.evidence import (
    CERTAIN,
    LIMIT,
    WEIGHTS,
    WINDOW,
    BreakAnalysis,
    Weight,
    analyze_breaks,
    document_decides,
    evidence,
    tag_class,
    weigh,
)
from indexer.lines.vocabulary import Vocabulary, log_odds

NOTHING = Vocabulary([])


def language(left: str, right: str, reading: BreakAnalysis) -> dict[str, float]:
    """What is seen without a document's own words, but for what is always said."""
    own = {"habit", "touching", "continues", "inside", "known", "any"}
    return {name: value for name, value in evidence(left, right, reading, NOTHING).items() if name not in own}


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("NNG", "noun"),
        ("SH", "noun"),
        ("JKO", "particle"),
        ("JX", "particle"),
        ("VV", "verb"),
        ("VV-R", "verb"),
        ("VA-I", "verb"),
        ("XSV", "하다"),
        ("EC", "ending"),
        ("ETM", "adnominal"),
        ("SN", "number"),
        ("NR", "numeral"),
        ("SL", "foreign"),
        ("SSO", "opening"),
        ("Z_CODA", "other"),
        ("", "other"),
    ],
)
def test_tags_that_behave_alike_are_one_part_of_speech(tag: str, name: str) -> None:
    assert tag_class(tag) == name


@pytest.mark.parametrize(
    ("left", "right", "tags", "across"),
    [
        ("정찰위", "성을 쏘았다", ("NNP", "NNG"), "known"),
        ("두 나라의 회담을", "열고 돌아왔다", ("JKO", "VV"), ""),
        ("두 나라가 협력", "을 넓혔다", ("NNG", "JKO"), ""),
        ("돌로미티", "카약을 탔다", ("NNP", "NNG"), "unknown"),
        ("2023", "년 봄에", ("SN", "NNB"), ""),
        ("", "", ("", ""), ""),
    ],
)
def test_what_kiwi_reads_on_both_sides_and_across(left: str, right: str, tags: tuple[str, str], across: str) -> None:
    (found,) = analyze_breaks([(left, right)])
    assert ((found.left, found.right), found.across) == (tags, across)


def test_touching_is_likelier_inside_a_known_word_and_no_less_likely_at_a_particle() -> None:
    word, particle, words = analyze_breaks(
        [("정찰위", "성을 쏘았다"), ("두 나라가 협력", "을 넓혔다"), ("회담을", "열고")]
    )
    assert word.gain > particle.gain > words.gain == 0


def test_many_breaks_are_read_at_once_as_one_by_one() -> None:
    pairs = [("정찰위", "성을 쏘았다"), ("회담을", "열고"), ("협력", "을 넓혔다")]
    assert analyze_breaks(pairs) == [found for pair in pairs for found in analyze_breaks([pair])]


def test_of_an_unwrapped_paragraph_only_the_words_by_the_break_are_read() -> None:
    far = "가을마다 배가 떠나고 " * 20
    near = "가을마다 배가 떠나고 돌아오는 이 강가의 오랜 항구에서 두 나라의 회담을"
    assert len(near) < WINDOW
    assert (
        analyze_breaks([(far + near, "열고 돌아왔다 " + far)])[0].left
        == analyze_breaks([(near, "열고 돌아왔다")])[0].left
        == "JKO"
    )


@pytest.mark.parametrize(
    ("left", "right", "reading", "seen"),
    [
        (
            "회담을",
            "열고",
            BreakAnalysis(0.0, "JKO", "VV", 1, 1, ""),
            {"kiwi": 0.0, "particle|": 1.0, "|verb": 1.0},
        ),
        (
            "정찰위",
            "성을",
            BreakAnalysis(24.5, "NNP", "NNG", 3, 1, "known"),
            {"kiwi known": LIMIT, "noun|": 1.0, "|noun": 1.0, "3+1": 1.0},
        ),
        (
            "대통령경호실",
            "직원은",
            BreakAnalysis(-40.0, "NNG", "NNG", 6, 2, ""),
            {"kiwi": -LIMIT, "noun|": 1.0, "|noun": 1.0, "3+2": 1.0},
        ),
        (
            "되풀이",
            "되는",
            BreakAnalysis(1.0, "NNG", "VV", 3, 1, ""),
            {"kiwi": 1.0, "noun|": 1.0, "|verb": 1.0, "noun|되다": 1.0},
        ),
        (
            "요금이 정해",
            "지며",
            BreakAnalysis(0.0, "EC", "VX", 1, 1, ""),
            {"kiwi": 0.0, "ending|": 1.0, "|auxiliary": 1.0, "어|지다": 1.0},
        ),
        (
            "떠나고",
            "있다",
            BreakAnalysis(0.0, "EC", "VX", 1, 1, ""),
            {"kiwi": 0.0, "ending|": 1.0, "|auxiliary": 1.0},
        ),
    ],
    ids=["particle", "known word", "two nouns", "되다", "지다", "있다"],
)
def test_what_the_language_says_of_a_break(
    left: str, right: str, reading: BreakAnalysis, seen: dict[str, float]
) -> None:
    assert language(left, right, reading) == seen


def test_what_the_document_says_of_a_break() -> None:
    words = Vocabulary(["새 연안수산 회의", "그 연안수산 예산"])
    seen = evidence("새로운 연안", "수산 정책을", BreakAnalysis(0.0, "NNG", "NNG", 2, 2, ""), words)
    own = {name: seen[name] for name in ("touching", "continues", "inside", "known")}
    assert own == pytest.approx(
        {"touching": log_odds(2, 0), "continues": log_odds(2, 0), "inside": log_odds(2, 0), "known": 2.0}
    )


def test_a_document_that_always_says_so_is_believed_no_further_than_it_may() -> None:
    words = Vocabulary(["새 연안수산 회의"] * 200)
    seen = evidence("연안", "수산", BreakAnalysis(0.0, "NNG", "NNG", 2, 2, ""), words)
    assert (seen["touching"], seen["known"]) == (CERTAIN, 2.0)


def test_beside_a_mark_the_document_has_no_word_to_look_for() -> None:
    seen = evidence("연안,", "수산", BreakAnalysis(0.0, "SP", "NNG", 1, 2, ""), Vocabulary(["연안수산 회의"]))
    assert seen.keys() & {"touching", "continues", "inside", "known"} == set()


@pytest.mark.parametrize("weight", WEIGHTS, ids=lambda weight: weight.feature)
def test_a_witness_alone_counts_its_weight(weight: Weight) -> None:
    assert weigh({weight.feature: 2.0}) == 2.0 * weight.value


@pytest.mark.parametrize(
    ("seen", "decides"),
    [
        ({"any": 1.0}, False),
        ({"any": 1.0, "touching": 3.0}, True),
        ({"any": 1.0, "touching": 1.0}, False),
        ({"kiwi": 9.0, "touching": -3.0}, False),
        ({"kiwi": 1.0, "inside": -3.0}, True),
        ({}, False),
    ],
)
def test_the_document_decides_where_it_turns_the_sum(seen: dict[str, float], decides: bool) -> None:
    assert document_decides(seen) is decides
