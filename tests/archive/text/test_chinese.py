"""Chinese words begin and end where the dictionary says; shorter ones stand inside longer where nothing is left."""

import pytest

from archive.text import han_edges, han_words, has_han_word, simplified


@pytest.mark.parametrize("text, word, apart", [
    ("两国国家元首会谈", "国家", True),
    ("发展中国家缺少资金", "中国", False),
    ("今日本报记者采访", "日本", False),
    ("人民币结算", "人民", False),
    ("中国铁路总公司", "中国", True),
    ("旅游团只有十人", "旅游", True),
    ("회담에서 中國 대표는", "中國", True),
])  # fmt: skip
def test_a_word_stands_between_edges(text: str, word: str, apart: bool) -> None:
    at = text.index(word)
    assert ({at, at + len(word)} <= han_edges(text)) is apart


@pytest.mark.parametrize("text, found", [
    ("核試驗", "核试验"), ("聯合國과 회담", "联合国과 회담"), ("回谈", "回谈"), ("조약", "조약"), ("", ""),
])  # fmt: skip
def test_traditional_characters_are_simplified_one_for_one(text: str, found: str) -> None:
    assert simplified(text) == found


@pytest.mark.parametrize("text, word", [("聯合國通過決議", "決議"), ("邊境貿易增長", "貿易")])
def test_words_of_traditional_characters_have_edges(text: str, word: str) -> None:
    at = text.index(word)
    assert {at, at + len(word)} <= han_edges(text)


def test_a_run_of_traditional_characters_is_parted_as_it_is_printed() -> None:
    assert han_words("聯合國制裁朝鮮") == ["聯合國", "制裁", "朝鮮"]


def test_other_scripts_have_no_edges() -> None:
    assert han_edges("회담 talks переговоры") == frozenset()


def test_a_run_is_parted_into_words() -> None:
    assert han_words("俄罗斯和朝鲜签署条约") == ["俄罗斯", "和", "朝鲜", "签署", "条约"]


@pytest.mark.parametrize(
    "run, known", [("关系", True), ("俄朝關係", True), ("俄朝", False), ("桐雨溪榴", False), ("和", False)]
)
def test_a_run_may_have_no_word_of_the_dictionary(run: str, known: bool) -> None:
    assert has_han_word(run) is known
