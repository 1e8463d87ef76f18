"""A cover names its authors beside labels, numbers and teams; who taught or examined wrote nothing. All invented."""

import pytest

from indexer.structure.cover_names import CoverLine, authors_of, cover_date, cover_names, form_date, form_names


def read(*texts: str, named: tuple[str, ...] = ()) -> tuple[str, ...]:
    return authors_of(cover_names([CoverLine(text, n) for n, text in enumerate(texts)], named))


@pytest.mark.parametrize(
    "lines, authors",
    [
        (("작성자: 홍 길 동",), ("홍길동",)),
        (("팀원 : 홍길동 (팀장)", "김보기", "이예시"), ("홍길동", "김보기", "이예시")),
        (("조사자 홍길동", "김민서", "배의 수"), ("홍길동", "김민서")),
        (("조사자 홍길동", "제안서"), ("홍길동",)),
        (("학 번: 20240315", "이 름: 정 보기"), ("정보기",)),
        (("이름: 홍길동",), ()),
        (("과목: 항만론", "담당교수: 홍길동", "학번 20240315", "이름 김보기"), ("김보기",)),
        (("지도교수 : 홍길동", "20240315 김보기"), ("김보기",)),
        (("Instructor: 홍길동", "by", "김보기, 이예시"), ("김보기", "이예시")),
        (("by", "홍길동, 김보기", "Teaching Assistant", "이예시, 박견본"), ("홍길동", "김보기")),
        (("홍길동1, 김보기2*", "한빛대학교 항만학과1"), ("홍길동", "김보기")),
        (("7조 홍길동 김보기",), ("홍길동", "김보기")),
        (("홍길동, 김보기", "Kil-dong Hong, Bogi Kim", "Sample University"), ("홍길동", "김보기")),
        (("홍길동", "한빛대학교 항만학과"), ("홍길동",)),
        (("홍길동",), ()),
        (("팀원 홍길동이 구상한 부두",), ()),
        (("작성자는 부두에 있다",), ()),
    ],
)  # fmt: skip
def test_who_wrote_what_lines_of_a_cover(lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert read(*lines) == authors


def test_the_file_may_name_an_author_whom_nothing_beside_him_shows() -> None:
    assert read("홍길동", named=("홍길동",)) == ("홍길동",)


@pytest.mark.parametrize(
    "rows, authors",
    [
        ([["작성자", "20240315 홍길동"]], ("홍길동",)),
        ([["학번", "20240315 홍길동\n20240316 김보기"]], ("홍길동", "김보기")),
        ([["교과목명", "항만론"], ["팀 원", "20240315 홍길동"], ["20240316 김보기"]], ("홍길동", "김보기")),
        ([["학번", "2435", "2530"], ["성명", "홍길동", "김보기"]], ("홍길동", "김보기")),
        ([["연구자", "전공", "학번", "이름", "연락처"], ["항만", "20240315", "홍길동", "010-1234-5678"],
            ["항만", "20240316", "김보기", ""], ["목표", "부두", "", ""]], ("홍길동", "김보기")),
        ([["지도교수", "성명", "홍길동"], ["학번", "20240316", "성명", "김보기"]], ("김보기",)),
        ([["담당교수", "홍길동", "이름", "김보기"]], ("김보기",)),
        ([["작성자: 홍 길 동", "전공: 항만"]], ("홍길동",)),
        ([["성명", "홍길동"]], ()),
        ([["팀원", "연락처"]], ()),
        ([["책임자", "홍길동"]], ()),
    ],
)  # fmt: skip
def test_who_wrote_what_forms_of_a_cover(rows: list[list[str]], authors: tuple[str, ...]) -> None:
    assert form_names(rows) == authors


@pytest.mark.parametrize(
    "text, day",
    [
        ("제 출 일: 2024년 6월 19일", "2024-06-19"),
        ("제출일 2024. 6. 19.", "2024-06-19"),
        ("Document Date: 2024/05/05", "2024-05-05"),
        ("수행 기간: 2024. 6. 19.", None),
        ("제출일: 유월", None),
    ],
)
def test_a_label_says_which_day_a_cover_gives(text: str, day: str | None) -> None:
    assert cover_date(text) == day


def test_a_form_says_its_day_beside_the_label_or_in_its_cell() -> None:
    assert form_date([["과목", "항만론"], ["제출 일자", "2024.06.19"]]) == "2024-06-19"
    assert form_date([["제출일: 2024.06.19"]]) == "2024-06-19"
    assert form_date([["수행 기간", "2024.06.19"]]) is None
