"""Which letters of a hit did the query match? Marks from stored tokens, by the same readings that found the passage.

A match is a union of token spans that a positive leaf matched. Bigrams mark only where all bigrams of the word stand
together, so a stray pair of letters never marks; words under NOT are no leaves here and never mark.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archive.analyzer import Streams, Token
from archive.leaf import Leaf, Places


class Mark(NamedTuple):
    """A marked span, and the words of the query that it answers."""

    start: int
    end: int
    because: str


def marks(leaves: Iterable[Leaf], streams: Streams) -> list[Mark]:
    """The marks of one text, in order; spans that overlap or touch are one."""
    spans = [Mark(start, end, leaf.because) for leaf in leaves for start, end in _spans(leaf, streams)]
    merged: list[Mark] = []
    for mark in sorted(spans):
        if merged and mark.start <= merged[-1].end:
            last = merged[-1]
            because = last.because if mark.because in last.because.split(", ") else f"{last.because}, {mark.because}"
            merged[-1] = Mark(last.start, max(last.end, mark.end), because)
        else:
            merged.append(mark)
    return merged


def matched(leaf: Leaf, streams: Iterable[Streams]) -> bool:
    """Does the word, or a part of it, stand in any of these texts?"""
    return any(_spans(leaf, one) for one in streams)


def _spans(leaf: Leaf, streams: Streams) -> list[tuple[int, int]]:
    spans = _runs(leaf.run, streams.bigram)
    if leaf.exact:
        return spans
    spans += [(t.start, t.end) for t in streams.compound if t.term in leaf.compounds]
    spans += _runs(leaf.words, streams.word)
    if leaf.whole:
        return spans
    wanted = {term for place in leaf.parts for term in place}
    return spans + [(t.start, t.end) for t in streams.word if t.term in wanted]


def _runs(places: Places, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The tokens that stand at consecutive positions, one of the alternatives of each place in turn."""
    if not places:
        return []
    found = []
    first = places[0]
    for i in range(len(tokens) - len(places) + 1):
        if tokens[i].term not in first:
            continue
        run = tokens[i : i + len(places)]
        if all(token.term in place for token, place in zip(run, places, strict=True)):
            found += [(token.start, token.end) for token in run]
    return found
