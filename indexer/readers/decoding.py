"""Which text do these bytes hold? Encodings, line ends and pages, before anyone asks what the lines mean.

What is not text is refused rather than guessed at: a wrong encoding read as another is worse than an error. Lines are
normalised to NFC, so that every offset counted later counts code points of composed text, and a file saved on a Mac
(NFD) gives the same lines as one saved elsewhere; what typefaces and PDF files leave (ligatures, soft hyphens) is put
into the letters that were printed (`indexer.lines.characters`). Nothing else is changed but characters that no text can
hold; those become U+FFFD and a `Problem` says how many there were and where the first stood.
"""

import re
from collections.abc import Iterator
from unicodedata import category

from archive.errors import SourceError
from archive.model import Line, Problem
from indexer.lines import INVALID, composed, without_setting_signs
from indexer.readers.mojibake import confusion

MAX_BYTES = 32 * 2**20  # a book of 500 pages is 2 MB of text; a limit for what is no document; 3 s to read
MAX_LINES = 400_000  # 32 MiB in lines of 30 syllables (90 bytes in UTF-8)
MAX_LINE = 100_000  # code points; 60 printed pages without a line end are no paragraph anyone could cite
# Control characters above which a file is no text: 1 % and more than 16. The briefs have none, images 10 % and more;
# a short text with a stray NUL is still a text.
CONTROL_SHARE, CONTROL_COUNT = 0.01, 16

