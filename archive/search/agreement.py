"""Is this word of a text what was typed? A mark begins and ends where a word does, and means what was asked for.

The index compares words without their case, digits and single characters; here the letters are compared as they stand:
capital letters, what a number counts, where Chinese words end. What fails here still helps to rank.
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

from archive.text import han_edges, is_han, same_word

# English names and other words of the same letters: in small letters they are not the name.
_NAMES = frozenset({"august", "bath", "bill", "chad", "china", "cuba", "grant", "guinea", "japan", "jordan", "mali",
    "march", "mark", "may", "mobile", "nice", "polish", "reading", "rich", "turkey", "wales", "will"})  # fmt: skip
_MAGNITUDES = frozenset("만억조천백십")
_CURRENCIES = ("원", "달러", "유로", "엔", "위안", "루블", "불", "파운드")
# Signs and Chinese characters for what is counted, as Korean has them.
_SIGNS = (
    *(("%", "퍼센트"), ("°C", "도"), ("°", "도"), ("年", "년"), ("月", "월"), ("日", "일"), ("號", "호"), ("号", "호")),
    *(("條", "조"), ("条", "조"), ("次", "차"), ("名", "명"), ("十", "십"), ("百", "백"), ("千", "천")),
    *(("萬", "만"), ("万", "만"), ("億", "억"), ("亿", "억"), ("兆", "조")),
)
_LONGER = ("개월", "인당", "년대", "주년", "주기", "배럴")  # counters that begin as another does
_OF_DATES = ("월", "일")
_OF_LAWS = ("조", "호", "항")
_YEAR = 4  # digits
_LONGEST_ACRONYM = 3  # letters; longer ones in a query all of capitals are words
_ACRONYM = 2  # letters; so short ones are written in capitals wherever they are meant


@dataclass(frozen=True, slots=True)
class TypedPart:
    """A part of a query's word: its letters, those before and after it in the query, and whether it is a name."""

    text: str
    before: str = ""
    after: str = ""
    name: bool = False
    shouted: bool = False  # all words of the query are in capitals
    suffix: str = ""  # what makes another word of a Korean one: 권 of 거부권

    def agrees(self, text: str, start: int, end: int) -> bool:
        """Is `text[start:end]`, which has the same letters or digits, what was typed?"""
        first = self.text[:1]
        if not text.startswith(self.suffix, end):
            return False
        if first.isdigit():
            return self._counts(text, start, end)
        if first in _MAGNITUDES and len(self.text) == 1:
            return not text[start - 1 : start].isdigit()
        if not first.isalpha() or first > "\u04ff":
            return True
        found = text[start:end]
        return self._same_case(found) and same_word(self.text, found)

    @property
    def printed(self) -> str:
        """The part as it is quoted: a number with what it counts."""
        counted = re.match(r"[^\W\d_]*", self.after) if self.text[:1].isdigit() else None
        return self.text + (counted.group() if counted else self.suffix)

    def is_another_name(self, found: str) -> bool:
        """Is it the same letters, but a name or none where the other was typed? Polish is not polish."""
        return self.text.isalpha() and found.isalpha() and same_word(self.text, found) and not self._same_case(found)

    def counts_as(self, text: str, end: int) -> bool:
        """Does a numeral that ends here, in words for digits or the other way, count the same?

        제4조 is not 네 가지, 第四条 not 4월, and a bare 4 no 네 명.
        """
        unit = _unit(self.after)
        if self.before in ("제", "第") or unit[:1] in _OF_LAWS:
            return unit[:1] == _unit(text[end : end + 8])[:1]
        return not self.text.isdigit() or (unit[:1].isalpha() and not self.after[:1].isspace())

    def with_unit(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The span of a number with what it counts, as far as that was typed: 10차 of 10차라는 for 제10차 회의."""
        if not self.text[:1].isdigit():
            return start, end
        for typed, printed in zip(self.after, text[end : end + len(self.after)], strict=False):
            if typed != printed or not typed.isalpha():
                break
            end += 1
        return start, end

    def _same_case(self, found: str) -> bool:
        """US is not us, Polish not polish; a name is written with a capital. NATO may be Nato, and LNG lng."""
        typed = self.text
        if self.shouted and len(typed) > _LONGEST_ACRONYM:
            return True
        if typed.isupper() and len(typed) > 1:
            if found.rstrip("s").isupper():
                return True
            return len(typed) > _ACRONYM and (found[0].isupper() or not _is_pronounced(found))
        return not (found.islower() and typed[0].isupper() and (self.name or typed.casefold() in _NAMES))

    def _counts(self, text: str, start: int, end: int) -> bool:
        """Does the number count the same? 1명 is not 1인당, 50톤 not 50만 톤, 4조 of a treaty not 4조 원."""
        typed, printed = _unit(self.after), _unit(text[end : end + 8])
        attached = typed != "" and not self.after[:1].isspace() and typed[0].isalpha()
        before = text[start - 1 : start]
        if (before == "[" and printed[:1] == "]") or (before.isalpha() and text[end : end + 1] == ")"):
            return False  # the number of a note
        if printed[:1] in _MAGNITUDES and printed[:1] != typed[:1]:
            return False
        if not attached:  # a bare 4 is no 4월
            return end - start >= _YEAR or printed[:1] not in _OF_DATES
        if not printed[:1].isalpha():
            return printed[:1] == typed[:1] or (
                end - start == _YEAR and typed[0] == "년" and text[start - 1 : start] != "-"
            )
        if typed[0] != printed[0] or _longer(typed) != _longer(printed):
            return False
        return typed[0] != "조" or _is_money(typed) == _is_money(printed)


def _is_pronounced(word: str) -> bool:
    """Has it vowels and consonants, as words have? lng and iaea are no words."""
    vowels = sum(letter in "aeiou" for letter in word.casefold())
    return 0 < vowels < len(word)


def _unit(after: str) -> str:
    """What follows a number, as a Korean word."""
    unit = normalize("NFKC", after.lstrip())
    return next((korean + unit[len(sign) :] for sign, korean in _SIGNS if unit.startswith(sign)), unit)


def _longer(counter: str) -> str | None:
    return next((one for one in _LONGER if counter.startswith(one)), None)


def _is_money(after: str) -> bool:
    return after[1:].lstrip().startswith(_CURRENCIES)


def whole_words(text: str, start: int, end: int) -> bool:
    """Does a stretch of Chinese characters begin and end where words do, and a Hangul numeral stand by itself?

    Any other stretch does; 만 배럴 in 50만 배럴 does not.
    """
    if text[start] in _MAGNITUDES:
        return not text[start - 1 : start].isdigit()
    han = [at for at, char in ((start, text[start]), (end, text[end - 1])) if is_han(char)]
    return not han or han_edges(text).issuperset(han)
