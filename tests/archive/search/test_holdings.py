"""What an archive holds is counted as a search finds it; what is worth trying is spoken of in it."""

from pathlib import Path

import pytest

from archive.open import Archive
from archive.search import Holdings
from archive.store import Store
from tests.archive.literal import brief
from tests.webapp import world

TOGETHER = ("두만강 철교를 라브로프 장관이 보았다.", "라브로프 장관은 두만강 철교를 건넜다.")
TEXTS = {
    "one.txt": brief(*TOGETHER, "두만강에 배가 떴다.", title="강", date="2024-05-01"),
    "two.txt": brief(
        "하산역에 기차가 섰다.", "하산역은 춥다.", *(f"{n}번째 눈이 왔다." for n in range(20)), date="2023"
    ),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    home = tmp_path_factory.mktemp("holdings")
    world.build(home, TEXTS)
    return Archive(Store.at(home), home)


@pytest.fixture(scope="module")
def held(archive: Archive) -> Holdings:
    return archive.search.holdings(archive.search.engine())


def test_what_is_counted_is_what_a_search_for_it_finds(archive: Archive, held: Holdings) -> None:
    assert held.counts["year"] == {"2023": 22, "2024": 3}
    for year, many in held.counts["year"].items():
        assert archive.search.search(f"연도:{year}").passages == many


def test_two_names_that_stand_together_are_worth_trying_and_another_in_its_own_language(
    archive: Archive, held: Holdings
) -> None:
    names = [concept.preferred("ko") or "" for concept in held.korean]
    assert len(names) == 2
    assert archive.search.search(" ".join(names)).passages >= 2
    assert held.foreign is not None
    concept, form = held.foreign
    assert concept not in held.korean
    assert form in concept.ru
    assert archive.search.search(form).passages >= 2


def test_an_empty_archive_holds_nothing(tmp_path: Path) -> None:
    world.build(tmp_path, {})
    archive = Archive(Store.at(tmp_path), tmp_path)
    archive.rebuild()
    assert archive.search.holdings(archive.search.engine()) == Holdings({})
    archive.close()
