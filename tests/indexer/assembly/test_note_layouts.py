"""Which mark calls which note in the layouts that extractors give? Tables with notes of their own, raised digits,
numbers alone on their lines. All texts are invented; a mark that leads to a note it doesn't call is the worst fault.
"""

import pytest

from archive.model import BlockKind
from tests.indexer.assembly.layouts import calls, document, of_kind, outline

BODY = "들판의 물길은 해마다 길어졌다.1) 우물은 그대로 남았다.2)\n"
NOTES = (
    "1) 박보기, 「물길의 셈」, 『보기연구』 제2호, 2020, 4쪽.\n2) 최보기, 「우물」, 『보기학보』 제7권, 2021, 9쪽.\n"
)
TABLE = "〈표 1〉 마을별 물길\n마을 물길1) 우물2)\n윗마을 30 4\n아랫마을 20 7\n"


@pytest.mark.parametrize(
    "remark",
    [
        "주: 1) 리, 2022년 봄\n    2) 곳, 마른 우물은 뺌\n자료: 보기군청\n",
        "주: 1) 리, 2022년 봄  2) 곳, 마른 우물은 뺌\n자료: 보기군청\n",
        "주 : 1) 리, 2022년 봄\n2) 곳, 마른 우물은 뺌\n",
        "주 1) 리, 2022년 봄\n주 2) 곳, 마른 우물은 뺌\n자료: 보기군청\n",
        "주1) 리, 2022년 봄\n주2) 곳, 마른 우물은 뺌\n",
        "자료: 보기군청\n주: 1) 리, 2022년 봄\n  2) 곳, 마른 우물은 뺌\n",
        "1) 리, 2022년 봄\n2) 곳, 마른 우물은 뺌\n자료: 보기군청\n",
        "Note: 1) in li, spring 2022\n2) without dry wells\nSource: Sample County\n",
    ],
)
def test_notes_of_a_table_are_no_footnotes(remark: str) -> None:
    found = document(f"들판의 물길\n\n{BODY}\n{TABLE}{remark}\n물길은 내년에도 길어질 것이다.\n\n{NOTES}")
    assert [note.text[:4] for note in found.notes] == ["박보기,", "최보기,"]
    body = [line for line in outline(found) if "길어졌다" in line]
    assert body == ["paragraph: 들판의 물길은 해마다 길어졌다.[1: 박보기] 우물은 그대로 남았다.[2: 최보기]"]
    assert [ref.note for block in found.blocks if "해마다" not in block.text for ref in block.refs if ref.note] == []


def test_the_notes_of_a_table_stay_under_it_one_by_one() -> None:
    found = document(
        f"{BODY}\n{TABLE}주: 1) 리, 2022년 봄\n    2) 곳, 마른 우물은 뺌\n자료: 보기군청\n\n끝이다.\n\n{NOTES}"
    )
    assert of_kind(found, BlockKind.REMARK) == ["주: 1) 리, 2022년 봄", "2) 곳, 마른 우물은 뺌"]
    assert of_kind(found, BlockKind.SOURCE) == ["자료: 보기군청"]
    assert calls(found) == ["1: 박보기", "2: 최보기"]


def test_two_tables_and_footnotes_between_them() -> None:
    second = "〈표 2〉 마을별 밭\n마을 밭1) 논2)\n윗마을 3 14\n아랫마을 2 17\n주: 1) 마지기\n2) 마지기, 물 댄 것만\n"
    text = (
        f"{BODY}\n{TABLE}주: 1) 리\n2) 곳\n\n밭은 줄었다.3)\n{NOTES}{second}\n논은 늘었다.4)\n"
        "3) 이보기, 『밭』, 2019.\n4) 『논』, 보기사, 2018.\n"
    )
    found = document(text)
    assert calls(found) == ["1: 박보기", "2: 최보기", "3: 이보기", "4: 『논』"]


def test_a_call_in_a_table_whose_notes_are_lost_leads_to_no_footnote() -> None:
    found = document(
        f"〈표 1〉 마을별 물길\n마을 물길1) 우물2)\n윗마을 30 4\n아랫마을 20 7\n자료: 보기군청\n\n{BODY}\n{NOTES}"
    )
    assert [call for call in calls(found) if "?" not in call] in (["1: 박보기", "2: 최보기"], [])
    tables = [line for line in outline(found) if not line.startswith("paragraph")]
    assert [line for line in tables if "보기," in line] == []


def test_footnotes_that_begin_anew_in_a_section() -> None:
    second = "둘째 마당\n\n밭은 줄었다.1) 논은 늘었다.2)\n\n1) 이보기, 『밭』, 2019.\n2) 정보기, 『논』, 2018.\n"
    assert calls(document(f"첫째 마당\n\n{BODY}\n{NOTES}\n{second}")) == [
        "1: 박보기", "2: 최보기", "1: 이보기", "2: 정보기",
    ]  # fmt: skip


RAISED = """마을의 물길을 적은 책을 모았다1. 책은 네 해
동안 적힌 것에서 골랐다[2]. 물길은 세 마을에서 재
{note}
었으며, 그 가운데 한 곳은 말로 들었다.

참고문헌
[1] 박보기, 「물길의 셈」, 『보기연구』, 2018.
[2] 최보기, 「우물」, 『보기학보』, 2021.
"""


