"""Prints the known documents to PDF, extracts them, and keeps the texts: the fixtures of the round trip.

    python -m tests.roundtrip.make           all of them
    python -m tests.roundtrip.make NAME …    these documents

Needs Chromium, LibreOffice Writer, poppler-utils, the fonts of Noto CJK, and the packages pypdf and pdfminer.six; the
tests need none of them, they read the fixtures. A fixture is named DOCUMENT.PRODUCER.EXTRACTOR.txt;
`fixtures/made-with.txt` names the versions that made it. The PDF files (0.2 to 0.5 MB each) are kept in the folder
that KEEP_PDF names, if any.
"""

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.roundtrip.habits import HABITS, Habit
from tests.roundtrip.known import Known, load
from tests.roundtrip.page import WRAPS, page
from tests.roundtrip.word import word

FIXTURES = Path(__file__).parent / "fixtures"


def chromium(known: Known, habit: Habit, wrap: str, folder: Path) -> Path:
    """The PDF that a browser prints."""
    html, pdf = folder / "page.html", folder / f"chromium-{wrap}.pdf"
    html.write_text(page(known, habit, wrap), encoding="utf-8")
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder}/profile",
    ]
    _run(["chromium", *flags, f"--print-to-pdf={pdf}", html.as_uri()])
    return pdf


def libreoffice(known: Known, habit: Habit, folder: Path) -> Path:
    """The PDF that a word processor prints."""
    docx = folder / "libreoffice.docx"
    docx.write_bytes(word(known, habit))
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    _run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(docx)])
    return docx.with_suffix(".pdf")


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, timeout=180, check=True)
    return (done.stdout or done.stderr).decode("utf-8", "replace")


def pdftotext(pdf: Path) -> str:
    """poppler's, as it comes: reading order."""
    return _run(["pdftotext", str(pdf), "-"])


def pdftotext_layout(pdf: Path) -> str:
    """poppler's with -layout: as it stands on the page."""
    return _run(["pdftotext", "-layout", str(pdf), "-"])


def pypdf(pdf: Path) -> str:
    """pypdf's, pages joined by a line end as in its own first example; it prints no page ends."""
    from pypdf import PdfReader

    return "\n".join(sheet.extract_text() for sheet in PdfReader(pdf).pages) + "\n"


def pdfminer(pdf: Path) -> str:
    """pdfminer's high-level function, as it comes."""
    from pdfminer.high_level import extract_text

    return extract_text(pdf)


EXTRACTORS: dict[str, Callable[[Path], str]] = {
    "pdftotext": pdftotext,
    "pdftotext-layout": pdftotext_layout,
    "pypdf": pypdf,
    "pdfminer": pdfminer,
}
PRODUCERS = (*(f"chromium-{wrap}" for wrap in WRAPS), "libreoffice")


def make(habit: Habit, folder: Path) -> None:
    """Prints one document by every producer and keeps what every extractor finds."""
    known = load(habit.document)
    pdfs = [chromium(known, habit, wrap, folder) for wrap in WRAPS] + [libreoffice(known, habit, folder)]
    for pdf in pdfs:
        for name, extractor in EXTRACTORS.items():
            text = extractor(pdf).encode("utf-8", "replace")
            (FIXTURES / f"{habit.document}.{pdf.stem}.{name}.txt").write_bytes(text)


def versions() -> str:
    """What made the fixtures."""
    from importlib.metadata import version

    poppler = subprocess.run(["pdftotext", "-v"], capture_output=True, check=True).stderr.decode().splitlines()[0]
    tools = [_run([tool, "--version"]).strip().splitlines()[0] for tool in ("chromium", "soffice")]
    packages = [f"{name} {version(name)}" for name in ("pypdf", "pdfminer.six")]
    return "\n".join([*tools, poppler, *packages]) + "\n"


def main(names: list[str]) -> int:
    """Makes the fixtures of these documents, or of all."""
    FIXTURES.mkdir(exist_ok=True)
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    for habit in HABITS:
        if names and habit.document not in names:
            continue
        with TemporaryDirectory() as folder:
            make(habit, Path(folder))
            if keep := os.environ.get("KEEP_PDF"):
                for pdf in Path(folder).glob("*.pdf"):
                    (Path(keep) / f"{habit.document}.{pdf.name}").write_bytes(pdf.read_bytes())
        print(habit.document, flush=True)
    (FIXTURES / "made-with.txt").write_text(versions(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
