"""What was read of a text, in lines that a person can compare: kind, marker, words, and where each mark leads."""

from archive.citing.outlets import builtin
from archive.model import Block, BlockKind, Document
from indexer.assembly.printed import read_printed
from indexer.readers.text import read


def document(text: str) -> Document:
    return read_printed(read(text.encode(), "보기.txt").lines, builtin())


def marked(block: Block, found: Document) -> str:
    """The text of a block with its marks: [1: the first word of its note], [1: ?] for one that is open."""
    text = block.text
    for ref in sorted(block.refs, key=lambda ref: -ref.offset):
        note = "?" if ref.note is None else found.notes[ref.note].text.split(" ")[0].rstrip(",")
        text = f"{text[: ref.offset]}[{ref.label}: {note}]{text[ref.offset :]}"
    return text


def outline(found: Document) -> list[str]:
    """Each block in a line: its kind, its marker, its text with its marks."""
    return [
        f"{block.kind}{f' {block.marker}' if block.marker else ''}: {marked(block, found)}" for block in found.blocks
    ]


def calls(found: Document) -> list[str]:
    """All marks in order, each with the first word of the note it leads to, or ?."""
    leads = [(ref.label, ref.note) for block in found.blocks for ref in block.refs]
    return [f"{label}: {'?' if n is None else found.notes[n].text.split(' ')[0].rstrip(',')}" for label, n in leads]


def of_kind(found: Document, kind: BlockKind) -> list[str]:
    return [block.text for block in found.blocks if block.kind is kind]


def doubts(found: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(problem.code, problem.values) for problem in found.problems]
