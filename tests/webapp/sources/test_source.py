"""A reader asks who cites a source, in which passage and note, and how it is printed there."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.model import CONTEXTS, parse_permalink
from archive.search import SearchOptions
from archive.settings import Settings
from tests.archive.citing_web import SEEN
from tests.quality.world import briefs, evaluation
from tests.webapp.conftest import site
from tests.webapp.html import one, soup, text
from webapp import create_app


def address(client: FlaskClient, title: str) -> str:
    page = soup(client.get("/sources", query_string={"q": title}))
    return str(page.select(".sourcelist a.title")[0]["href"])


def test_it_shows_what_it_is_and_links_its_outlet(web: FlaskClient) -> None:
    page = soup(web.get(address(web, "Лед на реке")))
    assert text(one(page, "h1")) == "Лед на реке пошёл раньше срока"
    assert one(page, "h1")["lang"] == "ru"
    facts = {text(one(row, "dt")): text(one(row, "dd")) for row in one(page, ".facts").select("div")}
    assert facts == {"매체": "RBC", "발행일": "2024. 3. 11.", "작성 언어": "러시아어"}
    outlet = one(page, ".facts a")
    assert (outlet["href"], outlet.has_attr("rel")) == ("/outlets/rbc", False)
    assert text(one(page, "main > .tally")).startswith("인용 3회 · 문서 2건 ")


def test_every_citation_leads_to_the_passage_that_calls_the_note_and_to_the_note(web: FlaskClient) -> None:
    page = soup(web.get(address(web, "Лед на реке")))
    first, second = page.select(".citing-documents > li")
    assert text(one(first, "a.title")) == "나루터의 한 해"
    notes = first.select(".citing-notes > li")
    assert [text(one(note, ".as-printed")) for note in notes] == [
        "각주 2 “Лед на реке пошёл раньше срока”(2024. 3. 11), РБК",
        "각주 3 앞의 글, 3쪽 앞의 글",
    ]
    calling = one(notes[0], ".calling a")
    assert text(calling) == "ferry: 2번째 말이다."
    target = soup(web.get(str(calling["href"]).partition("#")[0]))
    assert text(one(target, f"#{str(calling['href']).partition('#')[2]}")).startswith("찾은 대목: ferry 2")
    note = soup(web.get(str(one(notes[0], ".as-printed a")["href"])))
    assert "Лед на реке" in text(one(note, "main"))
    assert len(second.select(".citing-notes > li")) == 1


def test_its_printed_spellings_stand_with_the_notes_that_print_them(web: FlaskClient) -> None:
    page = soup(web.get(address(web, "Лед на реке")))
    assert [text(bdi) for bdi in page.select(".spellings li > bdi")] == [
        "Лед на реке пошёл раньше срока, РБК",
        "Лёд на реке пошел раньше срока, RBC",
    ]
    assert [text(a) for a in page.select(".spellings a")] == ["나루터의 한 해 각주 2", "다리가 놓이기까지 각주 1"]


def test_sources_cited_with_it_and_its_reference_at_second_hand(web: FlaskClient) -> None:
    page = soup(web.get(address(web, "나루터의 새벽")))
    assert [text(a) for a in page.select("[aria-labelledby=beside] a.title")] == [
        "Паром не пришёл",
        "Лед на реке пошёл раньше срока",
    ]
    assert "함께 인용한 문서 2건" in text(one(page, "[aria-labelledby=beside]"))
    assert "각주 1에서 재인용" in text(one(page, "#cite"))
    assert page.select("#cite .files") == []


def test_an_address_is_known_by_its_end_and_led_to_its_words(web: FlaskClient) -> None:
    own = address(web, "나루터의 새벽")
    assert re.fullmatch(r"/sources/(%[0-9A-F]{2})+-(%[0-9A-F]{2})+-[a-z2-7]{10}", own)
    moved = web.get(f"/sources/다른-말-{own[-10:]}")
    assert (moved.status_code, moved.headers["Location"]) == (302, own)
    assert web.get(f"/sources/{own[-10:]}").status_code == 302


def test_a_source_that_nobody_cites_any_more_is_looked_for_in_the_list(web: FlaskClient) -> None:
    for url in ("/sources/나루터의-새벽-aaaaaaaaaa", "/sources/나루터의-새벽-"):
        gone = web.get(url)
        assert gone.status_code == 404
        offer = one(soup(gone), "main a[href*='/sources?']")
        assert text(offer) == "인용 출처에서 찾아보기"
        assert [text(a) for a in soup(web.get(str(offer["href"]))).select("a.title")] == ["나루터의 새벽"]
    assert web.get("/sources/%3Cscript%3E").status_code == 404


def test_machines_get_every_citation_with_its_place(web: FlaskClient) -> None:
    page = soup(web.get(address(web, "나루터의 새벽")))
    link = one(page, "link[type='application/json']")
    found = web.get(str(link["href"])).get_json()
    assert (found["title"], found["author"], found["outlet"]) == ("나루터의 새벽", "홍보기", "보기북방연구")
    assert [one["ibid"] for one in found["citations"]] == [False, True, False, False, True]
    assert found["citations"][0]["printed"] == SEEN["ferry"][0].text.rstrip(".")
    assert found["citations"][0]["note"].startswith("http://localhost/p/")
    missing = web.get("/sources/x-aaaaaaaaaa.json")
    assert (missing.status_code, missing.get_json()["error"]["code"]) == (404, "not-found")


def test_a_link_without_a_title_has_a_page(web: FlaskClient) -> None:
    page = soup(web.get(address(web, "example.org")))
    assert text(one(page, "h1")) == "https://example.org/reka/led?god=2024"
    assert one(page, ".facts a")["rel"] == ["noreferrer", "nofollow"]


def test_hostile_sources_are_shown_as_they_are_and_lead_nowhere(client: FlaskClient) -> None:
    url = address(client, "제목")
    page = soup(client.get(url))
    assert text(one(page, "h1")) == "<b>제목</b>"
    assert one(page, "main").select("script, b, a[href^=javascript]") == []
    assert "javascript:alert(5)" in text(one(page, ".facts"))


def test_of_a_withdrawn_document_nothing_is_shown(own_home: Path) -> None:
    app = create_app(Settings(own_home))
    client, store = app.test_client(), site(app).store
    url = address(client, "나루터의 하루")
    assert client.get(url).status_code == 200
    store.withdrawals.add(store.find("brief.txt").number, "보기", "2025-05-01")
    assert client.get(url).status_code == 404
    assert "나루터의 하루" not in client.get("/sources").get_data(as_text=True)
    assert client.get("/outlets/보기일보").status_code == 404
    store.close()


@pytest.mark.parametrize("archive", ["web_home", "sample_home", "briefs"])
def test_its_passages_are_those_that_its_field_finds(archive: str, request: pytest.FixtureRequest) -> None:
    if archive == "briefs" and evaluation() is None:
        pytest.skip("GAKJU_EVAL names no folder with briefs/ and eval/")
    app = create_app(Settings(briefs() if archive == "briefs" else request.getfixturevalue(archive)))
    client, store, search = app.test_client(), site(app).store, site(app).search
    unfindable = {
        (record.id, passage.id)
        for record in store.documents()
        for passage in store.document(record.id).passages
        if passage.kind in CONTEXTS
    }
    listed = site(app).archive.sources.catalogue(site(app).archive.knowledge.outlets).sources
    for id_ in listed:
        shown = listed_passages(client, f"/sources/{id_}") - unfindable
        hits = search.search(SearchOptions(f"출처:{id_}", limit=1_000)).hits
        assert {(hit.passage.document, hit.passage.id) for hit in hits} == shown != set(), id_
    assert len(listed) > 10
    store.close()


def listed_passages(client: FlaskClient, path: str) -> set[tuple[str, str]]:
    """The passages on all pages of a source: what calls a note that cites it, and these notes."""
    found, url = set[tuple[str, str]](), path
    while url:
        page = soup(client.get(url, follow_redirects=True))
        for link in page.select(".calling a"):
            address, _, anchor = str(link["href"]).partition("#")
            found.add((re.split("[/?]", address)[2], anchor.removeprefix("p-")))
        for link in page.select(".as-printed a"):
            note = parse_permalink(str(link["href"]).rpartition("/")[2])
            found.add((note.document, str(note.passage)))
        following = page.select("a[rel=next]")
        url = str(following[0]["href"]) if following else ""
    return found


def test_its_passages_are_searched_from_its_page(web: FlaskClient) -> None:
    page = soup(web.get(address(web, "Лед на реке")))
    found = soup(web.get(str(one(page, "main > .tally a")["href"])))
    assert len(listed_passages(web, address(web, "Лед на реке"))) == 6
    assert text(one(found, ".found .tally")) == "검색 결과: 문서 2건, 대목 6건"
    (narrowed,) = [text(bdi) for bdi in found.select(".narrowed .chip bdi")]
    assert narrowed == "인용 출처: Лед на реке пошёл раньше срока"
    assert "Лед на реке" in text(
        one(soup(web.get(str(found.select(".narrowed .chips-all")[-1]["href"]), follow_redirects=True)), "h1")
    )
