"""What is a document called that has no title? Keeps what was supplied with the catalogue data, for all lists.

It follows from the document, and is made anew whenever that is kept: nobody gives it, and no correction holds it.
"""

from dataclasses import replace

from sqlalchemy import Connection, select, update

from archive.citing import supplied_title
from archive.model import Document
from archive.store.codec import encode
from archive.store.documents import stored_document
from archive.store.schema import documents


def called(document: Document) -> Document:
    """The document, with what stands for its title where it has none."""
    supplied = supplied_title(document)
    return replace(document, metadata=replace(document.metadata, supplied=supplied))


def supply_titles(connection: Connection) -> None:
    """Calls all documents that have no title by something: up to version 6 they were called by their files' names."""
    untitled = select(documents.c.number).where(documents.c.metadata["title"].as_string().is_(None))
    for number in connection.execute(untitled).scalars().all():
        here = documents.c.number == number
        row = connection.execute(select(documents).where(here)).one()
        metadata = called(stored_document(connection, row)).metadata
        connection.execute(update(documents).where(here).values(metadata=encode(metadata)))
