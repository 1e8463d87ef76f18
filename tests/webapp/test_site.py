"""What holds for every page: language, addresses, safety, errors, machines."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from flask import Flask
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
from webapp.middleware.hosts import answer_only_to, own_names

PAGES = ("/", "/search?q=나루터", "/search?q=남극", "/documents", "/problems", "/about", "/help", "/nowhere")


def pages(brief: StoredDocument) -> list[str]:
    where = address(brief, "뱃사공")
    return [*PAGES, f"/d/{brief.record.id}", f"/d/{brief.record.id}/lines", f"/p/{where}", f"/p/{where}/lines"]


# Language


def test_korean_is_the_default_and_english_is_chosen_kept_and_dropped_again(client: FlaskClient) -> None:
    assert one(soup(client.get("/about")), "html")["lang"] == "ko"
    chosen = client.get("/about?lang=en")
    assert one(soup(chosen), "html")["lang"] == "en"
    assert "SameSite=Lax" in chosen.headers["Set-Cookie"]
    assert one(soup(client.get("/about")), "html")["lang"] == "en"
    client.get("/?lang=ko")
    assert one(soup(client.get("/about")), "html")["lang"] == "ko"


@pytest.mark.parametrize(
    "accepted, language",
    [
        ("en-US,en;q=0.9", "en"),
        ("ko-KR,ko;q=0.9,en;q=0.8", "ko"),
        ("fr", "ko"),
        ("", "ko"),
        ("en;q=0.5,ko;q=0.9", "ko"),
    ],
)
def test_the_browser_s_language_is_respected(client: FlaskClient, accepted: str, language: str) -> None:
    response = client.get("/about", headers={"Accept-Language": accepted})
    assert one(soup(response), "html")["lang"] == language
    assert "Accept-Language" in response.headers["Vary"]


def test_an_unknown_language_changes_nothing(client: FlaskClient) -> None:
    response = client.get('/about?lang=xx"><script>')
    assert "Set-Cookie" not in response.headers
    assert one(soup(response), "html")["lang"] == "ko"


def test_the_switch_keeps_the_place(client: FlaskClient) -> None:
    switch = one(soup(client.get("/search?q=나루터 화물&match=all&page=1")), ".language a")
    page = soup(client.get(str(switch["href"])))
    assert one(page, "html")["lang"] == "en"
    assert one(page, "input[name=q]")["value"] == "나루터 화물"
    assert one(page, "input[name=match]")["value"] == "all"


def test_the_text_of_a_document_carries_its_own_language(client: FlaskClient, brief: StoredDocument) -> None:
    assert one(soup(client.get(f"/d/{brief.record.id}?lang=en")), "article")["lang"] == "ko"


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
        assert [tag for tag in page.select("script") if not str(tag.get("src", "")).startswith("/static/")] == [], path
        assert page.select("main img, main i, main u, [onload], [onerror], a[href^=javascript]") == [], path


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


def test_a_hostile_file_name_is_made_harmless(client: FlaskClient, hostile: StoredDocument) -> None:
    header = client.get(f"/d/{hostile.record.id}/original").headers["Content-Disposition"]
    assert header.startswith("attachment; ")
    assert "<" not in header
    assert "%E2%80%AE" not in header


def test_every_answer_is_guarded(client: FlaskClient, brief: StoredDocument) -> None:
    for path in [*pages(brief), "/api/search?q=나루터", "/problems.csv", "/robots.txt", "/static/gakju.css"]:
        with client.get(path) as response:
            headers = response.headers
        assert "default-src 'none'" in headers["Content-Security-Policy"], path
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


def test_no_page_has_inline_script_or_style(client: FlaskClient, brief: StoredDocument) -> None:
    for path in pages(brief):
        page = soup(client.get(path))
        assert page.select("style, [style], script:not([src])") == []
        assert not [a for tag in page.select("*") for a in tag.attrs if a.startswith("on")]
        sources = [
            str(tag.get("src") or tag.get("href"))
            for tag in page.select("script, link[rel=stylesheet], link[rel=icon]")
        ]
        assert all(source.startswith("/static/") for source in sources)


def test_a_name_that_is_not_ours_is_refused(app: Flask) -> None:
    answer_only_to(app, own_names(Settings(base_url="https://archive.example.org/gakju")))
    client = app.test_client()
    for name in ("127.0.0.1:8000", "localhost", "[::1]:8000", "LOCALHOST:80", "archive.example.org"):
        assert client.get("/", headers={"Host": name}).status_code == 200, name
    for name in ("evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "[", ""):
        refused = client.get("/", headers={"Host": name})
        assert refused.status_code == 400, name
        assert "GAKJU_BASE_URL" in refused.get_data(as_text=True)


# Addresses


@pytest.mark.parametrize("served", ["/gakju", ""])
def test_a_path_prefix_holds_for_every_link_whether_or_not_the_proxy_takes_it_off(
    public: FlaskClient, served: str
) -> None:
    page = soup(public.get(f"{served}/search?q=뱃사공"))
    links = [
        str(tag.get("href") or tag.get("src") or tag.get("action")) for tag in page.select("a, link, script, form")
    ]
    assert [link for link in links if link.startswith("/") and not link.startswith("/gakju/")] == []
    for link in links:
        if link.startswith("/gakju/"):
            with public.get(link.split("#")[0]) as response:
                assert response.status_code == 200, link
    assert str(one(page, "button.copy")["data-copy"]).startswith("https://archive.example.org/gakju/p/")


def test_the_cookie_stays_under_the_prefix(public: FlaskClient) -> None:
    assert "Path=/gakju" in public.get("/gakju/?lang=en").headers["Set-Cookie"]


def test_static_files_are_kept_until_they_change(client: FlaskClient) -> None:
    page = soup(client.get("/"))
    for link in page.select("link[rel=stylesheet]"):
        href = str(link["href"])
        assert "?v=" in href
        with client.get(href) as response:
            assert "max-age=2592000" in response.headers["Cache-Control"]


# Errors and machines


def test_unknown_places_are_not_found(client: FlaskClient) -> None:
    for path in ("/nowhere", "/d/nothing", "/d/nothing/lines", "/d/nothing/original", "/d/" + "x" * 5000):
        response = client.get(path)
        assert response.status_code == 404, path
        assert text(one(soup(response), "h1")) == "찾을 수 없습니다"


def test_head_is_answered(client: FlaskClient, brief: StoredDocument) -> None:
    for path in pages(brief):
        head, get = client.head(path), client.get(path)
        assert (head.status_code, head.data) == (get.status_code, b""), path


def test_only_reading_is_allowed(client: FlaskClient) -> None:
    response = client.post("/search", data={"q": "나루터"})
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


def test_without_an_index_the_search_says_what_to_run(tmp_path: Path) -> None:
    world.build(tmp_path, index=False)
    app = create_app(Settings(tmp_path))
    client = app.test_client()
    response = client.get("/search?q=나루터")
    assert response.status_code == 503
    assert text(one(soup(response), ".command")).startswith("gakju index")
    assert client.get("/api/search?q=나루터").status_code == 503
    assert client.get("/documents").status_code == 200
    site(app).store.close()


def test_an_empty_archive_says_how_to_fill_it(tmp_path: Path) -> None:
    app = create_app(Settings(tmp_path / "new"))
    assert "gakju index" in app.test_client().get("/").get_data(as_text=True)
    site(app).store.close()


def test_documents_that_the_index_owes_are_said(tmp_path: Path) -> None:
    world.build(tmp_path)
    store = Store.at(tmp_path)
    world.save(
        store, "late.txt", Document(Metadata(), (Block(BlockKind.PARAGRAPH, "썰매가 강을 건넌다.", (1, 1)),), (), ())
    )
    store.close()
    app = create_app(Settings(tmp_path))
    for path in ("/", "/search?q=나루터"):
        notices = [text(n) for n in soup(app.test_client().get(path)).select(".notice")]
        assert "새로 추가되거나 바뀐 문서 1건이 아직 색인에 반영되지 않았습니다." in notices
    site(app).store.close()


def test_a_running_server_takes_the_new_index(tmp_path: Path) -> None:
    world.build(tmp_path)
    app = create_app(Settings(tmp_path))
    client = app.test_client()
    assert "검색 결과가 없습니다" in client.get("/search?q=썰매").get_data(as_text=True)
    store = site(app).store
    late = Document(Metadata(), (Block(BlockKind.PARAGRAPH, "썰매가 강을 건넌다.", (1, 1)),), (), ())
    world.save(store, "late.txt", late)
    Archive(store, tmp_path).catch_up()
    assert len(soup(client.get("/search?q=썰매")).select(".hit")) == 1
    store.close()


def test_a_fault_of_ours_is_a_page_too(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("webapp.views.about_page", broken)
    response = app.test_client().get("/about")
    assert response.status_code == 500
    assert text(one(soup(response), "h1")) == "오류가 생겼습니다"
    assert "broken" not in response.get_data(as_text=True)


def test_crawlers_stay_out_of_the_search(client: FlaskClient, public: FlaskClient) -> None:
    assert "Disallow: /search" in client.get("/robots.txt").get_data(as_text=True)
    assert "Disallow: /gakju/search" in public.get("/gakju/robots.txt").get_data(as_text=True)


def test_what_stands_beside_a_passage_is_never_that_of_an_earlier_reading(tmp_path: Path) -> None:
    world.build(tmp_path)
    app = create_app(Settings(tmp_path))
    client, store = app.test_client(), site(app).store
    assert text(one(soup(client.get("/search?q=소금")), ".hit .caption")) == "표 1. 나루터의 화물"
    blocks = list(world.BRIEF.blocks)
    blocks[7] = replace(blocks[7], text="표 1. 고친 제목")
    world.save(store, "brief.txt", replace(world.BRIEF, blocks=tuple(blocks)))
    Archive(store, tmp_path).catch_up()
    assert text(one(soup(client.get("/search?q=소금")), ".hit .caption")) == "표 1. 고친 제목"
    store.close()


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
        ("/p/{passage}", 16, True),
        ("/p/{passage}/lines", 12, True),
        ("/d/{document}", 10, True),
        ("/d/{document}/original", 4, False),
        ("/d/{document}/history", 8, False),
        ("/d/{document}/compare", 8, False),
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
