"""A line of a title page is known by its form alone. All names are invented."""

import pytest

from archive.model import BlockKind, Metadata
from indexer.structure.front_lines import (
    RELEASE_LABELS,
    ROLES,
    filled,
    front_role,
    names_institution,
    read_byline,
    released,
)


@pytest.mark.parametrize("example, kind", [(row.example, row.kind) for row in ROLES], ids=lambda one: str(one))
def test_every_row_knows_its_example(example: str, kind: BlockKind) -> None:
    assert front_role(example)[0] is kind


@pytest.mark.parametrize("text", ["글 문서 파일 형식", "Sample National University", "부두의 앞날"])
def test_what_only_begins_like_a_name_is_no_byline(text: str) -> None:
    assert front_role(text)[0] is not BlockKind.BYLINE or not read_byline(text).authors


def test_institutions_and_days_of_release() -> None:
    assert (
        names_institution("한빛대학교 교수")
        and names_institution("School of Trade")
        and not names_institution("홍길동")
    )
    assert released("보도 시점: 2025. 9. 19.(금) 11:00") == "2025-09-19"
    assert released("2025. 9. 19. 보도") is None


@pytest.mark.parametrize("label", RELEASE_LABELS)
def test_every_label_of_a_release_dates_it_however_wide_it_is_set(label: str) -> None:
    assert released(f"{label} 2025. 9. 19.") == released(f"{' '.join(label)}: 2025년 9월 19일") == "2025-09-19"


def test_what_was_said_first_counts() -> None:
    first = filled(Metadata(), front_role("홍길동 한빛대학교 교수"), "홍길동 한빛대학교 교수")
    assert (first.authors, first.affiliation) == (("홍길동",), "한빛대학교 교수")
    assert filled(first, front_role("김보기"), "김보기") == first
