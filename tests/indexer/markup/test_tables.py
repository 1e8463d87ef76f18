"""Which tables of a web page hold data, and what stands in their cells? All tables are invented."""

import pytest
from bs4 import BeautifulSoup, Tag

from indexer.markup.elements import MarkupCell, MarkupReference
from indexer.markup.notelinks import find_links
from indexer.markup.tables import TableText, data_tables, read_table


def page(body: str) -> Tag:
    return BeautifulSoup(f"<html><body>{body}</body></html>", "lxml")


def kept(body: str) -> list[bool]:
    """Whether each table of a page holds data, in order."""
    root = page(body)
    found = data_tables(root)
    return [id(table) in found for table in root.find_all("table")]


def read(rows: str, around: str = "{}", skipped: frozenset[str] = frozenset()) -> TableText:
    root = page(around.format(f"<table>{rows}</table>"))
    assert root.table is not None
    return read_table(root.table, find_links(root), skipped)


def texts(rows: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read(rows).rows]


@pytest.mark.parametrize(
    ("rows", "data"),
    [
        ("<tr><td>항구<td>배<tr><td>나루<td>세 척", True),
        ("<tr><th>항구<tr><td>나루", True),
        ("<caption>표 1</caption><tr><td>나루", True),
        ("<thead><tr><td>항구</thead><tr><td>나루", True),
        ("<tr><td>나루<td>세 척", False),
        ("<tr><td>나루<tr><td>포구", False),
        ("<tr><td><h2>항구</h2><td>배<tr><td>나루<td>세 척", False),
        ("", False),
        ("<caption>표 1</caption>", False),
    ],
    ids=[
        "two by two",
        "head cells",
        "caption",
        "thead",
        "one row",
        "one column",
        "a heading inside",
        "empty",
        "no row",
    ],
)
def test_a_table_is_data_where_it_says_so_or_has_rows_and_columns(rows: str, data: bool) -> None:
    assert kept(f"<table>{rows}</table>") == [data]


def test_a_table_that_holds_another_is_layout_and_the_inner_one_stands_for_itself() -> None:
    inner = "<table><tr><th>항구<tr><td>나루</table>"
    assert kept(f"<table><tr><th>차림<td>글<tr><td>{inner}<td>옆</table>{inner}") == [False, True, True]


def test_a_table_that_is_there_for_presentation_is_layout() -> None:
    assert kept("<table role=presentation><tr><th>항구<td>배<tr><td>나루<td>세 척</table>") == [False]


def test_cells_keep_their_heads_spans_and_marks() -> None:
    found = read(
        "<caption>표 1. 톤<sup>1)</sup></caption><thead><tr><th rowspan=2>해<th colspan=2>톤</thead>"
        "<tr><th>수출<th>수입<tr><td>2023<td>1<sup>2)</sup><td>2",
        "{}<p><sup>1)</sup> 어림셈.</p><p><sup>2)</sup> 잠정값.</p>",
    )
    assert found == TableText(
        (
            (MarkupCell("해", True, rows=2), MarkupCell("톤", True, columns=2)),
            (MarkupCell("수출", True), MarkupCell("수입", True)),
            (
                MarkupCell("2023"),
                MarkupCell("1", marks=(MarkupReference(1, "2)", "2", "unlinked 2"),)),
                MarkupCell("2"),
            ),
        ),
        2,
        "표 1. 톤",
        (MarkupReference(6, "1)", "1", "unlinked 1"),),
    )


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  세\n 척 ", "세 척"),
        ("소금<br>쌀", "소금\n쌀"),
        ("<p>소금</p><p>쌀</p>", "소금\n쌀"),
        ("<ul><li>소금<li>쌀</ul>", "소금\n쌀"),
        ("<b>소</b>금", "소금"),
        ("3km<sup>2</sup>", "3km²"),
        ("CO<sub>2</sub>", "CO₂"),
        ("세 척<!-- 옛 값 -->", "세 척"),
        ("", ""),
    ],
    ids=["white space", "br", "paragraphs", "list", "inline", "raised", "lowered", "comment", "empty"],
)
def test_each_item_of_a_cell_has_a_line_of_its_own(cell: str, text: str) -> None:
    assert texts(f"<tr><th>짐<tr><td>{cell}") == [["짐"], [text]]


def test_what_stands_between_cells_belongs_to_none() -> None:
    root = BeautifulSoup("<table>밖<tr>틈<td>나루</td>틈<td>세 척</td></tr></table>", "html.parser")
    assert root.table is not None
    assert read_table(root.table, find_links(root), frozenset()).rows == ((MarkupCell("나루"), MarkupCell("세 척")),)


def test_skipped_elements_and_ways_back_are_left_out() -> None:
    found = read(
        "<tr><th>짐<tr><td>소금<script>a()</script><button>펼치기</button>", skipped=frozenset({"script", "button"})
    )
    assert found.rows[1] == (MarkupCell("소금"),)
    linked = '<p id="r1">배<sup><a href="#n1">1</a></sup></p>{}'
    assert read('<tr><th>주<tr><td id="n1">글 하나.<a href="#r1">↑</a>', linked).rows[1] == (MarkupCell("글 하나."),)


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ("<tr><th>해<th>톤<tr><td>2023<td>1", 1),
        ("<tr><th>해<th>톤<tr><th>해<th>척<tr><td>2023<td>1", 2),
        ("<thead><tr><td>해<td>톤</thead><tr><td>2023<td>1", 1),
        ("<tr><th>2023<td>1<tr><th>2024<td>2", 0),
        ("<tr><td>2023<td>1<tr><th>해<th>톤", 0),
        ("<tr><th>해<tr><th>톤", 0),
        ("<tr></tr><tr><th>해<tr><td>2023", 1),
    ],
    ids=["one row", "two rows", "thead", "row heads", "not first", "heads alone", "an empty row above"],
)
def test_how_many_rows_are_column_heads(rows: str, heads: int) -> None:
    assert read(rows).heads == heads


@pytest.mark.parametrize(
    ("span", "rows"), [("2", 2), (" 3 ", 3), ("0", 1), ("-2", 1), ("두", 1), ("999999", 1), ("", 1), ("65534", 65534)]
)
def test_a_span_that_is_no_number_is_one(span: str, rows: int) -> None:
    assert read(f'<tr><th rowspan="{span}">해').rows[0][0].rows == rows


def test_characters_that_no_text_holds_are_counted() -> None:
    cell = "소금\ufdd0과 쌀\ufdd1"
    found = read(f"<tr><td>{cell}")
    assert (found.rows, found.invalid) == (((MarkupCell("소금\ufffd과 쌀\ufffd"),),), 2)
