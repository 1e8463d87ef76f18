"""A PDF is read by the places of its glyphs; what can't be read is refused with the way out."""

import gc

import pytest

from archive.errors import SourceError
from indexer.markup import WRAP, Element, ElementRole
from indexer.readers import format_of
from indexer.readers.pdf import MAX_PAGES, read
from tests.indexer.readers.pdf_files import PdfPage, pdf, prose

LINES = ("남쪽 항구의 장부는 종이에 적혀 있어 찾기", "어렵고 북쪽 항구의 장부는 서식이 해마다", "바뀌었다고 한다.")


def brief() -> PdfPage:
    page = PdfPage()
    page.text("부두의 앞날", 200, 80, 20)
    prose(page, LINES)
    return page


def roles(*pages: PdfPage) -> list[tuple[ElementRole, str]]:
    found = read(pdf(pages), "brief.pdf").elements or ()
    return [(one.role, one.text.replace(WRAP, "|")) for one in found if one.role is not ElementRole.META]


def test_title_and_text_are_told_by_their_size() -> None:
    assert roles(brief()) == [
        (ElementRole.TITLE, "부두의 앞날"),
        (ElementRole.PARAGRAPH, "\n".join(LINES)),
    ]


def test_a_raised_figure_calls_the_note_under_the_rule() -> None:
    page = brief()
    page.text("1)", 70 + 90, 120 + 32 - 4, 6)
    page.rule(70, 700, 170)
    page.text("1)", 70, 716 - 3, 5)
    page.text("김보기, 「부두」, 2021.", 78, 716, 8)
    extract = read(pdf([page]), "brief.pdf")
    elements = extract.elements or ()
    note = next(one for one in elements if one.role is ElementRole.NOTE)
    marks = [mark for one in elements for mark in one.marks]
    assert (note.label, note.text) == ("1", "김보기, 「부두」, 2021.")
    assert [(mark.label, mark.key) for mark in marks] == [("1", note.key)]


def test_a_ruled_table_has_cells() -> None:
    page = brief()
    for x, end in ((70, 170), (170, 300)):
        for y in (300, 330, 360):
            page.box(x, y, end, y + 30)
    for n, row in enumerate((("부두", "화물"), ("남쪽", "120"), ("북쪽", "80"))):
        page.text(row[0], 75, 320 + 30 * n)
        page.text(row[1], 175, 320 + 30 * n)
    (table,) = [one for one in read(pdf([page]), "a.pdf").elements or () if one.role is ElementRole.TABLE]
    assert [[cell.text for cell in row] for row in table.rows] == [["부두", "화물"], ["남쪽", "120"], ["북쪽", "80"]]


def _cells(page: PdfPage) -> list[list[str]]:
    for n, row in enumerate((("부두", "화물"), ("남쪽", "120"), ("북쪽", "80"), ("동쪽", "7"))):
        page.text(row[0], 75, 320 + 30 * n)
        page.text(row[1], 175, 320 + 30 * n)
    tables = [one for one in read(pdf([page]), "a.pdf").elements or () if one.role is ElementRole.TABLE]
    return [[cell.text for cell in row] for table in tables for row in table.rows]


def test_a_grid_drawn_as_one_path_and_boxes_of_colour_make_tables_white_ones_none() -> None:
    whole = [["부두", "화물"], ["남쪽", "120"], ["북쪽", "80"], ["동쪽", "7"]]
    page = brief()
    page.grid((70, 170, 300), (300, 330, 360, 390, 420))
    assert _cells(page) == whole
    for grey, cells in ((0.8, whole), (1.0, [])):
        page = brief()
        for y in (300, 330, 360, 390):
            page.fill(70, y, 169, y + 29, grey)
            page.fill(170, y, 300, y + 29, grey)
        assert _cells(page) == cells


@pytest.mark.parametrize("rotate, matrix, place", [(90, "0 1 -1 0", (200, 700)), (0, "0 1 -1 0", (200, 700))])
def test_text_that_stands_on_its_side_is_read_along_its_lines(
    rotate: int, matrix: str, place: tuple[float, float]
) -> None:
    page = PdfPage(rotate=rotate)
    lines = ("The ledgers of the southern harbour are", "kept on paper, and those of the northern", "one are not.")
    for n, line in enumerate(lines):
        page.text(line, place[0] + 16 * n, place[1], font="L", matrix=matrix)
    assert roles(page) == [(ElementRole.PARAGRAPH, "|".join(lines))]


def test_a_letter_ends_at_its_advance_however_far_its_drawing_reaches() -> None:
    page = PdfPage()
    for words, x, font in (("부두가", 70, "K"), (",", 100, "D"), ("장부를", 107, "K"), ("1,11", 140, "D")):
        page.text(words, x, 100, font=font)
    assert roles(page) == [(ElementRole.PARAGRAPH, "부두가, 장부를 1,11")]


def test_letters_of_a_typeface_of_signs_are_its_signs() -> None:
    page = PdfPage()
    for y, words in ((100, "부두의 짐이 늘었음"), (130, "배의 수는 그대로임")):
        page.text("l", 70, y, font="W")
        page.text(words, 85, y)
    assert roles(page) == [(ElementRole.ITEM, "부두의 짐이 늘었음"), (ElementRole.ITEM, "배의 수는 그대로임")]


