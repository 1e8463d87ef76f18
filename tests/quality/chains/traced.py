"""Text whose letters know where they come from, so that every edit carries the truth along.

A letter is what a reader would call one: signs, spaces and raised note marks are none, and NFKC makes its forms one.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count, islice
from typing import NamedTuple

NOWHERE = 0  # the origin of a letter that no text had before: noise, a page head
RAISED = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹")
DOTS = "ㆍ・‧･·•∙⋅"  # U+318D is a letter to Unicode, and a sign to every reader
CLUSTER = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|.[\u0300-\u036f]*", re.DOTALL)

_numbers = count(1)


class Letters(NamedTuple):
    """The letters of a text and, for each, its origin."""

    text: str
    origins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Traced:
    """A text with an origin for each of its characters."""

    text: str
    origins: tuple[int, ...]

    @classmethod
    def new(cls, text: str) -> "Traced":
        """Words that are written here for the first time."""
        return cls(text, tuple(islice(_numbers, len(text))))

    @classmethod
    def noise(cls, text: str) -> "Traced":
        return cls(text, (NOWHERE,) * len(text))

    def __add__(self, other: "Traced | str") -> "Traced":
        other = other if isinstance(other, Traced) else Traced.noise(other)
        return Traced(self.text + other.text, self.origins + other.origins)

    def __getitem__(self, where: slice) -> "Traced":
        return Traced(self.text[where], self.origins[where])

    def __len__(self) -> int:
        return len(self.text)

    def split(self, pattern: str) -> list["Traced"]:
        pieces, start = [], 0
        for match in re.finditer(pattern, self.text):
            pieces.append(self[start : match.start()])
            start = match.end()
        return [*pieces, self[start:]]

    def sub(self, pattern: str, replacement: Callable[[re.Match[str]], "Traced | str"]) -> "Traced":
        pieces, start = [], 0
        for match in re.finditer(pattern, self.text):
            new = replacement(match)
            pieces += [self[start : match.start()], new if isinstance(new, Traced) else Traced.noise(new)]
            start = match.end()
        return join("", [*pieces, self[start:]])

    def respelled(self, spell: Callable[[str], str]) -> "Traced":
        """The same letters in another spelling.

        Raises:
            ValueError: the spelling has other letters.
        """
        text, (before, origins) = spell(self.text), letters(self)
        after = letters(Traced.noise(text)).text
        if before != after:
            raise ValueError("another spelling has the same letters")
        given, marks = iter(origins), []
        for cluster in CLUSTER.findall(text):
            found = [next(given) for _ in _letters_of(cluster)]
            marks += [found[0] if found else NOWHERE] * len(cluster)
        return Traced(text, tuple(marks))


def join(between: str, parts: Iterable[Traced]) -> Traced:
    kept = list(parts)
    origins: list[int] = []
    for position, part in enumerate(kept):
        origins += (NOWHERE,) * len(between) if position else ()
        origins += part.origins
    return Traced(between.join(part.text for part in kept), tuple(origins))


def letters(traced: Traced) -> Letters:
    found: list[str] = []
    origins: list[int] = []
    position = 0
    for cluster in CLUSTER.findall(traced.text):
        for letter in _letters_of(cluster):
            found.append(letter)
            origins.append(traced.origins[position])
        position += len(cluster)
    return Letters("".join(found), tuple(origins))


def letters_of(text: str) -> str:
    return "".join(letter for cluster in CLUSTER.findall(text) for letter in _letters_of(cluster))


def _letters_of(cluster: str) -> str:
    if cluster in RAISED or cluster in DOTS:
        return ""
    return "".join(c for c in unicodedata.normalize("NFKC", cluster) if c.isalnum() and c not in "\u119eㆍ")
