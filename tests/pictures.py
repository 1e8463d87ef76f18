"""Draws the pictures of the README from the samples: `python -m tests.pictures [FOLDER]` (.github).

A result, a note beside the line that calls it, a quotation copied; by day and by night. Drawn by Chromium, which writes
WebP by itself. The day is fixed, so that a picture changes only with what it shows.
"""

import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from archive.open import Archive
from archive.store import Store
from indexer.run import Build
from tests.browser.conftest import chromium
from tests.browser.every_page import LARGEST, serving

ROOT = Path(__file__).parent.parent
BASE, DAY = "https://gakju.example.org", "2026-12-01T12:00:00+09:00"
WIDTH, HEIGHT, SHARPNESS, QUALITY = 1240, 620, 1.5, 0.8
QUERY = quote("두만강 다리")
TO_WEBP = """async ([png, quality]) => {
  const image = await createImageBitmap(await (await fetch("data:image/png;base64," + png)).blob());
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


def result(page: Any) -> None:
    page.goto(page.url + f"search?q={QUERY}")


def note(page: Any) -> None:
    page.goto(page.url + f"d/{LARGEST}")
    mark = page.locator("a[role=doc-noteref]").first
    page.locator(".slip.beside").first.wait_for()
    page.evaluate("mark => scrollTo(0, mark.getBoundingClientRect().top + scrollY - 260)", mark.element_handle())
    mark.hover()


def citation(page: Any) -> None:
    page.goto(page.url + "p/pkmkw-75m68")
    page.locator("#cite .copy-citation").first.click()
    page.evaluate("scrollBy(0, -220)")  # the words that are cited, too
    page.wait_for_selector(".toast.shown")


PICTURES: dict[str, Callable[[Any], None]] = {"result": result, "note": note, "citation": citation}


def draw(browser: Any, address: str, act: Callable[[Any], None], theme: str) -> bytes:
    """A picture of what a reader did, in a theme."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        device_scale_factor=SHARPNESS,
        color_scheme=theme,
        locale="ko-KR",
        timezone_id="Asia/Seoul",
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = context.new_page()
    page.clock.set_fixed_time(DAY)
    page.goto(address)
    act(page)
    png = b64encode(page.screenshot(animations="disabled")).decode()
    blank = context.new_page()
    drawn = b64decode(blank.evaluate(TO_WEBP, [png, QUALITY]))
    context.close()
    return drawn


@contextmanager
def samples() -> Iterator[str]:
    """The samples, indexed in a folder of their own and served."""
    with TemporaryDirectory() as folder:
        store = Store.at(Path(folder))
        Build(Archive(store, Path(folder))).run([str(ROOT / "documents")])
        store.close()
        with serving(Path(folder), BASE) as address:
            yield address + "/"


def main(folder: Path) -> None:
    with samples() as address, chromium() as browser:
        for name, act in PICTURES.items():
            for theme, ending in (("light", ""), ("dark", "-dark")):
                drawn = draw(browser, address, act, theme)
                (folder / f"{name}{ending}.webp").write_bytes(drawn)
                print(f"{name}{ending}.webp: {len(drawn):,} B", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / ".github")
