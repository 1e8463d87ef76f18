"""What stands beside a passage is kept, and never that of an earlier reading."""

from dataclasses import replace
from pathlib import Path

from flask import Flask

from archive.open import Archive
from archive.settings import Settings
from archive.store import StoredDocument
from tests.counting import statements
from tests.webapp import world
from tests.webapp.conftest import site
from tests.webapp.html import one, soup, text
from webapp import create_app
from webapp.margins import MarginCache


def test_what_stands_beside_a_passage_is_never_that_of_an_earlier_reading(own_home: Path) -> None:
    app = create_app(Settings(own_home))
    client, store = app.test_client(), site(app).store
    assert text(one(soup(client.get("/search?q=소금")), ".hit .caption")) == "표 1. 나루터의 화물"
    blocks = list(world.BRIEF.blocks)
    blocks[7] = replace(blocks[7], text="표 1. 고친 제목")
    world.save(store, "brief.txt", replace(world.BRIEF, blocks=tuple(blocks)))
    Archive(store, own_home).catch_up()
    assert text(one(soup(client.get("/search?q=소금")), ".hit .caption")) == "표 1. 고친 제목"
    store.close()


def test_a_document_is_read_once_for_all_its_passages(app: Flask, brief: StoredDocument) -> None:
    cache = MarginCache(site(app).store)
    cache.of(brief.passages[0])
    with statements() as asked:
        margins = [cache.of(passage) for passage in brief.passages]
    assert asked == []
    assert [margin.label for margin in margins if margin.label] == ["1", "2"]
