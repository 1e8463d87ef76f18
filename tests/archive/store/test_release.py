"""An archive that release 0.1.0 wrote opens today: every address answers, notes are bound, and it goes on from there.

`release-0.1.0.sqlite.xz` is its `archive.sqlite`: three of the samples without their side files, one of them in two
editions. The files are said to lie in `/briefs`.
"""

import lzma
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.history import resolve
from archive.model import Address
from archive.open import Archive
from archive.store import Store, backup, restore
from indexer.run import Build

STORED = Path(__file__).parent / "release-0.1.0.sqlite.xz"
BOUND = {"treaty-wording.txt": 9, "tumen-crossings.html": 5, "winter-sea-lane.md": 5}


class Release:
    """A home as the release left it, its briefs in the folder that it knows, and the words under every address."""

    def __init__(self, folder: Path) -> None:
        self.home, self.briefs = folder / "home", folder / "briefs"
        self.home.mkdir()
        self.briefs.mkdir()
        path = self.home / "archive.sqlite"
        path.write_bytes(lzma.decompress(STORED.read_bytes()))
        with sqlite3.connect(path) as sql:
            for table, column in (("files", "path"), ("documents", "path"), ("facts", "value")):
                sql.execute(f"UPDATE {table} SET {column} = replace({column}, '/briefs', ?)", (str(self.briefs),))
            for name, data in sql.execute("SELECT source, data FROM documents JOIN originals USING (sha256)"):
                (self.briefs / name).write_bytes(data)
            rows = sql.execute(
                "SELECT d.id, p.id, p.since, p.text FROM passages p JOIN documents d ON d.number = p.document"
            )
            self.words = {str(Address(*row[:3])): str(row[3]) for row in rows}
        sql.close()
        self.store = Store.at(self.home)
        self.archive = Archive(self.store, self.home)

    def answers(self, store: Store) -> set[tuple[str, str | None]]:
        """(status, address) where an address is not answered with the very words that it cites."""
        found = {address: resolve(store, address) for address in self.words}
        assert {a: one.cited.text for a, one in found.items()} == self.words
        return {
            (one.status, address)
            for address, one in found.items()
            if one.status != "same" or [now.text for now in one.current] != [self.words[address]]
        }


@pytest.fixture
def release(tmp_path: Path) -> Iterator[Release]:
    made = Release(tmp_path)
    yield made
    made.store.close()


def bound(store: Store) -> dict[str, int]:
    """How many marks of each document lead to a note, all of them to one of the same label."""
    found = {}
    for record in store.documents():
        document = store.document(record.id).document
        led = [(ref.label, document.notes[ref.note]) for b in document.blocks for ref in b.refs if ref.note is not None]
        assert all(note.label == label for label, note in led)
        found[record.source] = len(led)
    return found


def test_every_address_answers_with_its_words(release: Release) -> None:
    assert len(release.words) > 60
    assert release.answers(release.store) == set()
    revised = [address for address in release.words if address.endswith("@2")]
    first = [resolve(release.store, address.removesuffix("@2")) for address in revised]
    assert [one.status for one in first] == ["revised", "revised"]
    assert all("처음" in (one.cited.text or "") or "어느" in (one.cited.text or "") for one in first)


def test_its_notes_are_bound(release: Release) -> None:
    assert bound(release.store) == BOUND
    for record in release.store.documents():
        last = len(release.store.ledger.document(record.id).revisions)
        past = release.store.ledger.document_at(record.id, last)
        assert past is not None
        assert past.blocks == release.store.document(record.id).document.blocks


def test_an_index_run_keeps_every_address(release: Release) -> None:
    report = Build(release.archive, today="2030-01-01").run([str(release.briefs)])
    assert (report.failed, report.missing, len(report.new)) == ([], [], 0)
    assert release.answers(release.store) == set()
    assert bound(release.store) == BOUND
    assert {hit.document.source for hit in release.archive.search.search("두만강").hits} >= {"tumen-crossings.html"}


def test_a_backup_of_it_is_restored(release: Release, tmp_path: Path) -> None:
    assert backup(release.store, tmp_path / "all.gakju") == 3
    moved = Store.at(tmp_path / "moved")
    assert restore(moved, tmp_path / "all.gakju") == 3
    assert release.answers(moved) == set()
    assert bound(moved) == BOUND
    moved.close()
