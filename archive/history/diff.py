"""What differs between what was cited and what is? Pure: texts in, spans out; and two revisions side by side.

A difference is found word by word, and within words that mostly agree letter by letter, a number being one letter.
Spaces and line breaks are no difference; signs are shown, though they don't make a passage a revised one.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from archive.model import Followed, Span, status_of
from archive.text import bare

KEEP = 0.5  # share of letters that two groups of words have in common, from which on single letters are marked
FINE = 40_000  # pairs of letters that are compared singly; a longer group is marked whole
NEAR = 6  # words that may stand between two shared stretches of one part
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"\d[\d.,]*\d|\S")


@dataclass(frozen=True, slots=True)
class Difference:
    """Spans of the old text that are gone, and of the new text that came, each in order."""

    gone: tuple[Span, ...]
    come: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SharedPart:
    """The part of an old text that stands in a new one: its spans in both."""

    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class PassagePair:
    """What became of passages between two revisions. `old` and `new` are ids; either may be empty."""

    status: str  # as in `archive.model.revision`, or "new"
    old: tuple[str, ...]
    new: tuple[str, ...]


def difference(old: str, new: str) -> Difference:
    """What to strike out of the old text, and what to put in, to have the words of the new one."""
    was, now = _spans(_WORD, old, 0, len(old)), _spans(_WORD, new, 0, len(new))
    gone: list[Span] = []
    come: list[Span] = []
    matcher = SequenceMatcher(None, _keys(old, was), _keys(new, now), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            lost, added = _changed(old, was[a:b], new, now[c:d])
            gone += lost
            come += added
    return Difference(tuple(gone), tuple(come))


def _changed(old: str, was: Sequence[Span], new: str, now: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """What differs between two groups of words, one of which may be empty."""
    if not was or not now:
        return _whole(was), _whole(now)
    ours = [span for start, end in was for span in _spans(_LETTER, old, start, end)]
    theirs = [span for start, end in now for span in _spans(_LETTER, new, start, end)]
    a, b = _keys(old, ours), _keys(new, theirs)
    if "".join(a) == "".join(b):
        return [], []
    if len(a) * len(b) > FINE:
        return _whole(was), _whole(now)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.ratio() < KEEP:
        return _whole(was), _whole(now)
    blocks = _blocks(matcher)
    return (
        [(ours[i][0], ours[j - 1][1]) for i, j, _, _ in blocks if i < j],
        [(theirs[k][0], theirs[n - 1][1]) for _, _, k, n in blocks if k < n],
    )


def _blocks(matcher: "SequenceMatcher[str]") -> list[tuple[int, int, int, int]]:
    """The changes; two with a single letter between them are one."""
    blocks: list[tuple[int, int, int, int]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal" and blocks and a - blocks[-1][1] <= 1:
            blocks[-1] = blocks[-1][0], b, blocks[-1][2], d
        elif tag != "equal":
            blocks.append((a, b, c, d))
    return blocks


def share(old: str, new: str) -> SharedPart | None:
    """Which part of the old text stands where in the new one; None where nothing of it does.

    The longest stretch of words that both have, signs aside, with the stretches near it.
    """
    was, now = _spans(_WORD, old, 0, len(old)), _spans(_WORD, new, 0, len(new))
    a, b = [_bare(old, span) for span in was], [_bare(new, span) for span in now]
    blocks = [block for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if block.size]
    if not blocks:
        return None
    first = last = max(range(len(blocks)), key=lambda n: blocks[n].size)
    while first and _near(blocks[first - 1], blocks[first]):
        first -= 1
    while last + 1 < len(blocks) and _near(blocks[last], blocks[last + 1]):
        last += 1
    start, end = blocks[first], blocks[last]
    return SharedPart((was[start.a][0], was[end.a + end.size - 1][1]), (now[start.b][0], now[end.b + end.size - 1][1]))


def _near(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    (a, b, size), (c, d, _) = one, other
    return c - a - size <= NEAR and d - b - size <= NEAR


def _spans(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Span]:
    return [match.span() for match in pattern.finditer(text, start, end)]


def _keys(text: str, spans: Sequence[Span]) -> list[str]:
    return [unicodedata.normalize("NFC", text[start:end]) for start, end in spans]


def _bare(text: str, span: Span) -> str:
    return bare(text[slice(*span)]) or text[slice(*span)]


def _whole(spans: Sequence[Span]) -> list[Span]:
    return [(spans[0][0], spans[-1][1])] if spans else []


# Two revisions of a document


def compare(was: Mapping[str, str], now: Mapping[str, str], went: Mapping[str, Followed]) -> tuple[PassagePair, ...]:
    """What became of each passage, in the order of the new revision.

    `was` and `now` are the texts of both revisions by id, in order; `went` says of each old id where it is now. What is
    gone stands behind what it stood behind.
    """
    groups: list[tuple[list[str], list[str]]] = []
    owner: dict[str, int] = {}
    for id_ in was:
        targets = [target for target in went[id_].ids if target in now]
        touched = sorted({owner[target] for target in targets if target in owner})
        at = touched[0] if touched else len(groups)
        if not touched:
            groups.append(([], []))
        for other in touched[1:]:
            for mine, theirs in zip(groups[at], groups[other], strict=True):
                mine += theirs
                theirs.clear()
        groups[at][0].append(id_)
        groups[at][1].extend(target for target in targets if target not in groups[at][1])
        owner.update(dict.fromkeys(groups[at][1], at))
    groups += [([], [id_]) for id_ in now if id_ not in owner]
    return tuple(_entry(old, new, was, now, went) for old, new in _ordered(groups, list(was), list(now)))


def _entry(
    old: Sequence[str], new: Sequence[str], was: Mapping[str, str], now: Mapping[str, str], went: Mapping[str, Followed]
) -> PassagePair:
    if not old:
        status = "new"
    elif not new:
        status = "gone"
    elif len(old) == len(new) == 1:
        status = status_of(went[old[0]], was[old[0]], [now[new[0]]])
    elif any(went[id_].status == "ambiguous" for id_ in old):
        status = "ambiguous"
    else:
        status = "split" if len(old) == 1 else "merged"
    return PassagePair(status, tuple(old), tuple(new))


def _ordered(
    groups: Sequence[tuple[list[str], list[str]]], was: Sequence[str], now: Sequence[str]
) -> list[tuple[list[str], list[str]]]:
    place_now = {id_: n for n, id_ in enumerate(now)}
    place_was = {id_: n for n, id_ in enumerate(was)}
    for olds, news in groups:
        olds.sort(key=place_was.__getitem__)
        news.sort(key=place_now.__getitem__)
    went_to = {id_: place_now[news[0]] for olds, news in groups if news for id_ in olds}
    keyed: list[tuple[tuple[int, int, int], tuple[list[str], list[str]]]] = []
    for olds, news in groups:
        if news:
            keyed.append(((place_now[news[0]], 0, 0), (olds, news)))
        elif olds:
            at = place_was[olds[0]]
            behind = next((went_to[id_] for id_ in reversed(was[:at]) if id_ in went_to), -1)
            keyed.append(((behind, 1, at), (olds, news)))
    return [group for _, group in sorted(keyed, key=lambda item: item[0])]
