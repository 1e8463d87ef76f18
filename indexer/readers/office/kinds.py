"""Which program wrote this file? Its bytes say it, whatever it is called; what is not read is refused by name.

Each reader takes what its name says and no other kind; `indexer.readers.formats` chooses by the first bytes. A file of
another program's kind, a locked one, or one of an older Hangul or Word says what it is and how to save it.
"""

import re
from dataclasses import dataclass

from archive.errors import SourceError
from indexer.markup import Extract
from indexer.readers.office import docx, hwp, hwpx, odt
from indexer.readers.office.compound import SIGNATURE as OLE
from indexer.readers.office.compound import Compound
from indexer.readers.office.elements import extract_of
from indexer.readers.office.package import SIGNATURE as ZIP
from indexer.readers.office.package import Package

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HWPX = "application/hwp+zip"
HWP = "application/x-hwp"
ODT = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class OtherKind:
    """A kind of file that comes under these names and isn't read: what it is, and the way out."""

    sign: re.Pattern[bytes]  # of its first bytes
    what: str
    remedy: str


# Source: the formats' own signatures.
OTHERS: tuple[OtherKind, ...] = (
    OtherKind(re.compile(rb"HWP Document File V[23]"), "of Hangul 3 or older (HWP 3)",
        "open it in Hangul, save as .hwpx"),
    OtherKind(re.compile(rb"\s*{\\rtf"), "RTF", "open it in Word, save as .docx"),
    OtherKind(re.compile(rb"%PDF-"), "a PDF", "name it .pdf"),
    OtherKind(re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<HWPML", re.I), "HWPML", "save as .hwpx"),
    OtherKind(re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b", re.I),
        "a web page", "name it .html"),
)  # fmt: skip
# Parts of a package, or streams of an OLE file, by which another program's file is known.
PARTS: tuple[tuple[str, str, str], ...] = (
    ("xl/workbook.xml", "an Excel workbook", "save its text as .docx"),
    ("ppt/presentation.xml", "a PowerPoint presentation", "save its text as .docx"),
)
STREAMS: tuple[tuple[str, str, str], ...] = (
    ("EncryptedPackage", "locked by a password", "save it in Word or Hangul without one"),
    ("WordDocument", "of Word 97-2003 (.doc)", "open it in Word, save as .docx"),
    ("Workbook", "an Excel workbook (.xls)", "save its text as .docx"),
    ("Book", "an Excel workbook (.xls)", "save its text as .docx"),
    ("PowerPoint Document", "a PowerPoint presentation (.ppt)", "save its text as .docx"),
)


def read_docx(data: bytes, name: str) -> Extract:
    """The elements of a Word document.

    Raises:
        SourceError: it is of another kind, locked, damaged, too large or without text.
    """
    package = _package(data, name)
    if not docx.is_word(package):
        raise _other_package(package)
    return extract_of(docx.read_flow(package), DOCX, name)


def read_hwpx(data: bytes, name: str) -> Extract:
    """The elements of an HWPX file; raises as `read_docx`."""
    package = _package(data, name)
    if not (package.holds(hwpx.CONTENTS) or package.holds("Contents/section0.xml")):
        raise _other_package(package)
    return extract_of(hwpx.read_flow(package), HWPX, name)


def read_odt(data: bytes, name: str) -> Extract:
    """The elements of an OpenDocument text, packed or flat; raises as `read_docx`."""
    if odt.FLAT.match(data):
        return extract_of(odt.read_flow(odt.flat(data, name)), ODT, name)
    package = _package(data, name)
    if not package.holds(odt.CONTENT):
        raise _other_package(package)
    return extract_of(odt.read_flow(odt.packed(package)), ODT, name)


def read_hwp(data: bytes, name: str) -> Extract:
    """The elements of a file of Hangul 5 and later; raises as `read_docx`."""
    if not data.startswith(OLE):
        raise _no_office(data, name)
    compound = Compound(data, name)
    if not compound.holds("FileHeader"):
        found = next((row for row in STREAMS if compound.holds(row[0])), None)
        _, what, remedy = found or ("", "of a kind that is not read", "save it as .docx or .hwpx")
        raise SourceError(f"{name} is {what}: {remedy}")
    return extract_of(hwp.read_flow(compound), HWP, name)


def _package(data: bytes, name: str) -> Package:
    if not data.startswith(ZIP):
        raise _no_office(data, name)
    return Package(data, name)


def _other_package(package: Package) -> SourceError:
    for part, what, remedy in PARTS:
        if package.holds(part):
            return SourceError(f"{package.name} is {what}: {remedy}")
    return SourceError(f"{package.name} is a ZIP archive that holds no document: unpack it and give its files")


def _no_office(data: bytes, name: str) -> SourceError:
    if not data:
        return SourceError(f"{name} is empty (0 bytes): save it again from where it came from")
    for other in OTHERS:
        if other.sign.match(data):
            return SourceError(f"{name} is {other.what}: {other.remedy}")
    return SourceError(f"{name} is no file of a word processor: it may be cut off or another kind; save it again")
