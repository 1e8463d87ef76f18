"""Numbers, amounts and dates are found by what they mean, in four languages."""

import datetime
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.folding import fold
from archive.text.quantities import find
from archive.text.units import UNITS
from tests.counting import growth


def terms(text: str) -> set[str]:
    return {found.term for found in find(fold(text).text)}


def printed(text: str) -> dict[str, str]:
    folded = fold(text).text
    return {term: folded[start:end] for term, start, end in find(folded)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("상자 13000개", "=13000"),
        ("상자 13,000개", "=13000"),
        ("상자 1만 3,000여 개", "=13000"),
        ("상자 1만3천 개", "=13000"),
        ("상자 1.3만 개", "=13000"),
        ("상자 １３０００ 개", "=13000"),
        ("13 thousand crates", "=13000"),
        ("13 тыс. ящиков", "=13000"),
        ("13 000 ящиков", "=13000"),
        ("13\u202f000 ящиков", "=13000"),
        ("1.3万个箱子", "=13000"),
        ("一万三千个箱子", "=13000"),
        ("2만 2,000명", "=22000"),
        ("약 6만 7,300자루", "=67300"),
        ("약 1천 200명", "=1200"),
        ("소금 800여만 자루", "=8000000"),
        ("1조 2천억", "=1200000000000"),
        ("3천만 그루", "=30000000"),
        ("1,5 млн книг", "=1500000"),
        ("1,234 млн книг", "=1234000"),
        ("1 млн 200 тыс. книг", "=1200000"),
        ("12,5 раза", "=12.5"),
        ("two million books", "=2000000"),
        ("два миллиарда", "=2000000000"),
        ("3万亿", "=3000000000000"),
        ("3,000万", "=30000000"),
        ("제4조", "=4"),
        ("статья 4", "=4"),
        ("Article 4", "=4"),
        ("第4条", "=4"),
        ("第四条", "=4"),
        ("the 19th century", "=19"),
        ("1990년대", "=1990"),
        ("the 1990s", "=1990"),
        ("등대 두 척", "=2"),
        ("영하 0.5도", "=0.5"),
        ("값 2.50", "=2.5"),
        ("№ 7", "=7"),
    ],
)
def test_a_number_is_one_term_however_it_is_written(text: str, wanted: str) -> None:
    assert terms(text) == {wanted}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("200억 달러", "=20000000000usd"),
        ("200억여 달러", "=20000000000usd"),
        ("20 billion dollars", "=20000000000usd"),
        ("20-billion-dollar plan", "=20000000000usd"),
        ("$20bn", "=20000000000usd"),
        ("US$20 billion", "=20000000000usd"),
        ("USD 20bn", "=20000000000usd"),
        ("20 млрд долларов", "=20000000000usd"),
        ("20 млрд. долл.", "=20000000000usd"),
        ("200亿美元", "=20000000000usd"),
        ("二百亿美元", "=20000000000usd"),
        ("백만 원이 들었다", "=1000000krw"),
        ("£는 없고 €5m", "=5000000eur"),
        ("3억 루블", "=300000000rub"),
        ("300 миллионов рублей", "=300000000rub"),
        ("7천 위안", "=7000cny"),
        ("7000元", "=7000cny"),
        ("90엔", "=90jpy"),
        ("152㎜", "=152mm"),
        ("152 밀리", "=152mm"),
        ("152 мм", "=152mm"),
        ("152毫米", "=152mm"),
        ("17킬로미터", "=17km"),
        ("17 kilometres", "=17km"),
        ("17公里", "=17km"),
        ("소금 4만 500여 톤", "=40500t"),
        ("40,500 tonnes of salt", "=40500t"),
        ("40 500 тонн соли", "=40500t"),
        ("4.05万吨盐", "=40500t"),
        ("50만 배럴", "=500000bbl"),
        ("500 тыс. баррелей", "=500000bbl"),
        ("30㎢", "=30km2"),
        ("30 кв. км", "=30km2"),
        ("12 га", "=12ha"),
        ("12헥타르", "=12ha"),
        ("6 МВт", "=6mw"),
        ("50％", "=50%"),
        ("50퍼센트", "=50%"),
        ("50 per cent", "=50%"),
        ("50 процентов", "=50%"),
        ("百分之五十", "=50%"),
        ("百分之50", "=50%"),
        ("3%p", "=3pp"),
        ("3 percentage points", "=3pp"),
    ],
)
def test_an_amount_is_its_number_and_its_number_with_the_unit(text: str, wanted: str) -> None:
    number = "=" + "".join(c for c in wanted if c.isdigit()) if wanted != "=30km2" else "=30"
    assert terms(text) == {number, wanted}


