"""What does this permalink answer? Brings the ledger and the present together, for people and machines."""

from dataclasses import dataclass

from archive.errors import NotFound
from archive.ledger import Followed, State, Withdrawal, follow, neighbours, status_of, wording_at
from archive.permalink import Address, parse_permalink
from archive.store import Store, history


@dataclass(frozen=True, slots=True)
class Cited:
    """What was cited: its words (None once purged), in which state of which document, and the state's day."""

    text: str | None
    kind: str
    document: str
    state: int
    date: str


@dataclass(frozen=True, slots=True)
class Current:
    """A passage of today that carries on what was cited."""

    text: str
    kind: str
    address: Address
    state: int

    @property
    def document(self) -> str:
        return self.address.document


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer to a permalink. `status` is one of `archive.ledger`'s."""

    address: Address
    status: str
    cited: Cited
    current: tuple[Current, ...] = ()
    changed: State | None = None  # the state at which it last changed or went
    before: tuple[Current, ...] = ()  # where it is gone: the nearest passages that are still there
    after: tuple[Current, ...] = ()
    withdrawal: Withdrawal | None = None

    def as_json(self, link: str, links: list[str]) -> dict[str, object]:
        """The answer for machines; `links` are the permalinks of `current`."""
        cited = {"text": self.cited.text, "document": self.cited.document, "state": self.cited.state, "date": self.cited.date}
        current = [
            {"text": one.text, "permalink": url, "document": one.document, "state": one.state}
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
    with store.reading() as connection:
        if target := history.alias(connection, f"{address.document}-{address.passage}"):
            document, _, passage = target.partition("-")
            address = Address(document, passage)  # states are numbered apart in every archive: N was the other one's
        row = history.document_row(connection, address.document)
        address = Address(row.id, address.passage, address.state)
        assert address.passage is not None
        words = history.wordings_of(connection, row.number, address.passage)
        if not words:
            raise NotFound(f"no passage {address} was ever in this archive")
        cited_in = address.state or words[0].state
        wording = wording_at(words, cited_in)
        if wording is None or cited_in > row.state:
            raise NotFound(f"the address {address} names a state in which the passage was not there")
        states = history.state_list(connection, row.number)
        cited = Cited(wording.text, wording.kind, row.id, cited_in, states[cited_in - 1].since)
        if withdrawal := history.withdrawal_of(connection, row.number):
            shown = Cited(None, wording.kind, row.id, cited_in, cited.date)
            return Resolution(address, "withdrawn", shown, withdrawal=withdrawal)
        followed = follow(address.passage, cited_in, history.turns_of(connection, row.number))
        wanted = list(followed.ids)
        before, after = _around(followed, states, address.passage)
        texts = history.texts_now(connection, row.number, [*wanted, *before, *after])

    def current(ids: list[str]) -> tuple[Current, ...]:
        return tuple(Current(texts[i].text, texts[i].kind, Address(row.id, i, texts[i].since), row.state) for i in ids if i in texts)

    here = current(wanted)
    status = status_of(followed, wording.text, [one.text for one in here]) if here else "gone"
    changed = next((s for s in states if s.number == followed.changed), None)
    return Resolution(address, status, cited, here, changed, current(before), current(after))


def _around(followed: Followed, states: list[State], passage: str) -> tuple[list[str], list[str]]:
    """For a passage that is gone: its surviving neighbours in the last state that had it."""
    if followed.status != "gone":
        return [], []
    last = next((state for state in reversed(states) if passage in state.ids), None)
    return neighbours(last, passage, states[-1].ids) if last else ([], [])


def _document(store: Store, address: Address) -> Resolution:
    """A document's own address, or that of one of its states."""
    with store.reading() as connection:
        row = history.document_row(connection, address.document)
        states = history.state_list(connection, row.number)
        withdrawal = history.withdrawal_of(connection, row.number)
    state = address.state or 1
    if state > row.state or state < 1:
        raise NotFound(f"the document {row.id} has no state {state}")
    cited = Cited(None, "document", row.id, state, states[state - 1].since)
    if withdrawal:
        return Resolution(Address(row.id, None, address.state), "withdrawn", cited, withdrawal=withdrawal)
    status = "same" if address.state in (None, row.state) else "revised"
    return Resolution(Address(row.id, None, address.state), status, cited, (), states[-1] if status == "revised" else None)
