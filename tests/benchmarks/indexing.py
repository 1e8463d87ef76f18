"""How long does indexing take, and on what? `python -m tests.benchmarks.indexing [DOCUMENTS...]` (10 100 1000).

Prints the time of each step and its ratio to the morphological analysis of the same text in the same run: that is what
the speed is bound by, and unlike seconds it means the same on any machine. With GAKJU_EVAL set, also the five briefs.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from archive.analyzer import analyze
from archive.knowledge import builtin
from archive.model.passage import drafts
from archive.open import Archive
from archive.store import Store
from archive.text.kiwi_analysis import kiwi
from indexer.assembly.printed import read_printed
from indexer.run import Build
from indexer.sandbox import Extractor
from tests.benchmarks.briefs import write


def timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def five_briefs(folder: Path) -> None:
    """Extraction and rules apart from model load and analysis."""
    files = sorted(folder.glob("*.txt"))
    with Extractor() as extractor:
        start = perf_counter()
        extracts = [extractor.extract(path.read_bytes(), path.name) for path in files]
        extraction = perf_counter() - start
    load = timed(kiwi)
    start = perf_counter()
    documents = [read_printed(extract.lines, builtin()) for extract in extracts]
    rules = perf_counter() - start
    texts = [unit.text for document in documents for unit in drafts(document)]
    analysis = timed(lambda: list(analyze(texts, builtin())))
    print(
        f"five briefs: extraction {extraction:.2f} s, rules {rules:.2f} s, "
        f"model load {load:.2f} s, analysis {analysis:.2f} s"
    )


def growth(count: int) -> None:
    """A first run over `count` invented briefs, and a second that finds nothing to do."""
    with TemporaryDirectory() as folder:
        home, briefs = Path(folder) / "home", Path(folder) / "briefs"
        write(briefs, count)
        store = Store.at(home)
        first = timed(lambda: Build(Archive(store, home)).run([str(briefs)]))
        again = timed(lambda: Build(Archive(store, home)).run([str(briefs)]))
        texts = [unit.text for record in store.documents() for unit in store.document(record.id).passages]
        analysis = timed(lambda: list(analyze(texts, builtin())))
        size = sum(path.stat().st_size for path in home.rglob("*") if path.is_file())
        store.close()
        print(
            f"{count:6} documents, {len(texts):7,} passages: {first:7.1f} s, "
            f"{1000 * first / count:6.1f} ms a document, "
            f"{first / analysis:4.2f} times the analysis; nothing new {again:5.2f} s; "
            f"{size / len(texts):,.0f} bytes a passage"
        )


if __name__ == "__main__":
    if "GAKJU_EVAL" in os.environ:
        five_briefs(Path(os.environ["GAKJU_EVAL"]) / "briefs")
    kiwi()
    for argument in sys.argv[1:] or ("10", "100", "1000"):
        growth(int(argument))
