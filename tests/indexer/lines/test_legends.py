"""What does a line say that it is by its first words? All lines are invented."""

import pytest

from archive.model.document import BlockKind
from indexer.lines.legends import LEGENDS, Legend, is_disclaimer, is_figure_caption, legend


@pytest.mark.parametrize("row", LEGENDS, ids=lambda row: row.name)
def test_each_row_announces_the_kind_of_its_example(row: Legend) -> None:
    assert legend(row.example) is row.kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("//끝//", BlockKind.END_MARK),
        ("끝.", BlockKind.END_MARK),
        ("- 끝 -", BlockKind.END_MARK),
        ("<END>", BlockKind.END_MARK),
        ("# # #", BlockKind.END_MARK),
        ("* * *", BlockKind.END_MARK),
        ("끝까지 남은 배는 두 척이었다.", None),
        ("끝으로, 요금을 살핀다.", None),
        ("자료: 보기통계청.", BlockKind.SOURCE),
        ("출처： 『보기 연감』, 2024.", BlockKind.SOURCE),
        ("* 자료 출처: 보기연구소", BlockKind.SOURCE),
        ("(Source: Example Port Office)", BlockKind.SOURCE),
        ("자료에 따르면 배는 줄었다.", None),
        ("출처가 분명하지 않다.", None),
        ("주: 굵은 선은 겨울 항로.", BlockKind.REMARK),
        ("주 1) 잠정치임.", BlockKind.REMARK),
        ("※ 단위: 만 톤", BlockKind.REMARK),
        ("비고: 어림셈", BlockKind.REMARK),
        ("Notes: figures are rounded.", BlockKind.REMARK),
        ("주요 항구: 세 곳", None),
        ("주의: 얼음이 얇다.", None),
        ("주 2회 배가 뜬다.", None),
        ("<표 1> 항로의 지표", BlockKind.CAPTION),
        ("[그림 2-1] 배의 길", BlockKind.CAPTION),
        ("〈부표 3〉 요금", BlockKind.CAPTION),
        ("<Table 4> Dues of the two ports", BlockKind.CAPTION),
        ("<표 1>은 항로의 지표를 모은 것이다.", None),
        ("<그림 2>에서 배의 길을 볼 수 있다.", None),
        ("표 3. 요금의 추이", BlockKind.CAPTION),
        ("그림 Ⅱ: 배의 길", BlockKind.CAPTION),
        ("Figure 2. Routes of the ferries", BlockKind.CAPTION),
        ("Table 2 shows the dues of the ports.", None),
        ("표 3은 요금의 추이를 보인다.", None),
        ("표 3", None),
        ("표지 1. 빨간 등대", None),
        ("두 나라는 항구를 함께 쓰기로 하였다.", None),
        ("", None),
    ],
)
def test_the_kind_that_a_line_announces(line: str, kind: BlockKind | None) -> None:
    assert legend(line) is kind


@pytest.mark.parametrize(
    ("caption", "figure"),
    [
        ("<그림 1> 배의 길", True),
        ("그림 1. 배의 길", True),
        ("[사진 2] 얼음 위의 배", True),
        ("Figure 3. Routes", True),
        ("Chart 3: Dues", True),
        ("<표 1> 요금", False),
        ("표 1. 그림의 값", False),
        ("Table 1. Figures of trade", False),
    ],
)
def test_a_caption_of_a_figure_is_told_from_one_of_a_table(caption: str, figure: bool) -> None:
    assert is_figure_caption(caption) is figure


@pytest.mark.parametrize(
    ("text", "said", "said_after_the_end"),
    [
        ("본 글은 집필자의 견해이며 기관의 공식 입장이 아닙니다.", True, True),
        ("* 이 보고서의 내용은 연구원의 공식적인 입장과 다를 수 있음.", True, True),
        ("이 글은 『보기일보』의 기고를 고친 것이다.", True, True),
        ("The views expressed here are those of the author.", True, True),
        ("This brief was first published by the Example Institute.", True, True),
        ("이 글은 두만강의 배를 다룬다.", False, True),
        ("This paper studies ice on the river.", False, True),
        ("두 글은 견해가 갈린다.", False, False),
        ("Ships have no views.", False, False),
    ],
)
def test_a_statement_on_whose_views_a_text_gives(text: str, said: bool, said_after_the_end: bool) -> None:
    """After the end mark its first words are enough; before it, it must speak of views."""
    assert (is_disclaimer(text), is_disclaimer(text, ended=True)) == (said, said_after_the_end)
