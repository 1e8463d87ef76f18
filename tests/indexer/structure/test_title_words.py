"""A kind of paper and an occasion are told from titles that have such words among others."""

import pytest

from indexer.structure.title_words import is_kind_or_occasion


@pytest.mark.parametrize(
    "text",
    [
        "최종 보고서", "R E P O R T", "결과보고서", "2024 한빛 학술제", "2024년 캡스톤 디자인", "캡스톤디자인 II",
        "Capstone Design", "2024년 데이터베이스 텀프로젝트", "< 과제 >", "항만 응용 term project",
    ],
)  # fmt: skip
def test_kinds_and_occasions(text: str) -> None:
    assert is_kind_or_occasion(text)


@pytest.mark.parametrize(
    "text",
    [
        "부두의 앞날 최종 보고서",
        "2024년 업무계획",
        "캡스톤 디자인의 효과",
        "2024년 항만 동향",
        "요구사항 분석서",
        "부두의 term project",
    ],
)
def test_titles(text: str) -> None:
    assert not is_kind_or_occasion(text)
