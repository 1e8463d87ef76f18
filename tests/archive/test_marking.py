"""What the query matched is what is marked: the morpheme and not its particle, never a word under NOT."""

import pytest

from archive.analyzer import analyze
from archive.engine.plain import PlainEngine
from archive.marking import marks
from archive.planning import Planner
from archive.query import parse


def marked(query: str, text: str) -> list[str]:
    (streams,) = analyze([text])
    leaves = Planner(PlainEngine()).plan(parse(query)).leaves
    return [text[mark.start : mark.end] for mark in marks(leaves, streams)]


@pytest.mark.parametrize("query, text, found", [
    ("북한", "북한은 움직였다", ["북한"]),
    ("북한의", "북한은 움직였다", ["북한"]),
    ("정찰위성", "군사정찰위성을 쏘았다", ["정찰위성"]),
    ("군사정찰위성", "정찰위성과 군사 위성", ["정찰위성", "군사", "위성"]),
    ("대사", "절대 사용하지 않았다", []),
    ("북러", "북·러 회담과 북미 회담", ["북·러"]),
    ("동반자협정", "동반자 협정을 맺었다", ["동반자 협정"]),
    ('"동반자 협정"', "동반자협정을 맺고 동반자가 되었다", ["동반자협정"]),
    ('"협정 동반자"', "동반자 협정을 맺었다", []),
    ("Лавров", "Встреча с Лавровым", ["Лавровым"]),
    ("sanctions", "a new sanction", ["sanction"]),
    ("24년", "’24년과 2024년", ["24", "2024"]),
    ("１３２２１명", "모두 13,221명이다", ["13,221"]),
    ("위성 -로켓", "위성과 로켓", ["위성"]),
    ("위성 NOT (로켓 OR 핵)", "위성, 로켓, 핵", ["위성"]),
    ("(위성 AND 발사)", "위성 발사", ["위성", "발사"]),
    ("연도:2024", "2024년 위성", []),
])  # fmt: skip
def test_marks(query: str, text: str, found: list[str]) -> None:
    assert marked(query, text) == found


def test_a_mark_says_which_word_it_answers() -> None:
    (streams,) = analyze(["위성을 쏘았다"])
    leaves = Planner(PlainEngine()).plan(parse("위성의 발사")).leaves
    assert [mark.because for mark in marks(leaves, streams)] == ["위성"]
