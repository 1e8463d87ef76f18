"""A letter of an office says in its form what it is about and when it was sent; nothing else is such a letter."""

import pytest

from indexer.markup import Element, ElementRole, MarkupCell
from indexer.readers.office.official_letters import letter_data
from indexer.readers.office.seen import Seen


def table(*rows: tuple[str, ...]) -> Seen:
    return Seen(Element(ElementRole.TABLE, "", rows=tuple(tuple(map(MarkupCell, row)) for row in rows)))


def line(text: str) -> Seen:
    return Seen(Element(ElementRole.PARAGRAPH, text))


HEAD = table(("수신", "나루터장"), ("(경유)", ""), ("제 목", "나루의\n문을 여는 때"))
FOOT = table(("시행", "강변과-12", "(", "2024. 3. 5.", ")", "접수", "나루과-7", "(", "2024. 3. 9.", ")"))
TITLE, DATE = ("citation_title", "나루의 문을 여는 때"), ("citation_publication_date", "2024-03-05")


@pytest.mark.parametrize(
    ("seen", "data"),
    [
        ((HEAD, line("강변과-3호와 관련됩니다."), FOOT), [TITLE, DATE]),
        (
            (line("수신 나루터장"), line("제목 나루의 문을 여는 때"), line("시행 강변과-12 (2024. 3. 5.)")),
            [TITLE, DATE],
        ),
        ((HEAD, table(("시행", "강변과-12", "(", "", ")"))), [TITLE]),
        ((table(("제목", "강의 길"), ("저자", "홍보기")), FOOT), []),
        ((line("제목 나루의 문"), line("수신료는 다음과 같다.")), []),
        ((*[line("강이 흐른다.")] * 12, HEAD), []),
    ],
    ids=["a form", "lines", "no date", "a form of something else", "no letter", "far below"],
)
def test_what_a_letter_says_of_itself(seen: tuple[Seen, ...], data: list[tuple[str, str]]) -> None:
    assert [(one.name, one.text) for one in letter_data(seen)] == data
