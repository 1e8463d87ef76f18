"""What else may a word of a query stand for? Other forms under which the archive may have the same thing.

Each kind of reading is one function over a word as understood so far; all of them are tried, and only forms that stand
in the archive are kept. Precision counts as much as recall: a name must sound alike, a spelling must be written.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from archive.analyzer import Token, analyze
from archive.engine import PLACES, Engine
from archive.knowledge import Knowledge
from archive.phonetics import LIKE, hanja_readings, likeness, lookup, sounds
from archive.search.term import Expansion, ExpansionKind, QueryTerm, formed, worded
from archive.store import Lexicon
from archive.terms import TermBase
from archive.text import is_han, is_hangul, variants
from archive.vocabulary import LexiconWord

MOST = 4  # forms of a name in one script; more of them are weaker ones
SPELLING_WEIGHT = 0.9
# Korean words of two syllables have too many foreign words that sound like them.
SHORTEST_NAME = 3
# A word that stands nowhere is taken for the one it nearly is: a vowel or two letters beside the right ones. Chosen so that
# one wrong vowel in two syllables passes; the project's own questions without an answer stay as silent as with LIKE.
SLIP = 0.8
SHORTEST_FOREIGN_SLIP = 6
SHORTEST_SLIP = 2
LONGEST_NAME = 3  # words: Kim Jong Un
KEPT = 10_000  # answers of each kind that are remembered; chosen: a query asks for some 100 frequencies and 10 words


@dataclass(frozen=True, slots=True)
class QueryUnit:
    """A word of the query, or several that are one notion: its text, its tokens, and where in the query it stands."""

    printed: str
    text: str  # the stretch of query that was analysed; the tokens' offsets count in it
    words: tuple[Token, ...]
    concepts: tuple[Token, ...]
    start: int
    end: int
    bigrams: tuple[Token, ...] = ()
    spoken: bool = False  # the term base knows a concept in it

    @property
    def core(self) -> str:
        """The word without the particles and endings around its content: 정찰위성 of 정찰위성의."""
        if not self.words:
            return self.text[self.start : self.end].strip()
        return self.text[min(t.start for t in self.words) : max(t.end for t in self.words)]


class IndexStatistics:
    """What the archive knows in one state of its index: how often terms stand in it, and its vocabulary.

    It holds for one generation of the engine, and remembers what it was asked. Safe to share between threads.
    """

    def __init__(self, engine: Engine, lexicon: Lexicon, knowledge: Knowledge) -> None:
        self._engine = engine
        self.knowledge = knowledge
        self._counted: dict[tuple[str, str], int] = {}
        self._known: Callable[[tuple[str, ...]], Mapping[str, LexiconWord]] = lru_cache(KEPT)(lexicon.known)
        self._sounding: Callable[[tuple[str, ...]], Sequence[LexiconWord]] = lru_cache(KEPT)(lexicon.sounding)
        self.starting: Callable[[str, int], Sequence[LexiconWord]] = lru_cache(KEPT)(lexicon.starting)
        self.size = engine.size()  # passages

    def frequencies(self, terms: Sequence[tuple[str, str]]) -> list[int]:
        """In how many passages each (field, term) stands."""
        found = {term: self._counted.get(term) for term in terms}
        if unknown := [term for term, count in found.items() if count is None]:
            asked = dict(zip(unknown, self._engine.frequencies(unknown), strict=True))
            if len(self._counted) > KEPT:
                self._counted.clear()
            self._counted.update(asked)
            found.update(asked)
        return [found[term] or 0 for term in terms]

    def words(self, forms: Iterable[str]) -> Mapping[str, LexiconWord]:
        """Those of these words that the archive has, by form."""
        return self._known(tuple(forms))

    def sounding(self, keys: Iterable[str]) -> Sequence[LexiconWord]:
        """The words filed under any of these keys of sound."""
        return self._sounding(tuple(sorted(keys)))

    def standing(self, terms: Sequence[tuple[str, str]]) -> bool:
        """Does any of these (stream, term) stand in a passage, its heading or its title?"""
        return any(self.frequencies([(f"{place}.{stream}", term) for place in PLACES for stream, term in terms]))

    def has(self, leaf: QueryTerm) -> bool:
        """Does any part of the word stand anywhere?"""
        return self.standing([*(("word", term) for place in leaf.words for term in place), ("compound", leaf.printed)])


Reader = Callable[[QueryUnit, QueryTerm, IndexStatistics], Iterator[Expansion]]


def expansions(unit: QueryUnit, leaf: QueryTerm, known: IndexStatistics) -> Iterator[Expansion]:
    """Every other form of a word, of whatever kind."""
    for reader in (_terms, _hanja, _names, _spellings):
        yield from reader(unit, leaf, known)


def _terms(unit: QueryUnit, leaf: QueryTerm, known: IndexStatistics) -> Iterator[Expansion]:
    """Concepts of the term base, quantities and dates; those inside a longer one weigh nothing."""
    longest = set(maximal(unit.concepts))
    for token in unit.concepts:
        if token not in longest and (token.term[0] == "@" or not _touched(unit, token)):
            continue  # 2024-06 is not any June, and 110억 달러 not any dollar
        first, last = _covered(unit, token)
        kind = ExpansionKind.QUANTITY if token.term[0] in "=@" else ExpansionKind.TERM
        form = (
            unit.text[token.start : token.end]
            if kind is ExpansionKind.QUANTITY
            else _called(token.term, unit.printed, known.knowledge.terms)
        )
        weight = 1.0 if token in longest else 0.0
        yield Expansion(
            kind, f"{kind.value}:{token.term}", form, formed(form, concepts=(token.term,)), weight, first, last
        )


def maximal(tokens: Iterable[Token]) -> list[Token]:
    """The tokens that lie inside no longer one."""
    listed = list(tokens)
    return [
        token
        for token in listed
        if not any(
            o.start <= token.start and token.end <= o.end and o.end - o.start > token.end - token.start for o in listed
        )
    ]


def _called(concept: str, printed: str, base: TermBase) -> str:
    """What a concept is called beside the word as typed: in Korean, or in English beside Korean."""
    language = "en" if any(map(is_hangul, printed)) else "ko"
    rows = [row for name in concept.strip("+").split("+") if (row := base.get(name))]
    return "·".join(row.preferred(language) or row.id for row in rows) or concept


def _touched(unit: QueryUnit, token: Token) -> bool:
    return any(word.start < token.end and word.end > token.start for word in unit.words)


def _covered(unit: QueryUnit, token: Token) -> tuple[int, int]:
    """The parts of the word that a token stands for; all of them where it lies between them."""
    inside = [i for i, word in enumerate(unit.words) if word.start < token.end and word.end > token.start]
    return (inside[0], inside[-1] + 1) if inside else (0, max(len(unit.words), 1))


def _hanja(unit: QueryUnit, leaf: QueryTerm, known: IndexStatistics) -> Iterator[Expansion]:
    """Chinese characters as Koreans read them: 金正恩 is 김정은, 制裁 is 제재."""
    for first, last, text in _han_stretches(unit):
        forms = [form for form in dict.fromkeys(hanja_readings(text)) if form != text]
        have = known.words(forms)
        for form in forms:
            if form in have and known.standing(_of(have[form])):
                yield _named(ExpansionKind.HANJA, have[form], 1.0, first, last)
        if not any(form in have for form in forms) and len(text) == len(unit.core) and not _whole_concept(unit):
            yield from _read_aloud(forms[:2], known, first, last)


def _read_aloud(forms: Iterable[str], known: IndexStatistics, first: int, last: int) -> Iterator[Expansion]:
    """A longer stretch as Korean text: 反테로전 is analysed as 반테로전."""
    for form in forms:
        (streams,) = analyze([form], known.knowledge)
        spoken = worded(form, form, streams.word, streams.bigram)
        if known.has(spoken) and sum(len(place[0]) for place in spoken.words) == len(form):
            yield Expansion(ExpansionKind.HANJA, f"hanja:{form}", form, spoken, 1.0, first, last)


def _han_stretches(unit: QueryUnit) -> Iterator[tuple[int, int, str]]:
    """The word if it holds Chinese characters, and every pair of them: (first part, last part, text)."""
    if not any(map(is_han, unit.core)):
        return
    size = max(len(unit.words), 1)
    yield 0, size, unit.core
    han = [i for i, token in enumerate(unit.words) if is_han(token.term[0])]
    for i, j in itertools.pairwise(han):
        if j == i + 1 and (i, j + 1) != (0, size) and unit.words[i].end == unit.words[j].start:
            yield i, j + 1, unit.text[unit.words[i].start : unit.words[j].end]


def _names(unit: QueryUnit, leaf: QueryTerm, known: IndexStatistics) -> Iterator[Expansion]:
    """Names in another script, and foreign names misspelt in their own: every foreign part, or the Korean word as a whole."""
    if any(map(is_hangul, unit.core)):
        if len(unit.core) >= SHORTEST_NAME and " " not in unit.core and not _whole_concept(unit):
            yield from _alike(unit.core, known, 0, max(len(unit.words), 1), hangul=False)
        return
    if len(unit.words) > 1 and not unit.concepts:
        yield from joined_name(unit, known)
    for i, token in enumerate(unit.words):
        printed = unit.text[token.start : token.end]
        if printed.isalpha() and not is_han(printed[0]) and not any(_over(c, token) for c in unit.concepts):
            yield from _alike(printed, known, i, i + 1, hangul=True, least=_least(printed, leaf, known))
    if unit.words and all(is_han(token.term[0]) for token in unit.words) and not _whole_concept(unit):
        yield from _alike(unit.core, known, 0, len(unit.words), hangul=True)


def joined_name(unit: QueryUnit, known: IndexStatistics) -> Iterator[Expansion]:
    """A name of several words as one Korean word: Kim Jong Un is 김정은."""
    for sound in sounds(unit.core):
        have = known.words([sound.hangul]).get(sound.hangul)
        if have is not None and known.standing(_of(have)):
            yield _named(ExpansionKind.NAME, have, sound.weight, 0, len(unit.words))


def _least(printed: str, leaf: QueryTerm, known: IndexStatistics) -> float:
    """How alike a name must be: a long word that stands nowhere may be misspelt."""
    return SLIP if len(printed) >= SHORTEST_FOREIGN_SLIP and not known.has(leaf) else LIKE


def _alike(
    printed: str, known: IndexStatistics, first: int, last: int, hangul: bool, least: float = LIKE
) -> Iterator[Expansion]:
    """Words of the archive that sound like this one; `hangul` says whether Korean ones are wanted."""
    found = [
        (likeness(printed, word.printed), word)
        for word in known.sounding(lookup(printed))
        if word.form != printed.casefold() and (hangul or word.script != "hangul")
    ]
    alike = sorted((pair for pair in found if pair[0] >= least), key=lambda pair: (-pair[0], pair[1].form))
    if alike and alike[0][0] >= LIKE:
        alike = [pair for pair in alike if pair[0] >= LIKE]
    taken: dict[str, int] = {}
    for like, word in alike:
        if taken.get(word.script, 0) < MOST and known.standing(_of(word)):
            taken[word.script] = taken.get(word.script, 0) + 1
            yield replace(_named(ExpansionKind.NAME, word, like, first, last), slip=like < LIKE)


def _spellings(unit: QueryUnit, leaf: QueryTerm, known: IndexStatistics) -> Iterator[Expansion]:
    """A Korean word as the other Korea spells it; one that stands nowhere, as the words it sounds like."""
    core = unit.core
    if not all(map(is_hangul, core)) or len(core) < SHORTEST_SLIP:
        return
    have = known.words(variants(core))
    for word in have.values():
        if known.standing(_of(word)):
            yield _named(ExpansionKind.SPELLING, word, SPELLING_WEIGHT, 0, max(len(unit.words), 1))
    if have or _whole_concept(unit) or known.standing([("word", core), ("compound", core)]):
        return
    found = sorted(
        ((likeness(core, w.form), w) for w in known.sounding(lookup(core)) if w.script == "hangul"),
        key=lambda pair: (-pair[0], pair[1].form),
    )
    for like, word in found[:MOST]:
        if like >= SLIP and known.standing(_of(word)):
            yield replace(
                _named(ExpansionKind.SPELLING, word, like * SPELLING_WEIGHT, 0, max(len(unit.words), 1)), slip=True
            )


def _named(kind: ExpansionKind, word: LexiconWord, weight: float, first: int, last: int) -> Expansion:
    return Expansion(
        kind, f"{kind.value}:{word.form}", word.printed, formed(word.form, word.terms), weight, first, last
    )


def _of(word: LexiconWord) -> list[tuple[str, str]]:
    """The terms under which a word of the lexicon is looked up; a compound has no term in the word stream."""
    terms = [("word", term) for place in word.terms[:1] for term in place]
    return [*terms, ("compound", word.form)] if word.script == "hangul" else terms


def _whole_concept(unit: QueryUnit) -> bool:
    size = len(unit.words)
    return any(_covered(unit, token) == (0, max(size, 1)) for token in unit.concepts if token.term[0] not in "=@")


def _over(one: Token, other: Token) -> bool:
    return one.start < other.end and other.start < one.end
