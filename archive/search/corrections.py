"""Was what the reader typed a slip? Reads words on the other keyboard, spaces letters anew, and says what to offer.

Nothing is replaced silently: what is read otherwise is a `Correction`, and what may be a slip is an `Edit` to offer
(추천 검색어); the reader can take each away.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.analyzer import analyze
from archive.deadline import keep
from archive.phonetics import likeness, lookup
from archive.query import Word
from archive.search.expansion import QueryUnit
from archive.search.statistics import IndexStatistics
from archive.search.term import Correction, Edit, Expansion, ExpansionKind, QueryTerm, word_term
from archive.text import base_form, hangul, is_han, is_hangul, on_other_layouts, spaced
from archive.tokens import Streams
from archive.vocabulary import script_of

LONGEST_WORD = 10  # letters; chosen, not swept: a longer word than this and than any typed is no spacing
SHORTEST_NEAR = 3  # letters of a word that is near another
NEAR = 0.65  # likeness from which a word is offered where nothing is found; chosen: a consonant left out passes
LETTERS = 4  # below so many, nothing can be said about the spacing of Korean letters, or what keys were meant by others


_LATIN = re.compile("[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class TypedWord:
    """A word of a stretch: as typed, as it is analysed, and where it was typed in the query (half-open)."""

    printed: str
    text: str
    start: int
    correction: Correction | None
    typed: tuple[int, int]

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Corrector:
    """Corrects the words of one query; `allowed` tells whether a kind of expansion, by its id, is wanted."""

    def __init__(self, statistics: IndexStatistics, allowed: Callable[[ExpansionKind, str], bool]) -> None:
        self._statistics = statistics
        self._allowed = allowed

    def respaced(self, typed: Sequence[Word], found: Sequence[QueryTerm]) -> list[TypedWord] | None:
        """The same letters as the model would space them: 북 한 의 as 북한의; None where nothing speaks for it."""
        if not self._allowed(ExpansionKind.SPELLING, "") or not self.unknown_letters(found):
            return None
        texts = [word.text for word in typed]
        if sum(map(is_hangul, "".join(texts))) < LETTERS:
            return None
        closed = spaced("".join(texts))
        if closed.split() == texts or not self._allowed(ExpansionKind.SPELLING, f"spelling:{closed}"):
            return None
        words = closed.split()
        if "".join(words) != "".join(texts):  # the model joins half-syllables to whole ones: other letters
            return None
        if _lone(words) > _lone(texts):  # what is cut into syllables stands everywhere
            return None
        if max(map(len, words)) > max(LONGEST_WORD, *map(len, texts)):  # the model gave up: no such word is written
            return None
        return list(placed(_aligned(typed, closed)))

    def unknown_letters(self, terms: Sequence[QueryTerm]) -> int:
        """How many letters of Korean words occur nowhere: what is wrongly spaced falls into pieces that no text has."""
        return sum(
            sum(map(is_hangul, term.printed))
            for term in terms
            if not term.whole_expansions
            and not (term.parts and all(term.expansions_of(i) or self._occurs(term, i) for i in term.parts))
        )

    def _occurs(self, term: QueryTerm, part: int) -> bool:
        return self._statistics.any_occurs([("word", token) for token in term.words[part]])

    def _stands(self, word: str) -> bool:
        """Has the archive the word, or a form of it?"""
        filed = base_form(word)
        return self._statistics.any_occurs([("word", filed), ("compound", word)]) or bool(
            self._statistics.forms([filed])[filed]
        )

    def nearest(self, unit: QueryUnit, typed: Sequence[TypedWord]) -> Edit | None:
        """What a word that stands nowhere is nearest to, by sound: to be offered where the answer is doubtful."""
        core, start = unit.core, unit.start + unit.text[unit.start : unit.end].find(unit.core)
        whole = len(typed) == 1 and len(core) >= SHORTEST_NEAR and core.isalpha()
        if not (whole and self._allowed(ExpansionKind.SPELLING, "")) or self._stands(core) or unit.known:
            return None
        alike = [
            (likeness(core, word.printed), word)
            for word in self._statistics.sounding(lookup(core))
            if word.script == script_of(core)
        ]
        near, word = max(alike, key=lambda pair: (pair[0], pair[1].form), default=(0.0, None))
        if word is None or near < NEAR:
            return None
        first = typed[0].typed[0] + start - typed[0].start
        return Edit(first, first + len(core), word.printed)

    def on_keys(self, texts: Sequence[str]) -> list[tuple[str, Correction | None]]:
        """Words side by side, each as typed or read on other keys.

        Where most Latin letters of a query are Korean words on the other layout, its other words are, too.
        """
        read = [self._on_keys(text, len(texts)) for text in texts]
        latin = [i for i, text in enumerate(texts) if text.isascii() and any(map(str.isalpha, text))]
        korean = [i for i in latin if read[i][1] is not None and is_hangul(read[i][0][:1])]
        letters, on_other_keys = (sum(len(texts[i]) for i in some) for some in (latin, korean))
        most = on_other_keys * 2 > letters
        for i in latin if korean and on_other_keys * 2 >= letters else ():
            form = _on_korean_keys(texts[i])
            meant = i not in korean and form is not None and (most or len(form) > 1)
            if meant and form and self._allowed(ExpansionKind.KEYBOARD, f"keyboard:{form}"):
                read[i] = form, Correction(ExpansionKind.KEYBOARD, form)
        return read

    def _on_keys(self, text: str, words: int) -> tuple[str, Correction | None]:
        """A word that occurs nowhere, read on other keys. One syllable among words is no word (El, 띠)."""
        keep()
        if _is_whole(text) or self._stands(text):
            return text, None
        read = [
            one
            for one in dict.fromkeys((*filter(None, (_on_korean_keys(text),)), *on_other_layouts(text)))
            if (len(one) > 1 or words == 1) and self._allowed(ExpansionKind.KEYBOARD, f"keyboard:{one}")
        ]
        if not read or self._is_read(text):
            return text, None
        found = next((one for one in read if (is_hangul(one[0]) or len(one) >= LETTERS) and self._is_read(one)), None)
        return (text, None) if found is None else (found, Correction(ExpansionKind.KEYBOARD, found))

    def _is_read(self, text: str) -> bool:
        """Does the archive have the word, or the term base?"""
        (streams,) = analyze([text], self._statistics.knowledge, query=True)
        return self._is_known(text, streams)

    def _is_known(self, text: str, streams: Streams) -> bool:
        return bool(streams.concept) or self._statistics.has(word_term(text, text, streams.word, streams.bigram))


def _on_korean_keys(text: str) -> str | None:
    """A word with its digits and signs, its Latin letters on the Korean layout; None where some make no syllables."""
    form = _LATIN.sub(lambda letters: hangul(letters.group()) or letters.group(), text)
    return None if form == text or _LATIN.search(form) else form


def _is_whole(text: str) -> bool:
    """Is it written in whole syllables, as Korean is, or in no letters that stand on keys?"""
    return not text or all(not letter.isalpha() or "가" <= letter <= "힣" or is_han(letter) for letter in text)


def joined(corrections: Sequence[Correction | None], texts: Sequence[str]) -> Correction | None:
    """What several words were read as together, if any of them was read otherwise than typed."""
    read = [one for one in corrections if one is not None]
    if not read:
        return None
    words = (one.form if one else text for one, text in zip(corrections, texts, strict=True))
    return replace(read[0], form=" ".join(words))


def edit_of(
    unit: QueryUnit, typed: Sequence[TypedWord], correction: Correction | None, found: Iterable[Expansion]
) -> Edit | None:
    """The correction of all that was typed; or what a part that occurs nowhere nearly is."""
    start, end = typed[0].typed[0], typed[-1].typed[1]
    if correction is not None:
        return Edit(start, end, correction.form)
    slip = next((expansion for expansion in found if expansion.slip), None)
    if slip is None:
        return None
    if parts := unit.words[slip.first : slip.last]:
        first = next(one for one in typed if parts[0].start < one.end)
        last = next(one for one in typed if parts[-1].end <= one.end)
        start, end = first.typed[0] + parts[0].start - first.start, last.typed[0] + parts[-1].end - last.start
    return Edit(start, end, slip.form)


def _lone(words: Iterable[str]) -> int:
    return sum(len(word) == 1 for word in words)


def _aligned(typed: Sequence[Word], closed: str) -> Iterator[tuple[str, str, Correction | None, tuple[int, int]]]:
    """The words of `closed`, each with its letters as they were typed, and where: (typed, word, correction, span)."""
    text = " ".join(word.text for word in typed)
    places = [
        place
        for word in typed
        for place in (*range(word.start, word.start + len(word.text) - 1), word.end - 1, word.end)
    ]
    at = 0
    for word in closed.split():
        first, left = at + (text[at] == " "), len(word)
        while left:
            left -= text[at] != " "
            at += 1
        printed, span = text[first:at], (places[first], places[at - 1] + 1)
        yield printed, word, Correction(ExpansionKind.SPELLING, word, closed) if printed != word else None, span


def placed(words: Iterable[tuple[str, str, Correction | None, tuple[int, int]]]) -> Iterator[TypedWord]:
    at = 0
    for printed, text, correction, span in words:
        yield TypedWord(printed, text, at, correction, span)
        at += len(text) + 1
