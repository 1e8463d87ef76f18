"""A person finds, reads and copies: with a mouse, by keyboard, on a phone, without JavaScript, in the dark."""

import re
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.conftest import Open

pytestmark = pytest.mark.slow

PHONE = 360
WIDE = 1280
QUERY = quote("두만강 다리")


def first_document(open_page: Open, words: str, **options: Any) -> Any:
    """The document that leads the results for these words."""
    page = open_page(f"/search?q={quote(words)}", **options)
    page.locator(".group h2 a").first.click()
    return page


def test_from_a_search_to_a_copied_link(open_page: Open, served: str) -> None:
    page = open_page("/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("검색어", exact=True).fill("두만강 다리")
    page.get_by_role("button", name="검색").click()
    hit = page.locator(".hit").first
    assert hit.locator("mark").count() >= 1
    hit.get_by_role("link", name="영구 링크").click()
    page.get_by_role("button", name="링크 복사").click()
    page.wait_for_selector(".toast.shown")
    said = page.locator("#said").inner_text()
    assert said.startswith("복사했습니다.")
    assert "이 컴퓨터에서만" in said
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(rf"{served}/p/[2-9a-z]{{5}}-[2-9a-z]{{5}}", copied)
    page.goto(copied)
    assert page.locator(".the-passage").is_visible()


def test_copying_works_where_the_browser_gives_no_clipboard(open_page: Open) -> None:
    page = open_page(f"/search?q={QUERY}")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="링크 복사").first.click()
    assert page.locator("#said").inner_text().startswith("복사했습니다.")


def test_a_hit_opens_in_the_text_marked_and_in_sight(open_page: Open) -> None:
    page = open_page(f"/search?q={QUERY}")
    page.get_by_role("link", name="본문에서 보기").first.click()
    chosen = page.locator(".chosen")
    assert chosen.count() == 1
    page.wait_for_function(
        "(({top}) => 0 <= top && top < 800)(document.querySelector('.chosen').getBoundingClientRect())"
    )


def test_everything_can_be_reached_by_keyboard(open_page: Open) -> None:
    page = open_page(f"/search?q={QUERY}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "본문 바로가기"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("결제")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**q={quote('결제')}")


def test_a_slash_typed_into_the_search_box_is_a_slash(open_page: Open) -> None:
    page = open_page("/")
    page.locator("#q").fill("")
    page.locator("#q").type("1/4")
    assert page.locator("#q").input_value() == "1/4"


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways_on_a_phone(open_page: Open, language: str, scheme: str) -> None:
    page = first_document(open_page, "표에서: 통과", width=PHONE, color_scheme=scheme)
    document = page.url.split("?")[0]
    passage = page.locator(".pilcrow").first.get_attribute("href")
    base = "/".join(document.split("/")[:3])
    long = quote("가나다라마바사아자차카타파하" * 10)
    for path in (
        "/",
        f"/search?q={QUERY}",
        f"/search?q={long}",
        "/documents",
        "/problems",
        "/help",
        "/about",
        document.removeprefix(base),
        f"{document.removeprefix(base)}?traces=1",
        f"{document.removeprefix(base)}/lines",
        str(passage),
        f"{passage}/lines",
    ):
        page.goto(f"{base}{path}{'&' if '?' in path else '?'}lang={language}")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE, path


def test_everything_but_copying_works_without_javascript(open_page: Open) -> None:
    page = open_page("/", java_script_enabled=False)
    page.get_by_role("searchbox").fill("두만강 다리")
    page.get_by_role("button", name="검색").click()
    assert page.locator(".hit mark").count() >= 1
    assert page.locator("button.copy:visible").count() == 0
    page.get_by_role("link", name="본문에서 보기").first.click()
    assert page.locator(".chosen").count() == 1
    page.get_by_role("link", name="English").click()
    assert page.locator(".chosen").count() == 1
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_language_is_remembered(open_page: Open) -> None:
    page = open_page("/about")
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="Help").click()
    assert page.locator("h1").inner_text() == "Help"


def test_wide_tables_scroll_in_their_own_box(open_page: Open) -> None:
    page = first_document(open_page, "표에서: 통과", width=PHONE)
    page.locator(".table-box").first.evaluate("box => box.querySelector('table').style.minWidth = '900px'")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert page.locator(".table-box").first.evaluate("box => box.scrollWidth > box.clientWidth")


def test_the_text_is_printed_without_what_serves_the_screen(open_page: Open) -> None:
    page = first_document(open_page, "두만강 다리")
    page.emulate_media(media="print")
    assert page.locator(".masthead").is_hidden()
    assert page.locator(".grip").first.is_hidden()
    assert page.locator(".body").is_visible()
    assert page.locator(".on-paper").is_visible() and "/d/" in page.locator(".on-paper").inner_text()
    assert page.locator(".caution").is_hidden() and page.locator(".contents-open").is_hidden()


CONTRAST = """() => {
  const channel = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parse = color => (color.match(/[\\d.]+/g) || []).map(Number);
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const color = parse(getComputedStyle(e).backgroundColor);
      if (color.length === 3 || color[3] > 0.5) return color;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || !element.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (element.closest('.unseen, .skip, .toast, .space')) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.push(`${element.className || element.tagName} ${ratio.toFixed(2)}`);
  }
  return faint;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(open_page: Open, scheme: str) -> None:
    page = first_document(open_page, "각주에서: 결제", color_scheme=scheme)
    document = page.url.split("?")[0]
    passage = page.locator(".pilcrow").nth(3).get_attribute("href")
    base = "/".join(document.split("/")[:3])
    for path in ("/", f"/search?q={QUERY}", "/problems", "/help", str(passage), f"{passage}/lines"):
        page.goto(base + path)
        assert page.evaluate(CONTRAST) == [], path
    page.goto(document + "?traces=1")
    assert page.evaluate(CONTRAST) == []
