"""The archive's own words are kept with how they sound and how they begin, in any database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.analyzer import analyze
from archive.knowledge import builtin
from archive.phonetics import lookup
from archive.store import Lexicon, Store
from archive.vocabulary import LONGEST, LexiconWord, initials
from tests.archive.literal import passage
from tests.archive.test_permanence import fresh_postgres

TEXTS = (
    "라브로프 외무장관이 로동신문과 만났다.",
    "Лавров и Petushkov met in the harbour; 王毅와 习近平主席重要讲话",
    "라브로프가 다시 왔다. 라면과 라디오방송국.",
)


@pytest.fixture(params=["sqlite", "postgresql"])
def lexicon(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Lexicon]:
    store = Store.at(tmp_path, fresh_postgres() if request.param == "postgresql" else None)
    made = Lexicon(store)
    learn(made, *TEXTS)
    yield made
    store.close()


def learn(lexicon: Lexicon, *texts: str) -> None:
    lexicon.learn(
        (passage(key, text), streams)
        for key, (text, streams) in enumerate(zip(texts, analyze(texts, builtin()), strict=True))
    )


def test_cyrillic_words_are_found_by_their_beginning(lexicon: Lexicon) -> None:
    assert lexicon.beginning(["лав", "пет", "met"]) == ["лавров"]


def test_the_words_that_stand_in_the_archive_are_known(lexicon: Lexicon) -> None:
    asked = [
        "라브로프",
        "лавров",
        "petushkov",
        "王毅",
        "met",
        "harbour",
        "习近平主席重要讲话",
        "푸틴",
        "왔",
        "외무장관",
    ]
    assert lexicon.known(asked) == {
        "라브로프": LexiconWord("라브로프", "라브로프", "hangul"),
        "лавров": LexiconWord("лавров", "Лавров", "cyrillic"),
        "petushkov": LexiconWord("petushkov", "Petushkov", "latin"),
        "王毅": LexiconWord("王毅", "王毅", "han"),
        "met": LexiconWord("met", "met", "latin"),
        "harbour": LexiconWord("harbour", "harbour", "latin"),
        "외무장관": LexiconWord("외무장관", "외무장관", "hangul"),
    }


@pytest.mark.parametrize("asked", ["Lavrov", "Лавровым", "라브로프", "라브로브"])
def test_words_are_found_by_their_sound(lexicon: Lexicon, asked: str) -> None:
    every, korean, others = (
        {word.form for words in lexicon.sounding(lookup(asked), which).values() for word in words}
        for which in (None, True, False)
    )
    assert {"라브로프", "лавров"} <= every
    assert "petushkov" not in every
    assert ("라브로프" in korean - others, "лавров" in others - korean) == (True, True)


@pytest.mark.parametrize(
    "prefix, found",
    [
        ("라", ["라면", "라디오", "라브로프"]),
        ("ㄹㅂ", ["라브로프"]),
        ("ㄹㅂㄹㅍ", ["라브로프"]),
        ("라브로프", ["라브로프"]),
        ("Лав", ["лавров"]),
        ("PETU", ["petushkov"]),
        ("王", ["王毅"]),
        ("ㅍㅌ", []),
        ("%", []),
        ("_", []),
        ("", []),
        ("\U0010fffe", []),
    ],
    ids=repr,
)
def test_words_are_found_by_their_beginning_or_initials_the_shortest_first(
    lexicon: Lexicon, prefix: str, found: list[str]
) -> None:
    assert [word.form for word in lexicon.starting(prefix, 20) if word.form in (*found, "라브로프")] == found


@pytest.mark.parametrize("prefix", ["\U0010ffff", "\ud7ff", "\uffff"], ids=ascii)
def test_the_last_letters_there_are_begin_nothing(lexicon: Lexicon, prefix: str) -> None:
    assert lexicon.starting(prefix, 5) == []


def test_no_more_are_given_than_asked_for(lexicon: Lexicon) -> None:
    assert [word.form for word in lexicon.starting("라", 1)] == ["라면"]


def test_what_is_learnt_again_is_known_once_and_what_is_forgotten_not_at_all(lexicon: Lexicon) -> None:
    before = lexicon.starting("ㄹ", 100)
    learn(lexicon, *TEXTS)
    learn(lexicon, "새 부두")
    assert lexicon.starting("ㄹ", 100) == before
    lexicon.clear()
    assert (lexicon.known(["라브로프"]), lexicon.sounding(lookup("Lavrov")), lexicon.starting("라", 9)) == ({}, {}, [])


def test_many_words_at_once(lexicon: Lexicon) -> None:
    syllables = "가나다라마바사아자차카타파하거너더러머버"
    many = [f"LexiconWord{chr(97 + i // 26)}{chr(97 + i % 26)}{chr(97 + j)}" for i in range(40) for j in range(26)]
    learn(lexicon, " ".join(many), syllables)
    assert len(lexicon.known([word.casefold() for word in many])) == len(many) > 1_000


def test_terms_of_a_word_are_places_of_the_word_stream() -> None:
    words = (
        LexiconWord("лавров", "Лавров", "cyrillic"),
        LexiconWord("王毅", "王毅", "han"),
        LexiconWord("라브로프", "라브로프", "hangul"),
    )
    assert [[place[0] for place in word.terms] for word in words] == [["лавров"], ["王", "毅"], ["라브로프"]]


@pytest.mark.parametrize(
    "word, found", [("라브로프", "ㄹㅂㄹㅍ"), ("꽃", "ㄲ"), ("лавров", ""), ("북a", ""), ("ㄹㅂ", ""), ("", "")]
)
def test_initials(word: str, found: str) -> None:
    assert initials(word) == found


def test_long_runs_are_no_names(lexicon: Lexicon) -> None:
    assert all(len(word.form) <= LONGEST for word in lexicon.starting("ㄹ", 100))
