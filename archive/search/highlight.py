"""Which letters of a hit did the query match? Marks from stored tokens, by the same readings that found the passage.

A match is a union of token spans that a positive leaf matched. Bigrams mark only where all bigrams of the word stand
together, so a stray pair of letters never marks; words under NOT are no leaves here and never mark.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from archive.analyzer import Streams
from archive.search.term import Places, QueryTerm


class Mark(NamedTuple):
    """A marked span, the words of the query that it answers, and the kinds of readings that found it ("" as typed)."""

    start: int
    end: int
    because: tuple[str, ...]
    kinds: tuple[str, ...] = ()


class IndexedText:
    """A text's tokens, ready to be looked through for many words."""

    def __init__(self, streams: Streams) -> None:
        self.streams = streams
        self._positions: dict[str, dict[str, list[int]]] = {}

    def positions(self, stream: str, terms: Iterable[str]) -> list[int]:
        """Where any of these terms stand in the stream, in order."""
        if stream not in self._positions:
            listed: dict[str, list[int]] = {}
            for position, token in enumerate(self.streams[stream]):
                listed.setdefault(token.term, []).append(position)
            self._positions[stream] = listed
        found = self._positions[stream]
        return sorted(position for term in set(terms) for position in found.get(term, ()))

    def tokens(self, stream: str, terms: Iterable[str]) -> list[tuple[int, int]]:
        """The spans of the tokens that are one of these terms."""
        tokens = self.streams[stream]
        return [(tokens[i].start, tokens[i].end) for i in self.positions(stream, terms)]

    def runs(self, stream: str, places: Places) -> Iterator[tuple[int, int]]:
        """The tokens that stand at consecutive positions, one of the alternatives of each place in turn."""
        if not places:
            return
        tokens = self.streams[stream]
        starts = set(self.positions(stream, places[0]))
        for i, place in enumerate(places[1:], 1):
            if not starts:
                return
            starts &= {position - i for position in self.positions(stream, place)}
        for start in sorted(starts):
            yield from ((token.start, token.end) for token in tokens[start : start + len(places)])


def marks(leaves: Iterable[QueryTerm], text: IndexedText) -> list[Mark]:
    """The marks of one text, in order; spans that overlap or touch are one."""
    spans = [Mark(start, end, (leaf.because,), (kind,)) for leaf in leaves for start, end, kind in _spans(leaf, text)]
    merged: list[Mark] = []
    for mark in sorted(spans):
        if merged and mark.start <= merged[-1].end:
            last = merged[-1]
            because = tuple(dict.fromkeys((*last.because, *mark.because)))
            kinds = tuple(dict.fromkeys((*last.kinds, *mark.kinds)))
            merged[-1] = Mark(last.start, max(last.end, mark.end), because, kinds)
        else:
            merged.append(mark)
    return merged


def reasons(leaves: Iterable[QueryTerm], text: IndexedText) -> list[tuple[QueryTerm, int, int]]:
    """Where a leaf was met by another form than the one typed: (leaf, start, end), each form's first place."""
    found = []
    for leaf in leaves:
        spans = sorted(_spans(leaf, text))
        typed = {(start, end) for start, end, kind in spans if not kind}
        for start, end, kind in spans:
            if kind and not any(s < end and start < e for s, e in typed):
                found.append((leaf, start, end))
    return [
        (leaf, start, end)
        for leaf, start, end in found
        if not any(o is leaf and s <= start and end <= e and e - s > end - start for o, s, e in found)
    ]


def met(leaf: QueryTerm, texts: Iterable[IndexedText]) -> bool:
    """Does the word, or a part of it, stand in any of these texts?"""
    return any(_spans(leaf, one) for one in texts)


def missing_words(leaf: QueryTerm, texts: Sequence[IndexedText]) -> tuple[str, ...]:
    """What of the word stands in none of these texts: nothing, the parts that are missing, or all of it, as typed."""
    if leaf.optional or any(_whole(leaf, one) for one in texts):
        return ()
    if leaf.whole or leaf.exact or not leaf.parts:
        return (leaf.because,)
    gone = [i for i in leaf.parts if not any(_has_part(leaf, i, one) for one in texts)]
    if len(gone) == len(leaf.parts) or not leaf.texts:
        return (leaf.because,) if gone else ()
    return tuple(leaf.texts[i] for i in gone)


def _whole(leaf: QueryTerm, text: IndexedText) -> bool:
    return bool(_strict(leaf, text)) or any(_whole(reading.leaf, text) for reading in leaf.wide)


def _has_part(leaf: QueryTerm, part: int, text: IndexedText) -> bool:
    return (
        bool(text.positions("word", leaf.words[part]))
        or any(True for _ in text.runs("bigram", leaf.run_of(part)))
        or any(_whole(reading.leaf, text) for reading in leaf.covering(part))
    )


def _spans(leaf: QueryTerm, text: IndexedText) -> list[tuple[int, int, str]]:
    """Everything that the leaf matches: (start, end, kind of the reading or "")."""
    spans = [(start, end, "") for start, end in _strict(leaf, text)]
    if not (leaf.whole or leaf.exact):
        wanted = {term for i in leaf.parts for term in leaf.words[i]}
        spans += [(start, end, "") for start, end in text.tokens("word", wanted)]
        spans += [(start, end, "") for i in leaf.parts for start, end in text.runs("bigram", leaf.run_of(i))]
    readings = leaf.wide if leaf.whole else leaf.readings
    return spans + [(s, e, reading.kind.value) for reading in readings for s, e, _ in _spans(reading.leaf, text)]


def _strict(leaf: QueryTerm, text: IndexedText) -> list[tuple[int, int]]:
    spans = list(text.runs("bigram", leaf.run))
    if leaf.exact:
        return spans
    spans += text.tokens("concept", leaf.concepts)
    return [*spans, *text.runs("word", leaf.words)]
