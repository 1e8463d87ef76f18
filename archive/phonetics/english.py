"""How is this English name written in Hangul? Letters to sounds by rule, sounds to Hangul by 외래어 표기법.

English spelling doesn't tell its sounds, so this is a guess, good enough to be compared: consonants are mostly right,
vowels half of the time. A second guess reads the vowels as most of Europe does (Merkel 메르켈), for names that are not
English.
Source: 외래어 표기법 제3장 제1절 (영어의 표기); letter rules after Elovitz et al., NRL Report 7948 (1976), cut down
to names.
"""

import re
from collections.abc import Iterator

from archive.phonetics.syllables import join, syllable

# letters (regular expression at the place; V vowel letter, C other letter) and their sounds; the first that fits holds.
_SPELLING = """
augh o; au o; aw o; air(?=C|$) e @; ai ei; ay ei; arr(?=V) ae r; (?<=.C)ar(?=d$) er; ar(?=C|$) aa; all$ o l
alk o k; al(?=[tdk]) o l; a(?=C[eé]$) ei
a(?=[bcdfgklmnpstvz]er$) ei; a(?=[gk]an$) ei; (?<=w)a(?=[stlrn]) o; (?<=.C)a(?=[nl]$) @; (?<=.C)a(?=[dm]$) @
(?<=..)a$ a; a(?=V) a; a ae
eau o; ea(?=gan) ei; ea i; ee i; eer$ i @; ere?$ er; er(?=C) er; ew yu; eigh ei; ei ai; ey$ i; eu yu
(?<=[dst])en$ eu n; (?<=.C)e(?=[nl]$) @
(?<=[lr])e$ _; e$ _; (?<=[bcdfgklmnprstvz])es$ s; eo$ ei o; e e
igh ai; ie(?=C|$) i; ir(?=C|$) er; i(?=C[eé]$) ai; i(?=[bdk]en$) ai; i(?=nd$) ai; i i
oa ou; oo u; (?<=.)ous$ @ s; ou au; ow$ ou; ow(?=V) a w; ow au; oy oi; oi oi; or(?=C|$) o; (?<=[sx])on$ eu n
(?<=.C)on$ @ n; o(?=nd) @; o o
ure$ yu @; ur(?=C|$) er; u(?=CV) u; ui u; u(?=C) @; u u
y(?=C[eé]) ai; (?<=.)y i; y y
bb b; b b; cc k; ck k; ch(?=[rl]) k; ch ch; c(?=[eiy]) s; c k; dge j; dd d; d d; ff f; f f
gh(?=t) _; (?<=V)gh _; gh g; gg g; gn$ n; g(?=[eiy](?!rg|b|l)) j; g g; (?<=V)h(?=C|$) _; h h; j j; ^kn n; kk k
k k
ll l; l l; mb$ m; mm m; m m; ng(?=er$) ng g; ng ng; nk ng k; nn n; n n; ph f; pp p; p(?=b) _; p p; qu k w; q k
rr r; rh r; r r
sch sh; shch sh ch; sh sh; sion zh @ n; sc(?=[eiy]) s; ss s; s s; tch ch; ^th(?=om) t; th th; tion sh @ n; tt t
tz ts; t t
v v; wh w; (?<=l)z$ ts; ^wr r; w w; ^x z; x k s; zz z; z z
"""
_PLAIN = """
au au; eu oi; ei ai; ie i; ee e; oo u; ou u; é e; a a; e e; i i; o o; u u; ^y y; y(?=V) y; y i; sch sh; tch ch
ch ch; ck k; sh sh; th t; ph f; tz ts
c(?=[eiy]) s; c k; qu k u; q k; x k s; zz ts; ng(?=C|$) ng; nk ng k; r(?=C|$) R; w w; j j; h(?=C|$) _
([bdfgklmnprst])\\1 2
b b; d d; f f; g g; h h; k k; l l; m m; n n; p p; r r; s s; t t; v v; z z
"""
_VOWELS = {
    "ae": "ㅐ", "a": "ㅏ", "aa": "ㅏ", "@": "ㅓ", "er": "ㅓ", "o": "ㅗ", "ou": "ㅗ", "u": "ㅜ", "e": "ㅔ", "i": "ㅣ",
    "yu": "ㅠ", "ai": "ㅏ이", "ei": "ㅔ이", "au": "ㅏ우", "oi": "ㅗ이", "eu": "ㅡ",
}  # fmt: skip
_INITIALS = {
    "p": "ㅍ", "b": "ㅂ", "t": "ㅌ", "d": "ㄷ", "k": "ㅋ", "g": "ㄱ", "f": "ㅍ", "v": "ㅂ", "s": "ㅅ", "z": "ㅈ",
    "sh": "ㅅ", "zh": "ㅈ", "ch": "ㅊ", "j": "ㅈ", "m": "ㅁ", "n": "ㄴ", "l": "ㄹ", "r": "ㄹ", "R": "ㄹ", "h": "ㅎ",
    "th": "ㅅ", "ts": "ㅊ",
}  # fmt: skip
_ALONE = {
    "p": "프", "b": "브", "t": "트", "d": "드", "k": "크", "g": "그", "f": "프", "v": "브", "s": "스", "z": "즈",
    "sh": "시", "zh": "지", "ch": "치", "j": "지", "th": "스", "ts": "츠", "h": "흐", "R": "르", "r": "",
}  # fmt: skip
_GLIDES = {
    "w": {"ㅏ": "ㅘ", "ㅐ": "ㅙ", "ㅓ": "ㅝ", "ㅗ": "ㅝ", "ㅔ": "ㅞ", "ㅣ": "ㅟ", "ㅜ": "ㅜ"},
    "y": {"ㅏ": "ㅑ", "ㅐ": "ㅒ", "ㅓ": "ㅕ", "ㅗ": "ㅛ", "ㅔ": "ㅖ", "ㅜ": "ㅠ", "ㅣ": "ㅣ"},
}
_SHORT = {"ae", "a", "@", "o", "u", "e", "i"}
_Rules = dict[str, list[tuple[re.Pattern[str], tuple[str, ...]]]]


