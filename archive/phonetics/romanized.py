"""Which Korean word is this in Latin letters? Reads Revised, McCune-Reischauer, North Korean and press romanization.

None of them says all: Kim Jong Un is 김정은 and Kim Jong Ok 김종옥. So every way to cut a word into syllables is
tried, each letter may stand for several of ours at a price, and the cheapest syllables win. Names of people and
places are Sino-Korean, so a syllable that no character is read as (펴, 킴) costs more. Marks of McCune-Reischauer
(ŏ, ch') settle what they mark. Source: 국어의 로마자 표기법 (2000); McCune and Reischauer (1939); DPRK, UN Document
E/CONF.94/INF.72 (2002); press habits: KCNA; in Cyrillic letters, the transcription of Концевич and the usage of ТАСС
(Ким Чен Ын, Чхве Сон Хи, Пхеньян).
"""

import re
import unicodedata
from functools import lru_cache
from heapq import nsmallest
from itertools import product
from math import log2

from archive.phonetics.hanja import spread
from archive.phonetics.syllables import syllable
from archive.text import APOSTROPHES

MOST = 24  # readings of one name
DEAREST = 2.5  # the price over the cheapest at which a reading is given up
RARE = 0.12  # price of a syllable each time half as many characters are read so
STRANGE = 3.0  # price of a syllable that is not Sino-Korean
_Table = dict[str, tuple[tuple[str, float], ...]]


def _rows(text: str) -> _Table:
    """Parses "k ㄱ0 ㅋ1" rows: letters, then what they may stand for, each with its price."""
    rows = (row.split() for row in text.split("/"))
    return {letters.replace("-", ""): tuple((p[0], float(p[1:])) for p in picks) for letters, *picks in rows}


_INITIALS = _rows(
    "- ㅇ0 / g ㄱ0 / k ㄱ0 ㅋ1 / k' ㅋ0 / kh ㅋ0 / kk ㄲ0 / gg ㄲ1 / n ㄴ0 / d ㄷ0 / t ㄷ0 ㅌ0.5 / t' ㅌ0 / th ㅌ0"
    " / tt ㄸ0 / r ㄹ0 / l ㄹ0.3 / m ㅁ0 / b ㅂ0 / p ㅂ0 ㅍ0.3 / p' ㅍ0 / ph ㅍ0 / pp ㅃ0 / s ㅅ0 / sh ㅅ0 / ss ㅆ0"
    " / j ㅈ0 / ch ㅈ0.4 ㅊ0.2 / ch' ㅊ0 / chh ㅊ0 / jj ㅉ0 / tch ㅉ0 / h ㅎ0 / c ㅊ1 / к ㄱ0 ㅋ1 / г ㄱ0 / кх ㅋ0"
    " / кк ㄲ0 / н ㄴ0 / т ㄷ0 / д ㄷ0 / тх ㅌ0 / тт ㄸ0 / р ㄹ0 / л ㄹ0 / м ㅁ0 / п ㅂ0 / б ㅂ0 / пх ㅍ0 / пп ㅃ0"
    " / с ㅅ0 / ш ㅅ0 / щ ㅅ0.5 / сс ㅆ0 / ч ㅈ0 ㅊ0.8 / чж ㅈ0 / дж ㅈ0 / чх ㅊ0 / х ㅎ0 / ц ㅊ1"
)
_VOWELS = _rows(
    "a ㅏ0 / ah ㅏ0.5 / ya ㅑ0 / ŏ ㅓ0 / eo ㅓ0 / o ㅗ0 ㅓ0.1 / oh ㅗ0.3 / yŏ ㅕ0 / yeo ㅕ0 / yo ㅛ0.2 ㅕ0"
    " / u ㅜ0 ㅡ0.2 ㅓ0.8 / oo ㅜ0 / yu ㅠ0 ㅕ0.5 / yoo ㅠ0 / ŭ ㅡ0 / eu ㅡ0 / i ㅣ0 / ee ㅣ0.1 / y ㅣ2 / ae ㅐ0"
    " / e ㅔ0 ㅐ0.4 / ai ㅐ1 / ye ㅖ0 ㅕ1 / oe ㅚ0 / oi ㅚ0.5 / wa ㅘ0 / wo ㅝ0 / wŏ ㅝ0 / weo ㅝ0 / wi ㅟ0"
    " / ui ㅢ0 ㅟ0.8 / ŭi ㅢ0 / eui ㅢ0 / we ㅞ0 / wae ㅙ0 / а ㅏ0 / я ㅑ0 / о ㅗ0 ㅓ0 / ё ㅕ0 ㅛ0.2 / у ㅜ0 ㅡ0.8"
    " / ю ㅠ0 ㅕ1 / ы ㅡ0 / и ㅣ0 ㅢ0.4 / э ㅐ0 ㅔ0.1 / е ㅔ0.2 ㅖ0.1 ㅓ0.3 ㅕ0.3 / йе ㅖ0 / ве ㅚ0 / вэ ㅞ0 ㅙ0"
    " / ва ㅘ0 / во ㅝ0 / ви ㅟ0 / ый ㅢ0 / ий ㅢ0.4 / ай ㅐ0.5 / эй ㅔ0.5"
)
_FINALS = _rows(
    "- -0 / k ㄱ0 / g ㄱ0.3 / n ㄴ0 / t ㅅ0 / d ㄷ0.5 / s ㅅ0.5 / l ㄹ0 / r ㄹ0.3 / m ㅁ0 / p ㅂ0 / b ㅂ0.3 / ng ㅇ0"
    " / ck ㄱ0.5 / к ㄱ0 / г ㄱ0.3 / н ㄴ0 ㅇ0.2 / нг ㅇ0 / нъ ㅇ0 / ль ㄹ0 / л ㄹ0.3 / р ㄹ0.3 / м ㅁ0 / п ㅂ0"
    " / б ㅂ0.3 / т ㅅ0 / с ㅅ0.5"
)
_MARKED = re.compile(r"[ŏŭ]")
_REVISED = re.compile(r"eo|eu|^[gdb]")
_LETTERS = frozenset("abcdeghijklmnoprstuwyŏŭ'абвгдежийклмнопрстухцчшщъыьэюяё")
LONGEST = 18  # letters of one written word


