"""A file is what its bytes say; what is not read is refused by name, with the way out."""

import pytest

from archive.errors import SourceError
from indexer.readers.formats import extract
from indexer.readers.office import read_docx, read_hwp, read_hwpx, read_odt
from indexer.readers.office.kinds import DOCX, HWP, HWPX, ODT
from tests.indexer.readers.office.hangul_files import hwp, hwpx, p, zipped
from tests.indexer.readers.office.odt_files import fodt, odt
from tests.indexer.readers.office.odt_files import para as odt_para
from tests.indexer.readers.office.ole import ole
from tests.indexer.readers.office.word_files import docx, para

FILES = {
    DOCX: docx(para("강이 흐른다.")),
    HWPX: hwpx([p("강이 흐른다.")]),
    HWP: hwp([p("강이 흐른다.")]),
    ODT: odt(odt_para("강이 흐른다.")),
}


@pytest.mark.parametrize("name", ["강.docx", "강.hwpx", "강.hwp", "강.odt", "강.fodt"])
def test_a_file_is_read_as_what_it_is_whatever_it_is_called(name: str) -> None:
    found = [extract(data, name) for data in FILES.values()]
    assert [one.media_type for one in found] == list(FILES)
    assert [line.text for one in found for line in one.lines] == ["강이 흐른다."] * 4
    assert extract(fodt(odt_para("강이 흐른다.")), name).media_type == ODT


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (ole({"WordDocument": b""}), r"of Word 97-2003 \(\.doc\): open it in Word, save as \.docx"),
        (ole({"Workbook": b""}), r"an Excel workbook \(\.xls\)"),
        (ole({"EncryptedPackage": b""}), "locked by a password: save it in Word or Hangul without one"),
        (ole({"other": b""}), r"of a kind that is not read: save it as \.docx or \.hwpx"),
        (zipped({"xl/workbook.xml": ""}), "an Excel workbook: "),
        (zipped({"ppt/presentation.xml": ""}), "a PowerPoint presentation"),
        (
            zipped({"content.xml": "<a><body><spreadsheet/></body></a>"}),
            r"an OpenDocument spreadsheet: save its text as \.odt",
        ),
        (zipped({"a.txt": ""}), "a ZIP archive that holds no document: unpack it"),
        (b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05", r"of Hangul 3 or older \(HWP 3\): open it in Hangul"),
        (b"{\\rtf1", "RTF: open it in Word"),
        (b"%PDF-1.7", "a PDF: name it .pdf"),
        (b'<?xml version="1.0"?><HWPML Version="2.8">', "HWPML: save as .hwpx"),
        ("<!DOCTYPE html><p>강</p>".encode(), "a web page: name it .html"),
        (b"", r"empty \(0 bytes\)"),
        ("강이 흐른다.".encode(), "no file of a word processor"),
    ],
    ids=[
        "doc", "xls", "locked", "ole", "xlsx", "pptx", "ods", "zip", "hwp3", "rtf", "pdf", "hwpml", "page", "empty",
        "text",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["강.docx", "강.hwpx", "강.hwp", "강.odt"])
def test_what_is_not_read_is_refused_by_what_it_is(data: bytes, message: str, name: str) -> None:
    with pytest.raises(SourceError, match=f"^{name.replace('.', '[.]')} is {message}"):
        extract(data, name)


def test_a_reader_takes_its_own_kind_only() -> None:
    for read, data in ((read_docx, FILES[HWPX]), (read_hwpx, FILES[DOCX]), (read_odt, FILES[DOCX])):
        with pytest.raises(SourceError, match="holds no document"):
            read(data, "강")
    with pytest.raises(SourceError, match="no file of a word processor"):
        read_hwp(FILES[DOCX], "강")
