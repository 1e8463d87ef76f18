"""How is the catalogue of a whole archive corrected at once? As a CSV file that spreadsheets open, edit and save.

One row a document, one column a field. A column that is left out leaves its field alone; an empty cell says that there
is no value. Everything wrong in a file is said together, with its row and column, and then nothing of it is taken.

Written in UTF-8 with a byte order mark, without which Korean spreadsheets read CP949; read in either. A cell that a
spreadsheet would run as a formula gets an apostrophe before it, which reading takes off again.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from archive.errors import SourceError
from archive.model import FIELDS, CatalogueField, FieldKind, Metadata, Value, check, nearest, unsupported
from archive.text import guard, unguard
from indexer.readers import decode, refuse_binary

KEY = "document"
COLUMNS = (KEY, "source", *(field.name for field in FIELDS if not field.special))
MAX_ERRORS = 200  # said at once; beyond, the file is another table
MAX_HEADS = 500  # columns; a catalogue has as many as there are fields


@dataclass(frozen=True, slots=True)
class Catalogued:
    """A document with its catalogue data, as a row is written of it."""

    document: str  # its id
    source: str  # its file's name, for the reader: not read back
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class CatalogueCorrection:
    """What a row says of a document: the fields that have a column, as `Overrides.given` of side files."""

    document: str
    row: int  # as a spreadsheet counts, the heads are row 1
    fields: Mapping[str, Value] = field(default_factory=dict)


def write_csv(rows: Iterable[Catalogued]) -> bytes:
    """The catalogue as a CSV file: lines end in CRLF, names of authors are joined with "; "."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(COLUMNS)
    for row in rows:
        values = [row.document, row.source, *(getattr(row.metadata, name) for name in COLUMNS[2:])]
        writer.writerow([guard(cell(value)) for value in values])
    return sheet.getvalue().encode("utf-8-sig", "replace")


def cell(value: Value) -> str:
    """A value as one cell. A name that holds a semicolon or backslash keeps it behind a backslash."""
    if isinstance(value, bool):
        return "true" if value else ""
    if isinstance(value, tuple):
        return "; ".join(re.sub(r"([;\\])", r"\\\1", name) for name in value)
    return value or ""


def names(text: str) -> tuple[str, ...]:
    """The names in a cell."""
    parts = re.findall(r"(?:\\.|[^;\\]|\\$)+", text)
    return tuple(name for part in parts if (name := re.sub(r"\\(.)", r"\1", part.strip())))


def read_csv(data: bytes, name: str) -> tuple[CatalogueCorrection, ...]:
    """The corrections in a CSV file; `name` is for messages.

    Raises:
        SourceError: the file is no such table, or any value in it is wrong. The message has a line for each mistake.
    """
    refuse_binary(data, name)
    text, _ = decode(data, name)
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","  # spreadsheets' "Unicode text" has tabs
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    corrections: list[CatalogueCorrection] = []
    try:
        heads = [head.strip() for head in next(rows, [])]
        if len(heads) > MAX_HEADS:
            raise SourceError(f"{name} has {len(heads):,} columns, the limit is {MAX_HEADS}: it is another table")
        wrong = _Mistakes(_wrong_heads(heads))
        if not wrong.count:
            wrong = _Mistakes(_read(rows, heads, corrections))
    except csv.Error as error:
        raise SourceError(f"{name} is not CSV ({error}): save it from the spreadsheet as CSV UTF-8") from None
    if wrong.count:
        more = f"\n… and {wrong.count - MAX_ERRORS:,} more" if wrong.count > MAX_ERRORS else ""
        said = "\n".join(wrong.first)
        raise SourceError(f"{name}: {wrong.count:,} mistake(s), nothing of it was taken\n{said}{more}")
    return tuple(corrections)


class _Mistakes:
    """The first mistakes of a table, and how many there are."""

    def __init__(self, found: Iterator[str]) -> None:
        self.first = list(islice(found, MAX_ERRORS))
        self.count = len(self.first) + sum(1 for _ in found)


def _wrong_heads(heads: list[str]) -> Iterator[str]:
    if KEY not in heads:
        yield f'row 1: no column {KEY!r}; begin with what "gakju metadata --to FILE.csv" writes'
    for head in dict.fromkeys(heads):
        if refused := unsupported(head):
            yield f"row 1: {refused}; take the column out"
        elif head not in COLUMNS:
            yield f"row 1: there is no field {head!r}; {nearest(head)}"
        elif heads.count(head) > 1:
            yield f"row 1: column {head!r} stands {heads.count(head)} times: leave one"


def _read(rows: Iterable[list[str]], heads: list[str], corrections: list[CatalogueCorrection]) -> Iterator[str]:
    """Puts the rows that are right into `corrections` and yields what is wrong."""
    fields = {field.name: field for field in FIELDS}
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, 2):
        if not any(text.strip() for text in row):
            continue
        if len(row) > len(heads) and any(text.strip() for text in row[len(heads) :]):
            yield f"row {number}: {len(row)} cells under {len(heads)} heads: put a cell with commas in quotes"
            continue
        cells = {head: unguard(text) for head, text in zip(heads, row, strict=False)}
        document = cells[KEY].strip() if KEY in cells else ""
        if not document:
            yield f"row {number}, {KEY}: no id; take the row out, or give the id of its document"
            continue
        if document in seen:
            yield f"row {number}, {KEY}: {document!r} stands in row {seen[document]} too: leave one"
        seen.setdefault(document, number)
        values: dict[str, Value] = {}
        for head in (head for head in cells if head in fields):
            try:
                values[head] = _checked(fields[head], cells[head])
            except ValueError as error:
                yield f"row {number}, {error}"
        corrections.append(CatalogueCorrection(document, number, values))


def _checked(field: CatalogueField, text: str) -> Value:
    return check(field, names(text) if field.kind is FieldKind.NAMES else text)
