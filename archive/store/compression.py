"""How do files and revisions lie in the store? Compressed; a revision as what sets it apart from an earlier one.

A file of which compressing saves nothing lies there as it is, as all did once. Revisions of earlier releases are
deflated, each whole. A difference is always to a revision that is kept whole: reading one takes at most one other.
Nothing that a damaged or hostile store holds unpacks to more than the limits.
"""

import zlib
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, select
from zstandard import (
    DICT_TYPE_RAWCONTENT,
    FRAME_HEADER,
    ZstdCompressionDict,
    ZstdCompressionParameters,
    ZstdCompressor,
    ZstdDecompressor,
    ZstdError,
    get_frame_parameters,
)

from archive.errors import StoreError
from archive.store.records import Original
from archive.store.schema import documents, originals, revisions

LEVEL = 12  # of Zstandard
ZSTANDARD = "zstd"
MAX_ORIGINAL = 32 << 20  # bytes: larger files are not read
MAX_CONTENTS = 256 << 20  # bytes of a document as JSON
ORIGINAL = (originals.c.media_type, originals.c.encoding, originals.c.data, originals.c.packed)  # for `original_of`


def packed_original(data: bytes) -> dict[str, Any]:
    """The columns of a file's bytes."""
    packed = compress(data)
    return {"data": packed, "packed": ZSTANDARD} if len(packed) < len(data) else {"data": data, "packed": None}


def original_name(name: ColumnElement[str]) -> ColumnElement[str]:
    """What a document's original is called: as its file, of an entry of a collection as the entry."""
    whole = documents.c.entry.in_(("", "#" + documents.c.id))
    return case((whole, name), else_=documents.c.source + ".json")


def original_of(name: str, media_type: str, encoding: str | None, data: bytes, packed: str | None) -> Original:
    """A file of its name and the columns `ORIGINAL`.

    Raises:
        StoreError: it is damaged.
    """
    if packed and data:  # what is purged is empty
        data = decompress(data, f"the original of {name}", MAX_ORIGINAL)
    return Original(name, media_type, encoding, data)


def packed_contents(connection: Connection, number: int, contents: bytes) -> dict[str, Any]:
    """The columns of a new revision's contents: a difference, where that takes at most half of the whole."""
    whole = compress(contents)
    here = (revisions.c.document == number) & revisions.c.base.is_(None) & revisions.c.contents.is_not(None)
    query = select(revisions.c.revision).where(here).order_by(revisions.c.revision.desc())
    base: int | None = connection.execute(query.limit(1)).scalar()
    if base is not None:
        try:
            difference = compress(contents, contents_at(connection, number, base))
        except StoreError:  # one damaged revision is no reason to lose another
            difference = whole
        if 2 * len(difference) <= len(whole):
            return {"contents": difference, "base": base}
    return {"contents": whole, "base": None}


def contents_at(connection: Connection, number: int, revision: int) -> bytes | None:
    """The contents of a revision; None once purged, or where there is no such revision.

    Raises:
        StoreError: they are damaged, or what they are a difference to is not there whole.
    """
    query = select(revisions.c.contents, revisions.c.base).where(revisions.c.document == number)
    row = connection.execute(query.where(revisions.c.revision == revision)).first()
    if row is None or row.contents is None:
        return None
    name = f"revision {revision} of document number {number}"
    if row.base is None:
        return decompress(row.contents, name, MAX_CONTENTS)
    whole = connection.execute(query.where((revisions.c.revision == row.base) & revisions.c.base.is_(None))).first()
    if whole is None or whole.contents is None:
        raise StoreError(f"{name} is damaged in the store: revision {row.base}, on which it rests, is not there whole")
    base = decompress(whole.contents, f"revision {row.base} of document number {number}", MAX_CONTENTS)
    return decompress(row.contents, name, MAX_CONTENTS, base)


def compress(data: bytes, base: bytes | None = None) -> bytes:
    """The data compressed, as a difference to `base` where one is given."""
    sizes = {"source_size": len(data), "dict_size": len(base or b"")}
    parameters = ZstdCompressionParameters.from_level(LEVEL, **sizes, write_content_size=True, write_checksum=True)
    return ZstdCompressor(compression_params=parameters, dict_data=_dictionary(base)).compress(data)


def decompress(packed: bytes, name: str, limit: int, base: bytes | None = None) -> bytes:
    """What `compress` was given, with the same `base`; or what an earlier release deflated.

    Raises:
        StoreError: it is damaged, or longer than `limit` bytes; `name` says what.
    """
    try:
        if not packed.startswith(FRAME_HEADER):
            return _inflate(packed, limit)
        size = get_frame_parameters(packed).content_size
        if not 0 <= size <= limit:  # so much memory is taken
            raise ZstdError(f"longer than {limit} bytes")
        if not size:
            return _nothing(packed, base)
        return ZstdDecompressor(dict_data=_dictionary(base)).decompress(packed, allow_extra_data=False)
    except (ZstdError, zlib.error) as error:
        raise StoreError(f"{name} is damaged in the store: {error}; restore it from a backup") from error


def _dictionary(base: bytes | None) -> ZstdCompressionDict | None:
    return ZstdCompressionDict(base, dict_type=DICT_TYPE_RAWCONTENT) if base else None


def _nothing(packed: bytes, base: bytes | None) -> bytes:
    """A frame that says it holds nothing: the library takes its word, though what follows be cut off or something."""
    stream = ZstdDecompressor(dict_data=_dictionary(base)).decompressobj()
    if stream.decompress(packed) or not stream.eof:
        raise ZstdError("cut short")
    return b""


def _inflate(packed: bytes, limit: int) -> bytes:
    stream = zlib.decompressobj()
    data = stream.decompress(packed, limit)
    if not stream.eof:
        raise zlib.error(f"cut short, or longer than {limit} bytes")
    return data
