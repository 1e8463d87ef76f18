"""A reader opens a document: it reads as printed, its notes are linked both ways, its tables are tables."""

from dataclasses import replace

from flask import Flask
from flask.testing import FlaskClient

from archive.model.document import Block, BlockKind, Document, NoteRef, Problem, Row, Table
from archive.store import StoredDocument
from tests.counting import calls
from tests.webapp.conftest import address, site
from tests.webapp.html import one, said, soup, text
from webapp.document.page import DisplayOptions, Related, _number_columns, document_page
from webapp.site import View, current_frame


def open_document(client: FlaskClient, document: StoredDocument, more: str = ""):  # type: ignore[no-untyped-def]
    return soup(client.get(f"/d/{document.record.id}{more}"))


def test_the_title_block_names_what_is_known(client: FlaskClient, brief: StoredDocument) -> None:
    page = open_document(client, brief)
    facts = {text(one(row, "dt")): text(one(row, "dd")) for row in page.select(".title-block .facts > div")}
    assert text(one(page, "h1")) == "나루터와 다리의 경제"
    assert facts == {
        "발행처": "보기연구원",
        "총서명": "보기 브리프",
        "번호": "No. 2025-01",
        "발행일": "2025. 3. 24.",
        "작성 언어": "한국어",
        "이용 조건": "출처를 밝히면 옮겨 실을 수 있음",
        "주소": "https://example.org/brief",
    }
    assert text(one(page, ".sample")) == "예시 문서 (실제 간행물 아님)"


def test_a_document_without_title_or_date_says_so_and_names_its_file_among_the_details(
    client: FlaskClient, bare: StoredDocument
) -> None:
    page = open_document(client, bare)
    assert text(one(page, "h1")) == "[나루터에는 이름이 없다.]"
    facts = text(one(page, ".facts"))
    assert "발행일 미상" in facts
    assert "인쇄된 제목이 없어 본문 첫머리에서 따옴(제안)" in facts
    assert "bare.txt" not in text(page.head) and "bare.txt" not in text(one(page, "h1"))


def test_notes_are_linked_both_ways(client: FlaskClient, brief: StoredDocument) -> None:
    page = open_document(client, brief)
    refs = page.select("a[role=doc-noteref]")
    assert [(ref.text, ref["aria-label"]) for ref in refs] == [
        ("1", "각주 1"),
        ("2", "각주 2"),
        ("1", "각주 1"),
        ("2", "각주 2"),
    ]
    notes = one(page, "section[role=doc-endnotes]")
    for ref in refs:
        note = one(notes, f"li[id='{str(ref['href'])[1:]}']")
        assert f"#{ref['id']}" in [back["href"] for back in note.select("a[role=doc-backlink]")]
        assert text(one(note, ".label")) == ref.text


def test_a_note_called_twice_has_labelled_ways_back(client: FlaskClient, brief: StoredDocument) -> None:
    note = open_document(client, brief).select(".notes li")[0]
    backs = [(back.text, back["aria-label"]) for back in note.select("a[role=doc-backlink]")]
    assert backs == [("a", "본문으로 돌아가기 a, 각주 1"), ("b", "본문으로 돌아가기 b, 각주 1")]


def test_a_reference_without_note_is_no_link_and_says_so(client: FlaskClient, bare: StoredDocument) -> None:
    page = open_document(client, bare)
    assert page.select("a[role=doc-noteref]") == []
    assert text(one(page, "sup.open .unseen")) == "각주 3, 번호만 있고 내용은 실려 있지 않음"
    assert "실려 있지 않은 각주: 3" in text(one(page, ".endnotes .notice"))


def test_tables_are_tables_with_merged_cells_and_their_legends(client: FlaskClient, brief: StoredDocument) -> None:
    figure = one(open_document(client, brief), "figure")
    rows = [[said(cell) for cell in row.select("th, td")] for row in figure.select("tr")]
    assert said(one(figure, "figcaption")) == "표 1. 나루터의 화물"
    assert rows == [["해", "철", "화물"], ["2024년", "봄", "소금 열 섬2"], ["가을", "쌀 스무 섬"]]
    assert one(figure, "td[rowspan]")["rowspan"] == "2"
    assert one(figure, "tbody tr:nth-child(1) td:nth-child(3) sup").text == "2"
    assert said(one(figure, "p.source")) == "자료: 나루터 장부"


def test_what_the_catalogue_says_already_is_printed_small_on_one_line(
    client: FlaskClient, brief: StoredDocument
) -> None:
    assert text(one(open_document(client, brief), ".body .front")) == "홍보기 (보기연구원)"


def test_the_heading_that_the_document_prints_above_its_notes_serves_for_them(
    client: FlaskClient, brief: StoredDocument
) -> None:
    page = open_document(client, brief)
    assert text(one(page, ".endnotes h2")) == "주석"
    assert [text(h) for h in page.select(".body h2")] == ["1. 나루터"]


def test_a_translation_leads_to_its_original(client: FlaskClient, bare: StoredDocument, brief: StoredDocument) -> None:
    page = open_document(client, bare)
    facts = {text(one(row, "dt")): one(row, "dd") for row in page.select(".title-block .facts > div")}
    assert text(facts["번역 원본"]) == "나루터와 다리의 경제"
    assert one(facts["번역 원본"], "a")["href"] == f"/d/{brief.record.id}"


def test_headings_descend_without_a_gap_and_make_the_contents(client: FlaskClient, brief: StoredDocument) -> None:
    page = open_document(client, brief)
    assert [(h.name, text(h)) for h in page.select(".body h2, .body h3, .body h4")] == [
        ("h2", "1. 나루터"),
        ("h3", "가. 뱃삯"),
    ]
    for entry in page.select(".contents-list a"):
        assert page.select(f"[id='{str(entry['href'])[1:]}']")


