"""While a person types, words are offered below the box: chosen by keys or by mouse, in Korean letter by letter."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import waitress  # type: ignore[import-untyped]

from archive.settings import Settings
from tests.archive.suggesting_world import build
from tests.browser.conftest import Open
from webapp import create_app
from webapp.site import EXTENSION

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small archive of its own, served; in the place of the samples."""
    home: Path = tmp_path_factory.mktemp("suggesting")
    build(home)
    app = create_app(Settings(home))
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)
    app.extensions[EXTENSION].store.close()


def typing(page: Any, text: str) -> Any:
    """The box, with a text typed and its suggestions open."""
    box = page.get_by_role("combobox", name="검색어")
    box.fill(text)
    page.wait_for_selector("[role=listbox]:not([hidden])")
    return box


def asked(page: Any) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get("q", [])


def active(page: Any) -> str | None:
    """The text of the option that the box names as active."""
    found: str | None = page.evaluate("""() => {
        const named = document.getElementById("q").getAttribute("aria-activedescendant");
        return named && document.getElementById(named).querySelector("bdi").textContent;
    }""")
    return found


def test_initial_consonants_are_completed_and_chosen_by_keys(open_page: Open) -> None:
    page = open_page("/")
    box = typing(page, "ㄹㅂ")
    assert (box.get_attribute("aria-expanded"), active(page)) == ("true", None)
    page.keyboard.press("ArrowDown")
    assert active(page) == "라브로프"
    assert page.get_by_role("option", selected=True).inner_text().split() == [
        "라브로프",
        "세르게이",
        "라브로프",
        "용어",
    ]
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    assert asked(page) == ["라브로프"]
    assert page.locator(".hit mark").count() >= 1


def test_a_latin_name_is_offered_with_its_korean_form_and_taken_by_mouse(open_page: Open) -> None:
    page = open_page("/")
    typing(page, "Lavr")
    option = page.get_by_role("option", name="Lavrov")
    assert option.locator("b").inner_text() == "Lavr"
    assert option.locator(".suggestion-detail").inner_text() == "세르게이 라브로프"
    option.click()
    page.wait_for_url("**/search?**")
    assert asked(page) == ["Lavrov"]


def test_the_arrows_go_round_through_the_box_and_escape_keeps_what_is_typed(open_page: Open) -> None:
    page = open_page("/")
    box = typing(page, "나루")
    options = page.get_by_role("option").count()
    seen = []
    for _ in range(options + 1):
        page.keyboard.press("ArrowDown")
        seen.append(active(page))
    assert (len(set(seen)), seen[-1], box.input_value()) == (options + 1, None, "나루")
    page.keyboard.press("ArrowUp")
    assert active(page) == seen[-2]
    page.keyboard.press("Escape")
    assert (page.get_by_role("listbox").count(), box.get_attribute("aria-expanded")) == (0, "false")
    assert box.input_value() == "나루"
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("[role=listbox]:not([hidden])")


def test_enter_without_a_choice_asks_what_was_typed(open_page: Open) -> None:
    page = open_page("/")
    typing(page, "라브")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    assert asked(page) == ["라브"]


def test_enter_that_ends_a_syllable_neither_chooses_nor_submits(open_page: Open) -> None:
    page = open_page("/")
    typing(page, "라블")
    page.keyboard.press("ArrowDown")
    stopped = page.evaluate("""() => {
        const enter = {key: "Enter", isComposing: true, bubbles: true, cancelable: true};
        return !document.getElementById("q").dispatchEvent(new KeyboardEvent("keydown", enter));
    }""")
    assert (stopped, urlsplit(page.url).path) == (True, "/")


def test_while_a_syllable_is_composed_suggestions_come(open_page: Open) -> None:
    page = open_page("/")
    page.get_by_role("combobox", name="검색어").focus()
    session = page.context.new_cdp_session(page)
    for text in ("ㄹ", "라", "랍", "라브"):
        session.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    page.wait_for_selector("[role=option]")
    assert "라브로프" in page.get_by_role("listbox").inner_text()


def test_fast_typing_asks_once_and_an_answer_that_comes_late_is_not_shown(open_page: Open) -> None:
    page = open_page("/")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url) if "/api/suggest" in request.url else None)
    page.get_by_role("combobox", name="검색어").focus()
    page.evaluate("""() => {
        const box = document.getElementById("q");
        for (const text of ["L", "La", "Lav", "Lavr"]) {
            box.value = text;
            box.dispatchEvent(new Event("input"));
        }
    }""")
    page.wait_for_selector("[role=option]")
    assert [parse_qs(urlsplit(url).query)["q"] for url in requests] == [["Lavr"]]
    page.route("**/api/suggest?q=%EB%82%98", lambda route: None)  # 나 is never answered
    box = page.get_by_role("combobox", name="검색어")
    with page.expect_request("**/api/suggest?q=%EB%82%98") as late:
        box.fill("나")
    typing(page, "라브")
    page.locator("[role=option] b", has_text="라브").first.wait_for()
    assert late.value.failure is not None


def test_leaving_the_box_closes_the_list(open_page: Open) -> None:
    page = open_page("/documents")
    typing(page, "나루")
    page.keyboard.press("Tab")
    page.wait_for_selector("[role=listbox]", state="hidden")


@pytest.mark.parametrize("options", [{"width": 360}, {"width": 360, "color_scheme": "dark"}, {"width": 1280}], ids=str)
def test_the_list_stays_on_the_page(open_page: Open, options: dict[str, Any]) -> None:
    page = open_page("/documents", **options)
    typing(page, "나루")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    box = page.get_by_role("listbox").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= options["width"]


def test_without_scripts_the_box_is_a_plain_one(open_page: Open) -> None:
    page = open_page("/", java_script_enabled=False)
    box = page.get_by_role("searchbox", name="검색어")
    box.fill("라브로프")
    box.press("Enter")
    assert asked(page) == ["라브로프"]
