"""How is the database opened, and how is it asked and written? The one idiom of transactions.

Only modules of this package see a connection. What they do for others is one transaction a call.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from secrets import token_hex
from time import sleep
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Row,
    Table,
    bindparam,
    delete,
    insert,
    inspect,
    or_,
    select,
    update,
)
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError, SQLAlchemyError

from archive.errors import NoArchive, StoreError
from archive.settings import masked
from archive.store import dialect
from archive.store.row_seal import SEAL
from archive.store.schema import UPGRADED, VERSION, settings, tables
from archive.store.seals import seal_rows

T = TypeVar("T")

CHUNK = 500  # values in one IN list: well under every database's limit
GENERATION = "generation"
OF_THE_DISK = ("is full", "I/O error", "No space left")  # what SQLite and PostgreSQL say of a disk
AGAIN = "; what was kept before is kept: see to that disk, make room, and run the same command again"
_SETTING = select(settings.c.value).where(settings.c.name == bindparam("name"))


class Database:
    """An archive's database. Safe to share between threads."""

    def __init__(self, url: str, make: bool = True) -> None:
        """Opens the database at `url`, and makes its tables if it is empty.

        Raises:
            StoreError: it cannot be opened, or was made by another version; without `make`, or where it can only be
                read: it holds no archive. SettingError: the address is none.
        """
        self._engine = dialect.connect(url)
        self.reads_only = dialect.reads_only(url)
        try:
            file = dialect.file_of(url)
            if not make and file and not file.exists():  # to ask SQLite would make it, and would fill an empty one
                raise NoArchive(f"there is no archive in {masked(url)}: gakju index FOLDER makes one")
            empty = not make and file and not file.stat().st_size
            found = self._make_tables() if make and not self.reads_only else None if empty else self._version()
        except SQLAlchemyError as error:
            said = dialect.without_password(url, _reason(error))
            raise StoreError(f"the archive's database {masked(url)} cannot be opened: {said}") from error
        if found is None and not (make and not self.reads_only):
            raise NoArchive(
                f"the database {masked(url)} is empty: gakju restore BACKUP fills it, gakju index FOLDER begins anew"
            )
        if found not in (None, str(VERSION), *UPGRADED):
            raise StoreError(
                f"the archive was made with store version {found}, this program has {VERSION}: "
                "install the release that made it, or a later one"
            )
        if self.reads_only and found != str(VERSION):
            raise StoreError(
                f"the archive is of store version {found} and cannot be written here: "
                f"run any command once where it can, to bring it to version {VERSION}"
            )

    def _version(self) -> str | None:
        """The schema's version, None where there is none."""
        with self._engine.connect() as connection:
            return _setting(connection, "schema") if inspect(connection).has_table(settings.name) else None

    def _make_tables(self, tries: int = 5) -> str | None:
        """The schema's version that was found. Of two processes that make one at once the later looks again."""
        try:
            tables.create_all(self._engine)
            with self._engine.begin() as connection:
                found = _setting(connection, "schema")
                if found is None:
                    connection.execute(insert(settings).values(name="schema", value=str(VERSION)))
                return found
        except (OperationalError, IntegrityError):
            if tries == 1:
                raise
            sleep(0.2)
            return self._make_tables(tries - 1)

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def read_transaction(self) -> Iterator[Connection]:
        """A connection to read with.

        Raises:
            StoreError: the database is damaged or gone.
        """
        try:
            with self._engine.connect() as connection:
                yield connection
        except DatabaseError as error:
            raise StoreError(f"the archive's database cannot be read: {_reason(error)}") from error

    @contextmanager
    def write_transaction(self) -> Iterator[Connection]:
        """A transaction to write with: all of it or nothing. With it begins another generation.

        Raises:
            StoreError: the disk is full, the database is locked or damaged.
        """
        try:
            with self._engine.begin() as connection:
                yield connection
                seal_rows(connection)
                _renew(connection)
        except DatabaseError as error:
            raise StoreError(f"the archive's database cannot be written: {_reason(error)}") from error

    def setting(self, name: str) -> str | None:
        """What the archive keeps about itself under this name."""
        with self.read_transaction() as connection:
            return _setting(connection, name)

    def save_setting(self, name: str, value: str) -> None:
        """Keeps this about the archive itself."""
        with self.write_transaction() as connection:
            connection.execute(delete(settings).where(settings.c.name == name))
            connection.execute(insert(settings).values(name=name, value=value))

    def generation(self) -> str:
        """The name of the state that the archive is in: no two are called the same, whatever process wrote them.

        What is made from the archive after this was asked is at least as new as the name says.
        """
        return self.setting(GENERATION) or ""

    def compact(self) -> None:
        """Leaves nothing of deleted rows behind on the disk.

        Raises:
            StoreError: another process is reading, or the disk is full.
        """
        try:
            done = dialect.compact(self._engine)
        except SQLAlchemyError as error:
            raise StoreError(f"deleted rows are still on the disk: {_reason(error)}; run the command again") from error
        if not done:
            raise StoreError(
                "deleted rows are still in the log of the database, since another process is reading it: "
                "stop gakju serve and run the command again"
            )


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in lists that every database takes."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


PLACES = (8, 32, 128)  # pairs in one statement: a few lengths, so that each statement is compiled once


def at_places(first: Column[int], second: Column[int], size: int) -> ColumnElement[bool]:
    """Chooses rows by two columns together: `size` pairs, which `place_parameters` gives.

    SQLite finds them by an index; of (a, b) IN (VALUES …) it would read the whole table.
    """
    return or_(*((first == bindparam(f"first{n}")) & (second == bindparam(f"second{n}")) for n in range(size)))


def place_parameters(places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, dict[str, int]]]:
    """The parameters of statements that choose all these pairs, and of how many pairs each is; no pair twice."""
    for start in range(0, len(places), PLACES[-1]):
        part = places[start : start + PLACES[-1]]
        size = next(size for size in PLACES if len(part) <= size)
        padded = [*part, *[(-1, -1)] * (size - len(part))]  # no row has these
        yield size, {name: value for n, (a, b) in enumerate(padded) for name, value in _pair(n, a, b)}


def _pair(n: int, first: int, second: int) -> tuple[tuple[str, int], tuple[str, int]]:
    return (f"first{n}", first), (f"second{n}", second)


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Writes these rows into a table, if there are any."""
    if rows:
        connection.execute(insert(table), rows)


def _setting(connection: Connection, name: str) -> str | None:
    return connection.execute(_SETTING, {"name": name}).scalar()


def _renew(connection: Connection) -> None:
    """Gives the state that is about to be written a name of its own. No number: a backup put back would repeat one."""
    name = token_hex(8)
    if not connection.execute(update(settings).where(settings.c.name == GENERATION).values(value=name)).rowcount:
        connection.execute(insert(settings).values(name=GENERATION, value=name))


def values_of(table: Table, row: Row[Any]) -> dict[str, Any]:
    """A whole row of a table as it may be inserted again, without its seal, which follows from what it holds then; a
    column's name in SQL may be another than ours."""
    return {column.key: row._mapping[column] for column in table.columns if column.key != SEAL}


def _reason(error: SQLAlchemyError) -> str:
    said = " ".join(str(getattr(error, "orig", None) or error).split())
    return said + AGAIN if any(sign in said for sign in OF_THE_DISK) else said
