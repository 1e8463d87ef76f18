"""Articles, clauses and titles of laws; contents pages; what converters leave in the place of tables. All invented."""

import pytest

from archive.model import BlockKind
from tests.indexer.assembly.layouts import document, doubts, of_kind, outline

LAW = """보기물길규정

보기물길규정
[시행 2022. 4. 1.] [규정 제7호, 2022. 3. 2., 일부개정]
전문
오랜 들판의 물길을 지키고 가꾸어 온 마을 사람들의 뜻을 이어받아 물을 고르게 나누고 물길을 함께 돌보고자 한다.
2022년 3월 2일

제1장 총칙
제1조(목적) 이 규정은 물길을 지키고 물을 고르게 나누는 데에 쓸 것을 정하여 마을의 살림을 도움을 목적으로 한다.
제2조(뜻) ①이 규정에서 “물길”이란 물이 흐르도록 판 길을 말한다.
②“우물”이란 물을 긷도록 판 구덩이를 말하며, 마른 것과 메운 것을 넣지 아니하되 다시 판 것은 그해부터 이를 셈한다.
제3조(물세) 물길을 쓰는 사람은 봄에 물세를 내야 하며, 물세는 논의 넓이에 따라 마을 모임에서 정하되 흉년에는 반으로 한다.
제3조의2(덜어 줌) 물이 마른 논의 물세는 받지 아니한다. [본조신설 2022. 3. 2.]
제4조 삭제 <2022. 3. 2.>
제5조 ①마을 모임은 봄과 가을에 연다. 정한 것은 물세를 내는 사람 모두가 지켜야 하며
제6조에 따른 벌을 받는다.
②모임의 어른은 해마다 새로 뽑는다.
제6조(벌) 물길을 메운 사람은 이를 다시 파야 한다.
보기군청
1
보기규정집
보기물길규정
제2장 우물
제7조 우물은 마을마다 하나를 둔다.
제8조 우물은 가을에 친다.
제9조 우물은 봄에 연다.
제10조 우물은 겨울에 닫는다.
제11조 우물에는 지붕을 얹는다.
제12조 우물가에는 나무를 심는다.
제13조 우물물은 나누어 쓴다.
보기군청
2
보기규정집
"""


def test_every_article_begins_a_block() -> None:
    texts = [block.text for block in document(LAW).blocks]
    begun = [text.split("(")[0].split(" ")[0] for text in texts if text.startswith("제") and "조" in text[:4]]
    assert begun == [
        "제1조", "제2조", "제3조", "제3조의2", "제4조", "제5조", "제6조", "제7조", "제8조",
        *(f"제{n}조" for n in range(9, 14)),
    ]  # fmt: skip
    assert [text for text in texts if "제6조에 따른" in text] == [
        text for text in texts if text.startswith(("제5조", "①"))
    ]


def test_clauses_are_items_and_the_title_is_the_law_s_name() -> None:
    found = document(LAW)
    assert found.metadata.title == "보기물길규정"
    assert found.metadata.date == "2022-04-01"
    assert [block.marker for block in found.blocks if block.kind is BlockKind.ITEM] == ["②", "②"]
    assert of_kind(found, BlockKind.HEADING) == ["전문", "제1장 총칙", "제2장 우물"]


@pytest.mark.parametrize(
    "line", ["제5조에 따른 물세는 봄에 낸다.", "제5조 및 제6조의 물세는 봄에 낸다.", "제5조 제2항의 물세는 봄에 낸다."]
)
def test_a_line_that_only_names_an_article_begins_none(line: str) -> None:
    text = (
        f"들판의 물길을 쓰는 사람은 해마다 봄에 물세를 내야 하며, 이 규정의 뜻을 좇아 마을 모임에서 정한 바와\n{line}\n"
    )
    assert len(of_kind(document(text), BlockKind.PARAGRAPH)) == 1


CONTENTS = "목 차\n{}\n제1장 들판의 물길\n물길은 해마다 길어졌다. 우물은 그대로 남았다.\n"


@pytest.mark.parametrize(
    "lines",
    [
        "제1장 들판의 물길 ········ 3\n제1절 물길의 길이 ······ 5\n제2장 우물 ········ 12",
        "제1장 들판의 물길 . . . . . . . . . 3\n1.1 물길의 길이 . . . . . . 5\n제2장 우물 . . . . . . . . 12",
        "제1장 들판의 물길……………3\n제2장 우물……………12",
        "요약 i\n1 들판의 물길 3\n1.1 물길의 길이 . . . . . . 5\n2 우물 12\n2.1 깊이 . . . . . . 13",
        "제1장\n들판의 물길 .......... 3\n제2장\n우물 .......... 12",
        "<표 목차>\n<표 1> 마을별 물길 ········ 4\n<그림 1> 우물의 깊이 ········ 14",
        "1.1\n\n물길의 길이 . . . . . . . . . .\n\n5\n\n1.2\n\n우물 . . . . . . . . .\n\n7",
    ],
)
def test_contents_are_no_headings_and_no_text(lines: str) -> None:
    found = document(CONTENTS.format(lines))
    text = [line for line in outline(found) if not line.startswith("page-head")]
    assert [line for line in text if "목" not in line] == [
        "heading: 제1장 들판의 물길", "paragraph: 물길은 해마다 길어졌다. 우물은 그대로 남았다.",
    ]  # fmt: skip
    assert found.metadata.title is None and doubts(found) == []


def test_dots_in_a_text_are_no_leaders() -> None:
    found = document("물길은 길다... 그리고 우물은 …… 깊다 3\n논은 넓다. 밭은 좁다.\n")
    assert of_kind(found, BlockKind.PAGE_HEAD) == []


@pytest.mark.parametrize(
    ("table", "picture"), [("<표>", "<그림>"), ("‹표›", "‹그림›"), ("[표]", "[그림]"), ("〈표〉", "<이미지>")]
)
def test_what_stands_for_tables_and_pictures_is_no_text(table: str, picture: str) -> None:
    found = document(
        f"{picture}\n\n2023. 5. 6.\n\n{table}\n\n□ 물길의 형편\n ○ 물길이 두 해 동안 길어짐\n{table}\n"
        f"{picture}\n ○ 우물이 모자람\n{picture}\n"
    )
    assert outline(found)[-3:] == ["item □: 물길의 형편", "item ○: 물길이 두 해 동안 길어짐", "item ○: 우물이 모자람"]
    assert (found.metadata.title, found.metadata.date) == (None, "2023-05-06")
    assert sorted(doubts(found)) == [("pictures-left-out", ("3",)), ("tables-left-out", ("2",))]


def test_a_description_of_a_picture_by_its_program_is_no_text() -> None:
    found = document(
        "물길은 길다.\n그림입니다.\n원본 그림의 이름: CLP00001a2b0003.bmp\n"
        "원본 그림의 크기: 가로 640pixel, 세로 480pixel\n우물은 깊다.\n"
    )
    assert of_kind(found, BlockKind.PARAGRAPH) == ["물길은 길다.", "우물은 깊다."]
    assert doubts(found) == [("pictures-left-out", ("1",))]


def test_a_caption_that_names_its_number_is_none_of_them() -> None:
    assert doubts(document("물길은 길다.\n\n<표 1>은 물길을 보인다.\n")) == []
