"""Which titles and authors has what is typed? The names of the archive's documents and of those who wrote them.

Names are read once and kept, until the digest of any document changes; never of a withdrawn document.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import overload
from weakref import WeakKeyDictionary

from archive.engine import FACET
from archive.model import Language, Metadata
from archive.query import read_value, write_field
from archive.store import Store
from archive.suggest.keystrokes import Beginning
from archive.suggest.partial_query import PartialQuery, Tail
from archive.suggest.suggestion import RankedSuggestion, Suggestion, SuggestionKind
from archive.text import MappedText, bare, fold

APART = "\U00012000"  # between two names: a letter that nobody types, since beginnings run over signs


@dataclass(frozen=True, slots=True)
class CatalogueName:
    """A title, in Korean or English, or an author's name.

    `field` is that of a query, `value` what stands there for it; `facet` is what its passages are filed under.
    """

    field: str  # title, author
    text: str
    folded: MappedText
    value: str
    date: str
    facet: str


class CatalogueNames(Sequence[CatalogueName]):
    """The titles and authors of an archive, as one text in which all that has what is typed is found at once."""

    def __init__(self, names: Iterable[CatalogueName]) -> None:
        self._names = tuple(names)
        self._text = APART.join(name.folded.text for name in self._names)
        self._starts = list(accumulate((len(name.folded.text) + len(APART) for name in self._names), initial=0))

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, index: int) -> CatalogueName: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[CatalogueName]: ...
    def __getitem__(self, index: int | slice) -> CatalogueName | Sequence[CatalogueName]:
        return self._names[index]

    def having(self, beginning: Beginning) -> dict[int, tuple[int, int, int]]:
        """Which names have the typed part, and where in their text it stands best: (level, start, end).

        At the beginning, at a word's, or inside one; inside a word only of titles.
        """
        found: dict[int, tuple[int, int, int]] = {}
        for match in beginning.pattern.finditer(self._text):
            index = bisect_right(self._starts, match.start()) - 1
            start = match.start() - self._starts[index]
            inside = start > 0 and self._text[match.start() - 1].isalnum()
            if (inside and self._names[index].field != "title") or (start and len(beginning.letters) < 2):
                continue
            level = 0 if start == 0 else 2 if inside else 1
            if index not in found or level < found[index][0]:
                found[index] = level, start, match.end() - self._starts[index]
        return found


# The names of each store, the state that it was in when they were read, and the digests of its documents then.
_cache: WeakKeyDictionary[Store, tuple[str, tuple[tuple[int, str], ...], CatalogueNames]] = WeakKeyDictionary()


def catalogue_names(store: Store) -> CatalogueNames:
    """Every title and author of the documents that are not withdrawn, titles first."""
    generation = store.generation()
    state, digests, names = _cache.get(store, (None, (), CatalogueNames(())))
    if state != generation:
        if digests != (digests := store.digests()):
            names = CatalogueNames(_names([(record.id, record.metadata) for record in store.documents()]))
        _cache[store] = generation, digests, names
    return names


def _names(catalogue: Sequence[tuple[str, Metadata]]) -> Iterator[CatalogueName]:
    for id_, data in catalogue:
        for printed in (data.title, data.title_en):
            if data.title and printed:
                yield CatalogueName("title", printed, fold(printed), data.title, data.date or "", f"document:{id_}")
    for name in dict.fromkeys(name for _, data in catalogue for name in (*data.authors, *data.authors_latin)):
        yield CatalogueName("author", name, fold(name), name, "", f"author:{bare(name)}")


def catalogued(store: Store, typed: PartialQuery, language: Language) -> Iterator[RankedSuggestion]:
    """Titles that have what is typed somewhere, and authors a part of whose name begins so; the best first.

    A name counts with the most of the words typed that are in it. Its query is that of its field.
    """
    names = catalogue_names(store)
    found: dict[int, tuple[int, int, int, Tail]] = {}
    for tail in typed.tails:
        found = {index: (*place, tail) for index, place in names.having(tail.beginning).items()} | found
    chosen = [(index, *place) for index, place in found.items() if typed.field in (None, names[index].field)]
    chosen.sort(key=lambda one: (one[1], -one[4].words, len(names[one[0]].text), names[one[0]].text, one[0]))
    for index, level, start, end, tail in chosen:
        name = names[index]
        if value := read_value(name.field, name.value):
            query = typed.query(tail, write_field(name.field, value, language))
            span = name.folded.back(start, end)
            suggestion = Suggestion(name.text, SuggestionKind(name.field), query, name.date, span)
            yield RankedSuggestion(level, tail.words, suggestion, ((FACET, name.facet),))
