"""What else may a word of a query stand for? Other forms under which the archive may have the same thing.

Each kind of expansion is one function over a word; all are tried, and only forms that occur in the archive are kept.
Precision counts as much as recall: a name must sound alike, a spelling must be written.
"""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from archive.analyzer import analyze
from archive.phonetics import LIKE, hanja_readings, is_sino_korean, keys, likeness, lookup, sounds
from archive.search.statistics import IndexStatistics
from archive.search.term import (
    Expansion,
    ExpansionKind,
    QueryTerm,
    TokenSlots,
    bigram_places,
    form_term,
    word_term,
)
from archive.terms import TermBase
from archive.text import exchanged, is_han, is_hangul, is_noun, simplified, variants
from archive.tokens import Token
from archive.vocabulary import LexiconWord

MOST = 4  # forms of a name in one script; more of them are weaker ones
SPELLING_WEIGHT = 0.9
RESPELT_WEIGHT = 1.0  # against the word as typed, which the other Korea spells so
# Korean words of two syllables have too many foreign words that sound like them.
SHORTEST_NAME = 3
# A word that occurs nowhere is taken for the one it nearly is, with a wrong vowel or two wrong letters. Chosen so that
# one wrong vowel in two syllables passes; the project's own questions without an answer stay as silent as with LIKE.
SLIP = 0.8
SHORTEST_FOREIGN_SLIP = 6
SHORTEST_SLIP = 2
SHORTEST_EXCHANGED = 4  # syllables
SAME = (
    0.9  # likeness from which a word with two letters exchanged is a name; chosen, above LIKE since letters were moved
)
LONGEST_NAME = 3  # words: Kim Jong Un
INITIALLED = 200  # words that first consonants may stand for
LONGEST_IN_CHARACTERS = 4  # Chinese characters that are one word
LONGEST_INSEPARABLE = 3  # Chinese characters of a known word whose parts are not read by themselves: 联合国


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
    known: tuple[str, ...] = ()  # the concepts that the term base knows in it, whether the archive has them or not
    suffix: str = ""  # what after its core makes another word of it: 권 of 거부권

    @property
    def core(self) -> str:
        """The word without the particles and endings around its content: 정찰위성 of 정찰위성의."""
        if not self.words:
            return self.text[self.start : self.end].strip()
        start = min(token.start for token in self.words)
        if start - self.start == 1 and is_hangul(self.text[self.start]):
            start = self.start  # 하역량 that the model reads as 하 역량
        return self.text[start : self.core_end]

    @property
    def spelt(self) -> str:
        """The word as it is spelt: its core, and what makes another word of it: 환률."""
        return self.core + self.suffix

    @property
    def core_end(self) -> int:
        """Where the core ends."""
        return max((token.end for token in self.words), default=self.end)


def expansions(unit: QueryUnit, term: QueryTerm, statistics: IndexStatistics) -> list[Expansion]:
    """Every other form of a word, of whatever kind. Of one that has none, what it is with two letters exchanged."""
    sources = (_terms, _hanja, _in_characters, _initials, _names, _spellings)
    found = [one for source in sources for one in source(unit, term, statistics)]
    if all(one.slip for one in found) and (exchanged := list(_exchanges(unit, term, statistics))):
        return exchanged
    return found


def look_up(units: Iterable[QueryUnit], statistics: IndexStatistics) -> None:
    """Has all words looked up at once that the expansions of these units ask for first."""
    units = list(units)
    statistics.forms([word.term for unit in units for word in unit.words])
    korean = [unit for unit in units if _may_be_spelt(unit.spelt)]
    have = statistics.words([form for unit in korean for form in variants(unit.spelt)])
    named = [unit.core for unit in korean if _may_be_named(unit) or len(unit.core) <= LONGEST_IN_CHARACTERS]
    statistics.sounding([key for core in named for key in lookup(core)], korean=False)
    spelt = [unit for unit in korean if have.keys().isdisjoint(variants(unit.spelt))]
    lone = [unit.spelt for unit in spelt if _is_unknown(unit, statistics)]
    statistics.sounding([key for core in lone for key in lookup(core)], korean=True)


