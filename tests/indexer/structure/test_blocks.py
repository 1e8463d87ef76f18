"""Printed lines become headings, paragraphs and items; sentences go on across pages. All excerpts are invented."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.citing.outlets import builtin
from archive.export.text import as_text, marked
from archive.model.document import BlockKind, Document, Line
from indexer.assembly.printed import read_printed
from indexer.lines import em, ends_sentence
from indexer.lines.items import bullet, number, run_in
from indexer.structure.heading_levels import levels


def document(text: str) -> Document:
    """Reads a text in which ␣ shows a space at the end of a line."""
    return read_printed([Line(i, line) for i, line in enumerate(text.replace("␣", " ").split("\n"), 1)], builtin())


def outline(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document(text).blocks]


def wrapped(paragraph: str, width: float) -> list[str]:
    """Lines as a typesetter breaks them between words, `width` in ems; a space ends each line that goes on."""
    lines = [""]
    for word in paragraph.split():
        if lines[-1] and em(f"{lines[-1]} {word}") > width:
            lines[-1] += " "
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


FIRST = (
    "다리가 놓인 뒤로 강 건너의 가게들은 물건값을 날마다 새로 적는다. "
    "아침에 들어온 배추는 낮에 반값이 되고, 저녁에는 이웃 마을로 실려 나간다. "
    "이 흐름을 장부에 적는 사람은 아직 한 명뿐이다."
)
SECOND = (
    "장부를 쓰는 사람은 예전에 세관에서 일하던 이로, 물건의 이름보다 임자의 이름을 먼저 적는다고 한다. "
    "짐이 누구의 것인지 알면 값은 저절로 따라온다고 그는 말한다. "
    "그의 장부는 이제 세 권째이며, 넷째 권은 아직 비어 있다."
)
THIRD = (
    "비어 있는 장부를 채우는 일은 다음 사람의 몫이다. "
    "그가 누구일지는 강을 건너는 사람들이 정할 것이며, 값도 그때 다시 매겨질 것이다."
)
COLUMN = [*wrapped(FIRST, 32), *wrapped(SECOND, 32), *wrapped(THIRD, 32)]
BLOCKS = [("paragraph", FIRST), ("paragraph", SECOND), ("paragraph", THIRD)]


@pytest.mark.parametrize("width", [26, 29.5, 32, 35, 38, 41, 44])
def test_a_short_line_after_a_sentence_ends_its_paragraph(width: float) -> None:
    lines = [line for paragraph in (FIRST, SECOND, THIRD) for line in wrapped(paragraph, width)]
    assert outline("\n".join(lines)) == BLOCKS


def test_blank_lines_between_all_lines_say_nothing() -> None:
    assert outline("\n\n".join(COLUMN)) == BLOCKS


def test_a_line_of_one_space_parts_paragraphs() -> None:
    lines = [*wrapped(FIRST, 32), " ", *wrapped(SECOND, 32), " ", *wrapped(THIRD, 32)]
    assert outline("\n\n".join(lines)) == BLOCKS


def test_every_joined_line_break_is_known() -> None:
    block = document("\n".join(COLUMN)).blocks[0]
    assert {(seam.join, seam.why) for seam in block.seams} == {("space", "trailing space")}
    assert [seam.line for seam in block.seams] == list(range(2, len(wrapped(FIRST, 32)) + 1))
    assert [block.text[seam.offset :][:4] for seam in block.seams] == [line[:4] for line in wrapped(FIRST, 32)[1:]]


def test_a_short_line_that_is_no_sentence_is_a_heading() -> None:
    text = "\n".join([*wrapped(FIRST, 32), "장부의 임자", *wrapped(SECOND, 32), *wrapped(THIRD, 32)])
    assert outline(text) == [BLOCKS[0], ("heading", "장부의 임자"), *BLOCKS[1:]]
    assert [block.heading for block in document(text).blocks] == [None, None, 1, 1]


def test_a_sentence_goes_on_across_a_page_end() -> None:
    pages = "\n\n".join(COLUMN[:2]) + "\n " + "\n\n".join(COLUMN[2:-1]) + "\n " + COLUMN[-1]
    assert outline(pages) == BLOCKS
    assert [(block.page, block.lines[0]) for block in document(pages).blocks] == [(1, 1), (2, 6), (2, 14)]


def test_unwrapped_paragraphs_are_a_line_each_unless_a_page_tears_them() -> None:
    torn = "강을 건너는 배는 하루에 두 번 뜬다고 한다. 그러나 겨울에는 얼음 때문에 한 번으로 줄고, 그마저도 안개가 끼면"
    text = f"1. 배편\n\n{torn} \n\n뜨지 못한다.\n\n2. 찻길\n\n찻길은 아직 없다."
    assert [kind for kind, _ in outline(text)] == ["heading", "paragraph", "heading", "paragraph"]
    assert outline(text)[1][1].endswith("안개가 끼면 뜨지 못한다.")


def test_a_heading_right_under_a_running_foot_is_not_swallowed() -> None:
    text = "▶ 첫 항목은 여기까지임.\n\n동해 소식\n2024.05.06.\n 1. 배경\n\n■ 다음 항목이 이어짐.\n\n- 작은 항목임."
    assert outline(text) == [
        ("item", "첫 항목은 여기까지임."),
        ("page-head", "동해 소식"),
        ("page-head", "2024.05.06."),
        ("heading", "1. 배경"),
        ("item", "다음 항목이 이어짐."),
        ("item", "작은 항목임."),
    ]
    metadata = document(text).metadata
    assert (metadata.series, metadata.date) == ("동해 소식", "2024-05-06")


def test_items_nest_in_the_order_in_which_their_marks_appear() -> None:
    text = (
        "■ 운임이 올랐음.\n- 보험료가 올랐음.\nㅇ 선사의 말임.\n ※ 공식 통계는 없음.\n"
        "- 연료도 올랐음.\n■ 물동량은 줄었음."
    )
    assert [(block.marker, block.depth) for block in document(text).blocks] == [
        ("■", 1),
        ("-", 2),
        ("ㅇ", 3),
        ("※", 4),
        ("-", 2),
        ("■", 1),
    ]


def test_numbered_lines_are_headings_over_text_and_items_among_themselves() -> None:
    text = (
        "1. 운임\n운임은 두 배가 되었다.\n2. 과제\n세 가지가 남았다.\n"
        "1) 보험을 든다.\n2) 부두를 고친다.\n3) 선원을 모은다."
    )
    assert [kind for kind, _ in outline(text)] == [
        "heading",
        "paragraph",
        "heading",
        "paragraph",
        "item",
        "item",
        "item",
    ]


def test_page_numbers_and_heads_that_come_back_are_not_text() -> None:
    pages = (
        ["강 너머 소식 제3호", "첫 쪽의 글이 여기에서 시작한다. 글은 다음 쪽으로", "- 1 -"],
        ["강 너머 소식 제3호", "이어진다고 한다.", "- 2 -"],
        ["강 너머 소식 제3호", "끝 쪽이다.", "- 3 -"],
    )
    lines = [line for page in pages for line in page]
    found = read_printed([Line(i, text, (i - 1) // 3 + 1) for i, text in enumerate(lines, 1)], builtin())
    assert [block.text for block in found.blocks if block.kind is not BlockKind.PAGE_HEAD] == [
        "첫 쪽의 글이 여기에서 시작한다. 글은 다음 쪽으로 이어진다고 한다.",
        "끝 쪽이다.",
    ]


def test_a_text_that_breaks_off_is_said_to() -> None:
    found = document("강 너머에는 시장이 선다.\n\n//끝//\n\n이 문건은 집필자의 견해를 적은 것으로서,\n ")
    assert [block.kind for block in found.blocks] == [BlockKind.PARAGRAPH, BlockKind.END_MARK, BlockKind.DISCLAIMER]
    assert [(problem.code, problem.lines) for problem in found.problems] == [("text-cut", (5, 5))]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "1)", "■", "<표 1>", "[^1]:", "각주", "((((", "2022년", "|\n|"])
def test_scraps_are_read_without_complaint(text: str) -> None:
    found = document(text)
    assert len(found.lines) == text.count("\n") + 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="가나다 .1)-■[]“”" + string.ascii_letters[:6], max_size=30), max_size=12))
def test_no_letter_is_lost_and_reading_is_steady(lines: list[str]) -> None:
    found = read_printed([Line(i, line + " ") for i, line in enumerate(lines, 1)], builtin())
    marks = "".join((block.marker or "") + marked(block) for block in found.blocks if block.table is None) + "".join(
        note.label + note.text for note in found.notes
    )
    cells = "".join(cell for block in found.blocks if block.table for row in block.table.rows for cell in row.cells)
    printed = sorted(c for line in lines for c in line if c in "가나다")
    assert sorted(c for c in marks + cells if c in "가나다") == printed
    assert found == read_printed(found.lines, builtin())
    assert list(as_text(found)) == list(as_text(read_printed(found.lines, builtin())))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("■ 배경", "■"),
        ("▶배경", "▶"),
        ("- 줄표", "-"),
        ("-러 간에", None),
        ("ㅇ 참석", "ㅇ"),
        ("ㅇㅇ", None),
        ("○○기업은", None),
        ("△개선 △강화", None),
        ("Ÿ 개최", "Ÿ"),
        ("※ 참고", "※"),
        ("1) 배경", None),
    ],
)
def test_bullets(text: str, mark: str | None) -> None:
    assert bullet(text) == mark


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. 배경", ("dot", 1)),
        ("12. 22) 제8항", None),
        ("Ⅱ. 평가", ("roman", 2)),
        ("제3장 전망", ("chapter", 3)),
        ("1. 1961년: 조약", ("dot", 1)),
        ("3. 24. 발표", None),
        ("나. 쟁점", ("syllable", 2)),
        ("③ 보험", ("circled", 3)),
        ("(2) 운임", ("brackets", 2)),
        ("1.2 경과", ("decimal", 2)),
        ("2024년 보고", None),
    ],
)
def test_numbers(text: str, found: tuple[str, int] | None) -> None:
    seen = number(text)
    assert (None if seen is None else (seen.style, seen.value)) == found


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("[해상 운송] 부두가 좁아 배가 밀리고 있음.", "[해상 운송]"),
        (
            "보험 제도의 정비: 선사와 보험사가 위험을 나누어 지는 제도를 두 나라가 함께 마련해야 한다.",
            "보험 제도의 정비:",
        ),
        ("그는 이렇게 말했다: 길이 열리면 사람이 오고 사람이 오면 말이 섞인다고 하였다.", None),
        ("비율은 3:1이다.", None),
    ],
)
def test_headings_run_in_with_the_text(text: str, head: str | None) -> None:
    length = run_in(text)
    assert (None if length is None else text[:length]) == head


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["강의 이쪽", "1. 운임", "2. 보험", "강의 저쪽"], (1, 2, 2, 1)),
        (["1. 배경", "1) 운임", "2) 보험", "2. 전망", "1) 단기"], (1, 2, 2, 1, 2)),
        (["요약", "1. 배경", "2. 전망"], (1, 1, 1)),
        (["강의 이쪽", "결론 및 제언", "제언", "운임의 공개"], (1, 1, 2, 3)),
        (["Ⅰ. 배경", "1. 1961년: 조약", "가. 원조", "2. 2000년: 선린", "나. 기한", "Ⅱ. 맺음"], (1, 2, 3, 2, 3, 1)),
        (["Ⅰ. 배경", "가. 경과", "제2장 전망"], (1, 2, 1)),
    ],
)
def test_levels(headings: list[str], expected: tuple[int, ...]) -> None:
    assert levels(headings) == expected


@pytest.mark.parametrize(
    ("text", "following", "ends"),
    [
        ("배가 떴다.", "", True),
        ("배가 떴다.”", "", True),
        ("배가 떴다.7", "", True),
        ("배가 떴음.12)", "", True),
        ("배가 떴고,", "", False),
        ("「길」(2023.", "9. 14)", False),
        ("『길』, Vol.", "3", False),
        ("배가 뜨는가?", "", True),
    ],
)
def test_sentence_ends(text: str, following: str, ends: bool) -> None:
    assert ends_sentence(text, following) is ends


def test_a_rule_across_the_column_is_a_gap_and_no_text() -> None:
    text = "길이 열렸다.1)\n\n--------------------\n1) 홍보기, 『길』, 2024."
    found = document(text)
    assert [(block.kind.value, block.text) for block in found.blocks] == [("paragraph", "길이 열렸다.")]
    assert [(note.label, note.lines) for note in found.notes] == [("1", (4, 4))] and not found.problems
