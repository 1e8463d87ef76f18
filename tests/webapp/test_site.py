"""What holds for every page: language, addresses, safety, errors, machines."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.model.document import Block, BlockKind, Document, Metadata
from archive.open import Archive
from archive.settings import Settings
from archive.store import Store, StoredDocument
from tests.counting import statements
from tests.webapp import world
from tests.webapp.conftest import address, site
from tests.webapp.html import one, soup, text
from webapp import create_app

PAGES = ("/", "/search?q=나루터", "/search?q=남극", "/documents", "/problems", "/about", "/help", "/nowhere")


def pages(brief: StoredDocument) -> list[str]:
    where = address(brief, "뱃사공")
    return [*PAGES, f"/d/{brief.record.id}", f"/d/{brief.record.id}/lines", f"/p/{where}", f"/p/{where}/lines"]


# Language


# Form


def test_every_page_has_its_landmarks_one_h1_and_headings_in_order(client: FlaskClient, brief: StoredDocument) -> None:
    for path in pages(brief):
        page = soup(client.get(path))
        for landmark in ("header.masthead", "main", "footer.colophon", "nav.menu", "form[role=search]", "h1"):
            assert len(page.select(landmark)) == 1, (path, landmark)
        levels = [int(h.name[1]) for h in page.select("h1, h2, h3, h4, h5, h6")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)
        assert text(one(page, ".skip")) == "본문 바로가기"
        assert one(page, ".skip")["href"] == "#content"


def test_everything_that_acts_has_a_name_and_fields_have_labels(client: FlaskClient, brief: StoredDocument) -> None:
    for path in pages(brief):
        page = soup(client.get(path))
        for acting in page.select("a, button"):
            assert acting.get("aria-label") or acting.get_text(strip=True), (path, acting)
        for field in page.select("input:not([type=hidden]), select"):
            assert page.select(f"label[for='{field['id']}']"), (path, field)
        for labelled in page.select("[aria-labelledby]"):
            assert page.select(f"[id='{labelled['aria-labelledby']}']"), (path, labelled)


def test_every_link_on_every_page_leads_somewhere(client: FlaskClient, brief: StoredDocument) -> None:
    links = {str(a["href"]) for path in pages(brief) for a in soup(client.get(path)).select("a[href^='/']")}
    missing = {link for link in links if client.get(link.split("#")[0]).status_code not in (200, 302)}
    assert missing == {"/nowhere?lang=en"}


# Safety


def test_hostile_text_is_only_ever_text(client: FlaskClient, hostile: StoredDocument) -> None:
    name = hostile.record.id
    paths = ["/", "/documents", "/problems", f"/d/{name}", f"/d/{name}/lines", "/search?q=위험", "/search?q=script"]
    for passage in hostile.passages:
        where = address(hostile, passage.text) if passage.kind.value not in ("title", "heading") else None
        paths += [f"/p/{where}", f"/p/{where}/lines"] if where else []
    for path in paths:
        page = soup(client.get(path))
        scripts = page.select("script:not([type='application/ld+json'])")
        assert [tag for tag in scripts if not str(tag.get("src", "")).startswith("/static/")] == [], path
        assert all(json.loads(tag.text)["@type"] == "Report" for tag in page.select("head script:not([src])")), path
        assert (
            page.select("main img, main i:not(.reference i), main u, [onload], [onerror], a[href^=javascript]") == []
        ), path


def test_hostile_queries_are_only_ever_text(client: FlaskClient) -> None:
    for query in ('"><script>alert(1)</script>', "나루터</mark><script>", "'\"><img src=x onerror=1>", "\u202e나루터"):
        page = soup(client.get("/search", query_string={"q": query}))
        assert page.select("main script, main img") == []
        assert one(page, "input[name=q]")["value"] == query


def test_signs_that_turn_the_writing_are_kept_in_their_place(client: FlaskClient, hostile: StoredDocument) -> None:
    for path in ("/documents", "/search?q=위험", f"/d/{hostile.record.id}"):
        page = soup(client.get(path))
        turned = list(page.find_all(string=lambda s: s and world.OVERRIDE in s))
        assert turned
        assert all(node.find_parent("bdi") for node in turned), path


def test_every_answer_is_guarded(client: FlaskClient, brief: StoredDocument) -> None:
    for path in [*pages(brief), "/api/search?q=나루터", "/problems.csv", "/robots.txt", "/static/icon.svg"]:
        with client.get(path) as response:
            headers = response.headers
        assert "default-src 'none'" in headers["Content-Security-Policy"], path
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/static/gakju.css", "/static/slips.js"])
def test_a_style_or_script_carries_the_guards_that_are_heeded_of_it(client: FlaskClient, path: str) -> None:
    with client.get(path) as response:
        headers = response.headers
    assert (headers["X-Content-Type-Options"], headers["Cross-Origin-Resource-Policy"]) == ("nosniff", "same-origin")
    assert "Content-Security-Policy" not in headers and "Permissions-Policy" not in headers


def test_no_page_has_inline_script_or_style(client: FlaskClient, brief: StoredDocument) -> None:
    for path in pages(brief):
        page = soup(client.get(path))
        assert page.select("style, [style], script:not([src], [type='application/ld+json'])") == []
        assert not [a for tag in page.select("*") for a in tag.attrs if a.startswith("on")]
        sources = [
            str(tag.get("src") or tag.get("href"))
            for tag in page.select("script[src], link[rel=stylesheet], link[rel=icon]")
        ]
        assert len(sources) > 2 and all(source.startswith("/static/") for source in sources), path


# Errors and machines


def test_head_is_answered(client: FlaskClient, brief: StoredDocument) -> None:
    for path in pages(brief):
        head, get = client.head(path), client.get(path)
        assert (head.status_code, head.data) == (get.status_code, b""), path


def test_an_empty_archive_says_how_to_fill_it(tmp_path: Path) -> None:
    Store.at(tmp_path / "new").close()
    app = create_app(Settings(tmp_path / "new"))
    assert "gakju index" in app.test_client().get("/").get_data(as_text=True)
    site(app).store.close()


def test_documents_that_the_index_owes_are_said(own_home: Path) -> None:
    store = Store.at(own_home)
    world.save(
        store, "late.txt", Document(Metadata(), (Block(BlockKind.PARAGRAPH, "썰매가 강을 건넌다.", (1, 1)),), (), ())
    )
    store.close()
    app = create_app(Settings(own_home))
    for path in ("/", "/search?q=나루터"):
        notices = [text(n) for n in soup(app.test_client().get(path)).select(".notice")]
        assert "새로 추가되거나 바뀐 문서 1건이 아직 색인에 반영되지 않았습니다." in notices
    site(app).store.close()


def test_a_running_server_takes_the_new_index(own_home: Path) -> None:
    app = create_app(Settings(own_home))
    client = app.test_client()
    assert "검색 결과가 없습니다" in client.get("/search?q=썰매").get_data(as_text=True)
    store = site(app).store
    late = Document(Metadata(), (Block(BlockKind.PARAGRAPH, "썰매가 강을 건넌다.", (1, 1)),), (), ())
    world.save(store, "late.txt", late)
    Archive(store, own_home).catch_up()
    assert len(soup(client.get("/search?q=썰매")).select(".hit")) == 1
    store.close()


def test_crawlers_stay_out_of_the_search(client: FlaskClient, public: FlaskClient) -> None:
    assert "Disallow: /search" in client.get("/robots.txt").get_data(as_text=True)
    assert "Disallow: /gakju/search" in public.get("/gakju/robots.txt").get_data(as_text=True)


def test_the_table_of_outlets_in_the_home_is_in_force(tmp_path: Path) -> None:
    (tmp_path / "outlets.toml").write_text(
        '[[outlet]]\nid = "sample-daily"\nko = "보기나라일보"\nen = "Sample Daily"\nspellings = ["보기일보"]\n', "utf-8"
    )
    world.build(tmp_path)
    app = create_app(Settings(tmp_path))
    store = site(app).store
    page = app.test_client().get(f"/d/{store.find('brief.txt').id}", headers={"Accept-Language": "ko"})
    found = app.test_client().get("/api/search", query_string={"q": "매체:보기나라일보"}).get_json()
    store.close()
    assert "보기나라일보 (보기일보)" in page.get_data(as_text=True)
    assert found["passages"] == 1


@pytest.mark.parametrize(
    "path, most, read",
    [
        ("/p/{passage}", 19, True),
        ("/p/{passage}/lines", 12, True),
        ("/d/{document}", 11, True),
        ("/d/{document}/original", 4, False),
        ("/d/{document}/history", 9, False),
        ("/d/{document}/compare", 9, False),
    ],
)
def test_a_page_reads_a_document_only_to_show_it(
    client: FlaskClient, brief: StoredDocument, path: str, most: int, read: bool
) -> None:
    url = path.format(passage=address(brief, "뱃사공"), document=brief.record.id)
    client.get(url)  # opens the index
    with statements() as asked:
        response = client.get(url)
    assert response.status_code == 200
    assert len(asked) <= most
    assert any("FROM blocks" in one for one in asked) is read
