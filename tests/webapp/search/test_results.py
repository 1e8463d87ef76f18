"""A reader searches: what is found is grouped, marked, explained and linked."""

from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from archive.search.search import MOST, SearchOptions
from archive.store import StoredDocument
from tests.counting import statements
from tests.webapp.conftest import address, site
from tests.webapp.html import one, said, soup, text
from webapp.search.request import SearchForm
from webapp.search.results import results_page


def test_passages_stand_under_their_documents_with_publisher_date_section_and_kind(client: FlaskClient) -> None:
    page = soup(client.get("/search?q=뱃사공"))
    group = one(page, "section.group")
    assert text(one(group, "h2")) == "나루터와 다리의 경제"
    assert text(one(group, ".credits")) == "홍보기 보기연구원 2025. 3. 24. 예시 문서 (실제 간행물 아님)"
    assert text(one(group, ".where")) == "문단 절: 1. 나루터"
    assert text(one(page, ".tally")) == "검색 결과: 문서 1건, 대목 1건"


def test_a_word_is_marked_inside_its_eojeol_also_where_the_printed_line_broke_it(client: FlaskClient) -> None:
    hit = one(soup(client.get("/search?q=화물+뱃사공&match=all")), ".hit .text")
    assert [mark.text for mark in hit.select("mark")] == ["화물", "뱃사공"]
    assert said(hit) == "올해 나루터의 화물은 줄었다. 뱃사공은 다리를 탓한다."


def test_an_undated_document_is_said_to_be_so(client: FlaskClient) -> None:
    page = soup(client.get('/search?q="이름이 없다"'))
    assert text(one(page, ".credits .date")) == "발행일 미상"
    assert page.select("time") == []


def test_a_table_row_stands_under_its_column_heads_and_caption(client: FlaskClient) -> None:
    hit = one(soup(client.get("/search?q=소금")), ".hit")
    assert text(one(hit, ".caption")) == "표 1. 나루터의 화물"
    assert [text(cell) for cell in hit.select(".cells > div")] == ["해 2024년", "철 봄", "화물 소금 열 섬"]
    assert text(one(hit, ".cells mark")) == "소금"


def test_a_word_that_only_the_caption_has_is_marked_there(client: FlaskClient) -> None:
    hit = one(soup(client.get("/search?q=나루터+가을&match=all")), ".hit")
    assert said(one(hit, ".caption")) == "표 1. 나루터의 화물"
    assert [mark.text for mark in hit.select(".caption mark")] == ["나루터"]


def test_a_note_comes_with_every_passage_that_calls_it(client: FlaskClient) -> None:
    hit = one(soup(client.get("/search?q=보기일보")), ".hit")
    assert text(one(hit, ".where .kind")) == "각주 1"
    callers = [text(q) for q in hit.select(".caller q")]
    assert callers == ["올해 나루터의 화물은 줄었다. 뱃사공은 다리를 탓한다.", "얼음이 어는 날에는 배가 서지 않는다."]
    assert all(text(label) == "이 각주가 달린 대목" for label in hit.select(".caller-label"))


def test_missing_words_are_named_and_all_words_can_be_asked_for(client: FlaskClient) -> None:
    page = soup(client.get("/search?q=뱃사공+소금"))
    assert sorted(text(m) for m in page.select(".missing")) == ["빠진 말: 뱃사공", "빠진 말: 소금"]
    strict = soup(client.get(str(one(page, ".toggle a")["href"])))
    assert text(one(strict, ".nothing .tally")) == "검색 결과가 없습니다. 두 낱말을 모두 포함한 대목이 없습니다."
    assert one(strict, "input[name=match]")["value"] == "all"
    loosened = soup(client.get(str(strict.select(".nothing .offer")[0]["href"])))
    assert len(loosened.select(".hit")) == 2


def test_a_hit_links_to_its_place_its_address_and_its_printed_lines(client: FlaskClient, brief: StoredDocument) -> None:
    where = address(brief, "뱃사공")
    hit = one(soup(client.get("/search?q=뱃사공")), ".hit")
    passage, sought = where[6:10], quote("뱃사공")
    heading = next(p.id for p in brief.passages if p.text == "1. 나루터")
    in_text = {f"/d/{brief.record.id}?p={one}&q={sought}#p-{one}" for one in (passage, heading)}
    assert {str(a["href"]) for a in hit.select("a")} == {
        *in_text,
        f"/p/{where}",
        f"/p/{where}/lines",
        f"/list?p={where}",
    }
    assert one(hit, "a.opens")["href"] == f"/d/{brief.record.id}?p={passage}&q={sought}#p-{passage}"
    assert one(hit, "button.copy")["data-copy"] == f"http://localhost/p/{where}"
    assert one(hit, "button.copy")["data-copy"] == f"http://localhost/p/{where}"


