"""A person with the print in hand finds the passage: page, section, paragraph."""

import pytest

from archive.citing.locator import (
    Coordinate,
    coordinate,
    format_coordinate,
    ordinal_en,
    ordinal_ko,
    page_label,
    section_name,
)
from archive.model.document import Block, BlockKind, Document, Line, Metadata, Note, Row, Table
from archive.model.margins import part_of
from archive.model.passage import Passage, PassageKind, drafts

BRIEF = Document(
    Metadata(title="나루터"),
    (
        Block(BlockKind.TITLE, "나루터", (1, 1)),
        Block(BlockKind.PARAGRAPH, "머리말이다.", (2, 2)),
        Block(BlockKind.HEADING, "3) 나루터의 전망", (3, 3), page=7, level=1),
        Block(BlockKind.PARAGRAPH, "하나.", (4, 4), page=7, heading=2),
        Block(BlockKind.ITEM, "항목.", (5, 5), page=7, heading=2),
        Block(BlockKind.PARAGRAPH, "둘.", (6, 6), page=8, heading=2),
        Block(BlockKind.CAPTION, "표 1. 화물", (7, 7), page=8, heading=2),
        Block(BlockKind.TABLE, "봄\t소금\n가을\t쌀", (8, 9), page=8, heading=2, caption=6,
              table=Table(("철", "화물"), (Row(("봄", "소금"), (8, 8)), Row(("가을", "쌀"), (9, 9))))),
        Block(BlockKind.SOURCE, "자료: 장부", (10, 10), page=8, heading=2, caption=6),
    ),
    (Note("3", "이보기, 앞의 글.", (11, 11), page=9),),
    (),
    page_labels=tuple("123456789"),
)  # fmt: skip


def place(words: str, language: str = "ko") -> str:
    passages = passages_of(BRIEF)
    passage = next(p for p in passages if words in p.text)
    return format_coordinate(coordinate(part_of(BRIEF, passages, (passage,))), "en" if language == "en" else "ko")


@pytest.mark.parametrize("words, ko, en", [
    ("머리말", "첫째 문단", "first paragraph"),
    ("둘.", "8쪽, ‘3) 나루터의 전망’ 둘째 문단", "p. 8, ‘3) 나루터의 전망’, second paragraph"),
    ("항목", "7쪽, ‘3) 나루터의 전망’ 첫째 항목", "p. 7, ‘3) 나루터의 전망’, first item"),
    ("쌀", "8쪽, ‘표 1. 화물’ 둘째 행", "p. 8, ‘표 1. 화물’, second row"),
    ("앞의 글", "9쪽, 각주 3", "p. 9, note 3"),
    ("전망", "7쪽, ‘3) 나루터의 전망’ 절 제목", "p. 7, ‘3) 나루터의 전망’, heading"),
    ("표 1", "8쪽, ‘표 1. 화물’ 표·그림 제목", "p. 8, ‘표 1. 화물’, caption"),
    ("나루터", "제목", "title"),
])  # fmt: skip
def test_a_place_is_said_in_both_languages(words: str, ko: str, en: str) -> None:
    assert (place(words), place(words, "en")) == (ko, en)


def test_without_page_or_section_only_the_number_is_said() -> None:
    assert format_coordinate(Coordinate(PassageKind.PARAGRAPH, 12), "ko") == "열두째 문단"


@pytest.mark.parametrize("number, ko, en", [
    (1, "첫째", "first"), (2, "둘째", "second"), (3, "셋째", "third"), (10, "열째", "tenth"), (11, "열한째", "11th"),
    (12, "열두째", "12th"), (20, "스무째", "20th"), (21, "스물한째", "21st"), (22, "스물두째", "22nd"),
    (33, "서른셋째", "33rd"), (99, "아흔아홉째", "99th"), (100, "100번째", "100th"), (111, "111번째", "111th"),
])  # fmt: skip
def test_ordinals(number: int, ko: str, en: str) -> None:
    assert (ordinal_ko(number), ordinal_en(number)) == (ko, en)


