"""What does this permalink answer? Brings the ledger and the present together, for people and machines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.errors import NotFound
from archive.model import Address, Revision, Withdrawal, parse_permalink, status_of
from archive.store import Store


@dataclass(frozen=True, slots=True)
class Cited:
    """What was cited: its words (None once purged), in which revision of which document, and the revision's day."""

    text: str | None
    kind: str
    document: str
    revision: int
    date: str


@dataclass(frozen=True, slots=True)
class Current:
    """A passage of today that carries on what was cited."""

    text: str
    kind: str
    address: Address
    revision: int

    @property
    def document(self) -> str:
        return self.address.document


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer to a permalink. `status` is one of `archive.model.revision`'s."""

    address: Address
    status: str
    cited: Cited
    current: tuple[Current, ...] = ()
    changed: Revision | None = None  # the revision at which it last changed or went
    before: tuple[Current, ...] = ()  # where it is gone: the nearest passages that are still there
    after: tuple[Current, ...] = ()
    withdrawal: Withdrawal | None = None

    def as_json(self, link: str, links: list[str]) -> dict[str, object]:
        """The answer for machines; `links` are the permalinks of `current`."""
        was = self.cited
        cited = {"text": was.text, "document": was.document, "revision": was.revision, "date": was.date}
        current = [
            {"text": one.text, "permalink": url, "document": one.document, "revision": one.revision}
            for one, url in zip(self.current, links, strict=True)
        ]
        answer: dict[str, object] = {"permalink": link, "status": self.status, "cited": cited, "current": current}
        if self.withdrawal:
            answer["reason"], answer["since"] = self.withdrawal.reason, self.withdrawal.since
        return answer


def resolve(store: Store, printed: str) -> Resolution:
    """The answer to a permalink as people paste it.

    Raises:
        NotFound: it was never an address of this archive.
    """
    address = parse_permalink(printed)
    if address.passage is None:
        return _document(store, address)
    trace = store.ledger.trace(address)
    document, wording, followed = trace.document, trace.cited, trace.followed
    cited = Cited(wording.text, wording.kind, document.id, trace.cited_in, document.revisions[trace.cited_in - 1].since)
    if document.withdrawal or followed is None:
        return Resolution(trace.address, "withdrawn", replace(cited, text=None), withdrawal=document.withdrawal)
    texts = trace.texts

    def current(ids: Sequence[str]) -> tuple[Current, ...]:
        return tuple(
            Current(texts[i].text, texts[i].kind, Address(document.id, i, texts[i].since), len(document.revisions))
            for i in ids
            if i in texts
        )

    here = current(followed.ids)
    status = status_of(followed, wording.text, [one.text for one in here]) if here else "gone"
    changed = next((s for s in document.revisions if s.number == followed.changed), None)
    return Resolution(trace.address, status, cited, here, changed, current(trace.before), current(trace.after))


def _document(store: Store, address: Address) -> Resolution:
    """A document's own address, or that of one of its revisions."""
    here = store.ledger.document(address.document)
    revision, last = address.revision or 1, len(here.revisions)
    if revision > last or revision < 1:
        raise NotFound(f"the document {here.id} has no revision {revision}")
    cited = Cited(None, "document", here.id, revision, here.revisions[revision - 1].since)
    if here.withdrawal:
        return Resolution(Address(here.id, None, address.revision), "withdrawn", cited, withdrawal=here.withdrawal)
    status = "same" if address.revision in (None, last) else "revised"
    changed = here.revisions[-1] if status == "revised" else None
    return Resolution(Address(here.id, None, address.revision), status, cited, (), changed)
