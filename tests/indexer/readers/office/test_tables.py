"""Which tables are data, and how their cells stand; which are frames around text."""

from dataclasses import replace

import pytest

from indexer.markup import MarkupCell
from indexer.readers.office import tables
from indexer.readers.office.flow import FlowCell, FlowTable, Paragraph, Part, TextBox, Words
from indexer.readers.office.tables import (
    PlacedCell,
    TableKind,
    banner,
    framed_rows,
    grid_rows,
    head_rows,
    most_of,
    plain,
    table_kind,
    with_heads,
    without_titles,
)

DATA, FRAME = TableKind.DATA, TableKind.FRAME


def text(*words: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Words(one),)) for one in words)


def table(*rows: tuple[str, ...]) -> FlowTable:
    return FlowTable(tuple(FlowCell(y, x, text(said)) for y, row in enumerate(rows) for x, said in enumerate(row)))


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        (table(("강", "길이"), ("두만강", "521")), DATA),
        (table(("배포", "9월 3일", "담당")), DATA),
        (table(("강의 길",)), FRAME),
        (table(("강",), ("길",), ("다리",)), FRAME),
        (table(("", "강의 길"), ("강이 흐른다.", "")), FRAME),
        (table(("기관", "연구소")), FRAME),
        (table(("1", "", "강의 길"), ("강이 흐른다.", "", "")), FRAME),
        (table(("1", "", "521"), ("2", "", "790")), DATA),
        (table(("순번", "", ""), *((str(n), f"{n}번 나루", "") for n in range(1, 7))), DATA),
        (table(("1", "나루"), ("강이 흐른다.", ""), ("2", "다리"), ("길이 난다.", "")), FRAME),
        (table(("강이 흐른다. " * 60, "다리", "길")), FRAME),
        (table(("", ""), ("", "")), FRAME),
    ],
    ids=[
        "data",
        "a row of data",
        "box",
        "column",
        "one a row",
        "two",
        "bar",
        "numbers",
        "list",
        "bars",
        "columns of text",
        "empty",
    ],
)
def test_what_a_table_is(made: FlowTable, kind: TableKind) -> None:
    assert table_kind(made) is kind


def test_a_page_that_a_table_frames_with_a_table_in_it() -> None:
    inner = Paragraph((table(("강", "길이"), ("두만강", "521")),))
    page = FlowTable(
        (FlowCell(0, 0, text("이름")), FlowCell(0, 1, text("값")), FlowCell(1, 0, text("강")), FlowCell(1, 1, (inner,)))
    )
    assert table_kind(page) is FRAME
    long = FlowTable((*page.cells[:2], FlowCell(1, 0, text("강이 흐른다. " * 9)), page.cells[3]))
    assert table_kind(long) is DATA


def test_a_bar_is_its_number_and_its_words() -> None:
    (row,) = framed_rows(table(("Ⅱ", "", "물길의 역사")))
    found = banner(row)
    assert found is not None and (found.number, plain((found,))) == ("Ⅱ", "Ⅱ  물길의 역사")
    assert banner((FlowCell(0, 0, text("강")), FlowCell(0, 1, text("길")))) is None


def test_all_words_of_paragraphs_those_in_boxes_and_tables_among_them() -> None:
    parts: tuple[Part, ...] = (Words("강"), TextBox(text("길")), table(("다리", "나루")))
    assert plain((Paragraph(parts, number="1."),)) == "1. 강길다리\n나루"


def bold(*rows: tuple[str, ...]) -> FlowTable:
    """A table in which the words with a star before them are in bold, and those with # on a shaded ground."""
    return FlowTable(
        tuple(
            replace(cell, paragraphs=_starred(cell.paragraphs), shaded=plain(cell.paragraphs).startswith("#"))
            for cell in table(*rows).cells
        )
    )


