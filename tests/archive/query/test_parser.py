"""The query language is a promise: what is typed parses to this tree, is written back, and is never an error."""

from functools import partial
from unicodedata import normalize

import pytest
from hypothesis import given

from archive.query import (
    MAX_CLAUSES,
    MAX_LENGTH,
    And,
    Field,
    Loose,
    Node,
    Not,
    Or,
    Prefix,
    Quote,
    Word,
    parse,
    words,
)
from archive.query.limits import MAX_DEPTH, MAX_HINTS
from archive.query.parser import fit, written
from archive.query.tree import asks, leaves
from tests.archive.query.typed import TYPED, codes, plain
from tests.counting import growth


@pytest.mark.parametrize("typed, tree", [
    ("위성", "위성"),
    ("위성 발사", ["위성", "발사"]),
    ("위성\n  발사\r\n", ["위성", "발사"]),
    ('"위성 발사" 북한', ['"위성 발사"', "북한"]),
    ("“위성 발사”은 북한", ["위성", "발사”은", "북한"]),
    ("“위성 발사”", '"위성 발사"'),
    ("“위성 발사” 연도:2024", ['"위성 발사"', "year:2024"]),
    ("그는 “다리가 먼저”라고 말했다³", ["그는", "다리가", "먼저”라고", "말했다"]),
    ("배가 오지 않았다27)", ["배가", "오지", "않았다"]),
    ("성명² 채택 (G7) 3)", ["성명", "채택", "G7"]),
    ("(배가 오지 않았다 27)", ["배가", "오지", "않았다", "27"]),
    ('"위성\n 발사"', '"위성 발사"'),
    ("위성 -핵", ["위성", ("not", "핵")]),
    ('위성 -"핵 실험"', ["위성", ("not", '"핵 실험"')]),
    ("위성 NOT 핵", ["위성", ("not", "핵")]),
    ("위성 NOT NOT 핵", ["위성", "핵"]),
    ("위성 NOT (NOT 핵)", ["위성", "핵"]),
    ("-핵 위성", [("not", "핵"), "위성"]),
    ("위성 AND 발사", ("and", "위성", "발사")),
    ("위성 AND (발사 AND 로켓)", ("and", "위성", "발사", "로켓")),
    ("위성 OR 로켓 발사", ("or", "위성", ["로켓", "발사"])),
    ("위성 AND 로켓 발사", ("and", "위성", ["로켓", "발사"])),
    ("(위성 OR 로켓) AND 발사", ("and", ("or", "위성", "로켓"), "발사")),
    ("-(위성 OR 로켓) 발사", [("not", ("or", "위성", "로켓")), "발사"]),
    ("위성 (-로켓 AND -핵)", ["위성", ("not", "로켓"), ("not", "핵")]),
    ("((위성) (발사))", ["위성", "발사"]),
    ("(위성 OR 로켓)의 발사", [("or", "위성", "로켓"), "의", "발사"]),
    ("위성 OR(로켓)", ("or", "위성", "로켓")),
    ("기구(CSTO) KN-23", ["기구(CSTO)", "KN-23"]),
    ("하였다(2024년 6월)는", ["하였다", "2024년", "6월", "는"]),
    ("1) 위성 나. 발사", ["위성", "나.", "발사"]),
    ("미사일* -핵* ракет*", ["미사일*", ("not", "핵*"), "ракет*"]),
    ("미*일 *미사일", ["미*일", "*미사일"]),
    ("제목:전망 연도:2024-2025", ["title:전망", "year:2024-2025"]),
    ("TITLE：전망", "title:전망"),
    ('발행처:"예시 연구원"', "publisher:예시 연구원"),
    ("발행처:“예시 연구원”", "publisher:예시 연구원"),
    ('보고서는 "다리가 먼저"라고 썼다', ["보고서는", "다리가", '먼저"라고', "썼다"]),
    ('나루터 "다리가 먼저" 라고', ["나루터", '"다리가 먼저"', "라고"]),
    ("성장률 -4.5%", ["성장률", "4.5%"]), ("기온 -12도", ["기온", "12도"]), ("성장률 -2.1", ["성장률", "2.1"]),
    ("성장률 -2024", ["성장률", ("not", "2024")]), ("다리 -3도시", ["다리", ("not", "3도시")]),
    ("매체:기구(CSTO)", "outlet:기구(CSTO)"),
    ("각주에서: 위성", ["in:note", "위성"]),
    ("각주에서:위성", ["in:note", "위성"]),
    ("표에서:-위성 발사", ["in:table", ("not", "위성"), "발사"]),
    ("in:표 위성", ["in:table", "위성"]),
    ("-in:note 위성", [("not", "in:note"), "위성"]),
    ("(언어:러시아어 OR lang:EN) 위성", [("or", "language:ru", "language:en"), "위성"]),
    ("문서:7k4m2", "document:7k4m2"),
    ("문서:https://host.example/p/xt4rw-carrc@2", "document:xt4rw"),
    ("연도:2024", "year:2024"),
    ("10:30 https://a.example/b?c=(d)", ["10:30", "https://a.example/b?c=(d)"]),
    ("＇24년 ’24년 O'Brien 12\"포", ["＇24년", "’24년", "O'Brien", '12"포']),
    ("‘저항의 축’ 「위성 발사」 『총서』", ["‘저항의", "축’", "「위성", "발사」", "『총서』"]),
    ("and or not", ["and", "or", "not"]),
    ("위성 … - 발사!", ["위성", "발사!"]),
    ("--home 위성--발사", ["home", "위성--발사"]),
    ("위\u200b성\u00ad\ufeff", "위성"),
    (normalize("NFD", "미사일 제목:전망"), ["미사일", "title:전망"]),
    ("", None),
    (" \n ", None),
], ids=lambda value: repr(value)[:40])  # fmt: skip
def test_what_is_typed_parses_to_this_tree(typed: str, tree: object) -> None:
    query = parse(typed)
    assert (plain(query.root), query.hints) == (tree, ())


