"""A real browser on a real server, where a person would look.

Without Chromium these tests skip, each by its name. With GAKJU_REQUIRE_BROWSER=1 they fail instead, so that a run that
is meant to have a browser cannot pass without one.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.every_page import serving

ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome")
REQUIRED = os.environ.get("GAKJU_REQUIRE_BROWSER") == "1"

Open = Callable[..., Any]


def missing(what: str) -> None:
    """Skips, or fails where a browser is required."""
    if REQUIRED:
        pytest.fail(f"GAKJU_REQUIRE_BROWSER=1, but {what}", pytrace=False)
    pytest.skip(f"{what}: install it to run the browser tests")


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser of this machine, launched."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        missing("no Chromium is installed")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("the package playwright is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(ARGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    with chromium() as launched:
        yield launched


@pytest.fixture(scope="session")
def served(sample_home: Path) -> Iterator[str]:
    """The samples of documents/, served; their address."""
    with serving(sample_home) as address:
        yield address


@pytest.fixture
def open_page(browser: Any, served: str) -> Iterator[Open]:
    """Opens a path of the archive; every page must come without a complaint of the browser."""
    complaints: list[str] = []
    contexts: list[Any] = []

    def start(path: str, width: int = 1280, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 800}, **{"locale": "ko-KR", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(served + path)
        return page

    yield start
    for context in contexts:
        context.close()
    assert complaints == []
