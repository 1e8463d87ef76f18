"""What stands beside a passage, kept for the passages shown lately? A cache over `archive.model.margins`.

Looking one up means reading its whole document, so what was found is kept for a while. A passage's key is never given
twice and changes whenever its document is read anew: what is kept under a key cannot grow old.
"""

from collections import OrderedDict
from threading import Lock

from archive.model import Margin, Margins, Passage, part_of
from archive.store import Store

KEPT = 64  # documents; a brief's margins take some 100 KB


class MarginCache:
    """The margins of an archive's passages. Safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[str, dict[int | None, Margin]] = OrderedDict()
        self._lock = Lock()

    def of(self, passage: Passage) -> Margin:
        """What stands beside this passage."""
        with self._lock:
            found = self._kept.get(passage.document)
        if found is None or passage.key not in found:
            stored = self._store.document(passage.document)
            beside = Margins(part_of(stored.document, stored.passages))
            found = {one.key: beside.of(one) for one in stored.passages}
            with self._lock:
                self._kept[passage.document] = found
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        return found.get(passage.key, Margin(None))
