"""A person selects words and copies a link: it opens with exactly these words marked, in a real browser."""

import re
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from archive.history.quotation import parse_quotation, quoted_in
from tests.browser.conftest import Open

pytestmark = pytest.mark.slow

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}

# Selects from the offset `start` of the text of one element to `end` of another, as a mouse would.
SELECT = """([first, start, last, end]) => {
  const aside = '.noteref, .seam, .grip, .unseen, button';
  const at = (element, offset) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(aside)) continue;
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
  };
  const [a, b] = [document.querySelectorAll('[data-at]')[first], document.querySelectorAll('[data-at]')[last]];
  getSelection().setBaseAndExtent(...at(a, start), ...at(b, end));
}"""
TEXT = """element => {
  const copy = element.cloneNode(true);
  for (const aside of copy.querySelectorAll('.noteref, .seam, .grip, .unseen, button')) aside.remove();
  return copy.textContent;
}"""


def document(open_page: Open, words: str, **options: Any) -> Any:
    """The document that leads the results for these words."""
    page = open_page(f"/search?q={quote(words)}", **{**CLIPBOARD, **options})
    page.goto(page.locator(".group h2 a").first.evaluate("a => a.href"))
    return page


def pieces(page: Any) -> list[str]:
    return page.evaluate(f"[...document.querySelectorAll('[data-at]')].map({TEXT})")  # type: ignore[no-any-return]


def copied(page: Any) -> str:
    page.get_by_role("button", name="선택한 구절의 링크 복사").click()
    page.wait_for_selector(".toast.shown")
    return str(page.evaluate("navigator.clipboard.readText()"))


def marks(page: Any) -> list[str]:
    """The marked words of each passage."""
    return page.evaluate(f"""[...document.querySelectorAll('.shown, [data-n]')].filter(e => e.querySelector('mark'))
        .filter(e => e.matches('.shown') || !e.closest('.shown'))
        .map(e => [...e.querySelectorAll('mark')].map({TEXT}).join(''))""")  # type: ignore[no-any-return]


def test_words_across_a_note_mark_are_copied_and_marked_without_it(open_page: Open, served: str) -> None:
    page = document(open_page, "부두가 얼지 않는 것")
    number, at = page.evaluate("""() => {
      const all = [...document.querySelectorAll('[data-at]')];
      const mark = document.querySelector('[data-at] > .noteref');
      const range = document.createRange();
      range.setStart(mark.closest('[data-at]'), 0);
      range.setEndBefore(mark);
      return [all.indexOf(mark.closest('[data-at]')), range.toString().length];
    }""")
    words = pieces(page)[number][at - 6 : at + 6]
    page.evaluate(SELECT, [number, at - 6, number, at + 6])
    link = copied(page)
    assert link.startswith(f"{served}/p/")
    page.goto(link)
    assert marks(page) == [words.strip()]
    assert page.locator("mark .noteref").count() == 1
    assert page.locator(".cited-note").inner_text().startswith("인용한 구절을 표시했습니다.")
    assert page.locator(".permalink").inner_text() == link
    page.get_by_role("link", name="본문에서 보기").first.click()
    assert marks(page) == [words.strip()]


def test_words_across_two_passages_are_marked_in_both(open_page: Open) -> None:
    page = document(open_page, "두만강 다리")
    texts = pieces(page)
    first = next(n for n in range(1, len(texts) - 1) if len(texts[n]) > 40 and len(texts[n + 1]) > 40)
    page.evaluate(SELECT, [first, 20, first + 1, 15])
    link = copied(page)
    assert "&to=" in link
    page.goto(link)
    assert marks(page) == [texts[first][20:].strip(), texts[first + 1][:15].strip()]
    page.get_by_role("link", name="본문에서 보기").first.click()
    assert marks(page) == [texts[first][20:].strip(), texts[first + 1][:15].strip()]


def test_words_across_the_cells_of_a_row(open_page: Open) -> None:
    page = document(open_page, "표에서: 통과")
    cells = page.evaluate("""[...document.querySelectorAll('[data-at]')].map((e, n) => [n, e.closest('tr')?.id])
        .filter(([n, row], i, all) => row && all[i + 1]?.[1] === row).map(([n]) => n)""")
    texts = pieces(page)
    page.evaluate(SELECT, [cells[0], 0, cells[0] + 1, len(texts[cells[0] + 1])])
    page.goto(copied(page))
    assert marks(page) == [texts[cells[0]] + texts[cells[0] + 1]]


