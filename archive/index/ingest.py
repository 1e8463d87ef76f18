"""Under what is a document filed? Readies a reading for the store: its language, and the facets of each passage."""

from collections.abc import Sequence
from dataclasses import replace

from archive.analyzer import Streams
from archive.citing import Outlets
from archive.index.facets import facets
from archive.model import Document, PassageDraft, PassageKind, drafts
from archive.store import Incoming, Origin
from archive.text import DOCUMENT, language_of


def ready(
    reading: Document, origin: Origin, units: Sequence[PassageDraft], tokens: Sequence[Streams], outlets: Outlets
) -> Incoming:
    """The reading with its passages and their tokens, as the store takes it."""
    metadata = reading.metadata
    if metadata.language is None:
        metadata = replace(metadata, language=language_of("\n".join(unit.text for unit in units), DOCUMENT))
    read = replace(reading, metadata=metadata)
    return Incoming(origin, read, units, tokens, _filed(read, units, tokens, outlets))


def refiled(reading: Document, tokens: Sequence[Streams], outlets: Outlets) -> list[tuple[str, ...]] | None:
    """The facets of a stored reading's passages anew; None where they are not the passages that are made today."""
    units = drafts(reading)
    return _filed(reading, units, tokens, outlets) if len(units) == len(tokens) else None


def _filed(
    reading: Document, units: Sequence[PassageDraft], tokens: Sequence[Streams], outlets: Outlets
) -> list[tuple[str, ...]]:
    title = tokens[0] if units and units[0].kind is PassageKind.TITLE else None
    return [
        facets(unit, reading.metadata, reading.notes[unit.note] if unit.note is not None else None, title, outlets)
        for unit in units
    ]
