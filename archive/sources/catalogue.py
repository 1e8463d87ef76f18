"""Which sources do the notes of this archive cite, and in which outlets did they appear? All of them, at once.

Made of the edges that the store keeps, by the table of outlets in force. A source that is known by too little to be
recognised elsewhere (an outlet and no more) is none of its own, but counts for its outlet. It takes about a second for
100,000 citations, so it is made once for each state of the archive: see `webapp.memory`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(slots=True)
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
    """All sources and outlets that an archive's notes cite, by their ids."""

    def __init__(self, works: Iterable[CitedWork], table: Outlets) -> None:
        self.sources: dict[str, Source] = {}
        self.outlets: dict[str, CitedOutlet] = {}
        self.of_document: dict[int, list[str]] = {}  # ids of the sources that each document cites, once each
        places: dict[tuple[str | None, str | None, bool], str] = {}
        known: dict[tuple[int, str], Source] = {}
        for one in works:
            by = (one.outlet, None if one.outlet else one.author, not one.title and bool(one.url))
            if by not in places:
                places[by] = place_of(one, table)
            source = None
            if one.work is not None:
                key = one.work, places[by]
                source = known.get(key) or known.setdefault(key, _source(one, places[by]))
                self._count(source, one)
            if one.outlet:
                self._appeared(one, source, places[by] if not by[2] else outlet_id(one.outlet, table), table)
        self.sources = {source.id: source for source in known.values()}

    @classmethod
    def of(cls, store: Store, table: Outlets) -> "SourceCatalogue":
        """The catalogue of a store, by a table of outlets."""
        return cls(store.citations.works(), table)

    def _count(self, source: Source, one: CitedWork) -> None:
        source.citations += 1
        source.author = source.author or one.author
        source.language = source.language or one.language
        source.url = source.url or one.url
        if not source.documents or source.documents[-1] != one.document:
            source.documents.append(one.document)
            self.of_document.setdefault(one.document, []).append(source.id)

    def _appeared(self, one: CitedWork, source: Source | None, id_: str, table: Outlets) -> None:
        assert one.outlet
        if id_ not in self.outlets:
            self.outlets[id_] = CitedOutlet(id_, table.find(one.outlet))
        outlet = self.outlets[id_]
        outlet.spellings[one.outlet] += 1
        outlet.documents[one.document] += 1
        if source is not None and source.citations == 1:
            outlet.sources.append(source)

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
        return {
            source.id: f"{_sought(source.name)} {bare(source.author or '')} {names.get(source.place, '')}"
            for source in self.sources.values()
        }

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
