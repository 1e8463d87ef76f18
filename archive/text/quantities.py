"""Which numbers and amounts does a text speak of, and which dates, however they are written?

`=13000` is a number, `=20000000000usd` a number with its unit, `@2024-06-19` a date (archive.text.calendar). Wider
spans are more exact: 20 billion dollars gives `=20000000000usd` over all of it and `=20000000000` over its number, a
full date gives its month and year. Terms of one span are alternatives: 2024 may be a number or a year, ¥ is two
currencies. Where a spelling is in doubt (4조 may be an article, 120 130 one number), each reading is given.

Refused: converting units, spelled-out words beyond a few safe ones (수천 is no number), digits of names (KN-23, S-400,
9М729), of addresses (http…) and of telephone or section numbers (02-123-4567, 1.2.3).
All patterns are bounded: each character is looked at a fixed number of times.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from archive.text.calendar import Calendar
from archive.text.dates import (
    END,
    HAN_SCALES,
    LETTER,
    LONG_MONTH,
    MONTHS,
    NUMBER,
    SHORT_MONTH,
    TO,
    YEAR_ALONE,
    han_value,
)
from archive.text.units import (
    COUNTED,
    MONEY,
    MONEY_OR_MASS,
    MONEY_SCALES,
    SCALES,
    SPELLED,
    SUBSCALES,
    UNITS,
    WORD_SCALES,
)

VERSION = 4


class QuantityMatch(NamedTuple):
    """A quantity as a term, and its span in the folded text."""

    term: str
    start: int
    end: int


_SUB = "|".join(f"({row.pattern})" for row in SUBSCALES)
_BIG = "|".join(f"({row.pattern})" for row in SCALES)
_WORDS = "|".join(f"({row.pattern})" for row in WORD_SCALES)
_ANY_WORD = "|".join(row.pattern for row in WORD_SCALES)
_SPACED = r"(?=[만억조](?:[^가-힣]|$|여|원|명|톤|달러|개))"
_NUMERAL = (
    r"(?P<num>[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])"
    r"|(?<![0-9] )(?<![가-힣.,)\]])[1-9][0-9]{0,2}(?: [0-9]{3}){1,4}(?! ?[0-9])|[0-9]{1,15}(?![0-9]))"
)
# A decimal comma is Russian: a word or % follows, at once or after the other end of a range.
# Source: Мильчин, Справочник издателя.
_RUSSIAN = r"(?=\s?(?:[-–—]\s?[0-9]{1,4}(?:,[0-9]{1,3})?\s?)?(?:%|[\u0400-\u04ff]))(?!\s[ива]\s)"
_FRACTION = rf"(?P<frac>\.[0-9]{{1,9}}(?![0-9])|,[0-9]{{1,3}}(?![0-9]|,[0-9]){_RUSSIAN})?"
_NATIVE = "|".join(word for word in SPELLED if "가" <= word <= "힣")
_FOREIGN = "|".join(word for word in SPELLED if not "가" <= word <= "힣")
_ALONE = rf"(?<![{LETTER}])(?<!ty[ -])(?<!ать )(?<!сят )(?<!рок )(?<!сто )"  # not the end of twenty-five
_WORD = (
    rf"(?P<word>(?<![가-힣])(?:{_NATIVE})(?= {COUNTED})|{_ALONE}(?:{_FOREIGN})(?=[ -](?:{_ANY_WORD}){END})"
    rf"|(?<![가-힣0-9])(?<![수몇] )(?=[십백천][만억조]여?\s?{MONEY_OR_MASS}))"
)
_PART = re.compile(
    rf"(?:{_NUMERAL}{_FRACTION}|{_WORD})"
    rf"(?:여\s?(?=[십백천만억조]))?(?:{_SUB})?(?:(?:\s?여)?(?:\s{_SPACED})?(?:{_BIG}))?(?:[ -]?(?:{_WORDS}){END})?",
    re.IGNORECASE,
)
_POWERS = [row.power for row in (*SUBSCALES, *SCALES, *WORD_SCALES)]
_FIRST_SCALE = _PART.groups - len(_POWERS) + 1
_MONEY_SCALE = re.compile(rf" ?([kmb]){END}", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:\s?여)?(?:\.(?=\s?[а-я]))?[\s-]?(?:"
    + "|".join(
        f"({unit.pattern})" + (f"(?![{LETTER}0-9])" if re.search("[a-zа-я]", unit.pattern) else "") for unit in UNITS
    )
    + ")",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:\bUS|U\.S\.)?([$€₩₽¥])\s?$|\b(USD|EUR|RUB|RMB|CNY|KRW|JPY)\s?$", re.IGNORECASE)
_NUMBERED = re.compile(rf"(?:{NUMBER}|호)\s?$", re.IGNORECASE)
_LETTERS_FOLLOW = re.compile(rf"\s?[{LETTER}%]")
_RANGE = re.compile(rf"{TO}|\s?(?:에서|至|到)\s?| to | до ")
_HAN_NUMERAL = re.compile("[〇零一二三四五六七八九十两兩百千万萬亿億]{1,20}")
_COUNTER = re.compile(r"\s?(?:명|개|척|대|건|호|여|곳|회|차|쪽|면|권|톤|년대|年代|人|个|艘|项|条|s)")
_ORDINAL = re.compile(rf"(?:st|nd|rd|th|s|x|х|й|я|е|го){END}", re.IGNORECASE)  # 19th, 1990s, 10го; 2x4
_YEAR = re.compile(rf"{YEAR_ALONE}(?![0-9])")
_COUNTED_BEFORE = re.compile("[0-9][가-힣]{1,3}[-‐]$")
_DIGITS = re.compile("[0-9]+")
_NAME = re.compile(rf"[0-9{LETTER}_]+(?:[-‐–/._][0-9{LETTER}_]+)*")  # what is left of a name from its digits on
_SERIAL = re.compile(r"[0-9]+(?:-[0-9]+){2,}|[0-9]+(?:\.[0-9]+){2,}")  # telephones, ISBN, sections, versions
_LINK = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)
_HAN_DIGITS = "一二三四五六七八九十两兩〇"
_INITIALS = "".join(
    {case for word in (*SPELLED, *" ".join(MONTHS).split(), "http", "www") for case in (word[0], word[0].upper())}
)
# What anything begins with. One set of characters comes first: the search runs over all others without a step.
_SEED = re.compile(
    rf"[0-9{_HAN_DIGITS}십백천{_INITIALS}](?:(?<=[0-9])"
    rf"|(?<=[{_HAN_DIGITS}])(?:(?=[{_HAN_DIGITS}百千万萬亿億年月日号])|(?<=第.)|(?<=百分之.))"
    rf"|(?<![{LETTER}가-힣].)(?<=(?=(?i:{_WORD}|{LONG_MONTH}|{SHORT_MONTH}|https?://|www\.)).))"
)


def find(text: str) -> list[QuantityMatch]:
    """The quantities of a folded text, in order."""
    reader = _QuantityReader(text, Calendar(text))
    at = 0
    while seed := _SEED.search(text, at):
        at = max(reader.read(seed), seed.start() + 1)
    return sorted(set(reader.found), key=lambda f: (f.start, f.end, f.term))


class _Amount(NamedTuple):
    """A number with its scale words: its value, its end, the power of its scale (0: none), and its first numeral."""

    value: Decimal
    end: int
    power: int
    numeral: str


class _AmountUnit(NamedTuple):
    """What is counted, and the span of the number with it."""

    codes: str
    start: int
    end: int


@dataclass(slots=True)
class _QuantityReader:
    """Reads one text from left to right."""

    text: str
    calendar: Calendar
    found: list[QuantityMatch] = field(default_factory=list)
    end: int = 0  # of what was read last
    shared: tuple[int, str] = (0, "")  # where the second end of a range begins, and the currency before the first

    def read(self, seed: re.Match[str]) -> int:
        """Reads what begins at the seed; gives the offset where to go on."""
        start = seed.start()
        if end := self._end_of(_LINK, start):
            return end
        digit = seed.group().isdecimal()
        if digit and self._is_name(start):
            return self._end_of(_NAME, start)
        end, dates = self.calendar.read(start)
        self.found += [QuantityMatch(*date) for date in dates]
        end = end or self._end_of(_SERIAL, start) or self._number(start) or self._han(start)
        self.end = end or self.end
        return end or (self._end_of(_NAME, start) if digit else seed.end())

    def _is_name(self, start: int) -> bool:
        """KN-23, С-400, 9М729, 화성-17: digits that are joined to letters before them, but not mid-2024 or 5명-7명."""
        before = self.text[max(0, start - 6) : start]
        if not before or start == self.end or _MONEY.search(before):
            return False
        if _is_letter(before[-1]) or before[-1] == "_":
            return True
        if before[-1] not in "-‐–/" or start - 1 == self.end:
            return False
        if _is_letter(before[-2:-1]):
            return before[-1] == "/" or not _YEAR.match(self.text, start)
        return before[-1] in "-‐" and "가" <= before[-2:-1] <= "힣" and not _COUNTED_BEFORE.search(before)

    def _end_of(self, pattern: re.Pattern[str], start: int) -> int:
        """The end of what fits here; 0 where nothing does."""
        match = pattern.match(self.text, start)
        return match.end() if match else 0

    def _number(self, start: int) -> int:
        """Adds a number and its unit; the first end of a range has the scale and unit of the second (2~3만 톤)."""
        amount = _amount(self.text, start)
        if not amount:
            return 0
        numbered = _NUMBERED.search(self.text[max(0, start - 4) : start]) is not None
        if numbered and self.text[amount.end - 1] == "조":
            amount = _plain(amount, start)
        money = self._money_before(start)
        amount = _money_scale(self.text, amount) if money else amount
        unit = money._replace(end=amount.end) if money else self._unit(start, amount.end, numbered)
        if (
            not unit
            and _is_letter(self.text[amount.end : amount.end + 1])
            and not _ORDINAL.match(self.text, amount.end)
        ):
            return 0
        end = unit.end if unit else amount.end
        gap = None if unit and not money else _RANGE.match(self.text, amount.end)
        if gap and (other := _amount(self.text, gap.end())):
            amount, unit = self._share(start, amount, other, gap.end(), unit)
        self._add(start, amount, unit)
        if not unit and not numbered:
            self._doubts(start, amount)
        return end

    def _money_before(self, start: int) -> _AmountUnit | None:
        """US$20, 20 EUR is not; the second end of $20-30 has the sign of the first."""
        sign = _MONEY.search(self.text[max(0, start - 6) : start])
        if sign:
            printed = sign[1] or sign[2]
            return _AmountUnit(MONEY[printed.lower()], start - (sign.end() - sign.start()), start)
        return _AmountUnit(self.shared[1], start, start) if self.shared[0] == start and self.shared[1] else None

    def _unit(self, start: int, end: int, numbered: bool) -> _AmountUnit | None:
        if self.text.endswith("百分之", max(0, start - 3), start):
            return _AmountUnit("%", start - 3, end)
        unit = None if numbered else _UNIT.match(self.text, end)
        return _AmountUnit(UNITS[(unit.lastindex or 1) - 1].codes, start, unit.end()) if unit else None

    def _share(
        self, start: int, amount: _Amount, other: _Amount, other_start: int, money: _AmountUnit | None
    ) -> tuple[_Amount, _AmountUnit | None]:
        """The first end of a range, with what is said only after the second."""
        if money:
            self.shared = other_start, money.codes
            other = _money_scale(self.text, other)
        numeral = Decimal(amount.numeral)
        if not amount.power and other.power and numeral < Decimal(other.numeral):
            amount = amount._replace(value=numeral.scaleb(other.power), power=other.power)
        return amount, money or self._unit(start, other.end, False)

    def _add(self, start: int, amount: _Amount, unit: _AmountUnit | None) -> None:
        number = canonical(amount.value)
        self.found.append(QuantityMatch(f"={number}", start, amount.end))
        if unit:
            self.found += [QuantityMatch(f"={number}{code}", unit.start, unit.end) for code in unit.codes.split()]

    def _doubts(self, start: int, amount: _Amount) -> None:
        """The other readings of a number without a unit: a year; an article (조약 4조); two numbers (120 130)."""
        printed = self.text[start : amount.end]
        if _YEAR.fullmatch(printed) and not _COUNTER.match(self.text, amount.end):
            self.found.append(QuantityMatch(f"@{printed}", start, amount.end))
        if printed.endswith("조"):
            self._add(start, _plain(amount, start), None)
        evident = amount.power or printed.endswith("00") or _LETTERS_FOLLOW.match(self.text, amount.end)
        if " " in printed and not evident:
            for group in _DIGITS.finditer(self.text, start, amount.end):
                self.found.append(QuantityMatch(f"={int(group.group())}", *group.span()))

    def _han(self, start: int) -> int:
        """三百亿, 第四条, 百分之五十: Chinese numerals that a scale or a sign of counting proves."""
        run = _HAN_NUMERAL.match(self.text, start)
        if not run:
            return 0
        numeral = run.group()
        scaled = len(numeral) > 1 and any(char in HAN_SCALES for char in numeral)
        if scaled or self.text.endswith(("第", "百分之"), max(0, start - 3), start):
            amount = _Amount(Decimal(han_value(numeral)), run.end(), 0, numeral)
            numbered = self.text.endswith("第", 0, start)
            unit = self._unit(start, run.end(), numbered)
            self._add(start, amount, unit)
            return unit.end if unit else run.end()
        return run.end()


def canonical(value: Decimal) -> str:
    """A number without exponent, point only where needed: 13000, 2.5."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _amount(text: str, start: int) -> _Amount | None:
    """The number at a place, of one part or several of falling scale: 1조 2천억, 1만 3,000."""
    part = _PART.match(text, start)
    if not part:
        return None
    numeral, power = _numeral(part, text), _power(part)
    value, end, last = Decimal(numeral).scaleb(power), part.end(), power
    while last and "." not in numeral:
        following = _PART.match(text, end + (text[end : end + 1] == " "))
        if not following or not _goes_on(part, following, text):
            break
        more = Decimal(_numeral(following, text)).scaleb(_power(following))
        if _power(following) >= last or more >= 10**last:
            break
        value, end, last, part = value + more, following.end(), _power(following), following
    return _Amount(value, end, power, numeral)


