"""What is printed on the pages of this PDF? Glyphs with their places, rules and pictures, as PDFium finds them.

PDFium (BSD), by pypdfium2: of the libraries that are free for any use it is the fastest by four to five times, knows
most fonts, and gives every glyph its origin. What the places mean is found in `indexer.typeset`.
"""

import ctypes
import gc
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from archive.errors import SourceError
from indexer.markup import Extract
from indexer.readers.decoding import bounded
from indexer.readers.shifted_letters import ShiftedLetters, printed_letter
from indexer.readers.symbols import drawn_sign
from indexer.typeset import (
    Box,
    DrawnPath,
    Glyph,
    PageFrame,
    Point,
    Rule,
    TypesetPage,
    find_boxes,
    find_frames,
    find_rules,
    is_formula_typeface,
    is_line_or_speck,
    page_elements,
)

MEDIA_TYPE = "application/pdf"
MAX_BYTES = 128 * 2**20
MAX_PAGES = 3_000  # a dissertation has 500
MAX_GLYPHS = 6_000_000  # as many as 3,000 full pages hold
MAX_OBJECTS = 200_000  # on one page; a drawn map of a country has 50,000
BOLD = 600  # weight from which a typeface is bold. Source: OpenType, usWeightClass
BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi|[-_](?:B|EB)$|견고딕|헤드라인|굵은", re.IGNORECASE)
OVER = 0.01  # ems by which rounding may take a letter's ink over its advance
MAX_SEGMENTS = 400  # of a path; one that has more is a drawing
FEW_SEGMENTS = 32  # of a box with round corners
GROUND = 0.5  # of a page's width: a wider picture under text is a scan of the page, or its ground
WHITE = 250  # of 255: a colour so light does not show on paper
UNKNOWN = 0.3  # share of glyphs without a letter from which a page can't be read
UNREADABLE = frozenset((0, 0xFFFD, 0xFFFE))
SLANT = 0.2  # radians off a quarter turn: the lines of a crooked scan are off by less, a watermark by 0.5 and more
SLANTED = -1
SPACE = 32
HYPHEN = 2  # what PDFium makes of a hyphen at the end of a line
PASSWORD = 4  # FPDF_ERR_PASSWORD
SECURITY = 5  # FPDF_ERR_SECURITY: an encryption that PDFium does not know


def read(data: bytes, name: str) -> Extract:
    """The elements of a PDF file, its printed lines, and the numbers printed on its pages.

    Raises:
        SourceError: it is locked, damaged, too large, a scan without text, or its letters have no Unicode.
    """
    document = _opened(data, name)
    try:
        with _uncollected():
            pages = _unshifted(_pages(document, name))
            _refuse_unreadable(pages, name)
            elements, lines, labels, problems = page_elements(pages, document.get_metadata_dict())
    finally:
        document.close()
    return Extract(MEDIA_TYPE, "pdf", bounded(lines, name), elements, problems, labels)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Looks for no circles of values meanwhile: letters come by the million and refer to nothing, and going through
    them again and again took a fifth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (PASSWORD, SECURITY):
            raise SourceError(f"{name} is locked by a password: save it without one, and index it again") from error
        raise SourceError(f"{name} cannot be read as a PDF: it may be damaged or cut off; save it again") from error
    if not 0 < count <= MAX_PAGES:
        document.close()
        raise SourceError(f"{name} has {count:,} pages, the limit is {MAX_PAGES:,}: split it into several files")
    return document


def _unshifted(readers: Iterable["_PageReader"]) -> tuple[TypesetPage, ...]:
    """The pages, with the letters of typefaces whose tables shift them as they are printed."""
    pages: list[TypesetPage] = []
    suspects: list[list[tuple[int, str]]] = []
    shifts: Mapping[str, int] = {}
    for reader in readers:
        pages.append(reader.read())
        suspects.append(reader.suspects)
        shifts = reader.typefaces.shifted()
    for at, found in enumerate(suspects if shifts else ()):
        glyphs = list(pages[at].glyphs)
        for place, typeface in found:
            if typeface in shifts:
                glyphs[place] = replace(glyphs[place], text=printed_letter(glyphs[place].text, shifts[typeface]))
        pages[at] = replace(pages[at], glyphs=tuple(glyphs))
    return tuple(pages)


