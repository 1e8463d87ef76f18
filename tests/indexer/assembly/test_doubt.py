"""A reading that is unlikely as a whole is said to be, with its reason. All texts are invented."""

from dataclasses import replace

import pytest

from archive.citing.outlets import builtin
from archive.model import DOUBTFUL_DOCUMENT
from archive.model.document import Block, BlockKind, Document, Line, Note, NoteRef
from indexer.assembly.doubt import doubtful
from indexer.assembly.printed import read_printed
from tests.indexer.lines.test_fit import LEFT, RIGHT, wrapped

SENTENCE = "강을 건너는 배는 봄에 다시 다닌다. "


def reasons(*blocks: Block, notes: tuple[Note, ...] = (), text: str = "") -> list[str]:
    printed = text or "\n".join(block.text for block in blocks)
    lines = [Line(number, line) for number, line in enumerate(printed.split("\n"), 1)]
    return [problem.code for problem in doubtful(blocks, notes, lines)]


def blocks(kind: BlockKind, count: int, text: str = SENTENCE) -> tuple[Block, ...]:
    return tuple(Block(kind, text, (n, n)) for n in range(count))


def test_body_text_taken_for_headings_is_doubtful() -> None:
    headings, text = blocks(BlockKind.HEADING, 6, "강을 건너는 배는 봄에"), blocks(BlockKind.PARAGRAPH, 9)
    assert reasons(*headings, *text) == ["doubtful-headings"]


def test_short_headings_over_short_paragraphs_are_not() -> None:
    headings, text = blocks(BlockKind.HEADING, 9, "배경"), blocks(BlockKind.PARAGRAPH, 9, SENTENCE * 3)
    assert reasons(*headings, *text) == []


def test_a_table_may_hold_figures_alone_and_a_text_may_not() -> None:
    figures = "\n".join(["(147.9) △8.4 | 16.6"] * 30)
    table = Block(BlockKind.TABLE, figures, (1, 30))
    assert reasons(table, text=figures) == []
    assert reasons(Block(BlockKind.PARAGRAPH, figures, (1, 30)), text=figures) == ["doubtful-letters"]


def marked(*notes: int | None) -> Block:
    refs = tuple(NoteRef(str(n), 3, note, str(n)) for n, note in enumerate(notes))
    return replace(blocks(BlockKind.PARAGRAPH, 1)[0], refs=refs)


NOTES = tuple(Note(str(n), "글.", (1, 1)) for n in range(6))


@pytest.mark.parametrize(
    ("calls", "notes", "codes"),
    [
        ((0, 1, 2, 3, 4, 5), NOTES, []),
        ((0, 1, None, None, None, None), NOTES, ["doubtful-marks", "doubtful-notes"]),
        ((0, 0, 0, 0, 1, 1), NOTES, ["doubtful-notes"]),
        ((None,) * 6, (), []),
        ((0, None, None), NOTES[:3], []),
    ],
    ids=["all bound", "few bound", "few called", "a file without its notes", "too few to tell"],
)
def test_marks_and_notes_that_mostly_miss_each_other_are_doubtful(
    calls: tuple[int | None, ...], notes: tuple[Note, ...], codes: list[str]
) -> None:
    assert reasons(marked(*calls), notes=notes) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (SENTENCE * 20, []),
        ("2021 3,400 12.5% 2022 3,600 11.8% 합계 " * 12, ["doubtful-letters"]),
        ("¼ÖºûÈ£´Â ³²ÂÊ Ç×·Î¸¦ ´Ù´Ñ´Ù. " * 9, ["doubtful-encoding"]),
        ("ë´„ì— ë°°ê°€ ë‹¤ì‹œ ë‹¤ë‹Œë‹¤ " * 9, ["doubtful-encoding"]),
        ("占쏙옙占쏙옙 " * 9, ["doubtful-encoding"]),
        ("\ue0a1\ue0a2\ue0a3 배 " * 9, ["doubtful-encoding"]),
        ("Le blé d’été arrive à Séoul déjà. " * 9, []),
        ("강을 건너는 배\ufffd 봄에 다시 다닌\ufffd. " * 20, ["doubtful-encoding"]),
    ],
    ids=[
        "Korean",
        "figures",
        "CP949 as Latin",
        "UTF-8 as Latin",
        "lost and saved again",
        "private letters",
        "French",
        "lost letters",
    ],
)
def test_letters_that_no_text_is_made_of_are_doubtful(text: str, codes: list[str]) -> None:
    assert reasons(text=text) == codes


def read(lines: list[str]) -> Document:
    return read_printed([Line(number, line) for number, line in enumerate(lines, 1)], builtin())


def whole(document: Document) -> set[str]:
    return {problem.code for problem in document.problems} & DOUBTFUL_DOCUMENT


def test_columns_whose_lines_alternate_are_doubtful_and_a_text_in_order_is_not() -> None:
    left, right = wrapped(LEFT), wrapped(RIGHT)
    pairs = list(zip(left, right, strict=False))
    assert whole(read([line for pair in pairs for line in pair])) == {"columns-interleaved"}  # where it is
    assert whole(read([*left, *right])) == set()


def test_columns_that_stand_side_by_side_in_each_line_are_doubtful() -> None:
    pairs = zip(wrapped(LEFT * 2, 14), wrapped(RIGHT * 2, 14), strict=False)
    assert whole(read([f"{left}  {right}" for left, right in pairs])) & {
        "doubtful-joins",
        "doubtful-columns",
        "columns-interleaved",
    }
