"""How long does indexing take, and how much does it leave? `python -m tests.benchmarks.indexing [PASSAGES...]`.

Prints the time from files to an index and its ratio to the morphological model alone on the same text with the same
cores: that is what the speed is bound by, and unlike seconds it means the same on any machine. CPU is counted with the
processes that read. With GAKJU_EVAL set, also the five briefs.
"""

import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
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
from tests.benchmarks import corpus


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


class Watch:
    """How large a folder grows while something is done."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._over, self.most = folder, Event(), 0

    def __enter__(self) -> "Watch":
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.2):
            self.most = max(self.most, size_of(self._folder))


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder; some may vanish meanwhile."""
    return sum(os.path.getsize(path) for path in folder.rglob("*") if path.is_file() and path.exists())


def spent() -> float:
    """CPU seconds of this process and of those that it waited for."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def growth(passages: int) -> None:
    """A first run over a corpus, beside the model alone on the same texts; a second that finds nothing to do."""
    with TemporaryDirectory() as folder:
        home, documents = Path(folder) / "home", Path(folder) / "documents"
        corpus.write(documents, passages)
        store, cpu = Store.at(home), spent()
        with Watch(home) as watch:
            wall = timed(lambda: Build(Archive(store, home)).run([str(documents)]))
        cpu = spent() - cpu
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        again = timed(lambda: Build(Archive(store, home)).run([str(documents)]))
        texts = [one.text for record in store.documents() for one in store.document(record.id).passages]
        store.close()
        alone = spent()
        alone_wall = timed(lambda: list(kiwi().tokenize(texts)))
        alone = spent() - alone
        size, index = size_of(home), sum(map(size_of, home.glob("index-*")))
        print(
            f"{len(texts):,} passages: {cpu:.1f} s of CPU ({cpu / alone:.2f} times Kiwi alone), {wall:.1f} s "
            f"({wall / alone_wall:.2f} times), memory {memory:,.0f} MB; nothing new {again:.2f} s\n"
            f"  {size / len(texts):,.0f} bytes a passage, {index / len(texts):,.0f} of them index, "
            f"at most {watch.most / size:.2f} times as much meanwhile"
        )


if __name__ == "__main__":
    if "GAKJU_EVAL" in os.environ:
        five_briefs(Path(os.environ["GAKJU_EVAL"]) / "briefs")
    kiwi()
    for argument in sys.argv[1:] or ("1000", "10000"):
        growth(int(argument))
