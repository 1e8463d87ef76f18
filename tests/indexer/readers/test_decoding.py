"""Bytes become lines: encodings, line ends, pages, and what is refused."""

import codecs
import os
import random
import zipfile
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.errors import SourceError
from archive.model.document import Line, Problem
from indexer.lines.characters import composed
from indexer.readers import decoding
from indexer.readers.formats import extract

KOREAN = "두만강 물류의 전망 \n  두 나라는 다리를 놓기로 했다.¹\n"
LINES = (Line(1, "두만강 물류의 전망 "), Line(2, "  두 나라는 다리를 놓기로 했다.¹"))


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (KOREAN.encode(), "utf-8"),
        (codecs.BOM_UTF8 + KOREAN.encode(), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + KOREAN.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + KOREAN.encode("utf-16-be"), "utf-16-be"),
        (KOREAN.encode("utf-16-le"), "utf-16-le"),
        (KOREAN.encode("utf-16-be"), "utf-16-be"),
        (KOREAN.encode("cp949"), "cp949"),
        (KOREAN.encode("euc-kr"), "cp949"),
        (KOREAN.replace("\n", "\r\n").encode(), "utf-8"),
        (KOREAN.replace("\n", "\r").encode(), "utf-8"),
        (normalize("NFD", KOREAN).encode(), "utf-8"),
        (KOREAN.rstrip("\n").encode(), "utf-8"),
    ],
    ids=[
        "utf-8",
        "bom",
        "utf-16le",
        "utf-16be",
        "le, no bom",
        "be, no bom",
        "cp949",
        "euc-kr",
        "crlf",
        "cr",
        "nfd",
        "no end",
    ],
)
def test_the_same_lines_come_from_every_encoding_and_line_end(data: bytes, encoding: str) -> None:
    found = extract(data, "전망.txt")
    assert (found.lines, found.encoding, found.media_type, found.problems) == (LINES, encoding, "text/plain", ())


def test_syllables_beyond_euc_kr_are_read_as_cp949() -> None:
    assert extract("똠방각하 펲시".encode("cp949"), "a.txt").lines == (Line(1, "똠방각하 펲시"),)


def test_english_and_russian_in_utf16_without_a_mark_are_evident() -> None:
    for text in ("No. 7, Prospects of logistics", "Перспективы логистики на реке, 2024"):
        assert extract(text.encode("utf-16-le"), "a.txt").lines == (Line(1, text),)


def test_a_form_feed_begins_a_page_and_is_no_line() -> None:
    found = extract("첫 쪽\n끝 \n\f둘째 쪽\n\n\f\f넷째 쪽\f".encode(), "a.txt")
    assert found.lines == (
        Line(1, "첫 쪽", 1),
        Line(2, "끝 ", 1),
        Line(3, "둘째 쪽", 2),
        Line(4, "", 2),
        Line(5, "넷째 쪽", 4),
    )


def test_characters_that_no_text_holds_are_replaced_and_said() -> None:
    found = extract("첫 줄\n둘\x00째\x07 줄\n".encode() + b"\xed\xa0\x80\n", "a.txt")
    assert found.lines == (Line(1, "첫 줄"), Line(2, "둘\ufffd째\ufffd 줄"), Line(3, "\ufffd"))
    assert found.problems == (Problem("invalid-characters", (2, 2), ("3", "U+0000")),)


def test_a_lone_surrogate_of_utf16_is_replaced_and_said() -> None:
    found = extract(codecs.BOM_UTF16_LE + "가".encode("utf-16-le") + b"\x00\xd8" + "나".encode("utf-16-le"), "a.txt")
    assert found.lines == (Line(1, "가\ufffd나"),)
    assert found.problems == (Problem("invalid-characters", (1, 1), ("1", "U+D800")),)


def test_characters_lost_before_are_said() -> None:
    assert extract("가\n나\ufffd".encode(), "a.txt").problems == (Problem("lost-characters", (2, 2), ("1",)),)


def zipped() -> bytes:
    sheet = BytesIO()
    with zipfile.ZipFile(sheet, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return sheet.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "빈.txt", "빈.txt is empty"),
        (b" \n\t\r\n", "blank.txt", "blank.txt holds no letter"),
        (b"%PDF-1.7\n1 0 obj", "a.txt", "a.txt cannot be read as a PDF"),
        (zipped(), "a.html", "a.html is a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "a.txt", "OLE file"),
        (random.Random(1).randbytes(4096), "noise.txt", "noise.txt is not text"),
        (random.Random(2).randbytes(40), "noise.txt", "noise.txt is "),
        (bytes(1000), "zeros.txt", "zeros.txt "),
        (
            "두만강".encode() + b"\xff\xff" + "물류".encode(),
            "cut.txt",
            "neither UTF-8 (byte 0xFF at 9, line 1) nor CP949",
        ),
        ("제목\n가나다라".encode()[:-1], "cut.txt", "neither UTF-8 (byte 0xEB at 16, line 2)"),
        (codecs.BOM_UTF16_LE + b"\x00\xac\x00", "odd.txt", "says it is UTF-16-LE but byte"),
    ],
    ids=["empty", "blank", "pdf", "zip", "ole", "noise", "little noise", "zeros", "bad bytes", "cut", "odd utf-16"],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, name: str, said: str) -> None:
    with pytest.raises(SourceError) as refused:
        extract(data, name)
    assert said in str(refused.value)


def test_limits_of_size_lines_and_line_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_LINES", 5)
    monkeypatch.setattr(decoding, "MAX_LINE", 20)
    with pytest.raises(SourceError, match="101 bytes, the limit is 100"):
        decoding.refuse_binary(b"x" * 101, "a.txt", limit=100)
    for text, said in (
        ("a\n" * 6, "more than 5 lines"),
        ("x" * 21, "line 1"),
    ):
        with pytest.raises(SourceError, match=said):
            extract(text.encode(), "a.txt")


def test_a_page_may_name_its_encoding_and_stand_in_a_text_file() -> None:
    page = '<html><head><meta charset="{}"></head><body><p>Перспективы логистики</p></body></html>'
    assert extract(page.format("windows-1251").encode("cp1251"), "a.html").lines == (Line(1, "Перспективы логистики"),)
    assert extract(page.format("utf-8").encode(), "a.txt").media_type == "text/html"


@given(
    st.text(alphabet=st.characters(blacklist_categories=("Cc", "Cs", "Cn", "Zl", "Zp", "Co")), min_size=1).map(
        "가{}".format
    )
)
def test_no_letter_is_lost(text: str) -> None:
    assert "".join(line.text for line in extract(text.encode(), "a.txt").lines) == composed(text)


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.jsonl"]))
@example(b".xml", "a.html")  # looks like the name of a file, of which the parser warns
@example(b"http://example.org", "a.html")
def test_any_bytes_give_lines_or_a_reason(data: bytes, name: str) -> None:
    try:
        lines = extract(data, name).lines
    except SourceError as refused:
        assert name in str(refused)
    else:
        assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_the_five_briefs_are_read_to_the_last_letter() -> None:
    if "GAKJU_EVAL" not in os.environ:
        pytest.skip("GAKJU_EVAL names no folder of real briefs")
    paths = sorted(Path(os.environ["GAKJU_EVAL"], "briefs").glob("*.txt"))
    assert len(paths) == 5
    for path in paths:
        text = path.read_bytes().decode()
        assert "\n".join(line.text for line in extract(path.read_bytes(), path.name).lines) == text.removesuffix("\n")
