"""How is the third of something printed? Number formats of word processors: 3, iii, 다, ③, C.

One row a format, with the names that DOCX and HWPX give it, or ours; the binary HWP counts the rows of Hangul in its
own order (`HANGUL`). What lies beyond the signs of a format is printed in figures, as the programs do.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
MAX_NUMBER = 100_000  # no list is so long; a number in a file may be anything


def _roman(number: int) -> str:
    printed = ""
    for value, letters in _ROMAN:
        printed += letters * (number // value)
        number %= value
    return printed


def _repeated(letters: str) -> Callable[[int], str]:
    """a … z, then aa, bb …: as Word and Hangul count letters."""
    return lambda number: letters[(number - 1) % len(letters)] * ((number - 1) // len(letters) + 1)


def _alphabet(number: int) -> str:
    """a … z, then aa, ab …: as LibreOffice counts letters."""
    printed = ""
    while number > 0:
        number, last = divmod(number - 1, 26)
        printed = chr(ord("a") + last) + printed
    return printed


def _listed(signs: str) -> Callable[[int], str]:
    """The signs one after another, then figures."""
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _counted(digits: str, tens: str) -> Callable[[int], str]:
    """일 … 구, 십, 십일 …: below one hundred; figures from there."""

    def printed(number: int) -> str:
        ten, one = divmod(number, 10)
        if ten > 9:
            return str(number)
        return (digits[ten - 1] if ten > 1 else "") + (tens if ten else "") + (digits[one - 1] if one else "")

    return printed


@dataclass(frozen=True, slots=True)
class OrdinalFormat:
    """One way to print a number. `names`: what DOCX (ST_NumberFormat) and HWPX (NumberType1) call it."""

    names: tuple[str, ...]
    printed: Callable[[int], str]
    third: str  # an example


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FORMATS: tuple[OrdinalFormat, ...] = (
    OrdinalFormat(("DIGIT", "decimal"), str, "3"),
    OrdinalFormat(("CIRCLED_DIGIT", "decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _listed(_CIRCLED), "③"),
    OrdinalFormat(("ROMAN_CAPITAL", "upperRoman"), lambda number: _roman(number).upper(), "III"),
    OrdinalFormat(("ROMAN_SMALL", "lowerRoman"), _roman, "iii"),
    OrdinalFormat(("LATIN_CAPITAL", "upperLetter"), _repeated(_UPPER), "C"),
    OrdinalFormat(("LATIN_SMALL", "lowerLetter"), _repeated(_UPPER.lower()), "c"),
    OrdinalFormat(("CIRCLED_LATIN_CAPITAL",), _listed("".join(map(chr, range(0x24B6, 0x24D0)))), "Ⓒ"),
    OrdinalFormat(("CIRCLED_LATIN_SMALL",), _listed("".join(map(chr, range(0x24D0, 0x24EA)))), "ⓒ"),
    OrdinalFormat(("HANGUL_SYLLABLE", "ganada"),
        _listed("가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허"), "다"),
    OrdinalFormat(("CIRCLED_HANGUL_SYLLABLE",), _listed("㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻"), "㉰"),
    OrdinalFormat(("HANGUL_JAMO", "chosung"), _listed("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"), "ㄷ"),
    OrdinalFormat(("CIRCLED_HANGUL_JAMO",), _listed("㉠㉡㉢㉣㉤㉥㉦㉧㉨㉩㉪㉫㉬㉭"), "㉢"),
    OrdinalFormat(("HANGUL_PHONETIC", "koreanDigital", "koreanCounting"), _counted("일이삼사오육칠팔구", "십"), "삼"),
    OrdinalFormat(("IDEOGRAPH", "ideographDigital", "chineseCounting", "japaneseCounting", "koreanDigital2"),
        _counted("一二三四五六七八九", "十"), "三"),
    OrdinalFormat(("CIRCLED_IDEOGRAPH", "ideographEnclosedCircle"), _listed("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"), "㊂"),
    OrdinalFormat(("DECAGON_CIRCLE",), _listed("갑을병정무기경신임계"), "병"),
    OrdinalFormat(("DECAGON_CIRCLE_HANJA", "ideographTraditional"), _listed("甲乙丙丁戊己庚辛壬癸"), "丙"),
    OrdinalFormat(("decimalZero",), lambda number: f"{number:02}", "03"),
    OrdinalFormat(("numberInDash",), lambda number: f"- {number} -", "- 3 -"),
    OrdinalFormat(("decimalFullWidth",), lambda number: str(number).translate(_WIDE), "３"),
    OrdinalFormat(("decimalEnclosedParen",), _listed("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"), "⑶"),
    OrdinalFormat(("decimalEnclosedFullstop",), _listed("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"), "⒊"),
    OrdinalFormat(("chicago",), _repeated("*†‡§"), "‡"),
    OrdinalFormat(("alphabetUpper",), lambda number: _alphabet(number).upper(), "C"),
    OrdinalFormat(("alphabetLower",), _alphabet, "c"),
    OrdinalFormat(("ordinal",), lambda number: f"{number}{_english(number)}", "3rd"),
)  # fmt: skip
_NAMED: Mapping[str, OrdinalFormat] = {name: row for row in FORMATS for name in row.names}
# Source: 한글 문서 파일 구조 5.0, table of number shapes: 0 to 16.
HANGUL = tuple(row.names[0] for row in FORMATS[:17])


def _english(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def ordinal(number: int, format_: str) -> str:
    """The number as this format prints it; in figures where nobody knows the format."""
    if not 0 < number <= MAX_NUMBER or format_ not in _NAMED:
        return str(number)
    if format_.endswith(("oman", "ROMAN_CAPITAL", "ROMAN_SMALL")) and number > 4999:
        return str(number)
    return _NAMED[format_].printed(number)
