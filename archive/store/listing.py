"""How much is here, and which documents? Counts and lists, by SQL, of the columns that are shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, func, or_, select

from archive.errors import Ambiguous, NotFound
from archive.model import Metadata, slug
from archive.store.codec import decode
from archive.store.connection import Database, chunks
from archive.store.records import DocumentRecord, Overview, slug_of
from archive.store.schema import absorbed, blocks, documents, notes, passages, problems, withdrawals

RECORD = tuple(documents.c[name] for name in ("number", "id", "path", "entry", "source", "sha256", "metadata"))
_TITLE = documents.c.metadata["title"].as_string()
_SUPPLIED = documents.c.metadata[("supplied", "text")].as_string()


class Listing(StrEnum):
    """In what order documents are listed: latest first and undated last, by title, or last come first."""

    DATE = "date"
    TITLE = "title"
    ADDED = "added"


class Listings(Database):
    """Lists of the documents of a store, and counts."""

    def documents(self, withdrawn: bool = False) -> list[DocumentRecord]:
        """All documents, in the order they came; with `withdrawn`, also those taken down or absorbed."""
        query = select(*RECORD).order_by(documents.c.number)
        if not withdrawn:
            query = query.where(shown(documents.c.number))
        with self.read_transaction() as connection:
            return [record(row) for row in connection.execute(query)]

    def records(self, numbers: Sequence[int]) -> dict[int, DocumentRecord]:
        """The catalogue entries of these documents, by number."""
        return {found.number: found for found in self._records_where(documents.c.number, numbers)}

    def records_of(self, ids: Iterable[str]) -> list[DocumentRecord]:
        """The catalogue entries of documents with these ids."""
        return self._records_where(documents.c.id, sorted(ids))

    def _records_where(self, column: ColumnElement[Any], values: Sequence[Any]) -> list[DocumentRecord]:
        with self.read_transaction() as connection:
            return [
                record(row)
                for part in chunks(values)
                for row in connection.execute(select(*RECORD).where(column.in_(part)))
            ]

    def find(self, name: str) -> DocumentRecord:
        """The document of that id; or else of that source's name or slug; or else whose source's name begins so.

        Raises:
            NotFound, Ambiguous: none does, or several do.
        """
        with self.read_transaction() as connection:
            rows = _matching(connection, documents.c.id == name)
            rows = rows or _matching(
                connection, or_(documents.c.source == name, documents.c.number.in_(_slugged(connection, name)))
            )
            rows = rows or _matching(connection, func.substr(documents.c.source, 1, len(name)) == name)
        if not rows:
            raise NotFound(f'no document "{name}": give an id, or the beginning of a source file\'s name')
        if len(rows) > 1:
            named = ", ".join(f"{row.id} ({row.source})" for row in rows[:8]) + (", …" if len(rows) > 8 else "")
            raise Ambiguous(f'"{name}" fits {len(rows)} documents: {named}')
        return record(rows[0])

    def ordered(self, order: Listing) -> tuple[int, ...]:
        """The documents that are not withdrawn, in an order, by number."""
        title = func.lower(func.coalesce(_TITLE, _SUPPLIED, ""))
        date = func.coalesce(documents.c.metadata["date"].as_string(), "")
        by: dict[Listing, Sequence[ColumnElement[Any]]] = {
            Listing.DATE: (date.desc(), title, documents.c.number),
            Listing.TITLE: (title, documents.c.number),
            Listing.ADDED: (documents.c.number.desc(),),
        }
        query = select(documents.c.number).where(shown(documents.c.number)).order_by(*by[order])
        with self.read_transaction() as connection:
            return tuple(connection.execute(query).scalars())

    def digests(self) -> tuple[tuple[int, str], ...]:
        """The number of every document that is not withdrawn, and what changes whenever anything of it does."""
        with self.read_transaction() as connection:
            query = select(documents.c.number, documents.c.digest).where(shown(documents.c.number))
            return tuple((row.number, row.digest) for row in connection.execute(query.order_by(documents.c.number)))

    def overview(self) -> Overview:
        """How much a reader can find."""
        here = select(func.count()).select_from(documents).where(shown(documents.c.number))
        counts = (
            here,
            select(func.count()).select_from(passages).where(passages.c.findable),
            select(func.count()).select_from(notes).where(shown(notes.c.document)),
            here.where(documents.c.metadata["sample"].as_boolean()),
        )
        with self.read_transaction() as connection:
            return Overview(*connection.execute(select(*(count.scalar_subquery() for count in counts))).one())

    def counts(self) -> dict[str, int]:
        """How much of everything there is, for counts at the end of a command."""
        with self.read_transaction() as connection:
            found = select(func.count()).select_from(passages).where(passages.c.findable)
            values = connection.execute(select(blocks.c.value)).scalars()
            bound = Counter(ref.get("note") is not None for value in values for ref in value.get("refs", ()))
            return {
                **{table.name: count(connection, table) for table in (documents, blocks, notes, problems)},
                "passages": connection.execute(found).scalar_one(),
                "bound": bound[True],
                "open": bound[False],
            }

    def documents_ever(self) -> int:
        """How many documents there are, withdrawn ones too."""
        with self.read_transaction() as connection:
            return count(connection, documents)


def shown(number: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether the document of this number is neither withdrawn nor absorbed by others."""
    return number.not_in(select(withdrawals.c.document)) & number.not_in(select(absorbed.c.document))


def record(row: Any) -> DocumentRecord:
    """The catalogue entry in a row of the columns `RECORD`."""
    columns = (row.number, row.id, row.path, row.entry, row.source, row.sha256)
    return DocumentRecord(*columns, decode(Metadata, row.metadata))


def count(connection: Connection, table: Table) -> int:
    """How many rows a table has."""
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _matching(connection: Connection, condition: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """The documents that meet a condition; those that stand in others now only where no other does."""
    own = documents.c.number.not_in(select(absorbed.c.document))
    columns: tuple[Any, ...] = (*RECORD, own.label("own"))
    rows = connection.execute(select(*columns).where(condition).order_by(documents.c.number)).all()
    return [row for row in rows if row.own] or rows


def _slugged(connection: Connection, name: str) -> list[int]:
    """The documents of that slug, which is made of the title and stands in no column."""
    if slug(name) != name:
        return []
    rows = connection.execute(select(documents.c.number, documents.c.source, _TITLE.label("title")))
    return [row.number for row in rows if slug_of(row.title, row.source) == name]
