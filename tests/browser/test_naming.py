"""A person types what a catalogue knows, or pastes an address, and is there: on a desk, on a phone, without scripts."""

from urllib.parse import quote

import pytest

from tests.browser.conftest import Open

pytestmark = pytest.mark.slow

PHONE = 360


def test_an_author_leads_to_documents_and_a_card_is_clicked_anywhere(open_page: Open) -> None:
    page = open_page(f"/search?q={quote('예시연구원')}")
    card = page.locator(".card").first
    title = card.locator("a.title").inner_text()
    assert card.locator(".because").inner_text() == "발행처: 예시연구원"
    card.locator(".credits").click()
    page.wait_for_selector("main.document")
    assert page.locator("h1").first.inner_text() == title


def test_all_of_them_are_listed_without_scripts_on_a_phone(open_page: Open) -> None:
    for language in ("ko-KR", "en-US"):
        page = open_page(f"/search?q={quote('예시연구원')}", PHONE, java_script_enabled=False, locale=language)
        count = page.locator(".cards .all a")
        if count.count():
            count.click()
        else:
            page.goto(page.url.replace("/search", "/documents"))
        assert page.locator(".card").count() >= page.locator("#listed").count() == 1
        page.locator("#listed").fill("홍예시")
        page.locator(".listfilter button").click()
        assert page.locator(".card").count() >= 1
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_a_pasted_address_opens(open_page: Open) -> None:
    page = open_page(f"/search?q={quote('두만강')}")
    permalink = page.locator(".hit button.copy").first.get_attribute("data-copy")
    address = permalink.rpartition("/")[2]
    for pasted in (permalink, address.replace("-", ""), address.upper()):
        page.locator("#q").fill(pasted)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/p/{address}")
        page.wait_for_selector(".the-passage")


def test_an_address_with_a_slip_says_which_it_may_be(open_page: Open, served: str) -> None:
    page = open_page(f"/search?q={quote('두만강')}")
    address = page.locator(".hit button.copy").first.get_attribute("data-copy").rpartition("/")[2]
    slipped = address[:-1] + ("2" if address[-1] != "2" else "3")
    answer = page.request.get(f"{served}/search", params={"q": slipped})
    assert answer.status == 404
    assert f'<a href="/p/{address}">' in answer.text()
