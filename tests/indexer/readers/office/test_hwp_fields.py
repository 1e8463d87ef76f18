"""The guide of an empty form field is no text; what was filled in is, though it says the same."""

import struct

import pytest

from indexer.readers.office import hwp_records as tags
from indexer.readers.office.flow import Words
from indexer.readers.office.hangul import HangulLook, HangulParagraphs
from indexer.readers.office.hwp_fields import field_guide, is_field
from indexer.readers.office.hwp_records import Record, record_tree
from indexer.readers.office.hwp_section import HwpSections
from tests.indexer.readers.office.hangul_files import record, utf16

COMMAND = "Clickhere:set:50:Direction:wstring:6:부두의 이름 HelpState:wstring:0:  "
FILLED = 1 << 15


def field(properties: int = 1, kind: bytes = b"%clk", command: str = COMMAND) -> Record:
    return Record(tags.CTRL_HEADER, 1, kind[::-1] + struct.pack("<IB", properties, 0) + utf16(command))


def unit(code: int) -> bytes:
    return struct.pack("<H", code) * 8


def read(words: str, one: Record) -> str:
    """A paragraph: a label, the field with these words, and a point."""
    said = [word.encode("utf-16-le") for word in ("부두: ", words, ".")]
    text = said[0] + unit(3) + said[1] + unit(4) + said[2]
    data = record(tags.PARA_HEADER, 0, bytes(22)) + record(tags.PARA_TEXT, 1, text)
    data += record(tags.CTRL_HEADER, 1, one.data)
    (found,) = HwpSections(HangulParagraphs(HangulLook({}, {}, {}, {}, {}))).read(record_tree(data, "강.hwp"))
    return "".join(part.text for part in found.parts if isinstance(part, Words))


def test_the_guide_is_what_the_command_says_while_nothing_was_filled_in() -> None:
    assert field_guide(field()) == "부두의 이름"
    assert field_guide(field(FILLED)) == field_guide(field(kind=b"%hlk")) == field_guide(field(command="")) == ""
    assert is_field(field(kind=b"%hlk")) and not is_field(field(kind=b"gso "))


@pytest.mark.parametrize(
    "words, one, text",
    [
        ("부두의 이름", field(), "부두: ."),
        ("남쪽 부두", field(), "부두: 남쪽 부두."),
        ("부두의 이름", field(FILLED), "부두: 부두의 이름."),
        ("부두의 이름", field(kind=b"%hlk"), "부두: 부두의 이름."),
    ],
)
def test_only_the_guide_of_an_empty_field_is_left_out(words: str, one: Record, text: str) -> None:
    assert read(words, one) == text
