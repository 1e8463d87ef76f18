"""References are told from other numbers and bound to their notes, both ways. All excerpts are invented."""

import pytest

from archive.citing.outlets import builtin
from archive.export.text import marked
from archive.model.document import Document, Line
from indexer.assembly.printed import read_printed
from indexer.notes.references import find_marks


def document(text: str) -> Document:
    """Reads a text in which ␣ shows a space at the end of a line."""
    return read_printed([Line(i, line) for i, line in enumerate(text.replace("␣", " ").split("\n"), 1)], builtin())


def bodies(text: str) -> list[str]:
    return [marked(block) for block in document(text).blocks]


def notes(text: str) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in document(text).notes]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("밝혔다.⁷ 다음 날", ["7"]),
        ("발언⁸이 알려졌다.", ["8"]),
        ("넓이는 3km²이다.", []),
        ("밝힘.9)", ["9"]),
        ("있음(그림 1 참고).6)", ["6"]),
        ("열차(5~8량)였다.", []),
        ("제8차(6월) 회의", []),
        ("(KN-09) 발사", []),
        ("밝혔다.[12] 다음", ["12"]),
        ("[AI 리뷰] 길", []),
        ("있다.2 위반을 적는다.", ["2"]),
        ("있다.7 2024년 3월에는", ["7"]),
        ("올랐다.2 위를 지킨다.", []),
        ("있다.3 대통령은", ["3"]),
        ("있다.7 이어", ["7"]),
        ("1.243.0", []),
        ("25.2월", []),
        ("했다.주3)", ["3"]),
        ("밝혔다.[^ㄱ]", ["ㄱ"]),
        ("No.5 발행", []),
        ("『길』 pp. 3", []),
    ],
)
def test_marks_that_are_sure(text: str, labels: list[str]) -> None:
    assert [mark.label for mark in find_marks(text) if mark.sure] == labels


def test_bare_digits_are_references_only_in_a_row_of_them() -> None:
    row = "배가 떴고,1 10월에는 짐이 늘었을 만큼,2 길은 바빴다. 그가 말함으로써3 값이 올랐다.4 끝이 났다."
    assert [(ref.label, ref.note) for ref in document(row).blocks[0].refs] == [
        ("1", None),
        ("2", None),
        ("3", None),
        ("4", None),
    ]
    assert document("코로나19 이후 Mig-29 두 대가 제2375호 결의에 걸렸고, 7 사람이 왔다.").blocks[0].refs == ()


def test_a_reference_whose_note_was_not_printed_stays_and_is_said_so() -> None:
    found = document("운임은 내리지 않았다.7 보험료가 올랐기 때문이다.")
    assert found.blocks[0].text == "운임은 내리지 않았다. 보험료가 올랐기 때문이다."
    assert [(ref.label, ref.offset, ref.note, ref.printed) for ref in found.blocks[0].refs] == [("7", 12, None, "7")]
    assert [(problem.code, problem.values) for problem in found.problems] == [("ref-open", ("7",))]


def test_raised_endnotes_with_and_without_bullets() -> None:
    text = (
        "길이 열렸다.¹ 짐이 늘었다.² 끝이다.\n\n"
        "¹ 홍보기, 「길」, 『보기일보』, 2024. 5. 1.\n- ² 「짐」, 『보기일보』, 2024. 6. 1."
    )
    assert bodies(text) == ["길이 열렸다.[^1] 짐이 늘었다.[^2] 끝이다."]
    assert notes(text) == [
        ("1", "홍보기, 「길」, 『보기일보』, 2024. 5. 1."),
        ("2", "「짐」, 『보기일보』, 2024. 6. 1."),
    ]


PAGES = """ ■ 첫 배가 두 달 만에 항구를 떠났으나, 돌아올 때 실을 짐이 정해지지 않아 운임을 매기지 못하였다고␣
␣
알려졌음.1)

1) 「첫 배가 떠났다는 긴 제목의 기사로서 한 줄에 다 들어가지 않아 다음 줄로 넘어가는 것」(2024.␣
␣
9. 14), 『보기일보』.
 ■ 다음 쪽에서는 보험을 맡을 회사를 찾는 일이 가장 어려운 과제로 남아 있다고 여러 사람이 입을 모아␣

말하였음.2)

2) Ibid.
 1) 새 절의 머리

■ 끝임."""


def test_page_bottom_notes_stand_between_lines_of_the_text() -> None:
    found = document(PAGES)
    assert [(note.label, note.lines, note.page) for note in found.notes] == [("1", (5, 7), 1), ("2", (12, 12), 2)]
    assert found.notes[0].text.endswith("넘어가는 것」(2024. 9. 14), 『보기일보』.")
    assert found.notes[1].same_as == 0
    assert [block.refs[0].note for block in found.blocks if block.refs] == [0, 1]


