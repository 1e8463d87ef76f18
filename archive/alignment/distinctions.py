"""Do two texts differ in just the words that say which? Another year, number, country or person makes another text.

Compared are the words of the old text: each stands whole in the new one, or others stand in its stead. Misread letters
and other endings of the same word are no other word.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from unicodedata import combining, normalize

from archive.alignment.letters import SharedRun, common
from archive.text import MappedText

FEW = 3  # words that stand for others at most, one beside the other and in all; numbers are not counted
ALIKE = 0.5  # of the strokes (jamo) of letters from which one is a misreading of the other
MISREAD = 2  # letters side by side that may be misread


def words_of(letters: MappedText, printed: str) -> list[tuple[int, int]]:
    """Where the words of a text begin and end among its letters."""
    starts = [0]
    for i in range(1, len(letters.text)):
        between = printed[letters.origin[i - 1] + 1 : letters.origin[i]]
        if any(not char.isalnum() and not combining(char) for char in between):
            starts.append(i)
    return list(zip(starts, [*starts[1:], len(letters.text)], strict=True)) if letters.text else []


def says_another(words: Sequence[tuple[int, int]], old: str, runs: Sequence[SharedRun], new: str) -> bool:
    """Whether `new`, which shares `runs` with the letters of `old`, says nearly the same of something else.

    A number for another is enough; words for others only where nothing else was put in or taken out.
    """
    exchanged = list(_exchanged(words, old, runs, new))
    if any(_other_number(_numbers(was), _numbers(now)) for _, was, now in exchanged):
        return True
    others = [(count, was, now) for count, was, now in exchanged if not _same_word(was, now)]
    return 0 < sum(count for count, _, _ in others) <= FEW and all(was and now for _, was, now in others)


def _exchanged(
    words: Sequence[tuple[int, int]], old: str, runs: Sequence[SharedRun], new: str
) -> Iterator[tuple[int, str, str]]:
    """Words that do not stand whole: how many side by side, their letters, and the letters in their stead."""
    where = {run.old + i: run.new + i for run in runs for i in range(run.size)} | {len(old): len(new)}
    count, start, after = 0, 0, 0
    for low, high in (*words, (len(old), len(old))):
        first = where.get(low, -1)
        if any(where.get(i) != first + i - low for i in range(low, high)):
            count += 1
            continue
        if count or first > after:
            yield count, old[start:low], new[after:first]
        count, start, after = 0, high, first + high - low


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _other_number(was: Sequence[str], now: Sequence[str]) -> bool:
    """Whether numbers stand for as many others: a digit misread as a letter parts a number in two, or ends it."""
    return was != now and len(was) == len(now) > 0


def _same_word(was: str, now: str) -> bool:
    """Whether it is the word itself: with another ending, with a letter misread, or with a note's number."""
    head = _shared_head(was, now)
    tail = _shared_head(was[head:][::-1], now[head:][::-1])
    one, other = was[head : len(was) - tail], now[head : len(now) - tail]
    longer = max(len(one), len(other))
    ending, letter = head >= max(2, longer), longer == 1 and head + tail >= 3 and bool(head)
    if ending or letter or len(one) != len(other) or longer > MISREAD:
        return ending or letter
    strokes = normalize("NFD", one), normalize("NFD", other)
    return sum(run.size for run in common(*strokes)) >= ALIKE * max(map(len, strokes))


def _shared_head(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
