"""The query language is a promise: what is typed parses to this tree, or is refused with a way out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import QueryError
from archive.query import And, Field, Loose, Not, Or, Query, Quote, Word, parse


def plain(node: Query) -> object:
    match node:
        case Word(text):
            return text
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


@pytest.mark.parametrize("typed, tree", [
    ("위성", "위성"),
    ("위성 발사", ["위성", "발사"]),
    ('"위성 발사" 북한', ['"위성 발사"', "북한"]),
    ("“위성 발사”", '"위성 발사"'),
    ("위성 -핵", ["위성", ("not", "핵")]),
    ("위성 NOT 핵", ["위성", ("not", "핵")]),
    ("위성 NOT NOT 핵", ["위성", "핵"]),
    ("위성 AND 발사", ("and", "위성", "발사")),
    ("위성 OR 로켓 발사", ("or", "위성", ["로켓", "발사"])),
    ("(위성 OR 로켓) AND 발사", ("and", ("or", "위성", "로켓"), "발사")),
    ("위성 OR (로켓 AND 발사", ("or", "위성", ("and", "로켓", "발사"))),
    ("발사) 위성", ["발사", "위성"]),
    ("기구(CSTO) KN-23", ["기구(CSTO)", "KN-23"]),
    ("제목:전망 연도:2024-2025", ["title:전망", "year:2024-2025"]),
    ('발행처:"예시 연구원"', "publisher:예시 연구원"),
    ("각주에서: 위성", ["in:note", "위성"]),
    ("in:표 위성", ["in:table", "위성"]),
    ("-in:note 위성", [("not", "in:note"), "위성"]),
    ("10:30 https://a.example/b", ["10:30", "https://a.example/b"]),
    ("and or not", ["and", "or", "not"]),
    ('말하다가 "끊긴', ["말하다가", '끊긴']),
    ("위성 … 발사!", ["위성", "발사!"]),
])  # fmt: skip
def test_parse(typed: str, tree: object) -> None:
    assert plain(parse(typed)) == tree


@pytest.mark.parametrize("typed, code", [
    ("", "no-word"), ("   ", "no-word"), ("((((", "no-word"), ("*", "no-word"), ("\0", "no-word"), ("\udc80", "no-word"),
    ("NOT", "bare-not"), ("위성 NOT", "bare-not"), ("-위성", "only-not"), ("NOT 위성", "only-not"),
    ("위성 OR -핵", "only-not"), ("북" * 10_000, "too-long"), ("북 " * 200, "too-many"), ("(" * 40 + "북", "too-deep"),
    ("연도:24", "no-year"), ("제목:", "no-value"), ("in:여기", "no-place"),
], ids=lambda value: repr(value[:12]))  # fmt: skip
def test_refused_with_a_reason(typed: str, code: str) -> None:
    with pytest.raises(QueryError) as refused:
        parse(typed)
    assert refused.value.code == code


@given(st.text(alphabet=st.sampled_from('북 ()"-:“”ANDORT*제목\0\ud800'), max_size=60))
def test_anything_typed_parses_or_is_refused(typed: str) -> None:
    try:
        parse(typed)
    except QueryError as refused:
        assert str(refused).encode()
