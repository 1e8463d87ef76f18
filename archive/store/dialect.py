"""What does one database need that others do not? The only module that knows a dialect."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, create_engine, event, text

from archive.store.letters import held

BUSY_SECONDS = 30
PRAGMAS = ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "temp_store=MEMORY", "secure_delete=ON")


def connect(url: str) -> Engine:
    """An engine for the database at `url`; SQLite gets write-ahead logging, foreign keys and a busy timeout."""
    local = url.startswith("sqlite")
    options = {"timeout": BUSY_SECONDS, "check_same_thread": False} if local else {}
    engine = create_engine(url, connect_args=options, pool_pre_ping=not local, json_serializer=as_json)

    @event.listens_for(engine, "before_cursor_execute", retval=True)
    def _letters(_c: object, _u: object, statement: str, values: Any, _x: object, _m: bool) -> tuple[str, Any]:
        return statement, held(values)

    if local:
        event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def as_json(value: object) -> str:
    """JSON that says letters as they are, in half the room; escaped only where one is no letter (half a pair)."""
    said = json.dumps(value, ensure_ascii=False)
    try:
        said.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return said


def sqlite_url(path: Path) -> str:
    """The address of an SQLite file."""
    return f"sqlite:///{path}"


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
