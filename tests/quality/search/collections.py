"""What is measured on? Archives made for measuring, kept between runs, and the judged questions that go with them.

An archive is made anew when its documents or the code that reads and indexes them have changed; what only searches may
change freely. The questions and texts of others lie in the folder that GAKJU_EVAL names and are never copied.
"""

import ast
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from getpass import getuser
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from time import time

from sqlalchemy import select

from archive.engine.protocol import Engine
from archive.model.permalink import Address
from archive.open import Archive
from archive.search.planner import MatchMode
from archive.search.results import SearchOptions
from archive.search.search import MOST, Search
from archive.search.weights import Weights
from archive.store import Store, schema
from indexer.run import Build
from tests.quality.search.scoring import DEPTH, Judged, Score, load, ndcg, score
from tests.quality.world import evaluation

ROOT = Path(__file__).parents[3]
QUERIES = Path(__file__).parent / "queries.jsonl"
QUESTIONS = Path(__file__).parent / "questions.jsonl"  # written and judged by someone who had not seen the search
MAX_CHARS = 800  # a longer result is a page, not a passage: stricter than the scorer's own limit
MAKES = ("indexer.run",)  # what making an archive runs, with all that it imports
KEPT = 3_600  # seconds that an archive of another state of the code stays: a run may be using it

Result = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and what answers it: judgements, or the names that right results bear in their field `by`."""

    text: str
    kind: str
    lang: str
    judgement: Judged | frozenset[str]
    by: str = "source"

    @property
    def negative(self) -> bool:
        """Should nothing be found?"""
        return isinstance(self.judgement, Judged) and not self.judgement.relevant

    def worth(self, results: Sequence[Result]) -> float:
        """nDCG@10 of results, best first."""
        if isinstance(self.judgement, Judged):
            return self.scored(self.judgement, results).ndcg
        return ndcg([str(result[self.by]) for result in results], self.judgement)

    @staticmethod
    def scored(judged: Judged, results: Sequence[Result]) -> Score:
        """All that is measured of judged results."""
        return score(judged, results, MAX_CHARS)


@dataclass(frozen=True, slots=True)
class Collection:
    """An archive and what is asked of it."""

    name: str
    home: Path
    asked: tuple[Asked, ...]

    @property
    def positives(self) -> tuple[Asked, ...]:
        return tuple(asked for asked in self.asked if not asked.negative)

    @property
    def negatives(self) -> tuple[Asked, ...]:
        return tuple(asked for asked in self.asked if asked.negative)

    def only(self, *kinds: str, every: int = 1) -> "Collection":
        """The questions of some kinds, every so many of them."""
        return Collection(self.name, self.home, tuple(a for a in self.asked if a.kind in kinds)[::every])

    def korean(self) -> "Collection":
        """The questions in Korean that have an answer."""
        return Collection(self.name, self.home, tuple(a for a in self.positives if a.lang == "ko"))


def answers(
    home: Path,
    queries: Sequence[str],
    limit: int = DEPTH,
    ranking: Weights | None = None,
    match: MatchMode = MatchMode.MOST,
    engine: Engine | None = None,
) -> list[list[Result]]:
    """The results of each query, best first: what the command line prints of them, without marks and reasons."""
    printed = passages(home)
    with searching(home, ranking, engine) as search:
        ranked = [search.rank(SearchOptions(text, limit=limit, match=match)).ranked for text in queries]
    return [[printed[match.key] for match in matches] for matches in ranked]


def keys(home: Path, queries: Sequence[str], engine: Engine | None = None) -> list[list[int]]:
    """The passages that each query finds, by their keys, best first: as many as can be asked for."""
    with searching(home, engine=engine) as search:
        return [[match.key for match in search.rank(SearchOptions(text, limit=MOST)).ranked] for text in queries]


@cache
def passages(home: Path) -> Mapping[int, Result]:
    """Every passage that can be found, by its key: the source of its document, its address, its text."""
    store = Store.at(home)
    of, by = schema.passages.c, schema.documents.c
    query = select(of.key, of.id, of.since, of.text, by.source, by.id.label("name"))
    query = query.join_from(schema.passages, schema.documents, by.number == of.document).where(of.findable)
    with store.read_transaction() as connection:
        found = {
            row.key: {"source": row.source, "permalink": str(Address(row.name, row.id, row.since)), "text": row.text}
            for row in connection.execute(query)
        }
    store.close()
    return found


@contextmanager
def searching(home: Path, ranking: Weights | None = None, engine: Engine | None = None) -> Iterator[Search]:
    """A search over a home, with another ranking or engine than the product's; the only place where one is made."""
    store = Store.at(home)
    try:
        yield Search(store, home, ranking) if engine is None else _Elsewhere(store, home, ranking, engine)
    finally:
        store.close()


