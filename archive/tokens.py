"""What is a text found by, and where in it does that stand? Tokens in four streams, as columns made when asked for."""

import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import NamedTuple, overload

from archive.text import MappedText, Once, fold

TIE = "‿"
STREAMS = ("word", "compound", "bigram", "concept")

_WORD = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[A-Za-z\u00c0-\u024f]+|[\u0400-\u04ff]+"
_SYLLABLE = "\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff"  # as is_hangul, is_han
# A syllable, what parts it from the next unit, and that unit; or a word of another script.
_PAIR = re.compile(rf"([{_SYLLABLE}])(?=([\W_]*?)({_WORD}|[^\W_]))|({_WORD}|[^\W_{_SYLLABLE}])")


class Token(NamedTuple):
    """A term and the span of the stored text that it was made from."""

    term: str
    start: int
    end: int


class StoredTokens(Sequence[Token]):
    """Tokens as columns: their terms, and the starts and ends of all of them in turn. Made when they are asked for."""

    @property
    @abstractmethod
    def terms(self) -> Sequence[str]:
        """The terms, in order."""

    @property
    @abstractmethod
    def offsets(self) -> Sequence[int]:
        """The start and the end of each token in turn."""

    def __len__(self) -> int:
        return len(self.terms)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | Sequence[Token]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        at = index if index >= 0 else index + len(self)
        return Token(self.terms[at], self.offsets[2 * at], self.offsets[2 * at + 1])

    def __iter__(self) -> Iterator[Token]:
        return map(Token, self.terms, self.offsets[::2], self.offsets[1::2])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


class MadeTokens(StoredTokens):
    """Tokens just made of a text."""

    def __init__(self, text: MappedText, found: Iterable[tuple[str, int, int]]) -> None:
        """`found` are terms with their spans in the folded text, in any order."""
        placed = list(found)
        if not isinstance(text.origin, range):
            placed = [(term, *text.back(start, end)) for term, start, end in placed]
        placed.sort(key=itemgetter(1, 2))
        self._terms = [one[0] for one in placed]
        self._offsets = list(chain.from_iterable([one[1:] for one in placed]))

    @property
    def terms(self) -> Sequence[str]:
        return self._terms

    @property
    def offsets(self) -> Sequence[int]:
        return self._offsets


class Bigrams(StoredTokens):
    """The bigram stream of a text: one token a unit, except a last lone character.

    Units are Hangul syllables, Chinese characters, and whole words of other scripts; signs are passed over.
    """

    def __init__(self, text: str | MappedText) -> None:
        self._text = text

    @Once
    def folded(self) -> MappedText:
        """The text that its units are read from."""
        return fold(self._text) if isinstance(self._text, str) else self._text

    @Once
    def terms(self) -> Sequence[str]:
        found = _PAIR.findall(self.folded.text)
        if not found:
            return ()
        pairs = [word or (here + TIE + rest if gap else here + rest) for here, gap, rest, word in found]
        return " ".join(pairs).casefold().replace(",", "").split(" ")

    @Once
    def offsets(self) -> Sequence[int]:
        spans = [
            (match.start(), match.end() if match[4] or len(match[3]) > 1 else match.end(3))  # 리‿un marks 리
            for match in _PAIR.finditer(self.folded.text)
        ]
        if not isinstance(self.folded.origin, range):
            spans = [self.folded.back(*span) for span in spans]
        return list(chain.from_iterable(spans))


def syllables_pattern(syllables: Sequence[str], parted: Sequence[bool]) -> re.Pattern[str]:
    """How Hangul syllables or Chinese characters stand in a folded text whose bigrams they are; `parted` says before
    which of them, after the first, spaces and signs may stand. Found in group 1, those that overlap too."""
    gaps = ["", *(r"[\W_]*?" if may else "" for may in parted)]
    return re.compile("(?=(" + "".join(gap + one for gap, one in zip(gaps, syllables, strict=True)) + "))")


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

    def spans(self, stream: str) -> tuple[Sequence[int], Sequence[int]]:
        """The starts and the ends of a stream's tokens."""
        tokens = self[stream]
        if isinstance(tokens, StoredTokens):
            return tokens.offsets[::2], tokens.offsets[1::2]
        return [token.start for token in tokens], [token.end for token in tokens]
