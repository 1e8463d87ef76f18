"""By which way does what a reader gave become a document? Elements where the file says what they are, else lines."""

from archive.citing import Outlets
from archive.model import Document
from indexer.assembly.markup import read_markup
from indexer.assembly.printed import read_printed
from indexer.markup import Extract


def read_extract(extract: Extract, outlets: Outlets) -> Document:
    """The document of a file; `outlets` says which names in notes are outlets."""
    return read_markup(extract, outlets) if extract.elements is not None else read_printed(extract.lines, outlets)
