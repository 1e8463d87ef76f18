"""What does an archive know beside its documents? The program's tables of terms and outlets, with its home's over them.

A value that is opened with the archive and handed to what needs it: two archives in one process share nothing of it.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

from archive.citing import Outlets, outlets
from archive.terms import Concepts, TermBase, prepared
from archive.terms import base as terms


@dataclass(frozen=True)
class Knowledge:
    """The tables in force in one archive."""

    terms: TermBase
    outlets: Outlets

    @cached_property
    def concepts(self) -> Concepts:
        """The forms of the term base, ready to be found."""
        return prepared(self.terms)

    @cached_property
    def fingerprint(self) -> str:
        """Changes with everything that the tables say."""
        return sha256(f"{self.terms.fingerprint} {self.outlets}".encode()).hexdigest()[:8]

    @classmethod
    def at(cls, home: Path) -> "Knowledge":
        """What the archive in this home knows.

        Raises:
            TermError, OutletError: a table in the home cannot be read.
        """
        own_terms, own_outlets = home / terms.FILE, home / outlets.FILE
        if not own_terms.is_file() and not own_outlets.is_file():
            return builtin()
        return cls(
            terms.load(own_terms) if own_terms.is_file() else terms.builtin(),
            outlets.load(own_outlets) if own_outlets.is_file() else outlets.builtin(),
        )


@cache
def builtin() -> Knowledge:
    """What comes with the program, read once."""
    return Knowledge(terms.builtin(), outlets.builtin())
