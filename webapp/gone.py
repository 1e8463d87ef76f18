"""What does an address show whose passage or document is no longer there? What was cited, and what carries it on.

Never other text: where nothing carries it on, the page says so and names the nearest passages that remain.
"""

from archive.errors import NotFound
from archive.passage import PassageKind
from archive.permalink import format_address
from archive.resolving import Current, Resolution, resolve
from archive.store import Store
from archive.store.records import StoredDocument
from webapp.catalogue import describe
from webapp.dates import format_date
from webapp.frame import Frame
from webapp.marking import shorten
from webapp.pages import GonePage, Neighbour

NEIGHBOUR = 90  # characters shown of a passage that remains


class Gone(Exception):
    """An address whose passage or document is not there any more; carries the answer of the archive."""

    def __init__(self, resolution: Resolution) -> None:
        super().__init__(f"{resolution.address}: {resolution.status}")
        self.resolution = resolution


def opened(store: Store, document: str) -> StoredDocument:
    """A document whole.

    Raises:
        NotFound: there never was one of that id.
        Gone: it is withdrawn.
    """
    answer = resolve(store, document)
    if answer.withdrawal:
        raise Gone(answer)
    return store.document(answer.address.document)


def still_there(store: Store, document: str, passage: str) -> None:
    """Raises Gone if what was cited is withdrawn or no longer stands in its document, NotFound if it never did."""
    answer = resolve(store, format_address(document, passage))
    if answer.withdrawal:
        raise Gone(answer)
    try:
        store.passage(document, passage)
    except NotFound as error:
        raise Gone(answer) from error


def gone_page(store: Store, resolution: Resolution, frame: Frame) -> GonePage:
    """The page of an address whose passage or document is not there any more."""
    t, cited, withdrawal = frame.t, resolution.cited, resolution.withdrawal
    record = None if withdrawal else store.document(cited.document).record
    if withdrawal:
        since = format_date(withdrawal.since, frame.language)
        told = t("withdrawn-since", since=since, reason=withdrawal.reason)
    else:
        told = t(f"status-{resolution.status}")
    return GonePage(
        status=200 if resolution.current else 410,
        title=str(t("withdrawn" if withdrawal else "status-title")),
        message=told.unescape(),
        cited=cited.text,
        cited_on=format_date(cited.date, frame.language),
        document=describe(record, frame) if record else None,
        current=tuple(_neighbour(one, frame) for one in resolution.current),
        around=tuple(_neighbour(one, frame) for one in (*resolution.before, *resolution.after)),
    )


def _neighbour(one: Current, frame: Frame) -> Neighbour:
    kind = frame.t(f"kind-{PassageKind(one.kind).value}")
    return Neighbour(kind, shorten(one.text, NEIGHBOUR), frame.urls.passage(str(one.address)))
