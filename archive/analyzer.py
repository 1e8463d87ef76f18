"""Which tokens is a text found by? Makes the streams of tokens that indexing, querying and marking share.

Three streams are searched, because no one of them finds all (each measured on the briefs and on general Korean text),
and a fourth is what the vocabulary is made of:

word      Kiwi's content morphemes, stemmed English and Russian, Chinese by characters, numbers; in text order, so that
          phrases work across scripts.
bigram    pairs of Hangul or Chinese characters, across spaces too; words of other scripts and numbers whole. A pair
          that crosses a space or a sign is written with a tie (적‿동), so that 대사 is not found in 절대 사용. They
          find a noun in any compound of it: 정찰위성 is one morpheme alone and two in 군사정찰위성.
concept   what the text speaks of, in whatever language: concepts of the term base, quantities and dates.
compound  the morphemes of a compound joined again (군사+정찰+위성 -> 군사정찰, 정찰위성, 군사정찰위성): so the
          names that the model cuts in two are known by their sound and offered whole. Searched, they found nothing
          that bigrams don't.

Every token knows the span of the stored text it was made from. Tokens carry no text of the engine's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple, overload

from archive.knowledge import Knowledge
from archive.terms import Edges
from archive.text import APOSTROPHES, MappedText, fold, full_year, is_han, is_hangul, quantities, stem
from archive.text import kiwi_analysis as korean

VERSION = 8
TIE = "‿"
STREAMS = ("word", "compound", "bigram", "concept")

# Content tags of Kiwi's Sejong tag set. Bound nouns (NNB), pronouns, auxiliaries, particles and endings only repeat
# what every passage has. XR, XPN and XSN are kept inside compounds: dropping 비 turns 비급여 into 급여.
CONTENT = frozenset({"NNG", "NNP", "NR", "VV", "VA", "XR", "MAG", "MM"})
COMPOUND = frozenset({"NNG", "NNP", "NR", "XR", "XPN", "XSN", "SL", "SH", "SN"})
OPENING = COMPOUND | CONTENT  # endings and particles begin no term: 제공한 국가 holds no 한국
VERBS = frozenset({"VV", "VA"})
LIGHT = frozenset({"하", "되", "있", "없", "이", "않", "같", "위하", "대하", "통하", "그", "이러하", "그러하", "등"})
LONGEST_COMPOUND = 4  # morphemes; longer ones are found by their bigrams

_FOREIGN = re.compile(
    r"(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<latin>[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)?)"
    r"|(?P<cyrillic>[\u0400-\u04ff]+)|(?P<han>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])"
)
_EOJEOL = re.compile(r"\w+")


class Token(NamedTuple):
    """A term and the span of the stored text that it was made from."""

    term: str
    start: int
    end: int


class StoredTokens(Sequence[Token]):
    """Tokens as they are stored: their terms, and the starts and ends of all of them in turn."""

    __slots__ = ("offsets", "terms")

    def __init__(self, terms: Sequence[str], offsets: Sequence[int]) -> None:
        self.terms = terms
        self.offsets = offsets

    def __len__(self) -> int:
        return len(self.terms)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> "StoredTokens": ...
    def __getitem__(self, index: int | slice) -> "Token | StoredTokens":
        if isinstance(index, slice):
            first, last, _ = index.indices(len(self.terms))
            return StoredTokens(self.terms[first:last], self.offsets[2 * first : 2 * last])
        return Token(self.terms[index], self.offsets[2 * index], self.offsets[2 * index + 1])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


@dataclass(frozen=True, slots=True)
class Streams:
    """The tokens of one text, each stream in text order; a token's position is its index."""

    word: Sequence[Token]
    compound: Sequence[Token]
    bigram: Sequence[Token]
    concept: Sequence[Token] = ()

    def __getitem__(self, stream: str) -> Sequence[Token]:
        tokens: Sequence[Token] = getattr(self, stream)
        return tokens

    def terms(self, stream: str) -> Sequence[str]:
        """The terms of a stream, in order."""
        tokens = self[stream]
        return tokens.terms if isinstance(tokens, StoredTokens) else [token.term for token in tokens]


def fingerprint(knowledge: Knowledge) -> str:
    """Changes whenever the same text may give other tokens: an index of another fingerprint is stale."""
    return f"analyzer {VERSION}.{quantities.VERSION}, {korean.model()}, terms {knowledge.terms.fingerprint}"


def analyze(texts: Iterable[str], knowledge: Knowledge, everything: bool = False) -> Iterator[Streams]:
    """The streams of each text, in order, by what an archive knows. Several texts at once use several cores.

    With `everything`, as queries want it, the concepts inside longer ones are given too.
    """
    folded = [fold(text) for text in texts]
    for text, morphemes in zip(folded, korean.morphemes(f.text for f in folded), strict=True):
        yield Streams(
            _words(text, morphemes),
            _compounds(text, morphemes),
            tuple(bigrams(text)),
            _concepts(text, morphemes, knowledge, everything),
        )


def _words(text: MappedText, morphemes: list[korean.Morpheme]) -> tuple[Token, ...]:
    tokens = [token for m in morphemes if _is_content(m) for token in _parts(text, m)]
    tokens += [Token(term, *text.back(start, end)) for term, start, end in _foreign(text.text)]
    return tuple(sorted(tokens, key=lambda t: (t.start, t.end)))


