"""Which files were read, and what do they hold? Files as they were last seen, and byte for byte."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select, update

from archive.store.compression import packed_original
from archive.store.connection import Database, chunks
from archive.store.records import Bytes, FileRecord, FileState, FormRecord
from archive.store.schema import documents, files, forms, originals


class Files(Database):
    """The files of a store."""

    def files(self) -> dict[str, FileRecord]:
        """Every file that was ever read, by path."""
        with self.read_transaction() as connection:
            return {
                row.path: FileRecord(**{**row._mapping, "state": FileState(row.state)})
                for row in connection.execute(select(files))
            }

    def save_original(self, original: Bytes, file: FileRecord | None = None) -> None:
        """Keeps a file byte for byte, once, and notes that it was read."""
        with self.write_transaction() as connection:
            save_original(connection, original)
            if file is not None:
                save_file(connection, file)

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
    """Keeps a file byte for byte, once."""
    if not connection.execute(select(originals.c.sha256).where(originals.c.sha256 == file.sha256)).first():
        connection.execute(insert(originals).values({**asdict(file), **packed_original(file.data)}))


def save_file(connection: Connection, record: FileRecord) -> None:
    """Notes that a file was read, or why it could not be."""
    values = {**asdict(record), "state": record.state.value}
    if connection.execute(select(files.c.path).where(files.c.path == record.path)).first():
        connection.execute(update(files).where(files.c.path == record.path).values(values))
    else:
        connection.execute(insert(files).values(values))


def save_form(connection: Connection, form: FormRecord, number: int) -> None:
    """Notes that a file holds a document that is read from another file."""
    connection.execute(delete(forms).where(forms.c.path == form.path))
    connection.execute(insert(forms).values(document=number, **asdict(form)))
