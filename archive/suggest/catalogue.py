"""Which titles and authors has what is typed? The names of the archive's documents and of those who wrote them.

Names are read once and kept, until the digest of any document changes; never of a withdrawn document.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from weakref import WeakKeyDictionary

from archive.engine import FACET
from archive.model import Language, Metadata
from archive.query import read_value, write_field
from archive.store import Store
from archive.suggest.keystrokes import Beginning
from archive.suggest.partial_query import PartialQuery
from archive.suggest.suggestion import MOST, RankedSuggestion, Suggestion, SuggestionKind
from archive.text import MappedText, bare, fold


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


# The names of each store, with the digests of its documents when they were read.
_cache: WeakKeyDictionary[Store, tuple[tuple[tuple[int, str], ...], tuple[CatalogueName, ...]]] = WeakKeyDictionary()


def catalogue_names(store: Store) -> tuple[CatalogueName, ...]:
    """Every title and author of the documents that are not withdrawn, titles first."""
    digests, (known, names) = store.digests(), _cache.get(store, (None, ()))
    if known != digests:
        names = tuple(_names([(record.id, record.metadata) for record in store.documents()]))
        _cache[store] = digests, names
    return names


def _names(catalogue: Sequence[tuple[str, Metadata]]) -> Iterator[CatalogueName]:
    for id_, data in catalogue:
        for printed in (data.title, data.title_en):
            if data.title and printed:
                yield CatalogueName("title", printed, fold(printed), data.title, data.date or "", f"document:{id_}")
    for name in dict.fromkeys(name for _, data in catalogue for name in (*data.authors, *data.authors_latin)):
        yield CatalogueName("author", name, fold(name), name, "", f"author:{bare(name)}")


def catalogued(store: Store, typed: PartialQuery, language: Language) -> Iterator[RankedSuggestion]:
    """Titles that have what is typed somewhere, and authors a part of whose name begins so."""
    for name in catalogue_names(store):
        if typed.field in (None, name.field):
            yield from _matched(typed, name, language)


def _matched(typed: PartialQuery, name: CatalogueName, language: Language) -> Iterator[RankedSuggestion]:
    """A title or author, if the words typed are in it, the most of them that are. Its query is that of its field."""
    kind = SuggestionKind(name.field)
    for tail in typed.tails:
        found = _find(name.folded.text, tail.beginning, anywhere=kind is SuggestionKind.TITLE)
        if found is None:
            continue
        level, start, end = found
        if value := read_value(name.field, name.value):
            query = typed.query(tail, write_field(name.field, value, language))
            suggestion = Suggestion(name.text, kind, query, name.date, name.folded.back(start, end))
            yield RankedSuggestion(level, tail.words, suggestion, ((FACET, name.facet),))
        return


def _find(text: str, beginning: Beginning, anywhere: bool) -> tuple[int, int, int] | None:
    """Where in a text its typed part stands: (level, start, end). At the beginning, at a word's, or inside one."""
    best: tuple[int, int, int] | None = None
    for match in islice(beginning.pattern.finditer(text), MOST):
        inside = match.start() > 0 and text[match.start() - 1].isalnum()
        if (inside and not anywhere) or (match.start() and len(beginning.letters) < 2):
            continue
        level = 0 if match.start() == 0 else 2 if inside else 1
        if best is None or level < best[0]:
            best = level, match.start(), match.end()
    return best
