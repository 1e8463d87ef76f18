"""Every format's reading ends the same way: captions, headings, what notes mean, what is doubtful. Invented."""

import pytest

from archive.citing.outlets import builtin
from archive.model.document import Block, BlockKind, Document, Line, Metadata, Note, NoteRef, Problem, Row, Seam, Table
from indexer.assembly.finish import finish
from indexer.assembly.markup import read_markup
from indexer.assembly.printed import read_printed
from indexer.readers.formats import extract


def blocks(kinds: str) -> list[Block]:
    """Of "caption table": a block for each word, its line the next."""
    return [
        Block(BlockKind(word), f"표 {n}. 짐" if word == "caption" else "글.", (n, n))
        for n, word in enumerate(kinds.split(), 1)
    ]


def captions(kinds: str, scattered: bool) -> list[int | None]:
    finished = finish(Metadata(), blocks(kinds), (), (), outlets=builtin(), scattered=scattered)
    return [block.caption for block in finished.blocks if block.kind in (BlockKind.TABLE, BlockKind.SOURCE)]


@pytest.mark.parametrize(
    ("kinds", "right_there", "scattered"),
    [
        ("caption table source", [0, 0], [0, 0]),
        ("caption remark table source", [0, 0], [0, 0]),
        ("table caption table caption", [1, 3], [1, 3]),
        ("caption paragraph table", [None], [0]),
        ("caption caption table", [1], [0]),
        ("paragraph table source", [None, None], [None, None]),
    ],
)
def test_a_table_finds_its_caption(kinds: str, right_there: list[int | None], scattered: list[int | None]) -> None:
    assert captions(kinds, scattered=False) == right_there
    assert captions(kinds, scattered=True) == scattered


def test_the_title_is_no_heading_and_a_block_stands_under_the_nearest() -> None:
    finished = finish(Metadata(), blocks("heading title paragraph heading paragraph"), (), (), outlets=builtin())
    assert [block.heading for block in finished.blocks] == [None, None, None, None, 3]


PAGE = """<p>첫 줄<sup><a href="#fn1">1</a></sup>과 둘째 줄<sup><a href="#fn4">4</a></sup>이다.</p><p>표 1. 짐</p>
<p>그래서 배는 항구를</p><ol class="footnotes"><li id="fn1">글.</li><li id="fn4">다른 글.</li></ol>"""
MARKDOWN = "첫 줄[^1]과 둘째 줄[^4]이다.\n\n표 1. 짐\n\n그래서 배는 항구를\n\n[^1]: 글.\n[^4]: 다른 글.\n"


def documents() -> dict[str, Document]:
    return {
        "page": read_markup(extract(PAGE.encode(), "a.html"), builtin()),
        "markdown": read_markup(extract(MARKDOWN.encode(), "a.md"), builtin()),
        "text": read_printed([Line(n, text) for n, text in enumerate(MARKDOWN.split("\n"), 1)], builtin()),
    }


@pytest.mark.parametrize("shape", ["page", "markdown", "text"])
def test_the_same_doubts_are_said_of_every_format(shape: str) -> None:
    doubts = {(problem.code, problem.values) for problem in documents()[shape].problems}
    assert doubts == {
        ("note-gap", ("2–3",)),
        ("table-missing", ("표 1. 짐",)),
        ("text-cut", ("그래서 배는 항구를",)),
    }


def test_an_open_mark_is_said_at_the_line_it_stands_in() -> None:
    seams = (Seam(6, 2, "space", "model"),)
    text = Block(
        BlockKind.PARAGRAPH, "배가 떴고 값이 올랐다.", (1, 2), refs=(NoteRef("9", 13, None, "9"),), seams=seams
    )
    table = Block(
        BlockKind.TABLE,
        "봄\t소금\n가을\t쌀",
        (3, 4),
        refs=(NoteRef("8", 9, None, "8"),),
        table=Table((), (Row(("봄", "소금"), (3, 3)), Row(("가을", "쌀"), (4, 4)))),
    )
    assert finish(Metadata(), (text, table), (), (), outlets=builtin()).problems == (
        Problem("ref-open", (2, 2), ("9",)),
        Problem("ref-open", (4, 4), ("8",)),
    )


def test_notes_learn_what_they_cite_and_what_ibid_means() -> None:
    first, second = finish(
        Metadata(),
        (),
        (Note("1", "홍보기, 「길」, 『보기일보』, 2024. 5. 1.", (1, 1)), Note("2", "위의 글.", (2, 2))),
        (),
        outlets=builtin(),
    ).notes
    assert (first.citations[0].title, second.same_as) == ("길", 0)
