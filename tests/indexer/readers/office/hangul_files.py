"""Small files of Hangul for tests: one description of a text, written as HWPX and as HWP."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from tests.indexer.readers.office.ole import ole

# The tables of every file: shapes of paragraphs and letters, styles, two lists and two bullets.
PLAIN, OUTLINE_1, OUTLINE_2, NUMBER_1, NUMBER_2, BULLETED = range(6)
SHAPES = (("NONE", 0, 0), ("OUTLINE", 0, 0), ("OUTLINE", 0, 1), ("NUMBER", 2, 0), ("NUMBER", 2, 1), ("BULLET", 1, 0))
BODY, LARGE, RAISED, BOLD = range(4)
LETTERS = ((10, False, ""), (20, True, ""), (10, False, "sup"), (10, True, ""))
STYLES = (("바탕글", "Normal"), ("제목", "Title"))
LISTS = ((("^1.", 0), ("^2.", 8)), (("^1)", 0), ("^1.^2", 0)))  # what a level prints, and in which format
BULLET = "\uf06c"
FORMATS = {0: "DIGIT", 8: "HANGUL_SYLLABLE"}


@dataclass(frozen=True)
class P:
    """A paragraph: words (`str`, or a pair of words and their letters) and objects."""

    parts: tuple["str | tuple[str, int] | Obj", ...]
    shape: int = PLAIN
    style: int = 0
    letters: int = BODY


@dataclass(frozen=True)
class Obj:
    """An object of a kind: footnote, endnote, box, comment, header, footer, picture, equation, table, number."""

    kind: str
    paragraphs: tuple[P, ...] = ()
    number: int = 1
    cells: tuple[tuple[int, int, int, int, str], ...] = ()  # row, column, rows, columns, text
    caption: str = ""
    shaded: frozenset[int] = frozenset()  # rows on a ground that is not white


def p(*parts: "str | tuple[str, int] | Obj", shape: int = PLAIN, style: int = 0, letters: int = BODY) -> P:
    return P(parts, shape, style, letters)


def obj(kind: str, *words: str, number: int = 1) -> Obj:
    return Obj(kind, tuple(p(text) for text in words), number)


def table(*cells: tuple[int, int, int, int, str], caption: str = "") -> Obj:
    return Obj("table", cells=cells, caption=caption)


def grid(*rows: Iterable[str], shaded: Iterable[int] = ()) -> Obj:
    cells = tuple((y, x, 1, 1, text) for y, row in enumerate(rows) for x, text in enumerate(row))
    return Obj("table", cells=cells, shaded=frozenset(shaded))


# HWPX

_NAMES = {"footnote": "footNote", "endnote": "endNote", "comment": "hiddenComment"}
_SPACES = 'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"'


def hwpx(paragraphs: Iterable[P], parts: dict[str, str] | None = None) -> bytes:
    """An HWPX file of one section, with other parts in the place of its own or beside them."""
    start = '<hp:secPr outlineShapeIDRef="1"/>'
    body = "".join(_hwpx_paragraph(one, start if at == 0 else "") for at, one in enumerate(paragraphs))
    written = {
        "mimetype": "application/hwp+zip",
        "Contents/content.hpf": '<package><manifest><item id="s" href="Contents/section0.xml"/></manifest>'
        '<spine><itemref idref="s"/></spine></package>',
        "Contents/header.xml": _hwpx_header(),
        "Contents/section0.xml": f"<hs:sec {_SPACES} xmlns:hs='http://www.hancom.co.kr/hwpml/2011/section'>{body}</hs:sec>",
        **(parts or {}),
    }
    return zipped(written)


def zipped(parts: dict[str, str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def _hwpx_header() -> str:
    shapes = "".join(
        f'<hh:paraPr id="{at}"><hh:heading type="{kind}" idRef="{of}" level="{level}"/></hh:paraPr>'
        for at, (kind, of, level) in enumerate(SHAPES)
    )
    letters = "".join(
        f'<hh:charPr id="{at}" height="{size * 100}">{"<hh:bold/>" if bold else ""}'
        f"{'<hh:supscript/>' if script else ''}</hh:charPr>"
        for at, (size, bold, script) in enumerate(LETTERS)
    )
    styles = "".join(f'<hh:style id="{at}" name="{ko}" engName="{en}"/>' for at, (ko, en) in enumerate(STYLES))
    lists = "".join(
        f'<hh:numbering id="{at}">'
        + "".join(
            f'<hh:paraHead level="{level}" start="1" numFormat="{FORMATS[code]}">{text}</hh:paraHead>'
            for level, (text, code) in enumerate(levels, 1)
        )
        + "</hh:numbering>"
        for at, levels in enumerate(LISTS, 1)
    )
    ground = '<hh:fillBrush><hh:winBrush faceColor="#E5E5E5"/></hh:fillBrush>'
    fills = f'<hh:borderFill id="1"/><hh:borderFill id="2">{ground}</hh:borderFill>'
    return f'<hh:head {_SPACES}>{fills}{shapes}{letters}{styles}{lists}<hh:bullet id="1" char="{BULLET}"/></hh:head>'


def _hwpx_paragraph(one: P, start: str = "") -> str:
    runs = "".join(_hwpx_part(part, one.letters) for part in one.parts)
    return f'<hp:p paraPrIDRef="{one.shape}" styleIDRef="{one.style}"><hp:run>{start}</hp:run>{runs}</hp:p>'


def _hwpx_part(part: "str | tuple[str, int] | Obj", letters: int) -> str:
    if isinstance(part, tuple):
        part, letters = part
    if isinstance(part, str):
        text = escape(part).replace("\n", "<hp:lineBreak/>").replace("\t", "<hp:tab/>")
        return f'<hp:run charPrIDRef="{letters}"><hp:t>{text}</hp:t></hp:run>'
    return f'<hp:run charPrIDRef="{letters}">{_hwpx_object(part)}</hp:run>'


def _hwpx_object(part: Obj) -> str:
    held = f"<hp:subList>{''.join(map(_hwpx_paragraph, part.paragraphs))}</hp:subList>"
    if part.kind in ("footnote", "endnote"):
        number = (
            f'<hp:p><hp:run><hp:ctrl><hp:autoNum num="{part.number}" numType="{part.kind.upper()}">'
            '<hp:autoNumFormat type="DIGIT" suffixChar=")"/></hp:autoNum></hp:ctrl></hp:run></hp:p>'
        )
        name = _NAMES[part.kind]
        return f"<hp:ctrl><hp:{name}>{held.replace('<hp:subList>', '<hp:subList>' + number, 1)}</hp:{name}></hp:ctrl>"
    if part.kind in ("comment", "header", "footer"):
        name = _NAMES.get(part.kind, part.kind)
        return f"<hp:ctrl><hp:{name}>{held}</hp:{name}></hp:ctrl>"
    if part.kind == "box":
        return f"<hp:rect><hp:drawText>{held}</hp:drawText></hp:rect>"
    if part.kind == "number":
        return (
            f'<hp:ctrl><hp:autoNum num="{part.number}" numType="TABLE"><hp:autoNumFormat type="DIGIT"/></hp:autoNum>'
            "</hp:ctrl>"
        )
    caption = f"<hp:caption><hp:subList>{_hwpx_paragraph(p(part.caption))}</hp:subList></hp:caption>"
    caption = caption if part.caption else ""
    if part.kind in ("picture", "equation"):
        name = {"picture": "pic", "equation": "equation"}[part.kind]
        return f"<hp:{name}>{caption}</hp:{name}>"
    rows = sorted({cell[0] for cell in part.cells})
    lines = "".join(
        "<hp:tr>" + "".join(_hwpx_cell(cell, row in part.shaded) for cell in part.cells if cell[0] == row) + "</hp:tr>"
        for row in rows
    )
    return f"<hp:tbl>{caption}{lines}</hp:tbl>"


def _hwpx_cell(cell: tuple[int, int, int, int, str], shaded: bool) -> str:
    row, column, rows, columns, text = cell
    return (
        f'<hp:tc borderFillIDRef="{1 + shaded}"><hp:subList>'
        f"{_hwpx_paragraph(p(text))}</hp:subList>"
        f"<hp:cellAddr colAddr={quoteattr(str(column))} rowAddr={quoteattr(str(row))}/>"
        f"<hp:cellSpan colSpan={quoteattr(str(columns))} rowSpan={quoteattr(str(rows))}/></hp:tc>"
    )


# HWP

_CODES = {"footnote": "fn  ", "endnote": "en  ", "comment": "tcmt", "header": "head", "footer": "foot"}
_UNITS = {"fn  ": 17, "en  ": 17, "tcmt": 15, "head": 16, "foot": 16, "atno": 18, "secd": 2}


def record(tag: int, level: int, data: bytes) -> bytes:
    size = min(len(data), 0xFFF)
    head = struct.pack("<I", tag | level << 10 | size << 20)
    return head + (struct.pack("<I", len(data)) if size == 0xFFF else b"") + data


def utf16(text: str) -> bytes:
    return struct.pack("<H", len(text)) + text.encode("utf-16-le")


def hwp(paragraphs: Iterable[P], *, flags: int = 1, streams: dict[str, bytes] | None = None) -> bytes:
    """An HWP file of one section, with other streams in the place of its own or beside them."""
    section = section_of(paragraphs)
    written = {
        "FileHeader": file_header(flags),
        "DocInfo": deflated(doc_info()),
        "BodyText/Section0": deflated(section),
        **(streams or {}),
    }
    return ole(written)


def file_header(flags: int = 1, version: int = 5) -> bytes:
    return b"HWP Document File".ljust(32, b"\0") + bytes((0, 0, 0, version)) + struct.pack("<I", flags)


def deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def doc_info() -> bytes:
    kinds = ("NONE", "OUTLINE", "NUMBER", "BULLET")
    found = record(0x14, 1, bytes(40)) + record(0x14, 1, bytes(32) + struct.pack("<II", 1, 0xE5E5E5))
    for size, bold, script in LETTERS:
        flags = bold << 1 | (script == "sup") << 15
        found += record(0x15, 1, bytes(42) + struct.pack("<II", size * 100, flags))
    for kind, of, level in SHAPES:
        flags = kinds.index(kind) << 23 | level << 25
        found += record(0x19, 1, struct.pack("<I", flags) + bytes(26) + struct.pack("<H", of))
    for names in STYLES:
        found += record(0x1A, 1, b"".join(map(utf16, names)))
    for levels in LISTS:
        heads = [*levels, *[("", 0)] * (7 - len(levels))]
        data = b"".join(struct.pack("<I", code << 5) + bytes(8) + utf16(text) for text, code in heads)
        found += record(0x17, 1, data + struct.pack("<H7I", 1, *[1] * 7))
    return found + record(0x18, 1, bytes(12) + BULLET.encode("utf-16-le"))


def section_of(paragraphs: Iterable[P]) -> bytes:
    start = Obj("section")
    written = [
        P((start, *one.parts), one.shape, one.style, one.letters) if at == 0 else one
        for at, one in enumerate(paragraphs)
    ]
    return b"".join(_hwp_paragraph(one, 0) for one in written)


def _hwp_paragraph(one: P, level: int) -> bytes:
    text, shapes, controls = b"", b"", b""
    for part in one.parts:
        letters = one.letters
        if isinstance(part, tuple):
            part, letters = part
        shapes += struct.pack("<II", len(text) // 2, letters)
        if isinstance(part, str):
            words = part.replace("\t", "\t" + "\x01" * 6 + "\t")
            text += words.encode("utf-16-le")
        else:
            made = _hwp_object(part, level + 1)
            code = made[4:8][::-1].decode()
            unit = struct.pack("<H", _UNITS.get(code, 11))
            text += unit + made[4:8] + bytes(8) + unit
            controls += made
    text += "\r".encode("utf-16-le")
    head = struct.pack("<IIHBB", len(text) // 2, 0, one.shape, one.style, 0) + bytes(10)
    return (
        record(66, level, head)
        + record(67, level + 1, text)
        + record(68, level + 1, shapes)
        + record(69, level + 1, bytes(36))
        + controls
    )


def _control(code: str, level: int, data: bytes = b"") -> bytes:
    return record(71, level, code.encode()[::-1] + data)


def _list(paragraphs: Iterable[P], level: int, about: bytes = b"") -> bytes:
    return record(72, level, bytes(8) + about) + b"".join(_hwp_paragraph(one, level) for one in paragraphs)


def _hwp_object(part: Obj, level: int) -> bytes:
    if part.kind == "section":
        return _control("secd", level, bytes(14) + struct.pack("<H", 1))
    if part.kind == "number":
        return _control("atno", level, struct.pack("<IHHHH", 4, part.number, 0, 0, 0))
    if part.kind in ("footnote", "endnote"):
        number = Obj("note number", number=part.number, caption=part.kind)
        first, *rest = part.paragraphs or (p(),)
        held = (P((number, *first.parts)), *rest)
        return _control(_CODES[part.kind], level, struct.pack("<I", part.number)) + _list(held, level + 1)
    if part.kind == "note number":
        kind = 1 if part.caption == "footnote" else 2
        return _control("atno", level, struct.pack("<IHHHH", kind, part.number, 0, 0, ord(")")))
    if part.kind in _CODES:
        return _control(_CODES[part.kind], level) + _list(part.paragraphs, level + 1)
    caption = _list([p(part.caption)], level + 1, struct.pack("<I", 2)) if part.caption else b""
    if part.kind == "equation":
        return _control("eqed", level) + caption + record(88, level + 1, b"")
    if part.kind == "picture":
        return _control("gso ", level) + caption + record(76, level + 1, b"") + record(85, level + 2, b"")
    if part.kind == "box":
        return _control("gso ", level) + record(76, level + 1, b"") + _list(part.paragraphs, level + 2)
    cells = b"".join(
        _list(
            [p(text)],
            level + 1,
            struct.pack("<HHHH", column, row, columns, rows) + bytes(16) + struct.pack("<H", 1 + (row in part.shaded)),
        )
        for row, column, rows, columns, text in part.cells
    )
    return _control("tbl ", level) + caption + record(77, level + 1, b"") + cells
