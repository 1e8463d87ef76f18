"""Kind 2: PDFs printed from the texts, read by six extractors one after the other, in any order, with returns.

An extractor that is not installed is left out with a message. What they read is kept in a temporary folder of the
system, by the digest of what was printed: printing is slow.
"""

import logging
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

from tests.quality.chains.bench import Bench
from tests.quality.chains.drafts import Draft, Writer, render, samples
from tests.quality.chains.edits import revised
from tests.quality.chains.sources import Source
from tests.quality.chains.traced import RAISED
from tests.quality.chains.world import Extracted, State

CACHE = Path(tempfile.gettempdir()) / "gakju-chains"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NAME = "brief.txt"
STYLE = """
@page { size: A4; margin: 24mm 22mm; @top-left { content: "예시연구원 동북아 포커스"; font-size: 8pt } }
body { font: 10.5pt/1.6 "Noto Serif CJK KR", serif; text-align: justify; word-break: break-all }
sup { font-size: 60% } td { padding: 0 3mm; vertical-align: top } .notes { font-size: 8.5pt }
"""


def _pdftotext(*options: str) -> Callable[[Path], str]:
    def read(pdf: Path) -> str:
        made = subprocess.run(["pdftotext", *options, str(pdf), "-"], capture_output=True, check=True)
        return made.stdout.decode()

    return read


def _pypdf(pdf: Path) -> str:
    pages: Any = import_module("pypdf").PdfReader(pdf).pages
    return "\n".join(page.extract_text() for page in pages)


def _pdfminer(pdf: Path) -> str:
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it finds fault with the fonts that Chromium embeds
    return str(import_module("pdfminer.high_level").extract_text(pdf))


def _pdfplumber(pdf: Path) -> str:
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with import_module("pdfplumber").open(pdf) as opened:
        return "\n".join(page.extract_text() or "" for page in opened.pages)


def _pypdfium2(pdf: Path) -> str:
    opened: Any = import_module("pypdfium2").PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in opened)


EXTRACTORS: Mapping[str, tuple[str, Callable[[Path], str]]] = {
    "pdftotext": ("pdftotext", _pdftotext()),
    "pdftotext -layout": ("pdftotext", _pdftotext("-layout")),
    "pypdf": ("pypdf", _pypdf),
    "pdfminer": ("pdfminer", _pdfminer),
    "pdfplumber": ("pdfplumber", _pdfplumber),
    "pypdfium2": ("pypdfium2", _pypdfium2),
}


def extractors(bench: Bench, random: Random) -> None:
    """Chains of three readings and more of one print; in some of them the brief itself is revised on the way."""
    names = _there()
    if len(names) < 2:
        print("extractors: left out, Chromium and two extractors are needed", file=sys.stderr)
        return
    drafts = [*samples(), *((f"written {i}", Writer(Random(i)).brief()) for i in range(2))]
    for title, draft in bench.some(drafts):
        for order in _orders(names, random):
            states: list[State] = [{NAME: extracted(draft, name)} for name in order]
            bench.chain(f"{title}: {', '.join(order)}", states)
    title, draft = random.choice(drafts)
    one, two, three = random.sample(names, 3) if len(names) > 2 else (*names, names[0])
    after = revised(draft, Random(7), 2)
    revision: list[State] = [{NAME: extracted(d, name)} for d, name in ((draft, one), (draft, two), (after, three))]
    bench.chain(f"{title}: {one}, {two}, revised and {three}", revision)


def _orders(names: list[str], random: Random) -> list[list[str]]:
    one, two, three = random.sample(names, 3) if len(names) > 2 else (*names, names[0])
    return [[one, two, one], [two, three, one, two]]


@cache
def _there() -> list[str]:
    if not any(map(shutil.which, BROWSERS)):
        return []
    there = [name for name, (needs, _) in EXTRACTORS.items() if shutil.which(needs) or find_spec(needs)]
    if len(there) < len(EXTRACTORS):
        print(f"extractors: not installed: {', '.join(sorted(set(EXTRACTORS) - set(there)))}", file=sys.stderr)
    return there


def extracted(draft: Draft, extractor: str) -> Extracted:
    """What an extractor reads in the print of a draft."""
    html = _html(draft)
    kept = CACHE / f"{sha256(html.encode()).hexdigest()[:24]} {extractor}.txt"
    if not kept.exists():
        CACHE.mkdir(exist_ok=True)
        pdf = kept.with_name(f"{kept.name.split()[0]}.pdf")
        if not pdf.exists():
            _print(html, pdf)
        kept.write_text(EXTRACTORS[extractor][1](pdf), "utf-8")
    return Extracted(kept.read_text("utf-8"), Source.of(render(draft)))


def _print(html: str, pdf: Path) -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(html, "utf-8")
        options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}")
        command = [browser, *options, f"--print-to-pdf={pdf}", page.as_uri()]
        subprocess.run(command, capture_output=True, check=True, timeout=120)


def _html(draft: Draft) -> str:
    body = "\n".join(_element(part.kind, _marked(part.text.text)) for part in draft)
    return f'<!DOCTYPE html><html lang="ko"><meta charset="utf-8"><style>{STYLE}</style>{body}</html>'


def _element(kind: str, text: str) -> str:
    if kind == "row":
        year, month, *rest = text.split()
        return f"<table><tr><td>{year} {month}</td><td>{' '.join(rest)}</td></tr></table>"
    tag = {"title": "h1", "heading": "h3", "note": 'p class="notes"'}.get(kind, "p")
    return f"<{tag}>{text}</{tag.split()[0]}>"


def _marked(text: str) -> str:
    """Raised figures as the small ones that they are in print."""
    plain = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")
    return "".join(f"<sup>{c.translate(plain)}</sup>" if c in RAISED else escape(c) for c in text)
