"""How is a whole document laid out on its page? Blocks in their order, tables with their captions, notes at the end."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from markupsafe import Markup, escape

from archive.citing import refer
from archive.model import Block, BlockKind, NoteRef, Passage, PassageKind, Row, Seam, Span, cell_starts, row_refs
from archive.store import DocumentRecord, StoredDocument
from webapp.components import (
    NoteRefRenderer,
    alternates,
    citing_panel,
    describe,
    describe_in,
    doubt_notices,
    handle,
    head_tags,
    note_views,
)
from webapp.site import Frame, View
from webapp.snippets import Insert, weave, within
from webapp.urls import anchor
from webapp.view_models import (
    CellView,
    ContentsEntry,
    DocumentPage,
    Figure,
    Finder,
    Front,
    Items,
    Link,
    Notice,
    Part,
    Prose,
    RestingDocument,
    TableRow,
    TableView,
)

LEGENDS = (BlockKind.SOURCE, BlockKind.REMARK)
TRACES = (BlockKind.PAGE_HEAD,)  # shown only with the traces of print
FRONT = (BlockKind.SERIES, BlockKind.BYLINE, BlockKind.DATE)
NUMBER = re.compile(
    r"[-–−+△▲▽▼]?\s?\d+(?:[.,]\d+)*\s?(?:%p?|‰)?"
)  # as cells print it, slips and all: △1,234.5, 1.243.0
NO_NUMBER = frozenset({"", "-", "–", "—", "…"})  # a cell that says that there is none
DEEPEST = 6  # headings in HTML end at h6; items are indented no further


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """How a document is to be shown: the passage to mark as chosen, the words that are marked, the traces of print."""

    chosen: str | None = None
    traces: bool = False
    marks: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    finder: Finder | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A document being laid out: where its passages are, and how it is to be shown."""

    stored: StoredDocument
    view: View
    calls: NoteRefRenderer
    of_block: dict[int, Passage]
    of_row: dict[tuple[int, int], Passage]
    levels: dict[int, int]
    options: DisplayOptions

    @property
    def frame(self) -> Frame:
        return self.view.frame


@dataclass(frozen=True, slots=True)
class Related:
    """What belongs to a document without standing in it. `original` is what it is a translation of."""

    original: DocumentRecord | None = None
    forms: tuple[tuple[str, str], ...] = ()  # name and digest of other files that hold it
    revisions: int = 1
    notices: tuple[Notice, ...] = ()
    sources: int = 0  # that its notes cite
    sharing: tuple[tuple[DocumentRecord, int], ...] = ()  # documents that cite several of them, and how many


def document_page(stored: StoredDocument, view: View, options: DisplayOptions, related: Related) -> DocumentPage:
    """The page of a document."""
    of_block = {p.block: p for p in stored.passages if p.block is not None and p.row is None}
    of_row = {(p.block, p.row): p for p in stored.passages if p.block is not None and p.row is not None}
    labels = [note.label for note in stored.document.notes]
    calls, levels = NoteRefRenderer(labels, stored.passages), _levels(stored.document.blocks)
    layout = Layout(stored, view, calls, of_block, of_row, levels, options)
    parts = tuple(_parts(layout))  # first: notes need to know where they were called
    record, above_notes = stored.record, _above_notes(layout)
    title = next((p for p in stored.passages if p.kind is PassageKind.TITLE), None)
    problems, frame, revision = len(stored.document.problems), view.frame, view.revision
    address = f"{record.id}@{revision}" if revision else record.id
    reference = refer(address, record.metadata, frame.urls.permalink(address), frame.day)
    files = alternates(address, frame)
    return DocumentPage(
        document=describe_in(view, record, related.original),
        title=_title(layout, title) if title else None,
        permalink=frame.urls.permalink(address),
        contents=_contents(layout),
        parts=parts,
        notes_heading=_prose(layout, above_notes) if above_notes is not None else None,
        notes=note_views(stored, view, layout.calls, options.chosen, options.marks),
        open_labels=tuple(layout.calls.open_labels),
        file=Link(_file_name(record), frame.urls.original(record.id, revision)),
        forms=tuple(Link(name, frame.urls.form(record.id, digest)) for name, digest in related.forms),
        printed=frame.urls.printed(record.id, revision=revision),
        traces=options.traces,
        traces_url=frame.urls.document(record.id, options.chosen, traces=not options.traces, revision=revision),
        problems=Link(frame.t.count("doubts", problems), frame.urls.problems(record.id)) if problems else None,
        history=frame.urls.history(record.id) if related.revisions > 1 else None,
        sources=_sources(related.sources, record, frame),
        sharing=tuple(
            RestingDocument(describe(other, frame), frame.t.count("shares-n", n)) for other, n in related.sharing
        ),
        notices=(*related.notices, *doubt_notices(record.id, stored.document.problems, frame)),
        citing=citing_panel(reference, frame, files),
        head=head_tags(reference, frame, files, _pdf(record, view)),
        finder=options.finder,
    )


