"""Do these two names sound alike? Compares every reading of the one with all of the other; the best pair counts.

How much may differ depends on who reads: English spelling hardly tells its sounds, Russian does, Chinese characters
and Sino-Korean words do exactly. And a short word must agree nearly in full: 정부 and 정보 are two words, 라브로브 is
라브로프.
"""

from functools import lru_cache

from archive.phonetics.distance import Heard, distance
from archive.phonetics.pronunciation import compared, exact, folded

LIKE = 0.86  # from here on two names are one; swept 0.60-0.90 on the open half of tests/quality/names.tsv
SURE = 1.2  # weight of a word that must be right before anything else may differ
# By whose rules a word was read: how much of the rest may differ before nothing is alike.
SLACK = {
    "english": 1.0, "russian": 0.8, "russian-latin": 0.8, "settled": 0.8, "itself": 0.9, "pinyin": 0.6, "chinese": 0.6,
    "korean": 0.5, "hanja": 0.4, "word": 0.6,  # an English word in small letters: rarely a name
}  # fmt: skip
OWN, OWN_SURE = 0.35, 1.7  # slack and certain weight for Sino-Korean words
DOUBT = 0.2  # what a reading that is a mere guess loses
FLOOR = 0.4  # likeness below which nobody asks how much below


@lru_cache(1 << 13)
def likeness(word: str, form: str) -> float:
    """How alike two words of any scripts sound, 0 to 1: 1.0 is the same reading, less the farther apart by ear."""
    if folded(word) == folded(form):
        return 1.0
    here, there = exact(word), exact(form)
    same = max((here[hangul] * there[hangul] for hangul in here.keys() & there.keys()), default=0.0)
    best = 1.0 - DOUBT * (1.0 - same) if same else 0.0
    for one, sure, by in compared(word):
        for other, sure_too, by_too in compared(form):
            most = 1.0 - DOUBT * (1.0 - sure * sure_too)
            if most > best:
                best = max(best, _alike(one, other, _slack(by, by_too)) * most)
    return round(best, 3)


def _slack(by: str, by_too: str) -> float:
    """The looser of the two; a word that stands in Hangul takes the slack of the other."""
    if by == "itself":
        return SLACK[by_too]
    return SLACK[by] if by_too == "itself" else max(SLACK[by], SLACK[by_too])


def _alike(one: Heard, other: Heard, slack: float) -> float:
    weight = (one.weight + other.weight) / 2
    scale = max(0.3, slack * (weight - SURE))
    if (one.own and other.own) or (one.own and one.syllables < 3) or (other.own and other.syllables < 3):
        scale = max(0.3, min(scale, OWN * (weight - OWN_SURE)))
    limit = (1.0 - FLOOR) * scale
    if abs(one.weight - other.weight) >= limit or not one.phones or not other.phones:
        return 0.0
    return max(0.0, 1.0 - distance(one.phones, other.phones, limit) / scale)