def _may_be_named(unit: QueryUnit) -> bool:
    return len(unit.core) >= SHORTEST_NAME and " " not in unit.core and not _whole_concept(unit)


def _is_unknown(unit: QueryUnit, statistics: IndexStatistics) -> bool:
    """Does the word stand nowhere, and mean nothing that is known?"""
    return not (_whole_concept(unit) or statistics.any_occurs([("word", unit.core), ("compound", unit.core)]))


def _may_be_spelt(core: str) -> bool:
    return len(core) >= SHORTEST_SLIP and all(map(is_hangul, core))


def _terms(unit: QueryUnit, term: QueryTerm, statistics: IndexStatistics) -> Iterator[Expansion]:
    """Concepts of the term base, quantities and dates; those inside a longer one weigh nothing."""
    longest = set(maximal(unit.concepts))
    for token in unit.concepts:
        if token not in longest and (token.term[0] == "@" or not any(_over(word, token) for word in unit.words)):
            continue  # 2024-06 is not any June, and 110억 달러 not any dollar
        if unit.suffix and token.end == unit.core_end:
            continue  # 거부권 is not to refuse
        first, last = _covered(unit, token)
        kind = ExpansionKind.QUANTITY if token.term[0] in "=@" else ExpansionKind.TERM
        form = (
            unit.text[token.start : token.end]
            if kind is ExpansionKind.QUANTITY
            else _called(token.term, unit.printed, statistics.knowledge.terms)
        )
        term, weight = form_term(form, concepts=(token.term,)), 1.0 if token in longest else 0.0
        yield Expansion(kind, f"{kind.value}:{token.term}", form, term, weight, first, last)


def maximal(tokens: Iterable[Token]) -> list[Token]:
    """The tokens that lie inside no longer one."""
    listed = list(tokens)
    return [t for t in listed if not any(o.start <= t.start and t.end <= o.end and o[1:] != t[1:] for o in listed)]


def _called(concept: str, printed: str, base: TermBase) -> str:
    """What a concept is called beside the word as typed: in Korean, or in English beside Korean."""
    language = "en" if any(map(is_hangul, printed)) else "ko"
    if (called := base.called(concept, language)) is not None:
        return called
    rows = [row for name in concept.strip("+").split("+") if (row := base.get(name))]
    return "·".join(row.preferred(language) or row.id for row in rows) or concept


def _covered(unit: QueryUnit, token: Token) -> tuple[int, int]:
    """The parts of the word that a token stands for; all of them where it lies between them."""
    inside = [i for i, word in enumerate(unit.words) if _over(word, token)]
    return (inside[0], inside[-1] + 1) if inside else (0, max(len(unit.words), 1))


def _hanja(unit: QueryUnit, term: QueryTerm, statistics: IndexStatistics) -> Iterator[Expansion]:
    """Chinese characters as Koreans read them: 金正恩 is 김정은, 制裁 is 제재."""
    for first, last, text in _han_stretches(unit):
        forms = [form for form in dict.fromkeys(hanja_readings(text)) if form != text]
        have = statistics.words(forms)
        chinese = _concepts_of(text, statistics) if simplified(text) == text else frozenset()
        for form in forms:
            if form in have and chinese and chinese.isdisjoint(_concepts_of(form, statistics)):
                continue  # 旅游, to travel, is read as 여유, leeway; in traditional characters it would be Korean
            if form in have and statistics.any_occurs(_of(have[form])):
                yield _named(ExpansionKind.HANJA, have[form], 1.0, first, last)
                if not unit.concepts:
                    yield from _notions(form, statistics, first, last)
        if not any(form in have for form in forms) and len(text) == len(unit.core) and not _whole_concept(unit):
            yield from _read_aloud(forms[:2], statistics, first, last)


def _concepts_of(text: str, statistics: IndexStatistics) -> frozenset[str]:
    """The concepts that the term base knows as just this text."""
    (streams,) = analyze([text], statistics.knowledge, query=True)
    return frozenset(token.term for token in streams.concept if (token.start, token.end) == (0, len(text)))


