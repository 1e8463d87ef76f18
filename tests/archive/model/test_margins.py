"""Beside a passage stand its cells and column heads, its caption, the notes it calls and the passages that call it."""

from archive.model.document import Block, BlockKind, Document, Metadata, Note, NoteRef, Row, Table
from archive.model.margins import Margin, Margins, cell_starts, part_of
from archive.model.passage import Passage, drafts
from tests.counting import calls


def passages_of(document: Document) -> list[Passage]:
    return [
        Passage(n, f"p{n}", "d", n, unit.kind, unit.text, unit.block, unit.row, unit.note, unit.context)
        for n, unit in enumerate(drafts(document))
    ]


def table(*rows: Row, refs: tuple[NoteRef, ...] = ()) -> Document:
    text = "\n".join(row.text for row in rows)
    block = Block(BlockKind.TABLE, text, (2, 9), caption=0, refs=refs, table=Table(("철", "화물"), rows))
    return Document(
        Metadata(), (Block(BlockKind.CAPTION, "표 1. 화물", (1, 1)), block), (Note("1", "장부.", (10, 10)),), ()
    )


def test_a_row_has_its_cells_its_heads_its_caption_and_its_own_references() -> None:
    spring, empty, autumn = Row(("봄", "소금"), (3, 3)), Row(("", ""), (4, 4)), Row(("", "쌀"), (5, 5))
    refs = (NoteRef("1", 1, 0, "¹"), NoteRef("1", 4, 0, "¹"), NoteRef("2", 7, None, "²"))
    document = table(spring, empty, autumn, refs=refs)
    caption, first, last, note = passages_of(document)
    beside = Margins(part_of(document, (caption, first, last, note)))
    assert beside.of(first) == Margin((3, 3), ("철", "화물"), spring, "표 1. 화물", None, refs[:2])
    assert beside.of(last) == Margin((5, 5), ("철", "화물"), autumn, "표 1. 화물", None, (NoteRef("2", 1, None, "²"),))
    assert beside.of(note) == Margin((10, 10), label="1", callers=(first,))
    assert list(cell_starts(spring)) == [(0, 0), (1, 2)]
    assert list(cell_starts(autumn)) == [(1, 0)]


def test_a_table_twice_as_long_takes_twice_the_work() -> None:
    def work(size: int) -> int:
        rows = [Row((f"{n}일", "소금"), (n, n)) for n in range(size)]
        ends = [sum(len(row.text) + 1 for row in rows[: n + 1]) - 1 for n in range(size)]
        document = table(*rows, refs=tuple(NoteRef("1", end, 0, "¹") for end in ends))
        passages = passages_of(document)
        beside = Margins(part_of(document, passages))
        return calls(lambda: [beside.of(passage) for passage in passages])

    assert work(200) < 2.1 * work(100)
