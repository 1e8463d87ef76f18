"""An entry's original is its own line, also of a store that kept the whole collection for it."""

from hashlib import sha256
from pathlib import Path

from sqlalchemy import insert, select, update

from archive.store.entry_originals import part_originals
from archive.store.schema import documents, originals, revisions
from tests.archive.store.diary import stored

LINES = [b'{"id": "ferry", "text": "salt"}', b'{"id": "bridge", "text": "toll"}']


def test_each_entry_gets_its_line_and_the_whole_goes(tmp_path: Path) -> None:
    whole = b"\xef\xbb\xbf" + b"\n".join(LINES) + b"\nno line of any\n"
    digest = sha256(whole).hexdigest()
    with stored(tmp_path) as store:
        with store.write_transaction() as connection:
            values = {"sha256": digest, "media_type": "application/x-ndjson", "encoding": "utf-8", "data": whole}
            connection.execute(insert(originals).values(values))
            connection.execute(update(documents).values(sha256=digest, entry=documents.c.number))
            for number, entry in ((1, "ferry"), (2, "bridge")):
                connection.execute(update(documents).where(documents.c.number == number).values(entry=entry))
            connection.execute(update(revisions).values(sha256=digest))
            part_originals(connection)
            left = connection.execute(select(originals.c.sha256)).scalars().all()
        assert digest not in left
        ids = [record.id for record in store.documents()]
        assert [store.original(id_).data for id_ in ids] == LINES
        assert [store.ledger.original_at(id_, 1).data for id_ in ids] == LINES
        assert store.original(ids[0]).name == "ferry.txt.json"
        with store.write_transaction() as connection:
            part_originals(connection)  # nothing is left to do
        assert [store.original(id_).data for id_ in ids] == LINES
