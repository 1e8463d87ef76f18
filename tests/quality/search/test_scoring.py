"""A result earns what it is the first to show, and every judgement stands on a quote of the documents."""

from math import log2
from pathlib import Path

import pytest

from archive.store import Store
from tests.quality.search.scoring import Judged, Relevant, Score, check, load, ndcg, score, shows

QUERIES = Path(__file__).parent / "queries.jsonl"
BETWEEN = "\N{PILCROW SIGN}"  # stands between passages, so that no quote runs from one into the next

FERRY = Relevant("harbour", "나루의 배는 아침에만 건넌다", 3)
BRIDGE = Relevant("harbour", "다리가 놓이자 나루는 문을 닫았다", 2)
TOLL = Relevant("tolls", "통행료는 열두 해 동안 오르지 않았다", 1)
NEVER = Relevant("tolls", "이 대목은 어느 결과도 보이지 않는다", 2)


def crossing(*relevant: Relevant) -> Judged:
    return Judged("a", "나루", "ko", "topic", relevant)


def hit(relevant: Relevant, text: str = "") -> dict[str, object]:
    return {"source": f"somewhere/{relevant.doc}.txt", "text": text or f"그해 {relevant.quote}."}


BOTH = hit(FERRY, f"{FERRY.quote}. {BRIDGE.quote}.")
ELSEWHERE = {"source": "other.txt", "text": FERRY.quote}


@pytest.mark.parametrize(
    "what, relevant, results, expected",
    [
        ("best first", (FERRY, BRIDGE, TOLL), [hit(FERRY), hit(BRIDGE), hit(TOLL)], (1, 1, 1)),
        ("nothing found", (FERRY,), [], (0, 0, 0)),
        (
            "another document, then a grade too low for recall, then a repeat",
            (FERRY, BRIDGE, TOLL),
            [ELSEWHERE, hit(TOLL), hit(FERRY), hit(FERRY)],
            ((1 / log2(3) + 7 / log2(4)) / (7 + 3 / log2(3) + 1 / 2), 1 / 2, 1 / 3),
        ),
        (
            "two quotes in one result are one passage of the ideal as well",
            (FERRY, BRIDGE, TOLL),
            [BOTH],
            (7 / (7 + 1 / log2(3)), 1, 1),
        ),
        ("what is missed lowers the ideal's share", (FERRY, NEVER), [hit(FERRY)], (7 / (7 + 3 / log2(3)), 1 / 2, 1)),
        ("the eleventh result is too late", (FERRY,), [ELSEWHERE] * 10 + [hit(FERRY)], (0, 0, 0)),
        ("a source of another name for the field", (FERRY,), [{"doc": "harbour_9f", "text": FERRY.quote}], (1, 1, 1)),
    ],
)
def test_a_result_earns_what_it_is_the_first_to_show(
    what: str, relevant: tuple[Relevant, ...], results: list[dict[str, object]], expected: tuple[float, float, float]
) -> None:
    got = score(crossing(*relevant), results)
    assert (got.ndcg, got.recall, got.mrr) == pytest.approx(expected)
    assert (got.silent, got.found) == (None, len(results))


@pytest.mark.parametrize("results, silent", [([], True), ([hit(FERRY)], False)])
def test_a_negative_is_only_silent_or_not(results: list[dict[str, object]], silent: bool) -> None:
    assert score(crossing(), results) == Score(0.0, 0.0, 0.0, silent=silent, found=len(results))


@pytest.mark.parametrize(
    "text, quote, shown",
    [
        ("가나다라마바사아자차", "나다라마", True),
        ("나다라마바사아자", "가나다라마바사아자차", True),
        ("다른나다라마바사", "가나다라마바사아자차", True),  # 6 of 8
        ("다른말나다라마바", "가나다라마바사아자차", True),  # 5 of 8: 0.625
        ("또다른말나다라마", "가나다라마바사아자차", False),  # 4 of 8
        ("가나다라마바사", "가나다라마바사아자차", False),  # shorter than 8
        ("나다라마" * 500, "나다라마", False),  # a page
    ],
)
def test_a_short_result_shows_a_quote_that_holds_most_of_it(text: str, quote: str, shown: bool) -> None:
    assert shows(text, quote) == shown


def test_white_space_width_and_composition_do_not_matter() -> None:
    printed = hit(FERRY, "나루의\n배는  아침에만\u200b 건\n넌다")
    wide = Relevant("harbour", "제12호 나루의 배는 쉰다", 3)
    assert score(crossing(FERRY), [printed]).ndcg == 1
    assert score(crossing(wide), [hit(wide, "제１２호 나루의 배는 쉰다")]).ndcg == 1


@pytest.mark.parametrize(
    "ranked, positives, expected",
    [
        (["a", "b", "c"], ["a"], 1),
        (["a", "b", "c"], ["c"], 1 / log2(4)),
        (["a", "b", "c"], ["b", "c", "z"], (1 / log2(3) + 1 / log2(4)) / (1 + 1 / log2(3) + 1 / log2(4))),
        (["x"] * 10 + ["a"], ["a"], 0),
        ([], ["a"], 0),
    ],
)
def test_ndcg_of_ids_counts_right_or_not(ranked: list[str], positives: list[str], expected: float) -> None:
    assert ndcg(ranked, positives) == pytest.approx(expected)


def test_what_is_wrong_with_judgements_is_said() -> None:
    torn = Judged("b", "다리", "ko", "negative", (BRIDGE,))
    astray = Judged("b", "나루", "ko", "topic", (TOLL, Relevant("tolls", "너무 짧은 인용", 1)))
    assert check([crossing(FERRY), torn, astray], {"harbour.txt": "나루의 배는\n아침에만 건넌다."}) == [
        "b: id used twice",
        "b: negatives, and only they, have no relevant passage",
        "b: not in harbour: 다리가 놓이자 나루는 문을 닫았다",
        "b: no passage of grade 2 or 3",
        "b: no document tolls",
        "b: grade 1, 8 characters: 너무 짧은 인용",
        "b: no document tolls",
    ]


def test_every_quote_stands_in_a_passage_of_the_documents(samples: Store) -> None:
    texts = {
        Path(record.source).name: BETWEEN.join(p.text for p in samples.document(record.id).passages)
        for record in samples.documents()
    }
    assert check(load(QUERIES), texts) == []


def test_there_are_enough_queries_of_every_kind_and_language() -> None:
    judged = load(QUERIES)
    negatives = [query for query in judged if not query.relevant]
    assert len(judged) - len(negatives) >= 60
    assert len(negatives) >= 44
    assert {query.lang for query in negatives} == {"ko", "en", "ru", "zh", "mixed"}