@pytest.mark.parametrize("typed, tree, told", [
    ('말하다가 "끊긴 말', ["말하다가", "끊긴", "말"], ["open-quote"]),
    ('위성 -"핵', ["위성", ("not", "핵")], ["open-quote"]),
    ("위성 OR (로켓 AND 발사", ("or", "위성", ("and", "로켓", "발사")), ["open-bracket"]),
    ("위성 NOT", "위성", ["bare-not"]),
    ("위성 NOT OR 발사", ("or", "위성", "발사"), ["bare-not"]),
    ("OR 위성", "위성", ["bare-operator"]),
    ("위성 AND", "위성", ["bare-operator"]),
    ("위성 AND OR AND 발사", ("or", "위성", "발사"), ["bare-operator"]),
    ("저지:홍예시 위성", ["저지:홍예시", "위성"], ["unknown-field"]),
    ("제목: 전망", ["제목:", "전망"], ["no-value"]),
    ("제목:(전망 OR 평가)", ["제목:", ("or", "전망", "평가")], ["no-value"]),
    ('제목:"…" 전망', ["제목:", "전망"], ["no-value"]),
    ('제목:"전망', ["제목:", "전망"], ["no-value", "open-quote"]),
    ("연도:24 위성", ["연도:24", "위성"], ["no-year"]),
    ("연도:- 위성", ["연도:-", "위성"], ["no-value"]),
    ('연도:"이천 년"', ["연도:", '"이천 년"'], ["no-year"]),
    ("언어:화성어", "언어:화성어", ["no-language"]),
    ("종류:그림자", "종류:그림자", ["no-kind"]),
    ("in:여기", "in:여기", ["no-place"]),
    ("문서:보고서", "문서:보고서", ["no-document"]),
    ("a* 위성", ["a*", "위성"], ["prefix"]),
    ("KN-23* 위성**", ["KN-23*", "위성**"], ["prefix", "prefix"]),
    ("위성 OR -핵", "위성", ["lone-not"]),
    ("위성 NOT (-핵 -실험)", "위성", ["lone-not"]),
    ("-위성", None, ["only-not"]),
    ("NOT 위성 AND -핵", None, ["only-not"]),
    ("-위성 OR -핵", None, ["only-not"]),
    ("NOT", None, ["bare-not", "no-word"]),
    ("… - ·", None, ["no-word"]),
    ("*", None, ["no-word"]),
    ("(((", None, ["open-bracket", "no-word"]),
    ("\0", None, []),
    ("\udc80", None, []),
], ids=lambda value: repr(value)[:40])  # fmt: skip
def test_what_is_ill_formed_is_plain_with_a_hint(typed: str, tree: object, told: list[str]) -> None:
    query = parse(typed)
    assert (plain(query.root), codes(query)) == (tree, told)


