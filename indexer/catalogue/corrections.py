"""What do people know better than the print? Catalogue data corrected in bulk, kept apart from what was read.

Corrections are kept by document and counted before side files, so that reading a file anew does not undo them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from archive.index import analyze_documents
from archive.model import Metadata, drafts
from archive.open import Archive
from archive.store import DocumentRecord, Origin
from indexer.catalogue.spreadsheet import CatalogueCorrection
from indexer.readers import format_by_name


def correct(archive: Archive, corrections: Sequence[CatalogueCorrection]) -> list[str]:
    """Keeps what is new in the corrections, and files the documents under it. Returns the ids of those that changed."""
    changed = []
    records = {record.id: record for record in archive.store.documents()}
    for correction in corrections:
        record = records[correction.document]
        fields = {n: v for n, v in correction.fields.items() if getattr(record.metadata, n) != v}
        if fields:
            archive.store.save_correction(record.number, fields)
            _save(archive, record, fields)
            changed.append(record.id)
    return changed


def correct_again(archive: Archive) -> list[str]:
    """Files documents under what was corrected before: one that went on in another file was read without it."""
    kept = archive.store.corrections()
    records = archive.store.documents() if kept else []
    return correct(
        archive,
        [
            CatalogueCorrection(record.id, 0, _given(kept[place]))
            for record in records
            if (place := (record.path, record.entry)) in kept
        ],
    )


def corrected(metadata: Metadata, fields: Mapping[str, Any]) -> Metadata:
    """Catalogue data with the corrections of its document."""
    return replace(metadata, **_given(fields))


def _given(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as metadata has them; JSON knows no tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


def _save(archive: Archive, record: DocumentRecord, fields: Mapping[str, Any]) -> None:
    stored = archive.store.document(record.id).document
    document = replace(stored, metadata=corrected(stored.metadata, fields))
    origin = Origin(
        path=record.path,
        entry=record.entry,
        source=record.source,
        sha256=record.sha256,
        reader=format_by_name(record.path).version,
        today=date.today().isoformat(),
    )
    for one in analyze_documents([(document, drafts(document), origin)], archive.knowledge):
        archive.store.save_document(one)
