"""What does the reader mean by these words? Turns words that stand side by side into terms with their expansions.

Words are analysed together, as they stand, by the index's own analyzer; those that one concept or name holds together
become one term. Nothing that was typed is replaced silently: what is read otherwise is a `Correction` or an
`Expansion`, and the reader can take each away.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from archive.analyzer import analyze
from archive.deadline import keep
from archive.phonetics import hanja_readings
from archive.query import MAX_CLAUSES, Prefix, Quote, Word
from archive.search.corrections import Corrector, TypedWord, edit_of, joined, placed
from archive.search.date_parts import FullDate
from archive.search.expansion import LONGEST_NAME, QueryUnit, expansions, joined_name, look_up
from archive.search.statistics import IndexStatistics
from archive.search.term import (
    LONGEST,
    Expansion,
    ExpansionKind,
    QueryTerm,
    TokenSlots,
    bigram_places,
    quotation_term,
    word_term,
)
from archive.search.weights import Weights
from archive.text import (
    Question,
    asks_nothing,
    han_words,
    has_han_word,
    is_han,
    is_hangul,
    is_name,
    is_noun,
    questions,
    without_particles,
)
from archive.tokens import Streams, Token

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{4,}")
SAME = frozenset("적화식용산측들별상형급")  # suffixes that leave the notion as it is: 평화적 이용 is 평화 이용
LONGEST_IDIOM = 8  # characters
SIGNS = ".,;:!?…·'\"‘’“”()[]<>《》〈〉「」『』、。，！？；："  # around a word
PREFIXED = 60  # words that a prefix may stand for


class Interpreter:
    """Understands the words of one query."""

    def __init__(
        self,
        statistics: IndexStatistics,
        weights: Weights,
        exactly: bool = False,
        dropped: frozenset[str] = frozenset(),
    ) -> None:
        """`exactly` takes words as typed (입력한 그대로 검색); `dropped` are ids of expansions to leave out."""
        self._statistics = statistics
        self._corrector = Corrector(statistics, self._allowed)
        self._kinds = frozenset() if exactly else weights.kinds
        self._dropped = dropped
        self.cut = False  # was there more than one query may ask?

    def word(self, node: Word | Quote | Prefix) -> QueryTerm:
        """The term of a word that stands for itself: under an operator, or a quotation, or a prefix."""
        if isinstance(node, Quote):
            return quotation_term(node.text)
        if isinstance(node, Prefix):
            return self._prefix(node.text)
        units = self.stretch([node])
        return units[0] if len(units) == 1 else QueryTerm(node.text)

    def stretch(self, words: Sequence[Word]) -> list[QueryTerm]:
        """The terms of words side by side, in order; several words that are one notion are one term."""
        if not words:
            return []
        words = [part for word in words for part in ([word] if self._is_read_whole(word.text) else _parted(word))]
        if len(words) > MAX_CLAUSES:  # one that was typed may be hundreds: a page of Chinese characters
            words, self.cut = words[:MAX_CLAUSES], True
        on_keys = self._corrector.on_keys([word.text for word in words])
        read = ((word.text, *one, (word.start, word.end)) for word, one in zip(words, on_keys, strict=True))
        found = self._read(list(placed(read)))
        if (again := self._corrector.respaced(words, found)) is not None:
            closed = self._read(again)
            if self._corrector.unknown_letters(closed) < self._corrector.unknown_letters(found):
                return _weighed(closed)
        return _weighed(found)

    def _is_read_whole(self, text: str) -> bool:
        """Are these characters, as Koreans read them, one word of the archive? 通美封南 is 통미봉남."""
        whole = _HAN.fullmatch(text) is not None and len(text) <= LONGEST_IDIOM
        return whole and self._statistics.any_occurs(
            [(at, one) for at in ("word", "compound") for one in hanja_readings(text)]
        )

    def _read(self, typed: Sequence[TypedWord]) -> list[QueryTerm]:
        text = " ".join(one.text for one in typed)
        (streams,) = analyze([text], self._statistics.knowledge, query=True)
        units = list(self._units(text, typed, streams))
        if self._kinds:
            look_up((unit for unit, _ in units), self._statistics)
        terms = [self._term(unit, words) for unit, words in units]
        return list(_questioned(terms, [unit.start for unit, _ in units], questions(text)))

    def _allowed(self, kind: ExpansionKind, identity: str) -> bool:
        return kind.value in self._kinds and identity not in self._dropped

    def _units(
        self, text: str, typed: Sequence[TypedWord], streams: Streams
    ) -> Iterator[tuple[QueryUnit, Sequence[TypedWord]]]:
        """The words, joined where a concept or a name holds several together."""
        concepts = [token for token in streams.concept if self._concept_allowed(token)]
        found = [token for token in concepts if self._statistics.any_occurs([("concept", token.term)])]
        joins = {i for token in found for i in _crossed(typed, token)}
        joins.update(self._names(text, typed, streams, concepts))
        first = 0
        for i in range(len(typed)):
            if i in joins:  # held together with the next word
                continue
            start, end = typed[first].start, typed[i].end
            printed = " ".join(one.printed for one in typed[first : i + 1])
            words = _within(streams.word, start, end)
            if len(words) > LONGEST:
                words, self.cut = words[:LONGEST], True
                end = words[-1].end
            held, bigrams = (_within(tokens, start, end) for tokens in (found, streams.bigram))
            known = tuple(token.term for token in concepts if start <= token.start and token.end <= end)
            suffix = _suffix(text, words, _within(streams.compound, start, end))
            yield QueryUnit(printed, text, words, held, start, end, bigrams, known, suffix), typed[first : i + 1]
            first = i + 1

    def _concept_allowed(self, token: Token) -> bool:
        kind = ExpansionKind.QUANTITY if token.term[0] in "=@" else ExpansionKind.TERM
        return self._allowed(kind, f"{kind.value}:{token.term}")

    def _names(self, text: str, typed: Sequence[TypedWord], streams: Streams, found: Sequence[Token]) -> Iterator[int]:
        """Which words are joined to the next by a name of several words (Kim Jong Un, Си Цзиньпин)."""
        if ExpansionKind.NAME.value not in self._kinds:
            return
        taken: set[int] = set()
        for size in range(LONGEST_NAME, 1, -1):
            for i in range(len(typed) - size + 1):
                run = range(i, i + size)
                part = typed[i : i + size]
                start, end = part[0].start, part[-1].end
                if taken & set(run) or not all(_foreign(one.text) for one in part) or _within(found, start, end):
                    continue
                unit = QueryUnit(text[start:end], text, _within(streams.word, start, end), (), start, end)
                if any(True for _ in joined_name(unit, self._statistics)):
                    taken |= set(run)
                    yield from run[:-1]

    def _term(self, unit: QueryUnit, typed: Sequence[TypedWord]) -> QueryTerm:
        keep()
        correction = joined([one.correction for one in typed], [one.text for one in typed])
        term = word_term(unit.core, unit.text, unit.words, unit.bigrams, unit.suffix)
        term = self._statistics.standing(self._between_edges(term))
        term = replace(term, printed=_quoted(unit), correction=correction)
        found: dict[tuple[str, int], Expansion] = {}
        if self._kinds:
            for expansion in expansions(unit, term, self._statistics):
                if self._allowed(expansion.kind, expansion.id):
                    old = found.get((expansion.form, expansion.first))
                    if old is None or expansion.weight > old.weight:
                        standing = self._statistics.standing(expansion.term)
                        found[expansion.form, expansion.first] = replace(expansion, term=standing)
        if not found and not unit.known and _is_unknown_run(unit):
            term = replace(term, ranking_bigrams=(), inseparable=True)
        parts = unit.words[: len(term.words)] if len(unit.words) > 1 else ()
        part_bigrams = tuple(self._part_bigrams(unit, token) for token in parts)
        edit = edit_of(unit, typed, correction, found.values())
        return replace(
            term,
            expansions=tuple(found.values()),
            in_term_base=bool(unit.known),
            date=FullDate.of(unit.known),
            is_name=self._is_name(unit),
            part_bigrams=part_bigrams,
            edit=edit,
            near=None if found or edit else self._corrector.nearest(unit, typed),
        )

    def _is_name(self, unit: QueryUnit) -> bool:
        """Is it a name, by the term base, or one that stands nowhere by the model's dictionary?"""
        terms = self._statistics.knowledge.terms
        known = [concept for term in unit.known if (concept := terms.get(term)) is not None]
        if known:
            return any(concept.is_name for concept in known)
        return not self._statistics.any_occurs([("word", unit.core), ("compound", unit.core)]) and is_name(unit.core)

    def _between_edges(self, term: QueryTerm) -> QueryTerm:
        """A Korean word, found where words begin and end.

        The one pair of a word of two syllables stands inside many others (다리 in 기다리다): it finds only words that
        the model does not know, and that the archive has nowhere.
        """
        if len(term.printed) < 2 or not all(map(is_hangul, term.printed)):
            return term
        if any(part.suffix for part in term.typed):
            whole = term.printed + term.typed[-1].suffix
            return replace(term, compound=whole, bigrams=bigram_places(whole, tied=True))
        known = self._statistics.any_occurs([("word", term.printed), ("compound", term.printed)])
        apart = len(term.printed) == 2 and (known or is_noun(term.printed))
        return replace(term, compound=term.printed if known else "", bigrams=() if apart else term.bigrams)

    def _part_bigrams(self, unit: QueryUnit, token: Token) -> TokenSlots:
        """The bigrams of a Korean part of a word, where the archive does not have it as a word."""
        known = [("word", token.term), ("compound", token.term)]
        if not all(map(is_hangul, token.term)) or self._statistics.any_occurs(known):
            return ()
        size = token.end - token.start
        return () if size == 2 and is_noun(token.term) else bigram_places(unit.text[token.start : token.end], size > 2)

    def _prefix(self, text: str) -> QueryTerm:
        words = self._statistics.starting(text, PREFIXED)
        places = (tuple(dict.fromkeys(term for word in words if len(word.terms) == 1 for term in word.terms[0][:1])),)
        beginning = (
            bigram_places(text, tied=False) if len(text) > 2 and all(map(is_hangul, text)) else ()
        )  # of several morphemes
        return QueryTerm(f"{text}*", places if places[0] else (), beginning)


