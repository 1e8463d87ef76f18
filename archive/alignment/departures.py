"""Where in another document do passages stand that left their own? Finds them by their words, and by their neighbours.

Words that say enough are known by themselves. What says little ("3. 결론", "Ibid.") stands anywhere: it has moved where
what stood beside it has moved to the same place. Pure: values in, values out.
"""

from collections.abc import Mapping, Sequence

from archive.alignment.align import AlignedUnit, Status, align
from archive.alignment.letters import fold_letters, folded_letters, weigh

KNOWN = 40  # weight from which words are known wherever they stand: twenty syllables
BESIDE = 3  # units that may lie between a known one and one that is known by it
GRAM = 4  # letters that must agree for words to be the same
PART, FILLED = 0.15, 0.2  # of the cited words, or of the text that holds them, must be shared
MOVED = (Status.SAME, Status.REVISED, Status.MERGED, Status.SPLIT)


def known_letters(text: str) -> str:
    """The letters by which a passage is known wherever it stands; "" where they say too little."""
    letters = folded_letters(text)
    return letters if weigh(letters) >= KNOWN else ""


def departures(
    left: Sequence[AlignedUnit], there: Sequence[AlignedUnit], alike: bool = False
) -> Mapping[int, tuple[int, ...]]:
    """Which of the units that left stand in the other document, and as which of its units; by index.

    `left` in the order in which they stood. `alike`: both are known to be one text, so that what stands beside need not
    be asked.
    """
    fates = align(left, there)
    likely = {o: fate.to for o, fate in enumerate(fates) if fate.status in MOVED}
    if alike:
        return likely
    found = {o: to for o, to in likely.items() if _stands_whole(left[o], [there[n] for n in to])}
    for order in (range(len(left)), reversed(range(len(left)))):
        for o in order:
            if o not in found and o in likely and _beside(o, likely[o][0], found):
                found[o] = likely[o]
    return found


def holds_some(text: str, cited: str) -> bool:
    """Whether a text holds enough of the cited words to stand for them, or is itself mostly made of them."""
    of, there = _grams(fold_letters(cited).text), _grams(fold_letters(text).text)
    shared = len(of & there)
    return shared >= PART * len(of) or shared >= FILLED * len(there)


def _grams(letters: str) -> set[str]:
    return {letters[i : i + GRAM] for i in range(max(1, len(letters) - GRAM + 1))}


def _stands_whole(one: AlignedUnit, others: Sequence[AlignedUnit]) -> bool:
    """Whether words that say enough to be known stand whole in these units, across them or with others beside."""
    known = known_letters(one.text)
    return bool(known) and known in "".join(fold_letters(other.text).text for other in others)


def _beside(o: int, n: int, found: Mapping[int, tuple[int, ...]]) -> bool:
    near = (o + step for step in range(-BESIDE, BESIDE + 1) if step)
    return any(other in found and 0 <= (found[other][0] - n) * (1 if other > o else -1) <= BESIDE for other in near)
