"""How a document looks on paper: text that a person can compare with the print."""

import pytest

from archive.export.text import as_text, marked
from archive.model.document import Block, BlockKind, Document, Metadata, Note, NoteRef, Row, Seam, Table
from tests.archive.paper import PAPER


def block(text: str, *seams: Seam, refs: tuple[NoteRef, ...] = ()) -> Block:
    return Block(BlockKind.PARAGRAPH, text, (1, 2), refs=refs, seams=seams)


def rendered(*blocks: Block, notes: tuple[Note, ...] = ()) -> list[str]:
    return list(as_text(Document(Metadata(), blocks, notes, ())))


def test_a_document_is_written_out_whole() -> None:
    assert (
        "\n".join(as_text(PAPER))
        == """\
title: 나루터의 물동량
authors: 홍보기; 고보기
publisher: 보기연구원
date: 2025-03
language: ko
sample: True

-- title (lines 1, page 1)
나루터의 물동량

-- heading (lines 2, page 1, level 1)
1. 나루터

-- paragraph (lines 3-5, page 1, marks ¹ 4))
올해 나루터의 물동량은 줄었다.[^1] 뱃사공은 다리를 탓한다.[^4?]
   healed: 물|동량은 (model)

-- item (lines 6, page 2, marker - depth 1, run-in '[겨울]')
[겨울] 뱃삯이 두 배로 올랐다.

-- caption (lines 7, page 2)
표 1. 나루터의 화물

-- table (lines 8-11, page 2, caption '표 1. 나루터의 화물')
철 | 화물
9: 봄 | 소금 // 열 섬
10-11: 가을 | 쌀 두 섬
   healed: 쌀 | 두 (model)
(row 1, column 1 spans 2 rows, 1 columns)

-- source (lines 12, page 2, caption '표 1. 나루터의 화물')
자료: 장부

== notes
[^1] (lines 13-14, page 2) 이보기, 「나루터의 하루」, 『보기일보』, 2024. 11. 1.
   healed: 이보기, | 「나루터의 (model)
    cites 0-38: title='나루터의 하루', outlet='보기일보', author='이보기', date='2024-11-01'
[^2] (lines 15, same as 1) 앞의 글.

== problems
5 ref-open: Note 4 is called but not printed.
- unheard-of: unheard-of 보기""".replace("0-38", f"0-{len(PAPER.notes[0].text)}")
    )


def test_a_document_of_nothing_is_nothing() -> None:
    assert rendered() == []


@pytest.mark.parametrize("refs, text", [
    ((), "나루터의 배"),
    ((NoteRef("1", 3, 0, "¹"),), "나루터[^1]의 배"),
    ((NoteRef("1", 0, 0, "¹"), NoteRef("2", 6, 1, "²")), "[^1]나루터의 배[^2]"),
    ((NoteRef("3", 6, None, "3)"),), "나루터의 배[^3?]"),
    ((NoteRef("1", 3, 0, "¹"), NoteRef("2", 3, 1, "²")), "나루터[^1][^2]의 배"),
], ids=["없음", "가운데", "처음과 끝", "인쇄 안 됨", "나란히"])  # fmt: skip
def test_references_stand_in_the_text_where_their_marks_stood(refs: tuple[NoteRef, ...], text: str) -> None:
    assert marked(block("나루터의 배", refs=refs)) == text


@pytest.mark.parametrize("seam, shown", [
    (Seam(1, 2, "glue", "trailing space"), ["   healed: 물|동량은"]),
    (Seam(1, 2, "glue", "model"), ["   healed: 물|동량은 (model)"]),
    (Seam(5, 2, "space", "model"), ["   healed: 물동량은 | 줄었다. (model)"]),
    (Seam(5, 2, "space", "particle"), ["   healed: 물동량은 | 줄었다. (particle)"]),
    (Seam(5, 2, "space", "trailing space"), []),
    (Seam(5, 2, "space", "leading space"), []),
    (Seam(5, 2, "space", "line break of the page"), []),
], ids=["붙임, 인쇄", "붙임, 모델", "띄움, 모델", "띄움, 규칙", "띄움, 인쇄", "앞 빈칸", "줄바꿈"])  # fmt: skip
def test_a_join_is_shown_where_the_text_does_not_show_it(seam: Seam, shown: list[str]) -> None:
    assert rendered(block("물동량은 줄었다.", seam))[2:] == ["물동량은 줄었다.", *shown]


def test_several_joins_stand_on_one_line() -> None:
    seams = (Seam(1, 2, "glue", "model"), Seam(6, 3, "glue", "trailing space"))
    assert rendered(block("물동량은 줄었다.", *seams))[-1] == "   healed: 물|동량은 (model), 줄|었다."


def test_a_table_without_heads_is_its_rows() -> None:
    table = Block(BlockKind.TABLE, "봄\t소금", (1, 1), table=Table((), (Row(("봄", "소금"), (1, 1)),)))
    assert rendered(table) == ["", "-- table (lines 1)", "1: 봄 | 소금"]


def test_a_note_alone_stands_under_its_head() -> None:
    assert rendered(notes=(Note("7", "앞의 글.", (3, 4)),)) == ["", "== notes", "[^7] (lines 3-4) 앞의 글."]