def _pages(document: pdfium.PdfDocument, name: str) -> Iterator["_PageReader"]:
    """A reader for each page, open while it is the last."""
    left = MAX_GLYPHS
    typefaces = ShiftedLetters()
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError as error:
            raise SourceError(f"{name} cannot be read from page {number + 1} on: save it again") from error
        left -= raw.FPDFText_CountChars(page.get_textpage())
        if left < 0:
            raise SourceError(f"{name} has more than {MAX_GLYPHS:,} letters: split it into several files")
        yield _PageReader(page, number + 1, document.get_page_label(number), typefaces)
        page.close()


def _refuse_unreadable(pages: tuple[TypesetPage, ...], name: str) -> None:
    letters = sum(glyph.text.isalnum() for page in pages for glyph in page.glyphs)
    unreadable = sum(page.unreadable for page in pages)
    if unreadable > UNKNOWN * (letters + unreadable):
        raise SourceError(
            f"{name} does not say which letters its typefaces print: run it through text recognition (OCR), "
            "or save the original as PDF again with its fonts embedded"
        )
    if not letters:
        what = "is a scan: its pages are pictures" if any(page.pictures for page in pages) else "holds no text"
        raise SourceError(f"{name} {what}; run it through text recognition (OCR), and index it again")


@dataclass(frozen=True, slots=True)
class _Style:
    """What all glyphs of one text object share."""

    size: float
    bold: bool
    angle: int  # quarter turns against the page; SLANTED is none of them
    stretch: float = 0.0  # its size along the line: letters may be set narrow or wide
    font: Any = None
    font_key: int = 0
    typeface: str = ""
    formula: bool = False  # only formulas are set in it


class _Letter(NamedTuple):
    """A letter on its page, in the page's own coordinates; `end` is where it ends along its line."""

    text: str
    x: float
    y: float
    end: float
    style: _Style


