"""Exact beginnings come first, then what takes in more of the typed words, then what leads to more passages."""

from archive.suggest.suggestion import RankedSuggestion, Suggestion, SuggestionKind


def candidate(text: str, level: int = 0, words: int = 1, passages: int = 1) -> RankedSuggestion:
    return RankedSuggestion(level, words, Suggestion(text, SuggestionKind.NAME, text, "", (0, 1)), passages=passages)


def test_candidates_are_ranked() -> None:
    exact, two_words = candidate("다리"), candidate("다리 통행", words=2)
    often, longer, initials = candidate("다리굽", passages=9), candidate("다리목"), candidate("도라지", level=2)
    shuffled = [initials, longer, often, exact, two_words]
    assert sorted(shuffled, key=lambda one: one.rank) == [two_words, often, exact, longer, initials]
