"""The tables of a header, and how a level's text is written there."""

import pytest
from lxml.etree import fromstring

from indexer.readers.office.hangul import LetterShape, ParagraphShape
from indexer.readers.office.hwpx_head import level_text, read_look
from indexer.readers.office.lists import ListLevel


def test_the_tables_by_their_ids() -> None:
    look = read_look(fromstring(
        '<head><charPr id="4" height="1250"><bold/><subscript/></charPr>'
        '<paraPr id="2"><switch><case><heading type="NUMBER" idRef="3" level="1"/></case></switch></paraPr>'
        '<paraPr id="3"><heading type="NONE" idRef="0" level="0"/></paraPr>'
        '<style id="1" name="제목" engName="Title"/><bullet id="1" char="&#xF06C;"/>'
        '<numbering id="3"><paraHead level="1" start="2" numFormat="LATIN_CAPITAL">^1.</paraHead>'
        '<paraHead level="4294967295">^n</paraHead></numbering></head>'
    ))  # fmt: skip
    assert (look.letters[4], look.shapes[2], look.shapes[3]) == (
        LetterShape(12.5, True, "sub"), ParagraphShape("NUMBER", 3, 1), ParagraphShape(),
    )  # fmt: skip
    assert (look.styles[1], look.bullets[1]) == (("제목", "Title"), "●")
    assert look.lists[3].levels == {0: ListLevel("{1}.", "LATIN_CAPITAL", 2)}


def test_grounds_that_are_not_white() -> None:
    grounds = [
        '<winBrush faceColor="none"/>', '<winBrush faceColor="#FFFFFF"/>', '<winBrush faceColor="#E5E5E5"/>',
        "<gradation/>", "",
    ]  # fmt: skip
    fills = (
        f'<borderFill id="{at}"><fillBrush>{ground}</fillBrush></borderFill>' for at, ground in enumerate(grounds, 1)
    )
    assert read_look(fromstring(f"<head>{''.join(fills)}</head>")).shades == {3, 4}


@pytest.mark.parametrize(
    ("printed", "level", "text"),
    [
        ("제^1장", 1, "제{1}장"),
        ("^1.^2)", 2, "{1}.{2})"),
        ("^n", 3, "{1}.{2}.{3}"),
        ("^N", 2, "{1}.{2}."),
        ("{^10}", 10, "({10})"),
    ],
)  # fmt: skip
def test_what_a_level_prints(printed: str, level: int, text: str) -> None:
    assert level_text(printed, level) == text
