"""Which parts does this package hold? DOCX and HWPX are ZIP archives of XML: members and trees, within limits.

A file from outside may be a bomb: members, sizes and the ratio of packing are bounded before anything is unpacked, and
what a member says of its size is not believed. XML with a document type is refused, so there are no entities to expand.
"""

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from archive.errors import SourceError

MAX_MEMBERS = 20_000  # a book with a picture on every page has some thousands
MAX_XML = 48 * 2**20  # bytes of XML of one file, unpacked; a tree takes some ten times as much memory
MAX_RATIO, RATIO_FROM = 400, 2**20  # unpacked to packed bytes of a part of over 1 MiB; tables of nothing reach 120
SIGNATURE = b"PK\x03\x04"

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)


class Package:
    """The parts of one ZIP archive."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises SourceError where this is no archive, or one of too many members."""
        self.name = name
        self._left = MAX_XML
        try:
            self._archive = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
            raise SourceError(
                f"{name} is cut off or damaged ({error}): save it again from where it came from"
            ) from None
        if len(self._archive.infolist()) > MAX_MEMBERS:
            count = len(self._archive.infolist())
            raise SourceError(f"{name} holds {count:,} parts, the limit is {MAX_MEMBERS:,}: save it again")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in the order of the archive."""
        return tuple(self._archive.namelist())

    def holds(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return part in self._archive.NameToInfo

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            SourceError: it is not there, damaged, locked, or larger than it may be.
        """
        info = self._archive.NameToInfo.get(part)
        if info is None:
            raise SourceError(f"{self.name} has no {part}: it is damaged or of another kind; save it again")
        if info.flag_bits & 1:
            raise SourceError(f"{self.name} is locked by a password: save it without one")
        data = self._unpacked(info)
        if len(data) > RATIO_FROM and len(data) > MAX_RATIO * max(info.compress_size, 1):
            ratio = len(data) // max(info.compress_size, 1)
            raise SourceError(
                f"{self.name}: {part} unpacks to {ratio:,} times its size; no document does; save it again"
            )
        self._left -= len(data)
        return data

    def tree(self, part: str) -> etree._Element:
        """The root of a part that is XML.

        Raises:
            SourceError: as `read`; or it is no XML, nests too deep, or has a document type.
        """
        return tree_of(self.read(part), f"{self.name}: {part}")

    def _unpacked(self, info: ZipInfo) -> bytes:
        try:
            with self._archive.open(info) as member:
                data = member.read(self._left + 1)
        except (BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError) as error:
            part = info.filename
            raise SourceError(f"{self.name}: {part} is cut off or damaged ({error}): save it again") from None
        if len(data) > self._left:
            raise SourceError(
                f"{self.name} unpacks to more than {MAX_XML:,} bytes of text: split it into several files"
            )
        return data


def tree_of(data: bytes, what: str) -> etree._Element:
    """The root of XML; messages name `what`.

    Raises:
        SourceError: it is no XML, nests too deep, or has a document type.
    """
    try:
        root = _root(data)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"{what} is not well-formed ({error}): save it again") from None
    if root.getroottree().docinfo.doctype:
        raise SourceError(f"{what} has a document type, which no such file has: save it again")
    return root


def _root(data: bytes) -> etree._Element:
    """The root of XML. Programs write xml:id="1", which is no name, and the parser would refuse the whole for it."""
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        if "xml:id" not in str(error):
            raise
        return etree.fromstring(re.sub(rb"(?<=\s)xml:id(?=\s*=)", b"id", data), _PARSER)
