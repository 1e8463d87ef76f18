"""From which printed lines was a passage read, and how were they joined? The lines as they were extracted."""

from collections.abc import Iterable

from markupsafe import Markup

from archive.errors import NotFound
from archive.model import Line, Lines, Margins, Passage, Seam, part_of
from archive.store import StoredDocument
from webapp.components.catalogue import describe_in, handle, kind_name
from webapp.site import Frame, View
from webapp.snippets import weave
from webapp.urls import line_anchor
from webapp.view_models import LinesPage, Link, PrintedLine

AROUND = 3  # printed lines shown before and after those of a passage


def lines_page(stored: StoredDocument, passage: Passage, view: View) -> LinesPage:
    """The printed lines that a passage was read from, with a few around them.

    Raises:
        NotFound: the passage stands in the catalogue data only, and was read from no line.
    """
    margin = Margins(part_of(stored.document, stored.passages)).of(passage)
    if margin.lines is None:
        raise NotFound("this title comes from the catalogue data: no printed line of the document was read as it")
    first, last = margin.lines
    shown = [line for line in stored.document.lines if first - AROUND <= line.number <= last + AROUND]
    seams = _seams(stored, passage)
    own = {first, *(seam.line for seam in seams)} if seams and passage.row is None else set(range(first, last + 1))
    return LinesPage(
        document=describe_in(view, stored.record),
        handle=handle(passage, margin.lines, view),
        kind=kind_name(passage, view.frame),
        html=weave(passage.text.replace("\t", " · ")),
        lines=_lines(shown, own, seams, margin.lines, view.frame),
        all_lines=_all_lines(stored, view),
        paged=any(line.page is not None for line in shown),
        joined=bool(seams),
        file=_file(stored, view),
    )


def all_lines_page(stored: StoredDocument, view: View) -> LinesPage:
    """Every printed line of a document."""
    lines = stored.document.lines
    seams = [seam for block in stored.document.blocks for seam in block.seams]
    seams += [seam for note in stored.document.notes for seam in note.seams]
    return LinesPage(
        document=describe_in(view, stored.record),
        handle=None,
        kind=None,
        html=None,
        lines=_lines(lines, set(), seams, (0, 0), view.frame),
        all_lines=_all_lines(stored, view),
        paged=any(line.page is not None for line in lines),
        joined=bool(seams),
        file=_file(stored, view),
    )


def _file(stored: StoredDocument, view: View) -> Link:
    return Link(stored.record.source, view.frame.urls.original(stored.record.id, view.revision))


def _all_lines(stored: StoredDocument, view: View) -> str:
    return view.frame.urls.printed(stored.record.id, revision=view.revision)


def _seams(stored: StoredDocument, passage: Passage) -> tuple[Seam, ...]:
    if passage.note is not None:
        return stored.document.notes[passage.note].seams
    if passage.block is None:
        return ()
    block = stored.document.blocks[passage.block]
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
