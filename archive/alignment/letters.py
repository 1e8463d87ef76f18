"""Which letters of one text stand, in order, in another? Folds texts to letters and finds the stretches they share.

Compared are letters and digits alone: spaces, punctuation, case, width, composition and raised note digits are nothing.
A letter counts as standing there only inside a chain of shared stretches (`SharedRun`) that lies together in the new
text: any text's letters can be picked one by one, in order, out of a text long enough.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.text import MappedText, bare, clusters

ARAEA = "\u119e"  # a vowel of old Hangul behind a consonant, else a middle dot
SYLLABIC = "\u1100"  # from here on a letter is a syllable or an ideograph, and says about two letters' worth
GRAM, GRAM_SYLLABIC = 7, 4  # letters that must agree for a stretch to be looked at; either is about 25 bits
COMMON = 40  # places of a gram beyond which it tells nothing ("러시아의 " stands everywhere)
RUNS = 80  # stretches of a chain: the longest ones; the work grows with the square
DRIFT, BREAK = 0.1, 1.0  # letters that a chain pays per letter of drift, and per break
LEAP = 8.0  # letters that it pays for going on in another unit past text that is not its own,
ASTRAY = 40.0  # and where it leaves the one in the middle or enters the other there: so run two texts that are alike
RIM = 4  # letters at the end of a unit that may be missing or more without a word being so
MARK = 3  # digits of a note mark or a label at most
FILL = 40  # letters of a gap between two stretches that are compared letter by letter
SMALL = 12  # letters of a gap that is held on both sides, where single letters count: a word or two
WORD = 3  # weight of what counts elsewhere: two syllables, three letters
REACH = 3  # lengths of the text that its chain may spread over; what went farther is looked for in parts
SEEDS = 12  # stretches, the longest first, around which a chain is looked for
PLACES = 5  # chains looked for: a text that stands more often than this is told apart by its neighbours anyway


# A label before words: "1. 배경", "2) 추세", "(3) 전망", "나. 종료", "Ⅱ. 문면", "제2장 경과". Not a date: "9. 13 회담".
LABEL = re.compile(
    r"\s*(?:\(?\d{1,2}[.)]|[가나다라마바사아자차카타파하][.)]|[Ⅰ-Ⅻ]+\.?|[IVX]{1,4}\.|제\d{1,2}[장절])\s+(?=[^\W\d]|[\[(“‘「『\"'<])"
)


@dataclass(frozen=True, slots=True)
class SharedRun:
    """`size` letters that stand alike at `old` of one text and at `new` of the other."""

    old: int
    new: int
    size: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Shared stretches in the order of both texts. `solid` counts the letters of stretches as long as a gram."""

    runs: tuple[SharedRun, ...]
    solid: int

    @property
    def matched(self) -> int:
        """Letters that stand in order in both."""
        return sum(run.size for run in self.runs)

    @property
    def start(self) -> int:
        """Where it begins in the new text."""
        return self.runs[0].new

    @property
    def end(self) -> int:
        """Where it ends in the new text, half-open."""
        return self.runs[-1].new + self.runs[-1].size


def weigh(text: str) -> int:
    """The letters of a text, syllables and ideographs counted twice."""
    return len(text) + sum(map(SYLLABIC.__le__, text))


def weigh_runs(text: str, runs: Iterable[SharedRun]) -> int:
    """The weight of what stretches hold of the old text."""
    return sum(weigh(text[run.old : run.old + run.size]) for run in runs)


@lru_cache(maxsize=4096)  # most texts stand in both revisions
def fold_letters(text: str) -> MappedText:
    """The letters and digits of a text, composed, in one case and width.

    Dropped are raised digits, which call notes, and a label at the head: one reader takes it off, another leaves it,
    and sections are numbered anew. A text without any letter (“―”) is compared by its signs.
    """
    one_by_one = _one_by_one(text)
    pieces = list(enumerate(text) if one_by_one else clusters(text))
    label = LABEL.match(text if one_by_one else "".join(unicodedata.normalize("NFC", piece)[0] for _, piece in pieces))
    letters = MappedText.of((offset, _fold(piece)) for offset, piece in pieces[label.end() if label else 0 :])
    return letters if letters.text else MappedText.of(pair for pair in enumerate(text) if not pair[1].isspace())


