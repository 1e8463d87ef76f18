"""Which sources do the notes of this archive cite, and in which outlets did they appear? All of them, at once.

Made of the edges that the store keeps, by the table of outlets in force. A source that is known by too little to be
recognised elsewhere (an outlet and no more) is none of its own, but counts for its outlet. To read all takes about a
second for 50,000 citations; `LatestSources` reads what changed.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from heapq import nlargest

from archive.citing import Outlet, Outlets, outlet_id, place_of, source_id
from archive.store import CitedWork, Store
from archive.text import bare


class SourceOrder(StrEnum):
    """In what order sources are listed: most cited first; by title; or latest first, undated last."""

    CITED = "cited"
    TITLE = "title"
    DATE = "date"


@dataclass
class Source:
    """A source, as it is printed where it was first cited. `documents` are the numbers of those that cite it, in order.

    `place` is the id of its outlet, or what stands for one: see `archive.citing.source_keys`.
    """

    id: str
    work: int
    place: str
    title: str | None
    author: str | None
    outlet: str | None
    date: str | None
    language: str | None
    url: str | None
    citations: int = 0
    documents: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called in a list: its title, or else its address, or its outlet."""
        return self.title or self.url or self.outlet or ""

    @cached_property
    def letters(self) -> str:
        """In which words are looked for: those of its title and author."""
        return f"{_sought(self.name)} {bare(self.author or '')}"


@dataclass(slots=True)
class CitedOutlet:
    """An outlet that notes cite. `row` is that of the table, None where the table does not know it.

    `spellings` are its printed names and `documents` the numbers of those that cite it, each with how often.
    """

    id: str
    row: Outlet | None
    spellings: Counter[str] = field(default_factory=Counter)
    sources: list[Source] = field(default_factory=list)
    documents: Counter[int] = field(default_factory=Counter)

    @property
    def citations(self) -> int:
        """How often it is cited."""
        return self.documents.total()


