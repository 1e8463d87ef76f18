"""The records of a stream, one after another and as a tree; what is cut off or too much is refused."""

import pytest

from archive.errors import SourceError
from indexer.readers.office.hwp_records import PARA_LINES, Record, decoded, read_records, record_tree
from tests.indexer.readers.office.hangul_files import record, utf16


def test_records_are_read_short_and_long() -> None:
    data = record(66, 0, b"ab") + record(67, 1, bytes(5_000))
    assert [(one.tag, one.level, len(one.data)) for one in read_records(data, "강.hwp")] == [(66, 0, 2), (67, 1, 5_000)]


def test_levels_make_a_tree_without_the_places_of_lines() -> None:
    data = b"".join(
        record(tag, level, b"") for tag, level in ((66, 0), (71, 1), (72, 2), (67, 1), (PARA_LINES, 1), (66, 0))
    )
    first, second = record_tree(data, "강.hwp")
    assert ([one.tag for one in first.below], [one.tag for one in first.below[0].below], second.below) == (
        [71, 67],
        [72],
        [],
    )
    assert first.first(67) is first.below[1] and first.first(99) is None


def test_a_level_that_skips_others_hangs_below_the_last() -> None:
    (only,) = record_tree(record(66, 0, b"") + record(67, 9, b"") + record(68, 1, b""), "강.hwp")
    assert [one.tag for one in only.below] == [67, 68]


def test_what_is_cut_off_too_much_or_too_deep_is_refused() -> None:
    with pytest.raises(SourceError, match=r"강\.hwp is cut off or damaged"):
        list(read_records(record(66, 0, bytes(100))[:50], "강.hwp"))
    with pytest.raises(SourceError, match="more than 3 records"):
        record_tree(record(66, 0, b"") * 4, "강.hwp", limit=3)
    with pytest.raises(SourceError, match="nests more than"):
        record_tree(record(66, 1_000, b""), "강.hwp")


def test_values_of_a_record_and_what_lies_beyond_its_end() -> None:
    one = Record(0, 0, b"\x01\x02\x00\x00" + utf16("강물") + b"A\0")
    assert (one.number(0), one.number(0, 4), one.number(90)) == (513, 513, 0)
    assert (one.text(4), one.sign(10), one.sign(2), one.text(90)) == ("강물", "A", "", "")


def test_folded_signs_are_unfolded() -> None:
    assert decoded("강\ua12b".encode("utf-16-le")) == "강\U000f012b"
