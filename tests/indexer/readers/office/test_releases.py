"""The date of a press release is that of the form at its title."""

import pytest

from indexer.markup import Element, ElementRole, MarkupCell
from indexer.readers.office.releases import release_date, revision_date
from indexer.readers.office.seen import Seen
from indexer.structure import RELEASE_LABELS

TITLE = Seen(Element(ElementRole.TITLE, "강의 길"))


def table(*rows: tuple[str, ...]) -> Seen:
    return Seen(Element(ElementRole.TABLE, "", rows=tuple(tuple(map(MarkupCell, row)) for row in rows)))


def line(text: str) -> Seen:
    return Seen(Element(ElementRole.PARAGRAPH, text))


@pytest.mark.parametrize(
    ("seen", "dates"),
    [
        ([table(("배포", "2024. 1. 2.(화)"), ("보도 시점", "2024. 1. 3.(수) 조간")), TITLE], ["2024-01-03"]),
        ([table(("담당", "홍보기", "배포일시", "2024년 1월 2일 09:00")), TITLE], ["2024-01-02"]),
        ([line("보도일시: 2024. 1. 2.(화) 08:00"), TITLE], ["2024-01-02"]),
        ([TITLE, table(("보도시점", "2024. 1. 2."))], ["2024-01-02"]),
        ([table(("문서번호", "강변과-12"), ("결재일자", "2024. 1. 2.")), TITLE], ["2024-01-02"]),
        ([table(("보도시점", "(온라인) 2024. 1. 2.(화) 16:00 (지 면) 2024. 1. 3.(수) 조간")), TITLE], ["2024-01-02"]),
        ([TITLE, line("강이 흐른다."), table(("보도시점", "2024. 1. 2."))], []),
        ([table(("보도시점", "즉시"), ("접수일", "2024. 1. 2.")), TITLE], []),
        ([line("보도시점이 2024년인 까닭"), TITLE], []),
    ],
    ids=[
        "two",
        "beside others",
        "a line",
        "below the title",
        "a decision",
        "on line",
        "in the text",
        "no date",
        "a sentence",
    ],
)
def test_the_date_beside_its_label_at_the_title(seen: list[Seen], dates: list[str]) -> None:
    assert [one.text for one in release_date(seen)] == dates


@pytest.mark.parametrize("label", RELEASE_LABELS)
def test_it_knows_every_label_of_the_form(label: str) -> None:
    assert [one.text for one in release_date([table((label, "2024. 1. 2.")), TITLE])] == ["2024-01-02"]


@pytest.mark.parametrize(
    ("texts", "dates"),
    [
        (("제정 2010.11.05.", "전면개정 2018. 4. 19.", "개정 2021.06.14.(1)"), ["2021-06-14"]),
        (("개정 2021.06.14.",), []),
        (("제정 2010.11.05.", "개정안은 2021.06.14. 알렸다."), []),
    ],
    ids=["a rule", "one line", "a sentence"],
)
def test_a_rule_is_of_the_day_of_its_last_change(texts: tuple[str, ...], dates: list[str]) -> None:
    assert [one.text for one in revision_date([TITLE, *map(line, texts)])] == dates
