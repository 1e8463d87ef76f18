"""Words side by side are weighed and everything else is demanded; where the archive has no answer it is silent."""

from collections.abc import Iterator

import pytest

from archive.engine.plan import Order, SearchRequest
from archive.search.planner import MatchMode
from tests.archive.literal import only_terms, planned

TEXTS = (
    "소금 배가 나루터에 섰다.",  # 1
    "나루터의 소금은 겨울에 팔린다.",  # 2
    "겨울에는 배가 서지 않는다.",  # 3
    "썰매와 얼음의 계절이다.",  # 4
    "페투시코프가 썰매를 탔다.",  # 5
    "Петушков уехал зимой.",  # 6
)


@pytest.fixture(autouse=True, scope="module")
def table() -> Iterator[None]:
    with only_terms("winter,general,겨울,winter,зима|зимой,冬天,"):
        yield


def keys(query: str, match: MatchMode = MatchMode.MOST, **how: object) -> list[int]:
    found, engine = planned(query, *TEXTS, match=match, **how)
    if found.plan is None:
        return []
    return [one.key for one in engine.find(SearchRequest(found.plan, 10, found.guard, order=Order.RELEVANCE)).matches]


def test_passages_with_all_words_come_first() -> None:
    assert set(keys("소금 겨울 나루터")[:1]) == {2}
    assert keys("소금 나루터")[:2] in ([1, 2], [2, 1])


@pytest.mark.parametrize(
    "query, found",
    [
        ("소금 AND 나루터", {1, 2}),
        ("소금 AND 배", {1}),
        ("소금 OR 썰매", {1, 2, 4, 5}),
        ("(소금 OR 썰매) AND (배 OR 얼음)", {1, 4}),
        ("나루터 -겨울", {1}),
        ("소금 NOT (배 OR 겨울)", set()),
        ('"소금 배"', {1}),
        ('"배 소금"', set()),
        ('"나루터의소금은"', {2}),
        ('나루터 -"소금 배"', {2}),
        ("-배 -썰매 겨울", {2, 6}),
        ("소금 AND 없는낱말", set()),
    ],
)
def test_operators(query: str, found: set[int]) -> None:
    assert set(keys(query)) == found


@pytest.mark.parametrize(
    "query, found",
    [
        ("썰매 -Petushkov", {4}),
        ("썰매 -Петушков", {4}),
        ("썰매 NOT 페투시코프", {4}),
        ("썰매 -Petushk", {4, 5}),
        ("겨울 OR зимой -페투시코프", {2, 3, 6}),
        ("(겨울 OR зимой) -페투시코프", {2, 3}),
    ],
)
def test_what_is_left_out_is_left_out_in_every_form(query: str, found: set[int]) -> None:
    assert set(keys(query)) == found


def test_taken_exactly_only_what_is_typed_is_left_out() -> None:
    assert set(keys("썰매 -Petushkov", exactly=True)) == {4, 5}


def test_plain_words_beside_a_phrase_only_rank() -> None:
    assert keys('"나루터" 겨울')[0] == 2
    assert set(keys('"나루터" 겨울')) == {1, 2}


@pytest.mark.parametrize("match, found", [(MatchMode.ALL, set()), (MatchMode.MOST, set()), (MatchMode.ANY, {1, 2})])
def test_silent_where_no_passage_has_enough_of_what_is_asked(match: MatchMode, found: set[int]) -> None:
    assert set(keys("소금 컨테이너 기중기 하역비", match)) == found


def test_a_guard_says_that_some_words_stand_and_too_few() -> None:
    found, engine = planned("소금 컨테이너 기중기 하역비", *TEXTS)
    assert found.plan is not None and found.guard is not None
    assert engine.find(SearchRequest(found.plan, 10, found.guard)).guarded
    assert {match.key for match in engine.find(SearchRequest(found.plan, 10)).matches} == set()


@pytest.mark.parametrize(
    "query, guarded",
    [
        ("금강산 소금 겨울 나루터", True),  # a mountain that no passage names
        ("Hwaseong salt winter", True),
        ("자명종 소금 겨울 나루터", False),  # a thing that no passage names
        ("hourglass salt winter", False),
        ("페투시코프 썰매 겨울", False),
    ],
)
def test_what_tells_of_another_is_no_answer_where_a_name_was_asked_for(query: str, guarded: bool) -> None:
    with only_terms(
        "winter,general,겨울,winter,зима|зимой,冬天,",
        "salt,general,소금,salt,соль,盐,",
        "hourglass,general,모래시계,hourglass,песочные часы,沙漏,",
        "hwaseong,city,화성시,Hwaseong,Хвасон,华城,",
    ):
        found, engine = planned(query, *TEXTS)
        assert found.plan is not None and found.guard is not None
        assert engine.find(SearchRequest(found.plan, 10, found.guard)).guarded is guarded


def test_one_word_is_never_guarded() -> None:
    assert [planned(query, *TEXTS)[0].guard for query in ("소금", "컨테이너", "소금 AND 배", '"소금"', "in:note")] == [
        None
    ] * 5


@pytest.mark.parametrize(
    "query, words, optional",
    [
        ("소금 나루터", ["소금", "나루터"], 2),
        ("소금 AND 나루터", ["소금", "나루터"], 0),
        ('"소금 배" 겨울', ["“소금 배”", "겨울"], 1),
        ("소금 -배", ["소금"], 1),
        ("소금 OR 배", ["소금", "배"], 0),
        ("연도:2024", [], 0),
        ("연도:2024 소금 -(배 OR 겨울)", ["소금"], 1),
        ("-소금", [], 0),
    ],
)
def test_words_that_may_mark_and_how_many_of_them_may_be_missing(query: str, words: list[str], optional: int) -> None:
    found, _ = planned(query, *TEXTS)
    assert (sorted(term.label for term in found.terms), found.optional_terms) == (sorted(words), optional)


def test_a_query_of_nothing_has_no_plan() -> None:
    assert [planned(query, *TEXTS)[0].plan for query in ("", "…", "-소금", "NOT")] == [None] * 4


def test_what_stands_nearly_everywhere_is_no_answer_by_itself() -> None:
    texts = [f"북한의 배 {n}" for n in range(30)]
    found, engine = planned("북한 포탄", *texts, "포탄 상자", "북한 포탄")
    assert found.plan is not None
    assert {match.key for match in engine.find(SearchRequest(found.plan, 40)).matches} == {31, 32}
