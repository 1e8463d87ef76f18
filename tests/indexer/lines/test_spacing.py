"""Are printed lines joined as they were written? Invented lines, of the shapes that briefs show."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.lines.evidence import WEIGHTS, document_decides, tag_class, weigh
from indexer.lines.spacing import LOST_SPACE, RULES, BreakClassifier, JoinRule
from indexer.lines.vocabulary import Vocabulary, words_at_break

TELLING = (
    "두 나라의 장관은 항구에서 만나 어업 협정의 초안을 ",
    "검토하고, 가을까지 조건을 정하기로 합의하였다. 이에 따라 ",
    "실무단이 다음 달에 수도를 방문하여 세부 조항을 논의할 예",
    "정이며, 여기에는 수산물 검역 절차를 ",
    "간소화하는 방안도 포함된다. ",
)


def joins(*lines: str, left: str, right: str) -> str:
    return BreakClassifier([*lines, left, right]).classify(left, right)[0]


def test_a_trailing_space_decides_where_the_file_prints_them() -> None:
    breaks = BreakClassifier(TELLING)
    pairs = list(pairwise(TELLING))
    assert breaks.classify_all(pairs) == [
        ("space", "trailing space"),
        ("space", "trailing space"),
        ("glue", "trailing space"),
        ("space", "trailing space"),
    ]


def test_one_stray_trailing_space_tells_nothing() -> None:
    lines = [line.strip() for line in TELLING]
    assert not BreakClassifier([lines[0] + " ", *lines[1:]]).trailing_decides


def test_a_space_behind_every_line_does_not_part_a_word() -> None:
    lines = [line.strip() + " " for line in TELLING]
    breaks = BreakClassifier(lines)
    assert [join for join, _ in breaks.classify_all(pairwise(lines))] == [
        "space",
        "space",
        "glue",
        "space",
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name} {rule.example}")
def test_each_rule_decides_its_example(rule: JoinRule) -> None:
    left, right = rule.example.split("|")
    hung = [", 다음 줄로 밀린 쉼표"] if rule.fixed_width else []
    breaks = BreakClassifier([*hung, left, right], typeset=rule.typeset)
    assert breaks.by_rule(left, right) == (rule.join, rule.name)


@pytest.mark.parametrize(
    "broken", ["end of|the pier", "the harbour (1999).|However", "«о причалах»|в порту", "of 2024.|The"]
)
def test_printed_pages_are_not_cut_by_counting_characters(broken: str) -> None:
    left, right = broken.split("|")
    lines = ["부두의 장부(", ", 다음 줄", left, right]
    assert BreakClassifier(lines, typeset=True).classify(left, right)[0] == "space"


@pytest.mark.parametrize(
    ("broken", "join"),
    [
        ("항로를 다시 연 것은 2021|년 봄이다", "glue"),
        ("정박한 배는 모두 12|척으로 늘었다", "glue"),
        ("양측은 개막식에 함께 참석|하였으며 이어서", "glue"),
        ("새로운 절차가 널리 활용|되고 있다", "glue"),
        ("연안 도시의 어업 협|력을 넓히는", "glue"),
        ("두 나라의 항만 당국|은 협약을", "glue"),
        ("새로운 항로를|열기로 합의하였다", "space"),
        ("어업 협정을 맺은|두 나라는", "space"),
        ("검역 절차가 한층 더|간단해졌다", "space"),
        ("조업 일수는 크게|늘어날 것으로", "space"),
        ("협정의 이름은 “|연안 어업 협정”이다", "glue"),
        ("협정은 연안 어업위원회|(이하 위원회)가 맡는다", "glue"),
        ("기사 제목은 Новый|порт открыт", "space"),
        ("보고서는 Harbour|Review에 실렸다", "space"),
        ("첫 배가 떠났다.|이어서 둘째 배가", "space"),
    ],
)
def test_language_decides_where_no_trailing_space_does(broken: str, join: str) -> None:
    left, right = broken.split("|")
    assert joins(left=left, right=right) == join


@pytest.mark.parametrize(
    ("elsewhere", "join"),
    [
        (("연안수산 협의회가 열렸다", "이번 연안수산 회의는 두 번째다", "올해 연안수산 예산은"), "glue"),
        (("연안 수산 협의회가 열렸다", "이번 연안 수산 회의는 두 번째다", "올해 연안 수산 예산은"), "space"),
    ],
)
def test_a_compound_is_joined_as_the_document_writes_it(elsewhere: tuple[str, ...], join: str) -> None:
    assert joins(*elsewhere, left="위원들은 새로운 연안", right="수산 정책을 살폈다") == join


@pytest.mark.parametrize(
    ("elsewhere", "join"),
    [
        (("“첫 항로”와“둘째 항로”가", "이른바“겨울 항로”는", "이번에“여름 항로”도"), "glue"),
        (("이른바 “겨울 항로”는", "이번에 “여름 항로”도"), "space"),
    ],
)
def test_a_mark_is_set_as_the_document_sets_it(elsewhere: tuple[str, ...], join: str) -> None:
    assert joins(*elsewhere, left="당국이 이름 붙인", right="“가을 항로”는") == join


def test_a_latin_word_that_the_document_prints_whole_is_one_word() -> None:
    lines = ("배의 이름은 Polaris 호이다.", "두 달 뒤 Pola", "ris 호가 돌아왔다.")
    assert BreakClassifier(lines).classify(lines[1], lines[2]) == ("glue", "document")


def test_many_joins_at_once_are_the_same_as_one_by_one() -> None:
    lines = [line.strip() for line in TELLING]
    pairs = list(pairwise(lines))
    breaks = BreakClassifier(lines)
    assert breaks.classify_all(iter(pairs)) == [breaks.classify(*pair) for pair in pairs]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.text(max_size=60, alphabet="가다 .,(“A9-ж\t"))
def test_any_two_lines_get_an_answer(left: str, right: str) -> None:
    join, why = BreakClassifier([left, right]).classify(left, right)
    assert join in ("space", "glue")
    assert why


def test_a_very_long_line_costs_no_more_than_its_length() -> None:
    line = "www." * 30_000
    assert BreakClassifier([line, line]).classify(line, line)[0] in ("space", "glue")


def test_words_are_counted_inside_lines_only() -> None:
    words = Vocabulary(["항구의 등대", "등대지기가 항구의"])
    assert words.count_beginning("등대") == 2
    assert words.touching("등대", "지기") > 0 > words.touching("항구의", "등대")
    assert words.continues("항구의") < 0
    assert words_at_break("새 등대", "지기, 그리고") == ("등대", "지기")


def test_every_weight_names_a_witness_once() -> None:
    assert len({weight.feature for weight in WEIGHTS}) == len(WEIGHTS)
    assert weigh({"kiwi": 2.0, "unheard": 5.0}) == 2.0
    assert document_decides({"any": 1.0, "touching": 3.0})
    assert [tag_class(tag) for tag in ("JKS", "VV-R", "XSV", "W_URL")] == ["particle", "verb", "하다", "other"]


LOSING = (
    "두 나라의 장관은 항구에서 만나 어업 협정의 초안을 ",
    "검토하고, 가을까지 새 협정의 조건을 정하기로 하였으며, ",
    "이에 따라 실무단이 다음 달에 수도를 ",
    "방문하여 해마다 봄에 열리는 위원회의 세부 조항을 ",
    "논의할 예",
    "정이며, 여기에는 수산물 검역 절차를",
    "간소화하는 방안도 포함된다.",
)


@pytest.mark.parametrize(
    ("left", "right", "join"),
    [
        ("수산물 검역 절차를", "간소화하는 방안도", ("space", LOST_SPACE)),
        ("세부 조항을 논의할 예", "정이며 여기에는", ("glue", "trailing space")),
        ("어업 협정의 초안을 ", "검토하고, 가을까지", ("space", "trailing space")),
    ],
    ids=["lost", "inside a word", "kept"],
)
def test_a_lost_space_is_found_and_nothing_else(left: str, right: str, join: tuple[str, str]) -> None:
    assert BreakClassifier(LOSING, lost_spaces=True).classify(left, right) == join
