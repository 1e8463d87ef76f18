"""Tokens are columns that read as a sequence of tokens; the pairs of letters follow from a text alone."""

from collections.abc import Iterable

import pytest

from archive.text import fold
from archive.tokens import Bigrams, MadeTokens, Streams, Token


@pytest.mark.parametrize(
    "text, terms",
    [
        ("절대 사용 UN 안보리", ["절대", "대‿사", "사용", "용‿un", "un", "안보", "보리"]),
        ("값 1,234.5원", ["값‿1234.5", "1234.5"]),
        ("값 ×원", ["값‿×", "×"]),  # a sign among the Latin letters of Unicode
        ("나ß", ["나ss", "ss"]),
        ("강", []),
        ("", []),
        ("中俄_관계", ["中俄", "俄‿관", "관계"]),
    ],
)
def test_pairs_cross_spaces_with_a_tie_and_keep_foreign_words_whole(text: str, terms: list[str]) -> None:
    assert list(Bigrams(text).terms) == terms


def printed(tokens: Iterable[Token], text: str) -> list[tuple[str, str]]:
    return [(token.term, text[token.start : token.end]) for token in tokens]


def test_a_pair_marks_its_letters_and_of_a_foreign_word_only_the_word_s_own_token() -> None:
    text = "리 un, 안 보"
    assert [(t.term, text[t.start : t.end]) for t in Bigrams(text)] == [
        ("리‿un", "리"),
        ("un", "un"),
        ("안‿보", "안 보"),
    ]


def test_spans_count_in_the_text_as_stored() -> None:
    text = "북·러 ㎞"
    assert [(t.term, text[t.start : t.end]) for t in Bigrams(fold(text))] == [
        ("북러", "북·러"),
        ("러‿km", "러"),
        ("km", "㎞"),
    ]
    made = MadeTokens(fold(text), [("km", 3, 5), ("북러", 0, 2)])
    assert list(made) == [Token("북러", 0, 3), Token("km", 4, 5)]


def test_tokens_are_a_sequence() -> None:
    made = MadeTokens(fold("강과 산"), [("강", 0, 1), ("산", 3, 4)])
    assert (len(made), made[-1], list(made[:1])) == (2, Token("산", 3, 4), [Token("강", 0, 1)])
    assert made == (Token("강", 0, 1), Token("산", 3, 4))
    assert hash(made) == hash(tuple(made))
    with pytest.raises(IndexError):
        made[2]


def test_streams_give_columns_of_whatever_holds_them() -> None:
    made = MadeTokens(fold("강과 산"), [("강", 0, 1), ("산", 3, 4)])
    for tokens in (made, tuple(made)):
        streams = Streams(tokens, (), ())
        assert (list(streams.terms("word")), [list(s) for s in streams.spans("word")]) == (
            ["강", "산"],
            [[0, 3], [1, 4]],
        )
