"""A note is read where it is called: beside its line, or opened there by mouse, finger or key. So with its tools."""

import re
from itertools import pairwise
from typing import Any

import pytest

from tests.browser.conftest import Open
from tests.browser.test_reading import first_document

pytestmark = pytest.mark.slow

PHONE = 360
WIDE = 1440
MANY = "각주에서: 결제"
LIST = '<ol class="notes" role="list">'

# What a reader sees of the notes in the margin: their boxes, and the lines that call them.
BESIDE = """() => [...document.querySelectorAll('.slip.beside')].filter(slip => slip.checkVisibility()).map(slip => {
  const box = slip.getBoundingClientRect();
  const line = document.querySelector(`[aria-label="${slip.getAttribute('aria-label')}"][role=doc-noteref]`);
  return {top: box.top, bottom: box.bottom, left: box.left, right: box.right, line: line.getBoundingClientRect().top};
})"""


def opened(page: Any) -> Any:
    return page.locator(".slip.open")


def card(page: Any) -> Any:
    return page.locator(".slip.open:not(.beside)")


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_on_a_wide_screen_notes_stand_beside_their_lines_and_never_overlap(open_page: Open, width: int) -> None:
    page = first_document(open_page, MANY, width=width)
    page.wait_for_selector(".slip.beside")
    boxes = page.evaluate(BESIDE)
    assert len(boxes) == page.locator("a[role=doc-noteref]").count() > 5
    assert all(above["bottom"] < below["top"] for above, below in pairwise(boxes))
    assert all(abs(box["top"] - box["line"]) < 200 for box in boxes)
    text = page.locator(".body").bounding_box()
    assert all(text["x"] + text["width"] < box["left"] and box["right"] <= width for box in boxes)


def crowded(open_page: Open, calls: int, words: int) -> Any:
    """A page on which a crowd of calls of long notes stands in one paragraph."""
    page = first_document(open_page, MANY, width=WIDE)
    marks = "".join(
        f'글 <sup class="noteref"><a role="doc-noteref" href="#x-{i}" aria-label="각주 x{i}">x{i}</a></sup>'
        for i in range(calls)
    )
    text = f'<div class="note-text"><p>{"나루의 장부 " * words}</p></div>'
    notes = "".join(f'<li id="x-{i}"><span class="label">x{i}</span>{text}</li>' for i in range(calls))

    def crowd(route: Any) -> None:
        response = route.fetch()
        html = re.sub(
            r'(<li class="unit item[^\n]*?)(</span> <span class="grip")', rf"\1{marks}\2", response.text(), count=1
        )
        route.fulfill(response=response, body=html.replace(LIST, LIST + notes))

    page.route("**/d/*", crowd)
    page.reload()
    page.wait_for_selector(".slip.beside")
    return page


def test_long_notes_fold_and_unfold_and_make_room(open_page: Open) -> None:
    page = crowded(open_page, calls=3, words=90)
    first = page.locator(".slip.folded, .slip.tight").first
    folded = first.bounding_box()["height"]
    button = first.locator("button")
    assert (button.get_attribute("aria-label"), button.get_attribute("aria-expanded")) == ("펼치기", "false")
    name = first.get_attribute("aria-label")
    button.click()
    note = page.locator(f".slip[aria-label='{name}']")
    assert note.bounding_box()["height"] > 2 * folded
    boxes = page.evaluate(BESIDE)
    assert all(above["bottom"] < below["top"] for above, below in pairwise(boxes))
    note.get_by_role("button", name="접기").click()
    assert note.bounding_box()["height"] == folded


def test_where_the_margin_is_full_the_rest_open_as_cards(open_page: Open) -> None:
    page = crowded(open_page, calls=30, words=60)
    boxes = page.evaluate(BESIDE)
    assert 5 < len(boxes) < page.locator("a[role=doc-noteref]").count()
    assert all(above["bottom"] < below["top"] for above, below in pairwise(boxes))
    names = set(page.eval_on_selector_all(".slip.beside", "all => all.map(one => one.getAttribute('aria-label'))"))
    left_out = next(i for i in range(30) if f"각주 x{i}" not in names)
    page.locator(f"a[aria-label='각주 x{left_out}']").click()
    assert card(page).get_attribute("aria-label") == f"각주 x{left_out}"


