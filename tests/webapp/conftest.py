"""The small archive of `world`, served to a test client.

The archives that tests only read are made and served once. A test that writes takes a copy: `own_home`, `own_diary`.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from archive.model.permalink import Address
from archive.settings import Settings
from archive.store import StoredDocument
from tests.archive import citing_web
from tests.webapp import asking_world, news_world, past_world, world
from tests.webapp.html import soup
from tests.webapp.past_world import Diary
from webapp import create_app
from webapp.site import EXTENSION, Site

Ask = Callable[..., BeautifulSoup]


@pytest.fixture(scope="session")
def world_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("world")
    world.build(home)
    return home


@pytest.fixture
def own_home(world_home: Path, tmp_path: Path) -> Path:
    """The archive of `world_home`, to write to."""
    return shutil.copytree(world_home, tmp_path / "home")


@pytest.fixture(scope="session")
def app(world_home: Path) -> Iterator[Flask]:
    app = create_app(Settings(world_home))
    yield app
    site(app).store.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def public_app(world_home: Path) -> Iterator[Flask]:
    """The same archive under a public address with a path."""
    app = create_app(Settings(world_home, "https://archive.example.org/gakju"))
    yield app
    site(app).store.close()


@pytest.fixture
def public(public_app: Flask) -> FlaskClient:
    return public_app.test_client()


@pytest.fixture(scope="session")
def brief(app: Flask) -> StoredDocument:
    return stored(app, "brief.txt")


@pytest.fixture(scope="session")
def bare(app: Flask) -> StoredDocument:
    return stored(app, "bare.txt")


@pytest.fixture(scope="session")
def hostile(app: Flask) -> StoredDocument:
    return stored(app, '"><img')


def site(app: Flask) -> Site:
    found: Site = app.extensions[EXTENSION]
    return found


def stored(app: Flask, name: str) -> StoredDocument:
    store = site(app).store
    return store.document(store.find(name).id)


def address(document: StoredDocument, words: str) -> str:
    """The address of the first passage, below title and headings, that has these words."""
    passage = next(p for p in document.passages if words in p.text and p.kind.value not in ("title", "heading"))
    return str(Address(document.record.id, passage.id))


@pytest.fixture(scope="session")
def sample_app(sample_settings: Settings) -> Iterator[Flask]:
    """The samples of documents/, served."""
    app = create_app(sample_settings)
    yield app
    site(app).store.close()


@pytest.fixture(scope="session")
def asking_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("asking")
    asking_world.build(home)
    return home


@pytest.fixture(scope="session")
def asking_app(asking_home: Path) -> Iterator[Flask]:
    app = create_app(Settings(asking_home))
    yield app
    site(app).store.close()


@pytest.fixture
def ask(asking_app: Flask) -> Ask:
    """Asks the archive of `asking_world`; answers with the page."""
    client = asking_app.test_client()

    def asked(query: str, **parameters: str | list[str]) -> BeautifulSoup:
        if query.startswith("/"):
            return soup(client.get(query))
        return soup(client.get("/search", query_string={"q": query, **parameters}))

    return asked


@pytest.fixture(scope="session")
def diary_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("diary")
    past_world.build(home).close()
    return home


@pytest.fixture(scope="session")
def diary(diary_home: Path) -> Iterator[Diary]:
    made = Diary(diary_home)
    yield made
    made.close()


@pytest.fixture
def own_diary(diary_home: Path, tmp_path: Path) -> Iterator[Diary]:
    """The diary, to write to."""
    made = Diary(shutil.copytree(diary_home, tmp_path / "diary"))
    yield made
    made.close()


@pytest.fixture(scope="session")
def news_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("news")
    news_world.build(home)
    return home


@pytest.fixture(scope="session")
def news_app(news_home: Path) -> Iterator[Flask]:
    """The archive of `news_world` under a public address."""
    app = create_app(Settings(news_home, news_world.ADDRESS))
    yield app
    site(app).store.close()


@pytest.fixture
def news_ids(news_app: Flask) -> dict[str, str]:
    """The id of each of its documents, by source."""
    return {record.source: record.id for record in site(news_app).store.documents(withdrawn=True)}


@pytest.fixture(scope="session")
def web_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The six briefs of `citing_web`, which cite each other's sources."""
    home = tmp_path_factory.mktemp("web")
    world.build(home, citing_web.briefs())
    return home


@pytest.fixture(scope="session")
def web_app(web_home: Path) -> Iterator[Flask]:
    app = create_app(Settings(web_home))
    yield app
    site(app).store.close()


@pytest.fixture
def web(web_app: Flask) -> FlaskClient:
    return web_app.test_client()
