"""How does a store that an earlier release made come up to date? Adds what it lacks, and changes nothing it holds.

Version 1 had no answers: what a permalink answered was read from events, revision by revision.
"""

from sqlalchemy import Connection, select, update

from archive.store.answers import save_all_answers
from archive.store.schema import VERSION, settings


def upgrade(connection: Connection) -> None:
    """Brings a store up to date, in the transaction given; nothing is done where it is."""
    here = settings.c.name == "schema"
    if connection.execute(select(settings.c.value).where(here)).scalar() == str(VERSION):
        return
    save_all_answers(connection)
    connection.execute(update(settings).where(here).values(value=str(VERSION)))
