"""What did the reader mean to type? Reads letters as those that stand on the same keys (enaksrkd -> 두만강).

Sources: KS X 5002, the two-set (dubeolsik) layout, of which only whole syllables count: a word that leaves a lone
consonant or vowel was not typed in Korean; the layouts ЙЦУКЕН (GOST 6431) and QWERTY (ISO/IEC 9995).
"""

from collections.abc import Iterator
from unicodedata import normalize

KEYS = dict(zip("rRseEfaqQtTdwWczxvg", "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", strict=True)) | dict(
    zip("koiOjpuPhynbml", "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ", strict=True)
)
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
DOUBLE = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ",
    "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
SHIFTED = "RETQWOP"  # elsewhere Shift changes nothing: a capital at a word's start is a slip

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_OF_KEYS = {jamo: key for key, jamo in KEYS.items()}
_APART = {double: pair for pair, double in DOUBLE.items()}


def on_other_layouts(typed: str) -> Iterator[str]:
    """The words that the same keys make on the Korean, the Latin and the Russian layout, as far as they make one."""
    if (korean := hangul(typed)) is not None:
        yield korean
    latin = korean_keys(typed)
    if latin is None:
        latin = typed.casefold().translate(_TO_LATIN)
    if latin.isascii() and latin.isalpha() and latin != typed.casefold():
        yield latin
    russian = latin.translate(_TO_CYRILLIC)
    if russian.isalpha() and russian > "\u0400" and russian != typed.casefold():
        yield russian


def korean_keys(typed: str) -> str | None:
    """The Latin letters on the keys of a word in Hangul: putin for ㅔㅕ샤ㅜ; None for other words."""
    jamo = [jamo for letter in typed for jamo in _jamo(letter)]
    keys = [key for one in jamo for key in (_OF_KEYS.get(part) for part in _APART.get(one, one))]
    return None if not keys or None in keys else "".join(key for key in keys if key)


def _jamo(letter: str) -> tuple[str, ...]:
    code = ord(normalize("NFC", letter)) - 0xAC00
    if not 0 <= code < 11_172:
        return (letter,)
    initial, rest = divmod(code, 588)
    final = FINALS[rest % 28].strip()
    return (INITIALS[initial], VOWELS[rest // 28], *([final] if final else []))


def hangul(typed: str) -> str | None:
    """The Korean word on the same keys; None where they make no whole syllables."""
    keys = [KEYS.get(key if key in SHIFTED else key.lower()) for key in typed]
    if len(keys) < 2 or None in keys:
        return None
    jamo = [key for key in keys if key is not None]
    syllables, at = [], 0
    while at < len(jamo):
        taken = _syllable(jamo, at)
        if taken is None:
            return None
        syllable, at = taken
        syllables.append(syllable)
    return "".join(syllables)


def _syllable(jamo: list[str], at: int) -> tuple[str, int] | None:
    """The syllable that begins at `at`, and where the next one does. A consonant before a vowel begins a syllable."""
    if jamo[at] not in INITIALS or at + 1 >= len(jamo) or jamo[at + 1] not in VOWELS:
        return None
    initial, vowel, at = jamo[at], jamo[at + 1], at + 2
    if at < len(jamo) and (double := DOUBLE.get(vowel + jamo[at])):
        vowel, at = double, at + 1
    final = " "
    while at < len(jamo) and jamo[at] in INITIALS and not (at + 1 < len(jamo) and jamo[at + 1] in VOWELS):
        longer = jamo[at] if final == " " else DOUBLE.get(final + jamo[at])
        if longer is None or longer not in FINALS:
            break
        final, at = longer, at + 1
    code = 0xAC00 + (INITIALS.index(initial) * 21 + VOWELS.index(vowel)) * 28 + FINALS.index(final)
    return chr(code), at
