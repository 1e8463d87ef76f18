"""The tables of DocInfo: shapes, styles, lists and bullets."""

import struct

from indexer.readers.office.hangul import LetterShape, ParagraphShape
from indexer.readers.office.hwp_look import read_look
from indexer.readers.office.lists import ListLevel
from tests.indexer.readers.office.hangul_files import doc_info, record, utf16


def test_the_tables_by_their_ids() -> None:
    look = read_look(doc_info(), "강.hwp")
    assert look.shapes[2] == ParagraphShape("OUTLINE", 0, 1)
    assert look.letters[1] == LetterShape(20.0, True) and look.letters[2].script == "sup"
    assert look.styles[1] == ("제목", "Title")
    assert look.lists[1].levels[1] == ListLevel("{2}.", "HANGUL_SYLLABLE")
    assert look.bullets == {1: "●"}


def test_levels_eight_to_ten_are_those_of_newer_files() -> None:
    long = struct.pack("<I", 1 << 23 | 6 << 25) + bytes(50) + struct.pack("<I", 8)
    assert read_look(record(0x19, 1, long), "강.hwp").shapes[0] == ParagraphShape("OUTLINE", 0, 8)
    heads = b"".join(bytes(12) + utf16(f"^{level}") for level in range(1, 8)) + struct.pack("<H7I", 1, *range(1, 8))
    more = b"".join(bytes(12) + utf16(f"^{level}") for level in range(8, 11)) + struct.pack("<3I", 8, 9, 10)
    levels = read_look(record(0x17, 1, heads + more), "강.hwp").lists[1].levels
    assert (levels[6], levels[9]) == (ListLevel("{7}", start=7), ListLevel("{10}", start=10))


def test_grounds_that_are_not_white() -> None:
    def border(kind: int, colour: int) -> bytes:
        return record(0x14, 1, bytes(32) + struct.pack("<2I", kind, colour))

    data = border(0, 0) + border(1, 0xFFFFFF) + border(1, 0xFFFFFFFF) + border(1, 0xE5E5E5) + border(4, 0)
    assert read_look(data, "강.hwp").shades == {4, 5}


def test_a_numbering_that_is_cut_off_has_no_levels() -> None:
    assert read_look(record(0x17, 1, bytes(30)), "강.hwp").lists[1].levels == {}
