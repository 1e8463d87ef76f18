"""What does permanence cost? `python -m tests.benchmarks.permanence`: resolving, the ledger, a hundred revisions."""

import os
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from archive.history.resolution import resolve
from archive.model.permalink import Address
from archive.open import Archive
from archive.store import Store
from indexer.run import Build
from tests.benchmarks.briefs import brief, sentence, write

STATES, DOCUMENTS = 100, 50


def main() -> None:
    with TemporaryDirectory() as folder:
        home, briefs = Path(folder) / "home", Path(folder) / "briefs"
        write(briefs, DOCUMENTS)
        store = Store.at(home)
        Build(Archive(store, home)).run([str(briefs)])
        passages = store.counts()["passages"]
        with store.read_transaction() as connection:
            ledger = sum(
                connection.exec_driver_sql(f"SELECT COALESCE(SUM(LENGTH({column})), 0) FROM {table}").scalar_one()
                for table, column in (
                    ("wordings", "text"),
                    ("wordings", "id"),
                    ("states", "reading"),
                    ("states", "ids"),
                )
            )
        print(f"{DOCUMENTS} documents, {passages:,} passages: ledger {ledger / passages:.0f} characters a passage")
        before = (home / "archive.sqlite").stat().st_size
        start = perf_counter()
        _revise(store, home, briefs / "brief-00000.txt")
        print(
            f"{STATES} states of a document: {(perf_counter() - start) / STATES * 1000:.0f} ms and "
            f"{((home / 'archive.sqlite').stat().st_size - before) / STATES / 1024:.1f} KiB a state"
        )
        for title, record in (
            ("with one state", store.documents()[1]),
            (f"with {STATES} states", store.documents()[0]),
        ):
            times = []
            for passage in store.document(record.id).passages:
                start = perf_counter()
                resolve(store, str(Address(record.id, passage.id)))
                times.append(1000 * (perf_counter() - start))
            print(f"resolving in a document {title}: median {median(times):.1f} ms, slowest {max(times):.1f} ms")
        store.close()


def _revise(store: Store, home: Path, path: Path) -> None:
    """A hundred editions, each with one sentence more in one of its paragraphs."""
    from random import Random

    random = Random(7)
    paragraphs = brief(0).split("\n\n")
    for revision in range(STATES):
        i = random.randrange(1, 20)
        paragraphs[i] = sentence(random) + " " + paragraphs[i]
        path.write_text("\n\n".join(paragraphs), "utf-8")
        os.utime(path, ns=(10**18 + revision, 10**18 + revision))
        Build(Archive(store, home)).run([str(path)])


if __name__ == "__main__":
    main()
