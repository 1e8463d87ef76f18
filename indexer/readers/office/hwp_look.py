"""What does the DocInfo of an HWP file define? The shapes, styles, numberings and bullets that its paragraphs name."""

from collections.abc import Iterator

from indexer.readers.office.hangul import BULLET as BULLETED
from indexer.readers.office.hangul import NUMBER, OUTLINE, HangulLook, LetterShape, ParagraphShape
from indexer.readers.office.hwp_records import (
    BORDER_FILL,
    BULLET,
    CHAR_SHAPE,
    NUMBERING,
    PARA_SHAPE,
    STYLE,
    Record,
    read_records,
)
from indexer.readers.office.hwpx_head import level_text
from indexer.readers.office.lists import ListLevel, ListStyle
from indexer.readers.office.ordinals import HANGUL
from indexer.readers.symbols import bullet_sign

KINDS = ("", OUTLINE, NUMBER, BULLETED)
HEAD = 12  # bytes that say how a number stands, before the text of its level
LEVEL = 54  # where newer files say a level above 7, which three flags can't
FILL = 32  # bytes of a border before its ground
NO_COLOUR, WHITE = 0xFFFFFFFF, 0xFFFFFF
LEVELS, MORE_LEVELS = 7, 3  # of a numbering: the second since Hangul 2010


def read_look(data: bytes, name: str) -> HangulLook:
    """The tables of a DocInfo stream. Raises SourceError where it is cut off."""
    look = HangulLook({}, {}, {}, {}, {})
    shapes, letters, styles = dict(look.shapes), dict(look.letters), dict(look.styles)
    lists, bullets, shades = dict(look.lists), dict(look.bullets), list[bool]()
    for record in read_records(data, name):
        if record.tag == CHAR_SHAPE:
            letters[len(letters)] = _letters(record)
        elif record.tag == PARA_SHAPE:
            shapes[len(shapes)] = _shape(record)
        elif record.tag == STYLE:
            styles[len(styles)] = (record.text(0), record.text(2 + 2 * record.number(0)))
        elif record.tag == NUMBERING:
            lists[len(lists) + 1] = ListStyle(str(len(lists) + 1), dict(_levels(record)))
        elif record.tag == BULLET:
            bullets[len(bullets) + 1] = bullet_sign(record.sign(HEAD))
        elif record.tag == BORDER_FILL:
            shades.append(_shades(record))
    return HangulLook(
        shapes, letters, styles, lists, bullets, frozenset(at for at, shown in enumerate(shades, 1) if shown)
    )


def _shades(record: Record) -> bool:
    """Whether what is set so stands on a ground that is not white: one colour, or one that turns into another."""
    kind = record.number(FILL, 4)
    return (bool(kind & 1) and record.number(FILL + 4, 4) not in (NO_COLOUR, WHITE)) or bool(kind & 4)


def _letters(record: Record) -> LetterShape:
    flags = record.number(46, 4)
    script = "sup" if flags >> 15 & 1 else "sub" if flags >> 16 & 1 else ""
    return LetterShape(record.number(42, 4) / 100, bool(flags >> 1 & 1), script)


def _shape(record: Record) -> ParagraphShape:
    flags = record.number(0, 4)
    level = record.number(LEVEL, 4) if len(record.data) >= LEVEL + 4 else flags >> 25 & 7
    return ParagraphShape(KINDS[flags >> 23 & 3], record.number(30), min(level, 9))


def _levels(record: Record) -> Iterator[tuple[int, ListLevel]]:
    at = rest = starts = 0
    found: list[tuple[str, str]] = []
    for level in range(LEVELS + MORE_LEVELS):
        if level == LEVELS:
            at += 2 + 4 * LEVELS  # the first number of all levels, of an old file; then that of each
        if at + HEAD + 2 > len(record.data):
            break
        code = record.number(at, 4) >> 5 & 0xF
        found.append((level_text(record.text(at + HEAD), level + 1), HANGUL[code]))
        at += HEAD + 2 + 2 * record.number(at + HEAD)
        if level == LEVELS - 1:
            starts, rest = at + 2, at
    if len(found) < LEVELS:
        return
    for level, (text, format_) in enumerate(found):
        place = starts + 4 * level if level < LEVELS else at + 4 * (level - LEVELS)
        start = record.number(place, 4) or record.number(rest) or 1
        yield level, ListLevel(text, format_, start)
