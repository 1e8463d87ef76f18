"""Damage is mended only with what was there: of what is left nothing else is put in its place."""

from pathlib import Path

from sqlalchemy import text

from archive.store.damage import Analysis, DamageReport
from tests.webapp import past_world as w


def no_tokens() -> Analysis:
    return lambda document, passages: ([], [])


def test_a_wording_is_put_back_from_the_revision_that_holds_it(home: Path) -> None:
    store = w.build(home)
    with store.read_transaction() as connection:
        words = connection.execute(text("SELECT text FROM wordings ORDER BY id, state")).scalars().all()
        connection.execute(text("UPDATE wordings SET text = 'another' WHERE state = 1"))
        connection.commit()
    assert {fault.mended for fault in store.damage.faults()} == {False}
    assert {fault.mended for fault in store.damage.faults(no_tokens())} == {True}
    with store.read_transaction() as connection:
        assert connection.execute(text("SELECT text FROM wordings ORDER BY id, state")).scalars().all() == words
    assert store.damage.faults() == []
    store.close()


def test_what_is_nowhere_else_is_left_as_it_is(home: Path) -> None:
    store = w.build(home)
    with store.read_transaction() as connection:
        connection.execute(text("UPDATE states SET since = '2020-01-01' WHERE state = 3"))
        connection.commit()
    id_ = store.documents()[0].id
    assert store.damage.faults(no_tokens()) == [DamageReport("revision 1 3", id_, w.TITLE, mended=False)]
    store.close()
