"""How does a document become part of the archive? Writes one document in one transaction, and keeps its ledger.

A document whose passages say the same as before replaces its contents, nothing else. Where they differ a new revision
begins: passages that go on keep their ids, what became of the others is written down, no row of the ledger is changed.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from archive.alignment import AlignedUnit, Continuation, align, inherit
from archive.model import Document, PassageDraft, PassageKind, mint_document, mint_passage, wording_at
from archive.store.answers import save_answers
from archive.store.barred import bar
from archive.store.citations import save_citations
from archive.store.codec import encode
from archive.store.compression import packed_contents
from archive.store.connection import insert_all
from archive.store.files import drop_files, save_form, save_original
from archive.store.identity import letters_digest
from archive.store.ledger import KnownIds, all_wordings, is_absorbed, withdrawal_of
from archive.store.moves import reappear
from archive.store.occurrences import save_occurrences
from archive.store.outcomes import Identity, IncomingDocument, Origin, Outcome, RevisionCause, SaveResult
from archive.store.passages import current_units, replace_passages
from archive.store.records import FormRecord
from archive.store.row_seal import SEAL
from archive.store.schema import PARTS, documents, fates, forms, revisions, wordings
from archive.store.sketch import save_sketch
from archive.store.titles import called
from archive.text import bare


@dataclass(frozen=True, slots=True)
class _Revision:
    """A revision that is being written: its document's number and public id, and its own number."""

    number: int
    id: str
    revision: int


def digest(contents: bytes) -> str:
    """Tells two values of a document apart, each as JSON."""
    return sha256(contents).hexdigest()


