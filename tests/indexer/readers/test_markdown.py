"""Markdown becomes blocks and notes with the lines of its file. All texts are invented."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.citing.outlets import builtin
from archive.errors import SourceError
from archive.model.document import BlockKind, Document, NoteRef, Problem, Seam
from indexer.assembly.markup import read_markup
from indexer.readers.formats import extract
from tests.counting import growth


def read(text: str) -> Document:
    return read_markup(extract(text.encode(), "a.md"), builtin())


def outline(text: str) -> list[tuple[str, str, tuple[int, int]]]:
    return [(block.kind.value, block.text, block.lines) for block in read(text).blocks]


def test_blocks_and_their_lines() -> None:
    text = """# 강 너머

길이 **다시**
열렸다.

## 배경
- 첫째
  이어짐
  1. 안쪽
- 둘째

> 인용한 말이다.

제목 줄
-------
```
한 줄
두 줄
```
"""
    assert outline(text) == [
        ("title", "강 너머", (1, 1)),
        ("paragraph", "길이 다시 열렸다.", (3, 4)),
        ("heading", "배경", (6, 6)),
        ("item", "첫째 이어짐", (7, 8)),
        ("item", "안쪽", (9, 9)),
        ("item", "둘째", (10, 10)),
        ("paragraph", "인용한 말이다.", (12, 12)),
        ("heading", "제목 줄", (14, 14)),
        ("paragraph", "한 줄 두 줄", (17, 18)),
    ]
    blocks = read(text).blocks
    assert [(block.marker, block.depth) for block in blocks[3:6]] == [("-", 1), ("1.", 2), ("-", 1)]
    assert blocks[1].seams == (Seam(6, 4, "space", "line break of the page"),)
    assert [block.level for block in blocks if block.kind is BlockKind.HEADING] == [1, 1]


def test_marks_that_markdown_does_not_know_open_items() -> None:
    assert outline("■ 길이 열렸음.\nㅇ 첫 차가 지남.\n이어짐.\n※ 참고임.")[:3] == [
        ("item", "길이 열렸음.", (1, 1)),
        ("item", "첫 차가 지남. 이어짐.", (2, 3)),
        ("item", "참고임.", (4, 4)),
    ]


def test_a_note_of_many_lines_called_twice() -> None:
    text = (
        "길이다.[^1] 다시 길이다.[^1]\n\n"
        "[^1]: 홍보기, 「길」, 『보기일보』,\n    2024. 10. 3.\n\n    덧붙이는 말.\n\n[^2]: 위의 글.\n"
    )
    document = read(text)
    assert document.blocks[0].text == "길이다. 다시 길이다."
    assert document.blocks[0].refs == (NoteRef("1", 4, 0, "[^1]"), NoteRef("1", 12, 0, "[^1]"))
    first, second = document.notes
    assert (first.text, first.lines) == ("홍보기, 「길」, 『보기일보』, 2024. 10. 3. 덧붙이는 말.", (3, 6))
    assert [seam.line for seam in first.seams] == [4, 6] and first.citations[0].date == "2024-10-03"
    assert second.same_as == 0 and document.problems == (Problem("note-uncalled", (8, 8), ("2",)),)


def test_a_reference_without_its_note_and_one_that_may_mean_two_are_open_and_said() -> None:
    document = read("길이다.[^9] 짐이다.[^a]\n\n[^a]: 하나.\n[^a]: 둘.\n")
    assert [(ref.label, ref.note) for ref in document.blocks[0].refs] == [("9", None), ("a", None)]
    assert [(problem.code, problem.values) for problem in document.problems] == [
        ("ref-ambiguous", ("a",)),
        ("ref-open", ("9",)),
        ("label-twice", ("a",)),
    ]


def test_numbers_that_start_anew_in_a_section_lead_to_the_notes_of_that_section() -> None:
    section = "길이다.[^1] 다시 길이다.[^1]\n\n[^1]: 하나.\n\n"
    document = read(f"{section}## 둘째 절\n\n{section}")
    assert [[ref.note for ref in block.refs] for block in document.blocks] == [[0, 0], [], [1, 1]]
    assert [note.label for note in document.notes] == ["1", "1"]


def test_a_table_with_its_caption_and_marks() -> None:
    text = (
        "표 1. 물동량\n\n| 연도 | 톤[^1] |\n|---|--:|\n| 2023 | 1<br>2 |\n| 2024 | 3[^1] |\n\n"
        "자료: 보기통계.\n\n[^1]: 잠정치.\n"
    )
    caption, table, source = read(text).blocks
    assert (caption.kind, table.caption, source.kind, source.caption) == (BlockKind.CAPTION, 0, BlockKind.SOURCE, 0)
    assert table.table is not None and table.table.columns == ("연도", "톤")
    assert [(row.cells, row.lines) for row in table.table.rows] == [(("2023", "1\n2"), (5, 5)), (("2024", "3"), (6, 6))]
    assert [ref.offset for ref in table.refs] == [0, len(table.text)] and table.lines == (3, 6)


def test_front_matter_is_catalogue_data_and_no_text() -> None:
    document = read(
        '---\ntitle: "강 너머"\n저자:\n  - 홍보기\n  - 성예시\n'
        "date: 2025-03-24\nlang: ko-KR\ntags: [a]\n---\n\n글이다.\n"
    )
    found = document.metadata
    assert (found.title, found.authors, found.date, found.language) == (
        "강 너머",
        ("홍보기", "성예시"),
        "2025-03-24",
        "ko",
    )
    assert [(block.text, block.lines) for block in document.blocks] == [("글이다.", (11, 11))]


def test_tags_are_taken_out_and_words_stay() -> None:
    text = (
        "<div>\n<p>상자 속의 글이다.</p>\n</div>\n\n<!-- 숨은 말 -->\n\n"
        "[이은](https://example.org) <b>굵은</b> 글과 ![그림](a.png).\n"
    )
    assert outline(text) == [("paragraph", "상자 속의 글이다.", (2, 2)), ("paragraph", "이은 굵은 글과 그림.", (7, 7))]


def test_a_text_of_front_matter_alone_is_refused() -> None:
    with pytest.raises(SourceError, match="has no text"):
        read("---\ntitle: 강 너머\n---\n")


@given(
    st.lists(
        st.sampled_from(
            [
                "# 가",
                "나다",
                "- 라",
                "  1. 마",
                "| 바 | 사 |",
                "|---|---|",
                "[^1]: 아",
                "    자[^1]",
                "> 차",
                "```",
                "",
                "<div>",
                "ㅇ 카",
                "---",
                "[^2]",
            ]
        ),
        max_size=14,
    )
)
def test_lines_stay_within_the_file(lines: list[str]) -> None:
    try:
        document = read("가[^1]\n\n" + "\n".join(lines))
    except SourceError:
        return
    last = len(lines) + 2
    for unit in (*document.blocks, *document.notes):
        assert 1 <= unit.lines[0] <= unit.lines[1] <= last
        assert all(unit.lines[0] <= seam.line <= unit.lines[1] for seam in unit.seams)


HOSTILE: dict[str, Callable[[int], str]] = {
    "calls": lambda n: "[^1" * n,
    "quotes": lambda n: ">" * n + "a",
    "items": lambda n: "- " * n + "a",
    "stress": lambda n: "*a_" * n,
    "code": lambda n: "`" * 2 * n + "a",
    "brackets": lambda n: "[" * n + "a",
    "notes": lambda n: "[^1]: a\n" * (n // 4) + "b[^1]",
    "tags": lambda n: "{%" * n,
    "braces": lambda n: "{{" * n + "{: ",
    "links of wikis": lambda n: "[[" * n + "a|",
    "parts of MDX": lambda n: "<Box a={" * (n // 4),
    "comments": lambda n: "{% comment %}\n" * (n // 4) + "a",
    "code in lines": lambda n: "a `b\n" * (n // 4),
    "blocks of code": lambda n: "```a\nb\n~~~\n" * (n // 8),
    "raised": lambda n: "a<sup>" * (n // 2),
    "notes in their places": lambda n: "a^[" * (n // 2),
    "many notes in their places": lambda n: "a^[b] " * (n // 4),
    "places": lambda n: '<a id="b">[1](#b) ' * (n // 8),
    "tags of a page": lambda n: "<p id=" * (n // 2),
    "admonitions": lambda n: ":::note a\n" * (n // 4),
    "numbers": lambda n: "a<sup>1)</sup>\n\n1) 「b」\n\n" * (n // 16),
    "cells": lambda n: "|a" * (n // 4) + "\n" + "|-" * (n // 4) + "\n|b",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_marks_cost_what_their_length_does(name: str) -> None:
    def reading(length: int) -> None:
        with suppress(SourceError):
            read(HOSTILE[name](length))

    assert growth(lambda length: partial(reading, length), 10_000, floor=0.02) < 10
