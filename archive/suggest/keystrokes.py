"""What may a word become whose last syllable is still being typed? Reads the beginning of a word as the keys give it.

Korean is typed letter by letter: on the way to 서울특별시 관광 there stand 고 and 과, on the way to 라브로프 라블 and
라브롶. So the last syllable of what is typed stands for every syllable, or two, that the next keys can make of it, and
a lone consonant for every syllable that begins with it: ㄹㅂㄹㅍ and 라브ㄹㅍ are beginnings of 라브로프.

Source: KS X 5002, the two-set (dubeolsik) layout; its tables stand in `archive.text.keyboard`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.text import DOUBLE, FINALS, INITIALS, KEYS, SHIFTED, VOWELS, fold, hangul

LONGEST = 60  # letters; a longer text is a pasted sentence, not the beginning of a word
LEFT = 2  # keys at the end that make no whole syllable yet
_FIRST, _LAST = "가", "힣"
_BETWEEN = r"[\W_]*"
_PARTS = {double: parts for parts, double in DOUBLE.items()}
# Folding gives lone letters as parts of a syllable; back to letters that stand alone.
_ALONE = {
    **{0x1100 + i: letter for i, letter in enumerate(INITIALS)},
    **{0x1161 + i: letter for i, letter in enumerate(VOWELS)},
    **{0x11A7 + i: letter for i, letter in enumerate(FINALS) if i},
}


@dataclass(frozen=True, slots=True)
class Beginning:
    """The letters typed so far. What begins so lies, by code points, from `first` up to but not including `after`.

    With `by_initials` the bounds are of a word's initial consonants, otherwise of its letters.
    """

    letters: str
    first: str
    after: str
    by_initials: bool
    pattern: re.Pattern[str]

    @property
    def by_consonants(self) -> bool:
        """Whether lone consonants stand for syllables before the last one."""
        return any(map(_is_consonant, self.letters[:-1]))


def letters(text: str) -> str:
    """The letters and digits of a text, folded and in one case."""
    return "".join(char for char in fold(text).text.casefold().translate(_ALONE) if char.isalnum())


def beginning(typed: str) -> Beginning | None:
    """The beginning of a word as typed; None for signs alone, and for what is too long to be one."""
    found = "".join(_PARTS.get(char, char) if _is_consonant(char) else char for char in letters(typed))
    if not found or len(found) > LONGEST:
        return None
    pattern = _BETWEEN.join((*map(_settled, found[:-1]), _open(found[-1])))
    return Beginning(found, *_bounds(found), re.compile(pattern, re.IGNORECASE))


def on_keys(typed: str) -> str | None:
    """What the same keys give on the Korean layout, the last perhaps alone: fkqmfhv is 라브로ㅍ, fqfv ㄹㅂㄹㅍ."""
    if len(typed) < 2 or len(typed) > LONGEST:
        return None
    keys = [KEYS.get(key if key in SHIFTED else key.lower(), "") for key in typed]
    if all(key in INITIALS for key in keys):
        return None if "" in keys else "".join(keys)
    for left in range(LEFT + 1):
        whole, rest = len(typed) - left, keys[len(typed) - left :]
        if (made := hangul(typed[:whole])) is not None and all(key and key in INITIALS for key in rest):
            return made + "".join(rest)
    return None


def _bounds(found: str) -> tuple[str, str, bool]:
    """Between which words, in order of code points, those lie that begin so."""
    lone = next((i for i, char in enumerate(found) if _is_consonant(char)), len(found))
    if lone == 0:
        run = found[: next((i for i, char in enumerate(found) if not _is_consonant(char)), len(found))]
        return run, run[:-1] + chr(ord(run[-1]) + 1), True
    head = found[:lone]
    if lone < len(found):
        first, last = _syllables(found[lone]) or (_FIRST, _LAST)
        return head + first, head + chr(ord(last) + 1), False
    if not _is_syllable(head[-1]):
        return head, head[:-1] + chr(ord(head[-1]) + 1), False
    initial, vowel, _ = _keys_of(head[-1])
    first, last = _syllable(initial, vowel), _syllable(initial, _widest(vowel), len(FINALS) - 1)
    return head[:-1] + first, head[:-1] + chr(ord(last) + 1), False


def _settled(char: str) -> str:
    """A letter that is followed by others: a lone consonant is the initial of a syllable."""
    if _is_consonant(char) and (span := _syllables(char)):
        return f"[{char}{span[0]}-{span[1]}]"
    return re.escape(char)


def _open(char: str) -> str:
    """The last letter: whatever the next keys can make of it."""
    if not _is_syllable(char):
        return _settled(char)
    initial, vowel, final = _keys_of(char)
    if not final:
        return f"[{char}-{_syllable(initial, _widest(vowel), len(FINALS) - 1)}]"
    return f"(?:{'|'.join(_moved(initial, vowel, FINALS[final]))})"


def _moved(initial: int, vowel: int, final: str) -> Iterator[str]:
    """A syllable with a final: as it is, with the final doubled, or with the final moved to the next syllable."""
    doubled = [double for parts, double in DOUBLE.items() if parts[0] == final and double in FINALS]
    yield f"[{''.join(_syllable(initial, vowel, FINALS.index(f)) for f in (final, *doubled))}]"
    parts = _PARTS.get(final, f" {final}")
    stays, moves = parts[0], parts[1]
    if span := _syllables(moves):
        yield f"{_syllable(initial, vowel, FINALS.index(stays))}{_BETWEEN}[{span[0]}-{span[1]}]"


def _widest(vowel: int) -> int:
    """The last of the vowels that begin with the same key: 고 may become 과, 괘, 괴. They follow it in Unicode."""
    made = [VOWELS.index(double) for parts, double in DOUBLE.items() if parts[0] == VOWELS[vowel] and double in VOWELS]
    return max([vowel, *made])


def _syllables(consonant: str) -> tuple[str, str] | None:
    """The first and last syllable with this initial; None for a consonant that is no initial."""
    if consonant not in INITIALS:
        return None
    initial = INITIALS.index(consonant)
    return _syllable(initial, 0), _syllable(initial, len(VOWELS) - 1, len(FINALS) - 1)


def _syllable(initial: int, vowel: int, final: int = 0) -> str:
    return chr(ord(_FIRST) + (initial * len(VOWELS) + vowel) * len(FINALS) + final)


def _keys_of(syllable: str) -> tuple[int, int, int]:
    rest, final = divmod(ord(syllable) - ord(_FIRST), len(FINALS))
    return *divmod(rest, len(VOWELS)), final


def _is_syllable(char: str) -> bool:
    return _FIRST <= char <= _LAST


def _is_consonant(char: str) -> bool:
    return "\u3131" <= char <= "\u314e"
