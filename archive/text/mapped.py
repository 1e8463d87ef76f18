"""Where in its source does a part of a text stand? A text with the origin of each of its characters."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text made from another: `origin[i]` is the offset in the source of the character that gave `text[i]`."""

    text: str
    origin: Sequence[int]

    @classmethod
    def of(cls, pieces: Iterable[tuple[int, str]]) -> "MappedText":
        """The text of pieces in order, each the offset of a character in the source and what became of it."""
        text: list[str] = []
        origin: list[int] = []
        for at, piece in pieces:
            text.append(piece)
            origin += [at] * len(piece)
        return cls("".join(text), tuple(origin))

    def without(self, offsets: Container[int]) -> "MappedText":
        """The text with the characters at these offsets left out."""
        kept = [i for i in range(len(self.text)) if i not in offsets]
        return MappedText("".join([self.text[i] for i in kept]), tuple([self.origin[i] for i in kept]))

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span in the source of text[start:end], which must not be empty."""
        return self.origin[start], self.origin[end - 1] + 1

    def forward(self, offset: int) -> int:
        """Where in the text the characters from this offset of the source on begin; its length where none is left."""
        return bisect_left(self.origin, offset)
