"""What does the search box offer while one types? Completions as JSON, worded in the reader's language."""

from archive.suggest import Suggestion, SuggestionKind
from archive.text import language_of
from webapp.dates import format_date
from webapp.site import Frame, Site

MOST = 20  # suggestions of one request
USUAL = 8
# How each kind is called beside a suggestion.
NAMES = {
    SuggestionKind.TITLE: "title",
    SuggestionKind.AUTHOR: "author",
    SuggestionKind.NAME: "suggested-name",
    SuggestionKind.TERM: "suggested-term",
    SuggestionKind.OUTLET: "outlet",
}


def suggestions(site: Site, frame: Frame, typed: str, limit: int = USUAL) -> dict[str, object]:
    """The suggestions for what is typed so far, best first; none is no error.

    Raises:
        StaleIndex: the index must be built first.
    """
    found = site.archive.suggest(typed, limit, frame.language) if typed.strip() else ()
    said = frame.t.count("n-suggestions", len(found)) if found else frame.t("no-suggestions")
    return {
        "typed": typed,
        "label": frame.t("suggestions"),
        "said": said,
        "suggestions": [_as_json(one, frame) for one in found],
    }


def _as_json(one: Suggestion, frame: Frame) -> dict[str, object]:
    """A suggestion; `parts` are its text before, in and after what was typed."""
    start, end = one.span
    title = one.kind is SuggestionKind.TITLE
    return {
        "text": one.text,
        "parts": [one.text[:start], one.text[start:end], one.text[end:]],
        "kind": one.kind.value,
        "name": frame.t(NAMES[one.kind]),
        "query": one.query,
        "detail": format_date(one.detail, frame.language) if title and one.detail else one.detail,
        "language": language_of(one.text) or frame.language,
        "detail_language": frame.language if title else language_of(one.detail) or frame.language,
    }
