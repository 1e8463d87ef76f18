"""Was a word cut by a hyphen at the end of its line? Drops the hyphen only where the document cuts words so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.lines.line import TextLine

SOFT_HYPHEN = "\u00ad"
_HYPHENED = re.compile(r"([A-Za-z]{2,})[-‐]$")
_WHOLE = re.compile(r"[A-Za-z]{2,}(?:-[A-Za-z]{2,})*(?![A-Za-z-])")
_GOES_ON = re.compile(r"[a-z]{2,}")
# Words that a hyphen cuts show at a twentieth of the line ends and more; hyphens of their own (long-term) at few.
CUT_SHARE, CUT_LEAST = 0.04, 3


@dataclass(frozen=True, slots=True)
class LatinWords:
    """The Latin words of a document: those whole within its lines, and whether it cuts words with hyphens."""

    whole: frozenset[str]
    hyphenates: bool

    @classmethod
    def of(cls, lines: Sequence[TextLine]) -> "LatinWords":
        """Learns them from its printed lines."""
        words = {word.lower() for line in lines for word in _WHOLE.findall(line.text)}
        latin = [(a, b) for a, b in pairwise(lines) if a.text[-1:].isascii() and _GOES_ON.match(b.text)]
        cut = sum(_HYPHENED.search(a.text) is not None for a, _ in latin)
        return cls(frozenset(words), cut >= CUT_LEAST and cut > CUT_SHARE * len(latin))

    def join_hyphened(self, text: str, following: str) -> tuple[str, bool]:
        """The text without the hyphen that cut its last word at the line end, and whether there was one."""
        if text.endswith(SOFT_HYPHEN):
            return text[:-1], True
        head, tail = _HYPHENED.search(text), _GOES_ON.match(following)
        if head is None or tail is None:
            return text, False
        with_hyphen = f"{head[1]}-{tail[0]}".lower() in self.whole
        cut = (head[1] + tail[0]).lower() in self.whole or (self.hyphenates and not with_hyphen)
        return (text[:-1], True) if cut else (text, False)
