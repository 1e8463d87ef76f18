"""In which language does this reader want the interface? The address says, or an earlier choice, or the browser."""

from werkzeug.datastructures import LanguageAccept

LANGUAGES = ("ko", "en")
COOKIE = "gakju_language"
REMEMBERED = 365 * 24 * 3600  # seconds


def choose(asked: str | None, remembered: str | None, accepted: LanguageAccept) -> str:
    """The language of the interface: as asked for, else as remembered, else as the browser prefers, else Korean."""
    for wish in (asked, remembered):
        if wish in LANGUAGES:
            return wish
    return accepted.best_match(LANGUAGES) or LANGUAGES[0]


def other(language: str) -> str:
    """The language to switch to."""
    return LANGUAGES[1] if language == LANGUAGES[0] else LANGUAGES[0]


def written_in(language: str | None, text: str) -> str:
    """The lang attribute of a document's text: as catalogued, else what its letters show; "" says unknown."""
    if language:
        return language
    return "ko" if any("\uac00" <= char <= "\ud7a3" for char in text) else ""
