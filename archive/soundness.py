"""Is everything in the archive as it was written? Reads all of it, and mends what can be had from what is left."""

from archive.errors import StaleIndex
from archive.index import builder as indexing
from archive.index import tokens_and_facets
from archive.open import Archive
from archive.store import Analysis, DamageReport


def faults(archive: Archive, deep: bool = True, mend: bool = False) -> list[DamageReport]:
    """What is damaged: of store and index; not `deep`, only what shows in the sizes and the contents of the index.

    With `mend` what can be had from what is left is put back, the index is made anew.

    Raises:
        StoreError: the database cannot be read at all.
    """
    found = archive.store.damage.faults(_analysis(archive) if mend else None) if deep else []
    wrong = _of_index(archive, deep)
    if wrong and mend:
        archive.rebuild()
    return [*found, *(DamageReport(one, mended=mend) for one in wrong)]


def _analysis(archive: Archive) -> Analysis:
    return lambda document, passages: next(tokens_and_facets([(document, passages)], archive.knowledge))


def _of_index(archive: Archive, deep: bool) -> list[str]:
    if archive.store.setting("index") is None:
        return []
    try:
        engine = indexing.open_index(archive.store, archive.home, archive.knowledge)
    except StaleIndex as error:
        return [str(error)]
    return indexing.faults(archive.store, engine, deep)
