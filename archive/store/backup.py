"""How does an archive leave its machine and come back? As one file: every table, row by row, of no database's own form.

The same file restores into SQLite or PostgreSQL. It is read in one transaction, so an archive that is being indexed
gives a whole revision. Format: a zip with `manifest.json` and `TABLE.jsonl` for each table, bytes in base64, and the
digest of it all (`backup_seal`), which is looked at before anything is written.
"""

import base64
import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import time
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, insert, select
from sqlalchemy.exc import DatabaseError, SQLAlchemyError

from archive.errors import StoreError
from archive.store import dialect
from archive.store.answers import save_all_answers
from archive.store.backup_seal import EMPTY, add_seal, is_whole
from archive.store.changes import date_changes
from archive.store.citations import save_all_citations
from archive.store.connection import Database
from archive.store.entry_originals import part_originals
from archive.store.listing import count
from archive.store.occurrences import save_all_occurrences
from archive.store.schema import (
    UPGRADED,
    VERSION,
    answers,
    citations,
    documents,
    occurrences,
    passages,
    queue,
    settings,
    sounds,
    tables,
    words,
)
from archive.store.takedown import hide_places
from archive.store.titles import supply_titles

FORMAT = "gakju backup"
PART = ".gakju-part"  # behind the name of a backup that is being written
STALE = 3_600.0  # seconds since its last byte after which nobody writes it any more
BATCH = 500  # rows written at once
# They speak of the index beside this database and of its runs, or follow from the documents: they are made anew.
LEFT_OUT = {table.name for table in (settings, queue, words, sounds, occurrences, citations)}
# What reading a zip that is damaged, or none, raises: of its frame, of what is packed in it, of the JSON in that.
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, RuntimeError, OverflowError)
# A row is a passage or an original of at most 32 MiB, in base64 a third more.
MAX_LINE = 64 * 2**20


def backup(store: Database, to: Path) -> int:
    """Writes the archive into the file `to`; a file that is there is kept until the new one is whole.

    Raises:
        StoreError: the file cannot be written. Returns the number of documents.
    """
    _sweep(to.parent)
    part = to.with_name(to.name + PART)
    try:
        with store.read_transaction() as connection, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            held = count(connection, documents)
            manifest = {"format": FORMAT, "schema": VERSION, "documents": held, "tokens": store.setting("tokens")}
            manifest["sealed"] = True
            archive.comment = EMPTY
            archive.writestr("manifest.json", json.dumps(manifest))
            for table in tables.sorted_tables:
                if table.name not in LEFT_OUT:
                    with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as file:
                        for line in _lines(connection, table):
                            file.write(line)
        add_seal(part)
        os.replace(part, to)
    except OSError as error:
        raise StoreError(f"the backup {to} cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
    return held


def _sweep(folder: Path) -> None:
    """Removes what backups that were killed in this folder left, which may be as large as the archive."""
    for part in folder.glob(f"*{PART}"):
        with suppress(OSError):
            if time() - part.stat().st_mtime > STALE:
                part.unlink()


def _lines(connection: Connection, table: Table) -> Iterator[bytes]:
    rows = connection.execution_options(yield_per=BATCH).execute(select(table).order_by(*table.primary_key))
    for row in rows:
        named = {column.name: row._mapping[column] for column in table.columns}
        values = {name: base64.b64encode(v).decode() if isinstance(v, bytes) else v for name, v in named.items()}
        yield json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def restore(store: Database, source: Path) -> int:
    """Fills an empty archive from a backup. Returns the number of documents.

    Raises:
        StoreError: the archive is not empty, or the file is no backup, of another version or damaged. Nothing is
            written then.
    """
    with store.read_transaction() as connection:
        occupied = count(connection, documents)
    if occupied:
        raise StoreError("this archive holds documents already: restore into a new home, or use gakju import to merge")
    with open_backup(source) as archive, store.write_transaction() as connection:
        old = str(_manifest(archive)["schema"]) != str(VERSION)
        held = archive.namelist() if old else [f"{table.name}.jsonl" for table in tables.sorted_tables]
        for table in tables.sorted_tables:
            if table.name not in LEFT_OUT and f"{table.name}.jsonl" in held and not (old and table is answers):
                for rows in _batches(archive, table):
                    _write(connection, table, rows)
        save_all_occurrences(connection)
        if tokens := _manifest(archive).get("tokens"):  # made by which analyzer; of none that is known, they are stale
            connection.execute(insert(settings).values(name="tokens", value=tokens))
        if old:
            save_all_answers(connection)
            supply_titles(connection)
            date_changes(connection)
            part_originals(connection)
            hide_places(connection)
        save_all_citations(connection)
        dialect.continue_numbers(connection, [documents.c.number, passages.c.key])
        return count(connection, documents)


def _write(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    try:
        connection.execute(insert(table), rows)
    except DatabaseError:  # of the database, which says so itself
        raise
    except (SQLAlchemyError, TypeError, ValueError) as error:  # a column that is none, a value that cannot be one
        raise StoreError(f"the backup is damaged in {table.name}: {error}") from error


def open_backup(source: Path) -> zipfile.ZipFile:
    """The zip of a backup, after a look at its manifest and its digest; those of earlier releases have none.

    Raises:
        StoreError: it is none, of a newer release, or not as it was written.
    """
    archive = None
    try:
        archive = zipfile.ZipFile(source)
        manifest = _manifest(archive)
        whole = is_whole(source) or not manifest.get("sealed")
    except (OSError, *UNREADABLE) as error:
        if archive is not None:
            archive.close()
        raise StoreError(f"{source} is no backup of an archive, or not whole: {error}") from error
    if manifest.get("format") != FORMAT or str(manifest.get("schema")) not in (str(VERSION), *UPGRADED):
        archive.close()
        raise StoreError(
            f"{source} is of schema {manifest.get('schema')}, this program reads {VERSION} and earlier ones"
        )
    if not whole:
        archive.close()
        raise StoreError(
            f"{source} is damaged: it is not as it was written. Nothing was taken from it; use another copy"
        )
    return archive


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    manifest = json.loads(archive.read("manifest.json"))
    if not isinstance(manifest, dict):
        raise ValueError("its manifest says nothing")
    return manifest


def _batches(archive: zipfile.ZipFile, table: Table) -> Iterator[list[dict[str, Any]]]:
    binary = {column.name for column in table.columns if isinstance(column.type, LargeBinary)}
    keys = {column.name: column.key for column in table.columns}
    named = {column.name for column in table.primary_key}
    batch: list[dict[str, Any]] = []
    try:
        with archive.open(f"{table.name}.jsonl") as file:
            while line := file.readline(MAX_LINE):
                row = json.loads(line)
                if not isinstance(row, dict) or not named <= row.keys():
                    raise ValueError("a line that is no row")
                row = {n: base64.b64decode(v) if n in binary and v is not None else v for n, v in row.items()}
                batch.append({keys.get(name, name): value for name, value in row.items()})
                if len(batch) >= BATCH:
                    yield batch
                    batch = []
    except (OSError, *UNREADABLE) as error:
        raise StoreError(f"the backup is damaged in {table.name}: {error}") from error
    if batch:
        yield batch
