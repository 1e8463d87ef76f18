"""What is an archive, once opened? Its store, what it knows beside its documents, search and suggestions."""

from pathlib import Path

from archive.index import Progress
from archive.index import builder as indexing
from archive.knowledge import Knowledge
from archive.model import Language
from archive.search import Search
from archive.settings import Settings
from archive.sources import LatestSources
from archive.store import Store
from archive.suggest import Suggester, Suggestion


class Archive:
    """One archive: command line and web application open the same one. Safe to share between threads."""

    def __init__(self, store: Store, home: Path) -> None:
        """The archive of a home whose store is open.

        Raises:
            TermError, OutletError: a table in the home cannot be read.
        """
        self.store = store
        self.home = home
        self.search = Search(store, home)
        self.sources = LatestSources(store)
        self._suggester = Suggester(store)

    @classmethod
    def open(cls, settings: Settings) -> "Archive":
        """The archive that the settings name.

        Raises:
            StoreError: it is not there, or cannot be opened. SettingError: the database's address is none.
            TermError, OutletError: a table in the home cannot be read.
        """
        return cls(Store.at(settings.home, settings.database_url, make=False), settings.home)

    @classmethod
    def make(cls, settings: Settings) -> "Archive":
        """The archive that the settings name, made if it is not there.

        Raises:
            StoreError, TermError, OutletError, SettingError: as `open`.
        """
        return cls(Store.at(settings.home, settings.database_url), settings.home)

    @property
    def knowledge(self) -> Knowledge:
        """The tables in force."""
        return self.search.knowledge

    def suggest(self, typed: str, limit: int = 8, language: Language = "ko") -> tuple[Suggestion, ...]:
        """What the reader may be about to type, best first; field names are in `language`.

        Raises:
            StaleIndex: the index must be built first.
        """
        engine = self.search.engine()  # first: with it the tables that it was made with are in force
        return self._suggester.suggest(engine, self.knowledge, typed, limit, language)

    def catch_up(self, progress: Progress = lambda done, of: None) -> int:
        """Gives the index what it owes. Returns the passages written."""
        return indexing.catch_up(self.store, self.home, self.knowledge, progress)

    def rebuild(self, progress: Progress = lambda done, of: None) -> int:
        """Makes the index anew. Returns the passages written."""
        return indexing.rebuild(self.store, self.home, self.knowledge, progress)

    def clear_away(self) -> None:
        """Leaves nothing on the disk of what was purged: the index keeps the words of deleted passages until it is made
        anew, and the database deleted rows.

        Raises:
            StoreError: another process keeps them there; what to do.
        """
        indexing.rebuild(self.store, self.home, self.knowledge, lambda done, of: None, only=True)
        self.store.compact()

    def close(self) -> None:
        self.store.close()
