"""Which tokens is a text found by? Makes the streams of tokens that indexing, querying and marking share.

Three streams are searched, because no one of them finds all (each measured on the briefs and on general Korean text),
and a fourth is what the vocabulary is made of:

word      Kiwi's content morphemes, English words without their inflection, Russian ones as they stand, Chinese by
          characters, numbers; in text order, so that phrases work across scripts.
bigram    pairs of Hangul or Chinese characters, across spaces too; words of other scripts and numbers whole. A pair
          that crosses a space or a sign is written with a tie (적‿동), so that 대사 is not found in 절대 사용. They
          find a noun in any compound of it: 정찰위성 is one morpheme alone and two in 군사정찰위성.
concept   what the text speaks of, in whatever language: concepts of the term base, quantities and dates.
compound  the morphemes of a compound joined again (군사+정찰+위성 -> 군사정찰, 정찰위성, 군사정찰위성), and the
          nouns inside a noun that the model knows as one (정찰위성 -> 정찰, 위성), and the beginnings of Northern words
          that it does not know (류행을 -> 류행): so a word is found wherever words
          begin and end, however the model cuts them.

Every token knows the span of the stored text it was made from. Tokens carry no text of the engine's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from archive.knowledge import Knowledge
from archive.terms import Edges
from archive.text import (
    APOSTROPHES,
    MappedText,
    base_form,
    dictionary,
    fold,
    full_year,
    is_hangul,
    quantities,
    simplified,
    variants,
)
from archive.text import kiwi_analysis as korean
from archive.tokens import TIE, Bigrams, MadeTokens, Streams

VERSION = 20

# Content tags of Kiwi's Sejong tag set. Bound nouns (NNB), pronouns, auxiliaries, particles and endings only repeat
# what every passage has. XR, XPN and XSN are kept inside compounds: dropping 비 turns 비급여 into 급여.
CONTENT = frozenset({"NNG", "NNP", "NR", "VV", "VA", "XR", "MAG", "MM"})
COMPOUND = frozenset({"NNG", "NNP", "NR", "XR", "XPN", "XSN", "SL", "SH", "SN"})
OPENING = COMPOUND | CONTENT  # endings and particles begin no term: 제공한 국가 holds no 한국
VERBS = frozenset({"VV", "VA"})
LIGHT = frozenset({"하", "되", "있", "없", "이", "않", "같", "위하", "대하", "통하", "그", "이러하", "그러하", "등"})
NOUNS = frozenset({"NNG", "NNP"})
LONGEST_COMPOUND = 4  # morphemes; longer ones are found by their bigrams
SHORTEST_DIVIDED = 3  # syllables of a noun that may be made of nouns

_FOREIGN = re.compile(
    r"(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<latin>[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)?)"
    r"|(?P<cyrillic>[\u0400-\u04ff]+)|(?P<han>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])"
)
# Initial ㄹ, and ㄴ before ㅑ ㅕ ㅛ ㅠ ㅣ. Source: 조선말규범집, 맞춤법 제25항.
_NORTHERN = re.compile(f"(?<![가-힣])[라-맇{''.join(f'{a}-{chr(ord(a) + 27)}' for a in '냐녀뇨뉴니')}][가-힣]")
_EOJEOL = re.compile(r"\w+")


def _tags(parts_of_speech: Iterable[str]) -> frozenset[str]:
    """Those tags as Kiwi gives them: those of verbs also say whether they are regular (VV-R, VV-I)."""
    return frozenset(f"{tag}{kind}" for tag in parts_of_speech for kind in ("", "-R", "-I"))


_CONTENT, _COMPOUND, _OPENING, _VERBS = map(_tags, (CONTENT, COMPOUND, OPENING, VERBS))


def fingerprint(knowledge: Knowledge) -> str:
    """Changes whenever the same text may give other tokens or be filed elsewhere: then an index is stale."""
    read_with = f"{korean.model()}, {dictionary()}"
    return f"analyzer {VERSION}.{quantities.VERSION}, {read_with}, tables {knowledge.fingerprint}"


def analyze(texts: Iterable[str], knowledge: Knowledge, query: bool = False) -> Iterator[Streams]:
    """The streams of each text, in order, by what an archive knows. Several texts at once use several cores.

    Of a `query` the concepts inside longer ones are given too, and no nouns inside others.
    """
    folded = [fold(text) for text in texts]
    for text, morphemes in zip(folded, korean.morphemes(f.text for f in folded), strict=True):
        yield Streams(
            MadeTokens(text, chain((_typed if query else _korean)(text.text, morphemes), _foreign(text.text))),
            MadeTokens(
                text,
                chain(
                    _compounds(text.text, morphemes),
                    _northern_words(text.text, morphemes),
                    () if query else _nouns_inside(text.text, morphemes),
                ),
            ),
            Bigrams(text),
            MadeTokens(text, _concepts(text, morphemes, knowledge, query)),
        )


def _korean(text: str, morphemes: Iterable[korean.Morpheme]) -> Iterator[tuple[str, int, int]]:
    """Korean content of a folded text: (term, start, end). Other scripts are read by their own rules."""
    for form, tag, start, end, _ in morphemes:
        if tag in _CONTENT and form not in LIGHT and end > start and any(map(is_hangul, form)):
            yield form, start, end


def _typed(text: str, morphemes: Sequence[korean.Morpheme]) -> Iterator[tuple[str, int, int]]:
    """Korean content of a query: Northern words that the model has cut are whole."""
    northern = list(_northern_words(text, morphemes))
    yield from northern
    for word, start, end in _korean(text, morphemes):
        if not any(start < last and first < end for _, first, last in northern):
            yield word, start, end


def _foreign(text: str) -> Iterator[tuple[str, int, int]]:
    """Numbers, Latin and Cyrillic words, Chinese characters: (term, start, end) in the folded text."""
    for match in _FOREIGN.finditer(text):
        yield _term(match, text), *match.span()


def _term(match: re.Match[str], text: str) -> str:
    printed = match.group()
    if match["number"]:
        return _number(printed, text, match.start(), match.end())
    return base_form(printed) if match["latin"] or match["cyrillic"] else simplified(printed)


def _number(printed: str, text: str, start: int, end: int) -> str:
    """13,221 is 13221; '24년 is 2024년 (two digits after an apostrophe, before 년)."""
    if len(printed) == 2 and start and text[start - 1] in APOSTROPHES and text[end : end + 1] == "년":
        return full_year(printed)
    return printed.replace(",", "")


