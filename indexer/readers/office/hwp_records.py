"""Which records does a stream of HWP 5 hold? Each has a tag, a level and its bytes; the levels make a tree of them.

Source: 한글 문서 파일 형식 5.0, revision 1.3 (한글과컴퓨터), "데이터 레코드".
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.errors import SourceError

# Tags. Source: the same, tables of the records of DocInfo and BodyText.
BORDER_FILL = 0x14
CHAR_SHAPE, NUMBERING, BULLET, PARA_SHAPE, STYLE, DISTRIBUTION = 0x15, 0x17, 0x18, 0x19, 0x1A, 0x1C
PARA_HEADER, PARA_TEXT, PARA_CHAR_SHAPE, PARA_LINES, CTRL_HEADER, LIST_HEADER = 66, 67, 68, 69, 71, 72
FOOTNOTE_SHAPE, SHAPE, TABLE, OLE_OBJECT, PICTURE, TEXT_ART, CHART, VIDEO = 74, 76, 77, 84, 85, 90, 95, 98

MAX_RECORDS = 800_000  # of one file; a thousand pages of tables have some 300,000
MAX_LEVEL = 200  # a cell in a table in a cell is three levels deeper


@dataclass(slots=True)
class Record:
    """One record, with those below it."""

    tag: int
    level: int
    data: bytes
    below: list["Record"] = field(default_factory=list)

    def number(self, at: int, size: int = 2) -> int:
        """The number at this place; 0 where the record ends before it."""
        return int.from_bytes(self.data[at : at + size], "little") if at + size <= len(self.data) else 0

    def text(self, at: int) -> str:
        """The text at this place: its length in UTF-16 units, then the text."""
        return decoded(self.data[at + 2 : at + 2 + 2 * self.number(at)])

    def sign(self, at: int) -> str:
        """The one letter at this place; "" where there is none."""
        code = self.number(at)
        return chr(code) if code else ""

    def first(self, tag: int) -> "Record | None":
        """The first record of this tag right below."""
        return next((one for one in self.below if one.tag == tag), None)


def decoded(data: bytes) -> str:
    """UTF-16 units as text, with the signs of Hangul's own plane, which HWP folds into U+A000 to U+A48C, unfolded.

    Source of the folding: the same document saved as HWP and as HWPX.
    """
    text = data[: len(data) // 2 * 2].decode("utf-16-le", "replace")
    if any("\ua000" <= letter <= "\ua48c" for letter in text):
        return "".join(chr(ord(one) + 0xF0000 - 0xA000) if "\ua000" <= one <= "\ua48c" else one for one in text)
    return text


def read_records(data: bytes, name: str) -> Iterator[Record]:
    """The records of a stream, one after another.

    Raises:
        SourceError: a record is longer than what is left of its stream.
    """
    at = 0
    while at + 4 <= len(data):
        head = int.from_bytes(data[at : at + 4], "little")
        at += 4
        size = head >> 20
        if size == 0xFFF:
            size = int.from_bytes(data[at : at + 4], "little")
            at += 4
        if at + size > len(data):
            raise SourceError(f"{name} is cut off or damaged (a record of {size:,} bytes does not end): save it again")
        yield Record(head & 0x3FF, head >> 10 & 0x3FF, data[at : at + size])
        at += size


def record_tree(data: bytes, name: str, limit: int = MAX_RECORDS) -> list[Record]:
    """The records of a stream as a tree: those of the top, each with those below it. Places of lines are left out.

    Raises:
        SourceError: a record is cut off, or there are too many, or they nest too deep.
    """
    top: list[Record] = []
    path: list[Record] = []
    for count, record in enumerate(read_records(data, name)):
        if count >= limit:
            raise SourceError(f"{name} has more than {limit:,} records: split it into several files")
        if record.level > MAX_LEVEL:
            raise SourceError(f"{name} nests more than {MAX_LEVEL} deep: simplify it, or save it again")
        if record.tag == PARA_LINES:
            continue
        while path and path[-1].level >= record.level:
            path.pop()
        (path[-1].below if path else top).append(record)
        path.append(record)
    return top
