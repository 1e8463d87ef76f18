"""Does each line go on in the next one? What the language model says of lines that a reader took for neighbours.

Two columns whose lines alternate give lines of good Korean that do not fit each other: each fits the line after the
next. So every line is tried with both, and what is measured is by how much the next one is the better.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archive.text import is_hangul, kiwi

SEEN = 24  # letters on both sides of a line end that the model is shown
SHORT = 8  # a shorter line tells nothing: a cell, a label
SAMPLE = 48  # line ends that are looked at
FEWEST = 8  # line ends below which the model is not asked: so few tell nothing


@dataclass(frozen=True, slots=True)
class LineFit:
    """How many line ends could be looked at, and by how many nats, on average, the next line fits better."""

    pairs: int = 0
    better: float = 0.0


def fits(texts: Sequence[str]) -> LineFit:
    """How well lines fit the next one, against the one after it. An empty text parts what stands on both sides."""
    lines = [text.strip() for text in texts]
    places = [at for at in range(len(lines) - 2) if _is_inside_text(*lines[at : at + 3])]
    if len(places) < FEWEST:
        return LineFit(len(places))
    count = min(SAMPLE, len(places))
    chosen = [places[n * len(places) // count] for n in range(count)]
    shown = [form for at in chosen for other in (at + 1, at + 2) for form in _forms(lines[at], lines[other])]
    scores = [_score(answer) for answer in kiwi().analyze(shown)]
    gains = [_gain(scores[i : i + 4]) - _gain(scores[i + 4 : i + 8]) for i in range(0, len(scores), 8)]
    return LineFit(len(gains), sum(gains) / len(gains))


def _is_inside_text(line: str, following: str, after: str) -> bool:
    """Whether a line ends in the middle of Korean text, with two lines of it below."""
    return (
        min(len(line), len(following), len(after)) >= SHORT
        and is_hangul(line[-1])
        and is_hangul(following[0])
        and is_hangul(after[0])
    )


def _forms(left: str, right: str) -> tuple[str, str, str, str]:
    left, right = left[-SEEN:], right[:SEEN]
    return left + right, f"{left} {right}", left, right


def _gain(scores: Sequence[float]) -> float:
    """What two lines are likelier together than apart, whichever way they are joined."""
    glued, spaced, left, right = scores
    return max(glued, spaced) - left - right


def _score(answer: Any) -> float:
    return float(answer[0][1])
