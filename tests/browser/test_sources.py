"""A reader goes from a note to its source, and from the source to a passage that cites it; on a phone as on a desk."""

from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
from werkzeug.serving import make_server

from archive.settings import Settings
from tests.archive import citing_web
from tests.webapp import world
from webapp import create_app


@pytest.fixture(scope="module")
def web_served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The briefs of `citing_web`, served; their address."""
    home = tmp_path_factory.mktemp("web")
    world.build(home, citing_web.briefs())
    server = make_server("127.0.0.1", 0, create_app(Settings(home)), threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("width", [390, 1280])
def test_from_the_list_to_a_source_its_passage_its_note_and_back(browser: Any, web_served: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="ko-KR")
    page = context.new_page()
    page.goto(f"{web_served}/sources")
    page.fill("#sought", "새벽")
    page.click(".sourcefilter button")
    page.click(".sourcelist a.title")
    assert page.inner_text("h1") == "나루터의 새벽"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    source = page.url
    page.click(".citing-notes .calling a")
    assert "ferry1: 1번째 말이다." in page.locator(".unit.chosen").inner_text()
    page.locator("ol.notes details.sources summary").first.click()
    page.locator("ol.notes .cited a").first.click()
    assert page.url == source
    page.click(".facts a")
    assert page.inner_text("h1") == "보기북방연구"
    page.locator(".by-year a").first.click()
    assert page.locator(".sourcelist li").count() == 1
    context.close()


def test_a_source_is_cited_by_way_of_the_note(browser: Any, web_served: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="ko-KR")
    page = context.new_page()
    page.goto(f"{web_served}/sources?q=새벽")
    page.click(".sourcelist a.title")
    page.click("#cite summary")
    page.select_option("#cite-form", "quotation-marks")
    shown = page.locator("#cite .reference:visible")
    assert shown.count() == 1
    assert "재인용" in shown.inner_text()
    context.close()
