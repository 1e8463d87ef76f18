"""How did a document read in an earlier revision? Brings a revision back whole, from the ledger.

Every passage of it carries the address by which its words are cited: today's, where it still says them, else one that
names the revision from which on it said them.
"""

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.alignment import follow
from archive.citing import supplied_title
from archive.errors import NoRevision, NotFound
from archive.history.diff import PassagePair, compare
from archive.model import (
    Document,
    Fate,
    Followed,
    Passage,
    Revision,
    Wording,
    drafts,
    named_revision,
    said_since,
    wording_at,
)
from archive.store import Store, StoredDocument


def stored_at(store: Store, document_id: str, revision: int) -> StoredDocument:
    """A document as it was in a revision.

    Raises:
        NotFound: it never had that revision, or its text was destroyed.
    """
    document = store.ledger.document_at(document_id, revision)
    past = Past.of(store, document_id)
    if document is None:
        raise NotFound(f"the text of the document {past.id} was destroyed")
    (record,) = store.records_of([past.id])
    passages = tuple(_passages(past, document, past.revisions[revision - 1]))
    metadata = replace(document.metadata, supplied=supplied_title(document))
    return StoredDocument(replace(record, metadata=metadata), replace(document, metadata=metadata), passages)


def _passages(past: "Past", document: Document, revision: Revision) -> Iterator[Passage]:
    """The units of the document with the ids they had then; text that stands twice got its ids in reading order."""
    waiting: dict[str | None, deque[str]] = defaultdict(deque)
    for id_ in revision.ids:
        wording = wording_at(past.wordings[id_], revision.number)
        waiting[wording.text if wording else None].append(id_)
    units = [(n, unit, waiting[unit.text].popleft()) for n, unit in enumerate(drafts(document)) if waiting[unit.text]]
    place = {n: ordinal for ordinal, (n, _, _) in enumerate(units)}
    for ordinal, (_, unit, id_) in enumerate(units):
        context = tuple(place[n] for n in unit.context if n in place)
        since = past.address_revision(id_, revision.number)
        where = unit.block, unit.row, unit.note
        yield Passage(None, id_, past.id, ordinal, unit.kind, unit.text, *where, context, since)


# What changed


@dataclass(frozen=True, slots=True)
class Past:
    """Everything that a document ever said, and what became of it."""

    id: str
    revisions: tuple[Revision, ...]
    wordings: dict[str, list[Wording]]
    fates: dict[str, list[Fate]]
    answers: dict[tuple[str, int], Followed]  # by id and the revision that a wording began in

    @classmethod
    def of(cls, store: Store, document_id: str) -> "Past":
        """The past of a document.

        Raises:
            NotFound: there is none of that id.
        """
        return cls(*store.ledger.past(document_id))

    @property
    def last(self) -> int:
        """The number of the current revision."""
        return len(self.revisions)

    def texts(self, revision: int) -> dict[str, str]:
        """What the passages of a revision said, by id, in their order.

        Raises:
            NoRevision: the document never had it.
        """
        if not 1 <= revision <= self.last:
            raise NoRevision(self.id, revision, self.last)
        found = ((id_, wording_at(self.wordings[id_], revision)) for id_ in self.revisions[revision - 1].ids)
        return {id_: wording.text or "" for id_, wording in found if wording}

    def compare(self, before: int, after: int) -> tuple[PassagePair, ...]:
        """What became of every passage of a revision up to a later one."""
        was, now = self.texts(before), self.texts(after)
        if after == before + 1:
            step = {id_: fate for id_, listed in self.fates.items() for fate in listed if fate.revision == after}
            went = {id_: Followed(fate.status, fate.targets) for id_, fate in step.items()}
        else:
            past = replace(self, answers=follow(self.revisions[before - 1 : after], self.wordings))
            went = {id_: past.followed(id_, before) for id_ in was}
        return compare(was, now, {id_: went.get(id_) or Followed("same", (id_,)) for id_ in was})

    def followed(self, id_: str, revision: int) -> Followed:
        """Where today the words are that a passage said in a revision."""
        wording = wording_at(self.wordings[id_], revision)
        found = self.answers.get((id_, wording.revision)) if wording else None
        return found or Followed("same", (id_,))

    def address_revision(self, id_: str, revision: int) -> int | None:
        """The revision an address must name: today's own, where the passage says just this since; else that one."""
        said = self.wordings[id_]
        wording, last = wording_at(said, revision) or said[0], said[-1]
        today = said_since(said, last.revision)
        if id_ in self.revisions[-1].ids and said_since(said, revision) == today and wording.text == last.text:
            return named_revision(said, last.revision)
        return wording.revision
