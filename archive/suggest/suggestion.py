"""What is a suggestion, and which of two comes first? Suggestions, and candidates for them with what ranks them."""

from dataclasses import dataclass
from enum import StrEnum

MOST = 20  # candidates of each kind that are looked at more closely
FieldTerms = tuple[tuple[str, str], ...]  # (field, term)s of the index


class SuggestionKind(StrEnum):
    """What is suggested."""

    TITLE = "title"
    AUTHOR = "author"
    NAME = "name"  # a word of the archive: names and other nouns
    TERM = "term"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A completion. `query` is all that is then searched for; `span` is the part of `text` that was typed."""

    text: str
    kind: SuggestionKind
    query: str
    detail: str  # a term in another language, a document's date; "" for none
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class RankedSuggestion:
    """A suggestion to choose from: `level` says how exactly it begins so (0 best), `passages` how many it leads to."""

    level: int
    words: int  # of what was typed that it takes in
    suggestion: Suggestion
    field_terms: FieldTerms = ()  # by which its passages are counted
    passages: int = 0

    @property
    def rank(self) -> tuple[int, int, int, int, str]:
        return self.level, -self.words, -self.passages, len(self.suggestion.text), self.suggestion.text