def _is_content(morpheme: korean.Morpheme) -> bool:
    """Korean content; other scripts are read by their own rules."""
    return (
        morpheme.end > morpheme.start
        and morpheme.tag.split("-")[0] in CONTENT
        and morpheme.form not in LIGHT
        and any(is_hangul(c) for c in morpheme.form)
    )


def _parts(text: MappedText, morpheme: korean.Morpheme) -> Iterator[Token]:
    """A morpheme as a token. Kiwi's names with a space in them (세르게이 라브로프) are found by each of their words."""
    if " " not in morpheme.form:
        yield Token(morpheme.form, *text.back(morpheme.start, morpheme.end))
        return
    for word in re.finditer(r"\S+", text.text[morpheme.start : morpheme.end]):
        yield Token(word.group(), *text.back(morpheme.start + word.start(), morpheme.start + word.end()))


def _foreign(text: str) -> Iterator[tuple[str, int, int]]:
    """Numbers, Latin and Cyrillic words, Chinese characters: (term, start, end) in the folded text."""
    for match in _FOREIGN.finditer(text):
        yield _term(match, text), *match.span()


def _term(match: re.Match[str], text: str) -> str:
    printed = match.group()
    if match["number"]:
        return _number(printed, text, match.start(), match.end())
    return stem(printed) if match["latin"] or match["cyrillic"] else printed


def _number(printed: str, text: str, start: int, end: int) -> str:
    """13,221 is 13221; '24년 is 2024년 (two digits after an apostrophe, before 년)."""
    if len(printed) == 2 and start and text[start - 1] in APOSTROPHES and text[end : end + 1] == "년":
        return full_year(printed)
    return printed.replace(",", "")


def _compounds(text: MappedText, morphemes: list[korean.Morpheme]) -> tuple[Token, ...]:
    tokens = []
    for run in _runs(morphemes):
        for size in range(2, min(len(run), LONGEST_COMPOUND) + 1):
            for i in range(len(run) - size + 1):
                start, end = run[i].start, run[i + size - 1].end
                tokens.append(Token(_joined(text, start, end), *text.back(start, end)))
        if len(run) > LONGEST_COMPOUND:
            tokens.append(Token(_joined(text, run[0].start, run[-1].end), *text.back(run[0].start, run[-1].end)))
    return tuple(sorted(tokens, key=lambda t: (t.start, t.end)))


def _joined(text: MappedText, start: int, end: int) -> str:
    return "".join(text.text[start:end].casefold().split())


def _runs(morphemes: list[korean.Morpheme]) -> list[list[korean.Morpheme]]:
    """Stretches of two or more noun-like morphemes that touch each other."""
    runs: list[list[korean.Morpheme]] = [[]]
    for morpheme in morphemes:
        fits = morpheme.tag.split("-")[0] in COMPOUND and morpheme.end > morpheme.start
        if fits and runs[-1] and runs[-1][-1].end == morpheme.start:
            runs[-1].append(morpheme)
        else:
            runs.append([morpheme] if fits else [])
    return [run for run in runs if len(run) > 1]


_UNIT = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[A-Za-z\u00c0-\u024f]+|[\u0400-\u04ff]+|[^\W_]")


def bigrams(text: MappedText) -> Iterator[Token]:
    """The bigram stream: one token a unit, except a last lone character.

    Units are Hangul syllables, Chinese characters, and whole words of other scripts; signs are passed over.
    """
    units = [(match.group(), match.start(), match.end()) for match in _UNIT.finditer(text.text)]
    back = text.back
    for (here, start, end), following in zip_longest(units, units[1:]):
        if not (is_hangul(here[0]) or is_han(here[0])):
            yield Token(here.casefold().replace(",", ""), *back(start, end))
        elif following is not None:
            rest, begin, last = following
            if len(rest) > 1:  # 리‿un marks 리; un is a token of its own
                rest, last = rest.casefold().replace(",", ""), end
            else:
                rest = rest.casefold()
            yield Token(here + rest if end == begin else here + TIE + rest, *back(start, last))


def _concepts(
    text: MappedText, morphemes: list[korean.Morpheme], knowledge: Knowledge, everything: bool
) -> tuple[Token, ...]:
    known = knowledge.concepts.find(text.text, edges(text, morphemes), everything)
    tokens = (Token(term, *text.back(start, end)) for term, start, end in (*known, *quantities.find(text.text)))
    return tuple(sorted(tokens, key=lambda t: (t.start, t.end)))


def edges(text: MappedText, morphemes: list[korean.Morpheme]) -> Edges:
    """Where words begin and end, and the verbs: as the morphological model has it, and at every sign and space."""
    opening = [m for m in morphemes if m.tag.split("-")[0] in OPENING]
    starts = {m.start for m in opening} | {m.start() for m in _EOJEOL.finditer(text.text)}
    verbs = tuple((m.form, m.start, m.end) for m in morphemes if m.tag.split("-")[0] in VERBS and m.end > m.start)
    inside = {i for m in opening for i in range(m.start + 1, m.end)}
    return Edges(starts, {m.end for m in morphemes}, verbs, inside)


def pairs(word: str) -> list[str]:
    """The bigram terms of a word as a reader types it, without ties."""
    return [t.term.replace(TIE, "") for t in bigrams(fold(word))]
