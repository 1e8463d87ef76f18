"""Under what is a document filed? Readies a reading for the store: its language, and the facets of each passage."""

from collections.abc import Sequence
from dataclasses import replace

from archive.analyzer import Streams
from archive.document import Reading
from archive.facets import facets, language_of
from archive.passage import Draft, PassageKind
from archive.store.writing import Incoming, Origin


def ready(reading: Reading, origin: Origin, units: Sequence[Draft], tokens: Sequence[Streams]) -> Incoming:
    """The reading with its passages and their tokens, as the store takes it."""
    metadata = reading.metadata
    if metadata.language is None:
        metadata = replace(metadata, language=language_of(unit.text for unit in units))
    title = tokens[0] if units and units[0].kind is PassageKind.TITLE else None
    filed = [
        facets(unit, metadata, reading.notes[unit.note] if unit.note is not None else None, title) for unit in units
    ]
    return Incoming(origin, replace(reading, metadata=metadata), units, tokens, filed)
