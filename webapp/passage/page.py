"""What is shown at a passage's own address? The passage with its document, its neighbours, its notes and its lines.

Where its words changed since they were cited, both stand there; where a link quotes some of them, these are marked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from archive.citing import (
    QuotedPassage,
    cited_by,
    coordinate,
    format_coordinate,
    meant_sources,
    page_label,
    page_of,
    refer,
)
from archive.history import Quotation, RelocatedQuotation, Resolution, find_quoted
from archive.model import Address, Citation, DocumentPart, Margin, Margins, Note, Passage, PassageKind, Span
from webapp.components import (
    NoteRefRenderer,
    OpenPart,
    alternates,
    change_of,
    citing_panel,
    describe_in,
    doubt_notices,
    handle,
    head_tags,
    is_elsewhere,
    kind_name,
    moved_notices,
    note_view,
    open_part,
    place_of,
    sources,
)
from webapp.dates import format_date
from webapp.search import cells
from webapp.site import Frame, Site, View
from webapp.snippets import Insert, shorten, weave
from webapp.urls import anchor
from webapp.view_models import Caller, ChangeView, Link, Neighbour, Notice, PassagePage, ShownPassage

NEIGHBOUR = 90  # characters shown of the passage before or after


@dataclass(frozen=True, slots=True)
class PassageContext:
    """What a page shows of a document: passages that follow each other, the words quoted of them, and the notices."""

    opened: OpenPart
    address: Address  # by which what is shown is cited
    notices: tuple[Notice, ...]
    change: ChangeView | None = None
    marks: Mapping[str, Span] | None = None
    quotation: Quotation | None = None


def passage_context(site: Site, frame: Frame, resolution: Resolution) -> PassageContext:
    """The passage of an address.

    Raises:
        Gone: it is withdrawn or no longer in its document.
    """
    revision, id_ = place_of(site, resolution)
    opened = open_part(site, frame, resolution, revision, [id_])
    address = resolution.address if resolution.address.revision else opened.part.shown[0].address
    if is_elsewhere(resolution):
        return PassageContext(opened, address, moved_notices(site, frame, resolution), change_of(resolution, frame))
    if resolution.status != "same":
        return PassageContext(opened, address, (), change_of(resolution, frame))
    return PassageContext(opened, address, _same_notices(opened))


def _same_notices(opened: OpenPart) -> tuple[Notice, ...]:
    resolution, frame = opened.resolution, opened.view.frame
    if not resolution.address.revision:
        return ()
    t = frame.t
    same = Notice(t("same-as-cited", date=format_date(resolution.cited.date, frame.language)), quiet=True)
    if opened.view.revision is None:
        return (same,)
    link = Link(t("to-current"), frame.urls.passage(str(resolution.current[0].address)))
    return same, Notice(t("same-but-signs"), (link,), quiet=True)


def quotation_context(site: Site, frame: Frame, resolution: Resolution, quotation: Quotation | None) -> PassageContext:
    """The passages of a quotation, with exactly its words marked.

    Where its words can be verified in no revision of the document, the passage of the address, and nothing is marked.

    Raises:
        Gone: the document is withdrawn, or the words cannot be verified and the passage is gone.
    """
    found = (
        find_quoted(site.store, resolution.address, quotation)
        if quotation and resolution.status != "withdrawn"
        else None
    )
    if found is None or quotation is None:
        context = passage_context(site, frame, resolution)
        notices = (Notice(frame.t("quote-unknown")), *context.notices)
        return PassageContext(context.opened, context.address, notices, context.change)
    marks = dict(found.spans)
    opened = open_part(site, frame, resolution, found.revision, marks)
    notices = _quotation_notices(resolution, found, frame)
    return PassageContext(opened, resolution.address, notices, None, marks, quotation)


def _quotation_notices(resolution: Resolution, found: RelocatedQuotation, frame: Frame) -> tuple[Notice, ...]:
    t, url = frame.t, frame.urls.passage(str(resolution.address))
    if found.revision is not None:
        return (Notice(t("quote-lost"), (Link(t("compare"), url),)),)
    marked = Notice(t("quote-here"), (Link(t("without-quotation"), url),), quiet=True)
    if resolution.status in ("same", "gone"):
        return (marked,)
    return marked, Notice(t(f"status-{resolution.status}"), (Link(t("compare"), url),))


def passage_page(context: PassageContext) -> PassagePage:
    """The page of a passage, or of the passages that a quotation runs over."""
    part, view, record = context.opened.part, context.opened.view, context.opened.record
    frame, passage, margins = view.frame, part.shown[0], Margins(part)
    margin = margins.of(passage)
    calls = NoteRefRenderer(part.labels, part.passages.values())
    refs = [ref for one in part.shown for ref in margins.of(one).refs]
    called = dict.fromkeys(ref.note for ref in refs if ref.note is not None)
    before, after = part.passages.get(passage.ordinal - 1), part.passages.get(part.shown[-1].ordinal + 1)
    document, section = describe_in(view, record), _section(part, view)
    permalink = frame.urls.permalink(str(context.address), context.quotation)
    reference = refer(str(context.address), record.metadata, permalink, frame.day, part, record.source)
    files = alternates(str(context.address), frame, context.quotation)
    note = part.notes[passage.note] if passage.note is not None else None
    return PassagePage(
        status=410 if context.opened.resolution.status == "gone" else 200,
        document=document,
        handle=handle(passage, margin.lines, view),
        address=str(context.address),
        saved=permalink.rpartition("/")[2],
        permalink=permalink,
        canonical=frame.urls.permalink(str(context.opened.resolution.address)),
        coordinate=format_coordinate(coordinate(part, record.source), frame.language),
        original=_original(part, context),
        kind=kind_name(passage, frame),
        label=margin.label,
        section=section if section is None or section.text != margin.caption else None,
        shown=tuple(_shown(one, margins.of(one), calls, context) for one in part.shown),
        quoting=context.quotation is not None,
        notices=(*context.notices, *doubt_notices(record.id, part.doubts, frame)),
        change=context.change,
        when=_when(context.opened.resolution, frame),
        history=frame.urls.history(record.id) if context.change or context.address.revision else None,
        caption=margin.caption,
        notes=tuple(note_view(part.notes[n], calls.passages.get(n), calls, view) for n in called),
        open_labels=tuple(
            dict.fromkeys(ref.label for ref in refs if ref.note is None and not calls.printed(ref.label))
        ),
        sources=sources(note, frame) if note else (),
        callers=tuple(_caller(caller, margins.of(caller), view) for caller in margin.callers),
        in_document=frame.urls.document(
            passage.document, passage.id, revision=view.revision, quotation=context.quotation
        ),
        citing=citing_panel(
            reference, frame, files, _words(context, margins), _cited(part, cited_by), _cited(part, meant_sources)
        ),
        head=head_tags(reference, frame, files),
        previous=_neighbour(before, frame) if before else None,
        following=_neighbour(after, frame) if after else None,
    )


def _original(part: DocumentPart, context: PassageContext) -> Link | None:
    """The original at the page on which the passage begins, if it is a PDF file."""
    view, record, page = context.opened.view, context.opened.record, page_of(part)
    if page is None or not record.source.lower().endswith(".pdf"):
        return None
    label = page_label(part.page_labels, page)
    words = view.frame.t("original-page", page=label) if label else view.frame.t("original-pdf")
    return Link(words, view.frame.urls.original_page(record.id, page, view.revision))


def _when(resolution: Resolution, frame: Frame) -> str | None:
    """The day of the change, and whose it was."""
    if resolution.changed is None or is_elsewhere(resolution):
        return None
    return frame.t(f"changed-{resolution.changed.cause}", date=format_date(resolution.changed.since, frame.language))


def _cited(
    part: DocumentPart, find: Callable[[Mapping[int, Note], int], tuple[Citation, ...]]
) -> list[tuple[str, Citation]]:
    """The sources that the passage cites, if it is a note, as printed there."""
    position = part.shown[0].note
    if position is None:
        return []
    return [(part.notes[position].text[one.start : one.end], one) for one in find(part.notes, position)]


def _words(context: PassageContext, margins: Margins) -> list[QuotedPassage]:
    """The quoted words, or the whole passage, with the numbers of their notes."""
    marks = context.marks or {}
    return [
        QuotedPassage(one.text, marks.get(one.id, (0, len(one.text))), margins.of(one).refs)
        for one in context.opened.part.shown
    ]


def _shown(passage: Passage, margin: Margin, calls: NoteRefRenderer, context: PassageContext) -> ShownPassage:
    view = context.opened.view
    marks = [context.marks[passage.id]] if context.marks and passage.id in context.marks else []
    inserts = [Insert(ref.offset, _mark(ref.label, ref.note, calls, view.frame)) for ref in margin.refs]
    html = weave(passage.text, marks, inserts, strong=_run_in(context.opened.part, passage))
    return ShownPassage(handle(passage, margin.lines, view), kind_name(passage, view.frame), html, cells(margin, marks))


def _mark(label: str, note: int | None, calls: NoteRefRenderer, frame: Frame) -> Markup:
    """A note reference on the passage's own page leads to the note as printed below it."""
    if note is None or note not in calls.passages:
        return calls.open(label, frame)
    return Markup('<sup class="noteref"><a role="doc-noteref" href="#{}" aria-label="{}">{}</a></sup>').format(
        anchor(calls.passages[note].id), frame.t("note-n", n=label), label
    )


def _run_in(part: DocumentPart, passage: Passage) -> int:
    return 0 if passage.block is None or passage.row is not None else part.blocks[passage.block].run_in or 0


def _section(part: DocumentPart, view: View) -> Link | None:
    """The heading that the first passage stands under."""
    above = [part.passages[ordinal] for ordinal in part.shown[0].context]
    heading = next((one for one in reversed(above) if one.kind is not PassageKind.TITLE), None)
    return Link(heading.text, view.open_at(heading.document, heading.id)) if heading else None


def _caller(caller: Passage, margin: Margin, view: View) -> Caller:
    inserts = [Insert(ref.offset, Markup("<sup>{}</sup>").format(ref.label)) for ref in margin.refs]
    url = view.open_at(caller.document, caller.id)
    return Caller(weave(caller.text, inserts=inserts), url, kind_name(caller, view.frame))


def _neighbour(passage: Passage, frame: Frame) -> Neighbour:
    url = frame.urls.passage(str(passage.address))
    return Neighbour(kind_name(passage, frame), shorten(passage.text, NEIGHBOUR), url)
