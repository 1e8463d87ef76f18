"""An archive that is put through states: files are written, indexed, cited, and asked about at the end.

`answer` is the one place that knows what `archive.history.resolve` returns.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

from archive.errors import GakjuError
from archive.history import resolve
from archive.index import analysis
from archive.model import Address
from archive.open import Archive
from archive.store import Store
from indexer import readers, run
from tests.quality.chains.sources import Locator, Source
from tests.quality.chains.traced import Traced, letters_of

TODAY = "2025-11-01"
FAILED = "failed"
_ticks = count(1_700_000_000)  # each file that is written is newer than the one before


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file that others made; its letters are those of `source`, as far as they can be found in it."""

    text: str
    source: Source


Content = Traced | Extracted
State = Mapping[str, Content]  # what stands in the folder, by file name


@dataclass(frozen=True, slots=True)
class Standing:
    """A passage of today."""

    document: str
    passage: str
    ordinal: int
    text: str
    letters: str
    origins: tuple[int, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage that was cited: its permalink, that of the revision it was cited in, and what the archive held then."""

    permalink: str
    pinned: str
    document: str
    text: str
    letters: str
    origins: tuple[int, ...]
    known: frozenset[int]
    flawed: bool = False  # cited in a bad reading: where its words do not stand whole, gone is right, too


@dataclass(frozen=True, slots=True)
class Shown:
    document: str
    passage: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the archive says of a permalink."""

    status: str
    cited: str | None
    shown: tuple[Shown, ...]


def digest(content: Content) -> str:
    """By which the archive knows a file of this content."""
    return sha256(content.text.encode()).hexdigest()


def answer(store: Store, permalink: str) -> Answer:
    """The adapter: if `Resolution` changes its shape, it is read here."""
    try:
        found: Any = resolve(store, permalink)
    except GakjuError as error:
        return Answer(f"{FAILED}: {error}", None, ())
    shown = tuple(Shown(one.address.document, str(one.address.passage), one.text) for one in found.current)
    return Answer(str(found.status), found.cited.text, shown)


@dataclass(slots=True)
class World:
    """A folder of files and an archive of it."""

    root: Path
    sources: dict[str, Source] = field(default_factory=dict)  # by the digest of the file
    name: str = "home"
    folder_name: str = "files"

    @property
    def home(self) -> Path:
        return self.root / self.name

    @property
    def folder(self) -> Path:
        return self.root / self.folder_name

    def write(self, state: State) -> None:
        """Makes the folder hold just these files."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for path in self.folder.iterdir():
            if path.name not in state:
                path.unlink()
        for name, content in state.items():
            data = content.text.encode()
            self.sources[digest(content)] = content.source if isinstance(content, Extracted) else Source.of(content)
            path = self.folder / name
            if not path.exists() or path.read_bytes() != data:
                path.write_bytes(data)
                tick = next(_ticks)
                os.utime(path, (tick, tick))

    @contextmanager
    def store(self) -> Iterator[Store]:
        store = Store.at(self.home)
        try:
            yield store
        finally:
            store.close()

    def step(self, state: State) -> list[Cited]:
        """Brings the archive to a state; all of it is cited then."""
        self.write(state)
        with self.store() as store:
            run.Build(Archive(store, self.home), today=TODAY).run([str(self.folder)])
            return self.cite(store)

    def standing(self, store: Store, only: State | None = None) -> list[Standing]:
        """Every passage of the archive, document by document; with `only`, of the documents of these files."""
        digests = {digest(content) for content in only.values()} if only is not None else None
        found = []
        for record in store.documents():
            if digests is not None and record.sha256 not in digests:
                continue
            source = self.sources.get(record.sha256)
            locator = Locator(source) if source else None
            for passage in store.document(record.id).passages:
                text = letters_of(passage.text)
                origins = locator.origins(text) if locator else (0,) * len(text)
                address = str(passage.address)
                found.append(Standing(record.id, passage.id, passage.ordinal, passage.text, text, origins, address))
        return found

    def cite(self, store: Store) -> list[Cited]:
        standing = self.standing(store)
        known = frozenset(origin for one in standing for origin in one.origins)
        numbers: dict[str, int] = {}
        for one in standing:
            if one.document not in numbers:
                current = cast(Any, resolve(store, one.address)).current
                numbers |= {it.address.document: it.revision for it in current}
        return [
            Cited(
                one.address,
                str(Address(one.document, one.passage, numbers.get(one.document))),
                one.document,
                one.text,
                one.letters,
                one.origins,
                known,
            )
            for one in standing
        ]

    def copy_home(self, to: Path) -> None:
        shutil.copytree(self.home, to)


class _Here:
    """Reads files in this process: a worker of its own for each state would be most of the bed's time."""

    def __init__(self, workers: int) -> None:
        return

    def __enter__(self) -> "_Here":
        return self

    def __exit__(self, *_: object) -> None:
        return

    def extract(self, data: bytes, name: str) -> Any:
        return readers.extract(data, name)


def _remembered() -> Any:
    """`analyze` that analyses a text once; no answer of a permalink depends on tokens."""
    analyze = analysis.analyze
    known: dict[str, Any] = {}

    def remembering(texts: Any, *others: Any, **more: Any) -> Iterator[Any]:
        wanted = list(texts)
        new = [text for text in dict.fromkeys(wanted) if text not in known]
        known.update(zip(new, analyze(new, *others, **more), strict=True))
        return (known[text] for text in wanted)

    return remembering


@contextmanager
def quickly() -> Iterator[None]:
    """Leaves out what permalinks do not need: search index, worker processes, a second analysis of a text."""
    with ExitStack() as stack:
        for thing, name, instead in (
            (Archive, "catch_up", lambda *_: 0),
            (Archive, "rebuild", lambda *_: 0),
            (run, "Extractors", _Here),
            (analysis, "analyze", _remembered() if hasattr(analysis, "analyze") else None),
        ):
            if hasattr(thing, name):
                stack.enter_context(patch.object(thing, name, instead))
        yield
