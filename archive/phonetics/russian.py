"""How is this Russian name written in Hangul? The Russian table of 외래어 표기법 (국립국어원, 2005), as rules.

Source: 외래어 표기법 제2장 표 19 and 제3장 제21절 제1-10항; the examples in the comments are in that text's manner.
Ukrainian and Belarusian letters are read as their Russian neighbours: passable, no more.
"""

import re
from collections.abc import Iterator

from archive.phonetics.syllables import is_open, join, split, syllable

_NEIGHBOURS = str.maketrans({"і": "и", "ї": "и", "є": "е", "ґ": "г", "ў": "у", "'": "ъ", "’": "ъ", "ʼ": "ъ"})
_VOICELESS = set("птксфхцчшщ")
_VOWELS = {"а": "ㅏ", "о": "ㅗ", "у": "ㅜ", "ы": "ㅣ", "и": "ㅣ", "э": "ㅔ", "е": "ㅔ", "ё": "ㅛ", "ю": "ㅠ", "я": "ㅑ"}
_INITIALS = {
    "б": "ㅂ", "в": "ㅂ", "г": "ㄱ", "д": "ㄷ", "ж": "ㅈ", "з": "ㅈ", "к": "ㅋ", "л": "ㄹ", "м": "ㅁ", "н": "ㄴ",
    "п": "ㅍ", "р": "ㄹ", "с": "ㅅ", "т": "ㅌ", "ф": "ㅍ", "х": "ㅎ", "ц": "ㅊ", "ч": "ㅊ", "ш": "ㅅ", "щ": "ㅅ",
}  # fmt: skip
_LETTERS = set(_INITIALS) | set(_VOWELS) | set("йьъ")
_PALATAL = {"ㅏ": "ㅑ", "ㅗ": "ㅛ", "ㅜ": "ㅠ", "ㅔ": "ㅖ"}  # ш: 샤 쇼 슈 셰
_CODAS = {"п": "ㅂ", "б": "ㅂ", "ф": "ㅂ", "в": "ㅂ", "т": "ㅅ", "д": "ㅅ", "к": "ㄱ", "г": "ㄱ"}
_ALONE = {
    "б": "브", "в": "브", "г": "그", "д": "드", "ж": "즈", "з": "즈", "к": "크", "п": "프", "р": "르", "с": "스",
    "т": "트", "ф": "프", "х": "흐", "ц": "츠", "ч": "치", "ш": "시", "щ": "시",
}  # fmt: skip
_DEVOICED = {**_ALONE, "б": "프", "в": "프", "г": "크", "д": "트", "ж": "시", "з": "스"}
_SPELLINGS = (
    (re.compile(r"[ий]й(?=$|[^аоуыиэеёюя])"), "и"),  # -ий is 이, not 이이 (Дмитрий 드미트리)
    (re.compile(r"ый(?=$|[^аоуыиэеёюя])"), "ы"),
    (re.compile(r"[дт]ц"), "ц"),
    (re.compile(r"тч"), "ч"),  # Гатчина 가치나
    (re.compile(r"[дт]с(?=[^аоуыиэеёюяьъ])"), "ц"),  # 제4항: Петрозаводск 페트로자보츠크
    (re.compile(r"дз"), "з"),  # 제10항: Дзержинский 제르진스키
    (re.compile(r"дж"), "ж"),
    (re.compile(r"([мн])\1(?![аоуыиэеёюя])"), r"\1"),
    (re.compile(r"([бвгджзклпрстфхцчшщ])\1"), r"\1"),  # 제7항: Одесса 오데사, but Анна 안나
)


def is_cyrillic(word: str) -> bool:
    return any("а" <= char <= "я" or char in "ёіїєґў" for char in word.casefold())


def hangul(word: str) -> str:
    """The name in Hangul, by rule: Лавров -> 라브로프. "" if a letter is not of the alphabet."""
    letters = word.casefold().translate(_NEIGHBOURS)
    if not letters or not set(letters) <= _LETTERS:
        return ""
    for pattern, spelling in _SPELLINGS:
        letters = pattern.sub(spelling, letters)
    written = join(_pieces(letters))
    return written[:-1] + "드" if letters.endswith(("град", "город")) else written  # 제3항: Волгоград 볼고그라드


def _pieces(letters: str) -> Iterator[str]:
    made: list[str] = []  # the pieces so far, for what depends on the syllable before
    for i, char in enumerate(letters):
        after = letters[i + 1 : i + 2]
        before = letters[i - 1 : i] if i else ""
        if char in _VOWELS or char == "й":
            pieces = [*_vowel(char, before, made)]
        else:
            pieces = [*_consonant(char, after, letters, i, made)]
        made.extend(pieces)
    yield from made


def _vowel(char: str, before: str, made: list[str]) -> Iterator[str]:
    if char == "й":
        yield "이"
        return
    vowel = _VOWELS[char]
    initial = _INITIALS.get(before, "ㅇ")
    if before in ("ш", "щ"):
        vowel = _PALATAL.get(vowel, vowel)
    elif char in "еэ" and initial == "ㅇ":  # 제8항: Егвекинот 예그베키노트
        vowel = "ㅖ"
    if before == "л" and _open(made):  # 제5항: Павел 파벨, Николаевич 니콜라예비치
        yield "+ㄹ"
    yield syllable(initial, vowel)


def _consonant(char: str, after: str, letters: str, i: int, made: list[str]) -> Iterator[str]:
    if char in "ьъ":
        yield from _sign(char, letters, i, made)
    elif after in _VOWELS and after:
        return  # written with its vowel
    elif after == "ь" and not (char in "лмн" and i and letters[i + 2 : i + 3] not in _VOWELS):
        return  # written with the sign
    elif char in "лмн":
        yield "+" + {"л": "ㄹ", "м": "ㅁ", "н": "ㄴ"}[char]
    elif not after:
        yield _DEVOICED[char]
    elif after in _VOICELESS and char in _CODAS and _takes_coda(made):  # 제1항: Достоевский 도스토옙스키
        yield "+" + _CODAS[char]
    elif after in _VOICELESS and char in "жз":  # 제2항: Лужков 루시코프
        yield _DEVOICED[char]
    else:
        yield _ALONE[char]


def _takes_coda(made: list[str]) -> bool:
    """After a vowel, and after 르 (Курбский 쿠릅스키); not after 스 or 트, nor at the beginning (Псков 프스코프)."""
    return _open(made) and (made[-1] == "르" or split(made[-1])[1] != "ㅡ")


def _open(made: list[str]) -> bool:
    return bool(made) and made[-1][0] != "+" and is_open(made[-1])


def _sign(char: str, letters: str, i: int, made: list[str]) -> Iterator[str]:
    before, after = letters[i - 1 : i] if i else "", letters[i + 1 : i + 2]
    if char == "ъ" or before not in _INITIALS:
        return
    if before in "лмн" and i > 1 and after not in _VOWELS:
        return  # 제9항: Ольга 올가, Рязань 랴잔; Игорь 이고리
    if before in "жшчщ" and not after:
        yield _DEVOICED[before]
        return
    if before == "л" and _open(made):
        yield "+ㄹ"
    yield syllable(_INITIALS[before], "ㅣ")
