"""A word typed with the Latin layout on is read by its keys, and an English word is left alone."""

import pytest

from archive.text.keyboard import hangul, on_other_layouts


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("gkdrn", "항구"),
        ("djstm", "언스"),
        ("rhksdur", "관역"),
        ("Rhc", "꽃"),
        ("dkswdk", "앉아"),
        ("ekfr", "닭"),
        ("dlfrek", "읽다"),
        ("dhksfy", "완료"),
        ("Gkdrn", "항구"),
        ("bridge", None),
        ("r", None),
        ("k", None),
        ("sanctions", None),
        ("cjfeh", "철도"),
        ("rkqtdms", "값은"),
    ],
)
def test_hangul(typed: str, meant: str | None) -> None:
    assert hangul(typed) == meant


@pytest.mark.parametrize("typed, read", [
    ("ㅔㅕ샤ㅜ", ["putin", "згешт"]),
    ("genby", ["путин"]),
    ("згешт", ["putin"]),
    ("enaksrkd", ["두만강", "утфлыклв"]),
    ("KJW", ["ЛОЦ".lower()]),
    ("두만강", ["enaksrkd", "утфлыклв"]),
    ("2024", []),
    ("朝鲜", []),
])  # fmt: skip
def test_the_same_keys_on_other_layouts(typed: str, read: list[str]) -> None:
    assert list(on_other_layouts(typed)) == read