def _starred(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(replace(one, bold=plain((one,)).startswith("*")) for one in paragraphs)


@pytest.mark.parametrize(
    ("made", "heads"),
    [
        (bold(("*강", "*길이"), ("두만강", "521")), {0}),
        (bold(("", "*길이"), ("*두만강", "521")), {0}),
        (bold(("*강", "*길이"), ("*순위", "*1"), ("두만강", "521")), {0}),
        (bold(("*강", f"*{'긴 이름 ' * 9}"), ("두만강", "521")), set()),
        (bold(("*강의 길",), ("두만강", "521")), set()),
        (bold(("*이름", ""), ("*소속", "연구소")), set()),
        (bold(("*이름", "홍보기"), ("*소속", "연구소")), set()),
        (bold(("*강", "*길이"), ("*두만강", "*521")), set()),
        (bold(("#강", "#길이"), ("#두만강", "521")), {0}),
        (bold(("#강", "*길이"), ("두만강", "521")), {0}),
        (bold(("#이름", "홍보기"), ("#소속", "연구소")), set()),
        (bold(("구 분", "길이"), ("두만강", "521")), {0}),
        (bold(("구분", ""), ("두만강", "521")), set()),
        (bold(("구분", "강이 흐르고 다리가 선다. " * 4), ("두만강", "521")), set()),
    ],
    ids=[
        "one row",
        "an empty corner",
        "bold data",
        "long",
        "a title",
        "a form",
        "a form with values",
        "all in bold",
        "shaded",
        "shaded and bold",
        "a shaded form",
        "a stub",
        "a stub of a form",
        "a stub beside text",
    ],
)
def test_rows_in_bold_or_shaded_above_rows_that_are_not_are_heads(made: FlowTable, heads: set[int]) -> None:
    assert {cell.row for cell in with_heads(made).cells if cell.head} == heads


def test_there_are_as_many_rows_of_heads_as_the_first_row_spans() -> None:
    made = bold(("*강", "*길이"), ("", "*km"), ("두만강", "521"))
    corner, *rest = (cell for cell in made.cells if (cell.row, cell.column) != (1, 0))
    spanned = FlowTable((replace(corner, rows=2), *rest))
    assert {cell.row for cell in with_heads(spanned).cells if cell.head} == {0, 1}
    tall = FlowTable((replace(corner, rows=9), *rest))
    assert with_heads(tall) is tall


def test_heads_that_the_file_names_are_believed() -> None:
    made = bold(("*강", "*길이"), ("두만강", "521"))
    named = FlowTable(tuple(replace(cell, head=cell.column == 0) for cell in made.cells))
    assert with_heads(named) is named
    long = table(("강이 흐른다. " * 40, "길이"), ("두만강", "521"))
    called = FlowTable(tuple(replace(cell, head=cell.row == 0) for cell in long.cells))
    assert not any(cell.head for cell in with_heads(called).cells)


def test_rows_across_the_whole_table_over_it_are_its_titles() -> None:
    rows = (FlowCell(0, 0, text("■ 나루법 [별표]"), 1, 2), FlowCell(1, 0, text("강의 길"), 1, 2))
    below = tuple(
        FlowCell(cell.row + 2, cell.column, cell.paragraphs) for cell in table(("강", "길이"), ("두만강", "521")).cells
    )
    titles, rest = without_titles(FlowTable(rows + below))
    assert ([plain(one) for one in titles], rest.cells) == (["■ 나루법 [별표]", "강의 길"], below)
    remark = (FlowCell(0, 0, text("※ 해당하는 곳에 표시"), 1, 2), *rows[1:])
    for kept in (FlowTable(remark + below), FlowTable(rows), FlowTable(below), table(("강의 길",), ("강",), ("길",))):
        assert without_titles(kept) == ((), kept)


def test_the_size_of_most_letters_and_the_rows_of_heads() -> None:
    small, large = (Paragraph((Words(words),), size=size) for words, size in (("강이 흐른다.", 9.0), ("길", 12.0)))
    assert most_of(FlowTable((FlowCell(0, 0, (small, large)),))) == 9.0
    assert most_of(FlowTable(())) == 0.0
    head, cell = MarkupCell("강", True), MarkupCell("길")
    assert [head_rows(rows) for rows in (((head, head), (head, cell)), ((head,),), ())] == [1, 0, 0]


def grid(*cells: tuple[int, int, int, int, str]) -> list[list[tuple[str, int, int]]]:
    placed = [
        PlacedCell(FlowCell(row, column, (), rows, columns), MarkupCell(said))
        for row, column, rows, columns, said in cells
    ]
    return [[(cell.text, cell.rows, cell.columns) for cell in row] for row in grid_rows(placed)]


def test_rows_and_columns_in_which_no_cell_begins_are_taken_out() -> None:
    found = grid((0, 0, 3, 2, "강"), (0, 2, 1, 5, "길"), (2, 2, 1, 5, "다리"), (5, 0, 1, 7, "나루"))
    assert found == [[("강", 2, 1), ("길", 1, 1)], [("다리", 1, 1)], [("나루", 1, 2)]]


def test_places_without_a_cell_get_an_empty_one() -> None:
    assert grid((0, 0, 1, 1, "강"), (1, 1, 1, 1, "길")) == [[("강", 1, 1), ("", 1, 1)], [("", 1, 1), ("길", 1, 1)]]


def test_a_span_over_everything_takes_no_room_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert grid((0, 0, 65_535, 65_535, "강")) == [[("강", 1, 1)]]
    monkeypatch.setattr(tables, "MAX_PLACES", 3)
    assert grid((0, 0, 1, 1, "강"), (1, 1, 1, 1, "길")) == [[("강", 1, 1)], [("길", 1, 1)]]
