"""Chinese words begin and end where the dictionary says; shorter ones stand inside longer where nothing is left."""

import pytest

from archive.text import han_edges, han_words


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


def test_other_scripts_have_no_edges() -> None:
    assert han_edges("회담 talks переговоры") == frozenset()


def test_a_run_is_parted_into_words() -> None:
    assert han_words("俄罗斯和朝鲜签署条约") == ["俄罗斯", "和", "朝鲜", "签署", "条约"]
