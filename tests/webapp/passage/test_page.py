"""A reader follows a link to a passage: it stands there with its document, its notes, its lines and its address."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.model.document import Block, BlockKind, Document, Metadata, Note, NoteRef, Problem
from archive.open import Archive
from archive.settings import Settings
from archive.store import Store, StoredDocument
from indexer.run import Build
from tests.counting import calls
from tests.indexer.readers.pdf_files import PdfPage, pdf, prose
from tests.webapp import world
from tests.webapp.conftest import address
from tests.webapp.html import one, said, soup, text
from webapp import create_app


def test_a_passage_stands_with_its_document_section_and_neighbours(client: FlaskClient, brief: StoredDocument) -> None:
    page = soup(client.get(f"/p/{address(brief, '뱃사공')}"))
    assert text(one(page, ".from .title")) == "나루터와 다리의 경제"
    assert text(one(page, "h1")) == "문단 1. 나루터"
    assert said(one(page, ".the-passage")) == "올해 나루터의 화물은 줄었다.1 뱃사공은 다리를 탓한다.2"
    assert [text(a) for a in page.select(".neighbours .glimpse")] == ["1. 나루터", "가. 뱃삯"]


def test_it_shows_the_notes_it_calls(client: FlaskClient, brief: StoredDocument) -> None:
    page = soup(client.get(f"/p/{address(brief, '뱃사공')}"))
    assert [text(one(note, ".note-text > p")) for note in page.select(".notes li")] == [
        "이보기, 「나루터의 하루」, 『보기일보』, 2024. 11. 1.",
        "앞의 글.",
    ]
    for ref in page.select("a[role=doc-noteref]"):
        assert page.select(f"[id='{str(ref['href'])[1:]}']")


def test_a_note_shows_the_passages_that_call_it_and_what_it_cites(client: FlaskClient, brief: StoredDocument) -> None:
    page = soup(client.get(f"/p/{address(brief, '보기일보')}"))
    assert text(one(page, "h1 .kind")) == "각주 1"
    assert [said(q) for q in page.select(".caller q")] == [
        "올해 나루터의 화물은 줄었다.1 뱃사공은 다리를 탓한다.2",
        "얼음이 어는 날에는 배가 서지 않는다.1",
    ]
    assert "나루터의 하루" in text(one(page, ".facts"))


def test_a_passage_of_a_doubtful_reading_says_so(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    problems = (Problem("note-gap", values=("3",)), Problem("doubtful-columns"))
    world.save(store, "doubtful.txt", replace(world.BRIEF, problems=problems))
    document = store.document(store.find("doubtful").id)
    store.close()
    page = soup(create_app(Settings(tmp_path)).test_client().get(f"/p/{address(document, '뱃사공')}"))
    assert [text(notice) for notice in page.select(".warning b")] == ["판독이 의심스러움"]


def test_a_passage_costs_what_it_shows_however_long_its_document_is(tmp_path: Path) -> None:
    def work(size: int) -> int:
        home = tmp_path / str(size)
        store = Store.at(home)
        world.save(store, "long.txt", long_document(size))
        document = store.document(store.find("long").id)
        client = create_app(Settings(home)).test_client()
        urls = [f"/p/{address(document, words)}" for words in ("7일의 장부", "장부 7쪽")]
        assert [client.get(url).status_code for url in urls] == [200, 200]
        store.close()
        return calls(lambda: [client.get(url) for url in urls])

    assert work(100) < 1.2 * work(20)


def long_document(size: int) -> Document:
    """Paragraphs under one heading, each with a note of its own."""
    paragraphs = (
        Block(BlockKind.PARAGRAPH, f"{n}일의 장부이다.", (n, n), heading=0, refs=(NoteRef(str(n), 4, n - 1, f"{n})"),))
        for n in range(1, size + 1)
    )
    notes = tuple(Note(str(n), f"장부 {n}쪽.", (n, n)) for n in range(1, size + 1))
    return Document(
        Metadata(title="긴 장부"), (Block(BlockKind.HEADING, "장부", (1, 1), level=1), *paragraphs), notes, ()
    )


def test_a_passage_of_a_pdf_says_its_printed_page_and_leads_to_it(tmp_path: Path) -> None:
    pages = [PdfPage(), PdfPage()]
    for n, page in enumerate(pages):
        prose(page, [f"부두의 장부 {n}번에는 남쪽 항구의 배가 적혀", "있다고 한다. 배의 수는 해마다 늘었다."])
        page.text(f"- {n + 7} -", 280, 810, 9)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "brief.pdf").write_bytes(pdf(pages))
    home = tmp_path / "home"
    store = Store.at(home)
    assert Build(Archive(store, home)).run([str(tmp_path / "files")]).failed == []
    document = store.document(store.find("brief.pdf").id)
    client = create_app(Settings(home)).test_client()
    page = soup(client.get(f"/p/{address(document, '장부 1번')}"))
    assert text(one(page, ".coordinate")) == "8쪽, 둘째 문단"
    (link,) = [a for a in page.select(".actions a") if "PDF" in text(a)]
    assert (text(link), str(link["href"]).partition("#")[2]) == ("원본 PDF 8쪽", "page=2")
    assert client.get(str(link["href"])).mimetype == "application/pdf"
    assert document.document.page_labels == ("7", "8")
    store.close()


def test_a_row_stands_under_its_column_heads(client: FlaskClient, brief: StoredDocument) -> None:
    page = soup(client.get(f"/p/{address(brief, '쌀 스무 섬')}"))
    assert text(one(page, ".caption")) == "표 1. 나루터의 화물"
    assert [text(cell) for cell in page.select(".cells > div")] == ["해 2024년", "철 가을", "화물 쌀 스무 섬"]


def test_it_is_cited_by_its_own_address(client: FlaskClient, brief: StoredDocument) -> None:
    where = address(brief, "뱃사공")
    response = client.get(f"/p/{where}")
    page = soup(response)
    assert response.headers["Link"] == f'<http://localhost/p/{where}>; rel="cite-as"'
    assert one(page, "link[rel=canonical]")["href"] == f"http://localhost/p/{where}"
    assert text(one(page, ".permalink")) == f"http://localhost/p/{where}"
    copies = {text(button): str(button["data-copy"]) for button in page.select(".address button, .actions button.copy")}
    assert copies["링크 복사"] == f"http://localhost/p/{where}"
    assert text(one(page, ".quoted")).startswith("“올해 나루터의 화물은 줄었다.")


def test_where_it_is_copied_the_link_is_called_local_until_there_is_a_public_address(
    client: FlaskClient, public: FlaskClient, brief: StoredDocument
) -> None:
    where = address(brief, "뱃사공")
    assert "이 링크는 이 컴퓨터에서만 열립니다." in text(one(soup(client.get(f"/p/{where}")), ".address"))
    told = one(soup(public.get(f"/gakju/p/{where}")), ".address")
    assert "이 컴퓨터에서만" not in text(told)
    assert text(one(told, ".permalink")) == f"https://archive.example.org/gakju/p/{where}"


def test_its_place_is_said_in_words_beside_the_address(client: FlaskClient, brief: StoredDocument) -> None:
    def place(words: str, language: str = "ko") -> str:
        return text(one(soup(client.get(f"/p/{address(brief, words)}?lang={language}")), ".coordinate"))

    assert place("역사가 된다") == "2쪽(추정), ‘1. 나루터’ 둘째 문단"
    assert place("쌀 스무 섬") == "1쪽(추정), ‘표 1. 나루터의 화물’ 둘째 행"
    assert place("앞의 글") == "2쪽(추정), 각주 2"
    assert place("역사가 된다", "en") == "p. 2 (inferred), ‘1. 나루터’, second paragraph"


@pytest.mark.parametrize("tail", ["에서", ").", "은", "”", "%20", ",", "를 보라"])
def test_what_sticks_to_an_address_in_running_text_is_ignored(
    client: FlaskClient, brief: StoredDocument, tail: str
) -> None:
    where = address(brief, "뱃사공")
    for written in (where + tail, where.upper() + tail):
        response = client.get(f"/p/{written}")
        assert (response.status_code, response.headers["Location"]) == (302, f"/p/{where}")
        assert client.get(f"/p/{where}@1{tail}").headers["Location"] == f"/p/{where}@1"
    assert client.get(f"/p/{where}{tail}/lines").headers["Location"] == f"/p/{where}/lines"


def test_a_slip_in_an_address_is_said_and_opens_nothing_else(client: FlaskClient, brief: StoredDocument) -> None:
    where = address(brief, "뱃사공")
    other = "2" if where[-1] != "2" else "3"
    response = client.get(f"/p/{where[:-1]}{other}")
    assert response.status_code == 404
    told = text(one(soup(response), "main"))
    assert f"주소 “{where[:-1]}{other}”에 잘못 적힌 글자가 있습니다" in told


@pytest.mark.parametrize("written", ["hello", "7k4m2", "<script>", "a" * 3000])
def test_what_is_no_address_is_said_to_be_none(client: FlaskClient, written: str) -> None:
    response = client.get(f"/p/{written}")
    assert response.status_code == 404
    assert "이 문서고의 주소가 아닙니다" in text(one(soup(response), "main"))


def test_printed_lines_show_how_they_were_joined_and_why(client: FlaskClient, brief: StoredDocument) -> None:
    page = soup(client.get(f"/p/{address(brief, '뱃사공')}/lines"))
    own = [[said(cell) for cell in row.select("th, td")] for row in page.select("tr.own")]
    assert own == [
        ["4", "1", "올해 나루터의 화", ""],
        ["5", "1", "물은 줄었다.¹ 뱃사공은 다리를 탓한다.²␣", "붙여 이음 (형태소 분석)"],
    ]
    assert len(page.select("tr.other")) == 6
    assert "올해 나루터의 화물은" in text(one(page, ".the-passage"))


def test_a_passage_that_is_not_here_is_not_found(client: FlaskClient, brief: StoredDocument) -> None:
    from archive.model.permalink import Address

    missing = str(Address(brief.record.id, "2222"))
    assert client.get(f"/p/{missing}").status_code == 404
    assert "그런 대목이 있은 적이 없습니다" in client.get(f"/p/{missing}").get_data(as_text=True)
