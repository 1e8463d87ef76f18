"""A part of the body is a paragraph with words and lines, or a table, which has none of its own."""

from indexer.markup import ElementRole
from indexer.typeset.body_parts import BodyPart
from indexer.typeset.page import Box
from indexer.typeset.paragraphs import PrintedParagraph
from indexer.typeset.tables import PrintedTable
from tests.indexer.typeset.press import line


def test_a_paragraph_takes_in_the_words_of_the_part_below() -> None:
    body = BodyPart(PrintedParagraph([line("남쪽 항구의", size=20)]), ElementRole.TITLE)
    body.extend(BodyPart(PrintedParagraph([line("앞날", y=120, size=20)])))
    assert (body.text, body.size, body.parted, body.page, len(body.lines)) == ("남쪽 항구의 앞날", 20, [True], 1, 2)


def test_a_table_has_no_words_of_its_own() -> None:
    body = BodyPart(PrintedTable(Box(0, 0, 9, 9), 3, [], ()), ElementRole.TABLE)
    assert (body.text, body.lines, body.parted, body.size, body.page) == ("", [], [], 0.0, 3)
