"""Which words does an address cite, and of which document? What a reference and a quotation are made of.

An address that names a revision, or words that no longer stand, cite the document as it was. What is withdrawn cannot
be cited.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from archive.citing import Reference, refer
from archive.errors import NotFound
from archive.history.quotation import Quotation, parse_quotation
from archive.history.relocation import find_quoted
from archive.history.resolution import Resolution, resolve
from archive.history.revisions import Past, stored_at
from archive.model import Address, DocumentPart, Passage, Span, part_of
from archive.settings import Settings
from archive.store import DocumentRecord, Store


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A document (`part` None) or passages of it, by the address that cites them; `spans` are the words quoted of each.

    Where no words are quoted there are no spans: all of them are.
    """

    record: DocumentRecord
    address: Address
    part: DocumentPart | None = None
    quotation: Quotation | None = None
    spans: Mapping[str, Span] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What tells it from other excerpts: the address, and which words are quoted."""
        return f"{self.address}-{self.quotation.start}-{self.quotation.end}" if self.quotation else str(self.address)

    @property
    def link(self) -> str:
        """The address as it stands in a link, with the words that are quoted."""
        if self.quotation is None:
            return str(self.address)
        to = self.quotation.to
        return f"{self.address}?q={self.quotation}" + (f"&to={to}" if to else "")

    def span(self, passage: Passage) -> Span:
        """The words that are quoted of a passage."""
        return self.spans.get(passage.id, (0, len(passage.text)))


def excerpt(store: Store, printed: str) -> Excerpt:
    """What a permalink cites, as people paste it; with the words that its query quotes.

    Raises:
        NotFound: it is no address of this archive, its document is withdrawn, or it never had the words quoted.
    """
    resolution = resolve(store, printed)
    if resolution.withdrawal:
        raise NotFound(f"{resolution.address} was withdrawn on {resolution.withdrawal.since} and cannot be cited")
    if resolution.address.passage is None:
        return _document(store, resolution)
    given = parse_qs(urlsplit(printed.strip()).query)
    if "q" not in given:
        return _passage(store, resolution)
    quotation = parse_quotation(given["q"][0], given.get("to", [None])[0])
    found = find_quoted(store, resolution.address, quotation)
    if found is None:
        raise NotFound(f"{resolution.address} never had the words that {printed} quotes")
    spans = dict(found.spans)
    record, part = _part(store, resolution.address.document, found.revision, spans)
    return Excerpt(record, resolution.address, part, quotation, spans)


def refer_to(cited: Excerpt, settings: Settings, accessed: str) -> Reference:
    """The reference to what an address cites; with its link where the archive's public address is known."""
    address = settings.permalink(cited.link) if settings.base_url else None
    return refer(cited.key, cited.record.metadata, address, accessed, cited.part, cited.record.source)


def _document(store: Store, resolution: Resolution) -> Excerpt:
    address = resolution.address
    if address.revision is not None and resolution.status == "revised":
        return Excerpt(stored_at(store, address.document, address.revision).record, address)
    return Excerpt(store.records_of([address.document])[0], address)


def _passage(store: Store, resolution: Resolution) -> Excerpt:
    """The passage as it stands, where it says what was cited or no revision is named; else as it was cited."""
    address, cited = resolution.address, resolution.cited
    now = resolution.current[0] if len(resolution.current) == 1 else None
    here = now and now.document == address.document and resolution.status in ("same", "revised")
    if now and here and (now.text == cited.text or address.revision is None):
        record, part = _part(store, now.document, None, [now.address.passage or ""])
        return Excerpt(record, part.shown[0].address, part)
    revisions = Past.of(store, address.document).revisions[: cited.revision]
    held = next((one.number for one in reversed(revisions) if address.passage in one.ids), cited.revision)
    record, part = _part(store, address.document, held, [address.passage or ""])
    return Excerpt(record, Address(address.document, address.passage, address.revision or held), part)


def _part(
    store: Store, document: str, revision: int | None, ids: Mapping[str, Span] | list[str]
) -> tuple[DocumentRecord, DocumentPart]:
    if revision is None:
        return store.part(document, ids)
    stored = stored_at(store, document, revision)
    shown = tuple(passage for passage in stored.passages if passage.id in ids)
    if not shown:
        raise NotFound(f"the passage {document}-{', '.join(ids)} cannot be shown in its place")
    return stored.record, part_of(stored.document, stored.passages, shown)
