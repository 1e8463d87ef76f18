"""The catalogue of sources that is renewed is the one that is made anew, whatever was written between."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from random import Random

import pytest

from archive.citing.outlets import builtin
from archive.model.document import Block, BlockKind
from archive.sources import LatestSources, SourceCatalogue
from archive.store import Store
from archive.takedown import withdraw
from tests.archive.citing_web import HELD_BACK, SEEN, briefs
from tests.counting import statements
from tests.webapp import world

NAMES = tuple(SEEN | HELD_BACK)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.at(tmp_path / "home")
    yield opened
    opened.close()


def save(store: Store, name: str, said: str) -> None:
    """Keeps a document of this name with the notes of the brief `said`, and text that no other document has."""
    document = briefs()[f"{said}.txt"]
    own = tuple(Block(BlockKind.PARAGRAPH, f"{name}의 {n}번째 이야기를 {name}만 안다.", (1, 1)) for n in range(20))
    world.save(store, f"{name}.txt", replace(document, blocks=(*document.blocks, *own)), f"{name} {said}".encode())


def told(catalogue: SourceCatalogue) -> tuple[object, ...]:
    """Everything that a catalogue says, in an order of its own."""
    return (
        {id_: asdict(source) for id_, source in catalogue.sources.items()},
        {number: set(ids) for number, ids in catalogue.of_document.items()},
        {
            id_: (one.row, one.spellings, one.documents, sorted(source.id for source in one.sources))
            for id_, one in catalogue.outlets.items()
        },
        dict(catalogue.letters),
    )


@pytest.mark.parametrize("seed", range(3))
def test_what_is_renewed_is_what_would_be_made_anew(store: Store, seed: int) -> None:
    random, latest = Random(seed), LatestSources(store)
    for step in range(12):
        name = random.choice(NAMES)
        there = {record.source: record.number for record in store.documents()}
        if step % 4 == 3 and f"{name}.txt" in there:
            withdraw(store, there[f"{name}.txt"], "보기")
        else:
            save(store, name, random.choice(NAMES))
        assert told(latest.catalogue(builtin())) == told(SourceCatalogue.of(store, builtin()))


def test_what_was_held_is_as_it_was_when_more_is_written(store: Store) -> None:
    latest = LatestSources(store)
    for name in NAMES[:-1]:
        save(store, name, name)
    before = latest.catalogue(builtin())
    said = told(before)
    save(store, NAMES[-1], NAMES[-1])
    assert told(latest.catalogue(builtin())) != said == told(before)


def test_only_what_changed_is_read_again(store: Store) -> None:
    latest = LatestSources(store)
    for name in NAMES:
        save(store, name, name)
    latest.catalogue(builtin())
    store.save_setting("any", "written")
    with statements() as asked:
        latest.catalogue(builtin())
    assert not any("FROM citations" in one for one in asked)
    save(store, NAMES[0], NAMES[1])
    with statements() as asked:
        latest.catalogue(builtin())
    read = [one for one in asked if "FROM citations" in one]
    assert len(read) == 2
    assert all("IN (" in one for one in read)


def test_another_table_of_outlets_has_all_read_again(store: Store) -> None:
    save(store, "ferry", "ferry")
    latest, table = LatestSources(store), builtin()
    assert latest.catalogue(table) is latest.catalogue(table)
    other = table.with_table(type(table)(()))
    assert latest.catalogue(other).table is other
