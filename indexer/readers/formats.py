"""Which files can be read, and by whom? The registry of formats: a new format is a reader and a row here.

A reader turns bytes into printed lines, and into elements where the file itself says what is a heading and what a note
(`indexer.markup.elements`). It runs in a process of its own (`indexer.sandbox`): nothing here imports the morphology,
and a reader is imported when its first file comes. What lines and elements mean is found in `indexer.assembly`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from os.path import splitext

from archive.errors import SourceError
from archive.model import Problem
from indexer.lines import INVALID
from indexer.markup import ElementRole, Extract
from indexer.readers import collection, text
from indexer.readers.decoding import MAX_BYTES, clean


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `read` gives its lines; a collection, a file of many documents, has `entries` as well.

    `version` is kept with each file: raise it when readings of the format change, to a number that no format has had,
    and files read with another are read again. `magic` is how a file begins that its name calls a text.
    """

    media_type: str
    endings: tuple[str, ...]  # the best first, should a brief have files of several
    version: int
    read: Callable[[bytes, str], Extract]
    limit: int = MAX_BYTES
    patience: int = 1  # times the usual time that a file of it may take: a book as PDF has 500 pages
    magic: re.Pattern[bytes] | None = None
    entries: Callable[[bytes, str], Iterator[collection.CollectionEntry | SourceError]] | None = None


def _webpage(data: bytes, name: str) -> Extract:
    from indexer.readers import webpage  # 0.1 s that other files need not wait for

    return webpage.read(data, name)


def _markdown(data: bytes, name: str) -> Extract:
    from indexer.readers import markdown  # as above

    return markdown.read(data, name)


def _pdf(data: bytes, name: str) -> Extract:
    from indexer.readers import pdf  # as above

    return pdf.read(data, name)


def _docx(data: bytes, name: str) -> Extract:
    from indexer.readers.office import read_docx  # as above

    return read_docx(data, name)


def _hwpx(data: bytes, name: str) -> Extract:
    from indexer.readers.office import read_hwpx  # as above

    return read_hwpx(data, name)


def _hwp(data: bytes, name: str) -> Extract:
    from indexer.readers.office import read_hwp  # as above

    return read_hwp(data, name)


def _odt(data: bytes, name: str) -> Extract:
    from indexer.readers.office import read_odt  # as above

    return read_odt(data, name)


MAX_OFFICE = 96 * 2**20  # bytes; a report of 300 pages with its pictures has some 50 MB, its text is bounded apart

HTML = Format(
    "text/html",
    (".html", ".xhtml", ".htm"),
    version=146,
    read=_webpage,
    magic=re.compile(rb"\s*(<\?xml[^>]{0,200}\?>\s*)?<(!doctype\s+html|html)\b", re.IGNORECASE),
)
MARKDOWN = Format("text/markdown", (".md", ".markdown", ".mdx"), version=147, read=_markdown)
PDF = Format(
    "application/pdf",
    (".pdf",),
    version=148,
    read=_pdf,
    limit=128 * 2**20,
    patience=4,
    magic=re.compile(rb"[\s\S]{0,1024}?%PDF-\d"),
)
TEXT = Format(text.MEDIA_TYPE, (".txt", ".text"), version=149, read=text.read)
COLLECTION = Format(
    collection.MEDIA_TYPE,
    (".jsonl",),
    version=150,
    read=collection.read,
    limit=collection.MAX_COLLECTION,
    entries=collection.read_entries,
)
DOCX = Format(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (".docx", ".docm"),
    version=151,
    read=_docx,
    limit=MAX_OFFICE,
)
HWPX = Format("application/hwp+zip", (".hwpx",), version=152, read=_hwpx, limit=MAX_OFFICE)
HWP = Format("application/x-hwp", (".hwp",), version=153, read=_hwp, limit=MAX_OFFICE)
ODT = Format(
    "application/vnd.oasis.opendocument.text",
    (".odt", ".fodt"),
    version=154,
    read=_odt,
    limit=MAX_OFFICE,
)
# Of a brief's files the first of these is read. A page is what its publisher shows, and says what is a heading and a
# note. DOCX, HWPX, HWP and ODT bind each note at its mark, DOCX with styles that name headings; an ODT beside one of
# them was made from it. Markdown is as often made from one of them as written, and makers lose merged cells and notes.
# A PDF shows what its print shows; text says nothing of itself.
FORMATS = (HTML, DOCX, HWPX, HWP, ODT, MARKDOWN, PDF, TEXT, COLLECTION)
OFFICE = (DOCX, HWPX, HWP, ODT)
ENDINGS = {ending: format_ for format_ in FORMATS for ending in format_.endings}
HEAD = 4096  # bytes looked at for a magic number


def format_of(name: str, data: bytes) -> Format:
    """The format of a file: what its ending says; of texts and word processors' files, what their bytes begin with."""
    named = format_by_name(name)
    if named in OFFICE:
        return _office(data) or named
    if named is not TEXT:
        return named
    head = re.sub(rb"\0|^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)", b"", data[:HEAD])  # UTF-16 is ASCII with NULs
    return next((format_ for format_ in FORMATS if format_.magic and format_.magic.match(head)), TEXT)


def _office(data: bytes) -> Format | None:
    """Which word processor's file this is, whatever it is called. HWPX and ODT files say it in their first part."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return HWP
    if data.startswith(b"PK\x03\x04"):
        if b"application/hwp+zip" in data[:HEAD] or b"Contents/section0.xml" in data:
            return HWPX
        return DOCX if b"[Content_Types].xml" in data or b"content.xml" not in data else ODT
    return ODT if b"<office:document " in data[:HEAD] else None


def format_by_name(name: str) -> Format:
    """The format that a file's name or path says; text where it says nothing known."""
    return ENDINGS.get(ending(name), TEXT)


def reader_versions(name: str) -> frozenset[int]:
    """The versions of the formats that a file of this name may be read as."""
    named = format_by_name(name)
    others = [format_ for format_ in FORMATS if format_.magic] if named is TEXT else []
    return frozenset(format_.version for format_ in (named, *others, *(OFFICE if named in OFFICE else ())))


def extract(data: bytes, name: str) -> Extract:
    """What a file holds. `name` is its file name: the ending says what it is, messages name it.

    Raises:
        SourceError: the file is empty, too large, damaged, or not what it says it is.
    """
    return _legible(format_of(name, data).read(data, name))


def _legible(extract: Extract) -> Extract:
    """The extract with U+FFFD for what no text can hold, wherever a reader let it through: in values of a head."""
    elements = extract.elements
    damaged = [one for one in elements or () if one.role is ElementRole.META and INVALID.search(one.text)]
    if elements is None or not damaged:
        return extract
    signs = [sign for one in damaged for sign in INVALID.findall(one.text)]
    problem = Problem("invalid-characters", (1, 1), (str(len(signs)), f"U+{ord(signs[0]):04X}"))
    elements = tuple(replace(one, text=clean(one.text)) if one.role is ElementRole.META else one for one in elements)
    return replace(extract, elements=elements, problems=(*extract.problems, problem))


def ending(name: str) -> str:
    """The ending of a file's name or path, in small letters, with its dot; "" where there is none."""
    return splitext(name)[1].lower()
