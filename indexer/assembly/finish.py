"""What binds the parts of a document together? The one end of reading, whatever it was read from.

Every reader gives its blocks in reading order and its notes with their texts. Here blocks learn their headings and
captions, notes what they cite and which note their Ibid. means, and what is doubtful about all of them is said.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from archive.citing import Outlets, resolve_ibid
from archive.model import Block, BlockKind, Document, Line, Metadata, Note, NoteRef, Problem
from indexer.assembly.doubt import doubtful
from indexer.citations import find_citations, unread_source
from indexer.lines import LOST_SPACE, ends_sentence, is_figure_caption, legend

INSTEAD = {"doubtful-columns": "columns-interleaved"}  # said of a place, so that it need not be said of the whole
LEGENDS = (BlockKind.SOURCE, BlockKind.REMARK)  # stand under a table or figure


def finish(
    metadata: Metadata,
    blocks: Sequence[Block],
    notes: Sequence[Note],
    lines: Sequence[Line],
    problems: Sequence[Problem] = (),
    *,
    outlets: Outlets,
    scattered: bool = False,
) -> Document:
    """The document. `problems` are those that the reader met on the way; `outlets` are those that notes may name.

    `scattered`: captions may stand some blocks away from their tables, as in text that was taken out of a PDF file.
    """
    bound = _under_headings(_under_scattered_captions(blocks) if scattered else _under_captions(blocks))
    cited = resolve_ibid([replace(note, citations=find_citations(note.text, outlets)) for note in notes])
    found = (
        *problems,
        *_of_notes(cited, bound),
        *_of_sources(cited),
        *_of_captions(bound),
        *_of_seams(bound),
        *_of_the_end(bound),
    )
    named = {problem.code for problem in found}
    found += tuple(one for one in doubtful(bound, cited, lines) if INSTEAD.get(one.code) not in named)
    ordered = sorted(found, key=lambda problem: (problem.lines or (0, 0), problem.code))
    return Document(metadata, tuple(bound), cited, tuple(lines), tuple(ordered))


# What blocks belong to


def _under_headings(blocks: Sequence[Block]) -> list[Block]:
    """Each block learns the nearest heading above it; the title is over none of them."""
    under: list[Block] = []
    heading: int | None = None
    for i, block in enumerate(blocks):
        heading = None if block.kind is BlockKind.TITLE else heading
        under.append(replace(block, heading=heading))
        heading = i if block.kind is BlockKind.HEADING else heading
    return under


def _under_captions(blocks: Sequence[Block]) -> list[Block]:
    """Tables, sources and remarks learn their caption: the one right above, or for a table right below."""
    bound = list(blocks)
    caption: int | None = None  # the last, while its table may follow
    under: int | None = None  # that of the table or figure just above
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.CAPTION:
            taken = i > 0 and bound[i - 1].caption == i
            caption, under = caption if taken else i, i
        elif block.kind is BlockKind.TABLE:
            below = i + 1 if i + 1 < len(blocks) and blocks[i + 1].kind is BlockKind.CAPTION else None
            own = caption if caption is not None else below
            bound[i] = replace(block, caption=own)
            caption, under = None, own
        elif block.kind in LEGENDS:
            bound[i] = replace(block, caption=under)
        elif block.kind is not BlockKind.PAGE_HEAD:  # a page may end between a caption and its table
            caption = under = None
    return bound


# Blocks between a caption and its table: extraction may put the notes of a page before the page's table.
REACH = 12
NEAR = 3  # blocks between a caption and the source or remark under its table


def _under_scattered_captions(blocks: Sequence[Block]) -> list[Block]:
    """The same where other blocks may stand between: the first caption whose table has not come yet."""
    bound = list(blocks)
    last: int | None = None
    waiting: list[int] = []  # captions of tables whose table has not come yet
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.CAPTION:
            last = i
            if not is_figure_caption(block.text) and not (i > 0 and bound[i - 1].caption == i):
                waiting.append(i)
        elif block.kind in LEGENDS:
            bound[i] = replace(block, caption=last if last is not None and i - last <= NEAR else None)
        elif block.kind is BlockKind.TABLE:
            waiting = [c for c in waiting if i - c <= REACH]
            below = i + 1 < len(blocks) and blocks[i + 1].kind is BlockKind.CAPTION
            own = waiting.pop(0) if waiting else None
            last = last if own is None else own
            bound[i] = replace(block, caption=own if own is not None else i + 1 if below else None)
    return bound


# What is doubtful


def _of_notes(notes: Sequence[Note], blocks: Sequence[Block]) -> Iterator[Problem]:
    """Marks that lead to no note; notes printed twice, missing between others, never called."""
    called = {ref.note for block in blocks for ref in block.refs}
    opened = {ref.label for block in blocks for ref in block.refs if ref.note is None}
    seen: dict[str, Note] = {}
    for position, note in enumerate(notes):
        if note.label in seen:
            yield Problem("label-twice", note.lines, (note.label,))
        if position not in called and note.label not in opened:
            yield Problem("note-uncalled", note.lines, (note.label,))
        seen.setdefault(note.label, note)
    for block in blocks:
        rows = block.table.rows if block.table is not None and block.refs else ()
        ends = list(accumulate(len(row.text) + 1 for row in rows))
        for ref in block.refs:
            if ref.note is None:
                line, said = _line_of(block, ref, ends), (ref.label,)
                ambiguous, open_ = Problem("ref-ambiguous", (line, line), said), Problem("ref-open", (line, line), said)
                yield ambiguous if ref.label in seen else open_
    numbered = {int(label): note for label, note in seen.items() if label.isdecimal()}
    for a, b in pairwise(sorted(numbered)):
        if b > a + 1:
            line = numbered[b].lines[0]
            yield Problem("note-gap", (line, line), (str(a + 1) if b == a + 2 else f"{a + 1}–{b - 1}",))


SHOWN = 60  # code points of a note that show which it is


def _of_sources(notes: Sequence[Note]) -> Iterator[Problem]:
    """Notes that look like references and were not read."""
    for note in notes:
        if not note.citations and note.same_as is None and unread_source(note.text):
            shown = note.text if len(note.text) <= SHOWN else f"{note.text[:SHOWN]}…"
            yield Problem("source-unread", note.lines, (note.label, shown))


def _line_of(block: Block, ref: NoteRef, ends: Sequence[int]) -> int:
    """The printed line that a mark stands in; `ends`: where the rows of a table end in its text."""
    if block.table is not None:
        at = bisect_right(ends, ref.offset)
        return block.table.rows[at].lines[0] if at < len(ends) else block.lines[0]
    at = bisect_left(block.seams, max(ref.offset, 1), key=lambda seam: seam.offset)
    return block.seams[at - 1].line if at else block.lines[0]


def _of_captions(blocks: Sequence[Block]) -> Iterator[Problem]:
    """A figure of which only the caption is there, a caption without its table."""
    tables = {block.caption for block in blocks if block.kind is BlockKind.TABLE}
    tables |= {i - 1 for i in tables if i and blocks[i - 1].kind is BlockKind.CAPTION}  # said in two languages
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.CAPTION and is_figure_caption(block.text):
            yield Problem("figure-caption-only", block.lines, (block.text,))
        elif block.kind is BlockKind.CAPTION and i not in tables and legend(block.text) is BlockKind.CAPTION:
            yield Problem("table-missing", block.lines, (block.text,))


def _of_seams(blocks: Sequence[Block]) -> Iterator[Problem]:
    for block in blocks:
        for seam in block.seams:
            if seam.why == LOST_SPACE:
                left = block.text[max(0, seam.offset - 10) : seam.offset]
                right = block.text[seam.offset : seam.offset + 10]
                yield Problem("join-doubtful", (seam.line, seam.line), (f"{left}|{right}",))


_AFTER_TEXT = (BlockKind.PAGE_HEAD, BlockKind.END_MARK, BlockKind.DATE, BlockKind.BYLINE)
_TEXT = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DISCLAIMER)
_BROKEN_OFF = re.compile(r"(?:[,;:·\-–(“‘「『]|으며|하고|으로서|로서|[은는을를의와과])$")


def _of_the_end(blocks: Sequence[Block]) -> Iterator[Problem]:
    """A text that breaks off."""
    last = next((block for block in reversed(blocks) if block.kind not in _AFTER_TEXT), None)
    if last and last.kind in _TEXT and not ends_sentence(last.text) and _BROKEN_OFF.search(last.text):
        yield Problem("text-cut", last.lines, (last.text[-20:],))
