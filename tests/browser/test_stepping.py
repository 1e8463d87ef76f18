"""A person comes from a hit into the text, steps from match to match, and goes back: by mouse, by key, by touch."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.conftest import Open

pytestmark = pytest.mark.slow

PHONE = 360
WORDS = "두만강 통과 화물"
QUERY = quote(WORDS)


def opened(open_page: Open, width: int = 1280, **options: Any) -> Any:
    """The text at the first hit for these words."""
    page = open_page(f"/search?q={QUERY}", width, **options)
    page.locator("a.opens").first.click()
    page.wait_for_selector(".finder.seeking")
    return page


def at(page: Any) -> tuple[int, int]:
    now, last = page.locator(".steps .count").inner_text().split(" / ")
    return int(now), int(last)


def in_sight(page: Any, selector: str) -> bool:
    return bool(
        page.locator(selector).first.evaluate(
            "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; }"
        )
    )


def test_from_the_box_to_a_hit_stepped_and_back_where_one_was(open_page: Open) -> None:
    page = open_page("/")
    page.locator("#q").fill(WORDS)
    page.keyboard.press("Enter")
    hit = page.locator(".hit:has(.text mark)").nth(1)
    name = hit.get_attribute("id")
    marked = hit.locator(".text mark").all_inner_texts()
    hit.locator("a.opens").click()
    assert page.locator(".chosen mark").all_inner_texts() == marked
    assert in_sight(page, ".chosen mark")
    assert page.locator("#q").input_value() == page.locator("#find").input_value() == WORDS
    first, last = at(page)
    page.get_by_role("link", name="다음 결과").click()
    assert at(page) == (first % last + 1, last)
    assert in_sight(page, ".chosen mark")
    assert page.locator(".steps [role=status]").inner_text() == f"대목 {last}건 가운데 {first % last + 1}번째"
    page.get_by_role("link", name="이전 결과").click()
    assert at(page) == (first, last)
    page.get_by_role("link", name="검색 결과", exact=True).click()
    assert page.locator(".hit:target").get_attribute("id") == name
    assert in_sight(page, ".hit:target")


def test_j_and_k_step_on_a_hangul_keyboard_too_and_are_letters_in_the_box(open_page: Open) -> None:
    page = opened(open_page)
    first, last = at(page)
    page.keyboard.press("j")
    assert at(page)[0] == first % last + 1
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ㅏ', code: 'KeyK', bubbles: true}))")
    assert at(page)[0] == first
    page.keyboard.press("f")
    page.keyboard.type("kj")
    assert page.locator("#find").input_value() == "kj"
    assert at(page)[0] == first


def test_a_step_is_where_a_reload_and_the_back_button_expect_it(open_page: Open) -> None:
    page = opened(open_page)
    page.keyboard.press("j")
    here, chosen = at(page), page.locator(".chosen").get_attribute("id")
    page.reload()
    assert (at(page), page.locator(".chosen").get_attribute("id")) == (here, chosen)
    page.go_back()
    assert page.locator(".hits").first.is_visible()


def test_words_are_found_in_a_document(open_page: Open) -> None:
    page = opened(open_page)
    page.locator("#find").fill("나루")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**q={quote('나루')}*")
    marks = page.locator("article mark").all_inner_texts()
    assert page.locator("#find").input_value() == "나루"
    assert marks == [] or any("나루" in mark for mark in marks)
    page.get_by_role("link", name="표시 지우기").click()
    assert page.locator("article mark").count() == 0
    assert page.locator("#find").input_value() == ""


def test_without_javascript_the_steps_are_links(open_page: Open) -> None:
    page = opened(open_page, java_script_enabled=False)
    first, last = at(page)
    page.get_by_role("link", name="다음 결과").click()
    assert at(page) == (first % last + 1, last)
    assert page.locator(".chosen mark").count() >= 1
    page.get_by_role("link", name="이전 결과").click()
    assert at(page) == (first, last)
    page.locator("#find").fill("두만강")
    page.get_by_role("button", name="찾기", exact=True).click()
    assert page.locator("article mark").count() >= 1
    page.get_by_role("link", name="검색 결과", exact=True).click()
    assert page.locator(".hit").count() >= 1


def test_on_a_phone_the_steps_stay_in_one_row_in_sight_and_can_be_touched(open_page: Open) -> None:
    for language in ("ko-KR", "en-US"):
        page = opened(open_page, PHONE, has_touch=True, locale=language)
        page.locator(".steps a[rel~=next]").tap()
        bar = page.locator(".finder").bounding_box()
        assert (bar["y"], bar["height"] < 60, bar["x"] + bar["width"] <= PHONE) == (0, True, True)
        assert in_sight(page, ".chosen mark")
        for link in page.locator(".finder a").all():
            box = link.bounding_box()
            assert min(box["width"], box["height"]) >= 24
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_a_hit_is_clicked_anywhere_and_its_words_can_be_selected(open_page: Open) -> None:
    page = open_page(f"/search?q={QUERY}")
    text = page.locator(".hit .text").first
    box = text.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 150, box["y"] + 12)
    page.mouse.up()
    assert len(page.evaluate("String(getSelection())")) > 3
    assert page.locator(".hits").first.is_visible()
    page.evaluate("getSelection().removeAllRanges()")
    target = page.locator("a.opens").first.evaluate("a => a.href")
    text.click()
    page.wait_for_selector(".finder.seeking")
    assert page.url == target


def test_a_click_with_the_control_key_opens_another_tab(open_page: Open) -> None:
    page = open_page(f"/search?q={QUERY}")
    with page.context.expect_page() as other:
        page.locator(".hit .text").first.click(modifiers=["Control"])
    assert "/d/" in other.value.url
    assert page.locator(".hits").first.is_visible()


def test_j_and_k_go_from_hit_to_hit(open_page: Open) -> None:
    page = open_page(f"/search?q={QUERY}")
    focused = "document.activeElement.closest('.hit')?.id"
    ids = [hit.get_attribute("id") for hit in page.locator(".hit").all()]
    page.keyboard.press("j")
    assert page.evaluate(focused) == ids[0]
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate(focused) == ids[0]
    page.keyboard.press("Enter")
    page.wait_for_selector(".finder.seeking")


def test_a_note_number_never_wears_the_colour_of_a_match(open_page: Open) -> None:
    page = open_page(f"/search?q={quote('각주에서: 결제')}")
    page.locator(".group h2 a").first.click()
    page.wait_for_selector(".finder")
    page.evaluate("location.hash = document.querySelector('a[role=doc-noteref]').id")
    ground = "e => getComputedStyle(e).backgroundColor"
    match = page.locator("article mark").first.evaluate(ground)
    assert page.locator("a[role=doc-noteref]:target").evaluate(ground) != match
    assert page.locator(".unit:has(:target) .noteref").first.evaluate(ground) != match


def test_where_a_note_was_found_the_passage_that_calls_it_opens_by_a_click(open_page: Open) -> None:
    page = open_page(f"/search?q={quote('각주에서: 결제')}")
    caller = page.locator(".caller").first
    place = caller.locator("a").evaluate("a => a.href")
    caller.locator("q").click()
    page.wait_for_selector(".finder.seeking")
    assert page.url == place