def _compounds(text: str, morphemes: Iterable[korean.Morpheme]) -> Iterator[tuple[str, int, int]]:
    for run in _runs(morphemes):
        sizes = list(range(2, min(len(run), LONGEST_COMPOUND) + 1))
        if len(run) > LONGEST_COMPOUND:
            sizes.append(len(run))
        for size in sizes:
            for first, last in zip(run, run[size - 1 :], strict=False):
                start, end = first.start, last.end
                yield "".join(text[start:end].casefold().split()), start, end


def _nouns_inside(text: str, morphemes: Iterable[korean.Morpheme]) -> Iterator[tuple[str, int, int]]:
    for form, tag, start, end, _ in morphemes:
        if tag in NOUNS and end - start >= SHORTEST_DIVIDED and text[start:end] == form:
            at = start
            for noun in korean.nouns_in(form):
                yield noun, at, at + len(noun)
                at += len(noun)


def _northern_words(text: str, morphemes: Iterable[korean.Morpheme]) -> Iterator[tuple[str, int, int]]:
    """The first two syllables of an eojeol that begins as only the North writes Korean words, where the model, which
    knows only their Southern spelling, has cut between them: 류행 of 류행을, 련합 of 련합훈련."""
    whole = {start for form, tag, start, end, _ in morphemes if end - start > 1 and tag in _CONTENT}
    for match in _NORTHERN.finditer(text):
        if match.start() not in whole and any(map(korean.is_noun, variants(match.group()))):
            yield match.group(), *match.span()


def _runs(morphemes: Iterable[korean.Morpheme]) -> list[list[korean.Morpheme]]:
    """Stretches of two or more noun-like morphemes that touch each other."""
    runs: list[list[korean.Morpheme]] = [[]]
    for morpheme in morphemes:
        fits = morpheme.tag in _COMPOUND and morpheme.end > morpheme.start
        if fits and runs[-1] and runs[-1][-1].end == morpheme.start:
            runs[-1].append(morpheme)
        else:
            runs.append([morpheme] if fits else [])
    return [run for run in runs if len(run) > 1]


def _concepts(
    text: MappedText, morphemes: Sequence[korean.Morpheme], knowledge: Knowledge, everything: bool
) -> Iterator[tuple[str, int, int]]:
    yield from knowledge.concepts.find(text.text, edges(text, morphemes), everything)
    yield from quantities.find(text.text)


def edges(text: MappedText, morphemes: Sequence[korean.Morpheme]) -> Edges:
    """Where words begin and end, and the verbs: as the morphological model has it, and at every sign and space."""
    whole = [(start, end) for _, tag, start, end, _ in morphemes if tag in _OPENING]
    starts = {start for start, _ in whole}
    starts.update([word.start() for word in _EOJEOL.finditer(text.text)])
    verbs = tuple([(form, start, end) for form, tag, start, end, _ in morphemes if tag in _VERBS and end > start])
    return Edges(starts, {end for _, _, _, end, _ in morphemes}, verbs, whole)


def pairs(word: str) -> list[str]:
    """The bigram terms of a word as a reader types it, without ties."""
    return [term.replace(TIE, "") for term in Bigrams(word).terms]