def _rules(text: str) -> _Rules:
    """The rules by the first letter that they take, in their order."""
    by_letter: _Rules = {}
    for rule in text.strip().replace("\n", "; ").split("; "):
        letters, *sounds = rule.split(" ")
        pattern = re.compile(letters.replace("C", "[^aeiouyé]").replace("V", "[aeiouyé]"))
        taken = re.sub(r"\(\?(?:[^()]|\([^()]*\))*\)", "", letters).lstrip("^")
        for letter in "bdfgklmnprst" if taken.startswith("(") else taken[0]:
            by_letter.setdefault(letter, []).append((pattern, tuple(sounds)))
    return by_letter


_ENGLISH_RULES, _PLAIN_RULES = _rules(_SPELLING), _rules(_PLAIN)


def hangul(word: str) -> str:
    """The name in Hangul as English letters mostly sound; "" if a letter is none of theirs."""
    return _hangul(word, _ENGLISH_RULES)


def plain(word: str) -> str:
    """The name in Hangul with its vowels read as they are written."""
    return _hangul(word, _PLAIN_RULES)


def _hangul(word: str, rules: _Rules) -> str:
    letters = word.casefold()
    if not letters or not all(char in rules for char in letters):
        return ""
    return join(_pieces([sound for sound in _sounds(letters, rules) if sound != "_"]))


def _sounds(letters: str, rules: _Rules) -> Iterator[str]:
    i = 0
    while i < len(letters):
        for pattern, sounds in rules[letters[i]]:
            match = pattern.match(letters, i)
            if match and match.end() > i:
                yield from (match[1] if sound == "2" else sound for sound in sounds)
                i = match.end()
                break
        else:
            i += 1


def _pieces(sounds: list[str]) -> Iterator[str]:
    """Pieces of Hangul for these sounds."""
    initial, glide = "", ""
    for i, sound in enumerate(sounds):
        after = sounds[i + 1] if i + 1 < len(sounds) else ""
        before = sounds[i - 1] if i else ""
        if sound in _VOWELS:
            yield from _syllables(initial, glide, _VOWELS[sound])
            initial, glide = "", ""
        elif sound in _GLIDES:
            if after not in _VOWELS:
                yield "우" if sound == "w" else "이"
            elif initial and initial not in ("k", "g", "h"):
                yield _ALONE.get(initial, "")
                initial, glide = "", sound
            else:
                glide = sound
        elif after in _VOWELS or (after in _GLIDES and sound in ("k", "g", "h")):
            if sound == "l" and before:
                yield "+ㄹ"
            initial = sound
        else:
            yield from _closing(sound, before, after)


def _syllables(initial: str, glide: str, vowel: str) -> Iterator[str]:
    first, rest = vowel[0], vowel[1:]
    if glide:
        first = _GLIDES[glide].get(first, first)
    elif initial == "sh":
        first = _GLIDES["y"].get(first, first)
    yield syllable(_INITIALS.get(initial, "ㅇ"), first)
    if rest:
        yield rest


def _closing(sound: str, before: str, after: str) -> Iterator[str]:
    """A consonant that no vowel follows. Source: 영어의 표기 제1-6항."""
    if sound in ("m", "n", "ng", "l"):
        yield "+" + {"m": "ㅁ", "n": "ㄴ", "ng": "ㅇ", "l": "ㄹ"}[sound]
    elif sound in ("p", "t", "k") and before in _SHORT and after not in ("l", "r", "R", "m", "n", "w"):
        yield "+" + {"p": "ㅂ", "t": "ㅅ", "k": "ㄱ"}[sound]
    elif _ALONE[sound]:
        yield _ALONE[sound]
