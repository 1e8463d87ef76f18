"""What is half typed becomes words, terms, titles, authors and outlets of the archive; no text breaks it."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive import knowledge, open
from archive.engine.protocol import Engine
from archive.index.builder import open_index
from archive.query import Field, Loose, parse
from archive.store import Store
from archive.suggest.suggester import Suggester
from archive.suggest.suggestion import Suggestion, SuggestionKind
from tests.archive.literal import Archive, brief, only_terms
from tests.archive.suggesting_world import TERM, build
from tests.webapp import world as world_of


@dataclass(frozen=True)
class World:
    engine: Engine
    suggester: Suggester

    def suggest(self, typed: str, limit: int = 8) -> tuple[Suggestion, ...]:
        return self.suggester.suggest(self.engine, knowledge.builtin(), typed, limit)

    def texts(self, typed: str) -> list[str]:
        return [one.text for one in self.suggest(typed)]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    home = tmp_path_factory.mktemp("suggesting")
    with only_terms(TERM):
        build(home)
        store = Store.at(home)
        yield World(open_index(store, home, knowledge.builtin()), Suggester(store))
        store.close()


@pytest.mark.parametrize(
    "typed",
    [
        "라",
        "라브",
        "라브로",
        "라블",
        "라브롶",
        "라브로ㅍ",
        "ㄹㅂ",
        "ㄹㅂㄹㅍ",
        "ㄼ",
        "라브ㄹㅍ",
        unicodedata.normalize("NFD", "라브로"),
        "fkqmfh",
        "fkqmfhv",
        "fqfv",
    ],
)
def test_a_name_is_offered_however_far_it_is_typed(world: World, typed: str) -> None:
    assert "라브로프" in world.texts(typed)


@pytest.mark.parametrize("typed", ["고", "과", "관", "관ㄱ", "관과", "ㄱㄱㄱ"])
def test_a_syllable_that_is_still_being_typed_stands_for_what_it_may_become(world: World, typed: str) -> None:
    assert "관광객" in world.texts(typed)


def test_what_begins_otherwise_is_not_offered(world: World) -> None:
    assert "라브로프" not in world.texts("라부") + world.texts("라브라") + world.texts("ㄹㅂㅍ")


@pytest.mark.parametrize(
    "typed, text, span",
    [
        ("라브", "라브로프", (0, 2)),
        ("라블", "라브로프", (0, 3)),
        ("ㄹㅂㄹ", "라브로프", (0, 3)),
        ("Lavr", "Lavrov", (0, 4)),
        ("나루터와다", "나루터와 다리의 경제", (0, 6)),
        ("다리의 경", "나루터와 다리의 경제", (5, 10)),
    ],
)
def test_the_typed_part_of_a_suggestion_is_known(world: World, typed: str, text: str, span: tuple[int, int]) -> None:
    assert next(one.span for one in world.suggest(typed) if one.text == text) == span


def test_a_term_is_offered_in_the_script_it_is_typed_in_with_its_korean_form_beside(world: World) -> None:
    found = {one.text: (one.kind, one.query, one.detail) for one in (*world.suggest("Lavr"), *world.suggest("Лав"))}
    assert found["Lavrov"] == (SuggestionKind.TERM, "Lavrov", "세르게이 라브로프")
    assert found["Лавров"] == (SuggestionKind.TERM, "Лавров", "세르게이 라브로프")


def test_a_title_an_author_and_an_outlet_are_searched_for_in_their_fields(world: World) -> None:
    title, author, outlet = world.suggest("나루터와")[0], world.suggest("홍보")[0], world.suggest("тас")[0]
    assert (title.kind, title.query, title.detail) == (
        SuggestionKind.TITLE,
        '제목:"나루터와 다리의 경제"',
        "2025-03-24",
    )
    assert (author.kind, author.query) == (SuggestionKind.AUTHOR, "저자:홍보기")
    assert (outlet.text, outlet.kind, outlet.query, outlet.detail) == (
        "ТАСС",
        SuggestionKind.OUTLET,
        "매체:타스",
        "타스",
    )


def test_field_names_are_those_of_the_readers_language(world: World) -> None:
    (found,) = world.suggester.suggest(world.engine, knowledge.builtin(), "hong b", 8, "en")
    assert (found.text, found.query) == ("Hong Bogi", 'author:"Hong Bogi"')


@pytest.mark.parametrize(
    "typed, kinds",
    [
        ("제목:나루", {"title"}),
        ("author:홍", {"author"}),
        ("매체:타", {"outlet"}),
        ("연도:20", set()),
    ],
)
def test_in_a_field_only_what_fits_it_is_offered(world: World, typed: str, kinds: set[str]) -> None:
    assert {one.kind.value for one in world.suggest(typed)} == kinds


@pytest.mark.parametrize(
    "typed, query",
    [
        ("두만강 라브", "두만강 라브로프"),
        ("(두만강 OR 라브", "(두만강 OR 라브로프"),
        ("두만강 -라브", "두만강 -라브로프"),
        ("“두만강 라브", "“두만강 라브로프"),
        ("각주에서: 라브", "각주에서: 라브로프"),
    ],
)
def test_only_the_last_word_is_completed(world: World, typed: str, query: str) -> None:
    assert query in [one.query for one in world.suggest(typed)]


def test_in_a_quotation_no_field_is_offered(world: World) -> None:
    assert world.suggest("나루터와") != ()
    assert {one.kind for one in world.suggest('"나루터와')} <= {SuggestionKind.NAME, SuggestionKind.TERM}


def test_a_withdrawn_document_gives_neither_title_nor_author_nor_word(world: World) -> None:
    assert world.suggest("나루터의 비") == world.suggest("홍비") == ()
    assert "장부" not in world.texts("장")


def test_stems_of_verbs_adverbs_and_beginnings_of_compounds_are_not_offered(world: World) -> None:
    offered = world.texts("세") + world.texts("아") + world.texts("소금")
    assert not {"세우", "아직", "소금창고"} & set(offered)
    assert "소금창고열쇠" in offered


def test_what_stands_in_more_passages_comes_first(world: World) -> None:
    names = [one.text for one in world.suggest("나") if one.kind is not SuggestionKind.TITLE]
    assert names[0] == "나루터"


def test_after_a_space_the_word_has_ended(world: World) -> None:
    assert world.texts("라브 ") == []
    assert world.texts("나루터와 ") == ["나루터와 다리의 경제"]


def test_what_is_typed_whole_is_not_offered_again(world: World) -> None:
    assert "라브로프" not in world.texts("라브로프")


def test_no_more_are_offered_than_asked_for(world: World) -> None:
    assert [len(world.suggest("나", limit)) for limit in (-1, 0, 1, 2)] == [0, 0, 1, 2]


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec="utf-8")) | st.text('라브로프ㄹㅂ ㄳㅏLavr:"(-“제목*', max_size=12))
def test_any_text_is_taken_and_what_is_offered_can_be_asked(world: World, typed: str) -> None:
    for one in world.suggest(typed):
        assert 0 <= one.span[0] < one.span[1] <= len(one.text)
        assert parse(one.query).root is not None or "-" in typed


@pytest.mark.parametrize("typed", ["가" * 5_000, "\0라", "(((((", '"' * 99, "나루터와 " * 40, "[라", "라\\", "ㅏㅏㅏ"])
def test_odd_texts_have_no_completion_or_one(world: World, typed: str) -> None:
    assert len(world.suggest(typed)) <= 8


def test_terms_are_those_of_the_index_as_it_is_now(tmp_path: Path) -> None:
    archives = [
        Archive(tmp_path / name, brief("항구가 열렸다.", said))
        for name, said in (("a", "고래가 왔다."), ("b", "비었다."))
    ]
    with only_terms("whale,general,고래|고래류,,,,", "squid,general,오징어|오징어류,,,,"):
        archives = [open.Archive(archive.store, archive.home) for archive in archives]
        for archive in archives:
            archive.rebuild()

        def offered(archive: open.Archive) -> list[str]:
            found = (*archive.suggest("고"), *archive.suggest("오"))
            return [one.text for one in found if one.kind is SuggestionKind.TERM]

        assert [offered(archive) for archive in archives] == [["고래"], []]
        world_of.save(archives[0].store, "brief-1.txt", brief("항구가 열렸다.", "오징어가 왔다."))
        archives[0].catch_up()
        assert [offered(archive) for archive in archives] == [["오징어"], []]


def test_a_chosen_title_is_one_field_of_the_query(world: World) -> None:
    root = parse(world.suggest("배 나루터와 다")[0].query).root
    assert isinstance(root, Loose) and isinstance(root.nodes[1], Field)
    assert root.nodes[1] == Field("title", "나루터와 다리의 경제")