def _notions(form: str, statistics: IndexStatistics, first: int, last: int) -> Iterator[Expansion]:
    """The notions that a word read aloud stands for, in all their forms: 金正은 is 김정은, and 金正恩."""
    (streams,) = analyze([form], statistics.knowledge)
    for token in streams.concept:
        if (token.start, token.end) == (0, len(form)) and statistics.any_occurs([("concept", token.term)]):
            called = _called(token.term, form, statistics.knowledge.terms)
            found = form_term(called, concepts=(token.term,))
            yield Expansion(ExpansionKind.TERM, f"term:{token.term}", called, found, 1.0, first, last)


def _read_aloud(forms: Iterable[str], statistics: IndexStatistics, first: int, last: int) -> Iterator[Expansion]:
    """A longer stretch as Korean text: 反테로전 is analysed as 반테로전."""
    for form in forms:
        (streams,) = analyze([form], statistics.knowledge)
        read = word_term(form, form, streams.word, streams.bigram)
        if statistics.has(read) and sum(len(place[0]) for place in read.words) == len(form):
            yield Expansion(ExpansionKind.HANJA, f"hanja:{form}", form, read, 1.0, first, last)


def _in_characters(unit: QueryUnit, term: QueryTerm, statistics: IndexStatistics) -> Iterator[Expansion]:
    """A Korean word in the Chinese characters that are read so: 부두 is 埠頭, 회담 会谈."""
    if _may_be_spelt(unit.core) and len(unit.core) <= LONGEST_IN_CHARACTERS:
        for word in statistics.sounding(lookup(unit.core), korean=False):
            if word.script == "han" and unit.core in hanja_readings(word.form):
                yield _named(ExpansionKind.HANJA, word, 1.0, 0, max(len(unit.words), 1))


def _initials(unit: QueryUnit, term: QueryTerm, statistics: IndexStatistics) -> Iterator[Expansion]:
    """초성: words of the archive by the first consonants of their syllables, those of titles before others."""
    typed = unit.text[unit.start : unit.end]
    if len(typed) < SHORTEST_SLIP or not all("\u3131" <= letter <= "\u314e" for letter in typed):
        return
    words = [word for word in statistics.starting(typed, INITIALLED) if len(word.form) == len(typed)]
    streams = [(place, stream) for place in ("title", "heading", "text") for stream in ("word", "compound")]
    ranked = []
    for word in words:
        many = statistics.frequencies([(f"{place}.{stream}", word.form) for place, stream in streams])
        ranked.append(((many[0] + many[1], many[2] + many[3], many[4] + many[5]), word))
    ranked.sort(key=lambda pair: pair[0], reverse=True)
    for found, word in ranked[:MOST]:
        if any(found) and is_noun(word.form):
            yield _named(ExpansionKind.INITIALS, word, 1.0, 0, max(len(unit.words), 1))


def _han_stretches(unit: QueryUnit) -> Iterator[tuple[int, int, str]]:
    """The word if it holds Chinese characters, and every pair of them: (first part, last part, text)."""
    if not any(map(is_han, unit.core)) or _is_one_of_a_run(unit):
        return
    size = max(len(unit.words), 1)
    yield 0, size, unit.core
    if (typed := unit.text[unit.start : unit.end]) != unit.core and all(map(str.isalpha, typed)):
        yield 0, size, typed  # 은 of 金正은 is no particle
    han = [i for i, token in enumerate(unit.words) if is_han(token.term[0])]
    for i, j in itertools.pairwise(han):
        if j == i + 1 and (i, j + 1) != (0, size) and unit.words[i].end == unit.words[j].start:
            start, end = unit.words[i].start, unit.words[j].end
            if not any(_cuts(start, end, token) for token in unit.concepts):
                yield i, j + 1, unit.text[start:end]


def _is_one_of_a_run(unit: QueryUnit) -> bool:
    """Is it a single character of a Chinese sentence? 被 and 最 are read 피 and 최, and mean neither."""
    around = unit.text[max(unit.start - 2, 0) : unit.start], unit.text[unit.end : unit.end + 2]
    return len(unit.core) == 1 and any(map(is_han, "".join(around)))


