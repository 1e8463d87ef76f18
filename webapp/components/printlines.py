"""From which printed lines was a passage read, and how were they joined? The lines as they were extracted."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from archive.citing import page_label
from archive.errors import NotFound
from archive.model import Line, Margins, Passage, Seam, part_of
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
    seams, all_own = _seams(stored, passage), set(range(first, last + 1))
    own = {first, *(seam.line for seam in seams)} & all_own if seams and passage.row is None else all_own
    return replace(
        _page(stored, view, shown, seams, own),
        handle=handle(passage, margin.lines, view),
        kind=kind_name(passage, view.frame),
        html=weave(passage.text.replace("\t", " · ")),
    )


def all_lines_page(stored: StoredDocument, view: View) -> LinesPage:
    """Every printed line of a document."""
    seams = [seam for block in stored.document.blocks for seam in block.seams]
    seams += [seam for note in stored.document.notes for seam in note.seams]
    return _page(stored, view, stored.document.lines, seams)


def _page(
    stored: StoredDocument, view: View, lines: Sequence[Line], seams: Sequence[Seam], own: Collection[int] = ()
) -> LinesPage:
    return LinesPage(
        document=describe_in(view, stored.record),
        lines=_lines(lines, own, seams, view.frame, stored.document.page_labels),
        all_lines=view.frame.urls.printed(stored.record.id, revision=view.revision),
        paged=any(line.page is not None for line in lines),
        joined=bool(seams),
        file=Link(stored.record.source, view.frame.urls.original(stored.record.id, view.revision)),
    )


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
    lines: Iterable[Line], own: Collection[int], seams: Iterable[Seam], frame: Frame, labels: Sequence[str]
) -> tuple[PrintedLine, ...]:
    joined = {seam.line: seam for seam in seams}
    t = frame.t
    return tuple(
        PrintedLine(
            number=line.number,
            anchor=line_anchor(line.number),
            page=page_label(labels, line.page),
            html=_printed(line.text),
            own=line.number in own,
            join=t(f"join-{joined[line.number].join}") if line.number in joined else None,
            why=t.reason(joined[line.number].why) if line.number in joined else None,
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
