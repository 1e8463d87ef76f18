"""What stands beside a passage on the printed page? Its cells and column heads, its caption, the notes it calls, the
passages that call it.

Looking this up means reading the whole document, so what was found is kept for a while. A passage's key is never given
twice and changes whenever its document is read anew: what is kept under a key cannot grow old.
"""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

from archive.document import Block, Lines, Note, NoteRef, Row
from archive.passage import Passage
from archive.store import Store, StoredDocument

KEPT = 64  # documents; a brief's margins take some 100 KB


@dataclass(frozen=True, slots=True)
class Margin:
    """`refs` are the note references of the passage, offsets into its text. `callers` call it, if it is a note."""

    lines: Lines | None
    columns: tuple[str, ...] = ()
    row: Row | None = None
    caption: str | None = None
    label: str | None = None
    refs: tuple[NoteRef, ...] = ()
    callers: tuple[Passage, ...] = ()


def margins(stored: StoredDocument) -> dict[int, Margin]:
    """The margin of every passage of a document, by key."""
    calls: dict[str, list[Passage]] = {}
    for passage in stored.passages:
        for ref in refs_of(stored, passage):
            if ref.note is not None and passage not in calls.setdefault(ref.note, []):
                calls[ref.note].append(passage)
    return {passage.key: _margin(stored, passage, calls) for passage in stored.passages}


def _margin(stored: StoredDocument, passage: Passage, calls: dict[str, list[Passage]]) -> Margin:
    blocks = stored.reading.blocks
    if passage.note is not None:
        note = stored.reading.notes[passage.note]
        return Margin(note.lines, label=note.label, callers=tuple(calls.get(note.label, ())))
    if passage.block is None:
        return Margin(None)
    block = blocks[passage.block]
    refs = refs_of(stored, passage)
    if block.table is None or passage.row is None:
        return Margin(block.lines, refs=refs)
    row = block.table.rows[passage.row]
    caption = blocks[block.caption].text if block.caption is not None else None
    return Margin(row.lines, block.table.columns, row, caption, refs=refs)


def refs_of(stored: StoredDocument, passage: Passage) -> tuple[NoteRef, ...]:
    """The note references of a passage, offsets into its text; a table's references fall to the rows they stand in."""
    if passage.block is None:
        return ()
    block = stored.reading.blocks[passage.block]
    if passage.row is None:
        return block.refs if block.table is None else ()
    start = row_starts(block)[passage.row]
    end = start + len(passage.text)
    return tuple(
        NoteRef(ref.label, ref.offset - start, ref.note, ref.printed)
        for ref in block.refs
        if start <= ref.offset <= end
    )  # fmt: skip


def row_starts(block: Block) -> list[int]:
    """Where each row begins in the text of a table block, which holds its rows a line each."""
    starts, at = [], 0
    for row in block.table.rows if block.table else ():
        starts.append(at)
        at += len(row.text) + 1
    return starts


def cell_starts(row: Row) -> Iterator[tuple[int, int]]:
    """Column and offset into `row.text` of every cell that has text: empty ones leave no trace in it."""
    at = 0
    for column, cell in enumerate(row.cells):
        if cell:
            yield column, at
            at += len(cell) + 1


def note_of(stored: StoredDocument, label: str) -> tuple[Passage, Note] | None:
    """The note of that label, as a passage and as it was read; the first, should there be two."""
    for passage in stored.passages:
        if passage.note is not None and stored.reading.notes[passage.note].label == label:
            return passage, stored.reading.notes[passage.note]
    return None


class Margins:
    """The margins of an archive's passages. Safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[str, dict[int, Margin]] = OrderedDict()
        self._lock = Lock()

    def of(self, passage: Passage) -> Margin:
        """What stands beside this passage."""
        with self._lock:
            found = self._kept.get(passage.document)
        if found is None or passage.key not in found:
            found = margins(self._store.document(passage.document))
            with self._lock:
                self._kept[passage.document] = found
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        return found.get(passage.key, Margin(None))
