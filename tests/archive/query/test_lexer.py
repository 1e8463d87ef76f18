"""Of which words, phrases, fields and operators a query consists."""

import pytest
from hypothesis import given

from archive.query import Field, Prefix, Quote, Word
from archive.query.hints import Hint
from archive.query.lexer import lexemes
from archive.query.limits import MAX_DEPTH
from archive.query.signs import clean
from archive.query.tree import Leaf
from tests.archive.query.typed import TYPED, plain


def read(text: str) -> list[object]:
    return [plain(lexeme.leaf) if lexeme.leaf else lexeme.kind for lexeme in lexemes(text)[0]]


def leaves(text: str) -> list[Leaf]:
    return [lexeme.leaf for lexeme in lexemes(text)[0] if lexeme.leaf]


@pytest.mark.parametrize("text, parts", [
    ("나루터 다리", ["나루터", "다리"]),
    ("나루터 AND 다리 OR 배", ["나루터", "AND", "다리", "OR", "배"]),
    ("나루터 and 다리", ["나루터", "and", "다리"]),
    ("나루터 ＡＮＤ 다리", ["나루터", "AND", "다리"]),
    ('"나루터 다리"는', ['"나루터 다리"', "는"]),
    ("“나루터\n 다리”", ['"나루터 다리"']),
    ('"나루터”', ['"나루터"']),
    ('나루"터', ['나루"터']),
    ('"" 나루터', ["나루터"]),
    ('"…" 나루터', ["나루터"]),
    ("” 나루터", ["나루터"]),
    ("(나루터)", ["(", "나루터", ")"]),
    ("(나루터 다리)는", ["(", "나루터", "다리", ")", "는"]),
    ("나루터)", ["나루터"]),
    ("기구(CSTO)의", ["기구(CSTO)의"]),
    ("OR(나루터)", ["OR", "(", "나루터", ")"]),
    ("… · ―", []),
    ("·나루터·", ["·나루터·"]),
], ids=lambda value: value if isinstance(value, str) else "")  # fmt: skip
def test_a_text_is_read_into_its_parts(text: str, parts: list[object]) -> None:
    assert read(text) == parts


@pytest.mark.parametrize("text, parts", [
    ("-다리", ["NOT", "다리"]),
    ("나루터 -다리", ["나루터", "NOT", "다리"]),
    ("나루터-다리", ["나루터-다리"]),
    ("나루터 - 다리", ["나루터", "다리"]),
    ("나루터 --다리", ["나루터", "다리"]),
    ("나루터 -", ["나루터"]),
    ("(-다리)", ["(", "NOT", "다리", ")"]),
    ("-(나루터)", ["NOT", "(", "나루터", ")"]),
    ('-"나루터 다리"', ["NOT", '"나루터 다리"']),
    ("-제목:나루터", ["NOT", "title:나루터"]),
    ("각주에서:-다리", ["in:note", "NOT", "다리"]),
    ("－다리", ["NOT", "다리"]),
    ("KN-23", ["KN-23"]),
], ids=lambda value: value if isinstance(value, str) else "")  # fmt: skip
def test_a_minus_leaves_out_what_it_touches(text: str, parts: list[object]) -> None:
    assert read(text) == parts


@pytest.mark.parametrize("text, parts", [
    ("북 -러", ["북-러"]),
    ("북 - 러 회담", ["북-러", "회담"]),
    ("북- 중 -러", ["북-중-러"]),
    ("북 -러시아", ["북", "NOT", "러시아"]),
    ("북 -핵", ["북", "NOT", "핵"]),
    ("배 -러", ["배", "NOT", "러"]),
    ("북 러", ["북", "러"]),
    ("북 NOT 러", ["북", "NOT", "러"]),
], ids=lambda value: value if isinstance(value, str) else "")  # fmt: skip
def test_a_pair_of_states_as_extractors_leave_it_is_one_word(text: str, parts: list[object]) -> None:
    assert read(text) == parts


