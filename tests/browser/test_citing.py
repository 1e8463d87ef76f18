"""A person copies a reference, plain and set in type, in the form chosen before; without scripts it is selected."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.browser.conftest import Open
from tests.browser.test_quoting import SELECT

pytestmark = pytest.mark.slow

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
PARAGRAPH, NOTE = "/p/pkmkw-75m68", "/p/9s3dm-82pd9"
CALLING = "/p/3d3dx-6ay26"  # a paragraph that calls notes
KINDS = """async () => {
  const [item] = await navigator.clipboard.read();
  const read = async (type) => (await item.getType(type)).text();
  return { text: await read("text/plain"), html: await read("text/html") };
}"""


def copied(page: Any, button: int = 0) -> dict[str, str]:
    page.evaluate("said.classList.remove('shown')")  # of an earlier copy
    page.locator("#cite .copy-citation").nth(button).click()
    page.wait_for_selector(".toast.shown")
    return page.evaluate(KINDS)  # type: ignore[no-any-return]


def test_a_passage_is_copied_with_its_words_and_its_whole_reference(open_page: Open, served: str) -> None:
    page = open_page(PARAGRAPH, **CLIPBOARD)
    text, html = copied(page).values()
    words = page.locator(".the-passage").inner_text().strip()
    assert text.startswith(f"“{words}” 문가상, 「두만강 하구, 다리 하나의 무게」, 예시연구원, 2025. 9. 17., ")
    assert f", {served}{PARAGRAPH}(검색일: 20" in text
    assert text.endswith("\n성격: op-ed\n처음 실린 곳: 예시신문, 9월 15일")
    assert not re.search(r"class=|hidden|<bdi|<time|<span", html)
    assert f'<a href="{served}{PARAGRAPH}">' in html


def test_the_words_are_left_out_and_the_form_is_remembered(open_page: Open) -> None:
    page = open_page(PARAGRAPH, **CLIPBOARD)
    page.locator("#cite-form").select_option("apa")
    page.locator("#cite-words").uncheck()
    text, html = copied(page).values()
    assert text.startswith("(Moon, 2025, “길이보다 긴 이야기” section, para. 3)\nMoon, G. (2025, September 17). 두만강")
    assert "<br>" in html and "<i>" not in html  # Hangul stands upright
    page.goto(page.url.replace(PARAGRAPH, NOTE))
    assert page.locator("#cite-form").input_value() == "apa"
    assert not page.locator("#cite-words").is_checked()
    assert page.locator("#cite .reference:visible").count() == 2  # the note's own and its source's


def test_a_latin_title_is_copied_in_italics(open_page: Open) -> None:
    page = open_page("/d/4hbab?lang=en#cite", **CLIPBOARD)
    assert (
        "<i>The Gap in Monitoring Sanctions on North Korea and What Multilateral Monitoring Can Do</i>"
        in copied(page)["html"]
    )


def test_note_numbers_and_what_stands_so_in_print(open_page: Open) -> None:
    page = open_page(CALLING, **CLIPBOARD)
    plain = copied(page)["text"]
    page.locator("#cite-marks").check()
    page.locator("#cite-as-printed").check()
    kept = copied(page)
    assert len(kept["text"]) > len(plain) and " [원문대로]”" in kept["text"] and "<sup>" in kept["html"]
    page.locator("#cite-form").select_option("chicago")
    assert " [sic]”" in copied(page)["text"]


def test_a_form_that_was_not_chosen_is_not_remembered(open_page: Open) -> None:
    page = open_page(CALLING)
    page.locator("#cite-marks").check()
    page.goto(f"{page.url}?lang=en")
    assert page.locator("#cite-form").input_value() == "chicago"
    assert page.locator("#cite-marks").is_checked()


def test_a_source_of_a_note_is_copied_as_known_from_it(open_page: Open) -> None:
    page = open_page(NOTE, **CLIPBOARD)
    text = copied(page, button=1)["text"]
    assert text.startswith("임시안, 「얼지 않는 항구의 신화」, 『예시지리연구』") and "각주 1에서 재인용" in text


@pytest.mark.parametrize("zone, hours", [("Pacific/Kiritimati", 14), ("Pacific/Pago_Pago", -11)])
def test_the_day_of_access_is_the_reader_s_own(open_page: Open, zone: str, hours: int) -> None:
    day = (datetime.now(UTC) + timedelta(hours=hours)).date()
    page = open_page("/d/pkmkw#cite", timezone_id=zone, **CLIPBOARD)
    assert f"(검색일: {day.year}. {day.month}. {day.day}.)." in copied(page)["text"]


def test_without_scripts_every_form_stands_there_to_be_selected(open_page: Open) -> None:
    page = open_page(PARAGRAPH, java_script_enabled=False)
    assert page.locator("#cite .reference:visible").count() == 5
    assert page.locator("#cite .choices").is_hidden() and page.locator("#cite .copy-citation").is_hidden()
    page = open_page("/d/pkmkw", java_script_enabled=False)
    page.locator("#cite > summary").click()
    assert page.locator("#cite .reference:visible").count() == 5


def test_a_selection_is_cited_from_the_document(open_page: Open) -> None:
    page = open_page("/d/pkmkw", **CLIPBOARD)
    words = page.locator("[data-at]").nth(3).inner_text()[:12].strip()
    page.evaluate(SELECT, [3, 0, 3, 12])
    page.wait_for_selector("#quote-cite:not([hidden])")
    page.locator("#quote-cite").click()
    page.wait_for_selector("#cite[open]")
    assert copied(page)["text"].startswith(f"“{words}” 문가상")


def test_it_fits_a_phone(open_page: Open) -> None:
    for path in (PARAGRAPH, NOTE, "/d/pkmkw#cite"):
        page = open_page(path, width=320)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
