"""Which words multiply a number, and which say what is counted: the tables, word by word."""

import re

import pytest

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
    Scale,
)


def power(text: str, *tables: tuple[Scale, ...]) -> int | None:
    """The power of ten of the first scale with which the text begins."""
    return next((s.power for table in tables for s in table if re.match(s.pattern, text, re.IGNORECASE)), None)


def unit(word: str) -> str | None:
    """What a whole word counts: the first row that fits."""
    return next((row.codes for row in UNITS if re.fullmatch(row.pattern, word, re.IGNORECASE)), None)


# Source: 한글 맞춤법 제44항; GB/T 15835-2011.
@pytest.mark.parametrize("text, found", [
    ("십", 1), ("백 명", 2), ("천 권", 3), ("만 원", 4), ("억 달러", 8), ("조 원", 12), ("十", 1), ("百人", 2),
    ("千人", 3), ("万人", 4), ("萬", 4),
    ("亿", 8), ("億", 8), ("万亿", 12), ("萬億", 12), ("兆", 12),
])  # fmt: skip
def test_a_letter_multiplies_by_a_power_of_ten(text: str, found: int) -> None:
    assert power(text, SCALES, SUBSCALES) == found


@pytest.mark.parametrize("word", [
    "십자가", "백신", "백두산", "천안", "천연가스", "천막", "만찬", "만기", "억류", "억제",
    "조약", "조선", "조사", "조항", "조직", "百分点", "千米", "千克", "千瓦", "兆瓦",
])  # fmt: skip
def test_a_word_that_begins_so_multiplies_nothing(word: str) -> None:
    assert power(word, SCALES, SUBSCALES) is None


# Source: Chicago Manual of Style 9.8; the Economist style guide; ГОСТ 7.12.
@pytest.mark.parametrize("word, found", [
    ("thousand", 3), ("million", 6), ("millions", 6), ("mn", 6), ("Billion", 9), ("bn", 9), ("trillion", 12),
    ("trn", 12), ("тыс", 3), ("тысяч", 3),
    ("тысячами", 3), ("млн", 6), ("миллионов", 6), ("МЛРД", 9), ("миллиарда", 9), ("трлн", 12), ("триллионы", 12),
    ("hundred", None),
])  # fmt: skip
def test_a_word_of_english_or_russian_multiplies(word: str, found: int | None) -> None:
    assert power(word, WORD_SCALES) == found


# Source: ISO 4217 and SI for the codes.
@pytest.mark.parametrize("code, words", [
    ("usd", "달러|미국 달러|불|dollar|dollars|US dollars|USD|US$|$|доллар|долларов|долл|美元"),
    ("eur", "유로|euro|euros|EUR|€|евро|欧元"),
    ("cny", "위안|yuan|renminbi|RMB|CNY|юань|юаней|人民币|元"),
    ("rub", "루블|ruble|rouble|roubles|RUB|₽|руб|рублей|卢布"),
    ("jpy", "엔|yen|JPY|иена|иены|日元"),
    ("krw", "원|won|South Korean won|KRW|₩|вон|韩元"),
    ("cny jpy", "¥"),
    ("%", "%|퍼센트|프로|percent|per cent|pct|процентов|процент"),
    ("pp", "%p|퍼센트포인트|퍼센트 포인트|percentage points|п.п.|п. п.|百分点|个百分点"),
    ("km", "km|킬로미터|kilometers|kilometres|км|километров|公里|千米"),
    ("m", "m|미터|metre|meters|м|метров|米"),
    ("cm", "cm|센티|센티미터|см|厘米"),
    ("mm", "mm|밀리|밀리미터|мм|毫米"),
    ("km2", "km2|제곱킬로미터|평방 킬로미터|square kilometres|sq km|кв. км|平方公里"),
    ("m2", "m2|제곱미터|square meters|кв. м|平方米"),
    ("m3", "m3|세제곱미터|입방미터|cubic metres|куб. м|立方米"),
    ("nmi", "해리|nautical miles|nmi|морских миль|海里"),
    ("mi", "마일|mile|miles|миля|миль|英里"),
    ("ft", "피트|feet|foot|ft|футов|英尺"),
    ("kn", "노트|knots|узлов|节"),
    ("kg", "kg|킬로그램|kilograms|кг|килограмм|公斤"),
    ("t", "t|톤|tonnes|tons|metric tons|т|тонн|吨"),
    ("bbl", "배럴|barrels|bbl|баррелей|桶"),
    ("ha", "ha|헥타르|hectares|га|гектаров|公顷"),
    ("mw", "MW|메가와트|megawatts|МВт|兆瓦"),
    ("kw", "kW|킬로와트|kilowatts|кВт|千瓦"),
    ("l", "리터|litres|liters|литров|升"),
])  # fmt: skip
def test_a_unit_has_its_words_in_four_languages(code: str, words: str) -> None:
    assert [word for word in words.split("|") if unit(word) != code] == []


@pytest.mark.parametrize("word, code", [
    ("프로그램", "%"), ("유로존", "eur"), ("위안부", "cny"), ("엔진", "jpy"), ("밀리초", "mm"), ("노트북", "kn"),
    ("톤세", "t"), ("불교", "usd"),
    ("원자력", "krw"), ("킬로와트시", "kw"),
])  # fmt: skip
def test_a_word_that_begins_like_a_unit_is_none(word: str, code: str) -> None:
    (row,) = (row for row in UNITS if row.codes == code)
    assert re.match(row.pattern, word, re.IGNORECASE) is None


@pytest.mark.parametrize("text", ["원", "원을", "원에서", "원으로", "원어치", "원 규모", "원,"])
def test_a_won_is_followed_by_a_particle_or_nothing(text: str) -> None:
    (row,) = (row for row in UNITS if row.codes == "krw")
    assert re.match(row.pattern, text) is not None


def test_every_sign_and_code_of_money_is_a_unit() -> None:
    assert set(MONEY.values()) <= {row.codes for row in UNITS}
    assert {sign: MONEY[sign] for sign in ("$", "€", "₩", "₽", "¥", "rmb", "usd")} == {
        "$": "usd", "€": "eur", "₩": "krw", "₽": "rub", "¥": "cny jpy", "rmb": "cny", "usd": "usd",
    }  # fmt: skip
    assert MONEY_SCALES == {"k": 3, "m": 6, "b": 9}


@pytest.mark.parametrize("value, words", [
    (1, "one один одна"), (2, "two два две 두"), (3, "three три 세"), (10, "ten десять 열"), (20, "twenty двадцать"),
    (50, "fifty пятьдесят"),
])  # fmt: skip
def test_a_small_number_is_spelled_in_three_languages(value: int, words: str) -> None:
    assert {SPELLED[word] for word in words.split()} == {value}


def test_han_means_a_and_about_too_and_is_no_number() -> None:
    assert "한" not in SPELLED


@pytest.mark.parametrize("text, counted", [
    ("척", True), ("척이", True), ("명은", True), ("나라", True), ("개의", True), ("달러", False), ("개발", False),
    ("대통령", False), ("배럴", False), ("편지", False),
])  # fmt: skip
def test_a_counter_is_a_word_of_its_own(text: str, counted: bool) -> None:
    assert (re.match(COUNTED, text) is not None) is counted


def test_money_and_mass_have_rows_of_their_own() -> None:
    assert [word for word in ("달러", "루블", "톤", "배럴") if not re.fullmatch(MONEY_OR_MASS, word)] == []
