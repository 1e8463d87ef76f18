"""Do these lines come from two columns, taken by turns? Finds stretches in which each line goes on in the next but one.

Extractors print the lines of two columns one from each where a page was set in frames, or both on one line. What stands
there can't be joined: it would make words and sentences of two columns. Kiwi says how well one line leads to another:
in all texts read so far lines lead to the next one better, by 4 to 8 nats on average, and never worse by more than 1.3
over five lines; mixed columns lead to the next but one better by 5 and more.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.text import is_hangul, kiwi
from indexer.lines.line import TextLine
from indexer.lines.sentences import ends_sentence
from indexer.lines.widths import em

SEEN = 18  # code points on both sides of a break that are weighed
LIMIT = 10.0  # nats; one break says no more
SHORT = 12.0  # ems: shorter lines are heads and cells
BETTER = 2.2  # nats by which the next but one must be better on average, over as many open lines as FEWEST
FEWEST = 5
EVEN = 1.5  # nats above which one line speaks for a mixture
FEW, STEP = 60, 3  # of more open lines than this, one in three is looked at first
AROUND = 60  # printed lines around what these show that are looked at, all of them


def mixed_columns(lines: Sequence[TextLine]) -> tuple[tuple[TextLine, ...], ...]:
    """The stretches of lines that two columns gave by turns, in order."""
    opened = [i for i in range(len(lines) - 2) if _is_open(lines[i])]
    if len(opened) > FEW:
        probed = _stretches(_gains(lines, opened[::STEP]), least=2)
        near = {i for first, last in probed for i in range(first - AROUND, last + AROUND + 1)}
        opened = [i for i in opened if i in near]
    return tuple(tuple(lines[first : last + 3]) for first, last in _stretches(_gains(lines, opened), FEWEST))


_GUTTER = re.compile(r"\s{3,}")
COLUMN = 10.0  # ems: what stands on both sides of a gutter is wider; narrower cells are a table's


def side_by_side(lines: Sequence[TextLine]) -> tuple[tuple[TextLine, ...], ...]:
    """The stretches of lines that hold a line of two columns each, as extractors print them that keep the layout."""
    halves = {i: parts for i, line in enumerate(lines) if (parts := _halves(line))}
    pairs = [(i, j) for i, j in pairwise(halves) if j - i <= 2 and not ends_sentence(halves[i][0])]
    down = _fluencies([(halves[i][0], halves[j][0]) for i, j in pairs])
    across = _fluencies([halves[i] for i, _ in pairs])
    gains = {i: max(-LIMIT, min(LIMIT, d - a)) for (i, _), d, a in zip(pairs, down, across, strict=True)}
    found = []
    for first, last in _stretches(gains, FEWEST):
        end = next(j for i, j in pairs if i == last)
        found.append(tuple(lines[first : end + 1]))
    return tuple(found)


def _halves(line: TextLine) -> tuple[str, str] | None:
    """The two texts of a line with one wide gap in it."""
    parts = _GUTTER.split(line.raw.strip())
    return (parts[0], parts[1]) if len(parts) == 2 and all(em(part) >= COLUMN for part in parts) else None


def _is_open(line: TextLine) -> bool:
    return not line.ends_sentence and line.width >= SHORT and is_hangul(line.text[-1])


def _gains(lines: Sequence[TextLine], places: Sequence[int]) -> dict[int, float]:
    """For each place by how many nats its line leads better to the next but one than to the next."""
    beyond = _fluencies([(lines[i].text, lines[i + 2].text) for i in places])
    direct = _fluencies([(lines[i].text, lines[i + 1].text) for i in places])
    return {i: max(-LIMIT, min(LIMIT, b - d)) for i, b, d in zip(places, beyond, direct, strict=True)}


def _fluencies(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """How much likelier each second text is behind the first than alone, in nats, with a space between or without.

    The first texts' own likelihood is left in: compare only what follows the same text.
    """
    cut = [(left[-SEEN:].strip(), right[:SEEN].strip()) for left, right in pairs]
    texts = list(dict.fromkeys(text for left, right in cut for text in (f"{left} {right}", f"{left}{right}", right)))
    score = dict(zip(texts, (answers[0][1] for answers in kiwi().analyze(texts)), strict=True))
    return [max(score[f"{left} {right}"], score[f"{left}{right}"]) - score[right] for left, right in cut]


def _stretches(gains: dict[int, float], least: int) -> list[tuple[int, int]]:
    """Where lines on the whole lead to the next but one: first and last place of each stretch."""
    found: list[tuple[int, int]] = []
    run: list[int] = []
    total = best = 0.0
    end = 0
    for i, gain in [*gains.items(), (-1, -1e9)]:
        total += gain - EVEN
        if run and total > best - 2 * LIMIT and total > 0:
            run.append(i)
            if total > best:
                best, end = total, len(run)
            continue
        if end >= least and best >= (BETTER - EVEN) * end:
            found.append((run[0], run[end - 1]))
        run, total, best, end = ([i], gain - EVEN, gain - EVEN, 1) if gain > EVEN else ([], 0.0, 0.0, 0)
    return found
