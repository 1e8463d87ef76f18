"""How did a document change? Its revisions, one by one, and two of them passage by passage."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from archive.errors import NotFound
from archive.history import PassagePair, Past
from archive.model import Address, Revision
from archive.store import DocumentRecord
from webapp.components import Side, compared, describe
from webapp.dates import format_date
from webapp.site import Frame
from webapp.view_models import ComparedPassages, ComparePage, HistoryPage, RevisionRow

COUNTED = ("revised", "split", "merged", "ambiguous", "gone", "new")


def history_page(record: DocumentRecord, past: Past, frame: Frame) -> HistoryPage:
    """The revisions of a document, the latest first."""
    rows = tuple(_row(past, revision, frame) for revision in reversed(past.revisions))
    return HistoryPage(describe(record, frame), rows)


def _row(past: Past, revision: Revision, frame: Frame) -> RevisionRow:
    t, urls, n, current = frame.t, frame.urls, revision.number, revision.number == past.last
    if n == 1:
        counts: tuple[str, ...] = (t.count("n-passages", len(revision.ids)),)
    else:
        found = [entry.status for entry in past.compare(n - 1, n)]
        counts = tuple(t(f"count-{status}", n=found.count(status)) for status in COUNTED if status in found)
    return RevisionRow(
        number=n,
        date=format_date(revision.since, frame.language),
        iso=revision.since,
        cause=t(f"cause-{revision.cause}"),
        counts=counts,
        current=current,
        url=urls.document(past.id, revision=None if current else n),
        permalink=urls.permalink(str(Address(past.id, None, n))),
        changed=urls.compare(past.id, n - 1, None if current else n) if n > 1 else None,
        compare=None if current or n == past.last - 1 else urls.compare(past.id, n),
    )


def compare_page(record: DocumentRecord, past: Past, before: int, after: int | None, frame: Frame) -> ComparePage:
    """What differs between two revisions, in the order of the later one; what is the same is counted.

    Raises:
        NotFound: the document never had these revisions, or not in this order.
    """
    until = after or past.last
    if not 1 <= before <= until <= past.last:
        raise NotFound(f"the document {past.id} has no revisions {before} to {until}")
    names = _name(past, before, frame), _name(past, until, frame)
    entries = past.compare(before, until)
    return ComparePage(
        document=describe(record, frame),
        summary=" → ".join(names),
        entries=tuple(_entries(past, entries, (before, until), names, frame)),
        differs=any(entry.status != "same" for entry in entries),
        history=frame.urls.history(past.id),
    )


def _name(past: Past, revision: int, frame: Frame) -> str:
    date = format_date(past.revisions[revision - 1].since, frame.language)
    return str(frame.t("revision-of", n=revision, date=date))


def _entries(
    past: Past, entries: tuple[PassagePair, ...], revisions: tuple[int, int], names: tuple[str, str], frame: Frame
) -> Iterator[ComparedPassages]:
    for same, group in groupby(entries, lambda entry: entry.status == "same"):
        if same:
            yield ComparedPassages("same", frame.t.count("count-same", len(list(group))), None)
            continue
        for entry in group:
            old = [_side(past, id_, revisions[0]) for id_ in entry.old]
            new = [_side(past, id_, revisions[1]) for id_ in entry.new]
            change = replace(compared(entry.status, old, new, names, frame), marks=None)
            yield ComparedPassages(entry.status, frame.t(f"entry-{entry.status}"), change)


def _side(past: Past, id_: str, revision: int) -> Side:
    wording = next(wording for wording in reversed(past.wordings[id_]) if wording.revision <= revision)
    return Side(Address(past.id, id_, past.address_revision(id_, revision)), wording.kind, wording.text or "")
