"""What might the reader be about to type? Completions from titles, authors, names, terms and outlets that stand in the archive."""

from archive.suggest.suggestions import Suggester, Suggestion, SuggestionKind
