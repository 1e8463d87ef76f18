"""A librarian looks through the archive: all documents, all doubts, as a page and as a table."""

import json
from pathlib import Path

from flask.testing import FlaskClient

from archive.settings import Settings
from archive.store import Store
from tests.archive.literal import brief
from tests.webapp import world
from tests.webapp.conftest import site
from tests.webapp.html import soup, text
from webapp import create_app
from webapp.document.home import RECENT


def test_documents_come_latest_first_or_by_title(client: FlaskClient) -> None:
    by_date = [text(a) for a in soup(client.get("/documents")).select(".doclist .title")]
    by_title = [text(a) for a in soup(client.get("/documents?sort=title")).select(".doclist .title")]
    assert by_date == ["나루터와 다리의 경제", "<script>alert('제목')</script>", "[나루터에는 이름이 없다.]"]
    assert by_title == ["<script>alert('제목')</script>", "[나루터에는 이름이 없다.]", "나루터와 다리의 경제"]
    assert client.get("/documents?sort=nonsense").status_code == 200


def test_only_the_documents_that_are_shown_are_decoded(tmp_path: Path) -> None:
    Store.at(tmp_path).close()
    app = create_app(Settings(tmp_path))
    store = site(app).store
    decoded: list[object] = []
    store._engine.dialect._json_deserializer = lambda value: decoded.append(value) or json.loads(value)  # type: ignore[attr-defined]
    for number in range(RECENT + 3):
        world.save(
            store, f"brief-{number}.txt", brief(f"{number}번째 나루터", title=f"{number}번째", date="2026-01-01")
        )
    decoded.clear()
    assert len(soup(app.test_client().get("/")).select(".doclist li")) == len(decoded) == RECENT
    app.test_client().get("/about")
    assert len(decoded) == RECENT
    store.close()
