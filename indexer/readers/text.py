"""Which printed lines does a text file hold? What they are is for `indexer.assembly.printed` to find."""

from indexer.markup import Extract
from indexer.readers.decoding import bounded, read_text, split_lines

MEDIA_TYPE = "text/plain"


def read(data: bytes, name: str) -> Extract:
    """The lines of a text file."""
    text, encoding, problems = read_text(data, name)
    return Extract(MEDIA_TYPE, encoding, bounded(split_lines(text), name), None, problems)