def _goes_on(part: re.Match[str], following: re.Match[str], text: str) -> bool:
    """Is this the same number going on? Not a date, not a name, and after a word only with a word (1 млн 200 тыс.)."""
    end = following.end()
    word = part.group()[-1]
    return (
        following["num"] is not None
        and " " not in following["num"]
        and text[end : end + 1] not in tuple("년월年月")
        and not (_is_letter(text[end : end + 1]) and not _UNIT.match(text, end))
        and (not _is_letter(word) or _power(following) > 0)
    )


def _numeral(part: re.Match[str], text: str) -> str:
    """The digits of a part. Before a Russian scale 1,234 has a decimal comma (1,234 млн), 1,230 has not."""
    if part["num"] is None:
        return str(SPELLED.get(part["word"].lower(), 1))
    printed = part["num"]
    if printed.count(",") == 1 and not printed.endswith("0") and "\u0400" <= part.group()[-1] <= "\u04ff":
        return printed.replace(",", ".")
    return str(int(re.sub("[ ,]", "", printed))) + (part["frac"] or "").replace(",", ".")


def _power(part: re.Match[str]) -> int:
    """The power of ten of the scale words of a part: 3천만 is 3 and 4."""
    return sum(power for group, power in enumerate(_POWERS, _FIRST_SCALE) if part[group])


def _plain(amount: _Amount, start: int) -> _Amount:
    """The numeral without its scale: 제4조 is article 4."""
    return _Amount(Decimal(amount.numeral), start + len(amount.numeral), 0, amount.numeral)


def _money_scale(text: str, amount: _Amount) -> _Amount:
    """The letters that scale money: $20m."""
    scale = None if amount.power else _MONEY_SCALE.match(text, amount.end)
    if not scale:
        return amount
    power = MONEY_SCALES[scale[1].lower()]
    return amount._replace(value=amount.value.scaleb(power), end=scale.end(), power=power)


def _is_letter(char: str) -> bool:
    """A Latin or Cyrillic letter."""
    return char.isalpha() and char < "\u0530"
