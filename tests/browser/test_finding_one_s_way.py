"""From anywhere on a page one reaches the menu and the contents, on a phone too, and knows where one is."""

from typing import Any

import pytest

from tests.browser.conftest import Open

pytestmark = pytest.mark.slow
PHONE = 390
TREATY = "조약 문면으로 본 북러 관계"


def document(open_page: Open, width: int, **options: Any) -> Any:
    page = open_page(f"/search?q={TREATY}", width, **options)
    page.locator(".group h2 a").first.click()
    page.wait_for_load_state()
    return page


BROKEN = """() => [...document.querySelectorAll('.facts dt')].filter(name => name.checkVisibility()).filter(name => {
  const words = document.createRange();
  words.selectNodeContents(name);
  return words.getClientRects().length > 1;
}).map(name => name.textContent)"""


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_name_of_a_fact_stands_in_one_line_on_a_phone(open_page: Open, language: str) -> None:
    page = open_page(f"/d/4hbab?lang={language}", 360)
    assert page.locator(".facts dt").count() > 3
    assert page.evaluate(BROKEN) == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_masthead_of_a_phone_is_one_row_and_its_menu_opens_and_closes(open_page: Open, language: str) -> None:
    page = open_page(f"/documents?lang={language}", PHONE)
    assert page.locator(".masthead").bounding_box()["height"] < 64
    entries = page.locator("#menu a")
    assert not entries.first.is_visible()
    page.locator(".menu button").click()
    assert entries.first.is_visible() and entries.count() >= 5
    page.keyboard.press("Escape")
    assert not entries.first.is_visible()
    page.locator(".menu button").click()
    page.mouse.click(100, 700)
    assert not entries.first.is_visible()


def test_the_menu_and_the_contents_of_a_phone_need_no_script(open_page: Open) -> None:
    page = document(open_page, PHONE, java_script_enabled=False)
    page.locator(".menu button").click()
    assert page.locator("#menu a").first.is_visible()
    page.keyboard.press("Escape")
    page.locator(".contents-open").click()
    assert page.locator("#contents a").first.is_visible()


def test_the_contents_are_at_hand_on_a_phone_and_close_when_a_section_is_chosen(open_page: Open) -> None:
    page = document(open_page, PHONE)
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    page.locator(".contents-open").click()
    entry = page.locator("#contents a").nth(1)
    entry.click()
    assert not entry.is_visible()
    heading = page.locator(page.evaluate("location.hash"))
    assert 0 <= heading.bounding_box()["y"] < 200


def test_the_contents_say_which_section_is_being_read(open_page: Open) -> None:
    page = document(open_page, 1280)
    assert page.locator("#contents [aria-current]").count() == 0
    entry = page.locator("#contents a").nth(2)
    entry.click()
    page.wait_for_function("document.querySelector('#contents [aria-current]')")
    assert page.locator("#contents [aria-current]").inner_text() == entry.inner_text()
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_function("!document.querySelector('#contents [aria-current]')")


def test_every_page_begins_at_the_same_edge(open_page: Open) -> None:
    page = document(open_page, 1280)
    edges = {
        round(page.locator(".contents-list").bounding_box()["x"]),
        round(page.locator(".name").bounding_box()["x"]),
    }
    base = "/".join(page.url.split("/")[:3])
    for path in ("/", "/documents", "/problems", "/help", "/about", "/search?q=두만강", "/search?q=펭귄"):
        page.goto(base + path)
        edges |= {round(page.locator(".name").bounding_box()["x"])}
        edges |= {
            round(page.locator("main h1:not(.unseen), main .tally").locator("visible=true").first.bounding_box()["x"])
        }
    assert len(edges) == 1, edges


# The text of every line, as it is laid out.
LINES = """() => {
  const lines = [], range = document.createRange();
  for (const block of document.querySelectorAll('.body p, .hit .text')) {
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let line = '', top = null, node;
    while ((node = walk.nextNode())) {
      for (let i = 0; i < node.length; i++) {
        range.setStart(node, i); range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (!box) continue;
        if (top !== null && box.top > top + 12) { lines.push(line); line = ''; }
        line += node.data[i]; top = box.top;
      }
    }
    lines.push(line);
  }
  return lines;
}"""


@pytest.mark.parametrize("width", [320, 390, 500, 700])
def test_no_line_ends_inside_the_name_of_two_states(open_page: Open, width: int) -> None:
    page = open_page("/search?q=북·러", width)
    lines = page.evaluate(LINES)
    assert any("북·러" in line for line in lines)
    assert [line for line in lines if line.rstrip().endswith(("북·", "중·", "한·"))] == []
