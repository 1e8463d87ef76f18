"""Year, month and day of a date may stand in a passage and the headings above it; what stands nowhere is missing."""

from collections.abc import Iterator

import pytest

from archive.search.date_parts import FullDate
from tests.archive.literal import Archive, archive, brief, marked

DAY = FullDate("2024", "06", "19")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    documents = (
        brief("19일 나루터에서 도장을 찍었다.", "20일 나루터를 떠났다.", heading="2024년 6월", title="뱃길 일지"),
        brief("2024년 6월에 나루터가 열렸다.", "2023년 6월 19일의 나루터는 닫혔다.", "나루터 값이 6월 19일에 올랐다."),
        brief("2024년 6월 19일 나루터에 배가 섰다."),
    )
    with archive(tmp_path_factory.mktemp("dates"), *documents) as made:
        yield made


@pytest.mark.parametrize(
    "query, word, day, month",
    [
        ("2024년 6월 19일 나루터", "2024년 6월 19일", "19일", "2024년"),
        ("2024-06-19 나루터", "2024-06-19", "19", "2024"),
        ("19.06.2024 나루터", "19.06.2024", "19", "2024"),
        ("June 19, 2024 나루터", "June 19, 2024", "19", "2024"),
        ("2024年6月19日 나루터", "2024年6月19日", "19日", "2024年"),
    ],
)
def test_of_a_date_only_what_is_missing_is_missing(world: Archive, query: str, word: str, day: str, month: str) -> None:
    missing = {hit.passage.text: hit.missing for hit in world.ask(query, match="any").hits}
    assert missing == {
        "2024년 6월 19일 나루터에 배가 섰다.": (),
        "19일 나루터에서 도장을 찍었다.": (),
        "20일 나루터를 떠났다.": (day,),
        "2024년 6월에 나루터가 열렸다.": (day,),
        "2023년 6월 19일의 나루터는 닫혔다.": (word,),
        "나루터 값이 6월 19일에 올랐다.": (month,),
    }


def test_the_day_is_marked_where_its_month_stands_above(world: Archive) -> None:
    marks = {hit.passage.text: marked(hit) for hit in world.ask("2024년 6월 19일 나루터").hits}
    assert marks["19일 나루터에서 도장을 찍었다."] == ["19일", "나루터"]
    assert "20일 나루터를 떠났다." not in marks
    assert marks["2024년 6월 19일 나루터에 배가 섰다."] == ["2024년 6월 19일", "나루터"]


@pytest.mark.parametrize("text, found", [
    ("19일에", ["19일"]), ("6월 19일", []), ("119일", []), ("19일간", []), ("19日", ["19日"]), ("9일", []),
])  # fmt: skip
def test_a_lone_day(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in DAY.lone_days(text)] == found


@pytest.mark.parametrize("concepts, date", [
    (("@2024", "@2024-06", "@2024-06-19"), DAY), (("@2024-06-19", "@2024-06-20"), None), (("@2024-06",), None),
])  # fmt: skip
def test_a_full_date_is_one_day(concepts: tuple[str, ...], date: FullDate | None) -> None:
    assert FullDate.of(concepts) == date


@pytest.mark.parametrize("printed, missing", [
    ("24.6.19", ["24", "6", "19"]), ("19 июня 2024", ["2024", "июня", "19"]), ("그날", None), ("2024년 6월", None),
])  # fmt: skip
def test_what_cannot_be_told_apart_is_not_said(printed: str, missing: list[str] | None) -> None:
    assert DAY.missing([], printed) == missing