@pytest.mark.parametrize(
    "text",
    [
        "2024년 6월 19일",
        "２０２４년６월１９일",
        "＇24년 6월 19일",
        "‘24년 6월 19일",
        "24년 6월 19일",
        "’24. 6. 19.",
        "2024. 6. 19.",
        "2024.06.19",
        "2024-06-19",
        "2024/6/19",
        "20240619",
        "19.06.2024",
        "6/19/2024",
        "19/06/2024",
        "June 19, 2024",
        "june 19 2024",
        "June 19th, 2024",
        "19 June 2024",
        "the 19th of June 2024",
        "19 июня 2024 г.",
        "19 июня 2024 года",
        "2024年6月19日",
        "2024年6月19号",
        "二〇二四年六月十九日",
    ],
)
def test_a_full_date_is_found_by_day_month_and_year(text: str) -> None:
    assert terms(text) == {"@2024-06-19", "@2024-06", "@2024", "@-06-19", "@-06"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("＇24년 6월", {"@2024-06", "@2024", "@-06"}),
        ("2024-06", {"@2024-06", "@2024", "@-06"}),
        ("2024. 6.", {"@2024-06", "@2024", "@-06"}),
        ("Jun. 2024", {"@2024-06", "@2024", "@-06"}),
        ("в июне 2024 года", {"@2024-06", "@2024", "@-06"}),
        ("06.2024", {"@2024-06", "@2024", "@-06"}),
        ("6월 19일", {"@-06-19", "@-06"}),
        ("19 июня", {"@-06-19", "@-06"}),
        ("June 19", {"@-06-19", "@-06"}),
        ("6月19日", {"@-06-19", "@-06"}),
        ("6월", {"@-06"}),
        ("in May", {"@-05"}),
        ("июнь", {"@-06"}),
        ("2024년 상반기", {"@2024"}),
        ("2024 г.", {"@2024"}),
        ("2024年", {"@2024"}),
        ("1991년", {"@1991"}),
        ("＇91년", {"@1991"}),
        ("2024", {"=2024", "@2024"}),
        ("in 2024", {"=2024", "@2024"}),
        ("mid-2024", {"=2024", "@2024"}),
        ("2024명", {"=2024"}),
        ("2022~24년", {"@2022", "@2024"}),
        ("2022–2024 гг.", {"@2022", "@2024"}),
        ("＇23년~＇24년", {"@2023", "@2024"}),
        ("2023/24", {"@2023", "@2024"}),
        ("2024년 6월 18~19일", {"@2024", "@2024-06", "@-06", "@2024-06-18", "@-06-18", "@2024-06-19", "@-06-19"}),
        ("2024년 6월 18·19일", {"@2024", "@2024-06", "@-06", "@2024-06-18", "@-06-18", "@2024-06-19", "@-06-19"}),
        ("2024년 6월 18일부터 19일", {"@2024", "@2024-06", "@-06", "@2024-06-18", "@-06-18", "@2024-06-19", "@-06-19"}),
        ("June 18–19, 2024", {"@2024", "@2024-06", "@-06", "@2024-06-18", "@-06-18", "@2024-06-19", "@-06-19"}),
        ("с 18 по 19 июня 2024 г.", {"@2024", "@2024-06", "@-06", "@2024-06-18", "@-06-18", "@2024-06-19", "@-06-19"}),
        ("September–December 2023", {"@2023", "@2023-09", "@-09", "@2023-12", "@-12"}),
        ("2023년 9월과 12월", {"@2023", "@2023-09", "@-09", "@2023-12", "@-12"}),
        ("2023년 9·12월", {"@2023", "@2023-09", "@-09", "@2023-12", "@-12"}),
        ("2023년 9월에 열렸다. 12월에는", {"@2023", "@2023-09", "@-09", "@-12"}),
        ("2023년 9월에 열렸다.4 12월에는", {"@2023", "@2023-09", "@-09", "=4", "@-12"}),
    ],
)
def test_a_date_says_no_more_than_was_printed_in_its_sentence(text: str, wanted: set[str]) -> None:
    assert terms(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2~2.5배", {"=2", "=2.5"}),
        ("18~19일", {"=18", "=19"}),
        ("5-7", {"=5", "=7"}),
        ("2~3만 명", {"=20000", "=30000"}),
        ("800~1만 명", {"=800", "=10000"}),
        ("2~3톤", {"=2", "=2t", "=3", "=3t"}),
        ("5–7 млрд рублей", {"=5000000000", "=5000000000rub", "=7000000000", "=7000000000rub"}),
        ("1,5–2 млн", {"=1500000", "=2000000"}),
        ("$5-7 billion", {"=5000000000", "=5000000000usd", "=7000000000", "=7000000000usd"}),
        ("5 to 7 million", {"=5000000", "=7000000"}),
        ("5명-7명", {"=5", "=7"}),
    ],
)
def test_a_range_gives_both_its_ends(text: str, wanted: set[str]) -> None:
    assert terms(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("조약 4조", {"=4", "=4000000000000"}),
        ("¥300", {"=300", "=300cny", "=300jpy"}),
        ("120 130", {"=120130", "=120", "=130"}),
        ("2020 120 130 140", {"=2020", "@2020", "=120", "=130", "=140"}),
    ],
)
def test_where_a_spelling_is_in_doubt_each_reading_is_given(text: str, wanted: set[str]) -> None:
    assert terms(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "KN-23과 KN-23/KN-24",
        "S-400",
        "С-400",
        "MI-8",
        "Ми-8",
        "F-16",
        "9М729",
        "5G",
        "COVID-19",
        "화성-17형",
        "B52",
        "수천 명",
        "수백만 달러",
        "세대 교체와 두만강",
        "万一",
        "一个国家",
        "02-123-4567",
        "1.2.3",
        "192.168.0.1",
        "https://example.org/2024/06/19/a20.html",
        "www.example.org/7",
        "S/2024/6",
        "It may be so; they march on",
        "The one who won",
        "一般",
        "майор",
        "five hundred thousand",
        "twenty-five million",
        "몇 백만 달러",
        "12345678901234567890",
    ],
)
def test_digits_of_names_and_addresses_are_no_numbers(text: str) -> None:
    assert terms(text) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("No. 2025-09", {"=2025", "=9"}),
        ("2024. 13. 45.", {"=2024", "@2024", "=13", "=45"}),
        ("썼다.4 100척이", {"=4", "=100"}),
        ("Article 4 may be amended", {"=4"}),
        ("152mm2 판", set()),
        ("2만찬", {"=2"}),
        ("10조약", {"=10"}),
        ("200만 원유", {"=2000000"}),
        ("5월 9일본", {"@-05", "=9"}),
        ("3千米", {"=3", "=3km"}),
        ("2024-10-2024", set()),
    ],
)
def test_what_only_looks_like_a_date_or_a_unit_is_not_taken_for_one(text: str, wanted: set[str]) -> None:
    assert terms(text) == wanted


