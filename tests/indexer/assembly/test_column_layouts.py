"""Narrow columns, lines broken inside a word, columns whose lines were mixed: what is a heading and what is not. All
texts are invented.
"""

import pytest

from archive.model import BlockKind
from tests.indexer.assembly.layouts import document, doubts, of_kind, outline

WIDE = """들판의 물길을 다룬 이 글은 마을마다 그린 그림을 한데 모아 살펴보고 그
다른 점을 밝힌다. 먼저 윗마을의 그림은 천에 그려져 있어 빛이 바랬고, 아
랫마을의 그림은 나무에 새겼으나 해마다 다시 칠하였다. 이렇게 다른 그림
에서도 물길의 모양은 서로 같은 곳이 많았으며, 다른 곳도 거의 모두 물길
을 새로 판 데에서 비롯하였다. 보기군청은 그림을 살피는 법을 네 가지로
나누어 적었고, 그 가운데 우물의 자리를 맞추어 보는 법이 가장 빨랐다.
"""
NARROW = """Ⅱ. 물길 살피기
들판의 물길을 다룬 글은 아직 많지
않은 편이다. 보기군청은 네 해 동안
마을 여섯 곳을 두루 살펴보았다.
요즘에는 물길마다 흐르는 물을 날마
다 재는 마을이 조금씩 늘고 있다.
그러나, 그림만 남은 작은 마을에서는
물길이 어디에서 바뀌었는지 찾아내기
가 몹시 어려워 일이 늦어지고 있다.
이 글의 뜻은 크게 두 가지로 나눌 수
있다. 하나는 그림을 모아 두는 것이
고, 다른 하나는 그리는 법을 세우는
것이다.
"""


@pytest.mark.parametrize("above", ["", WIDE, WIDE.replace("\n", " \n")])
def test_a_narrow_column_has_no_headings_but_its_own(above: str) -> None:
    found = document(above + NARROW)
    assert of_kind(found, BlockKind.HEADING) == ["Ⅱ. 물길 살피기"]
    assert of_kind(found, BlockKind.PARAGRAPH)[-1].endswith(
        "하나는 그림을 모아 두는 것이고, 다른 하나는 그리는 법을 세우는 것이다."
    )
    assert of_kind(found, BlockKind.TITLE) == []


FIRST = "남녘 물길은 네 해 만에 다시 열"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"{FIRST}\n렸다. 첫 물은 논 서른 마지기를 적\n셨다.\n", f"{FIRST}렸다. 첫 물은 논 서른 마지기를 적셨다."),
        (f"{FIRST[:-2]}\n열렸다. 첫 물은 논을 적셨다.\n", f"{FIRST}렸다. 첫 물은 논을 적셨다."),
        (
            "물길을 네 해 만에 둘로 나눌\n마을이 많다. 물은 맑다.\n",
            "물길을 네 해 만에 둘로 나눌 마을이 많다. 물은 맑다.",
        ),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_first_line_that_breaks_off_is_no_title(body: str, text: str, gap: str) -> None:
    found = document(f"물길의 앞날{gap}{body}")
    assert outline(found) == ["title: 물길의 앞날", f"paragraph: {text}"]
    assert found.metadata.title == "물길의 앞날"
    assert of_kind(document(body), BlockKind.PARAGRAPH) == [text]


@pytest.mark.parametrize("heading", ["바다로 나아가는 길", "길을 찾아서", "물길은 어디로 가는가?", "들판과 마을"])
def test_headings_that_end_in_other_words_stay_headings(heading: str) -> None:
    found = document(f"{WIDE}\n{heading}\n\n{WIDE}")
    assert of_kind(found, BlockKind.HEADING) == [heading]


ODD = (
    "들판의 물길을 다룬 글은 아직 많|지 않은 편이다. 보기군청은 네 해 동|안 마을 여섯 곳을 살폈다. 그 가운데 "
    "두|곳은 봄에 물이 말랐다. 나머지 네 곳은|비가 잦은 해에만 물이 넘쳤다."
)
EVEN = (
    "그리는 법을 새로 세우는 일은 마을마|다 다르게 이루어졌다. 윗마을은 천을 그|대로 쓰고, 아랫마을은 나무를 "
    "새로 깎았|다. 두 그림을 맞추는 일은 아직 시작되지|않았다. 다음 해에 시작할 생각이다."
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_mixed_columns_are_never_joined_and_said_to_be_mixed(gap: str) -> None:
    mixed = [line for pair in zip(ODD.split("|"), EVEN.split("|"), strict=True) for line in pair]
    found = document(gap.join(mixed))
    assert [code for code, _ in doubts(found)] == ["columns-interleaved"]
    assert of_kind(found, BlockKind.PARAGRAPH) == mixed
    assert (found.metadata.title, found.metadata.authors) == (None, ())


def test_mixed_columns_in_the_middle_of_a_text() -> None:
    mixed = [line for pair in zip(ODD.split("|"), EVEN.split("|"), strict=True) for line in pair]
    found = document(WIDE + "\n" + "\n".join(mixed) + "\n\n" + WIDE)
    assert [code for code, _ in doubts(found)] == ["columns-interleaved"]
    assert [line for line in mixed if line not in of_kind(found, BlockKind.PARAGRAPH)] == []


def test_columns_one_after_the_other_are_not_mixed() -> None:
    found = document("\n".join([*ODD.split("|"), *EVEN.split("|")]))
    assert doubts(found) == []
    assert " ".join(of_kind(found, BlockKind.PARAGRAPH)).startswith("들판의 물길을 다룬 글은 아직 많지 않은 편이다.")
