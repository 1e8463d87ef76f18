"""Which words become this one when two neighbours are exchanged? Two letters, two syllables, or two keys of Hangul.

Exchanged neighbours are among the commonest slips of typing. Source: F. Damerau, A technique for computer detection and
correction of spelling errors (1964); on the two-set keyboard what is exchanged are keys (KS X 5002), so that a syllable
falls apart (코제먀코 typed as 코ㅔㅈ먀코) or another is made.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.text.folding import is_hangul
from archive.text.keyboard import hangul, korean_keys

LONGEST = 24  # letters or syllables; chosen: no name is longer


def exchanged(word: str) -> Iterator[str]:
    """The words that this one may be with two neighbours exchanged; a capital stays at its beginning."""
    if len(word) > LONGEST:
        return
    if any(map(is_hangul, word)):
        if all("가" <= letter <= "힣" for letter in word):
            yield from ("".join(one) for one in _exchanged(word))
        keys = korean_keys(word) or ""
        yield from (made for one in _exchanged(keys) if (made := hangul("".join(one))) is not None and made != word)
        return
    small = word.casefold()
    for one in _exchanged(small):
        made = "".join(one)
        yield made.capitalize() if word[:1].isupper() else made


def _exchanged(letters: str) -> Iterator[Sequence[str]]:
    for i, (one, two) in enumerate(pairwise(letters)):
        if one != two:
            yield [*letters[:i], two, one, *letters[i + 2 :]]
