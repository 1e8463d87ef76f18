"""A word typed with the Latin layout on is read by its keys, and an English word is left alone."""

import pytest

from archive.text.keyboard import hangul


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
