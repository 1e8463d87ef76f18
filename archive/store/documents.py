"""How did a document read, and from which files? Documents whole, with originals, problems, corrections."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, func, insert, select

from archive.errors import NotFound
from archive.model import Block, Document, Line, Metadata, Note, Problem
from archive.store.codec import bound_by_position, decode, encode
from archive.store.connection import Database
from archive.store.listing import RECORD, record, shown
from archive.store.passages import select_passages
from archive.store.records import DocumentRecord, Original, StoredDocument
from archive.store.schema import blocks, corrections, documents, files, forms, notes, originals, passages, problems


class Documents(Database):
    """The documents of a store."""

    def document(self, document_id: str) -> StoredDocument:
        """A document whole.

        Raises:
            NotFound: there is none of that id.
        """
        with self.read_transaction() as connection:
            row = connection.execute(select(documents).where(documents.c.id == document_id)).first()
            if row is None:
                raise NotFound(f"no document {document_id} in this archive")
            here = select_passages(connection, passages.c.document == row.number)
            return StoredDocument(record(row), stored_document(connection, row), tuple(here))

    def original(self, document_id: str) -> Original:
        """The bytes that a document was read from."""
        with self.read_transaction() as connection:
            joined = documents.join(originals).join(files, documents.c.path == files.c.path)
            query = select(files.c.name, originals.c.media_type, originals.c.encoding, originals.c.data)
            row = connection.execute(query.select_from(joined).where(documents.c.id == document_id)).first()
        if row is None:
            raise NotFound(f"no document {document_id} in this archive")
        return Original(*row)

    def forms(self, document_id: str) -> list[tuple[str, str]]:
        """The other files of a document: (name, digest of the original)."""
        with self.read_transaction() as connection:
            query = select(forms.c.name, forms.c.sha256).join(documents).where(documents.c.id == document_id)
            return [(row.name, row.sha256) for row in connection.execute(query.order_by(forms.c.name))]

    def form(self, document_id: str, digest: str) -> Original:
        """Another file of a document, byte for byte.

        Raises:
            NotFound: the document has no such file.
        """
        with self.read_transaction() as connection:
            joined = forms.join(documents).join(originals, originals.c.sha256 == forms.c.sha256)
            columns = (forms.c.name, originals.c.media_type, originals.c.encoding, originals.c.data)
            query = select(*columns).select_from(joined)
            row = connection.execute(query.where((documents.c.id == document_id) & (forms.c.sha256 == digest))).first()
        if row is None:
            raise NotFound(f"the document {document_id} has no such file")
        return Original(*row)

    def problems(
        self, document_id: str = "", code: str = "", limit: int | None = None, offset: int = 0
    ) -> list[tuple[DocumentRecord, Problem]]:
        """The doubts of the reader, document by document: of all documents or one, of all kinds or one."""
        query = select(*RECORD, problems.c.value).join(problems).where(*_narrowed(document_id, code))
        query = query.order_by(documents.c.number, problems.c.ordinal).limit(limit).offset(offset)
        with self.read_transaction() as connection:
            return [(record(row), decode(Problem, row.value)) for row in connection.execute(query)]

    def count_problems(self, document_id: str = "") -> dict[str, int]:
        """How many doubts there are of each kind, of all documents or one."""
        query = select(problems.c.code, func.count().label("many")).join(documents).where(*_narrowed(document_id))
        with self.read_transaction() as connection:
            return {row.code: row.many for row in connection.execute(query.group_by(problems.c.code))}

    def documents_with_problems(self) -> list[DocumentRecord]:
        """The documents of which the reader doubts something, in the order they came."""
        doubted = documents.c.number.in_(select(problems.c.document)) & shown(documents.c.number)
        with self.read_transaction() as connection:
            return [record(row) for row in connection.execute(select(*RECORD).where(doubted).order_by(RECORD[0]))]

    def corrections(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Catalogue data corrected in bulk, by (path, entry) of the document."""
        with self.read_transaction() as connection:
            query = select(documents.c.path, documents.c.entry, corrections.c.fields).join_from(corrections, documents)
            return {(row.path, row.entry): row.fields for row in connection.execute(query)}

    def save_correction(self, number: int, fields: Mapping[str, object]) -> None:
        """Adds corrected catalogue data to what was corrected before."""
        with self.write_transaction() as connection:
            here = corrections.c.document == number
            before = connection.execute(select(corrections.c.fields).where(here)).scalar() or {}
            connection.execute(delete(corrections).where(here))
            connection.execute(insert(corrections).values(document=number, fields={**before, **encode(fields)}))


def _narrowed(document_id: str, code: str = "") -> Iterator[ColumnElement[bool]]:
    yield shown(documents.c.number)
    if document_id:
        yield documents.c.id == document_id
    if code:
        yield problems.c.code == code


def stored_document(connection: Connection, row: Row[Any]) -> Document:
    lines = tuple(Line(number, text, page) for number, page, text in row.lines)
    stored = {"blocks": _values(connection, blocks, row.number), "notes": _values(connection, notes, row.number)}
    bound = bound_by_position(stored)
    return Document(
        decode(Metadata, row.metadata),
        tuple(decode(Block, value) for value in bound["blocks"]),
        tuple(decode(Note, value) for value in bound["notes"]),
        lines,
        tuple(decode(Problem, value) for value in _values(connection, problems, row.number)),
    )


def _values(connection: Connection, table: Table, number: int) -> Sequence[Any]:
    query = select(table.c.value).where(table.c.document == number).order_by(table.c.ordinal)
    return connection.execute(query).scalars().all()
