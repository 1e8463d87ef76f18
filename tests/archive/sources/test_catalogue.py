"""All sources and outlets of an archive, of the edges that the store keeps. The briefs are those of `citing_web`."""

from collections.abc import Iterator

import pytest

from archive.citing.outlets import Outlet, Outlets, builtin
from archive.sources import Source, SourceCatalogue, SourceOrder, sharing
from archive.store import CitedWork, Store
from tests.archive.citing_web import HELD_BACK, SEEN, briefs
from tests.webapp import world

WEB = SEEN | HELD_BACK


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    home = tmp_path_factory.mktemp("web")
    world.build(home, briefs(), index=False)
    opened = Store.at(home)
    yield opened
    opened.close()


@pytest.fixture
def cited(store: Store) -> SourceCatalogue:
    return SourceCatalogue.of(store, builtin())


def called(cited: SourceCatalogue, title: str, place: str = "") -> Source:
    (found,) = [one for one in cited.sources.values() if one.title == title and one.place.startswith(place)]
    return found


def names(store: Store, source: Source) -> list[str]:
    found = store.records(source.documents)
    return [found[number].source.removesuffix(".txt") for number in source.documents]


def test_each_source_knows_how_often_it_is_cited_and_where(store: Store, cited: SourceCatalogue) -> None:
    expected: dict[str, list[str]] = {}
    for name, notes in WEB.items():
        for note in notes:
            for source, _ in note.cited:
                expected.setdefault(source, []).append(name)
    counted = sorted((one.citations, names(store, one)) for one in cited.sources.values())
    assert counted == sorted((len(several), list(dict.fromkeys(several))) for several in expected.values())


def test_one_title_in_two_outlets_is_two_sources(cited: SourceCatalogue) -> None:
    tass, kommersant = (called(cited, "Паром не пришёл", place) for place in ("tass", "kommersant"))
    assert (tass.citations, kommersant.citations) == (3, 3)
    assert cited.beside(tass, 5)[0][0].documents != tass.documents


def test_an_outlet_has_all_its_printed_names_and_documents(store: Store, cited: SourceCatalogue) -> None:
    tass, own = cited.outlets["tass"], cited.outlets["보기북방연구"]
    assert tass.row is not None
    assert (set(tass.spellings), tass.citations, len(tass.sources)) == ({"ТАСС", "tass.ru", "ИТАР-ТАСС"}, 3, 1)
    assert own.row is None
    assert set(own.spellings) == {"보기북방연구", "보기 북방 연구"}
    assert [one.title for one in own.sources] == ["나루터의 새벽", "다리의 통행료"]


def test_what_cannot_be_recognised_counts_for_its_outlet_alone() -> None:
    lone = CitedWork(1, 0, None, None, None, "РБК", None, None, None)
    cited = SourceCatalogue([lone], builtin())
    assert (cited.sources, cited.outlets["rbc"].citations, cited.outlets["rbc"].sources) == ({}, 1, [])


def test_a_link_in_an_outlet_is_one_source_and_the_outlet_has_it() -> None:
    link = CitedWork(1, 0, 7, None, None, "РБК", None, None, "http://a.b")
    cited = SourceCatalogue([link, link], builtin())
    (source,) = cited.sources.values()
    assert (source.place, source.name, cited.outlets["rbc"].sources) == ("", "http://a.b", [source])


def test_sources_stand_in_three_orders(cited: SourceCatalogue) -> None:
    most, by_title, latest = (cited.ordered(order) for order in SourceOrder)
    assert [one.citations for one in most] == sorted((one.citations for one in most), reverse=True)
    assert [one.name for one in by_title][:2] == ["https://example.org/reka/led?god=2024", "Salt and Sail"]
    assert latest[0].date == "2024-06-01"
    assert latest[-1].date is None
    assert len(most) == len(by_title) == len(latest) == 11


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("лед", 1),
        ("ЛЁД рано", 0),
        ("나루 새벽", 1),
        ("홍보기", 2),
        ("타스", 1),
        ("TASS", 1),
        ("春", 0),
        ("口岸", 1),
        ("", 11),
    ],
)
def test_words_find_sources_by_title_author_and_every_name_of_the_outlet(
    cited: SourceCatalogue, query: str, count: int
) -> None:
    assert len(cited.having(cited.ordered(SourceOrder.CITED), query)) == count


def test_sources_cited_together_stand_by_how_many_documents_cite_both(store: Store, cited: SourceCatalogue) -> None:
    ferry = called(cited, "나루터의 새벽")
    assert [(one.title or one.url, n) for one, n in cited.beside(ferry, 9)] == [
        ("Паром не пришёл", 2),
        ("Лед на реке пошёл раньше срока", 2),
    ]


def test_documents_that_rest_on_the_same_sources_share_two_or_more(store: Store) -> None:
    numbers = {name: store.find(f"{name}.txt").number for name in WEB}
    assert sharing(store, numbers["ferry"], builtin(), 9) == (5, [(numbers["bridge"], 3), (numbers["cargo"], 2)])
    assert sharing(store, numbers["people"], builtin(), 9)[0] == 3


def test_an_edited_table_of_outlets_counts_at_once(store: Store) -> None:
    table = builtin().with_table(Outlets((Outlet("north", "북방", "North", "journal", ("보기북방연구",)),)))
    assert "north" in SourceCatalogue.of(store, table).outlets
