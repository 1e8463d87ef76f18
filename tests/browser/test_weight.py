"""A document is light on the wire, and a reader who goes on fetches no style or script again."""

from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.weight import first_and_second, page_before
from tests.browser.every_page import every_page

pytestmark = pytest.mark.slow

KB = 1_000
PAGE, ALL = 18 * KB, 52 * KB  # measured: 15 and 50, the document itself 15


def test_a_document_is_light_and_the_next_one_lighter(browser: Any, sample_home: Path, tmp_path: Path) -> None:
    with every_page(sample_home, tmp_path) as archives:
        kind = next(kind for kind in archives.kinds if kind.name == "document")
        first, second, stops = first_and_second(browser, archives, kind, page_before(kind, archives.kinds))
    assert first.sent <= ALL
    assert second.sent <= PAGE
    assert (second.requests, second.kept) == (1, 0)
    assert stops <= 140