def test_the_same_shape_is_a_heading_where_nothing_called_it() -> None:
    text = "1) 운임의 추세\n운임은 두 배가 되었다.\n2) 보험의 추세\n보험료는 세 배가 되었다."
    assert notes(text) == []
    assert [block.kind.value for block in document(text).blocks] == ["heading", "paragraph"] * 2


def test_a_list_under_a_heading_of_notes() -> None:
    text = (
        "길이 열렸다.[1] 짐이 늘었다.[2]\n\n"
        "각주\n\n1. 홍보기, 『길』, 2024.\n2. 위의 책, 12쪽.\n\n* 본 글은 집필자의 견해입니다."
    )
    assert notes(text) == [("1", "홍보기, 『길』, 2024."), ("2", "위의 책, 12쪽.")]
    assert document(text).blocks[-1].kind.value == "disclaimer"


def test_bare_notes_at_the_end_and_a_line_that_only_begins_so() -> None:
    text = (
        "값이 올랐다.1 세관은\n2 차례나 문을 닫았다.2 그뿐이다.\n"
        "1 「값」, 『보기일보』, 2024. 1. 1.\n2 「문」, 『보기일보』, 2024. 2. 2."
    )
    assert [label for label, _ in notes(text)] == ["1", "2"]
    assert "세관은 2 차례나" in bodies(text)[0]


def test_markdown_notes_called_twice_uncalled_and_missing() -> None:
    text = "길이다.[^1] 짐이다.[^2] 다시 길이다.[^1]\n\n[^1]: 하나.\n[^2]: 둘.\n[^5]: 남는 것."
    found = document(text)
    assert [ref.note for ref in found.blocks[0].refs] == [0, 1, 0]
    assert [(problem.code, problem.values) for problem in found.problems] == [
        ("note-gap", ("3–4",)),
        ("note-uncalled", ("5",)),
    ]


def test_a_label_used_twice_is_a_doubt() -> None:
    found = document("길이다.¹ 짐이다.¹\n\n¹ 하나.\n¹ 또 하나.")
    assert [problem.code for problem in found.problems] == ["label-twice"]


FIRST = "첫째 절\n\n길이 열렸다.1) 짐이 늘었다.2)"
FIRST_NOTES = "1) 홍보기, 「길」, 『보기일보』, 2024. 5. 1.\n2) 「짐」, 『보기일보』, 2024. 6. 1."
SECOND = "둘째 절\n\n배가 떴다.1) 값이 올랐다.2)"
SECOND_NOTES = "1) 이예시, 「배」, 『예시신문』, 2024. 7. 1.\n2) 「값」, 『예시신문』, 2024. 8. 1."


def raised(text: str) -> str:
    return text.replace("1)", "¹").replace("2)", "²")


def bound(text: str) -> list[tuple[str, str | None]]:
    """Each mark with the first words of its note."""
    found = document(text)
    refs = [ref for block in found.blocks for ref in block.refs]
    return [(ref.label, found.notes[ref.note].text[:8] if ref.note is not None else None) for ref in refs]


@pytest.mark.parametrize("shape", [str, raised])
@pytest.mark.parametrize(
    "order",
    [
        (FIRST, FIRST_NOTES, SECOND, SECOND_NOTES),
        (FIRST, SECOND, "각주", FIRST_NOTES, SECOND_NOTES),
    ],
)
def test_where_numbers_start_anew_marks_lead_to_the_notes_of_their_own_section(order, shape) -> None:
    assert bound(shape("\n\n".join(order))) == [
        ("1", "홍보기, 「길」"),
        ("2", "「짐」, 『보기"),
        ("1", "이예시, 「배」"),
        ("2", "「값」, 『예시"),
    ]


@pytest.mark.parametrize("shape", [str, raised])
def test_a_section_without_notes_of_its_own_opens_no_other_section_s(shape) -> None:
    text = shape(f"{FIRST}\n\n{FIRST_NOTES}\n\n{SECOND}\n")
    assert bound(text) == [("1", "홍보기, 「길」"), ("2", "「짐」, 『보기"), ("1", None), ("2", None)]
    doubts = [(problem.code, problem.values) for problem in document(text).problems]
    assert doubts == [("ref-ambiguous", ("1",)), ("ref-ambiguous", ("2",))]


def test_marks_of_two_sections_above_one_list_of_notes_are_open() -> None:
    assert [note for _, note in bound(f"{FIRST}\n\n{SECOND}\n\n각주\n\n{FIRST_NOTES}")] == [None] * 4


def test_notes_of_a_page_printed_as_text_have_carets_and_end_at_the_next_chapter() -> None:
    text = (
        "길이 열렸다. ^[1] POSIX.1 문제가\n있다.\n\n짐이 늘었다. ^[2]\n\n"
        "^[1] 하나를\n    말한다.\n\n^[2] 둘을 말한다\n\n12장. 도움 받기\n\n물어라."
    )
    assert [label for label, _ in notes(text)] == ["1", "2"]
    assert "12장" not in notes(text)[1][1]
    assert [ref.note for block in document(text).blocks for ref in block.refs] == [0, 1]
