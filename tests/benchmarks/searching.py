"""What does a question cost? `python -m tests.benchmarks.searching [PASSAGES...]` (2000): CPU, beside that of peers.

Each archive is made of `corpus`. The peers rank the same word tokens of the same passages for the same questions by
BM25, the smallest part of what a plan asks: SQLite FTS5, and Tantivy where it is installed (`pip install tantivy`).
"""

import gc
import re
import resource
import sqlite3
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from archive.analyzer import analyze
from archive.engine import FACET_NAMES, SearchRequest
from archive.open import Archive
from archive.query import parse
from archive.search import SearchOptions
from archive.settings import Settings
from archive.store import Store
from archive.text import kiwi
from indexer.run import Build
from tests.benchmarks import corpus
from webapp import create_app

QUESTIONS = 200
MILLISECONDS = 1_000


def spent(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    start = process_time()
    work()
    return process_time() - start


def report(name: str, times: Iterable[float]) -> None:
    """The median and the 95th percentile, in milliseconds of CPU."""
    ordered = sorted(MILLISECONDS * one for one in times)
    print(f"  {name:28} {median(ordered):8.2f} {ordered[int(len(ordered) * 0.95)]:8.2f}")


def indexed(home: Path, folder: Path, passages: int) -> list[str]:
    """An archive of so many passages, and what its making cost; their texts."""
    corpus.write(folder, passages)
    kiwi()
    store, wall = Store.at(home), perf_counter()
    cost = spent(lambda: Build(Archive(store, home)).run([str(folder)]))
    wall = perf_counter() - wall
    texts = [one.text for record in store.documents() for one in store.document(record.id).passages]
    store.close()
    alone = spent(lambda: list(kiwi().tokenize(texts)))
    size = sum(path.stat().st_size for path in home.rglob("*") if path.is_file())
    print(f"{len(texts):,} passages: index {cost:.1f} s of CPU ({cost / alone:.2f} times Kiwi), {wall:.0f} s")
    print(f"  {size / len(texts):,.0f} bytes a passage; readers run in processes of their own and are not counted")
    return texts


def measured(home: Path, texts: Sequence[str]) -> None:
    """Pages of an archive, and the part of them that its engine has."""
    asked = corpus.questions([re.sub(r"[\[\]^]", " ", text) for text in texts if len(text) > 80], QUESTIONS)
    app = create_app(Settings(home))
    client, archive = app.test_client(), Archive.open(Settings(home))
    first = spent(lambda: client.get("/search", query_string={"q": asked[0]}))
    gc.collect()
    gc.freeze()  # as `gakju serve` does
    report("question, page", (spent(lambda q=q: client.get("/search", query_string={"q": q})) for q in asked[1:]))
    search = archive.search
    engine = search.engine()
    plans = [search.plan(parse(q), SearchOptions(q), engine) for q in asked]
    requests = [SearchRequest(p.plan, 20, p.guard, facets=FACET_NAMES) for p in plans if p.plan is not None]
    report("question, engine", (spent(lambda r=r: engine.find(r)) for r in requests))
    record = archive.store.documents()[0]
    passage = archive.store.document(record.id).passages[5]
    pages = (f"/p/{passage.address}", f"/d/{record.id}", "/", "/api/suggest?q=북한")
    for name, url in zip(("passage", "document", "home", "suggestions"), pages, strict=True):
        report(name, [spent(lambda url=url: client.get(url)) for _ in range(30)])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  first answer {first:.1f} s; memory {memory:,.0f} MB, that of the indexing before among it")
    peers(archive, texts, asked)


def peers(archive: Archive, texts: Sequence[str], asked: Sequence[str]) -> None:
    """Other engines on the word tokens of the same passages and questions."""
    passages, questions = ([s.terms("word") for s in analyze(t, archive.knowledge)] for t in (texts, asked))
    table = sqlite3.connect(":memory:")
    table.execute("CREATE VIRTUAL TABLE t USING fts5(words, content='', tokenize='unicode61')")
    table.executemany("INSERT INTO t(rowid, words) VALUES (?, ?)", [(n, " ".join(p)) for n, p in enumerate(passages)])
    ask = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20"
    written = [" OR ".join(f'"{term}"' for term in dict.fromkeys(q)) for q in questions if q]
    report("SQLite FTS5, any word", (spent(lambda w=w: table.execute(ask, (w,)).fetchall()) for w in written))
    try:
        import tantivy  # type: ignore[import-not-found]
    except ImportError:
        return
    schema = tantivy.SchemaBuilder().add_text_field("words", tokenizer_name="whitespace").build()
    index = tantivy.Index(schema)
    writer = index.writer()
    for words in passages:
        writer.add_document(tantivy.Document(words=" ".join(words)))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    queries = [
        tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "words", term)) for term in dict.fromkeys(q)]
        )
        for q in questions
        if q
    ]
    report("Tantivy, any word", (spent(lambda q=q: searcher.search(q, 20)) for q in queries))


if __name__ == "__main__":
    for argument in sys.argv[1:] or ("2000",):
        with TemporaryDirectory() as place:
            home = Path(place) / "home"
            measured(home, indexed(home, Path(place) / "documents", int(argument)))