@pytest.mark.parametrize("text, parts", [
    ("제목:나루터", ["title:나루터"]),
    ("제목：나루터", ["title:나루터"]),
    ('제목:"나루터 다리"는', ["title:나루터 다리", "는"]),
    ("제목:기구(CSTO) 다리", ["title:기구(CSTO)", "다리"]),
    ("(제목:나루터)", ["(", "title:나루터", ")"]),
    ("표에서:나루터", ["in:table", "나루터"]),
    ("10:30 나루터", ["10:30", "나루터"]),
    ("https://보기.example/a", ["https://보기.example/a"]),
    ("나루 제목:", ["나루", "제목:"]),
], ids=lambda value: value if isinstance(value, str) else "")  # fmt: skip
def test_a_field_is_a_name_a_colon_and_a_value_that_it_can_have(text: str, parts: list[object]) -> None:
    assert read(text) == parts


@pytest.mark.parametrize("text, parts", [
    ("핵*", ["핵*"]), ("朝*", ["朝*"]), ("나루*", ["나루*"]), ("ab*", ["ab*"]),
    ("20*", ["20*"]), ("나루＊", ["나루*"]), ("*", []), ("ㄱ*", ["ㄱ*"]),
])  # fmt: skip
def test_a_star_at_the_end_of_a_word_means_any_ending(text: str, parts: list[object]) -> None:
    assert read(text) == parts


@pytest.mark.parametrize("text, leaf", [
    ("핵*", Prefix("핵")), ("朝*", Prefix("朝")),
    ("나루*", Prefix("나루")), ("ab*", Prefix("ab")), ("20*", Prefix("20")),
    ("a*", Word("a*")), ("ㄱ*", Word("ㄱ*")), ("KN-23*", Word("KN-23*")),
    ("나*루", Word("나*루")), ("나루**", Word("나루**")),
])  # fmt: skip
def test_enough_must_stand_before_the_star(text: str, leaf: Leaf) -> None:
    assert leaves(text) == [leaf]


@pytest.mark.parametrize("text, hints", [
    ("나루터 (다리)", []),
    ('나루터 "다리', [Hint("open-quote")]),
    ("(나루터", [Hint("open-bracket")]),
    ("저지:나루터", [Hint("unknown-field", (("field", "저지"),))]),
    ("가:나루터", []),
    ("https://보기.example", []),
    ("제목: 나루터", [Hint("no-value", (("field", "제목"), ("example", "제목:전망")))]),
    ("title: 나루터", [Hint("no-value", (("field", "title"), ("example", "title:outlook")))]),
    ("연도:24", [Hint("no-year", (("value", "24"),))]),
    ("언어:화성어", [Hint("no-language", (("value", "화성어"),))]),
    ("종류:그림자", [Hint("no-kind", (("value", "그림자"),))]),
    ("in:여기", [Hint("no-place", (("value", "여기"),))]),
    ("문서:보고서", [Hint("no-document", (("value", "보고서"),))]),
    ("a*", [Hint("prefix", (("value", "a*"),))]),
    ("(" * (MAX_DEPTH + 1) + "가" + ")" * (MAX_DEPTH + 1), [Hint("too-deep", (("most", "16"),))]),
], ids=lambda value: value[:20] if isinstance(value, str) else "")  # fmt: skip
def test_what_is_taken_as_plain_is_said(text: str, hints: list[Hint]) -> None:
    assert lexemes(text)[1] == hints


def test_every_part_knows_where_it_stands() -> None:
    found = leaves('나루터 -제목:다리 " 뱃삯 인상" 배* 각주에서:')
    assert [(leaf, leaf.start) for leaf in found] == [
        (Word("나루터"), 0), (Field("title", "다리"), 5),
        (Quote("뱃삯 인상"), 13), (Prefix("배"), 20), (Field("in", "note"), 23),
    ]  # fmt: skip


def test_brackets_leave_balanced_and_no_deeper_than_they_may() -> None:
    assert read("(" * 40 + "가" + ")" * 30) == ["("] * MAX_DEPTH + ["가"] + [")"] * MAX_DEPTH


@given(TYPED)
def test_whatever_is_typed_brackets_are_balanced_and_leaves_in_order(typed: str) -> None:
    found, _ = lexemes(clean(typed)[0])
    depth = 0
    for lexeme in found:
        depth += {"(": 1, ")": -1}.get(lexeme.kind, 0)
        assert 0 <= depth <= MAX_DEPTH
        assert (lexeme.kind == "leaf") == (lexeme.leaf is not None)
    starts = [lexeme.leaf.start for lexeme in found if lexeme.leaf]
    assert (depth, starts) == (0, sorted(set(starts)))