def _sources(count: int, record: DocumentRecord, frame: Frame) -> Link | None:
    url = frame.urls.sources(kept={"document": record.id})
    return Link(frame.t.count("sources-of-document", count), url) if count else None


def _pdf(record: DocumentRecord, view: View) -> str | None:
    """The original, if it is a PDF file."""
    is_pdf = record.source.casefold().endswith(".pdf")
    return view.frame.urls.whole_original(record.id, view.revision) if is_pdf else None


def _file_name(record: DocumentRecord) -> str:
    return record.path.rpartition("/")[2].rpartition("\\")[2] or record.source


def _parts(layout: Layout) -> Iterator[Part]:
    blocks = layout.stored.document.blocks
    bound = _figures(blocks)
    above_notes = _above_notes(layout)
    shown = [position for position, block in enumerate(blocks) if _shown(layout, block) and position != above_notes]
    for form, group in groupby(shown, lambda position: _FORMS.get(blocks[position].kind)):
        if form is not None:
            yield form(tuple(_prose(layout, position) for position in group))
            continue
        for position in group:
            if position not in bound:
                yield _prose(layout, position)
            elif bound[position]:
                yield _figure(layout, bound[position])


_FORMS: dict[BlockKind, type[Items] | type[Front]] = {BlockKind.ITEM: Items, **dict.fromkeys(FRONT, Front)}


def _above_notes(layout: Layout) -> int | None:
    """The heading that the document prints above its notes: its last, with nothing but the notes below."""
    blocks = layout.stored.document.blocks
    last = next((p for p in reversed(range(len(blocks))) if blocks[p].kind not in (*TRACES, BlockKind.END_MARK)), None)
    return (
        last if last is not None and blocks[last].kind is BlockKind.HEADING and layout.stored.document.notes else None
    )


def _shown(layout: Layout, block: Block) -> bool:
    """Page heads are traces of print; the title stands at the head of the page already."""
    if block.kind is BlockKind.TITLE:
        return block.text != layout.stored.record.metadata.title
    return block.kind not in TRACES or layout.options.traces


def _figures(blocks: tuple[Block, ...]) -> dict[int, tuple[int, ...]]:
    """The blocks that stand together in a figure: all of them at its first block, none at its others."""
    groups: dict[int, list[int]] = {}
    for position, block in enumerate(blocks):
        if block.kind is BlockKind.TABLE or block.kind in LEGENDS:
            own = block.caption if block.caption is not None else position
            groups.setdefault(own, []).append(position)
        elif block.kind is BlockKind.CAPTION:
            groups.setdefault(position, []).append(position)
    bound: dict[int, tuple[int, ...]] = {}
    for members in groups.values():
        bound.update(dict.fromkeys(members, ()))
        bound[min(members)] = tuple(sorted(members))
    return bound


def _figure(layout: Layout, members: tuple[int, ...]) -> Figure:
    blocks = layout.stored.document.blocks
    caption = next((m for m in members if blocks[m].kind is BlockKind.CAPTION), None)
    return Figure(
        _prose(layout, caption) if caption is not None else None,
        tuple(_table(layout, m) for m in members if blocks[m].table is not None),
        tuple(_prose(layout, m) for m in members if blocks[m].kind in LEGENDS),
    )


def _prose(layout: Layout, position: int) -> Prose:
    block = layout.stored.document.blocks[position]
    passage = layout.of_block.get(position)
    inserts = [*_refs(layout, block.refs), *(_seams(layout, block.seams) if layout.options.traces else ())]
    marks = _marks(layout, passage)
    return Prose(
        kind=block.kind.value,
        html=weave(block.text, marks, sorted(inserts, key=lambda i: i.offset), strong=block.run_in or 0),
        handle=handle(passage, block.lines, layout.view) if passage else None,
        level=layout.levels.get(position, 2),
        depth=min(block.depth or 1, DEEPEST) if block.kind is BlockKind.ITEM else 0,
        marker=block.marker,
        chosen=passage is not None and passage.id == layout.options.chosen,
    )


