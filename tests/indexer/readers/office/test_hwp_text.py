"""Letters and controls of a paragraph in the order of its units."""

import struct

from indexer.readers.office.hwp_text import TextPiece, text_pieces


def units(*parts: str | int) -> bytes:
    """Words as they are, and controls: of eight units where they have a record or a place of their own."""
    data = b""
    for part in parts:
        if isinstance(part, str):
            data += part.encode("utf-16-le")
        else:
            data += struct.pack("<H", part) + (
                bytes(12) + struct.pack("<H", part) if part not in (10, 13, 24, 30, 31) else b""
            )
    return data


def test_controls_with_a_record_stand_in_their_places() -> None:
    found = list(text_pieces(units(2, "강", 17, "물", 4, "길", 13), [(0, 5)]))
    control = TextPiece(control=True)
    field_end = TextPiece(ends_field=True)
    assert found == [control, TextPiece("강", 5), control, TextPiece("물", 5), field_end, TextPiece("길", 5)]


def test_line_ends_tabs_and_spaces_of_their_own_kinds() -> None:
    found = list(text_pieces(units("강", 10, "물", 9, 30, 31, 24), [(0, 1)]))
    assert [(piece.text, piece.ends_line) for piece in found] == [
        ("강", False), ("", True), ("물", False), ("\t", False), ("\u00a0", False), (" ", False),
    ]  # fmt: skip


def test_letters_change_their_shape_within_a_text() -> None:
    found = list(text_pieces(units("km2 넓이"), [(0, 1), (2, 7), (3, 1)]))
    assert found == [TextPiece("km", 1), TextPiece("2", 7), TextPiece(" 넓이", 1)]


def test_letters_of_two_units_and_a_text_cut_in_a_control() -> None:
    assert list(text_pieces(units("\U0001f6a2 배"), [])) == [TextPiece("\U0001f6a2 배", -1)]
    assert list(text_pieces(units("강", 17)[:8], [(0, 0)])) == [TextPiece("강", 0), TextPiece(control=True)]
