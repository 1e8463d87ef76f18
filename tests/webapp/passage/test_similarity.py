"""At the foot of a passage's page stand the passages that speak of the same, with what they have in common."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.open import Archive
from archive.settings import Settings
from archive.store import Store
from tests.archive.search.test_similar import FILES, document, passage
from tests.webapp.conftest import site
from tests.webapp.world import save
from webapp import create_app


@pytest.fixture
def home(tmp_path: Path) -> Path:
    store = Store.at(tmp_path)
    for name, paragraphs in FILES.items():
        save(store, name, document(*paragraphs))
    Archive(store, tmp_path).catch_up()
    store.close()
    return tmp_path


@pytest.fixture
def similar_client(home: Path) -> Iterator[FlaskClient]:
    app = create_app(Settings(home))
    yield app.test_client()
    site(app).store.close()


def page(client: FlaskClient, home: Path, source: str, at: int = 0) -> str:
    store = Store.at(home)
    address = passage(store, source, at).address
    store.close()
    return client.get(f"/p/{address}").get_data(as_text=True)


def test_similar_passages_are_listed_with_what_they_have_in_common(similar_client: FlaskClient, home: Path) -> None:
    html = page(similar_client, home, "one.txt")
    assert '비슷한 대목 <span class="quiet">(3)</span>' in html
    assert "The Security Council met over the launch of a reconnaissance satellite." in html
    assert html.count("거의 같은 글") == 1
    assert "공통된 말: <bdi>" in html


def test_a_passage_that_stands_alone_lists_none(similar_client: FlaskClient, home: Path) -> None:
    assert "비슷한 대목" not in page(similar_client, home, "four.txt", 1)


def test_without_an_index_the_passage_can_still_be_read(similar_client: FlaskClient, home: Path) -> None:
    store = Store.at(home)
    store.save_setting("fingerprint", "another")
    store.close()
    html = page(similar_client, home, "one.txt")
    assert "정찰위성 발사를 두고" in html
    assert "비슷한 대목" not in html
