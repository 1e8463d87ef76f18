"""Which cells a table of an OpenDocument text has, and where."""

from indexer.readers.office import read_odt
from tests.indexer.readers.office.odt_files import COVERED, cell, frame, odt, para, row, style, table
from tests.indexer.readers.office.reading import short


def rows(body: str, own: str = "") -> list[tuple[str, ...]]:
    found = read_odt(odt(body, own=own), "강.odt").elements or ()
    return [tuple(one.text for one in line) for element in found for line in element.rows]


def test_cells_span_rows_and_columns() -> None:
    wide = row(cell("강", 'table:number-columns-spanned="2"'), COVERED, cell("길", 'table:number-rows-spanned="2"'))
    found = read_odt(odt(table(wide, row("가", "나", COVERED))), "강.odt").elements or ()
    assert [[(one.text, one.rows, one.columns) for one in line] for line in found[0].rows] == [
        [("강", 1, 2), ("길", 2, 1)], [("가", 1, 1), ("나", 1, 1)],
    ]  # fmt: skip


def test_head_rows_are_heads_and_groups_of_rows_are_rows() -> None:
    body = f"<table:table-rows>{row('가', '1')}</table:table-rows><table:table-row-group>{row('나', '2')}"
    found = read_odt(odt(table(body + "</table:table-row-group>", heads=row("이름", "값"))), "강.odt").elements or ()
    assert (found[0].heads, [[one.text for one in line] for line in found[0].rows]) == (
        1, [["이름", "값"], ["가", "1"], ["나", "2"]],
    )  # fmt: skip


def test_what_is_repeated_is_shown_as_often_as_a_page_could_show() -> None:
    empty = '<table:table-cell table:number-columns-repeated="16382"/>'
    end = row('<table:table-cell table:number-columns-repeated="16384"/>', more='table:number-rows-repeated="1048576"')
    same = cell("같다", 'table:number-columns-repeated="2"')
    body = table(row("강", "1", empty), row(same, empty, more='table:number-rows-repeated="2"'), end)
    assert rows(body) == [("강", "1"), ("같다", "같다"), ("같다", "같다")]
    bomb = cell("강", 'table:number-columns-repeated="99999999"')
    found = rows(table(row(bomb, more='table:number-rows-repeated="99999999"')))
    assert (len(found), {len(line) for line in found}) == (60, {60})


def test_repeated_tables_in_repeated_cells_are_shown_once() -> None:
    more = 'table:number-columns-repeated="60"'
    held = table(row(cell("강", more), more='table:number-rows-repeated="60"'))
    for _ in range(9):
        held = table(row(cell(held, more), cell("길"), more='table:number-rows-repeated="60"'))
    assert sum(len(line.text) for line in read_odt(odt(held), "강.odt").lines) < 60 * 60 * 3


def test_an_empty_repeated_place_keeps_what_follows_in_its_column() -> None:
    gap = row("가", '<table:table-cell table:number-columns-repeated="2"/>', "끝")
    assert rows(table(row("1", "2", "3", "4"), gap)) == [("1", "2", "3", "4"), ("가", "", "", "끝")]


def test_empty_columns_at_the_end_are_left_out() -> None:
    body = table(row("이름", "길이", ""), row("가", "1", ""), row("나", "", ""))
    assert rows(body) == [("이름", "길이"), ("가", "1"), ("나", "")]


def test_rows_that_are_not_shown_are_left_out() -> None:
    hidden = (row("숨은", "글", more=f'table:visibility="{how}"') for how in ("collapse", "filter"))
    assert rows(table(row("강", "1"), *hidden, row("길", "2"))) == [("강", "1"), ("길", "2")]


def test_a_table_in_a_frame_and_in_a_cell() -> None:
    assert rows(para("글", frame(table(row("강", "1"), row("길", "2"))))) == [("강", "1"), ("길", "2")]
    inner = table(row("가", "나"), row("다", "라"))
    body = table(row("강의 길이", cell(para("안") + inner)), row("다리의 높이", "2"))
    assert rows(body) == [("강의 길이", "안\n가 나\n다 라"), ("다리의 높이", "2")]


def test_the_cells_of_a_split_cell_stand_in_the_table() -> None:
    parts = table(row("가", "1"), row("나", "2")).replace("<table:table ", '<table:table table:is-sub-table="true" ', 1)
    wide = 'table:number-columns-spanned="2"'
    body = table(row("이름", "값", "단위"), row(cell(parts, wide), COVERED, "명"), row("다", "3", "개"))
    found = read_odt(odt(body), "강.odt").elements or ()
    assert [[(one.text, one.rows) for one in line] for line in found[0].rows] == [
        [("이름", 1), ("값", 1), ("단위", 1)], [("가", 1), ("1", 1), ("명", 2)], [("나", 1), ("2", 1)],
        [("다", 1), ("3", 1), ("개", 1)],
    ]  # fmt: skip
    wider = table(row("강의 이름", "물의 높이"), row(cell(parts), "9"))
    assert rows(wider) == [("강의 이름", "물의 높이"), ("가 1\n나 2", "9")]


def test_a_caption_stands_where_it_is() -> None:
    body = para("표 1. 강의 길이", style="P") + table(row("강", "1"), row("길", "2"))
    own = style("Caption") + style("Table", parent="Caption") + style("P", parent="Table")
    assert [role for role, _ in short(read_odt(odt(body, own=own), "강.odt"))] == ["caption", "table"]
