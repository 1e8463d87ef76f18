"""What does the reader make of each sample? Its reading as text, kept beside it: a change of the reader is a diff here.

`python -m tests.golden` writes the files anew. Read the diff beside the sample before it is kept.
"""

from pathlib import Path

from archive.citing.outlets import builtin
from archive.errors import SourceError
from archive.export.text import as_text
from indexer.files import SourceFile, find_sources, read_bytes
from indexer.ingest import read_source
from indexer.sandbox import Extractor

HERE = Path(__file__).parent
DOCUMENTS = HERE.parent.parent / "documents"


def samples() -> tuple[SourceFile, ...]:
    """The files of `documents/`."""
    return find_sources([DOCUMENTS]).sources


def golden(source: SourceFile) -> Path:
    """The file that keeps the reading of a sample."""
    return HERE / f"{Path(source.name).stem}.txt"


def rendering(source: SourceFile, extractor: Extractor) -> str:
    """The reading of a sample as text; those of a collection one after another."""
    _, pieces = read_source(source, read_bytes(source), extractor, builtin())
    parts: list[str] = []
    for piece in pieces:
        if isinstance(piece, SourceError):
            raise piece
        parts += ["", "=" * 100] if parts else []
        parts += [f"source: {piece.source}", *as_text(piece.document)]
    return "\n".join(parts) + "\n"
