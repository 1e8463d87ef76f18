"""Which lines are items where Hangul files draw their bullets? All lines are invented."""

import pytest

from archive.model import BlockKind
from tests.indexer.assembly.layouts import document, of_kind, outline

SIGNS = [
    "￮",
    "ㅇ",
    "ο",
    "❍",
    "◦",
    "￭",
    "‣",
    "∘",
    "\uf09f",
    "\uf0a0",
    "\uf03c",
    "\uf02d",
    "〇",
    "◯",
    "ㅁ",
    "\u110b",
    "⦁",
    "\U000f02b1",
]


@pytest.mark.parametrize("sign", SIGNS)
def test_each_line_with_a_bullet_is_an_item(sign: str) -> None:
    found = document(
        f"들판을 살핀 결과\n\n{sign} 첫째 물길은 지난봄에 다시 열렸으며 물은 아직 적음\n"
        f"{sign} 둘째 물길은 올해 안에 열릴 예정임\n"
    )
    assert outline(found)[1:] == [
        f"item {sign}: 첫째 물길은 지난봄에 다시 열렸으며 물은 아직 적음", f"item {sign}: 둘째 물길은 올해 안에 "
            "열릴 예정임",
    ]  # fmt: skip


def test_items_of_many_signs_run_together_nowhere() -> None:
    text = "들판을 살핀 결과\n\n" + "".join(
        f"{sign} {n}째 물길은 들의 {sign and '남쪽'}에 있음\n" for n, sign in enumerate(SIGNS, 1)
    )
    assert [block.split(":")[0] for block in outline(document(text))[1:]] == [f"item {sign}" for sign in SIGNS]


def test_rows_of_stars_are_items() -> None:
    text = (
        "들판을 살핀 결과\n\nㅇ 물길** 둘은 새로 팠고 우물***은 메웠음\n** 윗마을의 것과 아랫마을의 것\n"
        "*** 지난해에 마른 것\n"
    )
    assert outline(document(text))[1:] == [
        "item ㅇ: 물길** 둘은 새로 팠고 우물***은 메웠음", "item **: 윗마을의 것과 아랫마을의 것", "item ***: "
            "지난해에 마른 것",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["ο는 그리스 글자이다.", "ㅇ은 소리가 없다.", "ㅁ과 ㅂ은 다르다.", "**굵게** 쓴 말이다."]
)
def test_a_letter_without_a_space_is_no_bullet(line: str) -> None:
    assert of_kind(document(f"글자를 두고 하는 말이다.\n\n{line}\n"), BlockKind.ITEM) == []


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_bullet_alone_on_its_line_takes_the_next(gap: str) -> None:
    text = f"들판을 살핀 결과\n\n￮{gap}첫째 물길은 다시 열렸음\n￮{gap}둘째 물길은 올해 열릴 예정임\n"
    assert outline(document(text))[1:] == ["item ￮: 첫째 물길은 다시 열렸음", "item ￮: 둘째 물길은 올해 열릴 예정임"]


def test_a_file_of_a_paragraph_a_line_joins_none_that_ends_in_a_noun() -> None:
    long = (
        "들판의 물길과 마을의 우물을 함께 살피고 해마다 봄에 그 길이와 깊이를 재어 마을 사람들에게 널리 "
        "알리는 일을 새로 마련"
    )
    lines = [f"{long}하고 이를 {n}해 동안 이어 가려는 것임" for n in range(2, 7)]
    text = (
        f"2. 주요 내용\n{lines[0]}\n가. 물길을 살피는 일\n{lines[1]}\n{lines[2]}\n3. 의견 내기\n{lines[3]}\n"
        f"가. 이름과 사는 곳\n나. 그 밖의 것\n{lines[4]}\n"
    )
    assert [line.split(" ")[0] for line in outline(document(text))] == [
        "heading:", "paragraph:", "heading:", "paragraph:", "paragraph:", "heading:", "paragraph:", "item", "item",
        "paragraph:",
    ]  # fmt: skip