def test_offsets_are_into_the_cleaned_text() -> None:
    query = parse(normalize("NFD", ' 제목:전망\n위성 " 두  낱말"\0-핵*'))
    assert query.text == '제목:전망\n위성 " 두  낱말" -핵*'
    found = list(leaves(query.root)) if query.root else []
    assert [(leaf, query.text[leaf.start :][:2]) for leaf in found] == [
        (Field("title", "전망"), "제목"), (Word("위성"), "위성"), (Quote("두 낱말"), "두 "), (Prefix("핵"), "핵*"),
    ]  # fmt: skip


def test_a_long_text_is_cut_at_a_word() -> None:
    query = parse("각주에서: " + "낱말" * 200 + " 두만강 " * 150)
    assert (len(query.text) <= MAX_LENGTH, query.text[-3:], codes(query)) == (True, "두만강", ["too-long", "too-many"])


def test_a_word_without_an_end_is_cut() -> None:
    assert parse("북" * 10_000).root == Word("북" * MAX_LENGTH)


def test_words_are_bounded_and_fields_stay() -> None:
    query = parse("위성 " * 100 + "연도:2024")
    assert (plain(query.root), codes(query)) == (["위성"] * (MAX_CLAUSES - 1) + ["year:2024"], ["too-many"])


def test_brackets_too_deep_are_passed_over() -> None:
    query = parse("a (b OR " * 40 + "c" + ")" * 40)
    assert (str(query).count("("), codes(query)) == (MAX_DEPTH, ["too-deep", "too-many"])


def test_what_is_written_back_keeps_the_bound() -> None:
    query = parse("제목:" + "북" * 992 + " 위성")
    assert (query.root, codes(query)) == (Field("title", "북" * 992), ["too-long"])


