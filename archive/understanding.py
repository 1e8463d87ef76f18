"""What does the reader mean by these words? Turns words that stand side by side into leaves with their readings.

Words are analysed together, as they stand, by the index's own analyzer; those that one concept or name holds together
become one leaf. Nothing that was typed is replaced silently: what is read otherwise is said in `Leaf.meant` or is a
`Reading`, and the reader can take each away.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.analyzer import Streams, Token, analyze
from archive.folding import is_han, is_hangul
from archive.keyboard import hangul
from archive.korean import spaced
from archive.leaf import Leaf, Meant, Reading, ReadingKind, formed, quoted, worded
from archive.query import Prefix, Quote, Word
from archive.ranking import Ranking
from archive.readings import LONGEST_NAME, Known, Unit, joined_name, readings
from archive.stopwords import asks_nothing

# A question whose words are mostly lone syllables was typed, or printed, letter by letter.
LETTERS = 4
LETTERED = 0.7
PREFIXED = 60  # words that a prefix may stand for


@dataclass(frozen=True, slots=True)
class _Typed:
    """A word of a stretch: as typed, and as it is analysed."""

    printed: str
    text: str
    start: int
    meant: Meant | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Understanding:
    """Understands the words of one query."""

    def __init__(self, known: Known, ranking: Ranking, exactly: bool = False, dropped: frozenset[str] = frozenset()) -> None:
        """`exactly` takes words as typed (입력한 그대로 검색); `dropped` are ids of readings that are not wanted."""
        self._known = known
        self._ranking = ranking
        self._kinds = frozenset() if exactly else ranking.kinds
        self._dropped = dropped

    def word(self, node: Word | Quote | Prefix) -> Leaf:
        """The leaf of a word that stands for itself: under an operator, or a quotation, or a prefix."""
        if isinstance(node, Quote):
            return quoted(node.text)
        if isinstance(node, Prefix):
            return self._prefix(node.text)
        units = self.stretch([node])
        return units[0] if len(units) == 1 else Leaf(node.text)

    def stretch(self, words: Sequence[Word]) -> list[Leaf]:
        """The leaves of words side by side, in order; several words that are one notion are one leaf."""
        if not words:
            return []
        typed = self._typed([word.text for word in words])
        text = " ".join(one.text for one in typed)
        (streams,) = analyze([text], everything=True)
        return _weighed([self._leaf(unit, meant) for unit, meant in self._units(text, typed, streams)])

    def _typed(self, texts: Sequence[str]) -> list[_Typed]:
        """The words as they are analysed: letters closed up, and Korean typed on Latin keys."""
        if (closed := self._closed_up(texts)) is not None:
            meant = Meant(ReadingKind.SPELLING, closed)
            if self._wanted(meant.kind, meant.id):
                return list(_placed([(word, word, replace(meant, form=word)) for word in closed.split()]))
        return list(_placed([(text, *self._on_keys(text)) for text in texts]))

    def _wanted(self, kind: ReadingKind, identity: str) -> bool:
        return kind.value in self._kinds and identity not in self._dropped

    def _closed_up(self, texts: Sequence[str]) -> str | None:
        """북 한 의 as 북한의: with the spaces that the model would set; None where words were typed."""
        korean = [text for text in texts if any(map(is_hangul, text))]
        if len(korean) < LETTERS or sum(len(text) == 1 for text in korean) < LETTERED * len(korean):
            return None
        return spaced("".join(texts))

    def _on_keys(self, text: str) -> tuple[str, Meant | None]:
        """A word that stands nowhere as typed, read on the Korean keys."""
        meant = hangul(text)
        if meant is None or not self._wanted(ReadingKind.KEYBOARD, f"keyboard:{meant}"):
            return text, None
        typed, korean = analyze([text, meant])
        if typed.concept or self._stands(text, typed) or not self._stands(meant, korean):
            return text, None
        return meant, Meant(ReadingKind.KEYBOARD, meant)

    def _stands(self, text: str, streams: Streams) -> bool:
        return bool(streams.concept) or self._known.has(worded(text, text, streams.word, streams.compound, streams.bigram))

    def _units(self, text: str, typed: Sequence[_Typed], streams: Streams) -> Iterator[tuple[Unit, Meant | None]]:
        """The words, joined where a concept or a name holds several together."""
        wanted = [token for token in streams.concept if self._concept_wanted(token)]
        found = [token for token in wanted if self._known.standing([("concept", token.term)])]
        joins = {i for token in found for i in _crossed(typed, token)} | set(self._names(text, typed, streams, wanted))
        first = 0
        for i in range(len(typed)):
            if i in joins:  # held together with the next word
                continue
            start, end = typed[first].start, typed[i].end
            printed = " ".join(one.printed for one in typed[first : i + 1])
            yield (
                Unit(
                    printed, text, _within(streams.word, start, end), _within(found, start, end), start, end,
                    compounds=_within(streams.compound, start, end), bigrams=_within(streams.bigram, start, end),
                    spoken=any(start <= token.start and token.end <= end for token in wanted),
                ),
                typed[i].meant if first == i else None,
            )
            first = i + 1

    def _concept_wanted(self, token: Token) -> bool:
        kind = ReadingKind.QUANTITY if token.term[0] in "=@" else ReadingKind.TERM
        return self._wanted(kind, f"{kind.value}:{token.term}")

    def _names(self, text: str, typed: Sequence[_Typed], streams: Streams, found: Sequence[Token]) -> Iterator[int]:
        """Which words are joined to the next by a name of several words (Kim Jong Un, Си Цзиньпин)."""
        if ReadingKind.NAME.value not in self._kinds:
            return
        taken: set[int] = set()
        for size in range(LONGEST_NAME, 1, -1):
            for i in range(len(typed) - size + 1):
                run = range(i, i + size)
                part = typed[i : i + size]
                start, end = part[0].start, part[-1].end
                if taken & set(run) or not all(_foreign(one.text) for one in part) or _within(found, start, end):
                    continue
                unit = Unit(text[start:end], text, _within(streams.word, start, end), (), start, end)
                if any(True for _ in joined_name(unit, self._known)):
                    taken |= set(run)
                    yield from run[:-1]

    def _leaf(self, unit: Unit, meant: Meant | None) -> Leaf:
        leaf = replace(worded(unit.core, unit.text, unit.words, unit.compounds, unit.bigrams), printed=unit.printed, meant=meant)
        found: dict[tuple[str, int], Reading] = {}
        if self._kinds:
            for reading in readings(unit, leaf, self._known, self._ranking):
                if self._wanted(reading.kind, reading.id):
                    found.setdefault((reading.form, reading.first), reading)
        return replace(leaf, readings=tuple(found.values()), spoken=unit.spoken)

    def _prefix(self, text: str) -> Leaf:
        words = self._known.lexicon.starting(text, PREFIXED)
        places = (tuple(dict.fromkeys(term for word in words if len(word.terms) == 1 for term in word.terms[0])),)
        found = formed(f"{text}*", places if places[0] else ())
        return replace(found, compounds=tuple(word.form for word in words if word.script == "hangul"), whole=False)


def _weighed(leaves: list[Leaf]) -> list[Leaf]:
    """The leaves, those marked light that ask for nothing beside others: function words, Korean words all of endings."""
    light = [
        not (leaf.readings or leaf.meant) and all(asks_nothing(place[0]) for place in leaf.words) for leaf in leaves
    ]
    return leaves if all(light) else [replace(leaf, light=found) for leaf, found in zip(leaves, light, strict=True)]


def _placed(words: Iterable[tuple[str, str, Meant | None]]) -> Iterator[_Typed]:
    at = 0
    for printed, text, meant in words:
        yield _Typed(printed, text, at, meant)
        at += len(text) + 1


def _crossed(typed: Sequence[_Typed], token: Token) -> Iterator[int]:
    """The words that a token joins to the next."""
    inside = [i for i, one in enumerate(typed) if one.start < token.end and token.start < one.end]
    yield from inside[:-1]


def _within(tokens: Iterable[Token], start: int, end: int) -> tuple[Token, ...]:
    return tuple(token for token in tokens if start <= token.start < end)


def _foreign(text: str) -> bool:
    return bool(text) and not any(is_hangul(c) or is_han(c) or c.isdigit() for c in text)
