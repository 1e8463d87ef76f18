"""What is shown at a passage's own address? The passage with its document, its neighbours, its notes and its lines."""

from collections.abc import Iterable

from markupsafe import Markup

from archive.document import Line, Lines, Seam
from archive.errors import NotFound
from archive.passage import Passage
from archive.store.records import StoredDocument
from webapp.catalogue import describe, handle, kind_name
from webapp.frame import Frame
from webapp.margins import Margin, margins
from webapp.marking import Insert, shorten, weave
from webapp.noteview import OPEN, Calls, note_view, sources
from webapp.pages import Caller, LinesPage, Link, Neighbour, PassagePage, PrintedLine
from webapp.results import cells
from webapp.urls import anchor, line_anchor

NEIGHBOUR = 90  # characters shown of the passage before or after
AROUND = 3  # printed lines shown before and after those of a passage


def passage_page(stored: StoredDocument, passage: Passage, frame: Frame) -> PassagePage:
    """The page of a passage."""
    beside = margins(stored)
    margin = beside[passage.key]
    calls = Calls(stored.reading.notes, stored.passages)
    inserts = [Insert(ref.offset, _mark(ref.label, ref.note, calls, frame)) for ref in margin.refs]
    called = dict.fromkeys(p for ref in margin.refs if ref.note and (p := calls.position(ref.note)) is not None)
    place = stored.passages.index(passage)
    document = describe(stored.record, frame)
    grip = handle(passage, margin.lines, frame)
    section = _section(stored, passage, frame)
    return PassagePage(
        document=document,
        handle=grip,
        kind=kind_name(passage, frame),
        label=margin.label,
        section=section if section is None or section.text != margin.caption else None,
        html=weave(passage.text, inserts=inserts, strong=_run_in(stored, passage)),
        cells=cells(margin),
        caption=margin.caption,
        notes=tuple(note_view(stored, frame, stored.reading.notes[n], calls.passages.get(n)) for n in called),
        open_labels=tuple(dict.fromkeys(ref.label for ref in margin.refs if ref.note is None)),
        sources=sources(stored.reading.notes[passage.note], frame) if passage.note is not None else (),
        callers=tuple(_caller(caller, beside[caller.key], frame) for caller in margin.callers),
        quotation=f"{passage.text}\n{document.title}\n{grip.permalink}",
        previous=_neighbour(stored.passages[place - 1], frame) if place else None,
        following=_neighbour(stored.passages[place + 1], frame) if place + 1 < len(stored.passages) else None,
    )


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
            return Link(above.text, frame.urls.document(passage.document, above.id))
    return None


def _caller(caller: Passage, margin: Margin, frame: Frame) -> Caller:
    inserts = [Insert(ref.offset, Markup("<sup>{}</sup>").format(ref.label)) for ref in margin.refs]
    url = frame.urls.document(caller.document, caller.id)
    return Caller(weave(caller.text, inserts=inserts), url, kind_name(caller, frame))


def _neighbour(passage: Passage, frame: Frame) -> Neighbour:
    url = frame.urls.passage(handle(passage, None, frame).address)
    return Neighbour(kind_name(passage, frame), shorten(passage.text, NEIGHBOUR), url)


# Printed lines


def lines_page(stored: StoredDocument, passage: Passage, frame: Frame) -> LinesPage:
    """The printed lines that a passage was read from, with a few around them.

    Raises:
        NotFound: the passage stands in the catalogue data only, and was read from no line.
    """
    margin = margins(stored)[passage.key]
    if margin.lines is None:
        raise NotFound("this title comes from the catalogue data: no printed line of the document was read as it")
    first, last = margin.lines
    shown = [line for line in stored.reading.lines if first - AROUND <= line.number <= last + AROUND]
    seams = _seams(stored, passage)
    own = {first, *(seam.line for seam in seams)} if seams and passage.row is None else set(range(first, last + 1))
    return LinesPage(
        document=describe(stored.record, frame),
        handle=handle(passage, margin.lines, frame),
        kind=kind_name(passage, frame),
        html=weave(passage.text.replace("\t", " · ")),
        lines=_lines(shown, own, seams, margin.lines, frame),
        paged=any(line.page is not None for line in shown),
        joined=bool(seams),
        file=_file(stored, frame),
    )


def all_lines_page(stored: StoredDocument, frame: Frame) -> LinesPage:
    """Every printed line of a document."""
    lines = stored.reading.lines
    seams = [seam for block in stored.reading.blocks for seam in block.seams]
    seams += [seam for note in stored.reading.notes for seam in note.seams]
    return LinesPage(
        document=describe(stored.record, frame),
        handle=None,
        kind=None,
        html=None,
        lines=_lines(lines, set(), seams, (0, 0), frame),
        paged=any(line.page is not None for line in lines),
        joined=bool(seams),
        file=_file(stored, frame),
    )


def _file(stored: StoredDocument, frame: Frame) -> Link:
    return Link(stored.record.source, frame.urls.original(stored.record.id))


def _seams(stored: StoredDocument, passage: Passage) -> tuple[Seam, ...]:
    if passage.note is not None:
        return stored.reading.notes[passage.note].seams
    if passage.block is None:
        return ()
    block = stored.reading.blocks[passage.block]
    if passage.row is None or block.table is None:
        return block.seams
    return tuple(seam for cell in block.table.rows[passage.row].seams for seam in cell)


def _lines(
    lines: Iterable[Line], own: set[int], seams: Iterable[Seam], within: Lines, frame: Frame
) -> tuple[PrintedLine, ...]:
    healed = {seam.line: seam for seam in seams}
    t = frame.t
    return tuple(
        PrintedLine(
            number=line.number,
            anchor=line_anchor(line.number),
            page=line.page,
            html=_printed(line.text),
            own=line.number in own and within[0] <= line.number <= within[1],
            join=t(f"join-{healed[line.number].join}") if line.number in healed else None,
            why=t.reason(healed[line.number].why) if line.number in healed else None,
        )
        for line in lines
    )


def _printed(text: str) -> Markup:
    """A printed line with the spaces at its edges made visible: they tell how lines join."""
    core = text.strip(" ")
    lead = len(text) - len(text.lstrip(" ")) if core else 0
    trail = len(text) - lead - len(core)
    space = Markup('<span class="space" aria-hidden="true">␣</span>')
    return space * lead + weave(core) + space * trail
