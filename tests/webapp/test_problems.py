"""A librarian looks through the doubts of the whole archive, as a page and as a table."""

import csv
import io

from flask.testing import FlaskClient

from archive.store import StoredDocument
from tests.webapp.html import one, soup, text
from webapp.problems import BOM


def test_doubts_are_listed_with_place_and_remedy(client: FlaskClient, bare: StoredDocument) -> None:
    page = soup(client.get("/problems"))
    assert len(page.select(".tally + .doubts li")) == 4
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
    assert response.data.startswith(BOM.encode())
    rows = list(csv.reader(io.StringIO(response.get_data(as_text=True).removeprefix(BOM))))
    assert rows[0] == ["문서", "제목", "파일", "첫 행", "끝 행", "구분", "내용", "할 일"]
    assert len(rows) == 7
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    english = client.get("/problems.csv?kind=ref-open&lang=en").get_data(as_text=True)
    assert english.splitlines()[1].count("Note 3 is called but not printed.") == 1


def test_the_list_begins_with_catalogue_data_that_is_missing_and_the_commands_that_set_it(
    client: FlaskClient, bare: StoredDocument, brief: StoredDocument
) -> None:
    page = soup(client.get("/problems"))
    first, *_ = page.select("[aria-labelledby=missing] li")
    assert text(one(first, "a")) in ("[나루터에는 이름이 없다.]", "<script>alert('제목')</script>")
    lone = one(soup(client.get(f"/problems?document={bare.record.id}")), "[aria-labelledby=missing] li")
    assert text(one(lone, ".kind")) == "없음: 제목, 저자, 발행처, 발행일"
    command = f"gakju metadata set {bare.record.id}"
    assert one(lone, "code").text.splitlines() == [
        f"{command} title '나루터에는 이름이 없다.'",
        f"{command} authors AUTHOR",
        f"{command} publisher PUBLISHER",
        f"{command} date YYYY-MM-DD",
    ]
    assert soup(client.get(f"/problems?document={brief.record.id}")).select("#missing") == []
    assert soup(client.get("/problems?kind=ref-open")).select("#missing") == []