def folded_letters(text: str) -> str:
    """The text of `fold_letters`, without the way back."""
    if not _one_by_one(text):
        return fold_letters(text).text
    label = LABEL.match(text)
    return "".join(map(_fold, text[label.end() if label else 0 :])) or "".join(text.split())


def _one_by_one(text: str) -> bool:
    """Is every letter of it one code point?"""
    return unicodedata.is_normalized("NFC", text) and ARAEA not in text


@lru_cache(maxsize=8192)
def _fold(cluster: str) -> str:
    if unicodedata.decomposition(cluster[0]).startswith("<super>") and unicodedata.digit(cluster[0], None) is not None:
        return ""
    return bare(cluster)


class Stream:
    """A text whose letters are given away bit by bit: finds where other texts stand in what is still free."""

    def __init__(self, text: str, starts: Sequence[int] = (0,)) -> None:
        self.text = text
        self._starts = starts  # where a unit begins
        self.free = bytearray(b"\1" * len(text))
        self._grams: dict[str, list[int]] | None = None

    def take(self, start: int, end: int) -> None:
        """Gives letters away."""
        self.free[start:end] = bytes(end - start)

    def is_free(self, start: int, end: int) -> bool:
        """Whether none of these letters is given away."""
        return start >= 0 and end <= len(self.text) and self.free.find(0, start, end) < 0

    def exact(self, text: str) -> list[int]:
        """Where the text stands letter for letter in what is free."""
        found: list[int] = []
        at = self.text.find(text)
        while at >= 0:
            if self.is_free(at, at + len(text)):
                found.append(at)
            at = self.text.find(text, at + 1)
        return found

    def chains(self, text: str, least: float) -> list[Chain]:
        """Where the text stands more or less: chains of at least this share of its letters, the fullest first."""
        runs = self._runs(text)  # the longest first
        reach = REACH * len(text) + FILL
        found: list[Chain] = []
        tried = 0
        while runs and tried < SEEDS and len(found) < PLACES:
            tried += 1
            near = [run for run in runs if abs(run.new - runs[0].new) <= reach]
            if sum(run.size for run in near) < least * len(text) / 2:
                runs = runs[1:]
                continue
            chain = self._filled(text, _best_chain(near[:RUNS], self._starts))
            if chain.matched >= least * len(text):
                found.append(chain)
            runs = [run for run in runs[1:] if run.new >= chain.end or run.new + run.size <= chain.start]
        return sorted(found, key=lambda chain: -chain.matched)

    def _index(self) -> dict[str, list[int]]:
        """Grams that begin at a free letter."""
        if self._grams is None:
            index: dict[str, list[int]] = {}
            end, size = 0, max(GRAM, GRAM_SYLLABIC)
            while (start := self.free.find(1, end)) >= 0:
                end = self.free.find(0, start)
                end = end if end >= 0 else len(self.text)
                for i, gram in grams(self.text[start : end + size - 1]):
                    if start + i < end:
                        index.setdefault(gram, []).append(start + i)
            self._grams = index
        return self._grams

    def _runs(self, text: str) -> list[SharedRun]:
        """The longest stretches that the text shares with what is free."""
        index, free, here = self._index(), self.free, self.text
        reached: dict[int, int] = {}  # how far each diagonal is known
        runs: list[SharedRun] = []
        for i, gram in grams(text):
            places = index.get(gram, ())
            if len(places) > COMMON:
                continue
            for j in places:
                shift = j - i
                if reached.get(shift, -1) >= i or not free[j]:
                    continue
                first, least = i, max(0, -shift)
                while first > least and free[shift + first - 1] and text[first - 1] == here[shift + first - 1]:
                    first -= 1
                last, most = i, min(len(text), len(here) - shift)
                while last < most and free[shift + last] and text[last] == here[shift + last]:
                    last += 1
                reached[shift] = last
                if last - first >= len(gram):
                    runs.append(SharedRun(first, shift + first, last - first))
        return sorted(runs, key=lambda run: (-run.size, run.new))

    def _filled(self, text: str, chosen: Sequence[SharedRun]) -> Chain:
        """The chain with the letters that its gaps share, where a gap is short on both sides."""
        runs: list[SharedRun] = []
        first, last = chosen[0], chosen[-1]
        low = self._starts[bisect_right(self._starts, first.new) - 1]
        at = bisect_right(self._starts, last.new + last.size - 1)
        high = self._starts[at] if at < len(self._starts) else len(self.text)
        lead, tail = min(first.old, FILL), min(len(text) - last.old - last.size, FILL)
        old, new = first.old - lead, max(low, first.new - 2 * lead)
        ends = SharedRun(last.old + last.size + tail, min(high, last.new + last.size + 2 * tail), 0)
        for run in (*chosen, ends):
            if 0 < run.old - old <= FILL and 0 < run.new - new <= 2 * FILL:
                held = run is not first and run is not ends and run.old - old <= SMALL
                there = "".join(self.text[j] if self.free[j] else "\0" for j in range(new, run.new))
                for shared in common(text[old : run.old], there):
                    if held or weigh(there[shared.new : shared.new + shared.size]) >= WORD:
                        runs.append(SharedRun(old + shared.old, new + shared.new, shared.size))
            runs += [run] if run.size else []
            old, new = run.old + run.size, run.new + run.size
        return Chain(joined(runs), sum(run.size for run in chosen))


