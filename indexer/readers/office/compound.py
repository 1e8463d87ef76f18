"""Which streams does this OLE file hold? HWP 5 is one, as are .doc and a DOCX that a password locks.

olefile reads the structure; here are the limits. A stream can't be longer than its file, so a chain of sectors that
runs in a circle ends; what is packed is unpacked up to a bound.
"""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import TypeVar

import olefile

from archive.errors import SourceError

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_STREAMS = 100_000
MAX_UNPACKED = 96 * 2**20  # bytes of records of one file; a thousand pages with tables have some 30 MB
TITLE, AUTHOR = 2, 4  # properties of a summary. Source: [MS-OLEPS]

# What olefile raises at structures that no program writes.
_FAULTS = (
    OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, struct.error,
)  # fmt: skip

Value = TypeVar("Value")


class Compound:
    """The streams of one OLE file."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises SourceError where this is no OLE file, or a damaged one."""
        self.name = name
        self._size = len(data)
        self._left = MAX_UNPACKED
        self._ole = self._safely(lambda: olefile.OleFileIO(BytesIO(data)))
        self.streams = frozenset("/".join(path) for path in self._safely(lambda: self._ole.listdir()))
        if len(self.streams) > MAX_STREAMS:
            raise SourceError(
                f"{name} holds {len(self.streams):,} streams, the limit is {MAX_STREAMS:,}: save it again"
            )

    def holds(self, stream: str) -> bool:
        """Whether there is a stream of this name."""
        return stream in self.streams

    def read(self, stream: str) -> bytes:
        """The bytes of a stream as they lie there.

        Raises:
            SourceError: it is not there, or damaged.
        """
        if not self.holds(stream):
            raise SourceError(f"{self.name} has no {stream}: it is damaged; save it again")
        size = self._safely(lambda: self._ole.get_size(stream))
        if size > self._size:
            raise self._damaged(f"{stream} says it has {size:,} bytes")
        return self._safely(lambda: bytes(self._ole.openstream(stream).read()))

    def unpacked(self, packed: bytes, stream: str) -> bytes:
        """The bytes of a packed stream.

        Raises:
            SourceError: it is cut off or damaged, or too large.
        """
        inflater = zlib.decompressobj(-15)
        try:
            data = inflater.decompress(packed, self._left + 1)
        except zlib.error as error:
            raise self._damaged(f"{stream}: {error}") from None
        if len(data) > self._left:
            raise SourceError(f"{self.name} unpacks to more than {MAX_UNPACKED:,} bytes of text: split it")
        if not inflater.eof:
            raise self._damaged(f"{stream} is cut off")
        self._left -= len(data)
        return data

    def claims(self, stream: str) -> tuple[str | None, str | None]:
        """The title and the author of a summary; None where they aren't said or can't be read."""
        try:
            found = self._ole.getproperties(stream) if self.holds(stream) else {}
        except _FAULTS:
            return None, None
        values = [found.get(key) for key in (TITLE, AUTHOR)]
        texts = [value.partition("\0")[0] if isinstance(value, str) else "" for value in values]
        title, author = (" ".join(text.split()) for text in texts)
        return title or None, author or None

    def _safely(self, ask: Callable[[], Value]) -> Value:
        try:
            return ask()
        except _FAULTS as error:
            raise self._damaged(str(error) or type(error).__name__) from None

    def _damaged(self, fault: str) -> SourceError:
        return SourceError(f"{self.name} is cut off or damaged ({fault}): save it again from where it came from")