def test_pointing_opens_a_card_that_stays_while_one_is_in_it(open_page: Open) -> None:
    page = first_document(open_page, MANY, width=800)
    mark = page.locator("a[role=doc-noteref]").first
    mark.hover()
    card(page).wait_for()
    assert card(page).get_attribute("aria-label") == mark.get_attribute("aria-label")
    card(page).hover()
    page.wait_for_timeout(400)
    assert card(page).count() == 1
    page.mouse.move(5, 5)
    page.wait_for_timeout(400)
    assert card(page).count() == 0


def test_a_click_opens_a_card_and_esc_a_click_beside_it_and_scrolling_close_it(open_page: Open) -> None:
    page = first_document(open_page, MANY, width=800)
    mark = page.locator("a[role=doc-noteref]").first
    where = page.url
    for close in (
        lambda: page.keyboard.press("Escape"),
        lambda: page.mouse.click(780, 20),
        lambda: page.mouse.wheel(0, 300),
    ):
        mark.scroll_into_view_if_needed()
        mark.click()
        assert card(page).is_visible()
        assert page.evaluate("document.activeElement.className").startswith("slip")
        close()
        page.wait_for_timeout(150)
        assert card(page).count() == 0
    assert page.url == where


def test_by_keyboard_a_card_is_walked_through_and_never_a_trap(open_page: Open) -> None:
    page = first_document(open_page, MANY, width=800)
    marks = page.locator("a[role=doc-noteref]")
    name = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
    first = marks.first.get_attribute("aria-label")
    marks.first.evaluate("mark => mark.closest('.unit').querySelector('.pilcrow').focus()")
    page.keyboard.press("Shift+Tab")
    while page.evaluate(name) != first:
        page.keyboard.press("Shift+Tab")
    assert card(page).get_attribute("aria-label") == first
    assert marks.first.get_attribute("aria-describedby") == card(page).get_attribute("id")
    assert marks.first.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className").startswith("slip")
    page.keyboard.press("Escape")
    assert page.evaluate(name) == first
    assert card(page).count() == 0
    assert page.locator(".slip:not([aria-hidden])").count() == 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "slip-label"
    for _ in range(9):
        page.keyboard.press("Tab")
        if not page.evaluate("!!document.activeElement.closest('.slip')"):
            break
    assert page.evaluate("!document.activeElement.closest('.slip')")
    assert page.evaluate("!!document.activeElement.closest('.body')")
    assert card(page).count() == 0


def test_on_a_phone_a_tap_opens_a_card_and_a_tap_beside_it_closes_it(open_page: Open) -> None:
    page = first_document(open_page, MANY, width=PHONE, has_touch=True)
    mark = page.locator("a[role=doc-noteref]").first
    mark.scroll_into_view_if_needed()
    mark.tap()
    box = card(page).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    page.locator(".body .unit.heading").first.scroll_into_view_if_needed()
    page.touchscreen.tap(20, 700)
    assert card(page).count() == 0


def test_a_mark_in_the_margin_leads_to_the_list_and_back(open_page: Open) -> None:
    page = first_document(open_page, MANY, width=WIDE)
    page.locator(".slip.beside .slip-label").first.click()
    note = page.locator(".notes li:target")
    assert note.count() == 1
    reference = page.locator("a[role=doc-noteref]").first
    note.locator("a[role=doc-backlink]").first.click()
    assert page.locator("a[role=doc-noteref]:target").get_attribute("aria-label") == reference.get_attribute(
        "aria-label"
    )


def test_without_scripts_a_note_is_a_link_there_and_back(open_page: Open) -> None:
    page = first_document(open_page, MANY, java_script_enabled=False)
    reference = page.locator("a[role=doc-noteref]").first
    name = reference.get_attribute("aria-label")
    reference.click()
    note = page.locator(".notes li:target")
    assert note.count() == 1
    note.locator("a[role=doc-backlink]").first.click()
    assert page.locator("a[role=doc-noteref]:target").get_attribute("aria-label") == name
    assert page.locator(".slip").count() == 0


