"""Which sources are cited in the present state of an archive? Made of what it was before, and of what changed since."""

from archive.citing import Outlets
from archive.sources.catalogue import SourceCatalogue
from archive.store import Store

MOST = 0.5  # of the documents: where more of them changed, all are read again


class LatestSources:
    """The catalogue of a store, kept for the next time. Safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: tuple[dict[int, str], SourceCatalogue] | None = None

    def catalogue(self, table: Outlets) -> SourceCatalogue:
        """The catalogue of the store as it is now, by a table of outlets."""
        generation, held = self._store.generation(), self._held
        digests = self._store.citations.digests()
        made = None
        if held is not None and held[1].table is table:
            changed = {number for number, _ in held[0].items() ^ digests.items()}
            if len(changed) <= MOST * len(digests):
                made = held[1].renewed(self._store, changed) if changed else held[1]
        if self._store.generation() != generation:  # written meanwhile: the parts may be of two states
            made = None
        if made is None:
            made = SourceCatalogue.of(self._store, table)
        self._held = (digests, made) if self._store.generation() == generation else None
        return made
