"""Tables whose head recurs, whose labels stand above their figures, whose captions stand close: read as print means
them. All texts are invented.
"""

import pytest

from archive.model import BlockKind, Document
from tests.indexer.assembly.layouts import document, doubts, of_kind, outline

HEAD = "구분 2019년 말 2020년 말 2021년 말"


def tables(found: Document) -> list[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    return [(b.table.columns, [row.cells for row in b.table.rows]) for b in found.blocks if b.table is not None]


def page(item: str, rows: str, foot: str) -> str:
    return f"▶ {item}은 다음과 같음\n(단위: 곳, 괄호는 비중 %)\n{HEAD}\n{rows}{foot}\n"


ONE_LINE = (
    "윗마을 30 35 40\n아랫마을 20 25 30\n",
    "첫 우물 3 4 5\n둘째 우물 2 3 4\n",
    "큰 밭 11 12 13\n작은 밭 7 8 9\n",
)
LABELS = tuple(rows.replace("을 ", "을\n").replace("물 ", "물\n").replace("밭 ", "밭\n") for rows in ONE_LINE)
FEET = ("| 2 | 보기리포트 2023-5호", "보기리포트 2023-5호 | 3 |", "| 4 | 보기리포트 2023-5호")


@pytest.mark.parametrize("rows", [ONE_LINE, LABELS])
@pytest.mark.parametrize(
    "feet", [FEET, ("2 보기리포트호", "보기리포트호 3", "4 보기리포트호"), ("- 2 -", "- 3 -", "- 4 -")]
)
def test_a_table_head_that_recurs_is_no_running_head(rows: tuple[str, ...], feet: tuple[str, ...]) -> None:
    pages = zip(("들판의 물길", "마을의 우물", "언덕의 밭"), rows, feet, strict=True)
    found = document("들판의 물길과 우물\n" + "".join(page(*one) for one in pages) + "▶ 앞으로 살필 점은 다음과 같음\n")
    assert of_kind(found, BlockKind.PAGE_HEAD) == list(feet)
    assert of_kind(found, BlockKind.REMARK) == ["(단위: 곳, 괄호는 비중 %)"] * 3
    columns = ("구분", "2019년 말", "2020년 말", "2021년 말")
    assert [heads for heads, _ in tables(found)] == [columns] * 3
    assert [row for _, rows in tables(found) for row in rows][:2] == [
        ("윗마을", "30", "35", "40"), ("아랫마을", "20", "25", "30"),
    ]  # fmt: skip
    assert [row[0] for _, rows in tables(found) for row in rows][2:4] == ["첫 우물", "둘째 우물"]
    assert of_kind(found, BlockKind.ITEM) == [
        "들판의 물길은 다음과 같음", "마을의 우물은 다음과 같음", "언덕의 밭은 다음과 같음", "앞으로 살필 점은 "
            "다음과 같음",
    ]  # fmt: skip


def test_shares_in_brackets_under_a_row_belong_to_its_label() -> None:
    rows = "윗마을\n30 35 40\n(60.0) (58.3) (57.1)\n아랫마을\n20 25 30\n(40.0) (41.7) (42.9)\n"
    found = document("들판의 물길\n" + page("물길", rows, ""))
    assert [row for _, rows in tables(found) for row in rows] == [
        ("윗마을", "30", "35", "40"),
        ("윗마을", "(60.0)", "(58.3)", "(57.1)"),
        ("아랫마을", "20", "25", "30"),
        ("아랫마을", "(40.0)", "(41.7)", "(42.9)"),
    ]


@pytest.mark.parametrize(
    "caption", ["〈표 1〉 마을별 물길", "<표 1> 마을별 물길", "표 1. 마을별 물길", "[표 2-1] 마을별 물길"]
)
def test_a_caption_does_not_eat_the_next_line(caption: str) -> None:
    text = (
        f"들판의 물길은 길다. 해마다 더 길어진다.\n\n{caption}\n마을 물길 우물\n윗마을 30 4\n아랫마을 20 7\n"
        "자료: 보기군청\n"
    )
    found = document(text)
    assert of_kind(found, BlockKind.CAPTION) == [caption]
    assert tables(found) == [(("마을", "물길", "우물"), [("윗마을", "30", "4"), ("아랫마을", "20", "7")])]
    assert of_kind(found, BlockKind.SOURCE) == ["자료: 보기군청"]
    assert doubts(found) == []


def test_a_caption_whose_bracket_closes_in_the_next_line_holds_both() -> None:
    text = "길은 길다.\n\n<표 1. 마을별 물길의 길이와\n우물의 수>\n마을 물길 우물\n윗마을 30 4\n아랫마을 20 7\n"
    assert of_kind(document(text), BlockKind.CAPTION) == ["<표 1. 마을별 물길의 길이와 우물의 수>"]


def test_a_title_in_brackets_over_a_unit_is_a_caption() -> None:
    text = (
        "▶ 물길은 다음과 같음\n￮ 윗마을의 물길이 가장 김\n[마을별 물길]\n(단위: 리)\n구분 2019년 2020년\n"
        "윗마을 3 4\n아랫마을 2 3\n"
    )
    assert outline(document(text)) == [
        "item ▶: 물길은 다음과 같음", "item ￮: 윗마을의 물길이 가장 김", "caption: [마을별 물길]", "remark: (단위: 리)",
        "table: 윗마을\t3\t4\n아랫마을\t2\t3",
    ]  # fmt: skip


PAGES = (
    "보기리포트 2023-5호 | 1 |\n<요 약>\n▶ 들판의 물길은 두 해 동안 길어졌음\n￮ 윗마을의 물길이 가장 김\n"
    "￮ 아랫마을의 우물이 가장 깊음\n"
    "| 2 | 보기리포트 2023-5호\n▶ 우물은 다음과 같음\n￮ 우물은 모두 아홉 곳임\n보기리포트 2023-5호 | 3 |\n"
    "▶ 밭은 다음과 같음\n"
)


@pytest.mark.parametrize("bars", [("| ", " |"), ("", ""), ("ㅣ ", " ㅣ"), ("│ ", " │")])
def test_a_title_is_no_page_foot_and_no_head_of_a_summary(bars: tuple[str, str]) -> None:
    text = PAGES.replace("| ", bars[0]).replace(" |", bars[1])
    found = document(text)
    assert (found.metadata.title, found.metadata.series, found.metadata.number) == (None, None, None)
    if bars[0]:
        assert len(of_kind(found, BlockKind.PAGE_HEAD)) == 3
        assert [line for line in outline(found) if "￮" in line][:2] == [
            "item ￮: 윗마을의 물길이 가장 김", "item ￮: 아랫마을의 우물이 가장 깊음",
        ]  # fmt: skip


def test_a_number_at_the_head_of_a_file_is_no_title() -> None:
    found = document("1\n\n들판의 물길은 두 해 동안 길어졌다. 우물은 그대로 남았다.\n물길은 내년에도 길어질 것이다.\n")
    assert found.metadata.title is None


def test_a_caption_s_number_alone_takes_its_words_from_the_next_line() -> None:
    rows = "마을 물길 우물\n윗마을 30 4\n아랫마을 20 7\n"
    found = document(f"물길은 길다. 우물은 깊다.\n\n<표 1>\n마을별 물길과 우물\n(단위: 리, 곳)\n{rows}자료: 보기군청\n")
    assert of_kind(found, BlockKind.CAPTION) == ["<표 1> 마을별 물길과 우물"]
    assert [rows for _, rows in tables(found)] == [[("윗마을", "30", "4"), ("아랫마을", "20", "7")]]


def test_a_chapter_begins_under_a_line_that_had_room() -> None:
    body = (
        "들판의 물길은 해마다 길어져서 이제는 바다까지 이어지며, 그\n"
        "길이는 두 배로 늘었다. 우물은 그대로 남아 있고 물은 맑다.\n" * 3
    )
    found = document(f"들판의 물길\n\n{body}물길을 판 사람들\nⅡ. 물길의 앞날\n{body}")
    assert "Ⅱ. 물길의 앞날" in of_kind(found, BlockKind.HEADING)
