"""What is shown at a passage's own address? The passage with its document, its neighbours, its notes and its lines.

Where its words changed since they were cited, both stand there; where a link quotes some of them, these are marked.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from archive.citing import coordinate, format_coordinate
from archive.history import Quotation, RelocatedQuotation, Resolution, find_quoted
from archive.model import Address, Margin, Margins, Passage, Span
from archive.store import StoredDocument
from webapp.dates import format_date
from webapp.parts import (
    Calls,
    Opened,
    change_of,
    describe_in,
    handle,
    in_revision,
    kind_name,
    note_view,
    opened_passage,
    sources,
)
from webapp.search import cells
from webapp.site import Frame, Site, View
from webapp.snippets import Insert, shorten, weave
from webapp.urls import anchor
from webapp.values import Caller, ChangeView, Link, Neighbour, Notice, PassagePage, Shown

NEIGHBOUR = 90  # characters shown of the passage before or after


@dataclass(frozen=True, slots=True)
class PassageContext:
    """What a page shows of a document: passages that follow each other, the words quoted of them, what is said above."""

    opened: Opened
    passages: tuple[Passage, ...]
    address: Address  # by which what is shown is cited
    told: tuple[Notice, ...]
    change: ChangeView | None = None
    marks: Mapping[str, Span] | None = None
    quotation: Quotation | None = None


def place_of(site: Site, frame: Frame, answer: Resolution) -> PassageContext:
    """The passage of an address.

    Raises:
        Gone: it is withdrawn or no longer in its document.
    """
    here, passage = opened_passage(site, frame, answer)
    address = answer.address if answer.address.revision else passage.address
    if answer.status != "same":
        return PassageContext(here, (passage,), address, (), change_of(answer, frame))
    return PassageContext(here, (passage,), address, _told_same(here))


def _told_same(here: Opened) -> tuple[Notice, ...]:
    answer, frame = here.answer, here.view.frame
    if not answer.address.revision:
        return ()
    t = frame.t
    told = Notice(t("same-as-cited", date=format_date(answer.cited.date, frame.language)), quiet=True)
    if here.view.revision is None:
        return (told,)
    link = Link(t("to-current"), frame.urls.passage(str(answer.current[0].address)))
    return told, Notice(t("same-but-signs"), (link,), quiet=True)


def place_of_quotation(site: Site, frame: Frame, answer: Resolution, quotation: Quotation | None) -> PassageContext:
    """The passages of a quotation, with exactly its words marked.

    Where its words can be verified in no revision of the document, the passage of the address, and nothing is marked.

    Raises:
        Gone: the document is withdrawn, or the words cannot be verified and the passage is gone.
    """
    found = find_quoted(site.store, answer.address, quotation) if quotation and answer.status != "withdrawn" else None
    if found is None or quotation is None:
        place = place_of(site, frame, answer)
        told = (Notice(frame.t("quote-unknown")), *place.told)
        return PassageContext(place.opened, place.passages, place.address, told, place.change)
    here = in_revision(site, frame, answer, found.revision)
    ids = [id_ for id_, _ in found.spans]
    passages = tuple(passage for passage in here.stored.passages if passage.id in ids)
    told = _told_quoted(answer, found, frame)
    return PassageContext(here, passages, answer.address, told, None, dict(found.spans), quotation)


def _told_quoted(answer: Resolution, found: RelocatedQuotation, frame: Frame) -> tuple[Notice, ...]:
    t, url = frame.t, frame.urls.passage(str(answer.address))
    if found.revision is not None:
        return (Notice(t("quote-lost"), (Link(t("compare"), url),)),)
    here = Notice(t("quote-here"), (Link(t("without-quotation"), url),), quiet=True)
    if answer.status in ("same", "gone"):
        return (here,)
    return here, Notice(t(f"status-{answer.status}"), (Link(t("compare"), url),))


def passage_page(place: PassageContext) -> PassagePage:
    """The page of a place."""
    stored, view = place.opened.stored, place.opened.view
    frame = view.frame
    passages, passage = place.passages, place.passages[0]
    beside = Margins(stored.reading, stored.passages)
    margin = beside.of(passage)
    calls = Calls(stored.reading.notes, stored.passages)
    refs = [ref for one in passages for ref in beside.of(one).refs]
    called = dict.fromkeys(ref.note for ref in refs if ref.note is not None)
    first, last = stored.passages.index(passage), stored.passages.index(passages[-1])
    document, section = describe_in(view, stored.record), _section(stored, passage, view)
    permalink = frame.urls.permalink(str(place.address), place.quotation)
    return PassagePage(
        status=410 if place.opened.answer.status == "gone" else 200,
        document=document,
        handle=handle(passage, margin.lines, view),
        address=str(place.address),
        permalink=permalink,
        canonical=frame.urls.permalink(str(place.opened.answer.address)),
        coordinate=format_coordinate(coordinate(stored.reading, stored.passages, passage), frame.language),
        kind=kind_name(passage, frame),
        label=margin.label,
        section=section if section is None or section.text != margin.caption else None,
        shown=tuple(_shown(stored, one, beside.of(one), calls, place) for one in passages),
        quoting=place.quotation is not None,
        told=place.told,
        change=place.change,
        when=_when(place.opened.answer, frame),
        history=frame.urls.history(stored.record.id) if place.change or place.address.revision else None,
        caption=margin.caption,
        notes=tuple(note_view(stored, view, stored.reading.notes[n], calls.passages.get(n)) for n in called),
        open_labels=tuple(
            dict.fromkeys(ref.label for ref in refs if ref.note is None and not calls.printed(ref.label))
        ),
        sources=sources(stored.reading.notes[passage.note], frame) if passage.note is not None else (),
        callers=tuple(_caller(caller, beside.of(caller), view) for caller in margin.callers),
        in_document=frame.urls.document(
            passage.document, passage.id, revision=view.revision, quotation=place.quotation
        ),
        quotation=f"{_copied(place)}\n{document.title}\n{permalink}",
        previous=_neighbour(stored.passages[first - 1], frame) if first else None,
        following=_neighbour(stored.passages[last + 1], frame) if last + 1 < len(stored.passages) else None,
    )


def _when(answer: Resolution, frame: Frame) -> str | None:
    """The day of the change, and whose it was."""
    if answer.changed is None:
        return None
    return frame.t(f"changed-{answer.changed.cause}", date=format_date(answer.changed.since, frame.language))


def _copied(place: PassageContext) -> str:
    """The quoted words, or the whole passage."""
    whole = {passage.id: (0, len(passage.text)) for passage in place.passages}
    return "\n".join(passage.text[slice(*(place.marks or whole)[passage.id])] for passage in place.passages)


def _shown(stored: StoredDocument, passage: Passage, margin: Margin, calls: Calls, place: PassageContext) -> Shown:
    view = place.opened.view
    marks = [place.marks[passage.id]] if place.marks and passage.id in place.marks else []
    inserts = [Insert(ref.offset, _mark(ref.label, ref.note, calls, view.frame)) for ref in margin.refs]
    html = weave(passage.text, marks, inserts, strong=_run_in(stored, passage))
    return Shown(handle(passage, margin.lines, view), kind_name(passage, view.frame), html, cells(margin, marks))


def _mark(label: str, note: int | None, calls: Calls, frame: Frame) -> Markup:
    """A note reference on the passage's own page leads to the note as printed below it."""
    if note is None or note not in calls.passages:
        return calls.open(label, frame)
    return Markup('<sup class="noteref"><a role="doc-noteref" href="#{}" aria-label="{}">{}</a></sup>').format(
        anchor(calls.passages[note].id), frame.t("note-n", n=label), label
    )


def _run_in(stored: StoredDocument, passage: Passage) -> int:
    return 0 if passage.block is None or passage.row is not None else stored.reading.blocks[passage.block].run_in or 0


def _section(stored: StoredDocument, passage: Passage, view: View) -> Link | None:
    """The heading that the passage stands under."""
    for ordinal in reversed(passage.context):
        above = stored.passages[ordinal]
        if above.block is not None and above.kind.value != "title":
            return Link(above.text, view.open_at(passage.document, above.id))
    return None


def _caller(caller: Passage, margin: Margin, view: View) -> Caller:
    inserts = [Insert(ref.offset, Markup("<sup>{}</sup>").format(ref.label)) for ref in margin.refs]
    url = view.open_at(caller.document, caller.id)
    return Caller(weave(caller.text, inserts=inserts), url, kind_name(caller, view.frame))


def _neighbour(passage: Passage, frame: Frame) -> Neighbour:
    url = frame.urls.passage(str(passage.address))
    return Neighbour(kind_name(passage, frame), shorten(passage.text, NEIGHBOUR), url)