def _letters(word: str) -> str:
    """Small letters; breves of any kind as ŏ and ŭ, apostrophes of any kind as ', other accents gone."""
    folded = word.casefold()
    for mark, plain in (("ǒ", "ŏ"), ("ǔ", "ŭ"), ("ô", "ŏ"), ("û", "ŭ")):
        folded = folded.replace(mark, plain)
    folded = "".join("'" if char in APOSTROPHES else char for char in unicodedata.normalize("NFC", folded))
    return "".join(c if c in "ŏŭ" or c >= "а" else unicodedata.normalize("NFD", c)[0] for c in folded)


def readings(parts: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """Hangul of a name written in these parts (Kim, Jong, Un), cheapest first, each with its price; () if none."""
    choices = [_word(_letters(part)) for part in parts]
    if not choices or not all(choices):
        return ()
    limit = max(3, int(200 ** (1 / len(choices))))
    together = product(*(choice[:limit] for choice in choices))
    found: dict[str, float] = {}
    for picks in together:
        text = "".join(text for text, _ in picks)
        found[text] = min(found.get(text, 99.0), sum(price for _, price in picks))
    best = min(found.values())
    kept = nsmallest(MOST, found.items(), key=lambda item: item[1])
    return tuple((text, round(price, 2)) for text, price in kept if price <= best + DEAREST)


@lru_cache(4096)
def _word(letters: str) -> tuple[tuple[str, float], ...]:
    """Hangul of one written word, cheapest first."""
    if not letters or len(letters) > LONGEST or not set(letters) <= _LETTERS:
        return ()
    best: list[dict[str, float]] = [{} for _ in range(len(letters) + 1)]  # Hangul of letters[:i] -> price
    best[0][""] = 0.0
    for i in range(len(letters)):
        if len(best[i]) > MOST:
            best[i] = dict(nsmallest(MOST, best[i].items(), key=lambda item: item[1]))
        for end, text, price in _syllables_at(letters, i) if best[i] else ():
            for before, paid in best[i].items():
                whole, sum_ = before + text, paid + price
                if sum_ < best[end].get(whole, 99.0):
                    best[end][whole] = sum_
    found = best[-1]
    cheapest = min(found.values(), default=0.0)
    kept = nsmallest(MOST, found.items(), key=lambda item: item[1])
    return tuple((text, price) for text, price in kept if price <= cheapest + DEAREST)


@lru_cache(8192)
def _syllables_at(letters: str, start: int) -> tuple[tuple[int, str, float], ...]:
    """Every syllable that may begin at `start`: where it ends, the syllable, its price."""
    marked, revised = bool(_MARKED.search(letters)), bool(_REVISED.search(letters))
    out: dict[tuple[int, str], float] = {}
    for initial in _prefixes(letters, start, _INITIALS, 3):
        at = start + len(initial)
        for vowel in _prefixes(letters, at, _VOWELS, 3):
            then = at + len(vowel)
            for final in _prefixes(letters, then, _FINALS, 2):
                end = then + len(final)
                if initial == "" and start and letters[start - 1] not in "aeiouŏŭng'аеиоуыэюяёнгй":
                    continue  # 한|옥 is written hanok, but nobody cuts it so unless nothing else will do
                for (i, pi), (v, pv), (f, pf) in product(_INITIALS[initial], _VOWELS[vowel], _FINALS[final]):
                    text = syllable(i, v, f if f != "-" else " ")
                    price = pi + _vowel_price(vowel + final, v, pv, marked, revised) + pf + _strange(text)
                    price += 0.6 * (initial == "" and start > 0)
                    key = end, text
                    out[key] = min(out.get(key, 99.0), price)
    return tuple((end, text, price) for (end, text), price in out.items())


def _prefixes(letters: str, start: int, table: _Table, longest: int) -> list[str]:
    return [
        letters[start : start + n]
        for n in range(longest + 1)
        if letters[start : start + n] in table and start + n <= len(letters)
    ]


def _vowel_price(rime: str, vowel: str, price: float, marked: bool, revised: bool) -> float:
    """Where a word marks its breves or is spelled in Revised, a bare o is ㅗ and a bare u is ㅜ; as English hears it, u
    is ㅓ before some finals only (Chung 정, Suk 석, Hyun 현)."""
    if (marked or revised) and rime[0] in "oyu" and "eo" not in rime and vowel in "ㅓㅕㅡ" and "eu" not in rime:
        return price + 1.5
    if rime[0] == "u" and vowel == "ㅓ" and rime[1:] not in ("ng", "k", "l"):
        return price + 4.0
    return price


@lru_cache(4096)
def _strange(text: str) -> float:
    """What a syllable costs: nothing if many characters are read so, STRANGE if none is."""
    many = spread().get(text, 0)
    return RARE * max(0.0, log2(60 / many)) if many else STRANGE
