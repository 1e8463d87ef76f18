"""What does a page cost? `python -m tests.benchmarks.searching [PASSAGES | FOLDER...]` (2000): CPU, beside peers.

Each archive is made of `corpus`, or of the files in a folder. What is timed is this process's CPU, so that other
programs on the machine count little; what is printed is the median and the 95th percentile in milliseconds.
"""

import gc
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from archive.engine import FACET_NAMES, IndexEntry, Node, SearchRequest, WhooshEngine
from archive.index.builder import entry
from archive.open import Archive
from archive.query import parse
from archive.search import SearchOptions
from archive.settings import Settings
from archive.store import Store
from archive.text import kiwi
from indexer.run import Build
from tests.benchmarks import corpus, peers
from tests.counting import statements
from webapp import create_app

QUESTIONS = 200
MILLISECONDS = 1_000
DEPTH = 200  # passages that a page has ranked: `webapp.search.results.RANKED`
SLOW = 20_000  # passages from which on Whoosh's own writer takes minutes
LONG = 80  # characters of a passage from which questions are taken


def spent(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    start = process_time()
    work()
    return process_time() - start


def report(name: str, times: Iterable[float]) -> float:
    """Prints the median and the 95th percentile, and gives the median, in milliseconds of CPU."""
    ordered = sorted(MILLISECONDS * one for one in times)
    print(f"  {name:32} {median(ordered):8.2f} {ordered[int(len(ordered) * 0.95)]:8.2f}", flush=True)
    return median(ordered)


def memory() -> float:
    """What this process holds for itself alone, in MB; mapped files are shared, and not counted. Linux only."""
    found = re.search(r"^Private_Dirty:\s+(\d+)", Path("/proc/self/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def questions(archive: Archive) -> list[str]:
    """Questions of seven words, of the archive's own passages; the notes that are called are taken out of them."""
    some = archive.store.documents()[:400]
    texts = [passage.text for record in some for passage in archive.store.document(record.id).passages]
    return corpus.questions([re.sub(r"[\[\]^]", " ", text) for text in texts if len(text) > LONG], QUESTIONS)


def entries(archive: Archive) -> Iterator[IndexEntry]:
    """Every passage as engines take it."""
    for record in archive.store.documents():
        every = {one.passage.ordinal: one for one in archive.store.all_indexed(record.number)}
        for one in every.values():
            if one.findable:
                yield entry(one, record.number, [every[n] for n in one.passage.context if n in every])


def measured(home: Path, place: Path) -> None:
    """Pages of an archive, and the part of them that its engine has."""
    archive, app = Archive.open(Settings(home)), create_app(Settings(home))
    client, asked = app.test_client(), questions(archive)
    print(f"{archive.search.engine().size():,} passages")
    first = spent(lambda: client.get("/search", query_string={"q": asked[0]}))
    gc.collect()
    gc.freeze()  # as `gakju serve` does
    report("question, page", (spent(lambda q=q: client.get("/search", query_string={"q": q})) for q in asked[1:]))
    with statements() as said:
        client.get("/search", query_string={"q": asked[0]})
    record = archive.store.documents()[0]
    passage = archive.store.document(record.id).passages[5]
    pages = (f"/p/{passage.address}", f"/d/{record.id}", "/", "/api/suggest?q=북한")
    for name, url in zip(("passage", "document", "home", "suggestions"), pages, strict=True):
        report(name, [spent(lambda url=url: client.get(url)) for _ in range(30)])
    print(f"  first answer {first:.1f} s; {memory():,.0f} MB of its own; {len(said)} statements a page of results")
    engine = archive.search.engine()
    assert isinstance(engine, WhooshEngine)
    plans = planned(archive, asked)
    ours = report("question, engine", timed_engine(engine, plans))
    compared(archive, plans, ours, place)


def planned(archive: Archive, asked: Sequence[str]) -> list[tuple[Node, Node | None]]:
    """The plan and the guard of each question."""
    search, engine = archive.search, archive.search.engine()
    plans = [search.plan(parse(text), SearchOptions(text), engine) for text in asked]
    return [(one.plan, one.guard) for one in plans if one.plan is not None]


def timed_engine(engine: WhooshEngine, plans: Sequence[tuple[Node, Node | None]]) -> Iterator[float]:
    """What each plan takes, with counts and facets."""
    for plan, guard in plans:
        request = SearchRequest(plan, DEPTH, guard, facets=FACET_NAMES)
        yield spent(lambda request=request: engine.find(request))  # type: ignore[misc]


def compared(archive: Archive, plans: Sequence[tuple[Node, Node | None]], ours: float, place: Path) -> None:
    """Peers on the same passages and questions."""
    only = [plan for plan, _ in plans]
    if (asked := peers.tantivy(place / "tantivy", entries(archive), only)) is not None:
        theirs = report("Tantivy, the same terms", map(spent, asked))
        print(f"  the engine takes {ours / theirs:.1f} times as long, with facets and documents counted")
    report("SQLite FTS5, words alone", map(spent, peers.sqlite_fts5(entries(archive), only)))
    if archive.search.engine().size() <= SLOW:
        report("Whoosh's searcher, words alone", map(spent, peers.whoosh_searcher(place / "w", entries(archive), only)))


if __name__ == "__main__":
    kiwi()
    for argument in sys.argv[1:] or ("2000",):
        with TemporaryDirectory() as folder:
            place = Path(folder)
            home, source = place / "home", place / "documents"
            if argument.isdecimal():
                corpus.write(source, int(argument))
            else:
                source = Path(argument)
            if (source / "archive.sqlite").exists():  # an archive that is there already
                measured(source, place)
                continue
            store = Store.at(home)
            Build(Archive(store, home)).run([str(source)])
            store.close()
            measured(home, place)
