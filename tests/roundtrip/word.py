"""How does a word processor print a known document? Writes it as DOCX with real footnotes, a head and a foot.

The smallest Office Open XML that a word processor lays out: no library is needed to write it.
Source: ECMA-376, Part 1 (WordprocessingML).
"""

import re
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from archive.model.document import BlockKind
from tests.roundtrip.habits import Habit
from tests.roundtrip.known import Known, Unit

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OPEN = f'xmlns:w="{_MAIN}" xmlns:r="{_LINKS}"'
_PARTS = ("footnotes", "styles", "header", "footer")
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_SIZES = {BlockKind.TITLE: 1.5, BlockKind.HEADING: 1.1, BlockKind.SOURCE: 0.9, BlockKind.REMARK: 0.9}
_SIDES = {
    BlockKind.TITLE: "center",
    BlockKind.SERIES: "right",
    BlockKind.BYLINE: "right",
    BlockKind.DATE: "right",
    BlockKind.HEADING: "left",
}


def word(known: Known, habit: Habit) -> bytes:
    """The document as a DOCX file."""
    blocks = "".join(_block(unit, habit) for unit in known.units)
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1600" w:right="1700" w:bottom="1500" w:left="1700"'
        ' w:header="850" w:footer="850" w:gutter="0"/></w:sectPr>'
    )
    left, right = habit.head
    head = _field(left) + ("<w:r><w:tab/></w:r>" + _field(right) if right else "")
    tab = '<w:pPr><w:tabs><w:tab w:val="right" w:pos="8500"/></w:tabs></w:pPr>'
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations((("d", "officeDocument", "word/document.xml"),)),
        "word/_rels/document.xml.rels": _relations(tuple((part, part, f"{part}.xml") for part in _PARTS)),
        "word/document.xml": f"<w:document {_OPEN}><w:body>{blocks}{section}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {_OPEN}>{_notes(known)}</w:footnotes>",
        "word/styles.xml": _styles(habit),
        "word/header.xml": f"<w:hdr {_OPEN}><w:p>{tab}{head}</w:p></w:hdr>",
        "word/footer.xml": f'<w:ftr {_OPEN}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
        f"{_field(habit.foot)}</w:p></w:ftr>",
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(ZipInfo(name), '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml)
    return file.getvalue()


def _types() -> str:
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    parts = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{base}{part}+xml"/>' for part in ("document.main", *_PARTS)
    ).replace("/word/document.main.xml", "/word/document.xml")
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(links: tuple[tuple[str, str, str], ...]) -> str:
    rows = "".join(f'<Relationship Id="{i}" Type="{_LINKS}/{kind}" Target="{target}"/>' for i, kind, target in links)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def _styles(habit: Habit) -> str:
    face = "Noto Serif CJK KR"
    return (
        f'<w:styles {_OPEN}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}" '
        f'w:eastAsia="{face}"/><w:sz w:val="{_half(habit.points)}"/><w:lang w:val="en-US" w:eastAsia="ko-KR"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults></w:styles>"
    )


def _half(points: float) -> int:
    return round(points * 2)


def _run(text: str, raised: bool = False, points: float | None = None, bold: bool = False) -> str:
    look = '<w:vertAlign w:val="superscript"/>' if raised else ""
    size = f'<w:sz w:val="{_half(points)}"/>' if points else ""
    return (
        f"<w:r><w:rPr>{'<w:b/>' if bold else ''}{size}{look}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def _field(text: str) -> str:
    """A head or foot, its page numbers as fields."""
    runs = ""
    for piece in re.split(r"(\{pages?\})", text):
        if piece in ("{page}", "{pages}"):
            name = "PAGE" if piece == "{page}" else "NUMPAGES"
            runs += _FIELD.format("begin") + f"<w:r><w:instrText>{name}</w:instrText></w:r>"
            runs += _FIELD.format("separate") + _run("1") + _FIELD.format("end")
        elif piece:
            runs += _run(piece, points=8.5)
    return runs


def _block(unit: Unit, habit: Habit) -> str:
    if unit.kind is BlockKind.TABLE:
        return _table(unit)
    side = _SIDES.get(unit.kind, "both")
    left = (unit.depth - 1) * 220 if unit.kind is BlockKind.ITEM else 0
    first = 220 if habit.indent and unit.kind is BlockKind.PARAGRAPH else 0
    after = 240 if unit.kind in (BlockKind.HEADING, BlockKind.TITLE) else 0 if habit.indent else 160
    look = (
        f'<w:spacing w:before="{after}" w:after="{after}" w:line="400"/><w:ind w:left="{left}" w:firstLine="{first}"/>'
    )
    keep = "<w:keepNext/>" if unit.kind in (BlockKind.HEADING, BlockKind.TITLE, BlockKind.CAPTION) else ""
    points = habit.points * _SIZES.get(unit.kind, 1.0)
    lead = f"{unit.marker} " if unit.marker else ""
    bold = unit.kind in (BlockKind.HEADING, BlockKind.TITLE)
    runs, end = "", 0
    for call in unit.calls:
        runs += _run(lead + unit.text[end : call.offset], points=points, bold=bold)
        runs += '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        runs += f'<w:footnoteReference w:id="{call.label}"/></w:r>'
        lead, end = "", call.offset
    runs += _run(lead + unit.text[end:], points=points, bold=bold)
    return f'<w:p><w:pPr>{keep}{look}<w:jc w:val="{side}"/></w:pPr>{runs}</w:p>'


def _table(unit: Unit) -> str:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    width = 8500 // len(unit.rows[0])
    widths = [width] * len(unit.rows[0]) if len(unit.rows[0]) > 2 else [1900, 6600]
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    rows = ""
    for row in unit.rows:
        rows += "<w:tr>"
        for cell, w in zip(row, widths, strict=True):
            lines = "".join(f"<w:p>{_run(line)}</w:p>" for line in cell.split(" // "))
            rows += f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>{lines}</w:tc>'
        rows += "</w:tr>"
    return f"<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _notes(known: Known) -> str:
    rules = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p>'
        "<w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    )
    number = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    return rules + "".join(
        f'<w:footnote w:id="{label}"><w:p><w:pPr><w:jc w:val="both"/></w:pPr>{number}{_run(" " + text, points=9)}</w:p>'
        "</w:footnote>"
        for label, text in known.notes
    )
