"""Does a line break off in the middle of a clause? Asked of short lines that might be titles or headings.

A heading may end in a noun, a particle or a verb's connecting form (바다로, 길을 찾아서); in these it does not.
"""

from archive.text import Morpheme, is_hangul, morphemes

# Tags of Kiwi (the Sejong corpus') of a last morpheme that waits for its noun or its verb.
WAITING = frozenset((
    "ETM",  # a verb before its noun: 두 가지로 나눌
    "MM",  # a determiner: 그
    "MAG", "MAJ",  # an adverb: 아직, 그러나
    "JKS", "JKO",  # the subject's and the object's particle: 장부가, 장부를
))  # fmt: skip
DEPENDENT = frozenset(("수", "데", "바", "줄"))  # nouns that a verb follows: 할 수 | 있다


SEEN = 40  # code points of the next line that help to read the end of this one


def breaks_off(text: str, below: str = "") -> bool:
    """The line ends where no title and no heading does; `below` is the next one. Only Korean is judged."""
    if not text or not is_hangul(text[-1]):
        return False
    found = [one for one in next(iter(morphemes([f"{text} {below[:SEEN]}"]))) if one.start < len(text)]
    if not found:
        return False
    last = found[-1]
    return last.tag in WAITING or _waits_for_verb(last) or (last.tag == "NNB" and last.form in DEPENDENT)


def _waits_for_verb(last: Morpheme) -> bool:
    """A verb before its negation: 쉽지 | 않다."""
    return last.form == "지" and last.tag in ("EC", "EF")
