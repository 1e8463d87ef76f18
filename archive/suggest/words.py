"""Which words of the archive begin with what is typed? Nouns, names, and compounds typed as two words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from archive.analyzer import COMPOUND, VERBS
from archive.engine import Engine
from archive.store import Store
from archive.suggest.partial_query import PartialQuery
from archive.suggest.prefix_table import level
from archive.suggest.suggestion import MOST, FieldTerms, RankedSuggestion, Suggestion, SuggestionKind
from archive.text import kiwi_analysis as korean
from archive.vocabulary import LexiconWord

WORDS = 80  # words of the lexicon that are weighed, the shortest first; a count of passages costs some 15 µs
# Words that are capitalised for standing first, and name nothing.
# Source: the most frequent function words of English and Russian.
_ENGLISH = """the of and in to for on at by from with as is are was were be this that these those it its an or but if
    not no we he she they his her their our who which what when where how there here has have had will would can could
    may also after before while since both all some such other more most many new"""
_RUSSIAN = """в на и с по о об из за к от для не но как что это при то так его ее её их мы он она они или если также
    после"""
_FUNCTION_WORDS = frozenset((*_ENGLISH.split(), *_RUSSIAN.split()))
# What makes an adverb or a plural of a noun: 경제적, 기업들. Source: 표준국어대사전.
_ENDINGS = ("적", "들", "끼리")


def words(store: Store, engine: Engine, typed: PartialQuery) -> Iterator[RankedSuggestion]:
    """Nouns and names of the lexicon; what is typed in two words may be one compound of it."""
    for tail in typed.tails[-2:]:
        begun = tail.beginning
        shortest = store.lexicon.between(begun.first, begun.after, begun.by_initials, WORDS)
        weighed = _weighed(engine, [word for word in shortest if begun.pattern.match(word.form)])
        weighed.sort(key=lambda pair: (level(pair[0].form, begun), -pair[1], len(pair[0].form)))
        whole = ((word, n) for word, n in weighed if not _fragment(word, n, weighed) and _names_something(word))
        for word, passages in islice(whole, MOST):
            match = begun.pattern.match(word.form)
            if match is not None and len(word.printed) == len(word.form):
                query = typed.query(tail, word.printed)
                suggestion = Suggestion(word.printed, SuggestionKind.NAME, query, "", match.span())
                yield RankedSuggestion(level(word.form, begun), tail.words, suggestion, _field_terms(word), passages)


def _weighed(engine: Engine, found: Sequence[LexiconWord]) -> list[tuple[LexiconWord, int]]:
    """The words that occur in passages, and in how many: as a word, or as a compound of words."""
    field_terms = [_field_terms(word) for word in found]
    counts = iter(engine.frequencies([term for pairs in field_terms for term in pairs]))
    most = [max(islice(counts, len(pairs))) for pairs in field_terms]
    return [(word, count) for word, count in zip(found, most, strict=True) if count]


def _field_terms(word: LexiconWord) -> FieldTerms:
    """By what a word of the lexicon is found in the index."""
    if word.script == "han":
        return (("text.bigram", word.form[:2]),)
    return (("text.word", word.terms[0][0]), *([("text.compound", word.form)] if word.script == "hangul" else []))


def _fragment(word: LexiconWord, count: int, weighed: Sequence[tuple[LexiconWord, int]]) -> bool:
    """Does it occur only as the beginning of one longer word? 경제무역 where there is only 경제무역지대."""
    return word.script == "hangul" and any(
        n == count and len(other.form) > len(word.form) and other.form.startswith(word.form) for other, n in weighed
    )


@lru_cache(maxsize=20_000)
def _names_something(word: LexiconWord) -> bool:
    """A noun of two syllables or more, a name: no verb's stem, adverb, or function word that a sentence began with."""
    if word.script != "hangul":
        long = word.script == "han" or len(word.form) > 2 or word.printed.isupper()
        return long and word.form not in _FUNCTION_WORDS
    if len(word.form) < 2 or word.form.endswith(_ENDINGS):
        return False
    alone, ended = korean.morphemes([word.form, word.form + "다"])  # 세우다 is a verb, 철교다 a noun with 이다
    nouns = all(morpheme.tag.split("-")[0] in COMPOUND for morpheme in alone)
    return nouns and ended[0].tag[:2] not in VERBS
