"""A person saves hits and passages to a list, puts it in order, and copies all of it; a sent list is taken over."""

import re
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.conftest import Open
from tests.browser.test_citing import CLIPBOARD, KINDS, PARAGRAPH

pytestmark = pytest.mark.slow

RESULTS = f"/search?q={quote('두만강')}"
SENT = "/list?p=pkmkw-75m68&p=9s3dm-82pd9&p=pkmkw-75m69&title=" + quote("항만")


def count(page: Any) -> str:
    return str(page.locator("#list").inner_text())


def addresses(page: Any) -> list[str]:
    return page.locator(".entry-address").all_inner_texts()  # type: ignore[no-any-return]


def test_from_hits_to_a_copied_list(open_page: Open) -> None:
    page = open_page(RESULTS, **CLIPBOARD)
    saved = [page.locator("a.keep").nth(n).get_attribute("data-keep") for n in range(3)]
    for n in range(3):
        page.locator("a.keep").nth(n).click()
    assert page.locator("a.keep").nth(1).get_attribute("aria-pressed") == "true"
    assert page.locator("#said").inner_text() == "담았습니다. 담은 목록 3" and count(page) == "담은 목록 3"
    page.locator("a.keep").nth(1).focus()
    page.keyboard.press("Space")
    assert count(page) == "담은 목록 2"
    page.locator("#list").click()
    assert addresses(page) == [saved[0], saved[2]]
    page.get_by_role("link", name="아래로: 1번째").click()
    page.wait_for_url("**#entry-2")
    assert addresses(page) == [saved[2], saved[0]]
    page.locator("#cite-form").select_option("chicago")
    page.locator(".copy-citations").click()
    page.wait_for_selector(".toast.shown")
    copied = page.evaluate(KINDS)
    first, second = copied["text"].split("\n\n")
    assert first.startswith("“") and f"/p/{saved[2]}" in first and f"/p/{saved[0]}" in second and "accessed" in second
    assert copied["html"].count("<p>") == 2 and not re.search(r"class=|hidden|<bdi|<span", copied["html"])
    assert "form=chicago" in page.get_by_role("link", name="Markdown").get_attribute("href")
    page.goto(page.url.split("/list")[0] + RESULTS)
    assert [page.locator("a.keep").nth(n).get_attribute("aria-pressed") for n in range(3)] == ["true", "false", "true"]


def test_what_is_changed_on_its_page_is_kept(open_page: Open) -> None:
    page = open_page(PARAGRAPH)
    page.locator("a.keep:visible").first.click()
    page.locator("#list").click()
    page.locator("#list-title").fill("강가")
    page.locator("#list-add").fill("9s3dm-82pd9 pkmkw")
    page.get_by_role("button", name="적용").click()
    page.wait_for_selector("h1:has-text('강가')")
    assert count(page) == "담은 목록 3" and page.locator(".take-over").is_hidden()
    page.goto(page.url.split("?")[0])  # without addresses: the list that is kept
    page.wait_for_selector("h1:has-text('강가')")
    page.get_by_role("link", name="빼기: 2번째").click()
    page.wait_for_selector("h1:has-text('2건')")
    assert count(page) == "담은 목록 2" and addresses(page) == ["pkmkw-75m68", "pkmkw"]
    page.get_by_role("link", name="모두 비우기").click()
    page.wait_for_selector("text=담은 것이 없습니다")
    assert count(page) == "담은 목록"


def test_a_list_that_was_sent_changes_nothing_until_it_is_taken_over(open_page: Open) -> None:
    page = open_page(SENT)
    assert count(page) == "담은 목록"
    page.get_by_role("link", name="빼기: 1번째").click()
    page.wait_for_selector("h1:has-text('2건')")
    assert count(page) == "담은 목록"
    page.get_by_role("button", name="내 목록에 더하기").click()
    page.wait_for_selector("#list .count")
    assert count(page) == "담은 목록 2" and addresses(page) == ["9s3dm-82pd9", "pkmkw-75m69"]


def test_a_passage_in_the_text_is_saved_with_its_tools(open_page: Open) -> None:
    page = open_page("/d/pkmkw")
    page.locator(".unit .pilcrow").nth(4).focus()
    keep = page.locator(".grip.held a.keep")
    address = page.locator(".unit .pilcrow").nth(4).get_attribute("href").split("/")[-1]
    assert (keep.get_attribute("href"), keep.get_attribute("aria-pressed")) == (f"/list?p={address}", "false")
    keep.click()
    assert keep.get_attribute("aria-pressed") == "true" and count(page) == "담은 목록 1"


def test_a_full_list_takes_no_more(open_page: Open) -> None:
    page = open_page(PARAGRAPH)
    page.evaluate(
        "localStorage['gakju-list'] = JSON.stringify({title: '', addresses: [...Array(100).keys()].map(n => `x${n}`)})"
    )
    page.reload()
    page.locator("a.keep:visible").first.click()
    assert "100건까지" in page.locator("#said").inner_text() and count(page) == "담은 목록 100"


def test_without_scripts_it_is_links_and_a_form(open_page: Open) -> None:
    page = open_page(RESULTS, java_script_enabled=False)
    page.locator("a.keep").first.click()
    page.locator("#list-add").fill("pkmkw")
    page.locator("#cite-form").select_option("apa")
    page.get_by_role("button", name="적용").click()
    assert page.locator(".saved-entries > li").count() == 2
    assert page.locator(".reference:visible").count() == 2
    page.get_by_role("link", name="위로: 2번째").click()
    assert addresses(page)[0] == "pkmkw" and page.locator("#cite-form").input_value() == "apa"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_it_fits_a_phone(open_page: Open, language: str) -> None:
    page = open_page(f"{SENT}&lang={language}", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_in_print_the_words_stand_without_the_tools(open_page: Open) -> None:
    page = open_page(SENT)
    page.emulate_media(media="print")
    assert page.locator(".quoted").first.is_visible() and page.locator(".reference:visible").count() == 2
    assert not page.locator(".list-form").is_visible() and not page.locator(".copy-citation").first.is_visible()
