"""An address cites words of a document: of today, or as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.errors import NotFound
from archive.history.excerpt import excerpt
from archive.history.quotation import quote
from archive.history.revisions import stored_at
from archive.model.permalink import Address
from archive.store import Store
from archive.takedown import withdraw
from tests.webapp import past_world as w


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = w.build(tmp_path_factory.mktemp("excerpts"))
    yield made
    made.close()


def address(store: Store, words: str, revision: int, named: int | None = None) -> str:
    (record,) = store.documents()
    stored = stored_at(store, record.id, revision)
    (id_,) = (one.id for one in stored.passages if one.text == words)
    return str(Address(record.id, id_, named))


def test_a_document_and_its_revision(store: Store) -> None:
    (record,) = store.documents()
    today = excerpt(store, f"https://archive.example.org/d/{record.id}")
    assert (today.record.id, str(today.address), today.part) == (record.id, record.id, None)
    assert str(excerpt(store, f"{record.id}@1").address) == f"{record.id}@1"


@pytest.mark.parametrize("words, revision, named, shown, cited_as", [
    (w.STAYS, 1, None, w.STAYS, None),
    (w.REVISED, 1, None, w.REVISED_2, 2),  # today's words: the address says since when
    (w.REVISED, 1, 1, w.REVISED, 1),
    (w.GONE, 1, None, w.GONE, 1),  # no longer there: as it was
])  # fmt: skip
def test_a_passage_is_cited_as_it_stands_or_as_it_stood(
    store: Store, words: str, revision: int, named: int | None, shown: str, cited_as: int | None
) -> None:
    found = excerpt(store, address(store, words, revision, named))
    assert found.part is not None
    assert ([one.text for one in found.part.shown], found.address.revision) == ([shown], cited_as)
    assert found.span(found.part.shown[0]) == (0, len(shown))


def test_the_words_that_a_link_quotes(store: Store) -> None:
    link = f"/p/{address(store, w.STAYS, 3)}?q={quote([w.STAYS], 5, 8)}"
    found = excerpt(store, link)
    assert found.part is not None
    assert [one.text[slice(*found.span(one))] for one in found.part.shown] == [w.STAYS[5:8]]
    with pytest.raises(NotFound, match="never had the words"):
        excerpt(store, link.replace("q=5", "q=0"))


def test_words_that_are_gone_are_quoted_as_they_stood(store: Store) -> None:
    found = excerpt(store, f"/p/{address(store, w.GONE, 1)}?q={quote([w.GONE], 0, 3)}")
    assert found.part is not None
    assert [one.text for one in found.part.shown] == [w.GONE]


def test_what_is_withdrawn_cannot_be_cited(tmp_path: Path) -> None:
    store = w.build(tmp_path)
    (record,) = store.documents()
    at = address(store, w.STAYS, 3)
    withdraw(store, record.number, "권리자의 요청")
    with pytest.raises(NotFound, match="withdrawn"):
        excerpt(store, at)
    store.close()
