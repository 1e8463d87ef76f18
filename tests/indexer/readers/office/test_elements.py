"""Paragraphs become elements in reading order, notes at the end, what is no text counted."""

import pytest

from archive.errors import SourceError
from indexer.markup import ElementRole, Extract
from indexer.readers.office import elements
from indexer.readers.office.elements import FlowReader, extract_of
from indexer.readers.office.flow import (
    Flow,
    FlowCell,
    FlowTable,
    LeftOutCount,
    LeftOutKind,
    LineEnd,
    NoteAtMark,
    Paragraph,
    Part,
    RunningHead,
    TextBox,
    Words,
)
from tests.indexer.readers.office.reading import bindings, short


def para(*parts: Part | str, number: str = "", level: int | None = None) -> Paragraph:
    return Paragraph(
        tuple(Words(part) if isinstance(part, str) else part for part in parts), number=number, level=level
    )


def note(*texts: str, label: str = "1", endnote: bool = False) -> NoteAtMark:
    return NoteAtMark(label, f"{label})", tuple(map(para, texts)), endnote)


def read(*paragraphs: Paragraph) -> Extract:
    return extract_of(Flow(paragraphs), "x/y", "강.hwp")


def test_notes_stand_at_the_end_with_keys_of_their_own() -> None:
    found = read(para("강", note("미주.", endnote=True), note("각주."), "물"), para("길", note("각주 둘.", "이어짐.")))
    assert short(found)[2:] == [("note", "각주."), ("note", "각주 둘.\n이어짐."), ("note", "미주.")]
    assert bindings(found) == [
        ("강물", 1, "1)", "미주."),
        ("강물", 1, "1)", "각주."),
        ("길", 1, "1)", "각주 둘.\n이어짐."),
    ]
    assert (found.styled, found.media_type, len(found.lines)) == (True, "x/y", 6)


def test_a_note_in_a_note_is_a_note_and_its_mark_stays_text() -> None:
    inner = NoteAtMark("2", "2)", (para("안쪽."),))
    found = read(para("강", NoteAtMark("1", "1)", (para("바깥", inner, "."),))))
    assert short(found)[1:] == [("note", "바깥2)."), ("note", "안쪽.")]


def test_marks_in_cells_and_captions_lead_to_their_notes() -> None:
    cells = tuple(FlowCell(y, x, (para(text, *call),)) for y, x, text, call in (
        (0, 0, "강", ()), (0, 1, "길이", (note("길이의 각주."),)), (1, 0, "두만강", ()), (1, 1, "521", ()),
    ))  # fmt: skip
    found = read(
        para("강"),
        para(
            FlowTable(
                cells,
                (
                    para(
                        "표 1",
                        note("캡션의 각주."),
                    ),
                ),
            )
        ),
    )
    assert bindings(found) == [("표 1", 3, "1)", "캡션의 각주."), ("길이", 2, "1)", "길이의 각주.")]


def test_objects_stand_before_or_behind_the_words_of_their_paragraph() -> None:
    box = TextBox((para("상자."),))
    assert [text for _, text in short(read(para(box, "강이", box, " 흐른다.")))] == ["상자.", "강이 흐른다.", "상자."]


def test_a_cell_has_a_line_for_each_of_its_paragraphs_and_rows() -> None:
    inner = FlowTable(
        (FlowCell(0, 0, (para("가"),)), FlowCell(0, 1, (para("나", LineEnd(), "다"),)), FlowCell(1, 0, (para("라"),)))
    )
    held = (
        para("하나", LineEnd(), "둘", number="1."),
        para(TextBox((para("상자"),))),
        para(inner, LeftOutCount(LeftOutKind.PICTURE)),
    )
    cells = (
        FlowCell(0, 0, (para("이름"),)),
        FlowCell(0, 1, (para("값"),)),
        FlowCell(1, 0, (para("긴 이름 " * 9),)),
        FlowCell(1, 1, held),
    )
    found = read(para(FlowTable(cells)))
    assert (found.elements or ())[0].rows[1][1].text == "1. 하나\n둘\n상자\n가 나 다\n라"
    assert [(one.code, one.values) for one in found.problems] == [("pictures-left-out", ("1",))]


def test_a_running_head_is_kept_once_and_a_page_number_not_at_all() -> None:
    heads = [
        RunningHead((para(text),)) for text in ("연구 보고", "- 3 -", "iv", "3쪽", "Page 3", "연구 보고", "A-3 보고")
    ]
    found = read(para(*heads, "강이 흐른다."))
    assert [text for role, text in short(found) if role == "page-head"] == ["연구 보고", "A-3 보고"]


def test_heads_of_a_table_and_a_caption_below() -> None:
    cells = tuple(FlowCell(y, x, (para(f"{y}{x}"),), head=y == 0) for y in range(2) for x in range(2))
    table, caption = (read(para(FlowTable(cells, (para("표 1"),), below=True))).elements or ())[:2]
    assert (table.heads, caption.role) == (1, ElementRole.CAPTION)


def test_a_line_of_contents_is_no_item_and_no_heading() -> None:
    found = read(para("1. 배경\t3"), para("가. 지형 ······ 12"), para("강이 흐른다."))
    assert [role for role, _ in short(found)] == ["paragraph"] * 3
    styled = read(Paragraph((Words("배경\t3"),), number="1.", contents=True), para("강이 흐른다."))
    assert short(styled) == [("page-head", "1. 배경 3"), ("paragraph", "강이 흐른다.")]


def test_long_rows_of_dots_and_figures_cost_little() -> None:
    head = RunningHead((para("1" * 90_000 + "강"),))
    assert len(read(para(head, "·" * 90_000 + "강")).lines) == 2


def test_letters_that_no_text_can_hold_are_counted() -> None:
    found = read(para("강\x07이", note("각\x01주")))
    assert [(one.code, one.values) for one in found.problems] == [("invalid-characters", ("2", "U+FFFD"))]


def test_a_document_without_text_is_refused_and_so_is_one_that_nests_too_deep(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match=r"강\.hwp holds no text"):
        read(para(LeftOutCount(LeftOutKind.PICTURE)))
    monkeypatch.setattr(elements, "MAX_DEPTH", 3)
    deep = para("강")
    for _ in range(5):
        deep = para(TextBox((deep,)))
    for made in (
        deep,
        para(FlowTable((FlowCell(0, 0, (deep,)), FlowCell(0, 1, (para("강"),)), FlowCell(0, 2, (para("물"),))))),
    ):
        with pytest.raises(SourceError, match=r"강\.hwp nests boxes and tables more than 3 deep"):
            FlowReader("강.hwp").read([made])
