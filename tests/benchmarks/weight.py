"""What does a page weigh on the wire, and how far is it by the Tab key? `python -m tests.benchmarks.weight` (samples).

Of each kind of page, opened in Chromium on a server of its own: bytes that travelled (headers and bodies, in the coding
that the browser takes) and requests, by a reader who comes for the first time and by one who has been on another page;
and the stops of the Tab key. The archive of the samples is made for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from archive.open import Archive
from archive.store import Store
from indexer.run import Build
from tests.browser.conftest import chromium
from tests.browser.every_page import Archives, Kind, every_page

SAMPLES = Path(__file__).parent.parent.parent / "documents"
HELD = ("stylesheet", "script", "image")  # what a browser keeps, by its names for them
STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ checkVisibilityCSS: true })).length"""


@dataclass(frozen=True, slots=True)
class Weight:
    """What opening a page took: bytes on the wire, requests that went out, and those of them for style and scripts."""

    sent: int
    requests: int
    kept: int


class Scale:
    """Weighs what a page of the browser fetches from now on; what the browser holds already is no request."""

    def __init__(self, page: Any) -> None:
        self._kinds: dict[str, str] = {}
        self._sizes: dict[str, int] = {}
        self._session = page.context.new_cdp_session(page)
        self._session.send("Network.enable")
        self._session.on("Network.requestWillBeSent", self._asked)
        self._session.on("Network.requestServedFromCache", self._held)
        self._session.on("Network.responseReceived", self._answered)
        self._session.on("Network.loadingFinished", self._finished)

    def _asked(self, event: dict[str, Any]) -> None:
        self._kinds[event["requestId"]] = event["type"].lower()

    def _held(self, event: dict[str, Any]) -> None:
        self._kinds.pop(event["requestId"], None)

    def _answered(self, event: dict[str, Any]) -> None:
        if event["response"].get("fromDiskCache"):
            self._kinds.pop(event["requestId"], None)

    def _finished(self, event: dict[str, Any]) -> None:
        self._sizes[event["requestId"]] = int(event["encodedDataLength"])

    def weigh(self, page: Any, archives: Archives, kind: Kind) -> Weight:
        """Opens a page of a kind, and says what that took."""
        self._kinds.clear()
        self._sizes.clear()
        archives.open(page, kind, "ko")
        page.wait_for_load_state("networkidle")
        sent = sum(self._sizes.get(id_, 0) for id_ in self._kinds)
        return Weight(sent, len(self._kinds), sum(kind in HELD for kind in self._kinds.values()))


def first_and_second(browser: Any, archives: Archives, kind: Kind, before: Kind) -> tuple[Weight, Weight, int]:
    """A kind of page for a reader who comes first to it, for one who was on the page `before`, and its stops."""
    with opened(browser) as page:
        first = Scale(page).weigh(page, archives, kind)
        stops = page.evaluate(STOPS)
    with opened(browser) as page:
        scale = Scale(page)
        scale.weigh(page, archives, before)
        return first, scale.weigh(page, archives, kind), int(stops)


@contextmanager
def opened(browser: Any) -> Iterator[Any]:
    """A page of a browser that holds nothing yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ko-KR")
    yield context.new_page()
    context.close()


def page_before(kind: Kind, kinds: tuple[Kind, ...]) -> Kind:
    """Another page of the same archive, of the same template where there is one."""
    others = [one for one in kinds if (one.archive == kind.archive) and one.path != kind.path]
    return next((one for one in others if one.path[:3] == kind.path[:3]), others[0])


def report(archives: Archives, browser: Any) -> None:
    """A line of figures of each kind of page."""
    print(f"{'':20}{'first page':>17}{'second page':>17}{'new files':>11}{'Tab':>6}")
    for kind in archives.kinds:
        first, second, stops = first_and_second(browser, archives, kind, page_before(kind, archives.kinds))
        weights = "".join(f"{one.sent:>10,} B in {one.requests:2}" for one in (first, second))
        print(f"{kind.name:20}{weights}{second.kept:>11}{stops:>6}", flush=True)


def main() -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder) / "samples"
        store = Store.at(home)
        Build(Archive(store, home)).run([str(SAMPLES)])
        store.close()
        with every_page(home, Path(folder)) as archives, chromium() as browser:
            report(archives, browser)


if __name__ == "__main__":
    main()
