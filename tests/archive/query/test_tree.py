"""A query is a tree of values: put together without empty groups, written so that it parses to itself."""

import pytest

from archive.query import And, Field, Loose, Node, Not, Or, Prefix, Query, Quote, Word, parse
from archive.query.tree import Leaf, asks, gather, leaves, negate, prune, write


@pytest.mark.parametrize("typed, ko, en", [
    ("위성  NOT 핵", "위성 -핵", "위성 -핵"),
    ("(위성 OR ((로켓))) AND “발사체 시험”", '(위성 OR 로켓) AND "발사체 시험"', '(위성 OR 로켓) AND "발사체 시험"'),
    ("title:전망 언어:en 종류:row", "제목:전망 언어:영어 종류:표", "title:전망 language:en kind:table"),
    ("in:각주 -문서:7k4m2 위성*", "각주에서: -문서:7k4m2 위성*", "in:note -document:7k4m2 위성*"),
    ('publisher:"예시 연구원" 연도:2023..', '발행처:"예시 연구원" 연도:2023-', 'publisher:"예시 연구원" year:2023-'),
])  # fmt: skip
def test_the_canonical_text_in_either_language(typed: str, ko: str, en: str) -> None:
    query = parse(typed)
    assert (query.written("ko"), query.written("en"), str(query)) == (ko, en, en)


A, B, C = Word("나루터"), Word("다리"), Word("뱃삯")


@pytest.mark.parametrize("tree, text", [
    (A, "나루터"),
    (Prefix("나루"), "나루*"),
    (Quote("나루터 다리"), '"나루터 다리"'),
    (Field("title", "두 낱말"), '제목:"두 낱말"'),
    (Not(A), "-나루터"),
    (Not(Quote("나루터 다리")), '-"나루터 다리"'),
    (Not(Prefix("나루")), "-나루*"),
    (Not(Or((A, B))), "-(나루터 OR 다리)"),
    (Or((A, And((B, C)))), "나루터 OR 다리 AND 뱃삯"),
    (And((A, Or((B, C)))), "나루터 AND (다리 OR 뱃삯)"),
    (Loose((A, Or((B, C)))), "나루터 (다리 OR 뱃삯)"),
    (Loose((A, And((B, C)))), "나루터 (다리 AND 뱃삯)"),
    (And((Loose((A, B)), C)), "나루터 다리 AND 뱃삯"),
    (Or((Loose((A, Not(B))), C)), "나루터 -다리 OR 뱃삯"),
], ids=lambda value: value if isinstance(value, str) else "")  # fmt: skip
def test_brackets_stand_where_a_group_binds_less_closely_than_what_is_around_it(tree: Node, text: str) -> None:
    assert write(tree, "ko") == text
    assert parse(text).root == (tree if asks(tree) else None)


def test_a_state_that_is_left_out_is_written_so_that_it_makes_no_pair() -> None:
    tree = Loose((Word("북"), Not(Word("러"))))
    assert write(tree, "ko") == "북 NOT 러"
    assert parse("북 NOT 러").root == tree
    assert parse("북 -러").root == Word("북-러")


@pytest.mark.parametrize("tree, answer", [
    (A, True), (Field("year", "2024"), True), (Not(A), False),
    (And((A, Not(B))), True), (Loose((Not(A), Not(B))), False),
    (Or((A, B)), True), (And((Not(A), Loose((Not(B), C)))), True),
])  # fmt: skip
def test_a_tree_asks_where_something_in_it_is_to_be_found(tree: Node, answer: bool) -> None:
    assert asks(tree) is answer


@pytest.mark.parametrize("kind, parts, group", [
    (And, [], None),
    (And, [None, None], None),
    (And, [A], A),
    (And, [None, A], A),
    (And, [A, B], And((A, B))),
    (And, [A, And((B, C))], And((A, B, C))),
    (And, [Or((A, B)), C], And((Or((A, B)), C))),
    (Or, [Or((A, B)), C], Or((A, B, C))),
    (Or, [A, Not(B)], A),
    (Or, [Not(A), Not(B)], None),
    (Or, [A, B, Not(C)], Or((A, B))),
    (Loose, [A, Not(B)], Loose((A, Not(B)))),
    (Loose, [A, And((Not(B), Not(C)))], Loose((A, Not(B), Not(C)))),
], ids=str)  # fmt: skip
def test_a_group_is_what_is_left_of_its_parts(kind: type[And], parts: list[Node | None], group: Node | None) -> None:
    assert gather(kind, parts) == group


@pytest.mark.parametrize(
    "tree, left",
    [(A, Not(A)), (Not(A), A), (None, None), (Loose((Not(A), Not(B))), None), (Or((A, B)), Not(Or((A, B))))],
)
def test_leaving_out_what_is_left_out_asks_for_it(tree: Node | None, left: Node | None) -> None:
    assert negate(tree) == left


def test_leaves_come_in_order_with_or_without_those_under_not() -> None:
    year = Field("year", "2024")
    tree = Loose((A, Not(Or((B, Prefix("나루")))), And((year, Quote("뱃삯 인상")))))
    assert list(leaves(tree)) == [A, B, Prefix("나루"), year, Quote("뱃삯 인상")]
    assert list(leaves(tree, excluded=False)) == [A, year, Quote("뱃삯 인상")]


def test_a_leaf_is_pruned_and_its_equals_stay() -> None:
    first, second = Word("나루터"), Word("나루터")
    assert prune(Loose((first, B, second)), [second]) == Loose((Word("나루터"), B))


@pytest.mark.parametrize("gone, left", [
    ((A,), And((Not(B), C))), ((B,), And((A, C))),
    ((C,), And((A, Not(B)))), ((A, C), Not(B)), ((B, C), A), ((A, B, C), None),
], ids=str)  # fmt: skip
def test_a_group_of_one_is_that_one(gone: tuple[Leaf, ...], left: Node | None) -> None:
    assert prune(And((A, Not(B), C)), gone) == left


def test_an_or_lets_go_of_what_only_leaves_out() -> None:
    assert prune(Or((A, Loose((B, Not(C))))), [B]) == A


def test_queries_that_ask_the_same_are_equal_whatever_was_typed() -> None:
    one, other = parse("나루터   “다리 공사”  AND"), parse('나루터 "다리 공사"')
    assert (one == other, one.hints == other.hints, one.text == other.text) == (True, False, False)


def test_a_query_of_nothing_is_written_as_nothing() -> None:
    assert str(Query(None)) == Query(None).written("ko") == ""
