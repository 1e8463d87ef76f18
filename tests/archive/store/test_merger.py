"""Two archives become one; what both have is not doubled. How links answer then is in test_permanence."""

from pathlib import Path

from archive.store import Store, backup
from archive.store.merger import Merged, merge
from tests.archive.store.diary import FERRY, stored
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
