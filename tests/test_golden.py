"""Each sample is read as its golden file says. To renew: `python -m tests.golden`, then read the diff."""

from collections.abc import Iterator

import pytest

from indexer.files import SourceFile
from indexer.sandbox import Extractor
from tests.golden import HERE, golden, rendering, samples


@pytest.fixture(scope="module")
def extractor() -> Iterator[Extractor]:
    with Extractor() as made:
        yield made


@pytest.mark.parametrize("source", samples(), ids=lambda source: source.name)
def test_a_sample_is_read_as_before(source: SourceFile, extractor: Extractor) -> None:
    assert rendering(source, extractor) == golden(source).read_text(encoding="utf-8")


def test_every_golden_file_has_its_sample() -> None:
    assert {path.name for path in HERE.glob("*.txt")} == {golden(source).name for source in samples()}
