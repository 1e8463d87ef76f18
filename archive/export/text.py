"""How does a document look on paper? Plain text to be compared with the print, which reads well in a diff.

Under a text stand the words that were healed at line ends ("물|동량", the bar where the line broke) and every other
join that a rule or the model decided; a join that the printed space decided shows in the text itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from archive.model import Block, Citation, Document, Note, Seam, message


def as_text(document: Document) -> Iterator[str]:
    """The lines of a rendering: metadata, blocks, notes, problems. References stand in the text as [^7].

    The heading over a block is the nearest above it.
    """
    for field in fields(document.metadata):
        value = getattr(document.metadata, field.name)
        if value:
            yield f"{field.name}: {'; '.join(value) if isinstance(value, tuple) else value}"
    for block in document.blocks:
        yield ""
        yield from _block(document, block)
    if document.notes:
        yield ""
        yield "== notes"
    for note in document.notes:
        yield from _note(document, note)
    if document.problems:
        yield ""
        yield "== problems"
    for problem in document.problems:
        place = _lines(problem.lines) if problem.lines else "-"
        yield f"{place} {problem.code}: {message(problem, 'en')}"


SAID_BY_PRINT = frozenset(("trailing space", "leading space", "line break of the page"))


def _lines(lines: tuple[int, int]) -> str:
    return f"{lines[0]}" if lines[0] == lines[1] else f"{lines[0]}-{lines[1]}"


def _block(document: Document, block: Block) -> Iterator[str]:
    known = {
        "lines": _lines(block.lines),
        "page": block.page,
        "level": block.level,
        "marker": block.marker and f"{block.marker} depth {block.depth}",
        "run-in": None if block.run_in is None else repr(block.text[: block.run_in]),
        "caption": None if block.caption is None else repr(document.blocks[block.caption].text),
        "marks": " ".join(ref.printed for ref in block.refs) or None,
    }
    yield f"-- {block.kind} ({', '.join(f'{name} {value}' for name, value in known.items() if value is not None)})"
    if block.table is not None:
        yield from _table(block)
    else:
        yield marked(block)
        yield from _joined(block.text, block.seams)


def _joined(text: str, seams: Sequence[Seam]) -> Iterator[str]:
    """The words made of two printed lines, and where something else than the printed space decided, why."""
    shown = []
    for seam in seams:
        glued = seam.join == "glue"
        if glued or seam.why not in SAID_BY_PRINT:
            why = "" if seam.why in SAID_BY_PRINT else f" ({seam.why})"
            left, right = text[: seam.offset].rstrip().split(" ")[-1], text[seam.offset :].split(" ")[0]
            shown.append(f"{left}{'|' if glued else ' | '}{right}{why}")
    if shown:
        yield f"   healed: {', '.join(shown)}"


def marked(block: Block) -> str:
    """The text of a block with its note references as [^7]; [^7?] where it leads to no note."""
    text = block.text
    for ref in reversed(block.refs):
        mark = f"[^{ref.label}]" if ref.note is not None else f"[^{ref.label}?]"
        text = text[: ref.offset] + mark + text[ref.offset :]
    return text


def _table(block: Block) -> Iterator[str]:
    assert block.table is not None
    if block.table.columns:
        yield " | ".join(block.table.columns)
    for row in block.table.rows:
        yield f"{_lines(row.lines)}: " + " | ".join(cell.replace("\n", " // ") for cell in row.cells)
        for cell, seams in zip(row.cells, row.seams, strict=False):
            yield from _joined(cell.replace("\n", " "), seams)
    for merge in block.table.merges:
        yield f"(row {merge.row + 1}, column {merge.column + 1} spans {merge.rows} rows, {merge.columns} columns)"


def _note(document: Document, note: Note) -> Iterator[str]:
    same = f", same as {document.notes[note.same_as].label}" if note.same_as is not None else ""
    page = f", page {note.page}" if note.page is not None else ""
    yield f"[^{note.label}] (lines {_lines(note.lines)}{page}{same}) {note.text}"
    yield from _joined(note.text, note.seams)
    for citation in note.citations:
        yield "    " + _citation(citation)


def _citation(citation: Citation) -> str:
    parts = []
    for field in fields(citation):
        value = getattr(citation, field.name)
        if field.name not in ("start", "end") and value is not None:
            parts.append(f"{field.name}={value!r}")
    return f"cites {citation.start}-{citation.end}: " + ", ".join(parts)