@pytest.mark.parametrize(
    "note",
    [
        "1\n\n책을 받은 날은 5월 2일과 6월 8일임\n",
        "1 책을 받은 날은 5월 2일과 6월 8일임",
        "1\n책을 받은 날은 5월 2일과 6월 8일임",
    ],
)
def test_raised_digits_beside_a_numbered_list_of_sources(note: str) -> None:
    found = document(RAISED.format(note=note))
    assert calls(found) == ["1: 책을", "2: 최보기"]
    assert [(n.label, n.text.split()[0]) for n in found.notes] == [("1", "책을"), ("1", "박보기,"), ("2", "최보기,")]
    assert of_kind(found, BlockKind.PARAGRAPH) == [
        "마을의 물길을 적은 책을 모았다. 책은 네 해 동안 적힌 것에서 골랐다. 물길은 세 마을에서 재었으며, 그 "
        "가운데 한 곳은 말로 들었다."
    ]


def test_a_list_of_sources_is_called_by_brackets_only() -> None:
    text = RAISED.format(note="").replace("재\n\n었", "재\n었")
    assert calls(document(text)) == ["2: 최보기"]


def test_a_page_number_alone_is_no_footnote_though_its_number_was_called() -> None:
    text = (
        "마을의 물길을 적은 책을 모았다2. 책은 네 해 동안 적힌 것에서\n\n2\n\n"
        "골랐으며 물길은 세 마을에서 재었다고 마을 사람들이 말했다.\n"
    )
    assert calls(document(text)) in ([], ["2: ?"])
    assert document(text).notes == ()


@pytest.mark.parametrize(
    "signs", ["\u200c\u0007", "\u200c \u0007", "\ufffd", "\u0007", "\u200c", "\u0003", "\u2060\u200c"]
)
@pytest.mark.parametrize("end", ["\n", ""])
def test_signs_of_a_setting_program_after_the_number_of_a_note(signs: str, end: str) -> None:
    text = (
        "들판의 물길은 해마다 길어졌다.1) 우물은 그\n대로 남았다.2) 이 글은 두 마디로\n"
        "나뉜다. 둘째 마디는 우물의 깊이를\n"
        f"1) {signs}{end}“The water drawn from a well is not the water that was poured into it by anyone in "
        "the\nvillage.” (Sample 2019: p. 3)\n"
        f"2) {signs}{end}최보기, 『우물』, 2021.\n"
        "재고 셈한다.\n"
    )
    found = document(text)
    assert [note.text for note in found.notes] == [
        "“The water drawn from a well is not the water that was poured into it by anyone in the village.” "
        "(Sample 2019: p. 3)",
        "최보기, 『우물』, 2021.",
    ]
    assert of_kind(found, BlockKind.PARAGRAPH) == [
        "들판의 물길은 해마다 길어졌다. 우물은 그대로 남았다. 이 글은 두 마디로 나뉜다. 둘째 마디는 우물의 "
        "깊이를 재고 셈한다."
    ]
    assert calls(found) == ["1: “The", "2: 최보기"]


@pytest.mark.parametrize("lost", ["", "자료: 보기군청\n"])
def test_the_head_of_a_table_without_remarks_takes_no_call_from_the_text(lost: str) -> None:
    table = f"마을 물길1) 우물2) 논3)\n윗마을 30 4 5\n아랫마을 20 7 6\n산마을 10 2 1\n{lost}"
    found = document(f"들판의 물길\n\n들판은 넓다. 물길은 길다.\n\n{table}\n{BODY}\n{NOTES}")
    assert [call for call in calls(found) if "?" not in call] == ["1: 박보기", "2: 최보기"]
    assert "paragraph: 들판의 물길은 해마다 길어졌다.[1: 박보기] 우물은 그대로 남았다.[2: 최보기]" in outline(found)


ALL_HEADS = (
    "〈표 1〉 마을별 물길\n마을 물길1) 우물2)\n",
    "<표 1>\n마을별 물길1)\n마을 물길2) 우물\n",
    "[마을별 물길]\n(단위: 리)\n구분 물길1) 우물2)\n",
    "마을 물길1) 우물2)\n",
)
ALL_ROWS = ("윗마을 30 4\n아랫마을 20 7\n", "윗마을\n30 4\n아랫마을\n20 7\n", "윗마을\n30\n4\n아랫마을\n20\n7\n")
ALL_REMARKS = (
    "주: 1) 리, 2022년 봄\n   2) 곳, 마른 우물은 뺌\n자료: 보기군청\n",
    "자료: 보기군청\n주: 1) 리\n2) 곳\n",
    "주1) 리\n주2) 곳\n",
    "1) 리\n2) 곳\n자료: 보기군청\n",
    "",
)


@pytest.mark.parametrize("head", ALL_HEADS)
@pytest.mark.parametrize(
    "order",
    [
        "{body}\n{table}\n물길은 내년에도 길어질 것이다.\n\n{notes}",
        "{table}\n{body}\n밭은 좁다.\n\n{notes}",
        "{body}\n{notes}\n{table}\n물길은 내년에도 길어질 것이다.\n",
        "{body}밭은 해마다 좁아져서 이제는\n{notes}- 1 -\n{table}\n절반만 남았다. 그래도 마을은 크다.\n",
    ],
)
def test_no_table_and_no_text_take_each_other_s_notes(order: str, head: str) -> None:
    for rows in ALL_ROWS:
        for remark in ALL_REMARKS:
            found = document("들판의 물길\n\n" + order.format(body=BODY, table=head + rows + remark, notes=NOTES))
            text = [block for block in found.blocks if "해마다 길어졌다" in block.text]
            led = {
                ref.label: found.notes[ref.note].text[:3]
                for block in text
                for ref in block.refs
                if ref.note is not None
            }
            assert led.items() <= {"1": "박보기", "2": "최보기"}.items()
            assert len(led) == 2 or not remark
            others = [ref for block in found.blocks if block not in text for ref in block.refs]
            assert [ref for ref in others if ref.note is not None] == []
