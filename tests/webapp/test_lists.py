"""A librarian looks through the archive: all documents, all doubts, as a page and as a table."""

import csv
import io
import json
from pathlib import Path

from flask.testing import FlaskClient

from archive.settings import Settings
from archive.store import StoredDocument
from tests.archive.literal import brief
from tests.webapp import world
from tests.webapp.conftest import site
from tests.webapp.html import one, soup, text
from webapp import create_app
from webapp.document.lists import RECENT


def test_documents_come_latest_first_or_by_title(client: FlaskClient) -> None:
    by_date = [text(a) for a in soup(client.get("/documents")).select(".doclist .title")]
    by_title = [text(a) for a in soup(client.get("/documents?sort=title")).select(".doclist .title")]
    assert by_date == ["나루터와 다리의 경제", "<script>alert('제목')</script>", "bare.txt"]
    assert by_title == ["<script>alert('제목')</script>", "bare.txt", "나루터와 다리의 경제"]
    assert client.get("/documents?sort=nonsense").status_code == 200


def test_doubts_are_listed_with_place_and_remedy(client: FlaskClient, bare: StoredDocument) -> None:
    page = soup(client.get("/problems"))
    assert len(page.select(".doubts li")) == 4
    doubt = one(soup(client.get("/problems?kind=ref-open")), ".doubts li")
    assert text(one(doubt, ".message")) == "각주 3: 번호만 있고 내용은 실려 있지 않습니다."
    assert text(one(doubt, ".remedy")).startswith("할 일: ")
    assert one(doubt, ".place")["href"] == f"/d/{bare.record.id}/lines#line-1"


def test_doubts_can_be_narrowed_to_a_document(client: FlaskClient, brief: StoredDocument) -> None:
    page = soup(client.get(f"/problems?document={brief.record.id}"))
    assert len(page.select(".doubts li")) == 1
    assert text(one(page, "#document option[selected]")) == "나루터와 다리의 경제"
    assert text(one(page, ".filters a")) == "선택 해제"


def test_doubts_go_into_a_spreadsheet_without_becoming_formulas(client: FlaskClient) -> None:
    response = client.get("/problems.csv")
    assert response.data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(response.get_data(as_text=True).removeprefix("\ufeff"))))
    assert rows[0] == ["문서", "제목", "파일", "첫 행", "끝 행", "구분", "내용", "할 일"]
    assert len(rows) == 5
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    english = client.get("/problems.csv?kind=ref-open&lang=en").get_data(as_text=True)
    assert english.splitlines()[1].count("Note 3 is called but not printed.") == 1


def test_only_the_documents_that_are_shown_are_decoded(tmp_path: Path) -> None:
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
