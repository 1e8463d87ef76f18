"""Which text does an address open? Today's, or the document as it was in the revision that the address names."""

from dataclasses import dataclass

from archive.errors import NotFound
from archive.history import Past, Resolution, resolve, stored_at
from archive.model import Address, Passage
from archive.store import DocumentRecord, StoredDocument
from webapp.dates import format_date
from webapp.site import Frame, Site, View
from webapp.values import Link, Notice


class Gone(Exception):
    """An address whose passage or document is not there any more; carries the answer of the archive."""

    def __init__(self, resolution: Resolution) -> None:
        super().__init__(f"{resolution.address}: {resolution.status}")
        self.resolution = resolution


class Elsewhere(Exception):
    """A document or passage that has another address than the one given; carries that as the way there."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


@dataclass(frozen=True, slots=True)
class Opened:
    """A document in a revision; `view` knows which, where it isn't today's."""

    answer: Resolution
    stored: StoredDocument
    view: View


def resolved(site: Site, address: Address) -> Resolution:
    """What became of the document of an address; nothing of its text is read.

    Raises:
        NotFound: there never was one of that id, or it never had that revision.
        Gone: it is withdrawn.
    """
    answer = resolve(site.store, str(Address(address.document, None, address.revision)))
    if answer.withdrawal:
        raise Gone(answer)
    return answer


def revision_of(answer: Resolution) -> int | None:
    """The revision that a document's address opens; None where that is today's."""
    return answer.address.revision if answer.status == "revised" else None


def opened(site: Site, frame: Frame, answer: Resolution) -> Opened:
    """A document, as it is or as it was in a revision."""
    return in_revision(site, frame, answer, revision_of(answer))


def record_of(site: Site, answer: Resolution) -> DocumentRecord:
    """Its catalogue entry, as it is or as it was."""
    document, revision = answer.address.document, revision_of(answer)
    return stored_at(site.store, document, revision).record if revision else site.store.records_of([document])[0]


def opened_passage(site: Site, frame: Frame, answer: Resolution) -> tuple[Opened, Passage]:
    """The passage of an address: as it stands, if it says what was cited or no revision is named; else as it was cited.

    Raises:
        Gone: its document is withdrawn, or it is no longer in it.
    """
    if answer.status in ("gone", "withdrawn"):
        raise Gone(answer)
    now = answer.current[0] if answer.status in ("same", "revised") else None
    if now and (now.text == answer.cited.text or answer.address.revision is None):
        here, id_ = in_revision(site, frame, answer, None), now.address.passage
    else:
        id_ = answer.address.passage
        here = in_revision(site, frame, answer, _revision_with(site, answer))
    found = next((passage for passage in here.stored.passages if passage.id == id_), None)
    if found is None:
        raise NotFound(f"the passage {answer.address} cannot be shown in its place")
    return here, found


def _revision_with(site: Site, answer: Resolution) -> int:
    """The revision that was cited, or the last before it that had the passage."""
    revisions = Past.of(site.store, answer.cited.document).revisions[: answer.cited.revision]
    return next((s.number for s in reversed(revisions) if answer.address.passage in s.ids), answer.cited.revision)


def in_revision(site: Site, frame: Frame, answer: Resolution, revision: int | None) -> Opened:
    """The document of an answer in a revision; None is today's."""
    document = answer.address.document
    if revision is None:
        return Opened(answer, site.store.document(document), View(frame))
    return Opened(answer, stored_at(site.store, document, revision), View(frame, revision))


def refuse_withdrawn(site: Site, document: str) -> None:
    """Raises Gone if the document is withdrawn."""
    try:
        answer = resolve(site.store, document)
    except NotFound:
        return
    if answer.withdrawal:
        raise Gone(answer)


def told_of_document(here: Opened) -> tuple[Notice, ...]:
    """What a document's page says of the revision that it shows."""
    frame, cited = here.view.frame, here.answer.cited
    t, urls = frame.t, frame.urls
    date = format_date(cited.date, frame.language)
    if here.view.revision is None:
        told = Notice(t("same-as-cited", date=date), quiet=True)
        return (told,) if here.answer.address.revision else ()
    links = (
        Link(t("current-document"), urls.document(cited.document)),
        Link(t("compare"), urls.compare(cited.document, cited.revision)),
        Link(t("history"), urls.history(cited.document)),
    )
    return (Notice(t("past-state", n=cited.revision, date=date), links),)
