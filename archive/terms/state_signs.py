"""Which states are named by one letter each? Signs count joined to each other (북러), or after a prefix (대북, 对朝).

Together they are one notion whatever their order: 북러, 러·북 and 朝俄 all give `+north-korea+russia`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from archive.terms.edges import Edges
from archive.text import han_edges, is_han, is_hangul

# Before a state's sign: against, toward, visiting, resident in, pro-, anti- (대북, 방러, 주미, 친러, 반미).
_BEFORE_SIGNS = "대방주친반탈"
# What looks like such a word and is another: 대중 the masses, 주중 and 주일 in the week, 일조 sunshine.
_OTHER_WORDS = frozenset({"대중", "주중", "주일", "대한", "반일", "대조", "방조", "주조", "일조",
    "일한", "영한", "조한", "조영", "영호", "영일", "한조", "불러"})  # fmt: skip
# The same in Chinese, and: going to, aiding, opposing, resisting, invading, concerning. A word must end behind it.
_BEFORE_HAN = "对驻访赴援亲反抗侵涉"
_CHINA = str.maketrans("华", "中")  # named so after them: 访华
_OTHER_HAN = frozenset({"对中", "对白", "反中", "反白", "反土"})  # alignment, dialogue
# America's north, south and middle beside the United States and a state.
_CONTINENTS = frozenset({"북미", "남미", "중미"})


class StateSigns:
    """The signs of a term base: the state that each names."""

    def __init__(self, signs: Mapping[str, str]) -> None:
        self._signs = signs

    def find(self, text: str, edges: Edges, found: Sequence[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
        """The states and the notion they make together: (concept, start, end). `found` are the forms of the text, whose
        Chinese characters are simplified."""
        yield from self._prefixed(text)
        runs = list(self._runs.finditer(text))
        taken = _taken(found, text, {match.start("signs"): match.end("signs") for match in runs}) if runs else set()
        for match in runs:
            start, end = match.span("signs")
            if (
                not taken.isdisjoint(range(start, end))
                or match.group() in _OTHER_WORDS
                or not _fits(match, text, edges)
            ):
                continue
            states = [self._signs[sign] for sign in match["signs"]]
            if len(set(states)) < len(states):
                continue
            yield from ((state, start + i, start + i + 1) for i, state in enumerate(states))
            if len(states) > 1:
                yield "".join(f"+{state}" for state in sorted(states)), start, end

    def _prefixed(self, text: str) -> Iterator[tuple[str, int, int]]:
        """States by a Chinese sign after a Chinese prefix: (state, start of the prefix, end)."""
        for match in re.finditer(f"[{_BEFORE_HAN}](.)", text):
            state = self._signs.get(match[1].translate(_CHINA)) if is_han(match[1]) else None
            if state and match.group() not in _OTHER_HAN and han_edges(text).issuperset(match.span()):
                yield state, *match.span()

    @cached_property
    def _runs(self) -> re.Pattern[str]:
        """Signs in a row; a Hangul one by itself only after a prefix."""
        signs = "".join(map(re.escape, self._signs)) or "\0"
        alone = "".join(re.escape(sign) for sign in self._signs if not is_hangul(sign)) or "\0"
        return re.compile(
            f"(?P<before>[{_BEFORE_SIGNS}])?(?P<signs>(?(before)[{signs}]+|(?:[{signs}]{{2,}}|[{alone}])))"
        )


def _taken(found: Iterable[tuple[str, int, int]], text: str, runs: Mapping[int, int]) -> set[int]:
    """The offsets that forms of several letters take; not a run of signs that is their first word (북중 교역), or that
    stands in them before another form (中俄 of 中俄关系, where the forms inside others are given)."""
    taken: set[int] = set()
    spans = {(start, end) for _, start, end in found}
    for start, end in spans:
        if end - start > 1:
            first = runs.get(start, end)
            apart = first < end and (not text[first].isalnum() or (first, end) in spans)
            apart = apart and text[start:first] not in _CONTINENTS
            taken.update(range(first if apart else start, end))
    return taken


def _fits(match: re.Match[str], text: str, edges: Edges) -> bool:
    """Several signs, or a Hangul one after a prefix, as a word of their own; or a Chinese one alone in Korean."""
    signs, start, end = match["signs"], match.start(), match.end()
    begins = is_han(text[start]) or start in edges.starts
    ends = is_han(text[end - 1]) or edges.ends_at(text, end)
    if len(signs) > 1 or match["before"]:
        return begins and ends and (len(signs) > 1 or is_hangul(signs))
    neighbours = text[start - 1 : start] + text[end : end + 1]
    return is_han(signs) and not any(map(is_han, neighbours)) and any(map(is_hangul, text))