class _PageReader:
    """Reads one page. `suspects` are the glyphs whose typefaces may be shifted, with these."""

    def __init__(self, page: pdfium.PdfPage, number: int, label: str, typefaces: ShiftedLetters) -> None:
        self._page, self._number, self._label, self.typefaces = page, number, label, typefaces
        self.suspects: list[tuple[int, str]] = []
        self._text = page.get_textpage()
        self._styles: dict[int, _Style] = {}
        self._widths: dict[tuple[int, int], float] = {}
        self._unreadable = 0

    def read(self) -> TypesetPage:
        """The page, turned so that most of its text lies."""
        found = list(self._letters())
        turns = Counter(letter.style.angle for letter in found if letter.style.angle != SLANTED).most_common(1)
        turn = turns[0][0] if turns else self._page.get_rotation() // 90 % 4
        left, bottom, right, top = self._page.get_bbox()
        frame = PageFrame(left, bottom, right, top, turn)
        straight = [letter for letter in found if letter.style.angle == turn]
        self.suspects = [
            (at, letter.style.typeface)
            for at, letter in enumerate(straight)
            if letter.style.typeface not in self.typefaces.ordinary
            and self.typefaces.add(letter.text, letter.style.typeface)
        ]
        glyphs = tuple(_glyph(letter, frame) for letter in straight)
        rules, boxes, frames, pictures = self._drawn(frame)
        width, height = frame.size
        made = TypesetPage(self._number, width, height, glyphs, tuple(rules), pictures, self._label, self._unreadable)
        turned = sum(letter.style.angle != turn and letter.text.isalnum() for letter in found)
        return replace(made, boxes=tuple(boxes), frames=tuple(frames), turned=turned)

    def _letters(self) -> Iterator["_Letter"]:
        """The letters in the order of the file, by their own widths."""
        text, box = self._text.raw, raw.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        into_x, into_y, into_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
        for i in range(raw.FPDFText_CountChars(text)):
            code = raw.FPDFText_GetUnicode(text, i)
            if code <= SPACE and raw.FPDFText_IsGenerated(text, i) == 1:  # spaces and line ends, and no letters, are
                continue
            if code == HYPHEN:
                code = ord("-")
            if code in UNREADABLE or raw.FPDFText_HasUnicodeMapError(text, i) == 1:
                self._unreadable += 1
                continue
            if code < 32 or 0xD800 <= code < 0xE000:
                continue
            style = self._style(raw.FPDFText_GetTextObject(text, i), i)
            raw.FPDFText_GetCharOrigin(text, i, into_x, into_y)
            raw.FPDFText_GetLooseCharBox(text, i, into_box)
            end = (box.right, box.top, box.left, box.bottom)[style.angle]  # of a slanted letter nothing is used
            begin = (x.value, y.value)[style.angle % 2]
            letter = drawn_sign(chr(code), style.typeface)
            yield _Letter(letter, x.value, y.value, self._end(i, code, begin, end, style), style)

    def _end(self, at: int, code: int, begin: float, end: float, style: _Style) -> float:
        """Where the next letter may begin: at the end of a letter's loose box, which PDFium makes of its advance and
        its ink; by the width in the font where the ink reaches over it (an italic f, a typeface of drawings)."""
        width = self._width(style, code) * style.stretch
        if not 0 < width < abs(end - begin) - OVER * style.stretch or self._is_ligature(at, begin, style.angle % 2):
            return end
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(self._text, at, left, right, bottom, top)
        ink = (right, top, left, bottom)[style.angle].value
        overhangs = abs(ink - end) < OVER * style.stretch
        return begin + math.copysign(width, end - begin) if overhangs else end

    def _is_ligature(self, at: int, begin: float, axis: int) -> bool:
        """Whether a letter is one of several that are printed as one: they share a place, and the width of neither is
        that of both."""
        place = (ctypes.c_double(), ctypes.c_double())
        return any(
            raw.FPDFText_GetCharOrigin(self._text, other, *place) and place[axis].value == begin
            for other in (at - 1, at + 1)
        )

    def _width(self, style: _Style, code: int) -> float:
        """The advance of a letter in ems, as its font says; 0 where it says none."""
        key = (style.font_key, code)
        if key not in self._widths:
            width = ctypes.c_float()
            raw.FPDFFont_GetGlyphWidth(style.font, code, 1.0, width)
            self._widths[key] = width.value
        return self._widths[key]

    def _style(self, textobject: Any, at: int) -> "_Style":
        key = ctypes.addressof(textobject.contents) if textobject else 0
        if key not in self._styles:
            matrix = raw.FS_MATRIX()  # of the letter: that of its object leaves out the form in which it stands
            known = textobject and raw.FPDFText_GetMatrix(self._text, at, matrix)
            self._styles[key] = _style_of(textobject, matrix) if known else _Style(0.0, False, 0)
        return self._styles[key]

    def _drawn(self, frame: PageFrame) -> tuple[list[Rule], list[Box], list[Box], int]:
        rules: list[Rule] = []
        boxes: list[Box] = []
        frames: list[Box] = []
        pictures = 0
        for count, drawn in enumerate(self._page.get_objects(max_depth=3)):
            if count > MAX_OBJECTS:
                break
            if drawn.type == raw.FPDF_PAGEOBJ_IMAGE:
                pictures += 1
                box = _box_of(drawn, frame)
                frames += [box] if box and box.end_x - box.x <= GROUND * frame.size[0] else []
            elif drawn.type == raw.FPDF_PAGEOBJ_PATH and (path := _path_of(drawn, frame)):
                rules += find_rules(path)
                boxes += find_boxes(path)
                frames += find_frames(path)
        return rules, boxes, frames, pictures


