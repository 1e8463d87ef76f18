"""A file is read again when it, its side files, its other forms or its reader changed; else it is not."""

from dataclasses import replace

import pytest

from archive.store import FileState
from indexer.file_records import changed, not_taken, record_of
from indexer.files import Forms, LeftOut, SideFile, SourceFile
from indexer.readers import format_by_name

SOURCE = SourceFile("/briefs/one.txt", "one.txt", 10, 100)
SIDE = SideFile("/briefs/one.toml", 5, 100)
ONE = Forms(SOURCE)
READER = format_by_name("one.txt").version
KEPT = record_of(ONE, READER, "ab", FileState.READ)


def test_what_stands_as_it_was_read_is_not_read_again() -> None:
    assert not changed(ONE, KEPT)


@pytest.mark.parametrize(
    "one",
    [
        Forms(replace(SOURCE, size=11)),
        Forms(replace(SOURCE, mtime_ns=101)),
        Forms(replace(SOURCE, side=SIDE)),
        Forms(SOURCE, (SourceFile("/briefs/one.html", "one.html", 3, 100),)),
    ],
)
def test_what_changed_is_read_again(one: Forms) -> None:
    assert changed(one, KEPT)
    assert not changed(one, record_of(one, READER, "ab", FileState.READ))


def test_what_is_new_what_failed_and_what_another_reader_read_is_read() -> None:
    assert changed(ONE, None)
    assert changed(ONE, record_of(ONE, READER, "", FileState.FAILED, "why"))
    assert changed(ONE, record_of(ONE, -1, "ab", FileState.READ))


def test_what_cannot_be_entered_failed() -> None:
    record = not_taken(LeftOut("/briefs/locked", "locked may not be read"))
    assert (record.state, record.name, record.message) == (FileState.FAILED, "locked", "locked may not be read")
