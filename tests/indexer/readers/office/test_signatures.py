"""A document is dated by its cover, or by the line above the office that signs; nothing else dates it."""

import pytest

from indexer.markup import Element, ElementRole, MarkupCell
from indexer.readers.office.seen import Seen
from indexer.readers.office.signatures import with_date

DATE, TEXT = "2024년 3월 5일", "강변부는 나루의 문을 여는 때를 다음과 같이 알립니다."


def line(text: str, role: ElementRole = ElementRole.PARAGRAPH) -> Seen:
    return Seen(Element(role, text))


def form(cells: int) -> Seen:
    return Seen(Element(ElementRole.TABLE, "", rows=(tuple(MarkupCell("강") for _ in range(cells)),)))


TITLE = line("강의 길", ElementRole.TITLE)


def dates(*seen: Seen) -> list[str]:
    return [one.element.text for one in with_date(seen) if one.element.role is ElementRole.DATE]


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        ((TITLE, line("(나루의 글)"), line("2024. 3."), line("목 차")), ["2024. 3."]),
        ((line("2024. 3."), TITLE), ["2024. 3."]),
        ((TITLE, form(4), line("2024. 3.")), ["2024. 3."]),
        ((form(40), TITLE, line("2024. 3.")), ["2024. 3."]),
        ((line(TEXT), TITLE, line("2024. 3.")), []),
        ((TITLE, form(40), line("2024. 3.")), []),
        ((TITLE, line(TEXT), line("2024. 3.")), []),
        ((TITLE, line("목 차"), line("2024. 3.")), []),
        ((line("강변부"), line("2024. 3.")), []),
        ((TITLE, line(TEXT), line(DATE), line("강변부 장관")), [DATE]),
        ((TITLE, line(TEXT), line(DATE), line("나루가 열린다")), []),
        ((TITLE, line(TEXT), line(DATE), line("강가의 모든 나루와 다리가 저녁마다 문을 닫는다는 시장")), [DATE]),
        ((TITLE, line(TEXT), line("2024년 0월 0일"), line("강변부 장관")), []),
    ],
    ids=lambda value: "" if isinstance(value, list) else " / ".join(one.element.text[:8] for one in value),
)
def test_what_dates_a_document(seen: tuple[Seen, ...], found: list[str]) -> None:
    assert dates(*seen) == found


def test_who_signs_is_no_heading() -> None:
    signers = (line("부총리 겸 강변부 장관"), line("나루연구원 원장", ElementRole.HEADING))
    found = with_date((TITLE, line(TEXT), line(DATE), *signers, line("배경", ElementRole.HEADING)))
    assert [one.element.role.value for one in found] == [
        "title", "paragraph", "date", "paragraph", "paragraph", "heading",
    ]  # fmt: skip
