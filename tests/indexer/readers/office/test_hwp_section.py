"""What stands in a section of HWP: what only its records have, beside what it shares with HWPX (test_hangul)."""

import struct

from indexer.readers.office import hwp_records as tags
from indexer.readers.office.flow import (
    LeftOutCount,
    LeftOutKind,
    NoteAtMark,
    Paragraph,
    Part,
    RunningHead,
    TextBox,
    Words,
)
from indexer.readers.office.hangul import HangulLook, HangulParagraphs
from indexer.readers.office.hwp_records import record_tree
from indexer.readers.office.hwp_section import HwpSections
from tests.indexer.readers.office.hangul_files import p as para
from tests.indexer.readers.office.hangul_files import record, section_of, utf16


def parts(*controls: bytes) -> tuple[Part, ...]:
    """The parts of a paragraph that holds these controls and nothing else."""
    data = record(tags.PARA_HEADER, 0, bytes(22)) + b"".join(controls)
    reader = HwpSections(HangulParagraphs(HangulLook({}, {}, {}, {}, {})))
    return reader.read(record_tree(data, "강.hwp"))[0].parts


def control(code: str, data: bytes = b"") -> bytes:
    return record(tags.CTRL_HEADER, 1, code.encode()[::-1] + data)


def text(words: str, level: int) -> bytes:
    """A paragraph below a list."""
    return record(tags.PARA_HEADER, level, bytes(22)) + record(tags.PARA_TEXT, level + 1, words.encode("utf-16-le"))


def test_a_group_gives_the_text_of_its_shapes_and_counts_its_pictures() -> None:
    shape = record(tags.SHAPE, 3, b"")
    shapes = record(tags.SHAPE, 2, b"") + shape + record(tags.LIST_HEADER, 4, bytes(8)) + text("강", 4)
    shapes += shape + record(tags.PICTURE, 4, b"") + shape + record(tags.OLE_OBJECT, 4, b"")
    assert parts(control("gso ") + shapes) == (
        LeftOutCount(LeftOutKind.PICTURE), LeftOutCount(LeftOutKind.PICTURE),
        TextBox((Paragraph((Words("강"),), size=10.0),)),
    )  # fmt: skip


def test_letters_over_one_another_art_and_glosses() -> None:
    assert parts(control("tcps", utf16("인")), control("tdut", utf16("江") + utf16("강"))) == (Words("인"), Words("江"))
    boxed = [control("tcps", utf16(words) + b"\x03") for words in ("12", "원", "3층")]
    assert parts(*boxed) == (Words("⑫"), Words("원"), Words("3층"))
    art = record(tags.SHAPE, 2, b"") + record(tags.TEXT_ART, 3, bytes(32) + utf16("강의 길"))
    assert parts(control("gso ") + art) == (TextBox((Paragraph((Words("강의 길"),)),)),)


def test_notes_take_the_format_and_the_next_number_of_their_section() -> None:
    shape = record(tags.FOOTNOTE_SHAPE, 2, struct.pack("<IHHH", 3, 0, ord("("), ord(")")))
    found = parts(control("secd", bytes(16)) + shape, control("nwno", struct.pack("<IH", 1, 4)), control("fn  "))
    assert found == (NoteAtMark("iv", "(iv)", ()),)


def test_numbers_of_pages_and_what_nobody_knows_are_no_text() -> None:
    assert parts(control("atno", bytes(12)), control("pgnp"), control("form"), control("????")) == ()


def test_a_picture_keeps_its_caption_and_a_drawing_gives_it_as_text() -> None:
    caption = record(tags.LIST_HEADER, 2, bytes(12)) + text("그림 강", 2)
    held = (Paragraph((Words("그림 강"),), size=10.0),)
    shape = record(tags.SHAPE, 2, b"")
    assert parts(control("gso ") + caption + shape + record(tags.PICTURE, 3, b"")) == (
        LeftOutCount(LeftOutKind.PICTURE, held),
    )
    assert parts(control("gso ") + caption + shape) == (TextBox(held),)


def test_a_control_without_its_place_in_the_text_is_not_lost() -> None:
    assert parts(control("head") + record(tags.LIST_HEADER, 2, bytes(8)) + text("머리", 2)) == (
        RunningHead((Paragraph((Words("머리"),), size=10.0),)),
    )  # fmt: skip


def test_memos_behind_the_text_are_no_text() -> None:
    memo = record(93, 1, b"") + record(tags.LIST_HEADER, 1, bytes(8)) + text("고칠 것", 1)
    reader = HwpSections(HangulParagraphs(HangulLook({}, {}, {}, {}, {})))
    found = reader.read(record_tree(section_of([para("강")]) + memo, "강.hwp"))
    assert [part.text for one in found for part in one.parts if isinstance(part, Words)] == ["강"]
