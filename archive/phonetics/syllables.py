"""Which letters stand in this syllable, and which syllable do letters make? Takes Hangul apart, puts it together.

Rules of transcription give *pieces*, one after another: a syllable ("브"), or a final that closes the syllable before
it ("+ㄹ"). A final that finds no open syllable becomes a syllable of its own with ㅡ (Псков: 프스코프).
"""

from collections.abc import Iterable

from archive.text import FINALS, INITIALS, VOWELS

_FIRST, _LAST = 0xAC00, 0xD7A3
_Y = {"ㅑ", "ㅕ", "ㅛ", "ㅠ", "ㅖ", "ㅒ", "ㅣ"}  # vowels before which Southern spelling drops an initial ㄹ or ㄴ
_BROAD = {"ㅑ": "ㅏ", "ㅕ": "ㅓ", "ㅛ": "ㅗ", "ㅠ": "ㅜ", "ㅖ": "ㅔ", "ㅒ": "ㅐ"}


def is_syllable(char: str) -> bool:
    return _FIRST <= ord(char) <= _LAST


def split(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final of a syllable; the final is " " where there is none."""
    code = ord(syllable) - _FIRST
    return INITIALS[code // 588], VOWELS[code % 588 // 28], FINALS[code % 28]


def syllable(initial: str, vowel: str, final: str = " ") -> str:
    """The syllable of these letters; no y after ㅈ, ㅉ and ㅊ (쥬 -> 주). Source: 외래어 표기법 제3장 제1절 제4항."""
    if initial in "ㅈㅉㅊ":
        vowel = _BROAD.get(vowel, vowel)
    return chr(_FIRST + INITIALS.index(initial) * 588 + VOWELS.index(vowel) * 28 + FINALS.index(final))


def is_open(syllable: str) -> bool:
    return (ord(syllable) - _FIRST) % 28 == 0


def close(syllable: str, final: str) -> str:
    """The open syllable with this final."""
    return chr(ord(syllable) + FINALS.index(final))


def join(pieces: Iterable[str]) -> str:
    out: list[str] = []
    for piece in pieces:
        if piece[0] != "+":
            out.append(piece)
        elif out and is_open(out[-1]):
            out[-1] = close(out[-1], piece[1])
        else:
            out.append(syllable(piece[1] if piece[1] != "ㅇ" else "ㄴ", "ㅡ"))
    return "".join(out)


def southern(syllable_: str) -> str:
    """The syllable as it begins a word in the South: 리 -> 이, 로 -> 노. Source: 한글 맞춤법 제10-12항 (두음법칙)."""
    initial, vowel, final = split(syllable_)
    if initial == "ㄹ":
        initial = "ㅇ" if vowel in _Y else "ㄴ"
    elif initial == "ㄴ" and vowel in _Y:
        initial = "ㅇ"
    return syllable(initial, vowel, final)
