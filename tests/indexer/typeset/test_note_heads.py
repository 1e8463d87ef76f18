"""A line begins a note by its mark; what a mark calls from near, and what goes on with the line above."""

import pytest

from indexer.typeset.note_heads import Calls, Form, find_calls, is_called, is_cut, is_open, is_remark, note_head
from tests.indexer.typeset.press import line


@pytest.mark.parametrize(
    "text, label, form",
    [
        ("¹ 김보기, 「부두」", "1", Form.RAISED),
        ("1) 김보기", "1", Form.CLOSED),
        ("주12) 김보기", "12", Form.CLOSED),
        ("[3] 김보기", "3", Form.BRACKETED),
        ("* 잠정치", "*", Form.SIGN),
        ("4 김보기", "4", Form.BARE),
        ("4김보기", "4", Form.BARE),
        ("22024년 11월 말 항구의 장부", "2", Form.BARE),
        ("3см. там же", "3", Form.BARE),
        ("4the harbour", "4", Form.BARE),
        ("5 ibid.", "5", Form.BARE),
        ("5 https://a.kr", "5", Form.BARE),
        ("8)", "8", Form.CLOSED),
        ("11,12 Ibid.", "11,12", Form.BARE),
    ],
)
def test_the_head_of_a_note(text: str, label: str, form: Form) -> None:
    head = note_head(line(text))
    assert head is not None and (head.label, head.form) == (label, form)


@pytest.mark.parametrize("text", ["김보기", "0 김보기", "3 of the ports", "12.5 톤", "2 × 3", "1 2 3 4", "1) 35.2"])
def test_other_lines_have_none(text: str) -> None:
    assert note_head(line(text)) is None


def test_the_brackets_of_a_raised_figure_belong_to_the_head_and_call_nothing() -> None:
    note = line("(¹) 김보기")
    head = note_head(note)
    assert head is not None and (head.label, head.drop, head.form) == ("1", 2, Form.RAISED)
    assert not find_calls([note]).any and find_calls([line("부두(¹)")]).any


def test_a_mark_that_a_line_end_cuts_from_its_word_calls() -> None:
    above, below = line("부두의 짐이 두 배로 늘었다.", y=100), line("² 창고는 그대로이다.", y=116)
    assert find_calls([above, below], size=10).on(1) == {"2"}
    assert not find_calls([line("부두의 짐", y=100), below], size=10).any
    notes = [line("¹ 김보기, 「부두의 짐」.", y=100, size=8), line("² 이보기.", y=112, size=8)]
    assert not find_calls(notes, size=10).any


def test_a_sign_calls_on_its_own_page_only_and_none_that_begins_several_lines() -> None:
    note = line("* 김보기")
    head = note_head(note)
    assert head is not None
    assert is_called(head, note, Calls({1: {"*"}}))
    assert not is_called(head, note, Calls({0: {"*"}}))
    assert not is_called(head, note, find_calls([line("부두¹"), line("* 하나"), line("* 둘")]))


def test_an_entry_in_brackets_is_a_note_where_marks_have_brackets_or_a_rule_stands_above() -> None:
    entry = line("[1] 김보기")
    head = note_head(entry)
    assert head is not None
    assert not is_called(head, entry, Calls({1: {"1"}}))
    assert is_called(head, entry, Calls({1: {"1"}}, bracketed={"1"}))
    assert is_called(head, entry, Calls({1: {"1"}}), ruled=True)


@pytest.mark.parametrize("text", ["* p<0.05", "*: 잠정치", "*** p < 0.01, ** p < 0.05", "* significant at p<.05"])
def test_a_sign_that_a_table_explains(text: str) -> None:
    assert is_remark(line(text))
    assert not is_remark(line("* 김보기 연구원."))


def test_a_line_is_cut_at_its_edge_and_not_where_a_sentence_or_an_address_ends() -> None:
    edge = line("부두의 장부").end
    assert is_cut(line("부두의 장부"), edge) and is_open(line("부두의 2019"), line("부두의 2019").end)
    assert not is_open(line("부두였다."), edge)
    assert not is_open(line("부두"), edge)
    assert not is_open(line("https://a.kr/x"), line("https://a.kr/x").end)
