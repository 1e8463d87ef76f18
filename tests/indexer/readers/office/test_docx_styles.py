"""What a style says, with what it takes from those it builds on."""

import pytest
from lxml.etree import fromstring

from indexer.markup import ElementRole
from indexer.readers.office.docx_styles import WordStyle, read_styles


def styles(*inner: str) -> dict[str, WordStyle]:
    return dict(read_styles(fromstring(f"<styles>{''.join(inner)}</styles>")).by_id)


def style(identity: str, name: str, on: str = "", inner: str = "", more: str = "") -> str:
    based = f'<basedOn val="{on}"/>' if on else ""
    return f'<style type="paragraph" styleId="{identity}" {more}><name val="{name}"/>{based}{inner}</style>'


@pytest.mark.parametrize(
    ("name", "role", "level"),
    [
        ("heading 2", None, 1), ("제목 1", None, 0), ("Title", ElementRole.TITLE, None),
        ("caption", ElementRole.CAPTION, None), ("Author", ElementRole.BYLINE, None), ("Normal", None, None),
    ],
)  # fmt: skip
def test_styles_are_known_by_their_names(name: str, role: ElementRole | None, level: int | None) -> None:
    found = styles(style("a", name))["a"]
    assert (found.role, found.level) == (role, level)


def test_a_style_takes_what_it_does_not_say_itself() -> None:
    found = styles(
        '<docDefaults><rPrDefault><rPr><sz val="22"/></rPr></rPrDefault></docDefaults>',
        style("1", "heading 1", inner='<pPr><numPr><numId val="4"/></numPr></pPr><rPr><b/></rPr>'),
        style("x", "장 제목", on="1", inner='<pPr><numPr><ilvl val="2"/></numPr></pPr><rPr><sz val="32"/></rPr>'),
        style("y", "본문", on="x", inner='<pPr><outlineLvl val="9"/></pPr><rPr><b val="0"/><vanish/></rPr>'),
    )
    assert found["x"] == WordStyle(None, 0, "4", 2, 16.0, True)
    assert found["y"] == WordStyle(None, 9, "4", 2, 16.0, False, hidden=True)
    assert found["1"].size == 11.0


def test_styles_in_a_circle_and_contents() -> None:
    found = styles(style("a", "하나", on="b"), style("b", "둘", on="a"), style("c", "toc 1"), style("d", "TOC Heading"))
    assert not found["d"].contents
    assert (found["a"].role, found["c"].contents) == (None, True)


def test_the_style_of_paragraphs_that_name_none() -> None:
    normal = style("n", "Normal", inner='<rPr><sz val="24"/></rPr>', more='default="1"')
    found = read_styles(fromstring(f"<styles>{normal}</styles>"))
    assert (found.of("unknown").size, read_styles(None).of("").size) == (12.0, 10.0)
