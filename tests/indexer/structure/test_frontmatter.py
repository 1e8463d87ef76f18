"""What a document prints of itself becomes catalogue data; the rest stays None. All names are invented."""

import pytest

from archive.citing.outlets import builtin
from archive.model.document import Document, Line, Metadata
from indexer.assembly.printed import read_printed
from indexer.lines.dateline import date_line


def document(text: str) -> Document:
    return read_printed([Line(i, line) for i, line in enumerate(text.split("\n"), 1)], builtin())


BODY = "강을 건너는 길이 다시 열렸다. 첫 차가 지난 뒤로 두 달이 흘렀다."


def test_a_title_page() -> None:
    found = document(
        f"보기 이슈노트\n\nNo. 2025-03\n\n강 너머 물류의 전망\n\n홍보기\n\n보기대학교 물류학과 교수\n\n"
        f"2025-07-15\n\n{BODY}"
    )
    assert found.metadata == Metadata(
        title="강 너머 물류의 전망",
        authors=("홍보기",),
        affiliation="보기대학교 물류학과 교수",
        series="보기 이슈노트",
        number="2025-03",
        date="2025-07-15",
        language="ko",
    )
    assert [block.kind.value for block in found.blocks] == [
        "series",
        "series",
        "title",
        "byline",
        "byline",
        "date",
        "paragraph",
    ]


def test_a_title_page_in_english() -> None:
    head = (
        "Sample Brief\nNo. 7\nThe Road Across the River\nJane Sample\nResearch Fellow, Sample Institute\n"
        "15 July 2025\n\n"
    )
    found = document(head + "The road opened again in May. Few trucks have used it since then.").metadata
    assert (found.title, found.authors, found.series, found.number, found.date, found.language) == (
        "The Road Across the River",
        ("Jane Sample",),
        "Sample Brief",
        "7",
        "2025-07-15",
        "en",
    )
    assert found.affiliation == "Research Fellow, Sample Institute"


def test_labels_say_what_they_are() -> None:
    found = document(
        f"강 너머 소식\n글: 홍보기 (보기대학교)\n발행처: 보기연구원\n발행일: 2025년 3월\n\n{BODY}"
    ).metadata
    assert (found.title, found.authors, found.affiliation, found.publisher, found.date) == (
        "강 너머 소식",
        ("홍보기",),
        "보기대학교",
        "보기연구원",
        "2025-03",
    )


@pytest.mark.parametrize("head", ["", "주요 내용\n\n▶ 길이 열렸음.\n\n", "1. 배경\n\n"])
def test_a_text_that_says_nothing_of_itself_has_no_catalogue_data(head: str) -> None:
    assert document(head + BODY).metadata == Metadata(language="ko")


def test_one_short_line_above_the_text_is_its_title() -> None:
    assert document(f"강 너머의 길\n\n{BODY}").metadata.title == "강 너머의 길"


def test_a_disclaimer_names_the_publisher_and_the_first_printing() -> None:
    found = document(
        f"{BODY}\n\n* 본 글은 9 월 15 일자 보기신문에 기고한 글이며, 보기연구원의 공식적인 의견이 아닙니다."
    )
    assert (found.metadata.publisher, found.metadata.original) == ("보기연구원", "보기신문, 9월 15일")
    assert found.metadata.status == found.blocks[-1].text.removeprefix("* ")
    assert found.metadata.date is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-03-24", "2025-03-24"),
        ("2025. 3. 24.", "2025-03-24"),
        ("발행일 2025.3.24", "2025-03-24"),
        ("2025년 3월 24일(월)", "2025-03-24"),
        ("March 24, 2025", "2025-03-24"),
        ("2025년 3월", "2025-03"),
        ("2025년", None),
        ("2025년 3월의 길", None),
        ("3월 24일", None),
    ],
)
def test_date_lines(text: str, date: str | None) -> None:
    assert date_line(text) == date


@pytest.mark.parametrize("text", ["이 보고서는 공개된 보도만을 바탕으로 하였다.", "본 절에서는 운임을 본다."])
def test_a_sentence_about_the_text_is_no_disclaimer(text: str) -> None:
    assert [block.kind.value for block in document(f"{BODY}\n\n{text}").blocks] == ["paragraph", "paragraph"]


def test_a_notice_above_the_title_is_a_remark() -> None:
    found = document(
        f"※ 이 글은 발표문을 고친 것입니다.\n\n강 너머 물류의 전망\n\n홍보기\n\n2024. 12. 20.\n\nⅠ. 머리말\n\n{BODY}"
    )
    assert [(block.kind.value, block.text) for block in found.blocks][:4] == [
        ("remark", "※ 이 글은 발표문을 고친 것입니다."),
        ("title", "강 너머 물류의 전망"),
        ("byline", "홍보기"),
        ("date", "2024. 12. 20."),
    ]
    assert (found.metadata.title, found.metadata.authors) == ("강 너머 물류의 전망", ("홍보기",))
