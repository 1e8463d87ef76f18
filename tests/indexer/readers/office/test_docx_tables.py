"""The cells of a Word table in their places."""

from lxml.etree import _Element, fromstring

from indexer.readers.office.docx_tables import read_table
from indexer.readers.office.flow import FlowTable, Paragraph, Words


def read(node: _Element) -> tuple[Paragraph, ...]:
    return (Paragraph((Words("".join(map(str, node.itertext()))),)),)


def cells(xml: str) -> list[tuple[int, int, int, int, str]]:
    table = read_table(fromstring(f"<tbl>{xml}</tbl>"), read)
    return [(one.row, one.column, one.rows, one.columns, _text(table, at)) for at, one in enumerate(table.cells)]


def _text(table: FlowTable, at: int) -> str:
    (word,) = table.cells[at].paragraphs[0].parts
    return word.text if isinstance(word, Words) else ""


def cell(text: str, properties: str = "") -> str:
    return f"<tc><tcPr>{properties}</tcPr><p>{text}</p></tc>"


WIDE, WIDEST = '<gridSpan val="2"/>', '<gridSpan val="99999"/>'


def test_cells_that_span_columns_and_rows() -> None:
    merged, goes_on = '<vMerge val="restart"/>', "<vMerge/>"
    rows = (
        f"<tr>{cell('구분', merged)}{cell('물동량', WIDE)}</tr>"
        f"<tr>{cell('', goes_on)}{cell('수출')}{cell('수입')}</tr><tr>{cell('', goes_on)}{cell('3')}{cell('4')}</tr>"
    )
    assert cells(rows) == [
        (0, 0, 3, 1, "구분"), (0, 1, 1, 2, "물동량"), (1, 1, 1, 1, "수출"), (1, 2, 1, 1, "수입"), (2, 1, 1, 1, "3"),
        (2, 2, 1, 1, "4"),
    ]  # fmt: skip


def test_a_cell_that_goes_on_from_nowhere_is_a_cell() -> None:
    assert cells(f"<tr>{cell('강', '<vMerge/>')}{cell('길', WIDEST)}</tr>") == [
        (0, 0, 1, 1, "강"), (0, 1, 1, 200, "길"),
    ]  # fmt: skip


def test_cells_on_a_ground_that_is_not_white() -> None:
    row = "".join(cell("강", f'<shd fill="{fill}"/>') for fill in ("auto", "FFFFFF", "D9D9D9", ""))
    table = read_table(fromstring(f"<tbl><tr>{row}</tr></tbl>"), read)
    assert [one.shaded for one in table.cells] == [False, False, True, False]


def test_rows_that_were_deleted_are_gone_and_those_in_holders_are_read() -> None:
    rows = (
        f"<sdt><sdtContent><tr><trPr><gridBefore val='1'/><tblHeader/></trPr><sdt><sdtContent>{cell('강')}"
        "</sdtContent></sdt></tr></sdtContent></sdt>"
        f"<tr><trPr><del/></trPr>{cell('옛 길')}</tr><tr>{cell('길')}</tr>"
    )
    assert cells(rows) == [(0, 1, 1, 1, "강"), (1, 0, 1, 1, "길")]
    table = read_table(fromstring(f"<tbl>{rows}</tbl>"), read)
    assert [one.head for one in table.cells] == [True, False]