def _questioned(terms: Sequence[QueryTerm], starts: Sequence[int], found: Sequence[Question]) -> Iterator[QueryTerm]:
    """The terms; those of a question word and its counter look for nothing, and say what is asked for."""
    for term, start in zip(terms, starts, strict=True):
        question = next((one for one in found if one.start <= start < one.end), None)
        if question is None:
            yield term
        else:
            yield replace(term, ranks_only=term.ranks_only or not question.sought, answer_kinds=question.kinds)


def _weighed(terms: list[QueryTerm]) -> list[QueryTerm]:
    """The terms; those only rank that ask for nothing beside others: function words, Korean words all of endings."""
    shouted = all(one.printed.isupper() for one in terms)
    ranks_only = [not term.correction and (term.ranks_only or _asks_nothing(term, shouted)) for term in terms]
    if all(ranks_only):
        return [replace(term, ranks_only=False) for term in terms]
    return [replace(term, ranks_only=found) for term, found in zip(terms, ranks_only, strict=True)]


def _asks_nothing(term: QueryTerm, shouted: bool) -> bool:
    """Is it a function word? Many of how many is, whatever the term base knows; IT and US in capitals are none."""
    if len(term.printed) > 1 and term.printed.isupper() and not shouted:
        return False
    known = any(one.kind is not ExpansionKind.HANJA for one in term.expansions)  # 对 is read 대, and means towards
    known = known and not (term.printed.isascii() and term.printed.islower())
    return not known and all(asks_nothing(place[0]) for place in term.words)