def test_a_word_is_selected_by_a_double_click_on_a_passage_s_own_page(open_page: Open) -> None:
    page = open_page(f"/search?q={quote('두만강 다리')}", **CLIPBOARD)
    page.locator(".hit-tools").first.get_by_role("link", name="영구 링크").click()
    box = page.locator(".the-passage [data-at]").first.bounding_box()
    page.mouse.dblclick(box["x"] + 30, box["y"] + 12)
    word = page.evaluate("getSelection().toString().trim()")
    assert word
    page.goto(copied(page))
    assert marks(page) == [word]


def test_the_button_is_the_next_stop_of_the_tab_key_and_works_by_keyboard(open_page: Open) -> None:
    page = document(open_page, "두만강 다리")
    texts = pieces(page)
    number = next(n for n in range(1, len(texts)) if len(texts[n]) > 40)
    page.locator("[data-at]").nth(number).click(position={"x": 5, "y": 5})
    page.evaluate(SELECT, [number, 0, number, 8])
    page.wait_for_selector("#quote:not([hidden])")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "quote":
            break
    assert page.evaluate("document.activeElement.id") == "quote"
    page.keyboard.press("Enter")
    page.wait_for_selector(".toast.shown")
    page.goto(str(page.evaluate("navigator.clipboard.readText()")))
    assert marks(page) == [texts[number][:8].strip()]


def test_it_works_by_touch_on_a_phone(open_page: Open) -> None:
    page = document(open_page, "두만강 다리", width=360, has_touch=True, is_mobile=True)
    texts = pieces(page)
    number = next(n for n in range(1, len(texts)) if len(texts[n]) > 40)
    page.evaluate(SELECT, [number, 4, number, 30])
    page.wait_for_selector("#quote:not([hidden])")
    box = page.locator("#quote").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 360
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#quote").tap()
    page.wait_for_selector(".toast.shown")
    page.goto(str(page.evaluate("navigator.clipboard.readText()")))
    assert marks(page) == [texts[number][4:30].strip()]


@pytest.mark.parametrize(
    "translate",
    [
        "document.documentElement.className = 'translated-ltr'",
        "document.documentElement.lang = 'en'",
        "document.querySelector('.body [data-at]').firstChild.data = 'Machine-made words'",
    ],
    ids=["class", "lang", "text"],
)
def test_a_machine_translated_page_says_to_select_in_the_original(open_page: Open, translate: str) -> None:
    page = document(open_page, "두만강 다리")
    page.evaluate(translate)
    page.evaluate(SELECT, [3, 0, 3, 5])
    page.wait_for_selector("#quote:not([hidden])")
    button = page.locator("#quote")
    assert button.inner_text().startswith("번역된 화면입니다.")
    button.click()
    assert page.locator("#said").inner_text().startswith("번역된 화면입니다.")


def test_where_nothing_can_be_quoted_there_is_no_button(open_page: Open) -> None:
    page = document(open_page, "두만강 다리")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.colophon'))")
    page.wait_for_timeout(400)
    assert page.locator("#quote").is_hidden()
    page.evaluate(SELECT, [3, 0, 3, 5])
    page.wait_for_selector("#quote:not([hidden])")
    page.evaluate("getSelection().removeAllRanges()")
    page.wait_for_selector("#quote", state="hidden")


def test_the_browser_counts_and_checks_as_the_archive_does(open_page: Open) -> None:
    """Signs beyond the basic plane count as one; other scripts, digits and signs are told apart alike."""
    text = "다리를 탓한다. 𠀀 (2024) Ёлка № 5 ½ café ﬁ"
    page = document(open_page, "두만강 다리")
    page.route(
        "**/d/*",
        lambda route: route.fulfill(
            response=(sent := route.fetch()),
            body=re.sub(r"(<span data-address[^>]*>)[^<]+", rf"\g<1>{text}", sent.text(), count=3),
        ),
    )
    page.reload()
    page.evaluate(SELECT, [2, 4, 2, len(text.encode("utf-16-le")) // 2])
    asked = parse_qs(urlsplit(copied(page)).query)["q"][0]
    assert quoted_in([text], parse_quotation(asked)) == ((4, len(text)),)