def test_what_is_shown_of_a_document_is_counted_and_the_rest_is_a_click_away(
    client: FlaskClient, brief: StoredDocument
) -> None:
    page = soup(client.get("/search?q=나루터"))
    groups = page.select("section.group")
    shown = next(g for g in groups if "경제" in text(one(g, "h2")))
    assert len(shown.select(".hit")) == 3
    more = one(shown, ".more a")
    rest = soup(client.get(str(more["href"])))
    found = len(rest.select(".hit"))
    assert text(more) == f"이 문서에서 {found - 3}건 더"
    assert one(rest, "input[name=q]")["value"] == f"나루터 문서:{brief.record.id}"
    assert text(one(rest, ".narrowed .chip bdi")) == "문서: 나루터와 다리의 경제"


def test_english_speaks_english(client: FlaskClient) -> None:
    page = soup(client.get("/search?q=뱃사공+소금&lang=en"))
    assert text(one(page, ".tally")).startswith("Results: 1 document, 2 passages")
    assert "Missing: 소금" in [text(m) for m in page.select(".missing")]
    assert text(one(page, ".credits .publisher")) == "Example Institute"
    assert text(one(page, ".credits .date")) == "24 March 2025"


def test_an_empty_query_is_the_first_page_with_the_cursor_in_the_field(client: FlaskClient) -> None:
    home = soup(client.get("/search?q=+"))
    assert one(home, "input[name=q]").has_attr("autofocus")
    assert not one(soup(client.get("/")), "input[name=q]").has_attr("autofocus")
    assert text(one(home, ".counts")) == "문서 3건 · 대목 14건 · 각주 3건"
    assert "예시 문서(실제 간행물 아님) 1건" in text(one(home, ".notice"))


@pytest.mark.parametrize(
    "query, told",
    [
        ("NOT", "NOT 뒤에 낱말이 없어"),
        ("((((", "찾을 낱말이 없습니다"),
        ("*", "찾을 낱말이 없습니다"),
        ("-나루터", "뺄 말만 있고"),
        ("나루터 연도:작년", "연도가 아니어서"),
        ("나루터 in:마당", "찾을 자리가 아니어서"),
        ("나루터 저자:", "바로 뒤에 값이 없어"),
        ("나루터 마당:소금", "항목은 없어"),
        ('나루터 "소금', "따옴표가 닫히지 않아"),
        ("(나루터", "괄호가 닫히지 않아"),
        ("나루터 AND", "앞이나 뒤에 낱말이 없어"),
        ("가" * 10_000, "앞의 1,000자까지만"),
        ("나 " * 300, "64개까지만"),
    ],
)
def test_what_the_language_does_not_know_is_plain_text_and_a_line_says_so(
    client: FlaskClient, query: str, told: str
) -> None:
    response = client.get("/search", query_string={"q": query})
    assert response.status_code == 200
    page = soup(response)
    assert told in text(one(page, ".hints[role=note]"))
    assert one(page, "input[name=q]")["value"] == query


def test_a_query_of_control_characters_has_no_word(client: FlaskClient) -> None:
    page = soup(client.get("/search?q=%00"))
    assert "찾을 낱말이 없습니다" in text(one(page, ".nothing .tally"))
    assert one(page, "input[name=q]")["value"] == "\ufffd"


def test_hints_speak_english_and_are_only_ever_text(client: FlaskClient) -> None:
    page = soup(client.get("/search", query_string={"q": "나루터 year:<b>x</b>", "lang": "en"}))
    assert text(one(page, ".hints")).startswith("‘<b>x</b>’ is not a year, so it was taken as a word.")


def test_what_is_found_without_a_word_to_look_for_advises_no_shorter_one(client: FlaskClient) -> None:
    assert text(one(soup(client.get("/search?q=-나루터")), ".nothing")) == "검색 결과가 없습니다. 검색어 쓰는 법"