# What else arrives under a text's name. Source: the formats' own magic numbers.
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (DOCX, HWPX and XLSX are such)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an OLE file (HWP, DOC and XLS are such)"),
    (b"HWP Document File", "an HWP file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # where no codec read the bytes; ESC is ISO-2022-KR's
# Every end of a printed line. Source: Unicode Standard 5.8 (newline function); VT is Word's soft line end.
LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([-\w]{2,40})""", re.IGNORECASE)

# Encodings that a web page may name, and the codec that reads them. Source: WHATWG Encoding, the labels in use.
DECLARED = {
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "cp949": "cp949", "ms949": "cp949",
    "uhc": "cp949", "windows-1251": "cp1251", "koi8-r": "koi8-r", "gb2312": "gb18030", "gbk": "gb18030",
    "gb18030": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc-jp": "euc_jp", "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
}  # fmt: skip


def read_text(data: bytes, name: str, *, declared: bool = False) -> tuple[str, str, tuple[Problem, ...]]:
    """The text of a file, composed, the codec that read it, and what could not stand in it.

    Raises:
        SourceError: the file is empty, too large, not text, or in no encoding that this reads.
    """
    refuse_binary(data, name)
    text, encoding = decode(data, name, declared=declared)
    refuse_mojibake(text, name)
    text = without_setting_signs(text)
    if not any(map(str.isalnum, text)):
        raise SourceError(f"{name} holds no letter and no digit: fill it or take it away")
    return clean(text), encoding, tuple(damage_problems(text, name))


def clean(text: str) -> str:
    """The text composed, with U+FFFD for what no text can hold."""
    return composed(INVALID.sub("\ufffd", text))


def refuse_binary(data: bytes, name: str, limit: int = MAX_BYTES) -> None:
    """Refuses what is no text before any of it is decoded."""
    if not data:
        raise SourceError(f"{name} is empty (0 bytes): save it again from where it came from")
    if len(data) > limit:
        raise SourceError(f"{name} has {len(data):,} bytes, the limit is {limit:,}: split it into several files")
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"{name} is {what}, not text: save it as text (UTF-8) or as a web page (.html)")


def refuse_mojibake(text: str, name: str) -> None:
    """Refuses a text that was read in a wrong encoding before it was saved."""
    if confused := confusion(text):
        shown = f"{name} was read by some program as the wrong encoding ({confused.name}) and saved so"
        raise SourceError(
            f"{shown}, “{text.strip()[:12]}…”: open the original in its own encoding and save it as UTF-8"
        )


def decode(data: bytes, name: str, *, declared: bool = False) -> tuple[str, str]:
    """The text of the bytes and the codec that read it; `declared` lets the file name its own encoding, as HTML does.

    Tried in this order: a byte order mark, UTF-16 that shows by its NULs, UTF-8, the named encoding, CP949 (which
    holds EUC-KR). Surrogates pass, to be replaced and reported later.
    """
    for mark, codec in BOMS:
        if data.startswith(mark):
            return decode_as(data, codec, name).lstrip("\ufeff"), codec
    if wide := utf16(data):
        return data.decode(wide, "surrogatepass"), wide
    try:
        return data.decode("utf-8", "surrogatepass"), "utf-8"
    except UnicodeDecodeError as error:
        utf8 = error
    named = _named(data) if declared else None
    for codec in dict.fromkeys(filter(None, (named, "cp949"))):
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError as error:
            other = f"{codec.upper()} (byte {_where(error)})"
    _refuse_controls(len(CONTROL_BYTES.findall(data)), len(data), name)
    raise SourceError(f"{name} is neither UTF-8 (byte {_where(utf8)}) nor {other}: save it as text in UTF-8")


def decode_as(data: bytes, codec: str, name: str) -> str:
    """The text of bytes that say themselves which codec reads them."""
    try:
        return data.decode(codec, "surrogatepass")
    except UnicodeDecodeError as error:
        raise SourceError(f"{name} says it is {codec.upper()} but byte {_where(error)} is not: save it again") from None


def _where(error: UnicodeDecodeError) -> str:
    line = error.object.count(b"\n", 0, error.start) + 1
    return f"0x{error.object[error.start]:02X} at {error.start:,}, line {line:,}"


def _named(data: bytes) -> str | None:
    named = CHARSET.search(data, 0, 2048)  # HTML: within the first 1,024 bytes; pages are looser than that
    return DECLARED.get(named[1].decode("ascii", "replace").lower()) if named else None


def utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, where it is evident: NULs on one side only, and letters come out."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    # Spaces, digits and line ends are a fifth of Korean text, so 2 % of NULs is little; stray NULs fall on both sides.
    if len(data) % 2 or even + odd < len(sample) * 0.02 or min(even, odd) * 10 > max(even, odd):
        return None
    codec = "utf-16-le" if odd > even else "utf-16-be"
    text = sample.decode(codec, "replace")
    letters = sum(category(c)[0] in "LNPZ" or c in "\r\n\t" for c in text)
    return codec if letters >= len(text) * 0.95 else None


def damage_problems(text: str, name: str) -> Iterator[Problem]:
    """What cannot stand in a text: characters that are about to be replaced, and ones lost before we came."""
    if (first := INVALID.search(text)) is not None:
        count = len(INVALID.findall(text))
        _refuse_controls(count, len(text), name)
        line = len(LINE_END.findall(text, 0, first.start())) + 1
        yield Problem("invalid-characters", (line, line), (str(count), f"U+{ord(first[0]):04X}"))
    if (lost := text.find("\ufffd")) >= 0:
        line = len(LINE_END.findall(text, 0, lost)) + 1
        yield Problem("lost-characters", (line, line), (str(text.count("\ufffd")),))


def _refuse_controls(controls: int, length: int, name: str) -> None:
    if controls > CONTROL_COUNT and controls > length * CONTROL_SHARE:
        share = controls / length
        raise SourceError(f"{name} is not text: {share:.0%} of it are control characters; save it as text (UTF-8)")


def split_lines(text: str) -> Iterator[Line]:
    """The lines of a text, counted from 1. A form feed begins a new page; where there is none, no page is known."""
    page = 1 if "\f" in text else None
    number, start = 1, 0
    for end in LINE_END.finditer(text):
        new_page = end[0] == "\f"
        # "…\n\fNext page": the form feed opens a page, it is no empty line of its own.
        if not (new_page and start == end.start()):
            yield Line(number, text[start : end.start()], page)
            number += 1
        start = end.end()
        page = page + 1 if page and new_page else page
    if start < len(text):
        yield Line(number, text[start:], page)


def bounded(lines: Iterator[Line] | tuple[Line, ...], name: str) -> tuple[Line, ...]:
    """The lines, if there are not too many and none is too long."""
    kept: list[Line] = []
    for line in lines:
        if len(line.text) > MAX_LINE:
            message = f"{name}, line {line.number}, has {len(line.text):,} characters, the limit is {MAX_LINE:,}"
            raise SourceError(f"{message}: break it into paragraphs")
        if len(kept) == MAX_LINES:
            raise SourceError(f"{name} has more than {MAX_LINES:,} lines: split it into several files")
        kept.append(line)
    return tuple(kept)