@pytest.mark.parametrize("language, said", [("ko", "내용은 실려 있지 않음"), ("en", "the note was not printed")])
def test_a_reference_without_a_note_says_so_in_its_card(open_page: Open, language: str, said: str) -> None:
    page = open_page(f"/problems?kind=ref-open&lang={language}")
    page.goto(page.url.split("/problems")[0] + str(page.locator(".doubts a").first.get_attribute("href")))
    reference = page.locator(".noteref.open [role=button]").first
    reference.click()
    assert said in card(page).inner_text()
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    assert said in card(page).inner_text()


def test_the_printed_page_has_the_notes_once(open_page: Open) -> None:
    page = first_document(open_page, MANY, width=WIDE)
    page.emulate_media(media="print")
    assert page.locator(".slip").first.is_hidden()
    assert page.locator(".notes li").first.is_visible()


# The tools of a passage


def test_pointing_at_a_passage_brings_its_tools_and_they_hide_no_word(open_page: Open, served: str) -> None:
    page = first_document(open_page, "두만강 다리", permissions=["clipboard-read", "clipboard-write"])
    passage = page.locator(".body p.paragraph").first
    assert page.locator(".grip:visible").evaluate_all("all => all.every(one => getComputedStyle(one).opacity === '0')")
    passage.hover()
    tools = page.get_by_role("toolbar", name="이 대목의 도구")
    tools.wait_for()
    bottom = passage.evaluate(
        """unit => { const range = document.createRange(); range.selectNodeContents(unit.querySelector('[data-at]'));
          const boxes = [...range.getClientRects()]; return boxes[boxes.length - 1].bottom; }"""
    )
    assert tools.bounding_box()["y"] >= bottom - 4
    tools.get_by_role("button", name="링크 복사").click()
    assert re.fullmatch(rf"{served}/p/[2-9a-z]{{5}}-[2-9a-z]{{5}}", page.evaluate("navigator.clipboard.readText()"))
    tools.get_by_role("link", name="인쇄된 행 보기").click()
    assert page.locator("tr.own").count() >= 1
    assert page.locator(".the-passage").is_visible()


def test_each_passage_is_one_stop_by_keyboard_and_arrows_go_from_tool_to_tool(open_page: Open) -> None:
    page = first_document(open_page, "두만강 다리")
    page.locator(".body p.paragraph .pilcrow").first.focus()
    tools = page.locator(".grip.held")
    assert tools.count() == 1
    told = "document.activeElement.textContent"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(told) == "링크 복사"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(told) == "담기"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(told).startswith("인쇄된 행 보기")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.className") == "pilcrow"
    assert page.evaluate("!!(window.left = document.activeElement).closest('.unit')")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('.unit')?.contains(window.left) ?? false")
    assert page.evaluate("document.activeElement.className") in ("pilcrow", "", "table-box")
    assert page.locator(".body a:not([tabindex='-1']), .body button:not([tabindex='-1']):visible").count() <= (
        page.locator(".body .pilcrow, .body .noteref a").count()
    )


def test_a_tap_on_a_passage_brings_its_tools(open_page: Open) -> None:
    page = first_document(open_page, "두만강 다리", width=PHONE, has_touch=True)
    page.locator(".body p.paragraph").first.tap(position={"x": 30, "y": 10})
    tools = page.get_by_role("toolbar")
    assert tools.get_by_role("button", name="링크 복사").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    page.locator(".title-block h1").tap(position={"x": 5, "y": 5})
    page.locator(".title-block .facts").first.tap()
    assert page.get_by_role("toolbar").count() == 0


def test_a_page_that_moves_under_a_resting_mouse_opens_nothing(open_page: Open) -> None:
    page = open_page("/")
    page.mouse.move(0, 0)
    page.goto(first_document(open_page, MANY).url)
    placed = "position: fixed; inset: 0 auto auto 0; padding: 9px"
    page.evaluate(f"document.querySelector('.body .noteref a').style.cssText = '{placed}'")
    page.wait_for_timeout(600)
    assert opened(page).count() == 0
    page.mouse.move(4, 4)
    opened(page).wait_for()


def test_a_note_called_from_inside_a_table_opens_and_gives_the_place_back(open_page: Open) -> None:
    page = open_page("/d/9s3dm", width=PHONE)
    mark = page.locator("td .noteref a").first
    mark.focus()
    page.keyboard.press("Enter")
    box = card(page).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE
    assert card(page).inner_text().strip()
    page.keyboard.press("Escape")
    assert page.evaluate("!!document.activeElement.closest('td')") and opened(page).count() == 0
