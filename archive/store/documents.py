"""How did a document read, and from which files? Documents whole, with originals, problems, corrections."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    delete,
    func,
    insert,
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
from archive.store.compression import ORIGINAL, original_name, original_of
from archive.store.connection import Database
from archive.store.listing import RECORD, record, shown
from archive.store.passages import passages_in, select_passages
from archive.store.records import DocumentRecord, Original, StoredDocument
from archive.store.schema import blocks, corrections, documents, files, forms, notes, originals, passages, problems

_WITHOUT_LINES = tuple(null().label("lines") if column is documents.c.lines else column for column in documents.c)

# Statements of the page of a passage, put together once.
_RECORD_OF = select(*RECORD).where(documents.c.id == bindparam("id"))
_LABELS = select(notes.c.label).where(notes.c.document == bindparam("number")).order_by(notes.c.ordinal)
_OF_IDS = passages.c.id.in_(bindparam("ids", expanding=True))
_BESIDE = or_(
    passages.c.ordinal.in_(bindparam("ordinals", expanding=True)),
    passages.c.note.in_(bindparam("notes", expanding=True)),
    passages.c.block.in_(bindparam("blocks", expanding=True)),
)
_ALIKE = (
    select(func.count())
    .select_from(passages)
    .where(
        (passages.c.document == bindparam("number"))
        & (passages.c.ordinal < bindparam("ordinal"))
        & (passages.c.kind == bindparam("kind"))
        & (cast(passages.c.context, Text) == cast(bindparam("context", type_=JSON), Text))
    )
)
_ALIKE_IN_TABLE = _ALIKE.where(passages.c.block == bindparam("block"))
_DOUBTS = (
    select(problems.c.value)
    .where((problems.c.document == bindparam("number")) & problems.c.code.in_(sorted(DOUBTFUL_DOCUMENT)))
    .order_by(problems.c.ordinal)
)


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
            row = connection.execute(_RECORD_OF, {"id": document_id}).first()
            found = passages_in(connection, _OF_IDS, number=row.number, ids=list(ids)) if row else []
            if row is None or not found:
                raise NotFound(f"no passage {document_id}-{', '.join(ids)} in this archive")
            return record(row), _part(connection, row.number, tuple(found))

    def original(self, document_id: str) -> Original:
        """The bytes that a document was read from."""
        with self.read_transaction() as connection:
            joined = documents.join(originals).join(files, documents.c.path == files.c.path)
            query = select(original_name(files.c.name), *ORIGINAL)
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
    labels = connection.execute(_LABELS, {"number": number}).scalars().all()
    own = {passage.note for passage in shown if passage.note is not None}
    positions = blocks.c.ordinal.in_({passage.block for passage in shown})
    here = _blocks(connection, number, labels, or_(positions, *(calls_note(note, labels[note]) for note in own)))
    above = {block.caption for block in here.values() if block.caption is not None}
    captions = _blocks(connection, number, labels, blocks.c.ordinal.in_(above)) if above else {}
    called = _notes(connection, number, labels, own | {ref.note for block in here.values() for ref in block.refs})
    around = passages_in(
        connection,
        _BESIDE,
        number=number,
        ordinals=[shown[0].ordinal - 1, *shown[0].context, shown[-1].ordinal + 1],
        notes=[n for n in {*called, *(note.same_as for note in called.values())} if n is not None],
        blocks=[n for n, block in here.items() if own & {ref.note for ref in block.refs}],
    )
    meant = {called[note].same_as for note in own} - {None, *called}
    called |= _notes(connection, number, labels, {note for note in meant if note is not None}) if meant else {}
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
    place = {"number": number, "ordinal": passage.ordinal, "kind": passage.kind.value, "context": list(passage.context)}
    if passage.row is None:
        return connection.execute(_ALIKE, place).scalar_one()
    return connection.execute(_ALIKE_IN_TABLE, {**place, "block": passage.block}).scalar_one()


def _page_of_line(connection: Connection, number: int, line: int) -> tuple[int | None, tuple[str, ...]]:
    """The page of a printed line, and the labels of all pages: lines are kept in the order of their numbers, from 1."""
    row = connection.execute(
        select(documents.c.lines[(line - 1, 1)].as_integer(), documents.c.page_labels).where(
            documents.c.number == number
        )
    ).one()
    return row[0], tuple(row[1] or ())


def _doubts(connection: Connection, number: int) -> tuple[Problem, ...]:
    return tuple(decode(Problem, value) for value in connection.execute(_DOUBTS, {"number": number}).scalars())


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
    query = _values_of(table)
    found = connection.execute(query if condition is None else query.where(condition), {"number": number})
    rows: Sequence[Row[Any]] = found.all()
    values = json.loads(f"[{','.join(row.value for row in rows)}]")
    return {row.ordinal: value for row, value in zip(rows, values, strict=True)}


@cache
def _values_of(table: Table) -> Select[Any]:
    """The values as JSON: parsed together, as one by one takes three times as long."""
    query = select(table.c.ordinal, cast(table.c.value, Text).label("value"))
    return query.where(table.c.document == bindparam("number")).order_by(table.c.ordinal)
