"""What might the reader be about to type? Completions from titles, authors, words, terms and outlets of the archive."""

from archive.suggest.candidate import Suggestion, SuggestionKind
from archive.suggest.suggestions import Suggester
