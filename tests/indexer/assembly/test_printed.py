"""Printed lines become a document: each step takes its lines out of the flow. All texts are invented."""

from archive.citing.outlets import builtin
from archive.model import BlockKind, Line
from indexer.assembly.printed import read_printed

TEXT = """겨울 항로의 앞날
홍보기 (한빛대학교 교수)
2024. 3. 1.

1. 배경

두 나라의 장관이 항구에서 만났다.1)

- 3 -

1) 홍보기, 「항로」, 『보기연구』, 2020."""


def document(text: str):
    return read_printed([Line(n, line) for n, line in enumerate(text.split("\n"), 1)], builtin())


def test_a_brief_is_read_from_its_title_to_its_note() -> None:
    found = document(TEXT)
    assert [block.kind for block in found.blocks] == [
        BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PAGE_HEAD,
    ]  # fmt: skip
    assert (found.metadata.title, found.metadata.authors, found.metadata.date) == (
        "겨울 항로의 앞날",
        ("홍보기",),
        "2024-03-01",
    )
    (ref,) = found.blocks[4].refs
    assert (found.blocks[4].text, ref.label, ref.note, ref.offset) == ("두 나라의 장관이 항구에서 만났다.", "1", 0, 19)
    assert (found.notes[0].label, found.notes[0].citations[0].title) == ("1", "항로")


def test_no_lines_are_an_empty_document() -> None:
    found = document("")
    assert (found.blocks, found.notes) == ((), ())
