"""Cells that an extractor printed one by one, and the other marks that PDF extraction leaves."""

import pytest

from archive.citing.outlets import builtin
from archive.model.document import BlockKind, Document
from indexer.assembly.printed import read_printed
from indexer.lines.layout import text_lines
from indexer.lines.spacing import BreakClassifier
from indexer.readers.decoding import split_lines
from indexer.structure.pages import find_page_heads
from indexer.structure.scattered_tables import ScatteredCells


def document(text: str) -> Document:
    return read_printed(tuple(split_lines(text)), builtin())


def cells(text: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]] | None:
    found = ScatteredCells(text_lines(tuple(split_lines(text)))).table_at(0)
    return None if found is None else (found.table.columns, [row.cells for row in found.table.rows])


def test_columns_printed_one_after_the_other_are_a_table_again() -> None:
    assert cells("밀\n쌀\n\n2023\n10\n12\n\n2024\n11\n9\n") == (
        ("", "2023", "2024"),
        [("밀", "10", "11"), ("쌀", "12", "9")],
    )


def test_rows_printed_cell_by_cell_are_a_table_again() -> None:
    assert cells("품목\n2023\n2024\n\n밀\n10\n11\n\n쌀\n12\n9\n") == (
        ("품목", "2023", "2024"),
        [("밀", "10", "11"), ("쌀", "12", "9")],
    )


def test_cells_that_fit_no_grid_stand_one_a_row_with_a_doubt() -> None:
    lines = text_lines(tuple(split_lines("밀\n10\n\n쌀\n12\n9\n7\n")))
    found = ScatteredCells(lines).table_at(0)
    assert found is not None
    assert [row.cells for row in found.table.rows] == [("밀",), ("10",), ("쌀",), ("12",), ("9",), ("7",)]
    assert [problem.code for problem in found.problems] == ["table-uneven"]


@pytest.mark.parametrize("text", ["밀\n쌀\n콩\n보리\n귀리\n수수\n", "1\n2\n3\n", "배가 떠났다.\n10\n11\n12\n13\n14\n"])
def test_words_and_few_figures_are_no_table(text: str) -> None:
    assert cells(text) is None


def test_a_sentence_on_a_table_is_no_caption() -> None:
    read_ = document("<표 1>은 세 해의 셈을 적은 것이다. 값은 해마다 올랐다.\n")
    assert [block.kind for block in read_.blocks] == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "label"), [("막이 올랐다. ⁷ 손님이 왔다.", "7"), ("막이 내렸다.¹ ⁰ 손님이 갔다.", "10")]
)
def test_a_raised_number_parted_by_an_extractor_is_one_mark(text: str, label: str) -> None:
    (block,) = document(text).blocks
    assert [ref.label for ref in block.refs] == [label]


def heads(text: str) -> set[int]:
    return set(find_page_heads(text_lines(tuple(split_lines(text)))).lines)


def test_a_name_that_counts_the_pages_is_a_running_head() -> None:
    page = "책은 강을 건너 세 도시의\n서고로 흩어져 오래도록\n" * 5
    assert heads(f"{page}예시도서관 소식지 1\n{page}예시도서관 소식지 2\n{page}끝난다.\n") == {11, 22}


def test_headings_that_count_are_no_running_heads() -> None:
    section = "물이 불었다.\n배가 떴다.\n"
    assert heads(f"예시도서관 이야기 1\n{section}예시도서관 이야기 2\n{section}{section}{section}") == set()


def test_two_notes_on_one_work_are_no_running_heads() -> None:
    note = "예시도서관 소식지의 첫 호를 다시 찍은 것"
    assert heads(f"막이 올랐다.\n6 {note}\n쪽수는 없다\n7 {note}\n쪽수는 없다\n") == set()


WORDS = (
    "강을 건너온 책을",
    "서고의 맨 윗칸에",
    "오래 꽂아 두었던",
    "사서가 먼지를 털며",
    "목록에 이름을 적고",
    "도장을 눌러 찍은",
)


def test_a_file_that_breaks_between_words_cuts_none() -> None:
    lines = [f"{WORDS[i % 6]} 손님은 값을 치르지 않고 돌아간 뒤에도 다시 {WORDS[(i + 2) % 6]}" for i in range(12)]
    breaks = BreakClassifier(lines)
    assert breaks.between_words
    assert breaks.classify("오후의 도서관에서 그 조선소의 노조", "신문은 용접공의 나이를")[0] == "space"


def test_a_note_stands_under_a_sentence_that_goes_on_over_the_page() -> None:
    text = (
        "두 나라의 배가 만나는 날을 두고 여러 말이 오갔다.1 다만 그날이 언제 올지는 아무도 알지\n"
        "못하였고, 항구의 사람들은 저마다 다른 날을 꼽으면서 배가 들어오는 길을 오래도록 내다\n"
        "1 「항구의 아침」, 『예시신문』, 2024. 5. 2.\n"
        "\f보았다.\n"
    )
    found = document(text)
    assert [(note.label, note.text) for note in found.notes] == [("1", "「항구의 아침」, 『예시신문』, 2024. 5. 2.")]
    assert [block.text[-10:] for block in found.blocks] == ["래도록 내다보았다."]
