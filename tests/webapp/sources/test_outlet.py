"""A reader asks what an outlet is cited for, and by whom."""

from flask.testing import FlaskClient

from tests.webapp.html import one, soup, text


def test_an_outlet_shows_its_names_pieces_and_documents(web: FlaskClient) -> None:
    page = soup(web.get("/outlets/tass"))
    assert (text(one(page, "h1")), text(one(page, ".other-title"))) == ("타스", "TASS")
    assert text(one(page, ".facts dd")) == "언론"
    assert {text(li) for li in page.select(".names li")} == {"ТАСС 1", "tass.ru 1", "ИТАР-ТАСС 1"}
    assert [text(a) for a in page.select("[aria-labelledby=pieces] a.title")] == ["Паром не пришёл"]
    assert len(page.select("[aria-labelledby=resting] a.title")) == 3
    assert text(one(soup(web.get("/outlets/tass?lang=en")), "h1")) == "TASS"


def test_its_years_lead_to_the_pieces_of_each(web: FlaskClient) -> None:
    page = soup(web.get("/outlets/보기북방연구"))
    years = page.select(".by-year a")
    assert [text(year) for year in years] == ["2021년1", "2023년1"] or [text(y) for y in years] == [
        "2021년 1",
        "2023년 1",
    ]
    pieces = soup(web.get(str(years[1]["href"])))
    assert [text(a) for a in pieces.select("a.title")] == ["다리의 통행료"]
    assert [text(span) for span in pieces.select(".conditions span")] == ["매체: 보기북방연구", "발행 연도: 2023"]
    assert len(soup(web.get(str(one(page, ".onward a")["href"]))).select("a.title")) == 2


def test_its_notes_are_found_by_search(web: FlaskClient) -> None:
    link = one(soup(web.get("/outlets/tass")), ".tally a")
    assert len(soup(web.get(str(link["href"]))).select(".hit")) == 3


def test_a_search_that_is_narrowed_to_an_outlet_leads_to_its_page(web: FlaskClient) -> None:
    page = soup(web.get("/search", query_string={"q": "паром 매체:ТАСС"}))
    assert {text(a): a["href"] for a in page.select(".narrowed .chips-all")}[
        "매체 ‘타스’의 인용 출처"
    ] == "/outlets/tass"
    assert soup(web.get("/search", query_string={"q": "паром"})).select(".narrowed") == []


def test_an_outlet_that_nobody_cites_is_looked_for_in_the_list(web: FlaskClient) -> None:
    missing = web.get("/outlets/<b>")
    assert missing.status_code == 404
    assert "매체" in text(one(soup(missing), ".lead"))
    assert not one(soup(missing), "main").select("b")


def test_notes_lead_to_the_pages_of_their_sources_and_outlets(web: FlaskClient) -> None:
    document = next(a for a in soup(web.get("/documents")).select("a.title") if text(a) == "나루터의 한 해")
    links = [str(a["href"]) for a in soup(web.get(str(document["href"]))).select(".cited a")]
    assert "/outlets/rbc" in links
    inside = [link for link in links if link.startswith("/")]
    assert len(inside) == 8
    assert {web.get(link).status_code for link in inside} == {200}
