"""What has the same stem or digits is what was typed only where a careful reader would say so."""

import pytest

from archive.search.agreement import TypedPart, whole_words


def agrees(typed: str, text: str, found: str, after: str = "", **more: str) -> bool:
    at = text.index(found)
    return TypedPart(typed, after=after, **more).agrees(text, at, at + len(found))  # type: ignore[arg-type]


@pytest.mark.parametrize("typed, found, same", [
    ("US", "us", False), ("US", "US", True), ("WHO", "who", False), ("NATO", "Nato", True), ("LNG", "lng", True),
    ("UN", "Un", False), ("ICBM", "ICBMs", True), ("Polish", "polish", False), ("polish", "Polish", True),
    ("Treaty", "treaty", True), ("nato", "NATO", True),
])  # fmt: skip
def test_capital_letters(typed: str, found: str, same: bool) -> None:
    assert agrees(typed, f"of {found} there", found) is same


@pytest.mark.parametrize("typed, found, same", [("FERRY", "ferry", True), ("DEBT", "debt", True), ("US", "us", False)])
def test_a_query_all_in_capitals_asks_for_words_in_small_letters(typed: str, found: str, same: bool) -> None:
    assert TypedPart(typed, shouted=True).agrees(found, 0, len(found)) is same


def test_a_name_has_a_capital() -> None:
    assert TypedPart("Путин", name=True).agrees("слова Путина", 6, 12)
    assert not TypedPart("Путин", name=True).agrees("началась путина", 9, 15)


@pytest.mark.parametrize("number, after, text, same", [
    ("1", "인당 소득", "모두 1명이다", False),
    ("1", "명", "선원 1인당 두 끼", False),
    ("1", "명", "모두 1명이다", True),
    ("50", "톤", "50만 톤을", False),
    ("50", "톤", "50 톤을", True),
    ("3", "월 훈련", "3개월 동안", False),
    ("4", "조", "예산 4조 원을", False),
    ("4", "조", "협정 4조에 따라", True),
    ("4", "조 원", "예산 4조 원을", True),
    ("15", "% 인상", "15퍼센트 올랐다", True),
    ("20", "도 혹한", "영하 20℃의 추위", True),
    ("20", "도 혹한", "모두 20명의 사람", False),
    ("2021", "年 9月", "2021년 9월의 일", True),
    ("2270", "号", "결의 2270호", True),
    ("2024", "년 지진", "전화 02-2024-1130", False),
    ("2024", "년", "해 | 2024 | 3", True),
    ("3", "개", "다리[3]는", False),
    ("2270", "", "결의 2270호", True),
    ("4", "", "올해 4월", False),
])  # fmt: skip
def test_numbers_count_the_same(number: str, after: str, text: str, same: bool) -> None:
    assert agrees(number, text, number, after) is same


@pytest.mark.parametrize("before, number, after, text, numeral, same", [
    ("제", "4", "조 원조", "크게 네 가지", "네", False),
    ("第", "四", "条", "올해 4월", "4", False),
    ("第", "四", "条", "제4조에", "4", True),
    ("", "4", "", "네 명이", "네", False),
    ("", "4", "명", "네 명이", "네", True),
    ("", "세", " 나라", "3국의", "3", True),
])  # fmt: skip
def test_numerals_in_words_count_the_same(
    before: str, number: str, after: str, text: str, numeral: str, same: bool
) -> None:
    end = text.index(numeral) + len(numeral)
    assert TypedPart(number, before, after).counts_as(text, end) is same


def test_a_suffix_makes_another_word() -> None:
    assert agrees("거부", "거부권을 쓰다", "거부", suffix="권")
    assert not agrees("거부", "거부할 수 없다", "거부", suffix="권")


def test_a_number_is_marked_with_what_it_counts() -> None:
    assert TypedPart("10", after="차 회의").with_unit("10차라는 말", 0, 2) == (0, 3)
    assert TypedPart("회담", after="차").with_unit("회담차", 0, 2) == (0, 2)


def test_a_name_is_another_word_than_its_letters() -> None:
    assert TypedPart("Polish").is_another_name("polish")
    assert not TypedPart("polish").is_another_name("polished")
    assert not TypedPart("cargo").is_another_name("freight")


@pytest.mark.parametrize("text, stretch, whole", [
    ("发展中国家", "中国", False), ("中国铁路", "中国", True), ("50만 배럴", "만 배럴", False),
    ("만 배럴", "만 배럴", True), ("기다리다", "다리", True),
])  # fmt: skip
def test_stretches_begin_and_end_where_words_do(text: str, stretch: str, whole: bool) -> None:
    at = text.index(stretch)
    assert whole_words(text, at, at + len(stretch)) is whole
