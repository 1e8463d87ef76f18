"""In which language does this reader want the interface? The address says, or an earlier choice, or the browser."""

from typing import get_args

from werkzeug.datastructures import LanguageAccept

from archive.model import Language
from archive.text import language_of

LANGUAGES: tuple[Language, ...] = get_args(Language)
COOKIE = "gakju_language"
REMEMBERED = 365 * 24 * 3600  # seconds


def choose(chosen: str | None, remembered: str | None, accepted: LanguageAccept) -> Language:
    """The language of the interface: as chosen, else as remembered, else as the browser prefers.

    English where it prefers neither; Korean where it says nothing.
    """
    preferred = accepted.best_match(LANGUAGES) or ("en" if accepted else None)
    for wish in (chosen, remembered, preferred):
        for language in LANGUAGES:
            if wish == language:
                return language
    return LANGUAGES[0]


def other(language: Language) -> Language:
    """The language to switch to."""
    return LANGUAGES[1] if language == LANGUAGES[0] else LANGUAGES[0]


def written_in(language: str | None, text: str) -> str:
    """The lang attribute of a document's text: as catalogued, else what its letters show; "" says unknown."""
    return language or language_of(text) or ""
