"""What does a match score? BM25, in two parts: how rare a term is says the planner, how often it stands the engine.

Source: S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with the inverse
document frequency of Lucene, which is never negative.
"""

from math import log
from typing import Any

Numbers = Any  # a float, or an array of them, one a passage

# Swept over k1 0.2-1.8 and b 0.3-0.9 on general Korean questions and Northern spellings: 1.2 and 0.75, made for longer
# texts, gave 0.960 and 0.981; 0.4 and 0.65 gave 0.970 and 0.981, 0.6 and 0.65 0.968 and 0.979.
K1, B = 0.5, 0.65


def rarity(size: int, frequency: int) -> float:
    """The inverse document frequency of what stands in `frequency` of `size` passages."""
    return log(1 + (size - frequency + 0.5) / (frequency + 0.5))


def norm(length: Numbers) -> Numbers:
    """What the length of a field (1 is the mean) takes from the score of what stands in it."""
    return K1 * (1 - B + B * length)


def saturation(count: Numbers, norm: Numbers) -> Numbers:
    """What a term counts that stands `count` times in a field of this norm: 1 for once in a field of mean length."""
    return (K1 + 1) * count / (count + norm)


MOST = K1 + 1  # what no number of occurrences counts more than
