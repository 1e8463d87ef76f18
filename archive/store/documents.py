"""How did a document read, and from which files? Documents whole, with originals, problems, corrections."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Row,
    Table,
    Text,
    cast,
    delete,
    func,
    insert,
    literal,
    null,
    or_,
    select,
)

from archive.errors import NotFound
from archive.model import (
    DOUBTFUL_DOCUMENT,
    Block,
    Document,
    DocumentPart,
    Line,
    Margins,
    Metadata,
    Note,
    Passage,
    Problem,
)
from archive.store.codec import bound_by_position, decode, encode
from archive.store.compression import ORIGINAL, original_of
from archive.store.connection import Database
from archive.store.listing import RECORD, record, shown
from archive.store.passages import select_passages
from archive.store.records import DocumentRecord, Original, StoredDocument
from archive.store.schema import blocks, corrections, documents, files, forms, notes, originals, passages, problems

_WITHOUT_LINES = tuple(null().label("lines") if column is documents.c.lines else column for column in documents.c)


class Documents(Database):
    """The documents of a store."""

    def document(self, document_id: str, with_lines: bool = True) -> StoredDocument:
        """A document whole, or without its printed lines.

        Raises:
            NotFound: there is none of that id.
        """
        columns = documents.c if with_lines else _WITHOUT_LINES
        with self.read_transaction() as connection:
            row = connection.execute(select(*columns).where(documents.c.id == document_id)).first()
            if row is None:
                raise NotFound(f"no document {document_id} in this archive")
            here = select_passages(connection, passages.c.document == row.number)
            return StoredDocument(record(row), stored_document(connection, row), tuple(here))

    def part(self, document_id: str, ids: Collection[str]) -> tuple[DocumentRecord, DocumentPart]:
        """A document's catalogue entry, and these passages of it with what stands beside them.

        Raises:
            NotFound: none of these passages is in a document of that id.
        """
        with self.read_transaction() as connection:
            found = select_passages(connection, (documents.c.id == document_id) & passages.c.id.in_(ids))
            if not found:
                raise NotFound(f"no passage {document_id}-{', '.join(ids)} in this archive")
            row = connection.execute(select(*RECORD).where(documents.c.id == document_id)).one()
            return record(row), _part(connection, row.number, tuple(found))

    def original(self, document_id: str) -> Original:
        """The bytes that a document was read from."""
        with self.read_transaction() as connection:
            joined = documents.join(originals).join(files, documents.c.path == files.c.path)
            query = select(files.c.name, *ORIGINAL)
            row = connection.execute(query.select_from(joined).where(documents.c.id == document_id)).first()
        if row is None:
            raise NotFound(f"no document {document_id} in this archive")
        return original_of(*row)

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
            columns = (forms.c.name, *ORIGINAL)
            query = select(*columns).select_from(joined)
            row = connection.execute(query.where((documents.c.id == document_id) & (forms.c.sha256 == digest))).first()
        if row is None:
            raise NotFound(f"the document {document_id} has no such file")
        return original_of(*row)

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


def _part(connection: Connection, number: int, shown: tuple[Passage, ...]) -> DocumentPart:
    """Looks up what stands beside passages: what they call, who calls them, what is printed above, before and after."""
    query = select(notes.c.label).where(notes.c.document == number).order_by(notes.c.ordinal)
    labels = connection.execute(query).scalars().all()
    own = {passage.note for passage in shown if passage.note is not None}
    positions = blocks.c.ordinal.in_({passage.block for passage in shown})
    here = _blocks(connection, number, labels, or_(positions, *(calls_note(note, labels[note]) for note in own)))
    above = {block.caption for block in here.values() if block.caption is not None}
    captions = _blocks(connection, number, labels, blocks.c.ordinal.in_(above)) if above else {}
    called = _notes(connection, number, labels, own | {ref.note for block in here.values() for ref in block.refs})
    beside = or_(
        passages.c.ordinal.in_({shown[0].ordinal - 1, *shown[0].context, shown[-1].ordinal + 1}),
        passages.c.note.in_({*called, *(note.same_as for note in called.values())}),
        passages.c.block.in_([n for n, block in here.items() if own & {ref.note for ref in block.refs}]),
    )
    around = select_passages(connection, (passages.c.document == number) & beside)
    found = {passage.ordinal: passage for passage in sorted({*shown, *around}, key=lambda passage: passage.ordinal)}
    part = DocumentPart(shown, found, captions | here, called, labels, _count_before(connection, number, shown[0]))
    lines = Margins(part).of(shown[0]).lines
    page, page_labels = _page_of_line(connection, number, lines[0]) if lines else (None, ())
    return replace(part, page=page, page_labels=page_labels, doubts=_doubts(connection, number))


def _blocks(
    connection: Connection, number: int, labels: Iterable[str], condition: ColumnElement[bool]
) -> dict[int, Block]:
    values = _values(connection, blocks, number, condition)
    bound = bound_by_position({"blocks": values.values(), "notes": [{"label": label} for label in labels]})
    return {n: decode(Block, value) for n, value in zip(values, bound["blocks"], strict=True)}


def _notes(
    connection: Connection, number: int, labels: Iterable[str], positions: Iterable[int | None]
) -> dict[int, Note]:
    values = _values(connection, notes, number, notes.c.ordinal.in_(positions))
    bound = bound_by_position({"notes": [values.get(n, {"label": label}) for n, label in enumerate(labels)]})
    return {n: decode(Note, bound["notes"][n]) for n in values}


def calls_note(note: int, label: str) -> ColumnElement[bool]:
    """Whether a block calls a note: as `encode` writes its references, by position or, of old, by label."""
    said = (f'"note": {json.dumps(meant)},' for meant in (note, label))
    return or_(*(cast(blocks.c.value, Text).contains(words, autoescape=True) for words in said))


def _count_before(connection: Connection, number: int, passage: Passage) -> int:
    """How many passages like this one stand before it, under its heading or in its table."""
    alike = (
        (passages.c.document == number)
        & (passages.c.ordinal < passage.ordinal)
        & (passages.c.kind == passage.kind.value)
        & (cast(passages.c.context, Text) == cast(literal(list(passage.context), JSON), Text))
    )
    if passage.row is not None:
        alike &= passages.c.block == passage.block
    return connection.execute(select(func.count()).select_from(passages).where(alike)).scalar_one()


def _page_of_line(connection: Connection, number: int, line: int) -> tuple[int | None, tuple[str, ...]]:
    """The page of a printed line, and the labels of all pages: lines are kept in the order of their numbers, from 1."""
    row = connection.execute(
        select(documents.c.lines[(line - 1, 1)].as_integer(), documents.c.page_labels).where(
            documents.c.number == number
        )
    ).one()
    return row[0], tuple(row[1] or ())


def _doubts(connection: Connection, number: int) -> tuple[Problem, ...]:
    values = _values(connection, problems, number, problems.c.code.in_(DOUBTFUL_DOCUMENT))
    return tuple(decode(Problem, value) for value in values.values())


def _narrowed(document_id: str, code: str = "") -> Iterator[ColumnElement[bool]]:
    yield shown(documents.c.number)
    if document_id:
        yield documents.c.id == document_id
    if code:
        yield problems.c.code == code


def stored_document(connection: Connection, row: Row[Any]) -> Document:
    lines = tuple(Line(number, text, page) for number, page, text in row.lines or ())
    bound = bound_by_position(
        {table.name: _values(connection, table, row.number).values() for table in (blocks, notes)}
    )
    return Document(
        decode(Metadata, row.metadata),
        tuple(decode(Block, value) for value in bound["blocks"]),
        tuple(decode(Note, value) for value in bound["notes"]),
        lines,
        tuple(decode(Problem, value) for value in _values(connection, problems, row.number).values()),
        tuple(row.page_labels or ()),
    )


def _values(
    connection: Connection, table: Table, number: int, condition: ColumnElement[bool] | None = None
) -> dict[int, Any]:
    """The values of a document's blocks, notes or problems by position: all, or those that meet a condition."""
    value = cast(table.c.value, Text)  # parsed together: one by one takes three times as long
    query = select(table.c.ordinal, value).where(table.c.document == number).order_by(table.c.ordinal)
    rows = connection.execute(query if condition is None else query.where(condition)).all()
    return dict(zip((n for n, _ in rows), json.loads(f"[{','.join(text for _, text in rows)}]"), strict=True))
