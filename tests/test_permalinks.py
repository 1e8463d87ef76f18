"""A published address is a promise. `published.tsv` lists addresses of the samples; it only grows.

Each must answer in a fresh archive of the samples, whatever the reader has learned since: with the passage, or with
what became of it. An address that is not found breaks a promise, and no change may land that does so.
"""

from pathlib import Path

import pytest

from archive.history.resolution import resolve
from archive.store import Store

PUBLISHED = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "published.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("address, source, kind", PUBLISHED, ids=[row[0] for row in PUBLISHED])
def test_it_answers(samples: Store, address: str, source: str, kind: str) -> None:
    found = resolve(samples, address)
    assert found.status in ("same", "revised", "split", "merged", "ambiguous", "gone", "withdrawn")
    assert samples.records_of([found.cited.document])[0].source == source


def test_the_list_only_grows() -> None:
    assert len(PUBLISHED) == len(set(PUBLISHED)) >= 150


def test_provisional_is_gone_from_the_product() -> None:
    root = Path(__file__).parent.parent
    files = [
        p
        for name in ("archive", "indexer", "webapp")
        for p in (root / name).rglob("*")
        if p.suffix in (".py", ".html", ".js", ".css")
    ]
    assert [str(p) for p in files if "provisional" in p.read_text("utf-8").casefold()] == []
