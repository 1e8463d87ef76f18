"""What does another program get to read? A document as JSON: metadata, blocks and notes.

Identity is not made here: the caller names the document and its blocks.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from archive.model import Block, Document, Note, NoteRef

Json = dict[str, Any]  # the rim: this is what json.dumps takes


def by_position(position: int) -> str:
    """Block ids for a document that has none yet."""
    return f"b{position + 1}"


def export(document: Document, *, id: str, block_id: Callable[[int], str] = by_position) -> Json:
    """The document as plain values; `block_id` gives the id of the block at a position."""
    return {
        "id": id,
        "metadata": _metadata(document),
        "page_labels": list(document.page_labels),
        "blocks": [_block(document, i, block_id) for i in range(len(document.blocks))],
        "notes": [_note(note, document.notes) for note in document.notes],
        "problems": [
            {"code": p.code, "lines": list(p.lines) if p.lines else None, "values": list(p.values)}
            for p in document.problems
        ],
    }


def _metadata(document: Document) -> Json:
    known = asdict(document.metadata)
    return {key: list(value) if isinstance(value, tuple) else value for key, value in known.items()}


def _block(document: Document, position: int, block_id: Callable[[int], str]) -> Json:
    block = document.blocks[position]
    heading = document.blocks[block.heading].text if block.heading is not None else None
    found: Json = {
        "id": block_id(position),
        "kind": str(block.kind),
        "text": block.text,
        "heading": heading,
        "lines": list(block.lines),
        "page": block.page,
        "level": block.level,
        "marker": block.marker,
        "depth": block.depth,
        "run_in": block.run_in,
        "caption": block_id(block.caption) if block.caption is not None else None,
        "refs": [_ref(ref, document.notes) for ref in block.refs],
        "seams": [asdict(seam) for seam in block.seams],
    }
    return found | _table(block)


def _table(block: Block) -> Json:
    if block.table is None:
        return {}
    table = block.table
    return {
        "columns": list(table.columns),
        "rows": [list(row.cells) for row in table.rows],
        "row_texts": [row.text for row in table.rows],
        "row_lines": [list(row.lines) for row in table.rows],
        "merges": [asdict(merge) for merge in table.merges],
    }


def _ref(ref: NoteRef, notes: Sequence[Note]) -> Json:
    named = _pointed("note", ref.note, notes)
    return {"label": ref.label, "offset": ref.offset, **named, "printed": ref.printed}


def _pointed(name: str, position: int | None, notes: Sequence[Note]) -> Json:
    """A note that another value means: its label, which two notes may share, and its position, which is its own."""
    return {name: None if position is None else notes[position].label, f"{name}_position": position}


def _note(note: Note, notes: Sequence[Note]) -> Json:
    return {
        "label": note.label,
        "text": note.text,
        "lines": list(note.lines),
        "page": note.page,
        **_pointed("same_as", note.same_as, notes),
        "citations": [asdict(citation) for citation in note.citations],
        "seams": [asdict(seam) for seam in note.seams],
    }