def test_an_example_with_a_minus_stays_on_one_line(client: FlaskClient) -> None:
    assert "포탄 -\u2060미사일" in one(soup(client.get("/search?q=-나루터")), ".hints").text


def test_the_links_of_a_page_repeat_no_more_of_a_query_than_was_read(client: FlaskClient) -> None:
    page = soup(client.get("/search", query_string={"q": "나루터 " * 4_000}))
    links = [str(a["href"]) for a in page.select(".found a, .narrow-side a")]
    assert page.select(".hit") and max(map(len, links)) < 12_000  # 1,000 letters, of nine characters each at most


def test_a_page_behind_the_last_leads_to_the_first_and_to_no_other_empty_one(client: FlaskClient) -> None:
    page = soup(client.get("/search?q=나루터&page=40"))
    assert text(one(page, ".no-more")) == "이 쪽에는 검색 결과가 없습니다. 첫 쪽으로"
    assert page.select(".pager a") == []


def test_lone_surrogates_and_broken_bytes_do_no_harm(client: FlaskClient) -> None:
    assert client.get("/search?q=%ED%A0%80%ff나루터").status_code == 200
    assert client.get("/search?q=%ED%A0%80").status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "²", "40"])
def test_pages_that_are_not_there_do_no_harm(client: FlaskClient, page: str) -> None:
    assert client.get("/search", query_string={"q": "나루터", "page": page}).status_code == 200


def test_results_are_paged_by_documents(sample_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.search.results.DOCUMENTS", 3)
    client, titles = sample_app.test_client(), []
    page = soup(client.get("/search?q=북한+러시아&match=any"))
    while True:
        titles += [h.text for h in page.select(".group h2")]
        if not (following := page.select_one(".pager a[rel=next]")):
            break
        page = soup(client.get(str(following["href"])))
    assert len(titles) == len(set(titles)) > 3
    assert text(one(page, ".tally")).startswith(f"검색 결과: 문서 {len(titles)}건")


def test_every_hit_of_the_samples_is_shown_with_its_marks(sample_app: Flask) -> None:
    client, found = sample_app.test_client(), site(sample_app).search.search(SearchOptions("두만강 다리", MOST))
    page = soup(client.get("/search?q=두만강+다리"))
    assert page.select(".hit")
    for group in page.select(".group"):
        assert group.select("h2 mark") or all(hit.select("mark") for hit in group.select(".hit")), text(group)
    assert f"대목 {found.passages:,}건" in text(one(page, ".tally"))


def test_the_last_page_says_what_was_cut(sample_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("MOST", 12), ("DOCUMENTS", 3)):
        monkeypatch.setattr(f"webapp.search.results.{name}", value)
    client = sample_app.test_client()
    page, turned = soup(client.get("/search?q=북한+러시아&match=any")), 0
    while (following := page.select_one(".pager a[rel=next]")) and turned < 10:
        page, turned = soup(client.get(str(following["href"]))), turned + 1
    assert page.select(".hit")
    assert "앞에서부터 대목 12건까지만" in text(one(page, "main"))


def test_a_page_of_results_is_a_value(sample_app: Flask) -> None:
    with sample_app.test_request_context("/"):
        from webapp.site import current_frame

        page = results_page(site(sample_app), current_frame(), SearchForm("두만강"))
        assert page.groups[0].results[0].handle.permalink.startswith("http://localhost/p/")


def test_where_the_first_passages_name_too_few_documents_more_are_asked_for(
    sample_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = (f"/search?q=두만강&page={n}" for n in (1, 2, 3))
    whole = [sample_app.test_client().get(page).data for page in pages]
    monkeypatch.setattr("webapp.search.results.RANKED", 2)
    assert [sample_app.test_client().get(f"/search?q=두만강&page={n}").data for n in (1, 2, 3)] == whole


def test_a_page_of_results_asks_the_database_eleven_times_at_most(client: FlaskClient) -> None:
    """Eight times, and three more for notes, their callers and the captions of tables."""
    client.get("/search", query_string={"q": "말"})
    with statements() as asked:
        page = client.get("/search", query_string={"q": "소금 Petushkov 나루터", "match": "any"}).text
    assert 'class="caption"' in page
    assert len(asked) <= 11, "\n".join(asked)
