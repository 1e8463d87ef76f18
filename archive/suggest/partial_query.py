"""Which part of what is typed is to be completed? The last word, alone and with the words before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.query import field_named
from archive.suggest.keystrokes import Beginning, beginning, on_keys

WORDS = 4  # of a name that is typed in several words: North Korean People's Army
# Beyond these nothing is completed together: quotation marks, brackets, a colon, a minus before a word.
_STRETCH = re.compile(r"""[^"“”(){}\[\]:：]*\Z""")
_FIELD = re.compile(r"""(?:\A|(?<=[\s(-]))([^\W\d_]+)[:：](["“]?)([^"“”:：()]*)\Z""")
_WORD = re.compile(r"\S+")
_QUOTES = ('"', "“", "”")


@dataclass(frozen=True, slots=True)
class Tail:
    """The last words of what is typed: how many, where in it they begin, and the beginning that they are."""

    words: int
    start: int
    beginning: Beginning


@dataclass(frozen=True, slots=True)
class PartialQuery:
    """What is typed, as it can be completed: `tails` with the most words first, the last word alone at the end.

    `field` is the field that is being filled in (제목:나루); `ended` says whether a space follows the last word, `free`
    whether a field may stand in its place: not in a quotation.
    """

    text: str
    tails: tuple[Tail, ...]
    field: str | None = None
    free: bool = True

    @property
    def ended(self) -> bool:
        return self.text != self.text.rstrip()

    def query(self, tail: Tail, completion: str) -> str:
        """All that is typed, with a tail completed."""
        return self.text[: tail.start] + completion

    def on_keys(self) -> "PartialQuery | None":
        """The last word alone, read on the Korean keys; None where it is no Korean."""
        last = self.tails[-1]
        made = on_keys(self.text[last.start :].strip())
        typed = beginning(made) if made else None
        return replace(self, tails=(replace(last, beginning=typed),)) if typed else None


def partial_query(text: str) -> PartialQuery | None:
    """What of a text is to be completed; None where it ends in nothing that could be."""
    if found := _FIELD.search(text):
        name = field_named(found[1])
        tail = _tail(1, found.start(), found[3])
        if name is not None:
            known = name in ("title", "author", "outlet")
            return PartialQuery(text, (tail,), name) if known and tail else None
    stretch = _STRETCH.search(text)
    begin = stretch.start() if stretch else 0
    tails = tuple(_tails(text, begin))
    return PartialQuery(text, tails, free=text[begin - 1 : begin] not in _QUOTES) if tails else None


def _tails(text: str, begin: int) -> Iterator[Tail]:
    words = list(_WORD.finditer(text, begin))
    minus = next((i for i in reversed(range(len(words))) if words[i].group()[0] in "-−"), None)
    starts = [word.start() for word in words[minus or 0 :]]
    if minus is not None:
        starts[0] += 1
    for count in range(min(WORDS, len(starts)), 0, -1):
        start = starts[-count]
        tail = _tail(count, start, text[start:])
        if tail is not None and (start == begin or not _lone(tail.beginning.letters)):
            yield tail


def _lone(letters: str) -> bool:
    """One letter of an alphabet, which begins too many words to say anything beside others."""
    return len(letters) == 1 and letters.isalpha() and letters < "\u1100"


def _tail(words: int, start: int, typed: str) -> Tail | None:
    found = beginning(typed)
    return Tail(words, start, found) if found else None
