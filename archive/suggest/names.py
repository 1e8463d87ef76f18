"""What are the archive's documents called, and who wrote them? Their names as a reader may begin to type them.

Read once and kept, until the digest of any document changes; never of a withdrawn document.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from archive.model import Metadata
from archive.store import Store
from archive.text import MappedText, bare, fold


@dataclass(frozen=True, slots=True)
class Name:
    """A title, in Korean or English, or an author's name.

    `field` is that of a query, `value` what stands there for it; `facet` is what its passages are filed under.
    """

    field: str  # title, author
    text: str
    folded: MappedText
    value: str
    date: str
    facet: str


@dataclass(frozen=True, slots=True)
class _Read:
    stamp: tuple[tuple[int, str], ...]  # the documents that are not withdrawn, with their digests
    names: tuple[Name, ...]


_kept: WeakKeyDictionary[Store, _Read] = WeakKeyDictionary()


def names(store: Store) -> tuple[Name, ...]:
    """Every title and author of the documents that are not withdrawn, titles first."""
    stamp, found = store.digests(), _kept.get(store)
    if found is None or found.stamp != stamp:
        found = _Read(stamp, tuple(_names([(record.id, record.metadata) for record in store.documents()])))
        _kept[store] = found
    return found.names


def _names(catalogue: Sequence[tuple[str, Metadata]]) -> Iterator[Name]:
    for identity, data in catalogue:
        for printed in (data.title, data.title_en):
            if data.title and printed:
                yield Name("title", printed, fold(printed), data.title, data.date or "", f"document:{identity}")
    for name in dict.fromkeys(name for _, data in catalogue for name in (*data.authors, *data.authors_latin)):
        yield Name("author", name, fold(name), name, "", f"author:{bare(name)}")