def test_what_stands_in_a_form_has_the_size_that_is_printed() -> None:
    form, page, whole = PdfPage(), PdfPage(), brief()
    form.operators = [*whole.operators]
    for x, end in ((70, 170), (170, 300)):
        for y in (300, 330):
            form.box(x, y, end, y + 30)
            form.text("남쪽", x + 5, y + 20)
    whole.operators = [*form.operators]
    form.operators.insert(0, "2 0 0 2 0 0 cm")
    page.operators = ["q .5 0 0 .5 0 0 cm /F Do Q"]
    assert read(pdf([page], form=form), "a.pdf").elements == read(pdf([whole]), "a.pdf").elements


def test_a_stamp_across_the_text_is_left_out() -> None:
    page = brief()
    page.text("DRAFT", 20, 700, 30, font="L", matrix="0 1 -1 0")
    assert all("DRAFT" not in text for _, text in roles(page))


def test_page_labels_come_from_the_print_or_else_from_the_file() -> None:
    labels = "/PageLabels << /Nums [0 << /S /r >>] >>"
    pages = [brief(), brief()]
    assert read(pdf(pages, catalog=labels), "a.pdf").page_labels == ("i", "ii")
    for n, page in enumerate(pages):
        page.text(f"- {n + 7} -", 280, 810, 9)
    assert read(pdf(pages, catalog=labels), "a.pdf").page_labels == ("7", "8")


def test_what_the_file_says_of_itself_is_its_title_where_it_is_no_garbage() -> None:
    def meta(info: str) -> list[str]:
        found: tuple[Element, ...] = read(pdf([brief()], info), "a.pdf").elements or ()
        return [one.text for one in found if one.role is ElementRole.META]

    assert meta("/Title (Harbour Ledgers)") == ["Harbour Ledgers"]
    assert meta("/Title (Microsoft Word - a.doc)") == []


@pytest.mark.parametrize(
    "data, said",
    [
        (b"%PDF-1.7\nnothing", "save it again"),
        (pdf([PdfPage()]), "holds no text"),
        (pdf([PdfPage()] * (MAX_PAGES + 1)), "split it"),
    ],
    ids=["cut off", "empty", "long"],
)
def test_what_cannot_be_read_is_refused_with_the_way_out(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said) as error:
        read(data, "brief.pdf")
    assert "brief.pdf" in str(error.value)


def test_a_scan_is_refused_as_such() -> None:
    page = PdfPage()
    page.picture()
    with pytest.raises(SourceError, match="OCR"):
        read(pdf([page]), "scan.pdf")


def test_letters_without_unicode_are_refused_or_said_to_be_left_out() -> None:
    drawn = PdfPage()
    drawn.text("ABCDEFGH", 70, 100, font="S")
    with pytest.raises(SourceError, match="which letters"):
        read(pdf([drawn]), "drawn.pdf")
    page = brief()
    page.text("AB", 70, 400, font="S")
    assert [one.code for one in read(pdf([page]), "a.pdf").problems] == ["letters-unknown"]


def test_cut_off_files_are_read_or_refused_and_never_crash() -> None:
    whole = pdf([brief(), brief()])
    for end in range(0, len(whole), 97):
        try:
            read(whole[:end], "cut.pdf")
        except SourceError as error:
            assert "cut.pdf" in str(error)


def test_a_pdf_is_known_by_its_bytes_under_a_texts_name() -> None:
    assert format_of("brief.txt", pdf([brief()])).media_type == "application/pdf"


@pytest.mark.parametrize("collecting", [True, False])
def test_what_reading_leaves_undone_for_speed_is_done_again_behind_it(collecting: bool) -> None:
    if not collecting:
        gc.disable()
    try:
        read(pdf([brief()]), "brief.pdf")
        with pytest.raises(SourceError):
            read(pdf([PdfPage()]), "blank.pdf")
        assert gc.isenabled() is collecting
    finally:
        gc.enable()


def test_what_stands_aslant_or_on_its_side_is_left_out_and_said() -> None:
    prose_page, stamped = PdfPage(), PdfPage()
    for page in (prose_page, stamped):
        for n in range(4):
            page.text("The ledgers of the southern harbour are kept on paper", 70, 120 + 16 * n, font="L")
    stamped.text("DRAFT", 200, 400, 60, font="L", matrix="0.7 0.7 -0.7 0.7")
    stamped.text("Copy of the harbour", 30, 500, font="L", matrix="0 1 -1 0")
    found = read(pdf([prose_page, stamped]), "a.pdf")
    assert [(one.code, one.values) for one in found.problems] == [("turned-text-left-out", ("2",))]
    assert not any("D" in line.text or "Copy" in line.text for line in found.lines)


def test_a_label_in_a_round_box_is_read_before_the_text_in_the_box_beside_it() -> None:
    page = PdfPage()
    label = ("남쪽 항구의", "종이 장부")
    text = ("배가 들어올 때마다 적은 장부는 해마다", "서식이 바뀌어 서로 견주기가 어렵고,", "이름도 다르다.")
    for x, y, lines in ((70, 108, label), (200, 100, text)):
        for n, words in enumerate(lines):
            page.text(words, x, y + 16 * n)
    page.round_box(60, 88, 180, 150)
    page.box(190, 88, 530, 150)
    found = read(pdf([page]), "a.pdf")
    assert [line.text.strip() for line in found.lines] == [*label, *text]
