"""A form ends where a word does, or before particles that the model did not see; a short Chinese one is a word."""

import pytest

from archive.terms.edges import Edges, is_apart


@pytest.mark.parametrize("text, at, ends", [
    ("전문가는", 3, True),  # a morpheme ends here
    ("전문가는", 2, False),  # inside one, though 가 may be a particle
    ("회담까지도", 2, True),
    ("회담장", 2, False),
    ("회담 장소", 2, True),
])  # fmt: skip
def test_a_korean_form_ends_where_a_word_does(text: str, at: int, ends: bool) -> None:
    whole = {(0, 3)} if text.startswith("전문가") else set()
    assert Edges({0}, {3} if whole else set(), (), whole).ends_at(text, at) is ends


@pytest.mark.parametrize("text, form, apart", [
    ("朝俄铁路恢复", "俄铁", False), ("朝鲜铁路恢复", "铁路", True), ("洪水 灾害", "水 灾", False),
    ("회담", "회담", True),
])  # fmt: skip
def test_a_short_chinese_form_is_a_word(text: str, form: str, apart: bool) -> None:
    at = max(text.find(form), 0)
    assert is_apart(text, at, at + len(form)) is apart