def _cuts(start: int, end: int, concept: Token) -> bool:
    """Is the pair of characters half of a word, or half in it? Neither 联合 of 联合国 nor 略伙 of 战略伙伴 is read."""
    inside = concept.start <= start and end <= concept.end
    held = end - start < concept.end - concept.start <= LONGEST_INSEPARABLE
    return (
        (inside and held) or (start < concept.start < end < concept.end) or (concept.start < start < concept.end < end)
    )


def _names(unit: QueryUnit, term: QueryTerm, statistics: IndexStatistics) -> Iterator[Expansion]:
    """Names in another script, and foreign ones misspelt in their own: of a foreign part, or of a whole Korean word."""
    if any(map(is_hangul, unit.core)):
        if _may_be_named(unit):
            yield from _alike(unit.core, statistics, 0, max(len(unit.words), 1), hangul=False)
        return
    if len(unit.words) > 1 and not unit.concepts:
        yield from joined_name(unit, statistics)
    for i, token in enumerate(unit.words):
        printed = unit.text[token.start : token.end]
        if printed.isalpha() and not is_han(printed[0]) and not any(_over(c, token) for c in unit.concepts):
            misspelt = len(printed) >= SHORTEST_FOREIGN_SLIP and not statistics.has(term)  # it may be
            yield from _alike(printed, statistics, i, i + 1, hangul=True, least=SLIP if misspelt else LIKE)
    if len(unit.words) > 1 and all(is_han(token.term[0]) for token in unit.words) and not _is_understood(unit):
        for one in _alike(unit.core, statistics, 0, len(unit.words), hangul=True):
            if not any(map(is_han, one.form)):  # 之制 sounds like 之际, and is another word
                yield one


def joined_name(unit: QueryUnit, statistics: IndexStatistics) -> Iterator[Expansion]:
    """A name of several words as one Korean word: Kim Jong Un is 김정은."""
    for sound in sounds(unit.core):
        have = statistics.words([sound.hangul]).get(sound.hangul)
        if have is not None and statistics.any_occurs(_of(have)):
            yield _named(ExpansionKind.NAME, have, sound.weight, 0, len(unit.words))


def _alike(
    printed: str, statistics: IndexStatistics, first: int, last: int, hangul: bool, least: float = LIKE
) -> Iterator[Expansion]:
    """Words of the archive that sound like this one; `hangul` says whether Korean ones are wanted."""
    found = [
        (likeness(printed, word.printed), word)
        for word in statistics.sounding(lookup(printed), None if hangul else False)
        if word.form != printed.casefold()
    ]
    alike = sorted((pair for pair in found if pair[0] >= least), key=lambda pair: (-pair[0], pair[1].form))
    if alike and alike[0][0] >= LIKE:
        alike = [pair for pair in alike if pair[0] >= LIKE]
    taken: dict[str, int] = {}
    statistics.forms([word.form for _, word in alike])
    for like, word in alike:
        if taken.get(word.script, 0) < MOST and statistics.any_occurs(_of(word)):
            taken[word.script] = taken.get(word.script, 0) + 1
            yield replace(_named(ExpansionKind.NAME, word, like, first, last), slip=like < LIKE)


def _spellings(unit: QueryUnit, term: QueryTerm, statistics: IndexStatistics) -> Iterator[Expansion]:
    """A Korean word as the other Korea spells it; one that stands nowhere, as the words it sounds like."""
    core = unit.spelt
    if not _may_be_spelt(core):
        return
    have, size = statistics.words(variants(core)), max(len(unit.words), 1)
    pairs = {form: bigram_places(form, tied=len(form) > 2) for form in variants(core)}
    statistics.frequencies([("text.bigram", pair) for places in pairs.values() for place in places for pair in place])
    for form, places in pairs.items():
        if found := _spelt(form, places, have.get(form), statistics):
            yield Expansion(ExpansionKind.SPELLING, f"spelling:{form}", form, found, RESPELT_WEIGHT, 0, size)
    if have or not _is_unknown(unit, statistics):
        return
    alike = sorted(
        ((likeness(core, word.form), word) for word in statistics.sounding(lookup(core), korean=True)),
        key=lambda pair: (-pair[0], pair[1].form),
    )
    for like, word in alike[:MOST]:
        if like >= SLIP and statistics.any_occurs(_of(word)):
            yield replace(_named(ExpansionKind.SPELLING, word, like * SPELLING_WEIGHT, 0, size), slip=True)