def grams(text: str) -> Iterator[tuple[int, str]]:
    """The short stretches by which likenesses are found, each with where it begins."""
    for i, char in enumerate(text):
        size = GRAM_SYLLABIC if char >= SYLLABIC else GRAM
        if i + size <= len(text):
            yield i, text[i : i + size]


def _best_chain(runs: Sequence[SharedRun], starts: Sequence[int]) -> list[SharedRun]:
    """The stretches, in the order of both texts and lying together, that hold the most letters."""
    ordered = sorted(runs, key=lambda run: (run.new, run.old))
    units = [bisect_right(starts, run.new) for run in ordered]
    best: list[float] = []
    before: list[int] = []
    for r, run in enumerate(ordered):
        score, link = float(run.size), -1
        for s in range(r):
            last = ordered[s]
            gap_old, gap_new = run.old - last.old - last.size, run.new - last.new - last.size
            overlap = max(0, -gap_old, -gap_new)
            if overlap >= run.size or run.old <= last.old or run.new <= last.new:
                continue
            joined = best[s] + run.size - overlap - BREAK - DRIFT * abs(gap_new - gap_old)
            if units[r] != units[s] and gap_new - gap_old > MARK:
                clean = starts[units[s]] - last.new - last.size <= RIM and run.new - starts[units[r] - 1] <= RIM
                joined -= LEAP if clean else ASTRAY
            if joined > score:
                score, link = joined, s
        best.append(score)
        before.append(link)
    at = max(range(len(ordered)), key=lambda r: (best[r], -r))
    chain: list[SharedRun] = []
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return _parted(chain[::-1])


def _parted(chain: Sequence[SharedRun]) -> list[SharedRun]:
    """A stretch that overlaps the one before it gives way."""
    parted = [chain[0]]
    for run in chain[1:]:
        last = parted[-1]
        cut = max(0, last.old + last.size - run.old, last.new + last.size - run.new)
        if cut < run.size:
            parted.append(SharedRun(run.old + cut, run.new + cut, run.size - cut))
    return parted


def joined(runs: Iterable[SharedRun]) -> tuple[SharedRun, ...]:
    """Stretches that go on in one another put together."""
    whole: list[SharedRun] = []
    for run in runs:
        last = whole[-1] if whole else None
        if last and last.old + last.size == run.old and last.new + last.size == run.new:
            whole[-1] = SharedRun(last.old, last.new, last.size + run.size)
        else:
            whole.append(run)
    return tuple(whole)


def common(old: str, new: str) -> list[SharedRun]:
    """The longest common subsequence of two short texts, as stretches.

    Source: H. Hyyrö, Bit-parallel LCS-length computation revisited (2004); the rows are kept to walk back through.
    """
    places: dict[str, int] = {}
    for j, char in enumerate(new):
        places[char] = places.get(char, 0) | 1 << j
    row = (1 << len(new)) - 1
    whole = row
    rows: list[int] = []
    for char in old:
        shared = row & places.get(char, 0)
        row = ((row + shared) | (row - shared)) & whole
        rows.append(row)
    pairs: list[SharedRun] = []
    i, j = len(old), len(new)
    while i and j:
        if rows[i - 1] >> (j - 1) & 1:
            j -= 1
        elif i > 1 and not rows[i - 2] >> (j - 1) & 1:
            i -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append(SharedRun(i, j, 1))
    return list(joined(pairs[::-1]))