def test_items_keep_marker_depth_and_run_in_heading(client: FlaskClient, brief: StoredDocument) -> None:
    items = open_document(client, brief).select(".items li")
    assert [(text(one(item, ".marker")), "depth-2" in item["class"]) for item in items] == [("-", False), ("ㅇ", True)]
    assert one(items[0], "b").text == "[겨울]"


def test_every_passage_has_an_anchor_an_address_and_its_lines_one_click_away(
    client: FlaskClient, brief: StoredDocument
) -> None:
    page = open_document(client, brief)
    assert said(one(page, f"#p-{brief.passages[0].id}")) == "나루터와 다리의 경제"
    kinds = {passage.kind.value for passage in brief.passages}
    assert kinds == {"title", "heading", "paragraph", "item", "caption", "row", "source", "note"}
    for passage in brief.passages:
        unit = one(page, f"#p-{passage.id}")
        (pilcrow,) = (a for a in unit.select("a.pilcrow"))
        assert pilcrow["data-copy"] == f"http://localhost/p/{passage.address}"
        assert str(pilcrow["data-lines"]).endswith("행")
        assert client.get(str(pilcrow["href"])).status_code == 200
        assert client.get(f"{pilcrow['href']}/lines").status_code == 200


def test_a_passage_asked_for_is_marked_without_script(client: FlaskClient, brief: StoredDocument) -> None:
    where = address(brief, "역사가 된다")
    chosen = one(open_document(client, brief, f"?p={where[6:10]}"), ".chosen")
    assert chosen["id"] == f"p-{where[6:10]}"
    assert "역사가 된다" in chosen.text


def test_traces_of_print_are_shown_on_demand(client: FlaskClient, brief: StoredDocument) -> None:
    assert open_document(client, brief).select(".seam, .page-head") == []
    page = open_document(client, brief, "?traces=1")
    assert one(page, ".seam")["title"] == "5행이 여기서 시작합니다: 붙여 이음 (형태소 분석)"
    assert said(one(page, ".page-head")) == "보기 브리프 2025-01"


def test_what_a_note_cites_can_be_unfolded(client: FlaskClient, brief: StoredDocument) -> None:
    notes = open_document(client, brief).select(".notes li")
    facts = {
        text(one(row, "dt")): text(one(row, "dd")) for row in one(notes[0], "details.sources").select(".facts > div")
    }
    assert facts == {
        "제목": "나루터의 하루",
        "저자": "이보기",
        "매체": "보기일보",
        "발행일": "2024. 11. 1.",
        "작성 언어": "한국어",
    }
    assert "앞의 글: 각주 1" in text(notes[1])


def test_ids_are_unique(client: FlaskClient, brief: StoredDocument) -> None:
    ids = [str(tag["id"]) for tag in open_document(client, brief).select("[id]")]
    assert len(ids) == len(set(ids))


def test_every_link_within_the_samples_leads_somewhere(sample_app: Flask) -> None:
    client = sample_app.test_client()
    for record in site(sample_app).store.documents():
        page = soup(client.get(f"/d/{record.id}"))
        ids = {str(tag["id"]) for tag in page.select("[id]")}
        fragments = [str(a["href"])[1:] for a in page.select("a[href^='#']")]
        assert fragments and set(fragments) <= ids, record.source


def test_the_original_is_handed_out_byte_for_byte_to_be_saved(client: FlaskClient, brief: StoredDocument) -> None:
    response = client.get(f"/d/{brief.record.id}/original")
    assert response.data.decode().splitlines() == [line.text for line in brief.document.lines]
    assert response.headers["Content-Disposition"] == "attachment; filename=brief.txt"
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_all_printed_lines_of_a_document(client: FlaskClient, brief: StoredDocument) -> None:
    rows = soup(client.get(f"/d/{brief.record.id}/lines")).select("table.lines tbody tr")
    assert len(rows) == len(brief.document.lines)
    assert rows[0]["id"] == "line-1"


def test_a_table_twice_as_long_is_laid_out_with_twice_the_work(app: Flask, brief: StoredDocument) -> None:
    def work(size: int) -> int:
        rows = tuple(Row(("소금", "쌀"), (n, n)) for n in range(size))
        refs = tuple(NoteRef("1", 5 * n + 4, "1", "¹") for n in range(size))
        block = Block(BlockKind.TABLE, "\n".join(row.text for row in rows), (1, size), refs=refs, table=Table((), rows))
        document = Document(brief.document.metadata, (block,), brief.document.notes, ())
        stored = replace(brief, document=document, passages=())
        return calls(lambda: document_page(stored, View(current_frame()), DisplayOptions(), Related()))

    with app.test_request_context("/"):
        assert work(200) < 2.1 * work(100)


def test_a_doubtful_reading_is_marked_above_the_text(app: Flask, brief: StoredDocument) -> None:
    doubted = replace(brief, document=replace(brief.document, problems=(Problem("doubtful-columns"),)))
    with app.test_request_context("/"):
        page = document_page(doubted, View(current_frame()), DisplayOptions(), Related())
    assert [(one.warning, one.links[0].text) for one in page.notices] == [("판독이 의심스러움", "확인 필요 목록")]


def test_a_column_of_numbers_is_one_of_numbers_alone() -> None:
    def columns(*rows: tuple[str, ...]) -> set[int]:
        return _number_columns([Row(row, (1, 1)) for row in rows])

    assert columns(("2023", "25,660.4", "12%", "-"), ("2024", "△1.200.5", "-", "–")) == {1, 2}
    assert columns(("소금", "12"), ("쌀", "12척")) == set()
    assert columns(("소금", "2024. 6. 1."), ("쌀", "3-4")) == set()