def _style_of(textobject: Any, matrix: Any) -> _Style:
    points = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(textobject, points)
    font = raw.FPDFTextObj_GetFont(textobject)
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(font, buffer, 200)
    name = buffer.value.decode("utf-8", "replace").partition("+")[2] or buffer.value.decode("utf-8", "replace")
    bold = raw.FPDFFont_GetWeight(font) >= BOLD or BOLD_NAME.search(name) is not None
    angle = _quarter_turns(math.atan2(matrix.b, matrix.a))
    size = abs(points.value)
    key = ctypes.cast(font, ctypes.c_void_p).value or 0
    height, stretch = size * math.hypot(matrix.c, matrix.d), size * math.hypot(matrix.a, matrix.b)
    return _Style(height, bold, angle, stretch, font, key, name, is_formula_typeface(name))


def _quarter_turns(radians: float) -> int:
    turns = round(radians / (math.pi / 2))
    return turns % 4 if abs(radians - turns * math.pi / 2) <= SLANT else SLANTED


def _glyph(letter: _Letter, frame: PageFrame) -> Glyph:
    """The letter as it is read."""
    x, y = frame.point(letter.x, letter.y)
    end, _ = frame.point(*((letter.end, letter.y) if frame.turn % 2 == 0 else (letter.x, letter.end)))
    return Glyph(letter.text, x, max(x, end), y, letter.style.size, letter.style.bold, letter.style.formula)


def _from_form(drawn: pdfium.PdfObject) -> pdfium.PdfMatrix:
    """The way to the page from the form in which something is drawn, which may stand in another."""
    matrix, form = pdfium.PdfMatrix(), drawn.container
    while form is not None:
        matrix, form = matrix.multiply(form.get_matrix()), form.container
    return matrix


def _path_of(drawn: pdfium.PdfObject, frame: PageFrame) -> DrawnPath | None:
    """A path as it lies on the page as it is read."""
    box = _box_of(drawn, frame)
    if box is None:
        return None
    if is_line_or_speck(box):  # a dotted rule has a thousand: what else they are is not looked at
        return DrawnPath(box, (), stroked=False, coloured=False)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
    segments = raw.FPDFPath_CountSegments(drawn)
    parts, curved = _parts_of(drawn, frame) if 1 < segments <= MAX_SEGMENTS else ((), False)
    coloured = bool(fill.value) and _shows(drawn)
    return DrawnPath(box, () if curved else parts, bool(stroke.value), coloured, parts[0] if curved else ())


def _box_of(drawn: pdfium.PdfObject, frame: PageFrame) -> Box | None:
    """What is covered by a thing that is drawn, on the page as it is read."""
    try:
        bounds = drawn.get_bounds()
        left, bottom, right, top = bounds if drawn.container is None else _from_form(drawn).on_rect(*bounds)
    except pdfium.PdfiumError:
        return None
    (x, y), (end_x, end_y) = frame.point(left, top), frame.point(right, bottom)
    return Box(min(x, end_x), min(y, end_y), max(x, end_x), max(y, end_y))


def _parts_of(drawn: pdfium.PdfObject, frame: PageFrame) -> tuple[tuple[tuple[Point, ...], ...], bool]:
    """The corners of each part of a path, and whether it has curves: then of one part of few segments, or of none."""
    matrix = drawn.get_matrix().multiply(_from_form(drawn))
    parts: list[list[Point]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    segments = raw.FPDFPath_CountSegments(drawn)
    for n in range(segments):
        segment = raw.FPDFPath_GetPathSegment(drawn, n)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            if segments > FEW_SEGMENTS or len(parts) > 1:
                return (), False
            curved = True
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        parts[-1].append(frame.point(*matrix.on_point(x.value, y.value)))
        if raw.FPDFPathSegment_GetClose(segment):
            parts[-1].append(parts[-1][0])
    lines = tuple(tuple(part) for part in parts if len(part) > 1)
    return (lines, curved) if len(lines) == 1 or not curved else ((), False)


def _shows(drawn: pdfium.PdfObject) -> bool:
    """Whether a path is filled in another colour than that of paper."""
    colour = [ctypes.c_uint() for _ in range(4)]
    known = raw.FPDFPageObj_GetFillColor(drawn, *colour)
    *light, opaque = (value.value for value in colour)
    return not known or (min(light) < WHITE and opaque > 0)
