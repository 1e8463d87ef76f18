"""What did the reader mean to type? Reads Latin letters as the Korean keys they stand on (enaksrkd -> 두만강).

Source: KS X 5002, the two-set (dubeolsik) layout. Only whole syllables count: a word that leaves a lone consonant or
vowel was not typed in Korean.
"""

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
