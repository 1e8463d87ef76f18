"""What is counted is counted once for each state of the archive, and never told of another."""

from pathlib import Path

import pytest

from archive.model.document import Block, BlockKind, Document, Metadata
from archive.settings import Settings
from archive.store import Store
from archive.takedown import withdraw
from tests.counting import statements
from tests.webapp import world
from tests.webapp.conftest import site
from tests.webapp.html import soup, text
from webapp import create_app
from webapp.memory import Memory

LATE = Document(Metadata(), (Block(BlockKind.PARAGRAPH, "썰매가 강을 건넌다.", (1, 1)),), (), ())


def test_what_is_made_is_kept_for_its_state_alone() -> None:
    memory, made = Memory(), iter(range(9))
    assert [memory.recall(*asked, lambda: next(made)) for asked in (("a", "x"), ("a", "x"), ("a", "y"))] == [0, 0, 1]
    assert memory.recall("b", "x", lambda: next(made)) == 2
    assert memory.recall("a", "x", lambda: next(made)) == 3  # nothing is kept of a state that has passed


def test_what_fails_is_not_kept() -> None:
    memory = Memory()

    def fail() -> int:
        raise ValueError

    for _ in range(2):
        with pytest.raises(ValueError):
            memory.recall("a", "x", fail)
    assert memory.recall("a", "x", lambda: 1) == 1


def test_pages_of_counts_cost_the_same_however_much_there_is(own_home: Path) -> None:
    app = create_app(Settings(own_home))
    client = app.test_client()
    for path, most in {"/": 1, "/about": 1, "/documents": 2, "/documents?sort=title": 2, "/problems": 2}.items():
        client.get(path)
        with statements() as asked:
            client.get(path)
        assert len(asked) <= most, (path, asked)
        assert not any("count(" in one or "json" in one.lower().split("where")[-1] for one in asked), path
    site(app).store.close()


def test_what_another_process_writes_is_counted_at_once(own_home: Path) -> None:
    app = create_app(Settings(own_home))
    client = app.test_client()

    def counted() -> tuple[str, list[str]]:
        home, documents = soup(client.get("/")), soup(client.get("/documents"))
        return text(home.select(".counts")[0]).split(" ·")[0], [
            text(one) for one in documents.select(".doclist .title")
        ]

    before = counted()
    store = Store.at(own_home)
    world.save(store, "late.txt", LATE)
    assert counted() == ("문서 4건", [*before[1], "[썰매가 강을 건넌다.]"])
    withdraw(store, store.find("late.txt").number, "보기")
    assert counted() == before == ("문서 3건", before[1])
    store.close()
    site(app).store.close()
