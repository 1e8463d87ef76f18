"""How does a reading become part of the archive? Writes one document in one transaction, and mints its addresses."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from archive.analyzer import Streams
from archive.document import Reading
from archive.passage import Draft
from archive.permalink import mint_document, mint_passage
from archive.store.codec import encode, pack
from archive.store.records import FileRecord
from archive.store.schema import blocks, documents, files, notes, originals, passages, pending, problems


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document ready to be kept: where it came from, how it reads, its passages and their tokens."""

    path: str
    entry: str
    source: str
    sha256: str
    reading: Reading
    drafts: Sequence[Draft]
    streams: Sequence[Streams]
    facets: Sequence[tuple[str, ...]]


def digest(reading: Reading) -> str:
    """Tells two readings apart."""
    return sha256(json.dumps(encode(reading), ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")).hexdigest()


def save_original(connection: Connection, digest_: str, data: bytes, media_type: str, encoding: str | None) -> None:
    """Keeps a file byte for byte, once."""
    if not connection.execute(select(originals.c.sha256).where(originals.c.sha256 == digest_)).first():
        values = {"sha256": digest_, "data": data, "media_type": media_type, "encoding": encoding}
        connection.execute(insert(originals).values(values))


def save_file(connection: Connection, record: FileRecord) -> None:
    """Notes that a file was read, or why it could not be."""
    values = {name: getattr(record, name) for name in FileRecord.__dataclass_fields__}
    if connection.execute(select(files.c.path).where(files.c.path == record.path)).first():
        connection.execute(update(files).where(files.c.path == record.path).values(values))
    else:
        connection.execute(insert(files).values(values))


def save_document(connection: Connection, incoming: Incoming) -> tuple[str, str]:
    """Keeps a document in place of what the same source gave before. Returns its id, and "new", "changed" or "same"."""
    seal = digest(incoming.reading)
    here = (documents.c.path == incoming.path) & (documents.c.entry == incoming.entry)
    old = connection.execute(select(documents.c.number, documents.c.id, documents.c.digest).where(here)).first()
    if old is not None and old.digest == seal:
        connection.execute(update(documents).where(here).values(sha256=incoming.sha256))
        return old.id, "same"
    values = {
        "path": incoming.path, "entry": incoming.entry, "source": incoming.source, "sha256": incoming.sha256,
        "digest": seal, "metadata": encode(incoming.reading.metadata),
        "lines": [[line.number, line.page, line.text] for line in incoming.reading.lines],
    }  # fmt: skip
    if old is None:
        number, public = _insert(connection, incoming.reading, values)
    else:
        number, public = old.number, old.id
        connection.execute(update(documents).where(here).values(values))
    _replace_contents(connection, number, incoming.reading)
    _replace_passages(connection, number, public, incoming)
    return public, "new" if old is None else "changed"


def _insert(connection: Connection, reading: Reading, values: dict[str, object]) -> tuple[int, str]:
    taken = set(connection.execute(select(documents.c.id)).scalars())
    text = "\n".join([*(block.text for block in reading.blocks), *(note.text for note in reading.notes)])
    public = mint_document(text, taken)
    result = connection.execute(insert(documents).values(**values, id=public))
    assert result.inserted_primary_key is not None
    return result.inserted_primary_key[0], public


def _replace_contents(connection: Connection, number: int, reading: Reading) -> None:
    for table in (blocks, notes, problems):
        connection.execute(delete(table).where(table.c.document == number))
    if reading.blocks:
        connection.execute(insert(blocks), [
            {"document": number, "ordinal": i, "kind": b.kind.value, "text": b.text, "value": encode(b)}
            for i, b in enumerate(reading.blocks)
        ])  # fmt: skip
    if reading.notes:
        connection.execute(insert(notes), [
            {"document": number, "ordinal": i, "label": n.label, "text": n.text, "value": encode(n)}
            for i, n in enumerate(reading.notes)
        ])  # fmt: skip
    if reading.problems:
        connection.execute(insert(problems), [
            {"document": number, "ordinal": i, "code": p.code, "value": encode(p)}
            for i, p in enumerate(reading.problems)
        ])  # fmt: skip


def _replace_passages(connection: Connection, number: int, public: str, incoming: Incoming) -> None:
    """The index owes the going of the old passages and the coming of the new ones."""
    gone = set(connection.execute(select(passages.c.key).where(passages.c.document == number)).scalars())
    connection.execute(delete(pending).where(pending.c.document == number))
    connection.execute(delete(passages).where(passages.c.document == number))
    taken: set[str] = set()
    rows = []
    for ordinal, (draft, streams, facets) in enumerate(
        zip(incoming.drafts, incoming.streams, incoming.facets, strict=True)
    ):
        minted = mint_passage(public, draft.kind, draft.text, taken)
        taken.add(minted)
        rows.append({
            "document": number, "id": minted, "ordinal": ordinal, "kind": draft.kind.value, "text": draft.text,
            "block": draft.block, "row": draft.row, "note": draft.note, "context": list(draft.context),
            "findable": draft.findable, "facets": list(facets), "tokens": pack(streams),
        })  # fmt: skip
    if rows:
        connection.execute(insert(passages), rows)
    query = select(passages.c.key).where((passages.c.document == number) & passages.c.findable)
    come = set(connection.execute(query).scalars())
    owed = [{"key": key, "document": number, "gone": False} for key in sorted(come)]
    owed += [{"key": key, "document": number, "gone": True} for key in sorted(gone - come)]
    if owed:
        connection.execute(insert(pending), owed)
