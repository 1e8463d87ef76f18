"""The query language is a promise: what is typed parses to this tree, is written back, and is never an error."""

from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model.passage import PassageKind
from archive.query import (
    MAX_CLAUSES,
    MAX_DEPTH,
    MAX_LENGTH,
    And,
    Field,
    Hint,
    Leaf,
    Loose,
    Node,
    Not,
    Or,
    Prefix,
    Query,
    Quote,
    SyntaxRule,
    Word,
    fields,
    message,
    parse,
    syntax,
    with_field,
    without_field,
    words,
    years,
)
from archive.query.fields import read_value, write_field
from archive.query.hints import WORDS
from archive.query.tree import asks, leaves


def plain(node: Node | None) -> object:
    match node:
        case None:
            return None
        case Word(text):
            return text
        case Prefix(text):
            return f"{text}*"
        case Quote(text):
            return f'"{text}"'
        case Field(name, value):
            return f"{name}:{value}"
        case Not(child):
            return ("not", plain(child))
        case And(nodes):
            return ("and", *map(plain, nodes))
        case Or(nodes):
            return ("or", *map(plain, nodes))
        case Loose(nodes):
            return [plain(child) for child in nodes]


def codes(query: Query) -> list[str]:
    return [hint.code for hint in query.hints]


@pytest.mark.parametrize(
    "typed, tree",
    [
        ("위성", "위성"),
        ("위성 발사", ["위성", "발사"]),
        ("위성\n  발사\r\n", ["위성", "발사"]),
        ('"위성 발사" 북한', ['"위성 발사"', "북한"]),
        ("“위성 발사”은 북한", ['"위성 발사"', "은", "북한"]),
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
        ("1) 위성 나. 발사", ["1", "위성", "나.", "발사"]),
        ("미사일* -핵* ракет*", ["미사일*", ("not", "핵*"), "ракет*"]),
        ("미*일 *미사일", ["미*일", "*미사일"]),
        ("제목:전망 연도:2024-2025", ["title:전망", "year:2024-2025"]),
        ("TITLE：전망", "title:전망"),
        ('발행처:"예시 연구원"', "publisher:예시 연구원"),
        ("발행처:“예시 연구원”", "publisher:예시 연구원"),
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
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_is_typed_parses_to_this_tree(typed: str, tree: object) -> None:
    query = parse(typed)
    assert (plain(query.root), query.hints) == (tree, ())


@pytest.mark.parametrize(
    "typed, tree, told",
    [
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
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_is_ill_formed_is_plain_with_a_hint(typed: str, tree: object, told: list[str]) -> None:
    query = parse(typed)
    assert (plain(query.root), codes(query)) == (tree, told)


@pytest.mark.parametrize(
    "typed, value",
    [
        ("2024", "2024"),
        ("2024년", "2024"),
        ("２０２４", "2024"),
        ("2023-2025", "2023-2025"),
        ("2025-2023", "2023-2025"),
        ("2023..2025", "2023-2025"),
        ("2023~2025", "2023-2025"),
        ("2023～2025년", "2023-2025"),
        ("2023–2025", "2023-2025"),
        ("2023-", "2023-"),
        ("2023~", "2023-"),
        ("-2023", "-2023"),
        ("..2023", "-2023"),
        ("2023-2023", "2023"),
        ("24", None),
        ("20245", None),
        ("2024-06", None),
        ("2023-24", None),
        ("-", None),
        ("year", None),
    ],
)
def test_years_are_read(typed: str, value: str | None) -> None:
    assert read_value("year", typed) == value


@pytest.mark.parametrize(
    "value, span",
    [
        ("2024", (2024, 2024)),
        ("2023-2025", (2023, 2025)),
        ("2023-", (2023, None)),
        ("-2023", (None, 2023)),
    ],
)
def test_a_year_value_says_first_and_last(value: str, span: object) -> None:
    assert years(value) == span


@pytest.mark.parametrize(
    "name, typed, value",
    [
        ("kind", "문단", "paragraph"),
        ("kind", "표", "row"),
        ("kind", "Table", "row"),
        ("kind", "미주", "note"),
        ("kind", "제목", "title"),
        ("kind", "절 제목", "heading"),
        ("kind", "HEADING", "heading"),
        ("language", "한국어", "ko"),
        ("language", "Русский", "ru"),
        ("language", "English", "en"),
        ("language", "中文", "zh"),
        ("language", "ja", "ja"),
        ("in", "각주", "note"),
        ("in", "body", "body"),
        ("document", "7K4M2", "7k4m2"),
        ("document", "7k4m", None),
        ("title", '두 "낱말"', "두 낱말"),
        ("author", "…", None),
    ],
)
def test_values_are_read_in_either_language(name: str, typed: str, value: str | None) -> None:
    assert read_value(name, typed) == value


@pytest.mark.parametrize("kind", PassageKind)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_kind_is_written_as_it_is_read(kind: PassageKind, language: str) -> None:
    typed = write_field("kind", kind.value, "ko" if language == "ko" else "en")
    assert parse(typed).root == Field("kind", kind.value)


@pytest.mark.parametrize(
    "typed, ko, en",
    [
        ("위성  NOT 핵", "위성 -핵", "위성 -핵"),
        (
            "(위성 OR ((로켓))) AND “발사체 시험”",
            '(위성 OR 로켓) AND "발사체 시험"',
            '(위성 OR 로켓) AND "발사체 시험"',
        ),
        ("title:전망 언어:en 종류:row", "제목:전망 언어:영어 종류:표", "title:전망 language:en kind:table"),
        ("in:각주 -문서:7k4m2 위성*", "각주에서: -문서:7k4m2 위성*", "in:note -document:7k4m2 위성*"),
        (
            'publisher:"예시 연구원" 연도:2023..',
            '발행처:"예시 연구원" 연도:2023-',
            'publisher:"예시 연구원" year:2023-',
        ),
    ],
)
def test_the_canonical_text_in_either_language(typed: str, ko: str, en: str) -> None:
    query = parse(typed)
    assert (query.written("ko"), query.written("en"), str(query)) == (ko, en, en)


def test_offsets_are_into_the_cleaned_text() -> None:
    query = parse(normalize("NFD", " 제목:전망\n위성 “ 두  낱말”\0-핵*"))
    assert query.text == "제목:전망\n위성 “ 두  낱말” -핵*"
    found = list(leaves(query.root)) if query.root else []
    assert [(leaf, query.text[leaf.start :][:2]) for leaf in found] == [
        (Field("title", "전망"), "제목"),
        (Word("위성"), "위성"),
        (Quote("두 낱말"), "두 "),
        (Prefix("핵"), "핵*"),
    ]


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
def test_hostile_text_takes_no_time(typed: str) -> None:
    text = typed * (1_000_000 // len(typed))
    before = process_time()
    parse(text)
    assert process_time() - before < 0.5


PIECES = st.sampled_from(
    [
        *'북 a-()"“”:*.·\n\0',
        " ",
        " AND ",
        " OR ",
        " NOT ",
        "AND",
        "OR",
        "NOT",
        "(",
        ")",
        "-(",
        " -",
        "위성 ",
        "제목:",
        "title:",
        "연도:",
        "in:",
        "각주에서:",
        "2024",
        "2023-2025",
        "언어:ko ",
        "kind:표 ",
        "문서:7k4m2",
        "저지:",
        "미사일*",
        "\ud800",
        "ᄇ",
        "ᅮ",
        "ᆨ",
        "\u0301",
        "＂",
        "（",
        "：",
        "－",
        "＊",
        "ＡＮＤ",
        "’24년",
        "https://a.b/(c)",
        "\u00ad",
        "\u3000",
        "½",
        '"두 낱말"',
        '발행처:"두 낱말"',
    ]
)
TYPED = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, min_size=100, max_size=300).map("".join),
)


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


@given(
    TYPED,
    st.sampled_from(["title", "publisher", "year", "kind"]),
    st.sampled_from(["2024", "표", '가 "나"', "", "(", "x" * 80]),
)
def test_a_field_added_and_taken_away(typed: str, name: str, value: str) -> None:
    query = parse(typed)
    narrowed = with_field(query, name, value)
    assert parse(str(narrowed)) == narrowed
    clauses = (
        len(list(leaves(query.root))) if query.root else 0
    )  # a query that is full gives its last word for the field
    if narrowed != query and clauses < MAX_CLAUSES and len(str(query)) < MAX_LENGTH - 100:
        assert without_field(narrowed, name, value) == query


@pytest.mark.parametrize(
    "typed, narrowed",
    [
        ("", "year:2024"),
        ("위성", "위성 year:2024"),
        ("위성 발사", "위성 발사 year:2024"),
        ("위성 AND 발사", "위성 AND 발사 AND year:2024"),
        ("위성 OR 발사", "(위성 OR 발사) year:2024"),
        ("위성 연도:2023", "위성 year:2023 year:2024"),
        ("위성 AND (연도:2024 발사)", "위성 AND year:2024 발사"),
        ("위성 " * 70, " ".join(["위성"] * 63 + ["year:2024"])),
    ],
    ids=lambda value: value[:30],
)
def test_a_click_on_a_facet_narrows(typed: str, narrowed: str) -> None:
    assert str(with_field(parse(typed), "year", "2024")) == narrowed


@pytest.mark.parametrize(
    "typed, widened",
    [
        ("위성 year:2024", "위성"),
        ("위성 AND year:2024 AND year:2023", "위성 AND year:2023"),
        ("위성 -year:2024", "위성 -year:2024"),
        ("위성 (year:2024 OR 발사)", "위성 (year:2024 OR 발사)"),
        ("year:2024", ""),
        ("year:2024 -위성", ""),
    ],
)
def test_a_click_takes_a_facet_away(typed: str, widened: str) -> None:
    assert str(without_field(parse(typed), "year", "2024")) == widened


def test_a_name_is_taken_away_in_another_spelling() -> None:
    assert str(without_field(parse('발행처:"예시 연구원" 위성'), "publisher", "예시연구원")) == "위성"


def test_fields_that_every_result_answers() -> None:
    query = parse("제목:전망 (연도:2024 AND 위성) (언어:ko OR 발사) -종류:표")
    assert fields(query) == (Field("title", "전망"), Field("year", "2024"))


def test_words_in_order_with_or_without_what_is_left_out() -> None:
    query = parse('위성 -(핵 OR 실험) 제목:전망 (미사일* OR "발사 시험")')
    found: tuple[Leaf, ...] = (Word("위성"), Prefix("미사일"), Quote("발사 시험"))
    assert words(query) == found
    assert words(query, excluded=True) == (found[0], Word("핵"), Word("실험"), *found[1:])


@pytest.mark.parametrize("rule", syntax(), ids=lambda rule: rule.name)
def test_every_rule_has_an_example_that_parses(rule: SyntaxRule) -> None:
    asked = [parse(rule.example("ko")), parse(rule.example("en"))]
    assert [query.hints for query in asked] == [(), ()]
    assert all(query.root for query in asked)


@pytest.mark.parametrize("code", WORDS)
def test_every_hint_has_words_in_both_languages(code: str) -> None:
    values = tuple((name, "x") for name in ("most", "field", "value", "example", "operator"))
    assert message(Hint(code, values), "ko").endswith(("다.", "오."))
    assert "{" not in message(Hint(code, values), "en")


def test_a_hint_in_words() -> None:
    (hint,) = parse("저자: 홍예시").hints
    assert (
        message(hint, "en")
        == "‘저자:’ had no value right after it, so it was taken as a word. Write it as in: 저자:홍예시"
    )
