"""What does an archive hold, and what is asked of it? One class; its SQL is SQLAlchemy Core and no one dialect's."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, func, insert, select, update

from archive.analyzer import Streams
from archive.errors import NotFound, StoreError
from archive.model import Block, Document, Line, Metadata, Note, Passage, PassageKind, Problem
from archive.store import dialect, listing, writing
from archive.store.codec import bound_by_position, decode, encode, unpack
from archive.store.connection import Database, chunks
from archive.store.incoming import Incoming, Outcome
from archive.store.ledger import Ledger
from archive.store.lexicon import Lexicon
from archive.store.listing import RECORD, Listing, record, shown
from archive.store.records import (
    Bytes,
    DocumentRecord,
    FileRecord,
    FileState,
    FormRecord,
    Indexed,
    Original,
    Overview,
    StoredDocument,
)
from archive.store.schema import (
    blocks,
    corrections,
    documents,
    files,
    forms,
    notes,
    originals,
    passages,
    pending,
    problems,
)
from archive.store.takedown import Withdrawals

T = TypeVar("T")


class Store(Database):
    """What an archive holds. Every call is one transaction."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.ledger = Ledger(self)
        self.lexicon = Lexicon(self)
        self.withdrawals = Withdrawals(self)

    @classmethod
    def at(cls, home: Path, url: str | None = None) -> "Store":
        """The store of a home folder, in its own SQLite file or at `url`; the folder is made if need be."""
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"the archive's home {home} cannot be made: {error.strerror}; choose another with --home"
            ) from error
        return cls(url or dialect.sqlite_url(home / "archive.sqlite"))

    # Documents

    def documents(self, withdrawn: bool = False) -> list[DocumentRecord]:
        """All documents, in the order they came; with `withdrawn`, also those taken down."""
        query = select(*RECORD).order_by(documents.c.number)
        if not withdrawn:
            query = query.where(shown(documents.c.number))
        with self.reading() as connection:
            return [record(row) for row in connection.execute(query)]

    def records(self, numbers: Sequence[int]) -> dict[int, DocumentRecord]:
        """The catalogue entries of these documents, by number."""
        with self.reading() as connection:
            return {
                row.number: record(row)
                for part in chunks(numbers)
                for row in connection.execute(select(*RECORD).where(documents.c.number.in_(part)))
            }

    def records_of(self, ids: Iterable[str]) -> list[DocumentRecord]:
        """The catalogue entries of documents with these ids."""
        with self.reading() as connection:
            return [
                record(row)
                for part in chunks(sorted(ids))
                for row in connection.execute(select(*RECORD).where(documents.c.id.in_(part)))
            ]

    def find(self, name: str) -> DocumentRecord:
        """The document of that id, or that source's name or slug, or whose source's name begins so.

        Raises:
            NotFound, Ambiguous: none does, or several do.
        """
        with self.reading() as connection:
            return listing.found(connection, name)

    def listed(self, order: Listing, limit: int, offset: int = 0) -> list[DocumentRecord]:
        """Documents that are not withdrawn, in an order, from one of them on."""
        with self.reading() as connection:
            return listing.listed(connection, order, limit, offset)

    def overview(self) -> Overview:
        """How much a reader can find."""
        with self.reading() as connection:
            return listing.overview(connection)

    def owing(self) -> int:
        """How many documents the index has not taken in whole yet."""
        with self.reading() as connection:
            return listing.owing(connection)

    def digests(self) -> tuple[tuple[int, str], ...]:
        """The number of every document that is not withdrawn, and what changes whenever anything of it does."""
        with self.reading() as connection:
            query = select(documents.c.number, documents.c.digest).where(shown(documents.c.number))
            return tuple((row.number, row.digest) for row in connection.execute(query.order_by(documents.c.number)))

    def document(self, document_id: str) -> StoredDocument:
        """A document whole.

        Raises:
            NotFound: there is none of that id.
        """
        with self.reading() as connection:
            row = connection.execute(select(documents).where(documents.c.id == document_id)).first()
            if row is None:
                raise NotFound(f"no document {document_id} in this archive")
            here = _passages(connection, passages.c.document == row.number)
            return StoredDocument(record(row), _reading(connection, row), tuple(here))

    def original(self, document_id: str) -> Original:
        """The bytes that a document was read from."""
        with self.reading() as connection:
            joined = documents.join(originals, documents.c.sha256 == originals.c.sha256).join(
                files, documents.c.path == files.c.path
            )
            query = select(files.c.name, originals.c.media_type, originals.c.encoding, originals.c.data)
            row = connection.execute(query.select_from(joined).where(documents.c.id == document_id)).first()
        if row is None:
            raise NotFound(f"no document {document_id} in this archive")
        return Original(*row)

    def forms(self, document_id: str) -> list[tuple[str, str]]:
        """The other files of a document: (name, digest of the original)."""
        with self.reading() as connection:
            joined = forms.join(documents, documents.c.number == forms.c.document)
            query = select(forms.c.name, forms.c.sha256).select_from(joined).where(documents.c.id == document_id)
            return [(row.name, row.sha256) for row in connection.execute(query.order_by(forms.c.name))]

    def form(self, document_id: str, digest: str) -> Original:
        """Another file of a document, byte for byte.

        Raises:
            NotFound: the document has no such file.
        """
        with self.reading() as connection:
            joined = forms.join(documents, documents.c.number == forms.c.document).join(
                originals, originals.c.sha256 == forms.c.sha256
            )
            query = select(forms.c.name, originals.c.media_type, originals.c.encoding, originals.c.data).select_from(
                joined
            )
            row = connection.execute(query.where((documents.c.id == document_id) & (forms.c.sha256 == digest))).first()
        if row is None:
            raise NotFound(f"the document {document_id} has no such file")
        return Original(*row)

    def problems(self) -> list[tuple[DocumentRecord, Problem]]:
        """Every doubt of the reader, document by document."""
        with self.reading() as connection:
            query = select(*RECORD, problems.c.value).join(problems, problems.c.document == documents.c.number)
            query = query.where(shown(documents.c.number))
            rows = connection.execute(query.order_by(documents.c.number, problems.c.ordinal))
            return [(record(row), decode(Problem, row.value)) for row in rows]

    # Passages

    def passage(self, document_id: str, passage_id: str) -> Passage:
        """The passage of an address.

        Raises:
            NotFound: the document is not here, or no such passage was ever in it.
        """
        with self.reading() as connection:
            found = _passages(connection, (documents.c.id == document_id) & (passages.c.id == passage_id))
        if not found:
            raise NotFound(f"no passage {document_id}-{passage_id} in this archive")
        return found[0]

    def indexed(self, keys: Sequence[int]) -> dict[int, Indexed]:
        """Passages with their tokens, by key."""
        with self.reading() as connection:
            return {i.key: i for part in chunks(keys) for i in _indexed(connection, passages.c.key.in_(part))}

    def contexts(self, wanted: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Indexed]:
        """Titles and headings with their tokens, by (document number, ordinal)."""
        found = {}
        with self.reading() as connection:
            for number in sorted({number for number, _ in wanted}):
                ordinals = [ordinal for n, ordinal in wanted if n == number]
                here = (passages.c.document == number) & passages.c.ordinal.in_(ordinals)
                found.update({(number, i.passage.ordinal): i for i in _indexed(connection, here)})
        return found

    def all_indexed(self, number: int) -> list[Indexed]:
        """Every passage of a document with its tokens, in order."""
        with self.reading() as connection:
            return list(_indexed(connection, passages.c.document == number))

    # Files, corrections, and the index's debts

    def corrections(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Catalogue data corrected in bulk, by (path, entry) of the document."""
        with self.reading() as connection:
            joined = corrections.join(documents, documents.c.number == corrections.c.document)
            rows = connection.execute(
                select(documents.c.path, documents.c.entry, corrections.c.fields).select_from(joined)
            )
            return {(row.path, row.entry): row.fields for row in rows}

    def save_correction(self, number: int, fields: Mapping[str, object]) -> None:
        """Adds corrected catalogue data to what was corrected before."""
        with self.writing() as connection:
            here = corrections.c.document == number
            before = connection.execute(select(corrections.c.fields).where(here)).scalar() or {}
            connection.execute(delete(corrections).where(here))
            connection.execute(insert(corrections).values(document=number, fields={**before, **encode(fields)}))

    def files(self) -> dict[str, FileRecord]:
        """Every file that was ever read, by path."""
        with self.reading() as connection:
            return {
                row.path: FileRecord(**{**row._mapping, "state": FileState(row.state)})
                for row in connection.execute(select(files))
            }

    def save_original(self, original: Bytes, file: FileRecord | None = None) -> None:
        """Keeps a file byte for byte, once, and notes that it was read."""
        with self.writing() as connection:
            writing.save_original(connection, original)
            if file is not None:
                writing.save_file(connection, file)

    def save_files(self, records: Iterable[FileRecord]) -> None:
        """Notes that files were read, or why they could not be."""
        with self.writing() as connection:
            for record in records:
                writing.save_file(connection, record)

    def save_document(self, incoming: Incoming, forms: Sequence[FormRecord] = ()) -> Outcome:
        """Keeps a document: as a new one, a new revision of a known one, or another file of one; and its other files.

        Raises:
            LedgerError: the side file replaces a document that is not here.
        """
        with self.writing() as connection:
            outcome = writing.save_document(connection, incoming)
            for form in forms:
                writing.save_form(connection, form, outcome.number)
            return outcome

    def save_tokens(self, made: Iterable[tuple[int, Streams, Sequence[str]]]) -> None:
        """Puts newly made tokens and facets in the place of the old ones: (passage key, tokens, facets)."""
        with self.writing() as connection:
            writing.save_tokens(connection, made)

    def pending(self) -> list[tuple[int, int, bool]]:
        """Passages that the search index owes: (key, document number, gone)."""
        with self.reading() as connection:
            return [tuple(row) for row in connection.execute(select(pending).order_by(pending.c.key))]

    def settle(self, keys: Sequence[int]) -> None:
        """Notes that the search index has taken these in."""
        with self.writing() as connection:
            for part in chunks(keys):
                connection.execute(delete(pending).where(pending.c.key.in_(part)))

    def owe_everything(self) -> None:
        """Notes that the search index must take in every passage anew."""
        with self.writing() as connection:
            connection.execute(delete(pending))
            everything = select(passages.c.key, passages.c.document, passages.c.key < 0).where(passages.c.findable)
            connection.execute(insert(pending).from_select(["key", "document", "gone"], everything))

    def counts(self) -> dict[str, int]:
        """How much of everything there is, for counts at the end of a command."""
        tables = {"documents": documents, "blocks": blocks, "notes": notes, "problems": problems}
        with self.reading() as connection:
            counted = {
                n: connection.execute(select(func.count()).select_from(t)).scalar_one() for n, t in tables.items()
            }
            found = select(func.count()).select_from(passages).where(passages.c.findable)
            values = connection.execute(select(blocks.c.value)).scalars()
            bound = Counter(ref.get("note") is not None for value in values for ref in value.get("refs", ()))
            return {
                **counted,
                "passages": connection.execute(found).scalar_one(),
                "bound": bound[True],
                "open": bound[False],
            }

    def documents_ever(self) -> int:
        """How many documents there are, withdrawn ones too."""
        with self.reading() as connection:
            return listing.ever(connection)

    def mark_missing(self, paths: Sequence[str]) -> None:
        """Notes that files have vanished; what was read from them is kept."""
        with self.writing() as connection:
            for part in chunks(paths):
                connection.execute(update(files).where(files.c.path.in_(part)).values(state=FileState.MISSING.value))


def _reading(connection: Connection, row: Row[Any]) -> Document:
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


_passage_columns = [c for c in passages.c if c.name not in ("document", "tokens", "facets", "findable")]


def _passages(connection: Connection, condition: ColumnElement[bool]) -> list[Passage]:
    query = select(documents.c.id.label("document_id"), *_passage_columns).join(documents).where(condition)
    return [_passage(row) for row in connection.execute(query.order_by(passages.c.document, passages.c.ordinal))]


def _passage(row: Row[Any]) -> Passage:
    return Passage(
        row.key,
        row.id,
        row.document_id,
        row.ordinal,
        PassageKind(row.kind),
        row.text,
        row.block,
        row.row,
        row.note,
        tuple(row.context),
        row.since,
    )


def _indexed(connection: Connection, condition: ColumnElement[bool]) -> Iterator[Indexed]:
    columns = (*_passage_columns, passages.c.tokens, passages.c.facets, passages.c.findable)
    query = select(documents.c.id.label("document_id"), *columns).join(documents).where(condition)
    for row in connection.execute(query.order_by(passages.c.document, passages.c.ordinal)):
        yield Indexed(_passage(row), unpack(row.tokens), tuple(row.facets), row.findable)
