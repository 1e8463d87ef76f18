"""What the query matched is what is marked: the morpheme and not its particle, never a word under NOT."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.highlight import IndexedText, marks, missing_words, reasons
from archive.search.term import BigramPhrase, QueryTerm, bigram_places
from archive.tokens import Bigrams, Streams
from tests.archive.literal import planned, streams_of


def marked(query: str, text: str) -> list[str]:
    """What is marked where the words count as typed."""
    found, _ = planned(query, text, exactly=True)
    return [text[mark.start : mark.end] for mark in marks(found.terms, IndexedText(text, streams_of(text)))]


@pytest.mark.parametrize(
    "query, text, found",
    [
        ("북한", "북한은 움직였다", ["북한"]),
        ("북한의", "북한은 움직였다", ["북한"]),
        ("정찰위성", "군사정찰위성을 쏘았다", ["정찰위성"]),
        ("군사정찰위성", "정찰위성과 군사 위성", ["정찰위성", "군사", "위성"]),
        ("대사", "절대 사용하지 않았다", []),
        ("북러", "북·러 회담과 북미 회담", ["북·러"]),
        ("동반자협정", "동반자 협정을 맺었다", ["동반자 협정"]),
        ('"동반자 협정"', "동반자협정을 맺고 동반자가 되었다", ["동반자협정"]),
        ('"협정 동반자"', "동반자 협정을 맺었다", []),
        ("Лавров", "Встреча с Лавровым", ["Лавровым"]),
        ("sanctions", "a new sanction", ["sanction"]),
        ("24년", "’24년과 2024년", ["24년", "2024년"]),
        ("１３２２１명", "모두 13,221명이다", ["13,221명"]),
        ("위성 -로켓", "위성과 로켓", ["위성"]),
        ("위성 NOT (로켓 OR 핵)", "위성, 로켓, 핵", ["위성"]),
        ("(위성 AND 발사)", "위성 발사", ["위성", "발사"]),
        ("연도:2024", "2024년 위성", []),
    ],
)
def test_marks(query: str, text: str, found: list[str]) -> None:
    assert marked(query, text) == found


def test_a_mark_says_which_word_it_answers() -> None:
    found, _ = planned("위성의 발사", "위성을 쏘았다")
    assert [
        mark.matched_terms for mark in marks(found.terms, IndexedText("위성을 쏘았다", streams_of("위성을 쏘았다")))
    ] == [("위성",)]


@pytest.mark.parametrize(
    "query, text, found",
    [
        ("Petushkov", "페투시코프 장관이 왔다", [("페투시코프", ("Petushkov",), ("name",))]),
        ("페투시코프", "С Петушковым говорил", [("Петушковым", ("페투시코프",), ("name",))]),
        ("정찰위성", "군사정찰위성을 쏘았다", [("군사정찰위성", ("정찰위성",), ("term", ""))]),
        ("Kim Mungi", "김문기 사공이 왔다", [("김문기", ("Kim Mungi",), ("name",))]),  # the model cuts it in two
        ("유엔 안보리", "the UN Security Council met", [("UN Security Council", ("유엔 안보리",), ("term",))]),
        ("2024년 6월", "’24년 6월의 일", [("’24년 6월", ("2024년 6월",), ("quantity", ""))]),
        (
            "로씨야 력사",
            "러시아의 역사",
            [("러시아", ("로씨야",), ("term",)), ("역사", ("력사",), ("spelling", "term"))],
        ),
        (
            '"소금, 배추" 소금',
            "소금 배추와 소금",
            [("소금 배추", ("소금", "“소금, 배추”"), ("", "term")), ("소금", ("소금",), ("", "term"))],
        ),
        ("러시아 Россия", "러시아는", [("러시아", ("러시아", "Россия"), ("", "term"))]),
    ],
)
def test_a_mark_says_by_what_reading_it_was_found(query: str, text: str, found: list[object]) -> None:
    terms = planned(query, text)[0].terms
    assert [
        (text[m.start : m.end], m.matched_terms, m.kinds) for m in marks(terms, IndexedText(text, streams_of(text)))
    ] == found


def test_another_form_is_a_reason_only_where_the_typed_one_does_not_stand() -> None:
    text = "페투시코프(Petushkov) 장관과 Петушков"
    terms = planned("Petushkov", text)[0].terms
    assert [text[start:end] for _, start, end, _ in reasons(terms, IndexedText(text, streams_of(text)))] == [
        "페투시코프",
        "Петушков",
    ]


@pytest.mark.parametrize(
    "query, text, missing",
    [
        ("위성 로켓", "위성을 쏘았다", ["로켓"]),
        ("교량화물", "교량의 소금", ["화물"]),
        ("교량화물", "소금을 쌓았다", ["교량화물"]),
        ("교량화물", "교량에 쌓은 화물", []),
        ("Petushkov 위성", "페투시코프와 위성", []),
        ('"위성 발사"', "발사한 위성", ["“위성 발사”"]),
    ],
)
def test_a_word_is_missing_where_a_part_of_it_stands_in_none_of_the_texts(
    query: str, text: str, missing: list[str]
) -> None:
    terms = planned(query, text)[0].terms
    assert [word for term in terms for word in missing_words(term, [IndexedText(text, streams_of(text))])] == missing


def test_parts_of_a_word_may_stand_in_the_text_and_the_title_above_it() -> None:
    terms = planned("교량화물", "화물을 쌓았다", "교량 이야기")[0].terms
    text, title = (IndexedText(one, streams_of(one)) for one in ("화물을 쌓았다", "교량 이야기"))
    assert (missing_words(terms[0], [text]), missing_words(terms[0], [text, title])) == (("교량",), ())


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


LETTERS = "가나다中文ab1 ·-,ㆍ（"


@given(st.text(LETTERS, max_size=30), st.text("가나다中文ab1 ·", min_size=1, max_size=5), st.booleans())
def test_a_word_of_syllables_stands_where_all_its_bigrams_stand_side_by_side(text: str, word: str, tied: bool) -> None:
    phrase = BigramPhrase(bigram_places(word, tied))
    read, given_out = (IndexedText(text, Streams((), (), one, ())) for one in (Bigrams(text), tuple(Bigrams(text))))
    assert merged(read.bigrams(phrase)) == merged(given_out.bigrams(phrase))
    term = QueryTerm(word, bigrams=phrase.places, exact=True)
    assert not (read.lacks(term) and given_out.bigrams(phrase))
