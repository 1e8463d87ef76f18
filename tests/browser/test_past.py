"""A person reads what was cited beside what is: on a wide screen and a phone, by day and by night."""

from collections.abc import Iterator
from threading import Thread

import pytest
import waitress  # type: ignore[import-untyped]

from tests.browser.conftest import Open
from tests.browser.test_reading import CONTRAST, PHONE
from tests.webapp import past_world as w
from tests.webapp.past_world import Diary

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Diary, str]]:
    home = tmp_path_factory.mktemp("diary")
    w.build(home).close()
    made = Diary(home)
    server = waitress.create_server(made.app, host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield made, f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)
    made.close()


def paths(diary: Diary) -> list[str]:
    cited = (w.STAYS, w.REVISED, " ".join(w.SPLIT), w.MERGED[1], w.TWICE)
    found = [f"/p/{diary.first(words)}{tail}" for words in cited for tail in ("", "@1")]
    return [*found, f"/d/{diary.id}@1", f"/d/{diary.id}/history", f"/d/{diary.id}/compare?from=1", "/about"]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_runs_over_on_a_phone(open_page: Open, diary: tuple[Diary, str], language: str) -> None:
    page = open_page("/", width=PHONE)
    for path in paths(diary[0]):
        page.goto(f"{diary[1]}{path}{'&' if '?' in path else '?'}lang={language}")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_marked_stands_out_and_stays_legible(open_page: Open, diary: tuple[Diary, str], scheme: str) -> None:
    page = open_page("/", color_scheme=scheme)
    for path in paths(diary[0]):
        page.goto(diary[1] + path)
        assert page.evaluate(CONTRAST) == [], path


def test_then_and_now_stand_side_by_side_where_there_is_room(open_page: Open, diary: tuple[Diary, str]) -> None:
    page = open_page("/")
    for width, beside in ((1280, True), (PHONE, False)):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{diary[1]}/p/{diary[0].first(w.REVISED)}")
        old, new = (page.locator(f".change .{side}").bounding_box() for side in ("old", "new"))
        assert (abs(old["y"] - new["y"]) < 1) is beside


def test_a_past_state_leads_to_the_present_and_back_to_what_was_cited(
    open_page: Open, diary: tuple[Diary, str]
) -> None:
    page = open_page("/")
    page.goto(f"{diary[1]}/d/{diary[0].id}")
    page.get_by_role("link", name="변경 이력").click()
    page.get_by_role("link", name="이 판 읽기").last.click()
    page.locator(".body p", has_text="열 척씩").hover()
    page.get_by_role("toolbar").get_by_role("link", name="인용하기").click()
    assert page.locator("del").inner_text() == "열"
    page.locator(".new .version-name a").click()
    assert page.locator(".cited-note").inner_text() == "인용 당시와 같습니다 (2026. 2. 1.)."
