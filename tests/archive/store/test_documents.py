"""A document comes back whole, with its original and its doubts; what was corrected is added up."""

from dataclasses import replace
from pathlib import Path

import pytest

from archive.errors import NotFound
from archive.model import Margins, Problem, part_of
from archive.store import Store
from archive.store.documents import Documents
from archive.takedown import withdraw
from tests.archive.literal import brief
from tests.archive.store.diary import BRIDGE, FERRY, stored
from tests.archive.test_permanence import fresh_postgres
from tests.webapp import world
from tests.webapp.world import save


def test_a_document_comes_back_as_it_was_read(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        assert isinstance(store, Documents)
        record = store.find("ferry.txt")
        assert store.document(record.id).document == FERRY
        assert store.original(record.id).data.decode() == "\n".join(line.text for line in FERRY.lines)
        assert (store.forms(record.id), store.problems()) == ([], [])
        with pytest.raises(NotFound, match="no document 22222"):
            store.document("22222")


def test_doubts_are_given_a_page_at_a_time_and_counted_by_kind(tmp_path: Path) -> None:
    doubts = [Problem(code, (n, n), (str(n),)) for n, code in enumerate(("ref-open", "note-gap", "ref-open"), 1)]
    with stored(tmp_path) as store:
        save(store, "bridge.txt", replace(BRIDGE, problems=tuple(doubts)), b"again")
        save(store, "secret.txt", replace(brief("비밀의 글"), problems=tuple(doubts)))
        withdraw(store, store.find("secret.txt").number, "보기")
        (record,) = store.documents_with_problems()
        assert [problem for _, problem in store.problems()] == doubts
        assert store.problems(record.id, "ref-open", limit=1, offset=1) == [(record, doubts[2])]
        assert store.count_problems() == store.count_problems(record.id) == {"ref-open": 2, "note-gap": 1}
        assert (store.problems("22222"), store.count_problems("22222")) == ([], {})


def test_a_part_of_a_document_says_what_the_whole_says(tmp_path: Path, url: str | None) -> None:
    store = Store.at(tmp_path, url)
    world.save(store, "brief.txt", world.BRIEF)
    whole = store.document(store.find("brief.txt").id)
    for passage in whole.passages:
        record, part = store.part(whole.record.id, [passage.id])
        expected = part_of(whole.document, whole.passages, (passage,))
        assert (record, part.shown, part.labels) == (whole.record, (passage,), expected.labels)
        assert (part.before, part.page) == (expected.before, expected.page)
        margin = Margins(part).of(passage)
        assert margin == Margins(expected).of(passage)
        assert [Margins(part).of(one) for one in margin.callers] == [
            Margins(expected).of(one) for one in margin.callers
        ]
        assert all(
            part.notes[ref.note] == whole.document.notes[ref.note] for ref in margin.refs if ref.note is not None
        )
        assert {passage.ordinal - 1, passage.ordinal + 1, *passage.context} & {*expected.passages} <= {*part.passages}
        assert part.passages.items() <= expected.passages.items()
    with pytest.raises(NotFound, match="no passage 22222-2222"):
        store.part("22222", ["2222"])
    store.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str | None:
    return fresh_postgres() if request.param == "postgresql" else None


def test_corrections_add_up(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        store.save_correction(1, {"title": "강나루", "date": "2024"})
        store.save_correction(1, {"date": "2025"})
        assert store.corrections() == {("/보기/ferry.txt", ""): {"title": "강나루", "date": "2025"}}
