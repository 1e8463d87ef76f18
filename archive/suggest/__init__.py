"""What might the reader be about to type? Completions from titles, authors, words, terms and outlets of the archive."""

from archive.suggest.suggester import Suggester
from archive.suggest.suggestion import Suggestion, SuggestionKind
