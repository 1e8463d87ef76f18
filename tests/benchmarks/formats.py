"""What does reading a file cost? `python -m tests.benchmarks.formats [FILES...]`: CPU, beside that of Kiwi.

Without files: the same twenty pages in every format of print, and a PDF of 500 pages with the memory it takes.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from archive.citing.outlets import builtin
from archive.text import kiwi
from indexer.assembly import read_extract
from indexer.readers import extract
from tests.benchmarks.briefs import brief
from tests.indexer.readers.office import odt_files
from tests.indexer.readers.office.hangul_files import hwp, hwpx, p
from tests.indexer.readers.office.word_files import docx, para
from tests.indexer.readers.pdf_files import PdfPage, pdf

PAGES, MANY = 20, 500
LETTERS, LINES = 45, 32  # of a printed line, and lines of a page


def paragraphs(pages: int) -> list[str]:
    """Text for about so many pages."""
    found: list[str] = []
    seed = 0
    while sum(len(one) for one in found) < pages * LETTERS * LINES * 0.8:
        found += brief(seed).split("\n\n")
        seed += 1
    return found


def printed(texts: list[str]) -> bytes:
    """The text as a PDF, in one column."""
    pages = [PdfPage()]
    row = 0
    for text in texts:
        for start in range(0, len(text), LETTERS):
            if row == LINES:
                pages.append(PdfPage())
                row = 0
            pages[-1].text(text[start : start + LETTERS], 70, 90 + 21 * row)
            row += 1
    for n, page in enumerate(pages):
        page.text(f"- {n + 1} -", 280, 810, 8)
    return pdf(pages)


def files() -> Iterator[tuple[str, bytes]]:
    texts = paragraphs(PAGES)
    yield "twenty pages.pdf", printed(texts)
    yield "twenty pages.docx", docx("".join(para(text.replace("&", "&amp;")) for text in texts))
    yield "twenty pages.hwpx", hwpx([p(text) for text in texts])
    yield "twenty pages.hwp", hwp([p(text) for text in texts])
    yield "twenty pages.odt", odt_files.odt("".join(odt_files.para(text.replace("&", "&amp;")) for text in texts))
    yield "twenty pages.txt", "\n\n".join(texts).encode()


def measure(name: str, data: bytes) -> None:
    """Prints what reading and assembling cost, beside Kiwi alone on the same words."""
    extract(data, name)  # imports
    start = process_time()
    read = extract(data, name)
    reading = process_time() - start
    start = process_time()
    document = read_extract(read, builtin())
    assembling = process_time() - start
    words = [block.text for block in document.blocks]
    start = process_time()
    list(kiwi().analyze(words))
    morphology = process_time() - start
    print(
        f"{name:<20} {len(data) / 1024:>8,.0f} KB  reading {reading:5.2f} s, assembling {assembling:5.2f} s, "
        f"Kiwi {morphology:5.2f} s: reading is {reading / max(morphology, 0.001):4.2f} of it",
        flush=True,
    )


def memory(path: Path) -> None:
    """Prints what one file takes in a process of its own."""
    code = (
        "import sys, resource, time; from pathlib import Path; from indexer.readers import extract; "
        "data = Path(sys.argv[1]).read_bytes(); before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; "
        "start = time.process_time(); extract(data, 'a.pdf'); "
        "print(f'{time.process_time() - start:.1f} s, '"
        "f'{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB, {before // 1024} of them before')"
    )
    made = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    print(f"{path.name:<20} {made.stdout.strip()}")


def main() -> None:
    if given := [Path(name) for name in sys.argv[1:]]:
        measured = [(path.name, path.read_bytes()) for path in given]
    else:
        measured = list(files())
        with TemporaryDirectory() as folder:  # before Kiwi is loaded: a process begins as large as its parent
            book = Path(folder, f"{MANY} pages.pdf")
            book.write_bytes(printed(paragraphs(MANY)))
            memory(book)
    list(kiwi().analyze(["배가 들어왔다."]))
    for name, data in measured:
        measure(name, data)


if __name__ == "__main__":
    main()