def document_json(document: Document) -> bytes:
    return json.dumps(encode(document), ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")


def save_document(connection: Connection, incoming: IncomingDocument, identity: Identity) -> Outcome:
    """Keeps a document: as a new one, a new revision of a known one, or another file of one."""
    incoming = replace(incoming, document=called(incoming.document))
    drafts, contents = incoming.drafts, document_json(incoming.document)
    if identity.number is not None and (down := withdrawal_of(connection, identity.number)):
        if down.purged:
            bar(connection, identity.number, [(incoming.origin.path, incoming.origin.entry)])
            drop_files(connection, [incoming.origin.path])
        id_ = connection.execute(select(documents.c.id).where(documents.c.number == identity.number)).scalar_one()
        return Outcome(identity.number, id_, SaveResult.DOWN, identity)
    for original in incoming.originals:
        save_original(connection, original)
    if identity.number is None:
        first = _insert(connection, incoming)
        ids = _ids(connection, first, drafts, [None] * len(drafts))
        _save_wordings(connection, first, ids, drafts)
        _begin_revision(connection, first, RevisionCause.FIRST, ids, incoming, contents)
        _replace(connection, first.number, ids, incoming, contents)
        return Outcome(first.number, first.id, SaveResult.NEW, identity)
    row = connection.execute(select(documents).where(documents.c.number == identity.number)).one()
    if identity.copy:
        origin = incoming.origin
        save_form(connection, FormRecord(origin.path, origin.source, origin.sha256), row.number)
        return Outcome(row.number, row.id, SaveResult.COPY, identity)
    _take_source(connection, row.number, incoming)
    if is_absorbed(connection, row.number):
        reappear(connection, row.number)
    if row.digest == digest(contents):
        return Outcome(row.number, row.id, SaveResult.SAME, identity)
    return _change(connection, _Revision(row.number, row.id, row.revision), identity, incoming, contents)


def _take_source(connection: Connection, number: int, incoming: IncomingDocument) -> None:
    """The document is read from this file from now on; the one before stays known as a form of it."""
    origin = incoming.origin
    before = connection.execute(select(documents).where(documents.c.number == number)).one()
    if before.path != origin.path and not before.entry:
        save_form(connection, FormRecord(before.path, before.source, before.sha256), number)
    _displace(connection, origin)
    connection.execute(update(documents).where(documents.c.number == number).values(_source(origin)))


def _displace(connection: Connection, origin: Origin) -> None:
    """Takes a file from the document that was read from it, which is free then: see `free_documents`."""
    here = (documents.c.path == origin.path) & (documents.c.entry == origin.entry)
    connection.execute(update(documents).where(here).values(entry=documents.c.entry + "#" + documents.c.id))
    connection.execute(delete(forms).where(forms.c.path == origin.path))


def _source(origin: Origin) -> dict[str, str]:
    """From where a document is read, as the store keeps it."""
    return {name: getattr(origin, name) for name in ("path", "entry", "source", "sha256")}


def _change(
    connection: Connection, before: _Revision, identity: Identity, incoming: IncomingDocument, contents: bytes
) -> Outcome:
    """Writes a known document again: a new revision, where its passages say something else."""
    number, drafts = before.number, incoming.drafts
    old, new = current_units(connection, number), [AlignedUnit(draft.kind, draft.text) for draft in drafts]
    if [(u.kind, u.text) for u in old] == [(u.kind, u.text) for u in new]:
        _replace(connection, number, [u.id for u in old], incoming, contents)
        return Outcome(number, before.id, SaveResult.REREAD, identity)
    found = align(old, new)
    now = replace(before, revision=before.revision + 1)
    ids = _returned(connection, number, drafts) or _ids(connection, now, drafts, inherit(old, new, found))
    _save_wordings(connection, now, ids, drafts)
    cause = _cause(connection, before, incoming)
    _begin_revision(connection, now, cause, ids, incoming, contents)
    changes = _write_fates(connection, now, list(zip(old, found, strict=True)), ids, drafts)
    connection.execute(update(documents).where(documents.c.number == number).values(revision=now.revision))
    _replace(connection, number, ids, incoming, contents)
    save_answers(connection, number)
    return Outcome(number, before.id, SaveResult.CHANGED, identity, cause, changes)


def _cause(connection: Connection, last: _Revision, incoming: IncomingDocument) -> RevisionCause:
    """The publisher's edition if other bytes say other letters; else only our reading of them changed."""
    here = (revisions.c.document == last.number) & (revisions.c.revision == last.revision)
    before = connection.execute(select(revisions.c.sha256, revisions.c.letters).where(here)).one()
    same = before.sha256 == incoming.origin.sha256 or before.letters == letters_digest(incoming.drafts)
    return RevisionCause.EXTRACTION if same else RevisionCause.EDITION


def _insert(connection: Connection, incoming: IncomingDocument) -> _Revision:
    """Makes a document of its first revision."""
    text = "\n".join(draft.text for draft in incoming.drafts if draft.kind is not PassageKind.TITLE)
    public = mint_document(text, KnownIds(connection))
    values = {**_source(incoming.origin), "id": public, "revision": 1, "digest": "", "metadata": {}, "lines": []}
    _displace(connection, incoming.origin)
    result = connection.execute(insert(documents).values(values))
    assert result.inserted_primary_key is not None
    return _Revision(result.inserted_primary_key[0], public, 1)


def _returned(connection: Connection, number: int, drafts: Sequence[PassageDraft]) -> list[str] | None:
    """The ids of the latest revision that said just this, unit by unit; None where none did."""
    query = select(revisions.c.revision, revisions.c.ids).where(revisions.c.document == number)
    same = query.where(revisions.c.letters == letters_digest(drafts)).order_by(revisions.c.revision.desc())
    rows = connection.execute(same).all()
    said = all_wordings(connection, number) if rows else {}
    words = [bare(draft.text) for draft in drafts]
    for row in rows:
        found = [wording_at(said[id_], row.revision) for id_ in row.ids]
        if [bare(wording.text or "") for wording in found if wording] == words:
            return list(row.ids)
    return None


def _ids(
    connection: Connection, here: _Revision, drafts: Sequence[PassageDraft], kept: Sequence[str | None]
) -> list[str]:
    """An id for every passage: the one it kept with its words, else that of a passage that once said the same, else the
    one it kept with other words, else a new one. What goes or is a tie in this very revision does not come back in it.
    """
    said = all_wordings(connection, here.number)
    last = {id_: bare(listed[-1].text or "") for id_, listed in said.items()}
    before = {unit.id for unit in current_units(connection, here.number)}
    words = [bare(draft.text) for draft in drafts]
    ids = [id_ if id_ and last[id_] == now else None for id_, now in zip(kept, words, strict=True)]
    alive = {id_ for id_ in ids if id_}
    once = {
        (wording.kind, bare(wording.text or "")): id_
        for id_, listed in said.items()
        for wording in listed
        if id_ not in alive and not (id_ in before and bare(wording.text or "") == last[id_])
    }
    for n, draft in enumerate(drafts):
        if ids[n] is None and (id_ := once.pop((draft.kind.value, words[n]), None)) and id_ not in alive:
            ids[n] = id_
            alive.add(id_)
    taken, minted = set(said), list[str]()
    for id_, keeps, draft in zip(ids, kept, drafts, strict=True):
        id_ = id_ or (keeps if keeps not in alive else None) or mint_passage(here.id, draft.kind, draft.text, taken)
        alive.add(id_)
        taken.add(id_)
        minted.append(id_)
    return minted


def _save_wordings(connection: Connection, here: _Revision, ids: Sequence[str], drafts: Sequence[PassageDraft]) -> None:
    """Writes down every wording that an id did not have last."""
    last = {id_: listed[-1].text for id_, listed in all_wordings(connection, here.number).items()}
    rows = [
        {"document": here.number, "id": id_, "revision": here.revision, "kind": draft.kind.value, "text": draft.text}
        for id_, draft in zip(ids, drafts, strict=True)
        if last.get(id_) != draft.text
    ]
    insert_all(connection, wordings, rows)


def _begin_revision(
    connection: Connection,
    here: _Revision,
    cause: RevisionCause,
    ids: Sequence[str],
    incoming: IncomingDocument,
    contents: bytes,
) -> None:
    connection.execute(
        insert(revisions).values(
            document=here.number,
            revision=here.revision,
            since=incoming.origin.today,
            cause=cause.value,
            reader=incoming.origin.reader,
            sha256=incoming.origin.sha256,
            letters=letters_digest(incoming.drafts),
            ids=list(ids),
            **packed_contents(connection, here.number, contents),
        )
    )


def _write_fates(
    connection: Connection,
    here: _Revision,
    fated: Iterable[tuple[AlignedUnit, Continuation]],
    ids: Sequence[str],
    drafts: Sequence[PassageDraft],
) -> Mapping[str, int]:
    """Writes down what became of passages that did not simply stay. Spacing and signs are no change of words."""
    rows, counts = [], dict.fromkeys(("same", "revised", "split", "merged", "ambiguous", "gone"), 0)
    for unit, fate in fated:
        targets = [ids[i] for i in fate.to]
        status: str = fate.status
        if status in ("same", "revised"):
            status = "same" if bare(unit.text) == bare(drafts[fate.to[0]].text) else "revised"
        counts[status] += 1
        if status != "same" or targets != [unit.id]:
            row = {"document": here.number, "id": unit.id, "revision": here.revision}
            rows.append({**row, "status": status, "targets": targets})
    insert_all(connection, fates, rows)
    return {status: count for status, count in counts.items() if count}


def _replace(
    connection: Connection, number: int, ids: Sequence[str], incoming: IncomingDocument, contents: bytes
) -> None:
    """Puts the contents of the current revision in place."""
    document = incoming.document
    connection.execute(
        update(documents)
        .where(documents.c.number == number)
        .values(
            digest=digest(contents),
            metadata=encode(document.metadata),
            lines=[[line.number, line.page, line.text] for line in document.lines],
            page_labels=list(document.page_labels) or None,
        )
    )
    for table, listed in zip(PARTS, (document.blocks, document.notes, document.problems), strict=True):
        connection.execute(delete(table).where(table.c.document == number))
        columns = [c.name for c in table.c if c.name not in ("document", "ordinal", "value", SEAL)]
        rows = [
            {"document": number, "ordinal": i, "value": encode(item), **{c: getattr(item, c) for c in columns}}
            for i, item in enumerate(listed)
        ]
        insert_all(connection, table, rows)
    replace_passages(connection, number, ids, incoming)
    save_sketch(connection, number, incoming.drafts)
    save_occurrences(connection, number, [draft.text for draft in incoming.drafts])
    save_citations(connection, number, document, incoming.drafts)
