"""The streams of an OLE file are read within limits; circles, lies and damage are refused by name."""

import struct

import pytest

from archive.errors import SourceError
from indexer.readers.office import compound as compounds
from indexer.readers.office.compound import Compound
from tests.indexer.readers.office.hangul_files import deflated
from tests.indexer.readers.office.ole import SECTOR, ole


def test_streams_are_read_by_their_paths() -> None:
    found = Compound(ole({"FileHeader": b"HWP", "BodyText/Section0": "강".encode() * 2_000}), "강.hwp")
    assert found.streams == {"FileHeader", "BodyText/Section0"}
    assert found.read("FileHeader")[:4] == b"HWP\0"
    assert found.read("BodyText/Section0").decode() == "강" * 2_000
    with pytest.raises(SourceError, match=r"강\.hwp has no DocInfo"):
        found.read("DocInfo")


def test_a_file_that_is_cut_off_is_refused() -> None:
    whole = ole({"FileHeader": b"HWP"})
    for data in (whole[:600], whole[:40]):
        with pytest.raises(SourceError, match=r"강\.hwp .*save it again"):
            Compound(data, "강.hwp").read("FileHeader")


def test_a_chain_of_sectors_in_a_circle_ends() -> None:
    data = bytearray(ole({"a": bytes(9_000), "b": bytes(5_000)}))
    fat = SECTOR
    start = next(at for at in range(128) if struct.unpack_from("<I", data, fat + 4 * at)[0] == at + 1 and at > 1)
    struct.pack_into("<I", data, fat + 4 * (start + 2), start)
    found = Compound(bytes(data), "강.hwp")
    assert len(found.read("a")) <= len(data)


def test_a_stream_that_claims_to_be_longer_than_its_file_is_refused() -> None:
    data = bytearray(ole({"a": b"0"}))
    at = data.index("a\0\0".encode("utf-16-le"))
    struct.pack_into("<I", data, at + 120, 2**31 - 1)
    with pytest.raises(SourceError, match="says it has"):
        Compound(bytes(data), "강.hwp").read("a")


def test_sectors_of_a_size_that_no_computer_has_are_refused() -> None:
    data = bytearray(ole({"a": b"0"}))
    struct.pack_into("<H", data, 30, 0x7FFF)
    with pytest.raises(SourceError, match=r"강\.hwp is cut off or damaged"):
        Compound(bytes(data), "강.hwp")


def test_folders_in_a_circle_end() -> None:
    data = bytearray(ole({"folder/a": b"0", "b": b"1"}))
    at = data.index("folder".encode("utf-16-le"))
    struct.pack_into("<I", data, at + 76, 1)  # its first child is itself
    try:
        assert len(Compound(bytes(data), "강.hwp").streams) < 10
    except SourceError as error:
        assert "damaged" in str(error)


def test_packed_streams_are_unpacked_within_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Compound(ole({"a": b"0"}), "강.hwp")
    assert found.unpacked(deflated(b"0123") + bytes(20), "a") == b"0123"
    with pytest.raises(SourceError, match="a is cut off"):
        found.unpacked(deflated(bytes(range(256)) * 9)[:-20], "a")
    with pytest.raises(SourceError, match="cut off or damaged"):
        found.unpacked(b"\xff\xff\xff", "a")
    monkeypatch.setattr(compounds, "MAX_UNPACKED", 1_000)
    with pytest.raises(SourceError, match="unpacks to more than"):
        Compound(ole({"a": b"0"}), "강.hwp").unpacked(deflated(bytes(2_000)), "a")


def test_a_summary_that_can_not_be_read_claims_nothing() -> None:
    found = Compound(ole({"s": b"no summary", "t": summary("강의 길", "홍보기")}), "강.hwp")
    assert (found.claims("s"), found.claims("none")) == ((None, None), (None, None))
    assert found.claims("t") == ("강의 길", "홍보기")


def summary(title: str, author: str) -> bytes:
    """A summary as Hangul writes it: two properties, each a text."""
    values = [
        struct.pack("<II", 31, len(text) + 1) + (text + "\0").encode("utf-16-le") + bytes(-len(text + "0") * 2 % 4)
        for text in (title, author)
    ]
    places = struct.pack("<IIII", 2, 24, 4, 24 + len(values[0]))
    section = struct.pack("<II", 24 + sum(map(len, values)), 2) + places + b"".join(values)
    head = struct.pack("<HHI", 0xFFFE, 0, 0) + bytes(16) + struct.pack("<I", 1) + bytes(16) + struct.pack("<I", 48)
    return head + section
