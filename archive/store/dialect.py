"""What does one database need that others do not? The only module that knows a dialect."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Column, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from archive.errors import SettingError
from archive.settings import masked
from archive.store.letters import held

BUSY_SECONDS = 30
PRAGMAS = ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "temp_store=MEMORY", "secure_delete=ON")
READ_PRAGMAS = ("query_only=ON", "temp_store=MEMORY")


def connect(url: str) -> Engine:
    """An engine for the database at `url`; SQLite gets write-ahead logging, foreign keys and a busy timeout.

    Raises:
        SettingError: it is no address of a database, or what PostgreSQL needs is not installed.
    """
    local = url.startswith("sqlite")
    options = {"timeout": BUSY_SECONDS, "check_same_thread": False} if local else {}
    try:
        engine = create_engine(url, connect_args=options, pool_pre_ping=not local, json_serializer=as_json)
    except (ArgumentError, ValueError) as error:  # ValueError: a port that is no number
        raise SettingError(
            f"{masked(url)} is no address of a database: give postgresql+psycopg://USER@HOST/NAME or sqlite:///PATH"
        ) from error
    except ImportError as error:
        raise SettingError(
            f"{masked(url)} needs the package psycopg, which cannot be loaded: "
            "pip install 'psycopg[binary]', and write postgresql+psycopg://"
        ) from error

    @event.listens_for(engine, "before_cursor_execute", retval=True)
    def _letters(_c: object, _u: object, statement: str, values: Any, _x: object, _m: bool) -> tuple[str, Any]:
        return statement, held(values)

    if local:
        event.listen(engine, "connect", _read_pragmas if reads_only(url) else _set_pragmas)
    return engine


def _set_pragmas(connection: Any, _record: object, pragmas: tuple[str, ...] = PRAGMAS) -> None:
    cursor = connection.cursor()
    for pragma in pragmas:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _read_pragmas(connection: Any, record: object) -> None:
    _set_pragmas(connection, record, READ_PRAGMAS)


def as_json(value: object) -> str:
    """JSON that says letters as they are, in half the room; escaped only where one is no letter (half a pair)."""
    said = json.dumps(value, ensure_ascii=False)
    try:
        said.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return said


def sqlite_url(path: Path) -> str:
    """The address of an SQLite file; of one that may not be written, to be read alone.

    Readers of a database with a log need its two side files, or the right to make them. Where neither is, nobody is
    writing: it is read as what will not change.
    """
    side = [path.with_name(path.name + end) for end in ("-wal", "-shm")]
    if not path.exists() or all(os.access(one, os.W_OK) for one in (path, path.parent)):
        return f"sqlite:///{path}"
    logged = side[0].exists() and side[0].stat().st_size
    still = "" if all(one.exists() for one in side) or logged else "&immutable=1"
    return f"sqlite:///file:{quote(str(path))}?mode=ro{still}&uri=true"


def reads_only(url: str) -> bool:
    """Whether the address is one that nothing may be written to."""
    return "mode=ro" in url


def file_of(url: str) -> Path | None:
    """The file of an SQLite database; None for another database."""
    parts = make_url(url)
    if parts.get_backend_name() != "sqlite" or reads_only(url):
        return None
    return Path(parts.database) if parts.database else None


def without_password(url: str, said: object) -> str:
    """What a driver says of a database, without the password of its address."""
    password = make_url(url).password or make_url(url).query.get("password")
    return str(said).replace(str(password), "***") if password else str(said)


def compact(engine: Engine) -> bool:
    """Takes deleted rows off the disk. False where another process that reads keeps them there for now.

    SQLite overwrites rows when they go, but its log still holds them; PostgreSQL leaves them in its tables until these
    are written anew (its own archive of the log is not ours to empty).
    """
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            return not busy
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM FULL")
    return True


def continue_numbers(connection: Connection, columns: Iterable[Column[int]]) -> None:
    """PostgreSQL counts apart from the rows: after rows came in with numbers, its counter is set after the last."""
    if connection.dialect.name == "postgresql":
        for column in columns:
            table, name = column.table.name, column.name
            connection.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table}', '{name}'),"
                    f" COALESCE((SELECT MAX({name}) FROM {table}), 1))"
                )
            )


def broken(connection: Connection) -> list[str]:
    """What a database says is wrong with its own file; PostgreSQL looks after its files itself."""
    if connection.dialect.name != "sqlite":
        return []
    return [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(20)") if row[0] != "ok"]
