"""Which files can be read, and by whom? The registry of formats: a new format is a reader and a row here.

A reader turns bytes into printed lines, and into elements where the file itself says what is a heading and what a note
(`indexer.markup.elements`). It runs in a process of its own (`indexer.sandbox`): nothing here imports the morphology,
and a reader is imported when its first file comes. What lines and elements mean is found in `indexer.assembly`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from os.path import splitext

from archive.errors import SourceError
from indexer.markup import Extract
from indexer.readers import collection, text
from indexer.readers.decoding import MAX_BYTES


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
    magic: re.Pattern[bytes] | None = None
    entries: Callable[[bytes, str], Iterator[collection.CollectionEntry | SourceError]] | None = None


def _webpage(data: bytes, name: str) -> Extract:
    from indexer.readers import webpage  # 0.1 s that other files need not wait for

    return webpage.read(data, name)


def _markdown(data: bytes, name: str) -> Extract:
    from indexer.readers import markdown  # as above

    return markdown.read(data, name)


HTML = Format(
    "text/html",
    (".html", ".xhtml", ".htm"),
    version=6,
    read=_webpage,
    magic=re.compile(rb"\s*(<\?xml[^>]{0,200}\?>\s*)?<(!doctype\s+html|html)\b", re.IGNORECASE),
)
MARKDOWN = Format("text/markdown", (".md", ".markdown"), version=7, read=_markdown)
TEXT = Format(text.MEDIA_TYPE, (".txt", ".text"), version=21, read=text.read)
COLLECTION = Format(
    collection.MEDIA_TYPE,
    (".jsonl",),
    version=22,
    read=collection.read,
    limit=collection.MAX_COLLECTION,
    entries=collection.read_entries,
)
# Of a brief's files the first of these is read: HTML and Markdown say what is a heading and a note, text does not.
FORMATS = (HTML, MARKDOWN, TEXT, COLLECTION)
ENDINGS = {ending: format_ for format_ in FORMATS for ending in format_.endings}
HEAD = 4096  # bytes looked at for a magic number


def format_of(name: str, data: bytes) -> Format:
    """The format of a file: what its ending says, but where that is text, what its bytes begin with."""
    named = format_by_name(name)
    if named is not TEXT:
        return named
    head = re.sub(rb"\0|^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)", b"", data[:HEAD])  # UTF-16 is ASCII with NULs
    return next((format_ for format_ in FORMATS if format_.magic and format_.magic.match(head)), TEXT)


def format_by_name(name: str) -> Format:
    """The format that a file's name or path says; text where it says nothing known."""
    return ENDINGS.get(ending(name), TEXT)


def reader_versions(name: str) -> frozenset[int]:
    """The versions of the formats that a file of this name may be read as."""
    named = format_by_name(name)
    others = (format_ for format_ in FORMATS if format_.magic) if named is TEXT else ()
    return frozenset(format_.version for format_ in (named, *others))


def extract(data: bytes, name: str) -> Extract:
    """What a file holds. `name` is its file name: the ending says what it is, messages name it.

    Raises:
        SourceError: the file is empty, too large, damaged, or not what it says it is.
    """
    return format_of(name, data).read(data, name)


def ending(name: str) -> str:
    """The ending of a file's name or path, in small letters, with its dot; "" where there is none."""
    return splitext(name)[1].lower()
