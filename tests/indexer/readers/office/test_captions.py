"""What stands right over a table in pointed brackets names it, and a unit is that of its figures."""

import pytest

from indexer.markup import Element, ElementRole, MarkupCell
from indexer.readers.office.captions import with_captions

TABLE = Element(ElementRole.TABLE, "", rows=((MarkupCell("강"),),))


def roles(*texts: str, last: Element = TABLE) -> list[str]:
    lines = [Element(ElementRole.PARAGRAPH, text) for text in texts]
    return [one.role.value for one in with_captions([*lines, last])][:-1]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("< 나루별 배편(척, %) >",), ["caption"]),
        (("《 나루별 배편 》",), ["caption"]),
        (("<나루별 배편>", "(단위: 척)"), ["caption", "remark"]),
        (("(단위 : 척, %)",), ["remark"]),
        (("<나루별 배편>", "강이 흐른다."), ["paragraph", "paragraph"]),
        (("<나루> 강가에 <다리>",), ["paragraph"]),
        (("[서식 1]",), ["paragraph"]),
        (("(단위는 척이며 다음과 같다)",), ["paragraph"]),
    ],
)
def test_lines_right_over_a_table(texts: tuple[str, ...], found: list[str]) -> None:
    assert roles(*texts) == found


def test_over_text_nothing_is_a_caption() -> None:
    assert roles("<나루별 배편>", last=Element(ElementRole.PARAGRAPH, "강이 흐른다.")) == ["paragraph"]
    assert [one.role.value for one in with_captions([TABLE])] == ["table"]


def test_a_unit_that_its_style_calls_a_caption_is_a_remark() -> None:
    unit = Element(ElementRole.CAPTION, "(단위: 척)")
    assert [one.role.value for one in with_captions([unit, TABLE])] == ["remark", "table"]
