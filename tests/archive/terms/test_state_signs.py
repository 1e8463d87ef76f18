"""Signs of states count joined to each other or after a prefix, in any order and script; words that look so do not."""

import pytest

from archive.analyzer import edges
from archive.terms.state_signs import StateSigns
from archive.text import fold
from archive.text import kiwi_analysis as korean

SIGNS = StateSigns(
    {"북": "north-korea", "조": "north-korea", "朝": "north-korea", "러": "russia", "俄": "russia"}
    | {"중": "china", "中": "china", "미": "usa", "美": "usa", "일": "japan", "한": "korea", "韩": "korea"}
)


def find(text: str, forms: tuple[tuple[str, int, int], ...] = ()) -> list[tuple[str, str]]:
    folded = fold(text)
    (morphemes,) = korean.morphemes([folded.text])
    found = SIGNS.find(folded.text, edges(folded, morphemes), forms)
    return [(concept, text[slice(*folded.back(start, end))]) for concept, start, end in found]


def ids(text: str) -> list[str]:
    return [concept for concept, _ in find(text)]


BOTH = "+north-korea+russia"


@pytest.mark.parametrize(
    "text, notion, printed",
    [
        ("북러 회담", BOTH, "북러"),
        ("러·북 회담", BOTH, "러·북"),
        ("북-러 관계", BOTH, "북-러"),
        ("북ㆍ러는", BOTH, "북ㆍ러"),
        ("러북의 협력은", BOTH, "러북"),
        ("朝俄 회담", BOTH, "朝俄"),
        ("俄朝关系", BOTH, "俄朝"),
        ("북중러의", "+china+north-korea+russia", "북중러"),
        ("한·미·일은", "+japan+korea+usa", "한·미·일"),
        ("中朝", "+china+north-korea", "中朝"),
    ],
)
def test_states_named_by_one_sign_each_are_one_notion_in_any_order_and_script(
    text: str, notion: str, printed: str
) -> None:
    assert (notion, printed) in find(text)
    assert set(notion[1:].split("+")) <= set(ids(text))


@pytest.mark.parametrize(
    "text, state",
    [
        ("대북 제재", "north-korea"),
        ("방러 일정", "russia"),
        ("친미 성향", "usa"),
        ("주미 대사", "usa"),
        ("美 대통령은", "usa"),
        ("방중하였다", "china"),
        ("对朝制裁", "north-korea"),
        ("访华期间", "china"),
        ("援朝部队", "north-korea"),
        ("对俄出口", "russia"),
        ("对日常生活", None),
        ("对美丽的风景", None),
        ("电影对白", None),
        ("北, 발사했다", None),
    ],
)
def test_one_sign_counts_after_a_prefix_or_alone_in_hanja(text: str, state: str | None) -> None:
    assert ids(text) == ([state] if state else [])


@pytest.mark.parametrize(
    "text",
    [
        "대중 교통",
        "주중에는",
        "주일 예배",
        "일조 시간",
        "북쪽 바다",
        "미술관",
        "중간에",
        "러닝머신",
        "조미료",
        "美人计",
        "中心",
        "일일 교통량",
        "북북서",
    ],
)
def test_what_only_looks_like_a_sign_of_a_state_is_none(text: str) -> None:
    assert not set(ids(text)) & {"north-korea", "russia", "china", "usa", "japan", "korea"}


def test_a_form_of_several_letters_takes_the_signs_in_it() -> None:
    assert find("북미 대륙", (("north-america", 0, 2),)) == []
