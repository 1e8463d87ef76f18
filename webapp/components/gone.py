"""What does an address show whose passage or document is no longer there? What was cited, and where it had been.

Never other text: the page says when and why it went, and names the nearest passages that remain.
"""

from archive.citing import title_of
from archive.history import Past, Resolution
from archive.model import Address, Revision
from archive.store import CurrentPassage, Store
from webapp.components.catalogue import describe
from webapp.components.diff import flat
from webapp.dates import format_date
from webapp.site import Frame
from webapp.snippets import shorten, weave
from webapp.view_models import GonePage, Neighbour

NEIGHBOUR = 90  # characters shown of a passage that remains


def gone_page(store: Store, resolution: Resolution, frame: Frame) -> GonePage:
    """The page of an address whose passage or document is not there any more."""
    if resolution.withdrawal:
        return _withdrawn(resolution, frame)
    t, cited = frame.t, resolution.cited
    address = Address(cited.document, resolution.address.passage, cited.revision)
    revisions = Past.of(store, cited.document).revisions
    return GonePage(
        title=t("status-title"),
        message=t("status-gone"),
        details=_details(resolution, revisions, frame),
        cited=flat(weave(cited.text or "")),
        cited_name=t("then", date=format_date(cited.date, frame.language)),
        kind=t(f"kind-{cited.kind}"),
        document=describe(store.records_of([cited.document])[0], frame),
        then=_then(resolution, revisions, frame),
        permalink=frame.urls.permalink(str(address)),
        similar=tuple(_similar(one, store, frame) for one in resolution.similar),
        around=tuple(_neighbour(one, "before", frame) for one in resolution.before)
        + tuple(_neighbour(one, "after", frame) for one in resolution.after),
    )


def _details(resolution: Resolution, revisions: tuple[Revision, ...], frame: Frame) -> tuple[str, ...]:
    """Since when it is gone and why, and when it was last there."""
    changed, t = resolution.changed, frame.t
    if changed is None:
        return ()
    gone = t(f"gone-{changed.cause}", date=format_date(changed.since, frame.language))
    last = revisions[changed.number - 2]
    return gone, t("last-there", n=last.number, date=format_date(last.since, frame.language))


def _then(resolution: Resolution, revisions: tuple[Revision, ...], frame: Frame) -> str | None:
    """The document as it was when the passage was cited."""
    id_, revision = resolution.address.passage, resolution.cited.revision
    if id_ is None or id_ not in revisions[revision - 1].ids:
        return None
    return frame.urls.document(resolution.cited.document, id_, revision=revision)


def _withdrawn(resolution: Resolution, frame: Frame) -> GonePage:
    withdrawal, t = resolution.withdrawal, frame.t
    assert withdrawal is not None
    since = format_date(withdrawal.since, frame.language)
    return GonePage(
        title=t("withdrawn"),
        message=t("withdrawn-since", since=since, reason=withdrawal.reason),
        details=(t("purged"),) if withdrawal.purged else (),
        permalink=frame.urls.permalink(str(resolution.address)),
    )


def _similar(one: CurrentPassage, store: Store, frame: Frame) -> Neighbour:
    (record,) = store.records_of([one.document])
    kind = f"{title_of(record.metadata)} · {frame.t(f'kind-{one.kind}')}"
    return Neighbour(kind, shorten(one.text, NEIGHBOUR), frame.urls.passage(str(one.address)))


def _neighbour(one: CurrentPassage, where: str, frame: Frame) -> Neighbour:
    kind = f"{frame.t(where)} · {frame.t(f'kind-{one.kind}')}"
    return Neighbour(kind, shorten(one.text, NEIGHBOUR), frame.urls.passage(str(one.address)))
