"""Frequencies and words of one state of an index, each read once."""

from pathlib import Path

import pytest

from archive.search.statistics import IndexStatistics
from archive.search.term import QueryTerm
from tests.archive.literal import Archive, brief


@pytest.fixture
def made(home: Path) -> Archive:
    return Archive(home, brief("나루터의 소금", "다리의 소금", title="나루터"))


def test_terms_are_counted_and_words_are_known(made: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = made.search.engine()
    statistics = IndexStatistics(engine, made.store.lexicon, made.knowledge)
    terms = [("text.word", "소금"), ("text.word", "나루터"), ("title.word", "나루터"), ("text.word", "펭귄")]
    assert (statistics.size, statistics.frequencies(terms)) == (2, [2, 1, 2, 0])
    monkeypatch.setattr(engine, "frequencies", lambda terms: pytest.fail("read twice"))
    assert statistics.frequencies(terms[::-1]) == [0, 2, 1, 2]
    assert list(statistics.words(["소금", "펭귄"])) == ["소금"]


def test_a_term_occurs_where_the_title_has_it(made: Archive) -> None:
    statistics = made.search.statistics(made.search.engine())
    assert statistics.any_occurs([("word", "펭귄"), ("word", "나루터")])
    assert not statistics.has(QueryTerm("펭귄", words=(("펭귄",),)))


def test_the_forms_of_a_russian_word_are_those_that_stand_there(home: Path) -> None:
    text = "Договор подписан. Подписавшие его стороны подпишут и протокол, подписка не нужна."
    here = Archive(home, brief(text))
    statistics = here.search.statistics(here.search.engine())
    forms = statistics.forms(["подписать", "договоры", "bridge"])
    assert forms == {"подписать": ("подписавшие", "подписан", "подпишут"), "договоры": ("договор",), "bridge": ()}


def test_they_are_kept_until_the_index_changes(made: Archive) -> None:
    engine = made.search.engine()
    assert made.search.statistics(engine) is made.search.statistics(engine)
    before = made.search.statistics(engine)
    engine.update([], removed=[1])
    assert made.search.statistics(engine) is not before
