"""What stands in this section of an HWP file? One walk over its records: paragraphs, with objects in their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from indexer.readers.office import hwp_records as tags
from indexer.readers.office.flow import (
    FlowCell,
    FlowTable,
    LeftOutCount,
    LeftOutKind,
    LineEnd,
    NoteAtMark,
    Paragraph,
    Part,
    RunningHead,
    TextBox,
    Words,
)
from indexer.readers.office.hangul import HangulParagraphs
from indexer.readers.office.hwp_fields import field_guide, is_field
from indexer.readers.office.hwp_records import Record
from indexer.readers.office.hwp_text import text_pieces
from indexer.readers.office.number_shape import NumberShape
from indexer.readers.office.ordinals import HANGUL
from indexer.readers.symbols import in_shape, shown

BORDER = 24  # bytes of a cell before the border that it has
LIST = 8  # bytes of a list header, before what is said of a cell or a caption
FOOTNOTE, ENDNOTE = 1, 2  # kinds of numbers, of which 0 is that of the page and 6 that of the last page
PAGES = (0, 6)
NOTES = {"fn  ": FOOTNOTE, "en  ": ENDNOTE}
PICTURES = (tags.PICTURE, tags.OLE_OBJECT, tags.CHART, tags.VIDEO)
BELOW = 3  # the side on which a caption stands


@dataclass(slots=True)
class HwpSections:
    """Reads the sections of one file, in order."""

    paragraphs: HangulParagraphs
    shapes: dict[int, NumberShape] = field(default_factory=dict)  # of the notes of this section, by kind
    counts: dict[int, int] = field(default_factory=dict)  # notes so far

    def read(self, records: Sequence[Record]) -> tuple[Paragraph, ...]:
        """The paragraphs among these records."""
        return tuple(self._paragraph(record) for record in records if record.tag == tags.PARA_HEADER)

    def _paragraph(self, record: Record) -> Paragraph:
        text, shapes = record.first(tags.PARA_TEXT), record.first(tags.PARA_CHAR_SHAPE)
        controls = iter([one for one in record.below if one.tag == tags.CTRL_HEADER])
        places = _places(shapes)
        parts: list[Part] = []
        letters: list[tuple[int, int]] = []  # which are used, and in which part
        fields: list[tuple[int, str]] = []  # that stand open: the first part of each, and its guide
        for piece in text_pieces(text.data if text else b"", places):
            if piece.control:
                control = next(controls, None)
                parts.extend(self._control(control) if control else ())
                fields += [(len(parts), field_guide(control))] if control and is_field(control) else []
            elif piece.ends_line:
                parts.append(LineEnd())
            elif piece.ends_field:
                start, guide = fields.pop() if fields else (len(parts), "")
                if guide and _says(parts[start:]) == guide:
                    del parts[start:]
            else:
                letters += [(len(parts), piece.letters)] if piece.text.strip() else []
                parts.append(self.paragraphs.words(shown(piece.text), piece.letters))
        used = {shape for at, shape in letters if at < len(parts)}
        for control in controls:  # of a paragraph whose text is lost, or without any
            parts.extend(self._control(control))
        return self.paragraphs.paragraph(record.number(8), record.number(10, 1), used, tuple(parts))

    def _control(self, record: Record) -> Iterator[Part]:
        name = record.data[3::-1].decode("latin-1")
        match name:
            case "secd":
                self._section(record)
            case "tbl ":
                yield self._table(record)
            case "gso ":
                yield from self._drawn(record)
            case "eqed":
                yield LeftOutCount(LeftOutKind.EQUATION, self._caption(record))
            case "fn  " | "en  ":
                yield self._note(record, NOTES[name])
            case "head" | "foot":
                yield RunningHead(self.read(record.below))
            case "atno":
                if record.number(4) & 0xF not in (*PAGES, FOOTNOTE, ENDNOTE):
                    yield Words(_number_shape(record, 4, 10).printed(record.number(8)))
            case "nwno":
                self.counts[record.number(4) & 0xF] = record.number(8) - 1
            case "tcps":
                text = record.text(4)
                yield Words(in_shape(text) if record.number(6 + 2 * record.number(4), 1) else shown(text))
            case "tdut":
                yield Words(shown(record.text(4)))

    def _section(self, record: Record) -> None:
        self.paragraphs.outline = record.number(18) or self.paragraphs.outline
        notes = [one for one in record.below if one.tag == tags.FOOTNOTE_SHAPE]
        for kind, one in zip((FOOTNOTE, ENDNOTE), notes, strict=False):
            self.shapes[kind] = _number_shape(one, 0, 4, wide=True)
            if one.number(0, 4) >> 10 & 3 == 1:  # anew in each section
                self.counts[kind] = 0

    def _note(self, record: Record, kind: int) -> NoteAtMark:
        own = next(
            (one for one in _controls(record) if one.data[3::-1] == b"atno" and one.number(4) & 0xF == kind), None
        )
        self.counts[kind] = self.counts.get(kind, 0) + 1
        count = (own.number(8) if own else 0) or record.number(4, 4) or self.counts[kind]
        self.counts[kind] = count
        shape = _number_shape(own, 4, 10) if own else self.shapes.get(kind, NumberShape(after=")"))
        paragraphs = self.read(record.below)
        return NoteAtMark(shape.label(count), shape.printed(count), paragraphs, endnote=kind == ENDNOTE)

    def _drawn(self, record: Record) -> Iterator[Part]:
        """The text in what is drawn, or in the parts of a group; pictures are left out."""
        caption = self._caption(record)
        drawn = list(_drawn_records(record))
        pictures = sum(one.tag in PICTURES for one in drawn)
        for at in range(pictures):
            yield LeftOutCount(LeftOutKind.PICTURE, caption if at == 0 else ())
        for one in drawn:
            if one.tag == tags.TEXT_ART and (text := one.text(32).strip()):
                yield TextBox((Paragraph((Words(shown(text)),)),))
            elif one.tag == tags.SHAPE and (written := self.read(one.below)):
                yield TextBox(written)
        if caption and not pictures:
            yield TextBox(caption)

    def _caption(self, record: Record) -> tuple[Paragraph, ...]:
        """The paragraphs before the object itself, under the first list."""
        lists = list(_lists(record, until=(tags.TABLE, tags.SHAPE)))
        return self.read(lists[0][1]) if lists else ()

    def _table(self, record: Record) -> FlowTable:
        lists = list(_lists(record, until=(tags.TABLE,)))
        below = bool(lists) and lists[0][0].number(LIST, 4) & 3 == BELOW
        caption = () if below else self._caption(record)  # read in the order of print: its number counts
        cells = tuple(self._cell(head, held) for head, held in _lists(record, after=tags.TABLE))
        return FlowTable(cells, self._caption(record) if below else caption, below)

    def _cell(self, head: Record, held: Sequence[Record]) -> FlowCell:
        column, row, columns, rows = (head.number(LIST + 2 * at) for at in range(4))
        is_head = bool(head.number(4, 4) >> 18 & 1)
        shaded = head.number(LIST + BORDER) in self.paragraphs.look.shades
        return FlowCell(row, column, self.read(held), max(rows, 1), max(columns, 1), is_head, shaded)


def _says(parts: Sequence[Part]) -> str:
    """The words of parts that are nothing else; "" of others."""
    words = [part.text for part in parts if isinstance(part, Words)]
    return "".join(words).strip() if len(words) == len(parts) else ""


def _places(record: Record | None) -> list[tuple[int, int]]:
    data = record.data if record else b""
    numbers = [int.from_bytes(data[at : at + 4], "little") for at in range(0, len(data) - 3, 4)]
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _lists(record: Record, *, until: tuple[int, ...] = (), after: int = 0) -> Iterator[tuple[Record, list[Record]]]:
    """Each list header right below a control with the paragraphs that follow it, up to or after a record of a tag."""
    open_ = not after
    head: Record | None = None
    held: list[Record] = []
    for one in record.below:
        if one.tag in until:
            break
        open_ = open_ or one.tag == after
        if one.tag == tags.LIST_HEADER and open_:
            if head is not None:
                yield head, held
            head, held = one, list(one.below)
        elif head is not None and one.tag == tags.PARA_HEADER:
            held.append(one)
    if head is not None:
        yield head, held


def _drawn_records(record: Record) -> Iterator[Record]:
    """The shapes of a drawn object and what they are, those in a group among them; not what stands in their text."""
    for one in record.below:
        if one.tag not in (tags.PARA_HEADER, tags.LIST_HEADER):
            yield one
            yield from _drawn_records(one)


def _controls(record: Record) -> Iterator[Record]:
    """The controls in the paragraphs right below a record."""
    for paragraph in record.below:
        if paragraph.tag == tags.PARA_HEADER:
            yield from (one for one in paragraph.below if one.tag == tags.CTRL_HEADER)


def _number_shape(record: Record, flags: int, signs: int, *, wide: bool = False) -> NumberShape:
    """How a number is printed: the format in the flags, then the signs: its own, one before, one after."""
    code = record.number(flags, 4) >> (0 if wide else 4) & 0xFF
    format_ = {0x80: "SYMBOL", 0x81: "USER_CHAR"}.get(code) or (HANGUL[code] if code < len(HANGUL) else "DIGIT")
    user, before, after = (record.sign(signs + 2 * at) for at in range(3))
    return NumberShape(format_, before, after, user)
