"""A person narrows, widens and goes back: readings taken away, facets on a desk and on a phone, the short help."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.conftest import Open

pytestmark = pytest.mark.slow

PHONE = 360
QUERY = quote("두만강 다리")


def tally(page: Any) -> str:
    return str(page.locator(".tally").inner_text())


def test_a_form_is_taken_away_put_back_and_the_way_back_is_the_browser_s_own(open_page: Open) -> None:
    page = open_page(f"/search?q={quote('Tumen River')}")
    before = tally(page)
    page.locator(".also .chip").first.click()
    assert page.locator(".also .chip.off").count() == 1
    assert tally(page) != before
    page.go_back()
    assert page.locator(".also .chip.off").count() == 0
    assert tally(page) == before
    page.go_forward()
    page.locator(".also .chip.off").click()
    assert tally(page) == before


def test_a_facet_is_chosen_and_left_by_the_back_button(open_page: Open) -> None:
    page = open_page(f"/search?q={QUERY}")
    before = tally(page)
    page.get_by_role("region", name="검색 결과 좁혀 보기").get_by_role("link", name="각주").click()
    assert page.locator(".narrowed .chip").inner_text().startswith("찾는 곳: 각주")
    assert page.locator("#q").input_value() == "두만강 다리 각주에서:"
    assert set(page.locator(".hit .kind").all_inner_texts()) <= {f"각주 {n}" for n in range(1, 40)}
    page.go_back()
    assert (tally(page), page.locator("#q").input_value()) == (before, "두만강 다리")


def test_on_a_phone_the_facets_are_folded_and_open_by_a_touch_without_javascript_too(open_page: Open) -> None:
    for scripted in (True, False):
        page = open_page(f"/search?q={QUERY}", PHONE, java_script_enabled=scripted, has_touch=True)
        fold = page.locator(".narrow-fold")
        assert page.locator(".narrow-side").is_hidden()
        assert fold.locator(".facet").first.is_hidden()
        fold.locator("> summary").tap()
        assert fold.locator(".facet").first.is_visible()
        assert fold.locator("li a").first.bounding_box()["height"] >= 24
    assert page.locator(".found").bounding_box()["width"] <= PHONE


def test_on_a_desk_the_facets_stand_beside_the_results_and_after_them_in_order(open_page: Open) -> None:
    page = open_page(f"/search?q={QUERY}")
    side, found = page.locator(".narrow-side").bounding_box(), page.locator(".found").bounding_box()
    assert page.locator(".narrow-fold").is_hidden()
    assert side["x"] >= found["x"] + found["width"]
    assert page.evaluate(
        "!!(document.querySelector('.hit').compareDocumentPosition(document.querySelector('.narrow-side')) & 4)"
    )


def test_the_short_help_opens_over_the_page_and_closes_by_escape(open_page: Open) -> None:
    for path, width in ((f"/search?q={QUERY}", 1280), ("/", PHONE)):  # else a phone has the help in its menu
        page = open_page(path, width)
        summary = page.locator(".short-help summary")
        summary.focus()
        page.keyboard.press("Enter")
        box = page.locator(".short-help-text").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        page.keyboard.press("Escape")
        assert page.locator(".short-help-text").is_hidden()
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_an_empty_query_comes_home_with_the_cursor_in_the_field(open_page: Open) -> None:
    page = open_page("/documents")
    page.get_by_role("button", name="검색").click()
    assert page.locator("main.home").is_visible()
    assert page.evaluate("document.activeElement.id") == "q"


def test_nothing_found_and_hints_fit_on_a_phone(open_page: Open) -> None:
    for query in ("남극 펭귄 탐험 연도:1999", "두만강 마당:소금 연도:작년", "가" * 400):
        for language in ("ko", "en"):
            page = open_page(f"/search?q={quote(query)}&lang={language}", PHONE)
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE, (query, language)
