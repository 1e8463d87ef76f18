"""What is each part of the ranking worth? Switches off one at a time, and asks the same questions again."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from statistics import mean
from typing import Any
from unittest.mock import patch

from archive.engine import bm25
from archive.engine.plain import PlainEngine
from archive.engine.protocol import Engine
from archive.index.builder import entry
from archive.model.passage import CONTEXTS
from archive.search.weights import Weights
from archive.store import Store
from tests.quality.search import collections
from tests.quality.search.collections import Collection, answers, keys
from tests.quality.search.scoring import DEPTH

TEXTBOOK = (1.2, 0.75)  # k1 and b of BM25 as everyone ships it
EVERY = 4  # of the general Korean questions

Named = tuple[str, Collection]


def collections_() -> list[Named]:
    """What the ablation asks, by column."""
    found: list[Named] = [("own", collections.own())]
    if briefs := collections.dev():
        found.append(("dev", briefs))
    if general := collections.general():
        found += [
            ("ko", general.only("ko", every=EVERY)),
            ("north", general.only("north")),
            ("headlines", general.only("headline-en", "headline-ru", "headline-zh")),
        ]
    return found


def variants() -> Mapping[str, Weights]:
    """Rankings that each lack one thing."""
    base = Weights()
    found = {"as it is": base}
    for one in fields(Weights):
        if isinstance(getattr(base, one.name), float):
            without: dict[str, Any] = {one.name: 0.0}
            found[f"{one.name} 0"] = replace(base, **without)
    for kind in sorted(base.kinds):
        found[f"no {kind}"] = replace(base, kinds=base.kinds - {kind})
    found["typed words only"] = replace(base, kinds=frozenset(), concept=0.0)
    return found


def worth(collection: Collection, ranking: Weights | None = None, engine: Engine | None = None) -> float:
    """Mean nDCG@10 of the questions that have an answer."""
    found = answers(collection.home, [asked.text for asked in collection.positives], ranking=ranking, engine=engine)
    return mean(asked.worth(results) for asked, results in zip(collection.positives, found, strict=True))


def rows(sets: Sequence[Named]) -> Iterator[list[object]]:
    """A row a variant: as it is first, then differences from it; the last column counts silent negatives of our own."""
    base: list[float] = []
    for name, ranking in variants().items():
        row = _row(sets, ranking)
        base = base or row
        yield _cells(name, row, base)
    with formula(*TEXTBOOK):
        yield _cells(f"BM25 k1 {TEXTBOOK[0]}, b {TEXTBOOK[1]}", _row(sets, None), base)


def _row(sets: Sequence[Named], ranking: Weights | None) -> list[float]:
    silent = answers(sets[0][1].home, [asked.text for asked in sets[0][1].negatives], ranking=ranking)
    return [*(worth(collection, ranking) for _, collection in sets), sum(not results for results in silent)]


def _cells(name: str, row: Sequence[float], base: Sequence[float]) -> list[object]:
    if row is base:
        return [name, *row[:-1], int(row[-1])]
    return [name, *(f"{value - was:+.3f}" for value, was in zip(row[:-1], base, strict=False)), int(row[-1])]


@contextmanager
def formula(k1: float, b: float) -> Iterator[None]:
    """Both engines rank by other constants than those of `archive.engine.bm25`."""
    with patch.multiple(bm25, K1=k1, B=b):
        yield


def agreement() -> Iterator[list[object]]:
    """Do the engines find the same? Their orders may differ: Whoosh keeps the length of a field in one byte."""
    for name, collection in collections_():
        if name not in ("own", "dev", "ko"):
            continue
        texts = [asked.text for asked in collection.positives]
        oracle = plain_engine(collection.home)
        pairs = list(zip(keys(collection.home, texts), keys(collection.home, texts, oracle), strict=True))
        yield [
            name,
            len(texts),
            sum(sorted(a) == sorted(b) for a, b in pairs),
            sum(a[:DEPTH] == b[:DEPTH] for a, b in pairs),
            mean(len({*a[:DEPTH]} & {*b[:DEPTH]}) / (len(a[:DEPTH]) or 1) for a, b in pairs),
            worth(collection),
            worth(collection, engine=oracle),
        ]


def plain_engine(home: Path) -> PlainEngine:
    """The dict engine over all passages of a home."""
    store, engine = Store.at(home), PlainEngine()
    entries = []
    for record in store.documents():
        found = {indexed.passage.ordinal: indexed for indexed in store.all_indexed(record.number)}
        entries += [
            entry(one, record.number, [found[n] for n in one.passage.context if n in found])
            for one in found.values()
            if one.passage.kind not in CONTEXTS
        ]
    engine.update(entries, ())
    store.close()
    return engine
