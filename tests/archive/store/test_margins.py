"""What stands beside the passages of a page of results is what stands beside them in the whole document."""

from pathlib import Path

import pytest

from archive.model import Margins, part_of
from archive.store import Store
from archive.store.margins import PassageMargins
from tests.archive.store.diary import FERRY
from tests.archive.test_permanence import fresh_postgres
from tests.counting import statements
from tests.webapp import world
from tests.webapp.world import save


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str | None:
    return fresh_postgres() if request.param == "postgresql" else None


def test_margins_of_several_documents_are_those_of_the_whole_ones(tmp_path: Path, url: str | None) -> None:
    store = Store.at(tmp_path, url)
    assert isinstance(store, PassageMargins)
    save(store, "brief.txt", world.BRIEF)
    save(store, "ferry.txt", FERRY)
    whole = [store.document(record.id) for record in store.documents()]
    shown = [(one.record.number, passage) for one in whole for passage in one.passages]
    expected = {
        passage.key: beside.of(passage)
        for one in whole
        for beside in [Margins(part_of(one.document, one.passages))]
        for passage in one.passages
    }
    with statements() as asked:
        assert store.margins(shown) == expected
    assert len(asked) <= 5
    assert any(margin.callers for margin in expected.values())
    for number, passage in shown:
        assert store.margins([(number, passage)]) == {passage.key: expected[passage.key]}
    assert store.margins([]) == {}
    store.close()


def test_the_row_of_a_table_comes_with_its_heads_and_its_caption(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    save(store, "brief.txt", world.BRIEF)
    (record,) = store.documents()
    row = next(one for one in store.document(record.id).passages if one.row is not None)
    margin = store.margins([(record.number, row)])[row.key or 0]
    assert (margin.caption, bool(margin.columns)) == ("표 1. 나루터의 화물", True)
    store.close()
