"""A file's format is known by its name and its first bytes, and a new format is a reader and a row."""

import codecs
import re
from dataclasses import replace

import pytest

from indexer.markup.elements import Extract
from indexer.readers import formats as readers
from indexer.readers.formats import (
    COLLECTION,
    DOCX,
    FORMATS,
    HTML,
    HWP,
    HWPX,
    MARKDOWN,
    ODT,
    PDF,
    TEXT,
    Format,
    extract,
    format_of,
    reader_versions,
)
from tests.indexer.readers.office import odt_files
from tests.indexer.readers.office.hangul_files import hwp, hwpx, p
from tests.indexer.readers.office.word_files import docx, para
from tests.indexer.readers.pdf_files import PdfPage, pdf

TEXT_SAMPLE = "강이 있다.".encode()
PRINTED = PdfPage()
PRINTED.text("Harbour ledgers", 70, 100, font="L")
SAMPLES = {
    PDF: pdf([PRINTED]),
    DOCX: docx(para("강이 있다.")),
    HWPX: hwpx([p("강이 있다.")]),
    HWP: hwp([p("강이 있다.")]),
    ODT: odt_files.odt(odt_files.para("강이 있다.")),
}
PAGE = '<?xml version="1.0"?>\n<!DOCTYPE html><html><p>강이 있다.</p></html>'


@pytest.mark.parametrize(
    ("name", "data", "format_"),
    [
        ("a.txt", "강이 있다.".encode(), TEXT),
        ("a.TXT", PAGE.encode(), HTML),
        ("a.txt", codecs.BOM_UTF8 + PAGE.encode(), HTML),
        ("a.txt", codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le"), HTML),
        ("a.txt", PAGE.encode("utf-16-be"), HTML),
        ("a.txt", "<p>꺾쇠로 시작하는 글이다.".encode(), TEXT),
        ("a.xhtml", "강이 있다.".encode(), HTML),
        ("a.md", PAGE.encode(), MARKDOWN),
        ("a.jsonl", b"{}", COLLECTION),
        ("a", "강이 있다.".encode(), TEXT),
        ("a.hwp", SAMPLES[HWPX], HWPX),
        ("a.hwpx", SAMPLES[HWP], HWP),
        ("a.hwp", SAMPLES[DOCX], DOCX),
        ("a.docx", SAMPLES[ODT], ODT),
        ("a.odt", SAMPLES[HWPX], HWPX),
        ("a.odt", SAMPLES[DOCX], DOCX),
        ("a.odt", odt_files.fodt(""), ODT),
        ("a.docx", b"", DOCX),
        ("a.hwp", "강이 있다.".encode(), HWP),
    ],
    ids=[
        "text",
        "page",
        "bom",
        "utf-16le",
        "utf-16be",
        "a tag",
        "xhtml",
        "markdown",
        "collection",
        "no ending",
        "hwpx as hwp",
        "hwp as hwpx",
        "docx as hwp",
        "odt as docx",
        "hwpx as odt",
        "docx as odt",
        "flat as odt",
        "empty",
        "text as hwp",
    ],
)
def test_a_format_is_chosen_by_the_ending_and_for_texts_by_magic(name: str, data: bytes, format_: Format) -> None:
    assert format_of(name, data) is format_


def test_versions_and_endings_are_each_of_one_format() -> None:
    assert len({format_.version for format_ in FORMATS}) == len(FORMATS)
    assert 4 not in {format_.version for format_ in FORMATS}  # release 0.1.0 had it for all of them
    endings = [ending for format_ in FORMATS for ending in format_.endings]
    assert len(set(endings)) == len(endings)
    assert (reader_versions("a.md"), reader_versions("a.txt")) == (
        {MARKDOWN.version},
        {TEXT.version, HTML.version, PDF.version},
    )
    assert reader_versions("a.hwp") == {HWP.version, HWPX.version, DOCX.version, ODT.version}


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.media_type)
def test_a_reader_names_the_media_type_of_its_row(format_: Format) -> None:
    assert extract(SAMPLES.get(format_, TEXT_SAMPLE), f"a{format_.endings[0]}").media_type == format_.media_type


def test_a_row_is_all_that_a_new_format_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(data: bytes, name: str) -> Extract:
        return replace(TEXT.read(data.removeprefix(b"%BRIEF\n"), name), media_type="text/x-brief")

    row = Format("text/x-brief", (".brief",), 99, read, magic=re.compile(b"%BRIEF"))
    monkeypatch.setattr(readers, "FORMATS", (*FORMATS, row))
    monkeypatch.setitem(readers.ENDINGS, ".brief", row)
    for name in ("a.brief", "a.txt"):
        assert [line.text for line in extract("%BRIEF\n강이 있다.".encode(), name).lines] == ["강이 있다."]
    assert reader_versions("a.txt") == {TEXT.version, HTML.version, PDF.version, 99}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", '+++\ntitle = "제\\u0000목"\n+++\n\n강물이 흐른다.\n'),
        ("a.html", "<!DOCTYPE html><title>제&#1;목</title><p>강물이 흐른다.</p>"),
    ],
)
def test_what_no_text_can_hold_is_replaced_in_a_head_too_and_said(name: str, text: str) -> None:
    found = extract(text.encode(), name)
    assert found.elements is not None and found.elements[0].text == "제\ufffd목"
    assert [(one.code, one.values[0]) for one in found.problems] == [("invalid-characters", "1")]