def _title(layout: Layout, title: Passage) -> Prose:
    """The title, which may stand in the catalogue data only."""
    lines = layout.stored.document.blocks[title.block].lines if title.block is not None else None
    return Prose(
        kind=title.kind.value,
        html=weave(title.text, _marks(layout, title)),
        handle=handle(title, lines, layout.view),
        chosen=title.id == layout.options.chosen,
    )


def _marks(layout: Layout, passage: Passage | None) -> Sequence[Span]:
    """The words of a passage that are quoted, or that were sought."""
    return layout.options.marks.get(passage.id, ()) if passage else ()


def _levels(blocks: tuple[Block, ...]) -> dict[int, int]:
    """The HTML level of each heading: h2 the highest, none skipped on the way down."""
    levels: dict[int, int] = {}
    open_levels: list[int] = []
    for position, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            level = block.level or 1
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
            levels[position] = min(1 + len(open_levels), DEEPEST)
    return levels


def _contents(layout: Layout) -> tuple[ContentsEntry, ...]:
    blocks = layout.stored.document.blocks
    entries = [
        ContentsEntry(blocks[position].text, f"#{anchor(layout.of_block[position].id)}", level)
        for position, level in layout.levels.items()
        if position in layout.of_block
    ]
    return tuple(entries) if len(entries) > 1 else ()


# Marks in the text


def _refs(layout: Layout, refs: tuple[NoteRef, ...]) -> list[Insert]:
    return [Insert(ref.offset, layout.calls.mark(ref, layout.frame)) for ref in refs]


def _seams(layout: Layout, seams: tuple[Seam, ...]) -> list[Insert]:
    """Where printed lines were joined, for readers who wish to see it."""
    t = layout.frame.t
    return [
        Insert(
            seam.offset,
            Markup('<span class="seam" title="{}"><span class="unseen">{}</span></span>').format(
                t("seam-title", line=seam.line, join=t(f"join-{seam.join}"), why=t.reason(seam.why)),
                t("seam-spoken", line=seam.line),
            ),
        )
        for seam in seams
    ]


# Tables


def _table(layout: Layout, position: int) -> TableView:
    block = layout.stored.document.blocks[position]
    assert block.table is not None
    table = block.table
    spans = {(merge.row, merge.column): merge for merge in table.merges}
    covered = {
        (row, column)
        for merge in table.merges
        for row in range(merge.row, merge.row + merge.rows)
        for column in range(merge.column, merge.column + merge.columns)
    } - set(spans)

    numbers = _number_columns(table.rows)

    def cell(row: int, column: int, html: Markup, at: int | None = None) -> CellView:
        merge = spans.get((row, column))
        span = (merge.rows, merge.columns) if merge else (1, 1)
        return CellView(None, html, *span, at, column in numbers)

    heads = tuple(cell(-1, i, escape(text)) for i, text in enumerate(table.columns) if (-1, i) not in covered)
    rows = []
    for index, (row, refs) in enumerate(zip(table.rows, row_refs(block), strict=True)):
        passage = layout.of_row.get((position, index))
        html, starts = _cells(layout, row, refs, _marks(layout, passage)), dict(cell_starts(row))
        shown = tuple(
            cell(index, column, html[column], starts.get(column))
            for column in range(len(row.cells))
            if (index, column) not in covered
        )
        chosen = passage is not None and passage.id == layout.options.chosen
        rows.append(TableRow(shown, handle(passage, row.lines, layout.view) if passage else None, chosen))
    return TableView(heads, tuple(rows))


def _number_columns(rows: Sequence[Row]) -> set[int]:
    """The columns that hold numbers and nothing else; the first names the rows, if by years."""
    columns: dict[int, set[str]] = {}
    for row in rows:
        for column, text in enumerate(row.cells[1:], start=1):
            columns.setdefault(column, set()).add(text.strip())
    return {
        column
        for column, texts in columns.items()
        if texts - NO_NUMBER and all(NUMBER.fullmatch(text) for text in texts - NO_NUMBER)
    }


def _cells(layout: Layout, row: Row, refs: Sequence[NoteRef], marks: Sequence[Span]) -> list[Markup]:
    """The cells of a row as HTML; a note reference falls to the cell in whose text it stood."""
    html = [Markup("")] * len(row.cells)
    for column, at in cell_starts(row):
        text = row.cells[column]
        inside = [replace(ref, offset=ref.offset - at) for ref in refs if at <= ref.offset <= at + len(text)]
        seams = row.seams[column] if layout.options.traces and column < len(row.seams) else ()
        inserts = sorted([*_refs(layout, tuple(inside)), *_seams(layout, seams)], key=lambda i: i.offset)
        html[column] = weave(text, within(marks, at, at + len(text)), inserts)
    return html
