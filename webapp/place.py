"""What is shown at a passage's own address? The passage with its document, its neighbours, its notes and its lines.

Where its words changed since they were cited, both stand there; where a link quotes some of them, these are marked.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from archive.coordinates import coordinate, format_coordinate
from archive.passage import Passage
from archive.permalink import Address
from archive.quotation import Quotation, Span
from archive.quoting import Quoted, find_quoted
from archive.resolving import Resolution
from archive.store import StoredDocument
from webapp.catalogue import describe, handle, kind_name
from webapp.changes import change_of
from webapp.dates import format_date
from webapp.frame import Frame, Site
from webapp.margins import Margin, margins
from webapp.marking import Insert, shorten, weave
from webapp.noteview import OPEN, Calls, note_view, sources
from webapp.opening import Opened, in_state, opened_passage
from webapp.pages import Caller, Link, Told
from webapp.pages_passage import Change, Neighbour, PassagePage, Shown
from webapp.results import cells
from webapp.urls import anchor

NEIGHBOUR = 90  # characters shown of the passage before or after


@dataclass(frozen=True, slots=True)
class Place:
    """What a page shows of a document: passages that follow each other, the words quoted of them, what is said above."""

    opened: Opened
    passages: tuple[Passage, ...]
    address: Address  # by which what is shown is cited
    told: tuple[Told, ...]
    change: Change | None = None
    marks: Mapping[str, Span] | None = None
    quotation: Quotation | None = None


def place_of(site: Site, frame: Frame, answer: Resolution) -> Place:
    """The passage of an address.

    Raises:
        Gone: it is withdrawn or no longer in its document.
    """
    here, passage = opened_passage(site, frame, answer)
    address = answer.address if answer.address.state else passage.address
    if answer.status != "same":
        return Place(here, (passage,), address, (), change_of(answer, frame))
    return Place(here, (passage,), address, _told_same(answer, here, frame))


def _told_same(answer: Resolution, here: Opened, frame: Frame) -> tuple[Told, ...]:
    if not answer.address.state:
        return ()
    t = frame.t
    told = Told(t("same-as-cited", date=format_date(answer.cited.date, frame.language)), quiet=True)
    if here.frame.state is None:
        return (told,)
    link = Link(t("to-current"), frame.urls.passage(str(answer.current[0].address)))
    return told, Told(t("same-but-signs"), (link,), quiet=True)


def place_of_quotation(site: Site, frame: Frame, answer: Resolution, quotation: Quotation | None) -> Place:
    """The passages of a quotation, with exactly its words marked.

    Where its words can be verified in no state of the document, the passage of the address, and nothing is marked.

    Raises:
        Gone: the document is withdrawn, or the words cannot be verified and the passage is gone.
    """
    found = find_quoted(site.store, answer.address, quotation) if quotation and answer.status != "withdrawn" else None
    if found is None or quotation is None:
        place = place_of(site, frame, answer)
        told = (Told(frame.t("quote-unknown")), *place.told)
        return Place(place.opened, place.passages, place.address, told, place.change)
    here = in_state(site, frame, answer, found.state)
    ids = [id_ for id_, _ in found.spans]
    passages = tuple(passage for passage in here.stored.passages if passage.id in ids)
    told = _told_quoted(answer, found, frame)
    return Place(here, passages, answer.address, told, None, dict(found.spans), quotation)


def _told_quoted(answer: Resolution, found: Quoted, frame: Frame) -> tuple[Told, ...]:
    t, url = frame.t, frame.urls.passage(str(answer.address))
    if found.state is not None:
        return (Told(t("quote-lost"), (Link(t("compare"), url),)),)
    here = Told(t("quote-here"), (Link(t("without-quotation"), url),), quiet=True)
    if answer.status in ("same", "gone"):
        return (here,)
    return here, Told(t(f"status-{answer.status}"), (Link(t("compare"), url),))


def passage_page(place: Place, frame: Frame) -> PassagePage:
    """The page of a place."""
    stored, here = place.opened.stored, place.opened.frame
    passages, passage = place.passages, place.passages[0]
    beside = margins(stored)
    margin = beside[passage.key]
    calls = Calls(stored.reading.notes, stored.passages)
    refs = [ref for one in passages for ref in beside[one.key].refs]
    called = dict.fromkeys(p for ref in refs if ref.note and (p := calls.position(ref.note)) is not None)
    first, last = stored.passages.index(passage), stored.passages.index(passages[-1])
    document, section = describe(stored.record, here), _section(stored, passage, here)
    permalink = frame.urls.permalink(str(place.address), place.quotation)
    return PassagePage(
        status=410 if place.opened.answer.status == "gone" else 200,
        document=document,
        handle=handle(passage, margin.lines, here),
        address=str(place.address),
        permalink=permalink,
        canonical=frame.urls.permalink(str(place.opened.answer.address)),
        coordinate=format_coordinate(coordinate(stored.reading, stored.passages, passage), frame.language),
        kind=kind_name(passage, frame),
        label=margin.label,
        section=section if section is None or section.text != margin.caption else None,
        shown=tuple(_shown(stored, one, beside[one.key], calls, place, here) for one in passages),
        quoting=place.quotation is not None,
        told=place.told,
        change=place.change,
        when=_when(place.opened.answer, frame),
        history=frame.urls.history(stored.record.id) if place.change or place.address.state else None,
        caption=margin.caption,
        notes=tuple(note_view(stored, here, stored.reading.notes[n], calls.passages.get(n)) for n in called),
        open_labels=tuple(dict.fromkeys(ref.label for ref in refs if ref.note is None)),
        sources=sources(stored.reading.notes[passage.note], frame) if passage.note is not None else (),
        callers=tuple(_caller(caller, beside[caller.key], here) for caller in margin.callers),
        in_document=frame.urls.document(passage.document, passage.id, state=here.state, quotation=place.quotation),
        quotation=f"{_copied(place)}\n{document.title}\n{permalink}",
        previous=_neighbour(stored.passages[first - 1], here) if first else None,
        following=_neighbour(stored.passages[last + 1], here) if last + 1 < len(stored.passages) else None,
    )


def _when(answer: Resolution, frame: Frame) -> str | None:
    """The day of the change, and whose it was."""
    if answer.changed is None:
        return None
    return frame.t(f"changed-{answer.changed.cause}", date=format_date(answer.changed.since, frame.language))


def _copied(place: Place) -> str:
    """The quoted words, or the whole passage."""
    whole = {passage.id: (0, len(passage.text)) for passage in place.passages}
    return "\n".join(passage.text[slice(*(place.marks or whole)[passage.id])] for passage in place.passages)


def _shown(
    stored: StoredDocument, passage: Passage, margin: Margin, calls: Calls, place: Place, frame: Frame
) -> Shown:
    marks = [place.marks[passage.id]] if place.marks and passage.id in place.marks else []
    inserts = [Insert(ref.offset, _mark(ref.label, ref.note, calls, frame)) for ref in margin.refs]
    html = weave(passage.text, marks, inserts, strong=_run_in(stored, passage))
    return Shown(handle(passage, margin.lines, frame), kind_name(passage, frame), html, cells(margin, marks))


def _mark(label: str, note: str | None, calls: Calls, frame: Frame) -> Markup:
    """A note reference on the passage's own page leads to the note as printed below it."""
    position = calls.position(note) if note is not None else None
    if position is None or position not in calls.passages:
        return OPEN.format(name=frame.t("open-reference", n=label), label=label)
    return Markup('<sup class="noteref"><a role="doc-noteref" href="#{}" aria-label="{}">{}</a></sup>').format(
        anchor(calls.passages[position].id), frame.t("note-n", n=label), label
    )


def _run_in(stored: StoredDocument, passage: Passage) -> int:
    return 0 if passage.block is None or passage.row is not None else stored.reading.blocks[passage.block].run_in or 0


def _section(stored: StoredDocument, passage: Passage, frame: Frame) -> Link | None:
    """The heading that the passage stands under."""
    for ordinal in reversed(passage.context):
        above = stored.passages[ordinal]
        if above.block is not None and above.kind.value != "title":
            return Link(above.text, frame.open_at(passage.document, above.id))
    return None


def _caller(caller: Passage, margin: Margin, frame: Frame) -> Caller:
    inserts = [Insert(ref.offset, Markup("<sup>{}</sup>").format(ref.label)) for ref in margin.refs]
    url = frame.open_at(caller.document, caller.id)
    return Caller(weave(caller.text, inserts=inserts), url, kind_name(caller, frame))


def _neighbour(passage: Passage, frame: Frame) -> Neighbour:
    url = frame.urls.passage(handle(passage, None, frame).address)
    return Neighbour(kind_name(passage, frame), shorten(passage.text, NEIGHBOUR), url)
