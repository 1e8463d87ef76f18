"""Which pages are there? One of each kind, in the samples and two small archives, and how a reader gets there."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import waitress  # type: ignore[import-untyped]

from archive.settings import Settings
from archive.store import Store
from archive.takedown import withdraw
from tests.webapp import past_world as past
from tests.webapp import world
from tests.webapp.past_world import Diary
from webapp import create_app
from webapp.site import EXTENSION

# Documents and passages of documents/: their addresses are promised (tests/published.tsv).
LARGEST, WITH_NOTES, ENGLISH, NOTE = "c2d3y", "9s3dm", "4hbab", "9s3dm-82pd9"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: of which archive, at which path; `act` does what a reader does there, on a page of any width."""

    name: str
    path: str
    archive: str = "samples"
    act: Callable[[Any], None] | None = None
    status: int = 200


def open_card(page: Any) -> None:
    """A note opens where it is called: as a card, or unfolded beside its line."""
    page.locator("a[role=doc-noteref]").first.click()
    page.locator(".slip.open, .slip.beside").first.wait_for()


def open_panel(page: Any) -> None:
    page.locator("#cite > summary").click()
    page.locator("#cite .reference:visible").first.wait_for()


def open_menu(page: Any) -> None:
    page.locator("#q").fill("두만")
    page.locator("[role=option]").first.wait_for()


def follow(part: str) -> Callable[[Any], None]:
    """Follows the first link whose address has this part."""

    def act(page: Any) -> None:
        page.goto(page.evaluate("part => document.querySelector(`main a[href*='${part}']`).href", part))

    return act


def kinds(diary: Diary, withdrawn: str) -> tuple[Kind, ...]:
    """Every kind of page."""
    words = quote("두만강 다리")
    return (
        Kind("home", "/"),
        Kind("suggestions", "/", act=open_menu),
        Kind("results", f"/search?q={words}"),
        Kind("no results", f"/search?q={quote('가나다라')}"),
        Kind("uncertain results", f"/search?q={quote('한강 유람선 요금')}"),
        Kind("documents", "/documents"),
        Kind("named", f"/documents?q={quote('예시연구원')}"),
        Kind("document", f"/d/{LARGEST}"),
        Kind("English document", f"/d/{ENGLISH}"),
        Kind("note opened", f"/d/{WITH_NOTES}", act=open_card),
        Kind("finding", f"/d/{LARGEST}?q={quote('결제')}"),
        Kind("traces", f"/d/{LARGEST}?traces=1"),
        Kind("printed lines", f"/d/{LARGEST}/lines"),
        Kind("passage", f"/p/{NOTE}"),
        Kind("citing", f"/d/{WITH_NOTES}", act=open_panel),
        Kind("list", f"/list?p={NOTE}&p={ENGLISH}"),
        Kind("empty list", "/list"),
        Kind("sources", "/sources"),
        Kind("source", "/sources", act=follow("/sources/")),
        Kind("outlet", "/sources", act=follow("/outlets/")),
        Kind("problems", "/problems"),
        Kind("help", "/help"),
        Kind("about", "/about"),
        Kind("past revision", f"/d/{diary.id}@1", "diary"),
        Kind("history", f"/d/{diary.id}/history", "diary"),
        Kind("compare", f"/d/{diary.id}/compare?from=1", "diary"),
        Kind("passage revised", f"/p/{diary.first(past.REVISED)}", "diary"),
        Kind("passage split", f"/p/{diary.first(' '.join(past.SPLIT))}", "diary"),
        Kind("passage gone", f"/p/{diary.first(past.GONE)}", "diary", status=410),
        Kind("not found", "/d/nothing", status=404),
        Kind("withdrawn", f"/d/{withdrawn}", "unready", status=410),
        Kind("not ready", f"/search?q={words}", "unready", status=503),
    )


@contextmanager
def serving(home: Path, base_url: str | None = None) -> Iterator[str]:
    """An archive served by waitress as `gakju serve` does; its address."""
    app = create_app(Settings(home, base_url))
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)
    app.extensions[EXTENSION].store.close()


@dataclass(frozen=True, slots=True)
class Archives:
    """The three archives that have every kind of page: addresses by name, and the kinds."""

    addresses: Mapping[str, str]
    kinds: tuple[Kind, ...]

    def open(self, page: Any, kind: Kind, language: str) -> None:
        """Brings a page of this kind about."""
        address = self.addresses[kind.archive] + kind.path
        answer = page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
        assert answer.status == kind.status, kind.name
        if kind.act:
            kind.act(page)


@contextmanager
def every_page(samples: Path, folder: Path) -> Iterator[Archives]:
    """The archives served: the samples of a home, and two that are made in an empty folder."""
    past.build(folder / "diary").close()
    world.build(folder / "unready", index=False)
    store = Store.at(folder / "unready")
    withdrawn = store.documents()[0]
    withdraw(store, withdrawn.number, "잘못 실음")
    store.close()
    diary = Diary(folder / "diary")
    homes = {"samples": samples, "diary": folder / "diary", "unready": folder / "unready"}
    with ExitStack() as stack:
        stack.callback(diary.close)
        addresses = {name: stack.enter_context(serving(home)) for name, home in homes.items()}
        yield Archives(addresses, kinds(diary, withdrawn.id))
