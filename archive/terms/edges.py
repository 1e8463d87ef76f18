"""Where may a form of the term base begin and end? As the morphological model has words, and as Chinese has them."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from archive.text import han_edges, is_han, is_hangul

# Particles that may follow a form inside its eojeol where the morphological model saw no end.
_PARTICLES = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에게|로|으로|와|과|도|만|까지|부터|보다|처럼|측|식|산|형|행|발)+\b"
)
_SHORT = 2  # Chinese characters of forms that stand in other words, too


@dataclass(frozen=True, slots=True)
class Edges:
    """Where words of a folded text begin and end: offsets; and its verbs: (stem, start, end)."""

    starts: Collection[int]
    ends: Collection[int]
    verbs: tuple[tuple[str, int, int], ...] = ()
    whole: Collection[tuple[int, int]] = ()  # content morphemes: (start, end)

    def ends_at(self, text: str, at: int) -> bool:
        """May a Korean form end here? 전문 does not end inside 전문가, though 가 may be a particle."""
        if at in self.ends or at == len(text) or not is_hangul(text[at]):
            return True
        return bool(_PARTICLES.match(text, at)) and not any(start < at < end for start, end in self.whole)


def is_apart(text: str, start: int, end: int) -> bool:
    """Does a form of two Chinese characters begin and end where words do? 俄铁 stands in no 朝俄铁路."""
    letters = end - start - text.count(" ", start, end)
    return letters != _SHORT or not is_han(text[start]) or han_edges(text).issuperset((start, end))
