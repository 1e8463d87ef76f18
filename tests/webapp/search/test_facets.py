"""A reader narrows the results by what they are counted by, and widens them again; and chooses their order."""

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.webapp.conftest import Ask
from tests.webapp.html import one, soup, text


def facet(page: BeautifulSoup, name: str, place: str = "side") -> list[str]:
    found = page.select(f".narrow-{place} .by-{name} li")
    return [f"{text(one(li, '.value'))} {text(one(li, '.count [aria-hidden]'))}" for li in found]


def choose(page: BeautifulSoup, value: str) -> str:
    return next(str(a["href"]) for a in page.select(".narrow-side a") if value in text(a))


def chosen(page: BeautifulSoup) -> list[str]:
    return [text(bdi) for bdi in page.select(".narrowed .chip bdi")]


def titles(page: BeautifulSoup) -> list[str]:
    return [text(h2) for h2 in page.select(".group h2")]


def test_results_are_counted_by_document_publisher_year_language_and_kind(ask: Ask) -> None:
    page = ask("Petushkov 소금", match="any")
    assert {name: facet(page, name) for name in ("document", "publisher", "year", "language", "kind")} == {
        "document": ["나루터와 외교 5", "다리의 셈 2", "나루터 메모 1"],
        "publisher": ["보기연구원 5", "다른 연구원 2"],
        "year": ["2025 5", "2024 2"],
        "language": ["한국어 7", "러시아어 1"],
        "kind": ["문단 5", "항목 1"],
    }
    assert text(one(page, ".narrow-side .unknown")) == "발행일 미상 대목 1건 1"


def test_the_facets_stand_beside_the_results_and_folded_above_them(ask: Ask) -> None:
    page = ask("Petushkov 소금", match="any")
    assert text(one(page, ".narrow-side h2")) == text(one(page, ".narrow-fold > summary")) == "검색 결과 좁혀 보기"
    assert not one(page, ".narrow-fold").has_attr("open")
    assert facet(page, "kind", "fold") == facet(page, "kind")


def test_the_years_are_drawn_to_scale_for_the_eye_and_said_in_full_to_the_ear(ask: Ask) -> None:
    page = ask("Petushkov 소금", match="any")
    bars = page.select(".narrow-side .years .bar")
    assert [(bar["aria-hidden"], one(bar, "rect")["width"]) for bar in bars] == [("true", "100"), ("true", "40")]
    assert text(page.select(".narrow-side .years .count .unseen")[0]) == "대목 5건"


def test_a_click_adds_a_field_and_another_takes_it_away(ask: Ask) -> None:
    page = ask(choose(ask("소금", sort="date"), "다른 연구원"))
    assert one(page, "input[name=q]")["value"] == '소금 발행처:"다른 연구원"'
    assert (titles(page), chosen(page)) == (["다리의 셈"], ["발행처: 다른 연구원"])
    assert one(page, "input[name=sort]")["value"] == "date"
    assert text(one(page, ".narrowed .chip")) == "발행처: 다른 연구원 – 이 조건 빼기 ×"
    wide = ask(str(one(page, ".narrowed .chip")["href"]))
    assert one(wide, "input[name=q]")["value"] == "소금"
    assert chosen(wide) == []


def test_results_are_narrowed_by_author_and_by_place(ask: Ask) -> None:
    page = ask("소금")
    assert (facet(page, "author"), facet(page, "in")) == (["홍보기 3"], ["본문 4", "표 1"])
    assert len(ask(choose(page, "홍보기")).select(".hit")) == 3
    assert len(ask(choose(page, "본문")).select(".hit")) == 4


def test_doubtful_results_are_counted_and_narrowed_too(ask: Ask) -> None:
    page = ask("소금 펭귄 남극")
    assert text(one(page, ".doubtful > .quiet")).startswith("대목 5건에")
    narrower = ask(choose(page, "홍보기"))
    assert (facet(page, "in"), text(one(narrower, ".doubtful > .quiet"))[:6]) == (["본문 4", "표 1"], "대목 3건에")


def test_several_conditions_hold_together_and_are_cleared_together(ask: Ask) -> None:
    page = ask(choose(ask(choose(ask("소금"), "2025")), "항목"))
    assert one(page, "input[name=q]")["value"] == "소금 연도:2025 종류:항목"
    assert chosen(page) == ["발행 연도: 2025", "종류: 항목"]
    assert [text(hit) for hit in page.select(".hit .text")] == ["나루터 뱃삯은 소금 한 되이다."]
    cleared = ask(next(str(a["href"]) for a in page.select(".narrowed a") if text(a) == "선택 해제"))
    assert one(cleared, "input[name=q]")["value"] == "소금"


