"""Catalogue data that people corrected: kept apart from what was read, and counted before it. Briefs are invented."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model.document import Metadata
from archive.open import Archive
from archive.search import SearchOptions
from archive.store import Store
from indexer.catalogue.corrections import correct, corrected
from indexer.catalogue.spreadsheet import CatalogueCorrection
from indexer.run import Build

PRINTED = Metadata(title="겨울 항로의 셈", authors=("홍보기",), date="2024-05-02", language="ko")


@pytest.mark.parametrize(
    ("fields", "metadata"),
    [
        ({}, PRINTED),
        ({"title": "봄 항로의 셈"}, Metadata("봄 항로의 셈", ("홍보기",), date="2024-05-02", language="ko")),
        (
            {"authors": ("홍보기", "김예시")},
            Metadata("겨울 항로의 셈", ("홍보기", "김예시"), date="2024-05-02", language="ko"),
        ),
        ({"date": None, "authors": ()}, Metadata("겨울 항로의 셈", language="ko")),
        ({"sample": True, "date": None}, Metadata("겨울 항로의 셈", ("홍보기",), language="ko", sample=True)),
    ],
    ids=["nothing", "a title", "two authors", "taken away", "a flag"],
)
def test_a_correction_counts_before_the_print(fields: dict[str, object], metadata: Metadata) -> None:
    assert corrected(PRINTED, fields) == metadata


TEXTS = st.one_of(st.none(), st.text(min_size=1, max_size=8))
NAMES = st.lists(st.text(min_size=1, max_size=5), max_size=3).map(tuple)


@settings(max_examples=50)
@given(
    st.fixed_dictionaries(
        {}, optional={"title": TEXTS, "authors": NAMES, "publisher_en": TEXTS, "sample": st.booleans()}
    )
)
def test_a_correction_changes_its_own_fields_and_no_other(fields: dict[str, object]) -> None:
    found = corrected(PRINTED, fields)
    for name in Metadata.__dataclass_fields__:
        assert getattr(found, name) == fields.get(name, getattr(PRINTED, name))
    assert corrected(found, fields) == found


BRIEF = "겨울 항로의 셈\n홍보기\n2024. 5. 2.\n\n두 나라의 장관은 항구에서 만나 요금을 함께 정하였다.\n"
OTHER = "두 나라는 다리를 놓기로 하였고, 강은 겨울에 언다.\n"


class Corrected:
    """Two briefs in a home."""

    def __init__(self, folder: Path) -> None:
        self.home, self.briefs = folder / "home", folder / "briefs"
        self.briefs.mkdir()
        (self.briefs / "one.txt").write_text(BRIEF, "utf-8")
        (self.briefs / "two.txt").write_text(OTHER, "utf-8")
        self.store = Store.at(self.home)
        self.archive = Archive(self.store, self.home)
        self.read()

    def read(self) -> None:
        """Indexes the briefs."""
        assert Build(self.archive).run([str(self.briefs)]).failed == []

    def id(self, source: str) -> str:
        return next(record.id for record in self.store.documents() if record.source == source)

    def title(self, source: str) -> str | None:
        return self.store.document(self.id(source)).document.metadata.title

    def correct(self, *rows: tuple[str, dict[str, object]]) -> list[str]:
        """Corrects documents by their file's name; gives the names of those that changed."""
        changed = correct(
            self.archive, [CatalogueCorrection(self.id(name), n, fields) for n, (name, fields) in enumerate(rows, 2)]
        )
        return [record.source for record in self.store.documents() if record.id in changed]

    def found(self, query: str) -> set[str]:
        """The files of the documents that a search finds."""
        self.archive.catch_up()
        return {hit.document.source for hit in self.archive.search.search(SearchOptions(query)).hits}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Corrected]:
    one = Corrected(tmp_path)
    yield one
    one.store.close()


def test_a_corrected_title_is_the_documents_and_is_found(archive: Corrected) -> None:
    assert archive.correct(("one.txt", {"title": "봄 항로의 셈"}), ("two.txt", {"title": None})) == ["one.txt"]
    assert (archive.title("one.txt"), archive.title("two.txt")) == ("봄 항로의 셈", None)
    assert archive.found("제목:봄") == {"one.txt"}


def test_what_changes_nothing_is_not_kept(archive: Corrected) -> None:
    same = {"title": "겨울 항로의 셈", "authors": ("홍보기",), "language": "ko"}
    assert archive.correct(("one.txt", same)) == []
    assert archive.store.corrections() == {}


def test_only_the_fields_that_differ_are_kept(archive: Corrected) -> None:
    archive.correct(("one.txt", {"title": "겨울 항로의 셈", "publisher": "보기연구원"}))
    assert [dict(fields) for fields in archive.store.corrections().values()] == [{"publisher": "보기연구원"}]


def test_a_correction_outlives_a_new_reading_of_the_file(archive: Corrected) -> None:
    archive.correct(("one.txt", {"title": "봄 항로의 셈"}))
    (archive.briefs / "one.txt").write_text(BRIEF.replace("요금을", "운임을"), "utf-8")
    archive.read()
    assert archive.title("one.txt") == "봄 항로의 셈"
    assert archive.found("운임") == {"one.txt"}


def test_a_second_correction_overrules_the_first_and_leaves_other_fields(archive: Corrected) -> None:
    archive.correct(("one.txt", {"title": "봄 항로의 셈", "publisher": "보기연구원"}))
    archive.correct(("one.txt", {"title": "가을 항로의 셈"}))
    archive.read()
    metadata = archive.store.document(archive.id("one.txt")).document.metadata
    assert (metadata.title, metadata.publisher) == ("가을 항로의 셈", "보기연구원")


def test_a_documents_passages_keep_their_addresses_under_a_correction(archive: Corrected) -> None:
    before = [passage.id for passage in archive.store.document(archive.id("one.txt")).passages]
    archive.correct(("one.txt", {"publisher": "보기연구원", "date": "2024"}))
    assert [passage.id for passage in archive.store.document(archive.id("one.txt")).passages] == before
