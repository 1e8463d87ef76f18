"""Which text does an address open? Today's, or the document as it was in the revision that the address names."""

from collections.abc import Collection
from dataclasses import dataclass

from archive.citing import title_of
from archive.errors import NotFound
from archive.history import Past, Resolution, resolve, stored_at
from archive.model import Address, DocumentPart, Passage, part_of
from archive.store import DocumentRecord, StoredDocument
from webapp.dates import format_date
from webapp.site import Frame, Site, View
from webapp.view_models import Link, Notice


class Gone(Exception):
    """An address whose passage or document is not there any more; carries the answer of the archive."""

    def __init__(self, resolution: Resolution) -> None:
        super().__init__(f"{resolution.address}: {resolution.status}")
        self.resolution = resolution


class NoSource(NotFound):
    """No note cites what this address means; `words` may find it in the list of sources."""

    def __init__(self, kind: str, given: str, words: str) -> None:
        super().__init__(f"no {kind} {given} is cited in this archive")
        self.kind = kind
        self.words = words


class Redirect(Exception):
    """A document or passage that has another address than the one given; carries that as the way there."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document in a revision; `view` knows which, where it isn't today's."""

    resolution: Resolution
    stored: StoredDocument
    view: View


@dataclass(frozen=True, slots=True)
class OpenPart:
    """Passages of a document in a revision, with what a page shows beside them."""

    resolution: Resolution
    record: DocumentRecord
    part: DocumentPart
    view: View


def resolve_document(site: Site, address: Address) -> Resolution:
    """What became of the document of an address; nothing of its text is read.

    Raises:
        NotFound: there never was one of that id, or it never had that revision.
        Gone: it is withdrawn.
    """
    resolution = resolve(site.store, str(Address(address.document, None, address.revision)))
    if resolution.withdrawal:
        raise Gone(resolution)
    return resolution


def revision_of(resolution: Resolution) -> int | None:
    """The revision that a document's address opens; None where that is today's."""
    return resolution.address.revision if resolution.status == "revised" else None


def open_document(site: Site, frame: Frame, resolution: Resolution, with_lines: bool = False) -> OpenDocument:
    """A document, as it is or as it was in a revision; with its printed lines, if they are asked for."""
    return open_revision(site, frame, resolution, revision_of(resolution), with_lines)


def record_at(site: Site, resolution: Resolution) -> DocumentRecord:
    """Its catalogue entry, as it is or as it was."""
    document, revision = resolution.address.document, revision_of(resolution)
    return stored_at(site.store, document, revision).record if revision else site.store.records_of([document])[0]


def is_elsewhere(resolution: Resolution) -> bool:
    """Whether what was cited stands in other documents now."""
    return any(one.document != resolution.address.document for one in resolution.current)


def place_of(site: Site, resolution: Resolution) -> tuple[int | None, str]:
    """In which revision (None: today's) the passage of an address is shown, and by which id it stands there.

    As it stands, if it is one passage still and says what was cited or no revision is named; else as it was cited.

    Raises:
        Gone: its document is withdrawn, or it is no longer in it.
    """
    if resolution.status in ("gone", "withdrawn"):
        raise Gone(resolution)
    now = resolution.current[0] if resolution.status in ("same", "revised") and not is_elsewhere(resolution) else None
    if now and (now.text == resolution.cited.text or resolution.address.revision is None):
        return None, now.address.passage or ""
    return _revision_with(site, resolution), resolution.address.passage or ""


def open_passage(site: Site, frame: Frame, resolution: Resolution) -> tuple[OpenDocument, Passage]:
    """The passage of an address, with its whole document.

    Raises:
        Gone: its document is withdrawn, or it is no longer in it.
    """
    revision, id_ = place_of(site, resolution)
    opened = open_revision(site, frame, resolution, revision)
    return opened, _shown(opened.stored, [id_], resolution)[0]


def open_part(site: Site, frame: Frame, resolution: Resolution, revision: int | None, ids: Collection[str]) -> OpenPart:
    """Passages of the document of an answer in a revision; None is today's."""
    document, view = resolution.address.document, View(frame, revision)
    if revision is None:
        return OpenPart(resolution, *site.store.part(document, ids), view)
    stored = stored_at(site.store, document, revision)
    part = part_of(stored.document, stored.passages, _shown(stored, ids, resolution))
    return OpenPart(resolution, stored.record, part, view)


def _shown(stored: StoredDocument, ids: Collection[str], resolution: Resolution) -> tuple[Passage, ...]:
    found = tuple(passage for passage in stored.passages if passage.id in ids)
    if not found:
        raise NotFound(f"the passage {resolution.address} cannot be shown in its place")
    return found


def _revision_with(site: Site, resolution: Resolution) -> int:
    """The revision that was cited, or the last before it that had the passage."""
    revisions = Past.of(site.store, resolution.cited.document).revisions[: resolution.cited.revision]
    return next(
        (s.number for s in reversed(revisions) if resolution.address.passage in s.ids), resolution.cited.revision
    )


def open_revision(
    site: Site, frame: Frame, resolution: Resolution, revision: int | None, with_lines: bool = True
) -> OpenDocument:
    """The document of an answer in a revision; None is today's."""
    document = resolution.address.document
    if revision is None:
        return OpenDocument(resolution, site.store.document(document, with_lines), View(frame))
    return OpenDocument(resolution, stored_at(site.store, document, revision), View(frame, revision))


def refuse_withdrawn(site: Site, document: str) -> None:
    """Raises Gone if the document is withdrawn."""
    try:
        resolution = resolve(site.store, document)
    except NotFound:
        return
    if resolution.withdrawal:
        raise Gone(resolution)


def moved_notices(site: Site, frame: Frame, resolution: Resolution) -> tuple[Notice, ...]:
    """Where what was cited stands now, if that is in other documents."""
    titles = {
        one.id: title_of(one.metadata) for one in site.store.records_of({one.document for one in resolution.current})
    }
    links = tuple(Link(titles[one.document], frame.urls.passage(str(one.address))) for one in resolution.current)
    return (Notice(frame.t("status-moved"), links),)


def revision_notices(site: Site, opened: OpenDocument) -> tuple[Notice, ...]:
    """What a document's page says of the revision that it shows, and of the documents that it stands in now."""
    frame, resolution = opened.view.frame, opened.resolution
    if not resolution.holders:
        return _revision_notices(opened)
    links = tuple(
        Link(title_of(one.metadata), frame.urls.document(one.id)) for one in site.store.records_of(resolution.holders)
    )
    return Notice(frame.t("document-moved"), links), *_revision_notices(opened)


def _revision_notices(opened: OpenDocument) -> tuple[Notice, ...]:
    frame, cited = opened.view.frame, opened.resolution.cited
    t, urls = frame.t, frame.urls
    date = format_date(cited.date, frame.language)
    if opened.view.revision is None:
        same = Notice(t("same-as-cited", date=date), quiet=True)
        return (same,) if opened.resolution.address.revision else ()
    links = (
        Link(t("current-document"), urls.document(cited.document)),
        Link(t("compare"), urls.compare(cited.document, cited.revision)),
        Link(t("history"), urls.history(cited.document)),
    )
    return (Notice(t("past-revision", n=cited.revision, date=date), links),)
