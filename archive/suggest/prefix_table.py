"""Which of many names begin so? A sorted table, asked by letters, by a syllable half typed, by initial consonants."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from archive.suggest.keystrokes import Beginning, letters
from archive.text import fold
from archive.vocabulary import initials

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PrefixMatch(Generic[T]):
    """A name that begins so, what it stands for, how exactly (see `level`), and the span of it that was typed."""

    name: str
    value: T
    level: int
    span: tuple[int, int]


class PrefixTable(Generic[T]):
    """Names with what each stands for."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        entries = [(letters(name), name, fold(name), value) for name, value in names]
        self._by_letters = sorted(entries, key=lambda entry: entry[0])
        self._letters = [entry[0] for entry in self._by_letters]
        self._by_initials = sorted(entries, key=lambda entry: initials(entry[0]))
        self._initials = [initials(entry[0]) for entry in self._by_initials]

    def starting(self, typed: Beginning) -> Iterator[PrefixMatch[T]]:
        """What begins so, in no order that matters."""
        keys, entries = (self._initials, self._by_initials) if typed.by_initials else (self._letters, self._by_letters)
        for key, name, folded, value in entries[bisect_left(keys, typed.first) : bisect_left(keys, typed.after)]:
            if match := typed.pattern.match(folded.text):
                yield PrefixMatch(name, value, level(key, typed), folded.back(*match.span()))


def level(key: str, typed: Beginning) -> int:
    """How exactly letters begin so: 0 as typed, 1 as the next keys may make it, 2 by initial consonants."""
    return 0 if key.startswith(typed.letters) else 2 if typed.by_initials or typed.by_consonants else 1