class SourceCatalogue:
    """All sources and outlets that an archive's notes cite, by their ids. Safe to share between threads.

    `of_document` holds the ids of the sources that each document cites, once each.
    """

    def __init__(self, works: Sequence[CitedWork], table: Outlets) -> None:
        """The catalogue of these works, in the order of documents and notes."""
        self.table = table
        self.sources: dict[str, Source] = {}
        self.of_document: dict[int, list[str]] = {}
        self._printed: dict[int, Counter[str]] = {}  # by document, the outlets as it prints them, each with how often
        self._places: dict[tuple[str | None, str | None, bool], str] = {}  # looked up once each
        self._read(works, self._count(works))
        self.outlets = self._appeared()

    @classmethod
    def of(cls, store: Store, table: Outlets) -> "SourceCatalogue":
        """The catalogue of a store, by a table of outlets."""
        return cls(store.citations.works(), table)

    def renewed(self, store: Store, changed: Collection[int]) -> "SourceCatalogue":
        """The catalogue of a store of which this was it before documents of these numbers changed, came or went."""
        works = store.citations.works(changed)
        cited = {self.sources[id_].work for number in changed for id_ in self.of_document.get(number, ())}
        cited.update(one.work for one in works if one.work is not None)
        new = copy(self)
        new.__dict__.pop("letters", None)
        new.sources = {id_: source for id_, source in self.sources.items() if source.work not in cited}
        new.of_document = {number: ids for number, ids in self.of_document.items() if number not in changed}
        new._printed = {number: outlets for number, outlets in self._printed.items() if number not in changed}
        new._read(works, new._count(store.citations.works_to(cited)))
        new.outlets = new._appeared()
        return new

    def _count(self, works: Iterable[CitedWork]) -> Mapping[tuple[int, str], Source]:
        """Puts in the sources of these works, of which none is in; by work and place."""
        known: dict[tuple[int, str], Source] = {}
        for one in works:
            if one.work is None:
                continue
            key = one.work, self._place(one)
            source = known.get(key) or known.setdefault(key, _source(one, key[1]))
            source.citations += 1
            source.author = source.author or one.author
            source.language = source.language or one.language
            source.url = source.url or one.url
            if not source.documents or source.documents[-1] != one.document:
                source.documents.append(one.document)
        self.sources.update((source.id, source) for source in known.values())
        return known

    def _read(self, works: Iterable[CitedWork], known: Mapping[tuple[int, str], Source]) -> None:
        """Puts in what the documents of these works cite, all of it."""
        cited: dict[int, dict[str, None]] = {}
        for one in works:
            if one.work is not None:
                cited.setdefault(one.document, {})[known[one.work, self._place(one)].id] = None
            if one.outlet:
                self._printed.setdefault(one.document, Counter())[one.outlet] += 1
        self.of_document.update((number, list(ids)) for number, ids in cited.items())

    def _place(self, one: CitedWork) -> str:
        by = (one.outlet, None if one.outlet else one.author, not one.title and bool(one.url))
        if by not in self._places:
            self._places[by] = place_of(one, self.table)
        return self._places[by]

    def _appeared(self) -> dict[str, CitedOutlet]:
        """The outlets of all that is in."""
        outlets: dict[str, CitedOutlet] = {}
        ids: dict[str, str] = {}
        for number, printed in self._printed.items():
            for name, many in printed.items():
                id_ = ids.get(name) or ids.setdefault(name, outlet_id(name, self.table))
                outlet = outlets.get(id_) or outlets.setdefault(id_, CitedOutlet(id_, self.table.find(name)))
                outlet.spellings[name] += many
                outlet.documents[number] += many
        for source in self.sources.values():
            if source.outlet:
                outlets[ids[source.outlet]].sources.append(source)
        return outlets

    def ordered(self, order: SourceOrder) -> list[Source]:
        """All sources, in an order."""
        listed = sorted(self.sources.values(), key=lambda source: (self.letters[source.id], source.id))
        if order is SourceOrder.CITED:
            listed.sort(key=lambda source: (-source.citations, -len(source.documents)))
        elif order is SourceOrder.DATE:
            listed.sort(key=lambda source: source.date or "", reverse=True)
        return listed

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """By the id of a source, the letters in which words are looked for: title, author, outlet in all its names."""
        names = {
            id_: " ".join(map(bare, (one.row.ko, one.row.en, *one.spellings) if one.row else one.spellings))
            for id_, one in self.outlets.items()
        }
        return {source.id: f"{source.letters} {names.get(source.place, '')}" for source in self.sources.values()}

    def having(self, listed: Sequence[Source], query: str) -> list[Source]:
        """Those of these sources that have every word of a query, in any part of a word."""
        letters, found = self.letters, list(listed)
        for word in filter(None, map(_sought, query.split())):
            found = [source for source in found if word in letters[source.id]]
        return found

    def beside(self, source: Source, most: int) -> list[tuple[Source, int]]:
        """The other sources of the documents that cite a source, and in how many: those in two or more, most first."""
        counts: Counter[str] = Counter()
        for number in source.documents:
            counts.update(self.of_document[number])
        del counts[source.id]
        least = min(nlargest(most, counts.values()), default=0)  # of thousands only these few are put in order
        found = [(self.sources[id_], n) for id_, n in counts.items() if n > 1 and n >= least]
        return sorted(found, key=lambda item: (-item[1], -item[0].citations, item[0].id))[:most]


def _source(one: CitedWork, place: str) -> Source:
    assert one.work is not None
    id_ = source_id(one.work, place)
    return Source(id_, one.work, place, one.title, one.author, one.outlet, one.date, one.language, one.url)


def _sought(text: str) -> str:
    return bare(text).replace("ё", "е")


def sharing(store: Store, number: int, table: Outlets, most: int) -> tuple[int, list[tuple[int, int]]]:
    """How many sources a document cites, and which documents cite several of them: (number, how many), most first."""
    cited = {number: set[tuple[int, str]]()}
    for one in store.citations.works_beside(number, most):
        if one.work is not None:
            cited.setdefault(one.document, set()).add((one.work, place_of(one, table)))
    own = cited.pop(number)
    shared = [(other, len(own & theirs)) for other, theirs in cited.items()]
    return len(own), sorted(((other, n) for other, n in shared if n > 1), key=lambda item: (-item[1], item[0]))
