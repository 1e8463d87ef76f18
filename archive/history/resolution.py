"""What does this permalink answer? Brings the ledger and the present together, for people and machines."""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, replace

from archive.alignment import holds_some
from archive.errors import NoRevision
from archive.model import Address, Followed, Revision, Withdrawal, parse_permalink, status_of
from archive.store import CurrentPassage, Store
from archive.text import bare

FEW = 12  # letters, below which one changed word leaves nothing in common


@dataclass(frozen=True, slots=True)
class Cited:
    """What was cited: its words (None once purged), in which revision of which document, and the revision's day."""

    text: str | None
    kind: str
    document: str
    revision: int
    date: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer to a permalink. `status` is one of `archive.model.revision`'s.

    `current` carries on what was cited; in another document, if it moved or its document is one with that. Where it is
    gone, `before` and `after` are the nearest passages that are still there, and `similar` are passages that say the
    same or nearly: a hint, and never the answer. `holders` are the documents that a document stands in which is no
    longer one of its own.
    """

    address: Address
    status: str
    cited: Cited
    current: tuple[CurrentPassage, ...] = ()
    changed: Revision | None = None  # the revision at which it last changed or went
    before: tuple[CurrentPassage, ...] = ()
    after: tuple[CurrentPassage, ...] = ()
    similar: tuple[CurrentPassage, ...] = ()
    holders: tuple[str, ...] = ()
    withdrawal: Withdrawal | None = None
    revisions: int = 1  # that the document has had, where the address is that of a document

    def as_json(self, link: str, permalink: Callable[[str], str]) -> dict[str, object]:
        """The answer for machines; `link` is the permalink asked for, `permalink` makes one of an address."""
        was = self.cited
        cited = {"text": was.text, "document": was.document, "revision": was.revision, "date": was.date}
        answer: dict[str, object] = {
            "permalink": link,
            "status": self.status,
            "cited": cited,
            "current": [_as_json(one, permalink) for one in self.current],
        }
        if self.similar:
            answer["similar"] = [_as_json(one, permalink) for one in self.similar]
        if self.holders:
            answer["documents"] = [{"document": id_, "permalink": permalink(id_)} for id_ in self.holders]
        if self.withdrawal:
            answer["reason"], answer["since"] = self.withdrawal.reason, self.withdrawal.since
        return answer


def _as_json(one: CurrentPassage, permalink: Callable[[str], str]) -> dict[str, object]:
    address = str(one.address)
    return {"text": one.text, "permalink": permalink(address), "document": one.document, "revision": one.revision}


def resolve(store: Store, printed: str) -> Resolution:
    """The answer to a permalink as people paste it.

    Raises:
        NotFound: it was never an address of this archive.
    """
    address = parse_permalink(printed)
    return _document(store, address) if address.passage is None else _passage(store, address, frozenset())


def _passage(store: Store, address: Address, before: Set[Address]) -> Resolution:
    """A passage's address; `before` are those that led here from other documents."""
    trace = store.ledger.trace(address)
    document, wording, followed = trace.document, trace.cited, trace.followed
    cited = Cited(wording.text, wording.kind, document.id, trace.cited_in, document.revisions[trace.cited_in - 1].since)
    if document.withdrawal or followed is None:
        return Resolution(trace.address, "withdrawn", replace(cited, text=None), withdrawal=document.withdrawal)
    changed = next((s for s in document.revisions if s.number == followed.changed), None)
    there = _moved(store, trace.moved, before)
    if withdrawal := next((found.withdrawal for found in there if found.withdrawal), None):
        return Resolution(trace.address, "withdrawn", replace(cited, text=None), withdrawal=withdrawal)
    words = wording.text or ""
    current = dict.fromkeys(one for found in there for one in found.current if stands_for(one.text, words))
    if current:
        status = _status_there(words, current) if document.doubled else "moved"
        return Resolution(trace.address, status, cited, tuple(current), changed)
    here = tuple(one for one in trace.current if stands_for(one.text, words))
    status = status_of(followed, wording.text, [one.text for one in here]) if here else "gone"
    around = (trace.before, trace.after, trace.similar)
    return Resolution(trace.address, status, cited, here, changed, *around, document.holders)


def _moved(store: Store, targets: Iterable[str], before: Set[Address]) -> list[Resolution]:
    """What became of a passage in the other documents that it went to."""
    addresses = [address for address in map(parse_permalink, targets) if address not in before]
    return [_passage(store, address, before | {address}) for address in addresses]


def stands_for(text: str, cited: str) -> bool:
    """Whether a passage may be shown for what was cited. Of few words hardly any need be left where some change."""
    return len(bare(cited)) < FEW or holds_some(text, cited)


def _status_there(cited: str, current: Iterable[CurrentPassage]) -> str:
    """What became of words whose document is one with another: as if they had been cited there."""
    texts = [one.text for one in current]
    return status_of(Followed("same" if len(texts) == 1 else "split", ()), cited, texts)


def _document(store: Store, address: Address) -> Resolution:
    """A document's own address, or that of one of its revisions."""
    here = store.ledger.document(address.document)
    revision, last = address.revision or 1, len(here.revisions)
    if revision > last or revision < 1:
        raise NoRevision(here.id, revision, last)
    cited = Cited(None, "document", here.id, revision, here.revisions[revision - 1].since)
    if here.withdrawal:
        return Resolution(Address(here.id, None, address.revision), "withdrawn", cited, withdrawal=here.withdrawal)
    status = "same" if address.revision in (None, last) else "revised"
    changed = here.revisions[-1] if status == "revised" else None
    if here.holders and address.revision is None:
        status = "moved"
    address = Address(here.id, None, address.revision)
    return Resolution(address, status, cited, (), changed, holders=here.holders, revisions=last)