@pytest.mark.parametrize("coordinate_, ko, en", [
    (Coordinate(PassageKind.PARAGRAPH, 1), "첫째 문단", "first paragraph"),
    (Coordinate(PassageKind.PARAGRAPH, 3, 7), "7쪽, 셋째 문단", "p. 7, third paragraph"),
    (Coordinate(PassageKind.ITEM, 2, None, "나루터"), "‘나루터’ 둘째 항목", "‘나루터’, second item"),
    (Coordinate(PassageKind.ROW, 21, 8, "표 1"), "8쪽, ‘표 1’ 스물한째 행", "p. 8, ‘표 1’, 21st row"),
    (Coordinate(PassageKind.NOTE, 4, 9, "나루터", "3"), "9쪽, 각주 3", "p. 9, note 3"),
    (Coordinate(PassageKind.NOTE, 4, None, None, "가"), "각주 가", "note 가"),
    (Coordinate(PassageKind.HEADING, 1, 7, "나루터"), "7쪽, ‘나루터’ 절 제목", "p. 7, ‘나루터’, heading"),
    (Coordinate(PassageKind.TITLE, 1, 1), "1쪽, 제목", "p. 1, title"),
    (Coordinate(PassageKind.SOURCE, 2, 8, "표 1"), "8쪽, ‘표 1’ 자료 출처", "p. 8, ‘표 1’, source line"),
    (Coordinate(PassageKind.REMARK, 1, None, "표 1"), "‘표 1’ 주", "‘표 1’, remark"),
    (Coordinate(PassageKind.DISCLAIMER, 1), "밝힘 글", "disclaimer"),
])  # fmt: skip
def test_a_coordinate_is_said_by_what_is_known_of_it(coordinate_: Coordinate, ko: str, en: str) -> None:
    assert (format_coordinate(coordinate_, "ko"), format_coordinate(coordinate_, "en")) == (ko, en)


def test_every_kind_of_passage_can_be_said() -> None:
    assert all(
        format_coordinate(Coordinate(kind, 1), "ko") and format_coordinate(Coordinate(kind, 1), "en")
        for kind in PassageKind
    )


def test_the_page_of_a_block_that_has_none_is_that_of_its_line() -> None:
    document = Document(
        Metadata(),
        (Block(BlockKind.PARAGRAPH, "하나.", (1, 1)), Block(BlockKind.PARAGRAPH, "둘.", (2, 3))),
        (Note("1", "앞의 글.", (4, 4)),),
        (Line(1, "하나.", 5), Line(2, "둘", 6), Line(3, ".", 7), Line(4, "1) 앞의 글.", 7)),
        page_labels=tuple("1234567"),
    )
    passages = passages_of(document)
    assert [coordinate(part_of(document, passages, (passage,))) for passage in passages] == [
        Coordinate(PassageKind.PARAGRAPH, 1, "5"), Coordinate(PassageKind.PARAGRAPH, 2, "6"),
        Coordinate(PassageKind.NOTE, 1, "7", None, "1"),
    ]  # fmt: skip


@pytest.mark.parametrize("source, ko, en", [
    ("brief.PDF", "PDF 5쪽, 첫째 문단", "PDF p. 5, first paragraph"),
    ("brief.txt", "5쪽(추정), 첫째 문단", "p. 5 (inferred), first paragraph"),
])  # fmt: skip
def test_a_page_that_bears_no_number_is_counted_or_inferred(source: str, ko: str, en: str) -> None:
    document = Document(Metadata(), (Block(BlockKind.PARAGRAPH, "하나.", (1, 1), page=5),), (), ())
    found = coordinate(part_of(document, passages := passages_of(document), tuple(passages)), source)
    assert (format_coordinate(found, "ko"), format_coordinate(found, "en")) == (ko, en)


def test_passages_that_follow_each_other_are_counted_from_the_first_to_the_last() -> None:
    passages = passages_of(BRIEF)
    rows = tuple(one for one in passages if one.kind is PassageKind.ROW)
    found = coordinate(part_of(BRIEF, passages, rows))
    assert format_coordinate(found, "ko") == "8쪽, ‘표 1. 화물’ 첫째~둘째 행"
    assert format_coordinate(found, "en") == "p. 8, ‘표 1. 화물’, first to second rows"
    assert coordinate(part_of(BRIEF, passages, tuple(passages[3:5]))).last is None  # a paragraph and an item


def test_a_name_is_taken_out_of_the_brackets_that_close_it_in() -> None:
    named = [section_name(Coordinate(PassageKind.ROW, 1, under=under)) for under in ("<표 1. 화물>", "<가> <나>", "<>")]
    assert named == ["표 1. 화물", "<가> <나>", "<>"]


def passages_of(document: Document) -> list[Passage]:
    return [
        Passage(n, f"p{n}", "d", n, unit.kind, unit.text, unit.block, unit.row, unit.note, unit.context)
        for n, unit in enumerate(drafts(document))
    ]


def test_a_page_is_called_by_the_number_printed_on_it() -> None:
    assert page_label((), 3) == "3"
    assert page_label(("", "ii", "1"), 2) == "ii"
    assert page_label(("", "ii", "1"), 1) is None
    assert page_label(("i",), 2) is None
    assert page_label(("i",), None) is None
