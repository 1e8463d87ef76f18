"""What does this document itself write together, and what apart? Counts its words, to judge line breaks.

A broken word usually stands whole elsewhere in the same document, and two words stand apart. What is counted lies
inside printed lines, so no line break has touched it; nothing is known of other documents, and nothing is stored.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log

from archive.text import Morpheme, morphemes

ENOUGH = 300_000  # code points that are counted; a longer document has shown its habits by then
SEEN = 100  # code points before a break in which its word is looked for
LONGEST = 12  # code points of a word's beginning that are counted; longer beginnings are never asked for
_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"\w+$")


def log_odds(together: int, apart: int) -> float:
    """The log odds of the first against the second, each begun at one half, in nats."""
    return log((max(together, 0) + 0.5) / (max(apart, 0) + 0.5))


def words_at_break(left: str, right: str) -> tuple[str, str]:
    """The letters on both sides of a line break: the last word of `left`, the first of `right`; "" where none."""
    last, first = _LAST_WORD.search(left[-SEEN:]), _WORD.match(right)
    return last.group() if last else "", first.group() if first else ""


class Vocabulary:
    """The words of one document, counted inside its printed lines."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._text = "\n".join(line.strip() for line in lines if line.strip())[:ENOUGH]
        self._lines = tuple(self._text.split("\n"))
        self._odds: dict[tuple[str, str], float] = {}
        self._counts: dict[str, int] = {}
        self._whole: Counter[str] = Counter()  # words with a mark or a space behind them in the same line
        self._inner: Counter[str] = Counter()  # words that no line end touches
        self._begin: Counter[str] = Counter()  # beginnings of words
        self._after_space: Counter[str] = Counter()  # beginnings of words with a space before them in the same line
        for line in self._lines:
            for found in _WORD.finditer(line):
                self._count(line, found.group(), found.start(), found.end())

    def _count(self, line: str, word: str, start: int, end: int) -> None:
        beginnings = [word[:n] for n in range(1, min(len(word), LONGEST) + 1)]
        self._begin.update(beginnings)
        if start and line[start - 1] == " ":
            self._after_space.update(beginnings)
        if end < len(line):
            self._whole[word] += 1
            self._inner[word] += start > 0

    def count_beginning(self, word: str) -> int:
        """How many words begin with `word`."""
        return self._begin[word]

    def always_one(self, last: str, first: str, stem: str, often: int) -> bool:
        """Whether so many words begin with `last` and the `stem` of `first` as one, and the two stand nowhere apart."""
        return self._begin[last + stem] >= often and f" {last} {first} " not in self._spaced

    @cached_property
    def _spaced(self) -> str:
        """The words of each line, with one space before and behind each."""
        return "\n".join(f" {' '.join(_WORD.findall(line))} " for line in self._lines)

    def count_whole(self, word: str) -> int:
        """How often `word` stands whole within a line, touched by no line end."""
        return self._inner[word]

    def continues(self, word: str) -> float:
        """Log odds that more letters follow where a word begins with `word`, against its end there."""
        longer = self._begin[word] - self._whole[word] - self._line_ends[word]
        return log_odds(longer, self._whole[word])

    def inside(self, word: str) -> float:
        """Log odds that letters stand right before `word`, against a space."""
        return log_odds(self._count_in_text(word) - self._begin[word], self._after_space[word])

    def touching(self, left: str, right: str) -> float:
        """Log odds that these letters touch, against one space between them."""
        return log_odds(self._count_in_text(left + right), self._count_in_text(f"{left} {right}"))

    def _count_in_text(self, letters: str) -> int:
        """How often these letters stand anywhere: asked for the same ones again and again."""
        if letters not in self._counts:
            self._counts[letters] = self._text.count(letters)
        return self._counts[letters]

    @cached_property
    def _line_ends(self) -> Counter[str]:
        return Counter(words_at_break(line, "")[0] for line in self._lines)

    def matches(self, glued: str, spaced: str) -> float:
        """Log odds of one pattern against another in the printed lines: how the document sets a mark."""
        if (glued, spaced) not in self._odds:
            found = [sum(1 for _ in re.finditer(pattern, self._text)) for pattern in (glued, spaced)]
            self._odds[glued, spaced] = log_odds(*found)
        return self._odds[glued, spaced]

    @cached_property
    def _habits(self) -> dict[tuple[str, str], list[int]]:
        habits: dict[tuple[str, str], list[int]] = {}
        for line in morphemes(self._lines):
            for left, right, apart in neighbours(line):
                habits.setdefault((left, right), [0, 0])[apart] += 1
        return habits

    def habit(self, left: str, right: str) -> float:
        """Log odds that morphemes of these two tags touch in this document. The first call analyses all its lines."""
        together, apart = self._habits.get((left, right), (0, 0))
        return log_odds(together, apart)


def neighbours(line: Iterable[Morpheme]) -> Iterable[tuple[str, str, bool]]:
    """The tags of each two neighbours of a line, and whether a space parts them. Fused morphemes are no neighbours."""
    before: Morpheme | None = None
    for morpheme in line:
        if before is not None and morpheme.start >= before.end:
            yield before.tag, morpheme.tag, morpheme.start > before.end
        before = morpheme
