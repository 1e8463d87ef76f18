"""Tables that extraction flattened are tables again, their captions and sources bound. All excerpts are invented."""

from archive.citing.outlets import builtin
from archive.model.document import Block, BlockKind, Document, Line, Merge, Row, Seam, Table
from indexer.assembly.printed import read_printed


def document(text: str) -> Document:
    """Reads a text in which ␣ shows a space at the end of a line."""
    return read_printed([Line(i, line) for i, line in enumerate(text.replace("␣", " ").split("\n"), 1)], builtin())


def table(text: str) -> Table:
    found = [block.table for block in document(text).blocks if block.table is not None]
    assert len(found) == 1
    return found[0]


CHRONICLE = """시 기 주요 내용
2022년␣

9월 첫 배가 떠남
2024년␣

6월
두 나라의 교통 장관이 강가에서 만나 다리의 자리를 정하고 공사비를 나누는␣
방법을 논의함

2025년␣
봄
다리 착공식을 열고 두 나라의 총리가 화상으로 참석하여 축사를 나누고 함께␣

강가를 돌아보았다고 한다. 이 글은 그 뒤의 이야기를 정리한 것이다."""


def test_dates_split_over_lines_are_one_cell() -> None:
    found = table(CHRONICLE)
    assert found.columns == ("시 기", "주요 내용")
    assert [row.cells[0] for row in found.rows] == ["2022년 9월", "2024년 6월", "2025년 봄"]
    assert found.rows[1].cells[1].endswith("나누는 방법을 논의함")
    assert found.rows[1].lines == (5, 9)
    assert found.rows[0].seams[0] == (Seam(6, 4, "space", "trailing space"),)


def test_the_text_after_a_chronology_is_no_cell() -> None:
    text = CHRONICLE.replace("화상으로 참석하여 축사를 나누고 함께␣\n\n강가를 돌아보았다고 한다. 이", "축사함\n\n이")
    assert table(text).rows[-1].lines == (11, 13)
    assert document(text).blocks[-1].kind is BlockKind.PARAGRAPH


BULLETED = """표 1. 항로의 경과

자료: 『보기 연감』, 보기대학교.

1) 「길」(2024. 1. 2), 『보기일보』.

시기 주요 내용

2023년 2월
Ÿ 항로의 개설을 논의␣
Ÿ 부두의 전기를 고치기로 하고 두 회사가 비용을 나누어 내는 방법에␣
합의

2023년 4월 Ÿ 첫 배가 떠남
 ■ 다음 쪽의 항목임.

- 이어지는 항목임."""


def test_items_of_one_cell_are_parted_by_a_newline() -> None:
    found = table("■ 항로가 열렸음.1)\n\n" + BULLETED)
    assert [row.cells for row in found.rows] == [
        ("2023년 2월", "항로의 개설을 논의\n부두의 전기를 고치기로 하고 두 회사가 비용을 나누어 내는 방법에 합의"),
        ("2023년 4월", "첫 배가 떠남"),
    ]


def test_caption_source_and_table_find_each_other_past_the_notes() -> None:
    blocks = document("■ 항로가 열렸음.1)\n\n" + BULLETED).blocks
    owners = {block.kind: blocks[block.caption].text for block in blocks if block.caption is not None}
    assert owners == {BlockKind.SOURCE: "표 1. 항로의 경과", BlockKind.TABLE: "표 1. 항로의 경과"}
    assert blocks[-1].kind is BlockKind.ITEM


FIGURES = """<표 2. 항로의 지표>
단위 2022 2021 2020
배 척  1,204  1,100  990
짐
만톤  36.4  35.1  30.0
(대)  1,100  1.243  900
증감 %  -0.2  0.4  -4.5
* 자료: 보기연구소."""


def test_labels_that_span_rows_are_repeated_and_known() -> None:
    found = table(FIGURES)
    assert found == Table(
        ("", "단위", "2022", "2021", "2020"),
        (
            Row(("배", "척", "1,204", "1,100", "990"), (3, 3)),
            Row(("짐", "만톤", "36.4", "35.1", "30.0"), (4, 5)),
            Row(("짐", "(대)", "1,100", "1.243", "900"), (6, 6)),
            Row(("증감", "%", "-0.2", "0.4", "-4.5"), (7, 7)),
        ),
        (Merge(1, 0, rows=2),),
    )


def test_a_figure_of_which_only_the_caption_is_there() -> None:
    found = document("■ 배가 떴음.\n\n그림 1. 배의 길\n\n주: 굵은 선은 겨울 항로.\n자료: 『보기일보』.\n\n■ 끝임.")
    kinds = [(block.kind.value, block.caption) for block in found.blocks]
    assert kinds == [("item", None), ("caption", None), ("remark", 1), ("source", 1), ("item", None)]
    assert [problem.code for problem in found.problems] == ["figure-caption-only"]


def test_bars_and_wide_spaces() -> None:
    bars = table("| 해 | 배 |\n|---|---|\n| 2023 | 세 척 |\n| 2024 | 네 척 |")
    assert (bars.columns, [row.cells for row in bars.rows]) == (("해", "배"), [("2023", "세 척"), ("2024", "네 척")])
    wide = table("항구    배    짐\n나루    세 척    소금\n포구    네 척    쌀")
    assert [row.cells for row in wide.rows] == [("나루", "세 척", "소금"), ("포구", "네 척", "쌀")]


def test_years_in_running_text_are_no_table() -> None:
    text = "2022년 배가 떴다.\n2023년 배가 섰다.\n시기 문제가 남았다."
    assert [block.table for block in document(text).blocks] == [None] * len(document(text).blocks)


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    return [block.kind.value for block in blocks]


def test_notes_that_end_in_dates_are_no_rows_of_figures() -> None:
    text = (
        "길이다.¹ 짐이다.² 배다.³\n\n"
        "¹ 「길」, 보기, 2024. 11. 1.\n² 「짐」, 보기, 2024. 12. 1.\n³ 「배」, 보기, 2025. 1. 1."
    )
    assert kinds(document(text).blocks) == ["paragraph"]