def test_each_term_has_the_span_of_its_own_words() -> None:
    assert printed("지난 2024년 6월 19일에 1만 3,000여 톤을") == {
        "@2024": "2024년",
        "@2024-06": "2024년 6월",
        "@2024-06-19": "2024년 6월 19일",
        "@-06": "6월",
        "@-06-19": "6월 19일",
        "=13000": "1만 3,000",
        "=13000t": "1만 3,000여 톤",
    }


def test_no_two_units_share_a_code() -> None:
    assert len({unit.codes for unit in UNITS}) == len(UNITS)


def _groups(n: int, scales: str, gap: str, form: str) -> str:
    fours = [(n // 10 ** (4 * place) % 10**4, scale) for place, scale in reversed(list(enumerate(["", *scales])))]
    return gap.join(format(four, form) + scale for four, scale in fours if four)


FORMATS: dict[str, Callable[[int], str]] = {
    "digits": str,
    "English": lambda n: f"{n:,} crates",
    "English scale": lambda n: f"{n // 10**6 + n % 10**6 / 10**6:.6f} million" if n < 10**9 else f"{n:,}",
    "Korean": lambda n: f"{_groups(n, '만억조', ' ', ',')}여 개",
    "Korean, tight": lambda n: f"약{_groups(n, '만억조', '', 'd')}개",
    "Russian": lambda n: f"{n:,} ящиков".replace(",", "\u00a0"),
    "Russian scale": lambda n: f"{n // 1000},{n % 1000:03} тыс. ящиков" if n % 10 and n < 10**6 else str(n),
    "Chinese": lambda n: f"{_groups(n, '万亿', '', 'd')}个" if n < 10**12 else str(n),
    "full width": lambda n: "".join(chr(ord(c) - ord("0") + 0xFF10) for c in str(n)),
}


@pytest.mark.parametrize("name", FORMATS)
@given(st.integers(min_value=1, max_value=10**15 - 1))
def test_a_number_has_the_same_term_in_every_language(name: str, n: int) -> None:
    assert f"={n}" in terms(FORMATS[name](n))


RUSSIAN = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)


@given(st.dates(min_value=datetime.date(1970, 1, 1), max_value=datetime.date(2069, 12, 31)))
def test_a_day_has_the_same_terms_in_every_language(day: datetime.date) -> None:
    ways = [
        day.isoformat(),
        f"{day.year}년 {day.month}월 {day.day}일",
        f"＇{day:%y}년 {day.month}월 {day.day}일",
        f"{day.year}. {day.month}. {day.day}.",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{day.day} {RUSSIAN[day.month - 1]} {day.year} г.",
        f"{day:%d.%m.%Y}",
        f"{day.year}年{day.month}月{day.day}日",
    ]
    assert {frozenset(terms(way)) for way in ways} == {frozenset(terms(day.isoformat()))}
    assert f"@{day.isoformat()}" in terms(ways[0])


PIECES = st.sampled_from(
    [
        *(
            "1",
            "24",
            "2024",
            "19",
            "06",
            "000",
            "3,000",
            "2.5",
            "１２",
            "만",
            "억",
            "조",
            "여",
            "년",
            "월",
            "일",
            "톤",
            "원",
        ),
        *(
            "$",
            "%",
            "㎜",
            "~",
            "-",
            ".",
            ",",
            "'",
            "＇",
            "/",
            ":",
            "·",
            "billion",
            "bn",
            "m",
            "млрд",
            "тыс.",
            "г.",
            "달러",
        ),
        *(
            "июня",
            "June",
            "May",
            "万",
            "亿",
            "年",
            "月",
            "日",
            "第",
            "条",
            "一",
            "十",
            "百分之",
            "KN-",
            "제",
            "수천",
            "두",
            "척",
            "백만",
        ),
        *("http://", "no.", "и", "по", "to", "\n", " ", "  ", "\u00a0"),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_spans_lie_in_the_text_in_order_and_are_not_empty(text: str) -> None:
    folded = fold(text).text
    found = find(folded)
    assert all(0 <= start < end <= len(folded) and term[0] in "=@" for term, start, end in found)
    assert found == sorted(set(found), key=lambda f: (f.start, f.end, f.term))


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["1", "1 ", "123 ", "1~", "1만 ", "2024년 6월 ", " ", "一", "June "])
def test_time_grows_with_the_length_of_a_hostile_text(piece: str) -> None:
    assert growth(lambda length: partial(find, (piece * length)[:length]), 20_000, floor=0.005) < 9