def _quoted(unit: QueryUnit) -> str:
    """A word as it is quoted: without the signs around it, and the particle behind a noun."""
    bare = unit.printed.strip(SIGNS) or unit.printed
    return without_particles(bare) if is_hangul(bare[-1:]) and bare != unit.core else bare


def _crossed(typed: Sequence[TypedWord], token: Token) -> Iterator[int]:
    """The words that a token joins to the next."""
    inside = [i for i, one in enumerate(typed) if one.start < token.end and token.start < one.end]
    yield from inside[:-1]


def _within(tokens: Iterable[Token], start: int, end: int) -> tuple[Token, ...]:
    return tuple(token for token in tokens if start <= token.start < end)


def _parted(word: Word) -> Iterator[Word]:
    """The words of what was typed without spaces: 俄罗斯和朝鲜 is three. Characters that are no words stay together."""
    run = _HAN.search(word.text)
    if run is None:
        yield word
        return
    before, after = word.text[: run.start()], word.text[run.end() :]
    at, parts = word.start, list[str]()
    for part in han_words(run.group()):
        if parts and _is_no_word(part) and _is_no_word(parts[-1]):
            parts[-1] += part
        else:
            parts.append(part)
    parts[0], parts[-1] = before + parts[0], parts[-1] + (after if not _HAN.search(after) else "")
    for part in parts:
        yield Word(part, at, at + len(part))
        at += len(part)
    if at < word.start + len(word.text):
        yield from _parted(Word(after, at, word.end))


def _is_unknown_run(unit: QueryUnit) -> bool:
    """Are these Chinese characters none of whose words is known? They mean nothing apart, and rank nothing so."""
    return len(unit.core) > 1 and all(map(is_han, unit.core)) and not has_han_word(unit.core)


def _is_no_word(part: str) -> bool:
    """Is it no word of the dictionary, and none that asks for nothing? Such ones side by side are one, since
    where they part was guessed."""
    return not asks_nothing(part) and not has_han_word(part)


def _suffix(text: str, words: Sequence[Token], compounds: Iterable[Token]) -> str:
    """What after the last of these words makes another word of it: 권 of 거부권."""
    end = max((word.end for word in words), default=0)
    longer = [text[end : one.end] for one in compounds if one.start <= end < one.end]
    return next((one for one in longer if len(one) == 1 and is_hangul(one) and one not in SAME), "")


def _foreign(text: str) -> bool:
    return bool(text) and not any(is_hangul(c) or is_han(c) or c.isdigit() for c in text)