class _Elsewhere(Search):
    """A search that asks another engine than the one on disk."""

    def __init__(self, store: Store, home: Path, ranking: Weights | None, engine: Engine) -> None:
        super().__init__(store, home, ranking)
        self._other = engine

    def engine(self) -> Engine:
        return self._other


def own() -> Collection:
    """The project's own questions over its own documents."""
    return Collection("own", made("documents", ROOT / "documents"), judged(QUERIES))


def unseen() -> Collection:
    """Questions over the project's own documents that nothing was tuned on."""
    return Collection("unseen", made("documents", ROOT / "documents"), judged(QUESTIONS))


def dev() -> Collection | None:
    """The evaluation's questions over the five briefs."""
    root = evaluation()
    if root is None:
        return None
    return Collection("dev", made("briefs", root / "briefs"), judged(root / "eval" / "queries.dev.jsonl"))


def general() -> Collection | None:
    """The evaluation's questions over general Korean passages; `kind` is their set."""
    root = evaluation()
    if root is None:
        return None
    folder = root / "eval" / "general"
    lines = (folder / "queries.dev.jsonl").read_text("utf-8").splitlines()
    asked = tuple(
        Asked(q["text"], q["set"], q["set"].removeprefix("headline-"), frozenset(q["positives"]))
        for q in map(json.loads, lines)
    )
    return Collection("general", made("general", folder / "passages.jsonl"), asked)


def judged(path: Path) -> tuple[Asked, ...]:
    """The judged queries of a file."""
    return tuple(Asked(judged.text, judged.kind, judged.lang, judged) for judged in load(path))


@cache
def made(name: str, data: Path) -> Path:
    """A home with a file or folder indexed, made once for this code and this data."""
    kept = _folder() / f"{name}-{_digest(data)}"
    if kept.is_dir():
        kept.touch()
        return kept
    home = Path(mkdtemp(prefix=f"making-{name}-", dir=kept.parent))
    store = Store.at(home)
    report = Build(Archive(store, home)).run([str(data)])
    store.close()
    assert report.failed == [], report.failed
    try:
        home.rename(kept)
    except OSError:  # another run was quicker
        shutil.rmtree(home)
    for old in kept.parent.glob(f"{name}-*"):
        if old != kept and time() - old.stat().st_mtime > KEPT:
            shutil.rmtree(old, ignore_errors=True)
    return kept


def _folder() -> Path:
    """A folder of this user's own: index files are pickles, and no one else's may be opened."""
    folder = Path(gettempdir()) / f"gakju-measures-{getuser()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    assert folder.owner() == getuser(), f"{folder} belongs to {folder.owner()}: set TMPDIR to a folder of your own"
    return folder


def _digest(data: Path) -> str:
    """Changes with the documents and with all that making an archive of them runs."""
    hashed = sha256()
    for path in (*_sources(), *sorted(p for p in (data.rglob("*") if data.is_dir() else [data]) if p.is_file())):
        hashed.update(f"{path.name}\0".encode())
        hashed.update(path.read_bytes())
    return hashed.hexdigest()[:12]


@cache
def _sources() -> tuple[Path, ...]:
    """The modules that making an archive imports, and the tables that lie beside them."""
    found: set[Path] = set()
    waiting = list(MAKES)
    while waiting:
        path = _module(waiting.pop())
        if path is None or path in found:
            continue
        found.add(path)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                waiting += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            elif isinstance(node, ast.Import):
                waiting += [alias.name for alias in node.names]
    tables = {table for path in found for table in path.parent.iterdir() if table.suffix in (".csv", ".tsv", ".toml")}
    return tuple(sorted(found | tables))


def _module(name: str) -> Path | None:
    """The file of one of our modules."""
    path = ROOT.joinpath(*name.split("."))
    found = next((p for p in (path.with_suffix(".py"), path / "__init__.py") if p.is_file()), None)
    return found if found and name.split(".")[0] in ("archive", "indexer") else None