@pytest.mark.parametrize(
    "typed", ["(", '"', "-", "a:", "()", ")", "“", "a(", "제목:", "NOT ", "a OR ", "\u0316\u0301", "각주에서:", " "]
)
def test_hostile_text_takes_linear_time_at_most(typed: str) -> None:
    assert growth(lambda length: partial(parse, typed * (length // len(typed))), 250_000) < 9


@given(TYPED)
def test_the_canonical_text_parses_to_the_same_query(typed: str) -> None:
    query = parse(typed)
    assert parse(str(query)) == query
    assert parse(query.written("ko")) == query


@given(TYPED)
def test_every_tree_keeps_what_planners_build_on(typed: str) -> None:
    query = parse(typed)
    assert query.root is None or asks(query.root)
    assert len(list(leaves(query.root)) if query.root else []) <= MAX_CLAUSES
    assert max(len(query.text), len(str(query)), len(query.written("ko"))) <= MAX_LENGTH
    holds(query.root)


def holds(node: Node | None) -> None:
    match node:
        case Not(child):
            assert asks(child)
            holds(child)
        case And(nodes) | Or(nodes) | Loose(nodes):
            assert len(nodes) > 1
            assert not any(isinstance(child, type(node)) for child in nodes)
            assert all(asks(child) or (isinstance(child, Not) and not isinstance(node, Or)) for child in nodes)
            for child in nodes:
                holds(child)


@given(TYPED)
def test_every_word_stands_where_it_says(typed: str) -> None:
    query = parse(typed)
    for leaf in words(query, excluded=True):
        length = len(leaf.text) if not isinstance(leaf, Quote) else 1
        assert query.text[leaf.start : leaf.start + length] == leaf.text[:length]


def test_a_tree_that_was_put_together_is_read_as_its_text_would_be() -> None:
    query = written(And((Word("나루터"), Loose((Word("뱃삯"), Field("year", "2024"))))))
    assert (str(query), query.root, query.text) == (
        "나루터 AND 뱃삯 year:2024", And((Word("나루터"), Loose((Word("뱃삯"), Field("year", "2024"))))),
        "나루터 AND 뱃삯 year:2024",
    )  # fmt: skip


@pytest.mark.parametrize("root", [None, Not(Word("나루터"))], ids=["none", "only a Not"])
def test_a_tree_that_asks_for_nothing_is_no_query(root: Node | None) -> None:
    assert written(root).root is None


def test_what_fits_is_left_as_it_is() -> None:
    tree = Loose((Word("나루터"), Not(Word("다리"))))
    assert fit(tree) == (tree, [])


def test_of_too_many_clauses_the_last_words_go_and_no_field() -> None:
    words_, field = [Word(f"말{n}") for n in range(MAX_CLAUSES + 5)], Field("year", "2024")
    root, hints = fit(Loose((*words_, field)))
    assert root == Loose((*words_[: MAX_CLAUSES - 1], field))
    assert [hint.code for hint in hints] == ["too-many"]


def test_of_a_text_too_long_to_be_written_the_last_words_go() -> None:
    long = Word("북" * (MAX_LENGTH - 4))
    root, hints = fit(Loose((long, Word("다리"), Word("나루"))))
    assert (root, [hint.code for hint in hints]) == (Loose((long, Word("다리"))), ["too-long"])


def test_the_same_hint_is_given_once() -> None:
    assert codes(parse("위성 AND AND 발사 AND AND 로켓")) == ["bare-operator"]


def test_no_more_hints_are_given_than_can_be_read() -> None:
    assert codes(parse(" ".join(f"언어:이름{n}" for n in range(20)))) == ["no-language"] * MAX_HINTS


@pytest.mark.parametrize("typed, read", [
    ("나루터 OR 다리 AND 뱃삯", ("or", "나루터", ("and", "다리", "뱃삯"))),
    ("나루터 다리 AND 뱃삯", ("and", ["나루터", "다리"], "뱃삯")),
    ("NOT 나루터 다리", [("not", "나루터"), "다리"]),
    ("나루터 다리 OR 뱃삯 배 AND 소금", ("or", ["나루터", "다리"], ("and", ["뱃삯", "배"], "소금"))),
    ("나루터 NOT (다리 뱃삯)", ["나루터", ("not", ["다리", "뱃삯"])]),
    ("((나루터 OR 다리) OR 뱃삯)", ("or", "나루터", "다리", "뱃삯")),
    ("나루터 AND -다리", ("and", "나루터", ("not", "다리"))),
    ("연도:2024 OR 제목:나루터", ("or", "year:2024", "title:나루터")),
    ("NOT -나루터 다리", ["나루터", "다리"]),
    ("() 나루터", "나루터"),
    ("나루터 ()", "나루터"),
], ids=lambda value: repr(value)[:40])  # fmt: skip
def test_not_binds_closest_then_words_side_by_side_then_and_then_or(typed: str, read: object) -> None:
    assert plain(parse(typed).root) == read
