"""Two archives become one; what both have is not doubled. How links answer then is in test_permanence."""

from pathlib import Path

from sqlalchemy import select

from archive import takedown
from archive.store import Store, backup
from archive.store.merger import Merged, merge
from archive.store.schema import originals, wordings
from tests.archive.store.diary import FERRY, LATER, stored
from tests.webapp.world import save


def test_what_is_new_comes_over_and_waits_for_the_index(tmp_path: Path) -> None:
    with stored(tmp_path / "other") as other:
        backup(other, tmp_path / "all.gakju")
    mine = Store.at(tmp_path / "mine")
    save(mine, "ferry.txt", FERRY)
    mine.queue.remove([one.key for one in mine.queue.entries()])
    assert merge(mine, tmp_path / "all.gakju") == Merged(new=1, known=1, aliases=0)
    assert [(one.document, one.gone) for one in mine.queue.entries()] == [(2, False)]
    assert merge(mine, tmp_path / "all.gakju") == Merged(new=0, known=2, aliases=0)
    mine.close()


def test_what_is_purged_here_does_not_come_back_with_its_other_revisions(tmp_path: Path) -> None:
    other = Store.at(tmp_path / "other")
    save(other, "ferry.txt", LATER)
    save(other, "ferry.txt", FERRY)
    backup(other, tmp_path / "all.gakju")
    other.close()
    mine = Store.at(tmp_path / "mine")
    save(mine, "ferry.txt", FERRY)
    takedown.purge(mine, tmp_path / "mine", mine.find("ferry.txt").number, "보기")
    assert merge(mine, tmp_path / "all.gakju").known == 1
    takedown.purge_again(mine, tmp_path / "mine")
    with mine.read_transaction() as connection:
        assert set(connection.execute(select(wordings.c.text)).scalars()) == {None}
        assert set(connection.execute(select(originals.c.data)).scalars()) == {b""}
    mine.close()
