"""What tests share: a home with the sample documents indexed, made once, and one worker process that reads files."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from archive.open import Archive
from archive.search.search import Search
from archive.settings import Settings
from archive.store import Store, dialect
from indexer.run import Build
from indexer.sandbox import Extractors

DOCUMENTS = Path(__file__).parent.parent / "documents"

# A busy machine makes no example wrong; where a landing hangs on the tests, the same examples are tried each time.
settings.register_profile("gakju", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("gakju")


class KeptExtractors(Extractors):
    """Their workers go on after a run: one takes half a second of computing to start."""

    def __exit__(self, *error: object) -> None:
        return

    def end(self) -> None:
        super().__exit__()


@pytest.fixture(scope="session", autouse=True)
def one_worker() -> Iterator[None]:
    """All runs of the indexer in this process have their files read by one worker."""
    kept = KeptExtractors(1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("indexer.run.Extractors", lambda workers: kept)
        yield
    kept.end()


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """No test cuts the power: SQLite need not wait until the disk has written."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dialect, "PRAGMAS", (*dialect.PRAGMAS, "synchronous=OFF"))
        yield


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with `documents/` indexed. Read only: tests that write make their own."""
    home = tmp_path_factory.mktemp("samples")
    store = Store.at(home)
    report = Build(Archive(store, home)).run([str(DOCUMENTS)])
    assert report.failed == []
    store.close()
    return home


@pytest.fixture
def samples(sample_home: Path) -> Iterator[Store]:
    store = Store.at(sample_home)
    yield store
    store.close()


@pytest.fixture
def sample_search(samples: Store, sample_home: Path) -> Search:
    return Search(samples, sample_home)


@pytest.fixture(scope="session")
def sample_settings(sample_home: Path) -> Settings:
    return Settings(home=sample_home)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home of the test's own, not there yet."""
    return tmp_path / "home"