def _spelt(form: str, bigrams: TokenSlots, word: LexiconWord | None, statistics: IndexStatistics) -> QueryTerm | None:
    """The term of a spelling that occurs: as a word, or where the model may have cut a word that it does not know.

    The one pair of two syllables stands inside other words: 립국 in 독립국가.
    """
    found = form_term(form, word.terms) if word and statistics.any_occurs(_of(word)) else None
    if len(bigrams) < 2 or not all(
        any(statistics.frequencies([("text.bigram", pair) for pair in place])) for place in bigrams
    ):
        return found
    return found if is_noun(form) else replace(found or QueryTerm(form, strict=True), bigrams=bigrams)


def _named(kind: ExpansionKind, word: LexiconWord, weight: float, first: int, last: int) -> Expansion:
    term = form_term(word.form, word.terms, printed=word.printed)
    return Expansion(kind, f"{kind.value}:{word.form}", word.printed, term, weight, first, last)


def _of(word: LexiconWord) -> list[tuple[str, str]]:
    """The terms under which a word of the lexicon is looked up; a compound has no term in the word stream."""
    terms = [("word", place[0]) for place in word.terms[:1]]
    return [*terms, ("compound", word.form)] if word.script == "hangul" else terms


def _whole_concept(unit: QueryUnit) -> bool:
    whole = 0, max(len(unit.words), 1)
    return any(_covered(unit, token) == whole for token in unit.concepts if token.term[0] not in "=@")


def _is_understood(unit: QueryUnit) -> bool:
    """Do concepts cover all of the word? 俄朝 are two states, and no name that sounds so."""
    return _whole_concept(unit) or all(any(_over(one, word) for one in unit.concepts) for word in unit.words)


def _over(one: Token, other: Token) -> bool:
    return one.start < other.end and other.start < one.end


def _exchanges(unit: QueryUnit, term: QueryTerm, statistics: IndexStatistics) -> Iterator[Expansion]:
    """A word that stands nowhere, with two neighbours exchanged: a word of the archive, or a name that sounds so."""
    typed = unit.text[unit.start : unit.end]
    broken = any("\u3131" <= letter <= "\u3163" for letter in typed)  # a syllable that fell apart
    word = typed if broken else unit.core
    if any(token.term[0] not in "=@" for token in unit.concepts) or not (
        broken or _may_be_exchanged(unit, term, statistics)
    ):
        return
    likely = [one for one in exchanged(word) if not is_sino_korean(one)]
    have = statistics.words([one.casefold() for one in likely])
    found = {form: word for form, word in have.items() if word.named and statistics.any_occurs(_of(word))}
    size = max(len(unit.words), 1)
    if not found:
        filed = {one: keys(one) for one in likely}
        statistics.sounding([key for some in filed.values() for key in some])
        found = {
            word.form: word
            for one, some in filed.items()
            for word in statistics.sounding(some)
            if likeness(one, word.printed) >= SAME and statistics.any_occurs(_of(word))
        }
    for one in list(found.values())[:MOST]:
        yield replace(_named(ExpansionKind.SPELLING, one, SPELLING_WEIGHT, 0, size), slip=True)


def _may_be_exchanged(unit: QueryUnit, term: QueryTerm, statistics: IndexStatistics) -> bool:
    """Is it long enough, nowhere in the archive and no Korean word? 회사 is not 사회, and 김은정 not 김정은."""
    core = unit.core
    if all(map(is_hangul, core)):
        known = is_noun(core) or is_sino_korean(core)
        return len(core) >= SHORTEST_EXCHANGED and not known and _is_unknown(unit, statistics)
    return len(core) >= SHORTEST_FOREIGN_SLIP and core.isalpha() and not is_han(core[0]) and not statistics.has(term)
