"""Which heading stands above which? All headings are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.structure.heading_levels import levels, style_of


def outline(text: str) -> list[tuple[int, str]]:
    """Reads an outline in which two spaces set a heading a level lower."""
    rows = text.strip("\n").split("\n")
    return [(1 + (len(row) - len(row.lstrip())) // 2, row.strip()) for row in rows]


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("Ⅱ. 평가", "roman"),
        ("제1부 바다", "part"),
        ("1. 배경", "dot"),
        ("가. 경과", "syllable"),
        ("(1) 요금", "brackets"),
        ("B. Outlook", "letter"),
        ("항로의 배경", "plain"),
        ("2024년의 배", "plain"),
    ],
)
def test_a_heading_is_numbered_in_some_style_or_plain(text: str, style: str) -> None:
    assert style_of(text) == style


@pytest.mark.parametrize(
    "text",
    [
        "Ⅰ. 배경\n  1. 바다\n    가. 얼음\n    나. 물\n  2. 강\nⅡ. 평가\n  1. 요금",
        "제1부 바다\n  제1장 항로\n    1. 배\n  제2장 항구\n제2부 강",
        "1. 배경\n2. 평가\n  1) 요금\n  2) 세관\n3. 전망",
        "Part 1. Sea\n  1.1 Ships\n  1.2 Ports\nPart 2. River",
        "요약\nⅠ. 배경\n  1. 바다\n결론",
        "배의 길\n항구의 길\n  1. 등대\n강의 길",
        "1. 배경\n  바다의 사정\n  강의 사정\n2. 평가",
        "서론\n바다의 사정\n강의 사정\n결론",
        "항로의 배경\n결론 및 제언\n  제언",
        "결론 및 제언\n  제언\n    요금의 셈\n    세관의 일\n결론",
        "1. 배경\n  가. 얼음\n2. 평가\n  (1) 요금",
        "Ⅰ. 배경\nⅡ. 평가",
        "Introduction\nIce on the river\nConclusion",
    ],
    ids=[
        "roman dot syllable",
        "parts",
        "dot paren",
        "Part",
        "heads of a report",
        "plain",
        "plain below",
        "plain beside",
        "part",
        "below a part",
        "a new style beside one that is closed",
        "one style",
        "English",
    ],
)
def test_levels_follow_the_order_in_which_styles_appear(text: str) -> None:
    expected = outline(text)
    assert list(zip(levels([heading for _, heading in expected]), (h for _, h in expected), strict=True)) == expected


HEADINGS = st.lists(
    st.sampled_from(
        [
            "Ⅰ. 배경",
            "제1부 바다",
            "제2장 배",
            "1. 요금",
            "가. 얼음",
            "(1) 물",
            "바다의 사정",
            "결론",
            "결론 및 제언",
            "제언",
        ]
    ),
    max_size=10,
)


@settings(max_examples=80)
@given(HEADINGS)
def test_every_heading_has_a_level_and_one_that_comes_later_changes_none_before(headings: list[str]) -> None:
    found = levels(headings)
    assert len(found) == len(headings) and all(level >= 1 for level in found)
    assert levels(headings[:-1]) == found[: max(0, len(headings) - 1)]