def test_fields_are_written_in_the_language_of_the_interface(ask: Ask) -> None:
    page = ask(choose(ask("소금", lang="en"), "Tables"))
    assert one(page, "input[name=q]")["value"] == "소금 in:table"
    assert chosen(page) == ["Searched in: Tables"]


def test_conditions_that_were_typed_are_named_too(ask: Ask) -> None:
    page = ask("소금 저자:홍보기 각주에서: 연도:2024- 언어:러시아어")
    assert chosen(page) == ["저자: 홍보기", "찾는 곳: 각주", "발행 연도: 2024–", "언어: 러시아어"]


def test_what_would_narrow_nothing_is_not_offered(ask: Ask) -> None:
    page = ask("썰매")
    assert page.select(".facet, .narrow-side, .narrow-fold") == []


def test_a_document_alone_shows_all_its_passages(ask: Ask) -> None:
    page = ask("나루터")
    more = ask(str(one(page, ".more a")["href"]))
    assert chosen(more) == ["문서: 나루터와 외교"]
    assert len(more.select(".hit")) == 6
    assert facet(more, "document") == []
    assert [text(a) for a in more.select(".more a")] == []


def test_addresses_that_named_a_document_beside_the_query_still_do(ask: Ask) -> None:
    first = ask("나루터")
    document = str(first.select(".group h2 a")[0]["href"]).rpartition("/")[2].partition("?")[0]
    page = ask("나루터", document=document)
    assert one(page, "input[name=q]")["value"] == f"나루터 문서:{document}"
    assert len(page.select(".group")) == 1


def test_by_date_the_newest_comes_first_and_the_undated_last_and_that_is_said(ask: Ask) -> None:
    page = ask("소금", sort="date")
    assert titles(page) == ["나루터와 외교", "다리의 셈", "나루터 메모"]
    assert text(one(page, ".manner")) == "발행일 미상인 대목은 맨 뒤에 나옵니다."
    assert one(page, "input[name=sort]")["value"] == "date"
    by_relevance = ask(next(str(a["href"]) for a in page.select(".sorting a") if text(a) == "정확도순"))
    assert by_relevance.select(".manner") == []


def test_orders_that_are_none_do_no_harm(ask: Ask) -> None:
    assert titles(ask("소금", sort="x", match="y", exact="z")) == titles(ask("소금"))


def test_results_are_narrowed_to_what_rests_on_a_source_and_widened_again(web: FlaskClient) -> None:
    page = soup(web.get("/search", query_string={"q": "말이다", "match": "any"}))
    many = {name: int(count) for name, _, count in (value.rpartition(" ") for value in facet(page, "source"))}
    assert 0 < len(many) <= 5
    assert min(many.values()) > 1
    for name, count in many.items():
        narrower = soup(web.get(choose(page, name)))
        assert text(one(narrower, ".found .tally")).endswith(f"대목 {count}건")
        assert chosen(narrower) == [f"인용 출처: {name}"]
        assert name not in [value.rpartition(" ")[0] for value in facet(narrower, "source")]
        wide = soup(web.get(str(one(narrower, ".narrowed .chip")["href"])))
        assert one(wide, "input[name=q]")["value"] == "말이다"


def test_what_one_note_alone_cites_is_no_source_to_narrow_by(web: FlaskClient) -> None:
    page = soup(web.get("/search", query_string={"q": "말이다", "match": "any"}))
    for link in page.select(".narrow-side .by-source .about"):
        source = soup(web.get(str(link["href"]), follow_redirects=True))
        assert not text(one(source, "main > .tally")).startswith("인용 1회")


def test_an_outlet_and_a_source_lead_to_their_pages_too(web: FlaskClient) -> None:
    page = soup(web.get("/search", query_string={"q": "паром"}))
    named = {str(a["aria-label"]): str(a["href"]) for a in page.select(".narrow-side .about")}
    assert named["타스: 자세히"] == "/outlets/tass"
    for label, url in named.items():
        assert text(one(soup(web.get(url, follow_redirects=True)), "h1")) == label.removesuffix(": 자세히")
    assert page.select(".narrow-side details .about, .by-publisher .about") == []


def test_a_source_that_nobody_cites_is_named_as_it_was_typed(web: FlaskClient) -> None:
    page = soup(web.get("/search", query_string={"q": "말이다 출처:aaaaaaaaaa"}))
    assert chosen(page) == ["인용 출처: aaaaaaaaaa"]
    assert [text(a) for a in page.select(".narrowed .chips-all")] == ["선택 해제"]


def test_another_word_after_its_name_is_a_word(web: FlaskClient) -> None:
    page = soup(web.get("/search", query_string={"q": "말이다 출처:보기일보"}))
    assert chosen(page) == []
    assert "출처의 주소가 아니어서" in text(one(page, ".hints"))
