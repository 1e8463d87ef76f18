"""Which files were read, and what do they hold? Files as they were last seen, and byte for byte."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, delete, func, insert, select, update

from archive.store.barred import barred_files
from archive.store.compression import packed_original
from archive.store.connection import Database, chunks
from archive.store.records import Bytes, FileRecord, FileState, FormRecord
from archive.store.row_seal import SEAL
from archive.store.schema import documents, files, forms, originals, settings


class Files(Database):
    """The files of a store."""

    def files(self) -> dict[str, FileRecord]:
        """Every file that was ever read, by path."""
        with self.read_transaction() as connection:
            return {
                row.path: FileRecord(**{**row._mapping, "state": FileState(row.state)})
                for row in connection.execute(select(*(column for column in files.c if column.key != SEAL)))
            }

    def save_files(self, records: Iterable[FileRecord]) -> None:
        """Notes that files were read, or why they could not be."""
        with self.write_transaction() as connection:
            for record in records:
                save_file(connection, record)

    def mark_missing(self, paths: Sequence[str]) -> None:
        """Notes that files have vanished; what was read from them is kept."""
        with self.write_transaction() as connection:
            for part in chunks(paths):
                connection.execute(update(files).where(files.c.path.in_(part)).values(state=FileState.MISSING.value))

    def barred(self, paths: Iterable[str]) -> set[str]:
        """Those of these files that a purged document was read from: see `archive.store.barred`."""
        with self.read_transaction() as connection:
            return barred_files(connection, paths)

    def forget_files(self, paths: Iterable[str]) -> None:
        """Forgets files of which nothing was ever kept: failed or left out before, and gone now."""
        never_read = files.c.state.in_((FileState.FAILED.value, FileState.LEFT_OUT.value))
        with self.write_transaction() as connection:
            for part in chunks(tuple(paths)):
                holding = select(documents.c.path).where(documents.c.path.in_(part))
                connection.execute(
                    delete(files).where(files.c.path.in_(part), never_read, files.c.path.not_in(holding))
                )


def save_original(connection: Connection, file: Bytes) -> None:
    """Keeps a file byte for byte, once; one that was emptied when its document was purged is filled again."""
    here = originals.c.sha256 == file.sha256
    size = connection.execute(select(func.length(originals.c.data)).where(here)).scalar()
    if size is None:
        connection.execute(insert(originals).values({**asdict(file), **packed_original(file.data)}))
    elif not size and file.data:
        connection.execute(update(originals).where(here).values({**asdict(file), **packed_original(file.data)}))


def save_file(connection: Connection, record: FileRecord) -> None:
    """Notes that a file was read, or why it could not be."""
    values = {**asdict(record), "state": record.state.value}
    if connection.execute(select(files.c.path).where(files.c.path == record.path)).first():
        connection.execute(update(files).where(files.c.path == record.path).values(values))
    else:
        connection.execute(insert(files).values(values))


def drop_files(connection: Connection, paths: Iterable[str]) -> None:
    """Forgets files that no document is read from any more, also as what is looked through when no path is given."""
    gone = set(paths)
    for table in (documents, forms):
        gone -= set(connection.execute(select(table.c.path).where(table.c.path.in_(gone))).scalars())
    connection.execute(delete(files).where(files.c.path.in_(gone)))
    roots = settings.c.name == "roots"
    kept = (connection.execute(select(settings.c.value).where(roots)).scalar() or "").splitlines()
    if gone & set(kept):
        left = "\n".join(one for one in kept if one not in gone)
        connection.execute(update(settings).where(roots).values(value=left))


def save_form(connection: Connection, form: FormRecord, number: int) -> None:
    """Notes that a file holds a document that is read from another file."""
    connection.execute(delete(forms).where(forms.c.path == form.path))
    connection.execute(insert(forms).values(document=number, **asdict(form)))
