"""Text boxes of a drawing are text, pictures and equations are left out."""

import pytest
from lxml.etree import _Element, fromstring

from indexer.readers.office.docx_drawings import drawn_parts
from indexer.readers.office.flow import LeftOutCount, LeftOutKind, Paragraph, Part, TextBox, Words


def read(node: _Element) -> tuple[Paragraph, ...]:
    return (Paragraph((Words("".join(map(str, node.itertext()))),)),)


def box(text: str) -> str:
    return f"<txbx><txbxContent><p>{text}</p></txbxContent></txbx>"


SHOWN = TextBox((Paragraph((Words("강"),)),))
PICTURE, EQUATION = LeftOutCount(LeftOutKind.PICTURE), LeftOutCount(LeftOutKind.EQUATION)


@pytest.mark.parametrize(
    ("xml", "parts"),
    [
        (f"<drawing><inline>{box('강')}</inline></drawing>", [SHOWN]),
        ("<drawing><graphic><pic><blipFill/></pic></graphic></drawing>", [PICTURE]),
        ("<drawing><chart/></drawing>", [PICTURE]),
        (f"<drawing><wgp>{box('강')}<pic/></wgp></drawing>", [SHOWN, PICTURE]),
        (f"<pict><AlternateContent><Choice>{box('강')}</Choice><Fallback>{box('강')}</Fallback></AlternateContent></pict>",
            [SHOWN]),
        ("<object><shape><imagedata/></shape><OLEObject ProgID='Equation.3'/></object>", [EQUATION]),
        ("<object><shape><imagedata/></shape><OLEObject ProgID='Excel.Sheet'/></object>", [PICTURE]),
        ("<pict><rect/></pict>", []),
    ],
    ids=["box", "picture", "chart", "group", "two ways", "equation", "object", "line"],
)  # fmt: skip
def test_what_a_drawing_says(xml: str, parts: list[Part]) -> None:
    assert list(drawn_parts(fromstring(xml), read)) == parts
