"""Marks of elements learn the keys of their notes; what its page explains in the text is text again."""

from indexer.markup import Element, ElementRole, MarkupCell, MarkupReference
from indexer.typeset.bound_marks import bound


def mark(offset: int, label: str) -> MarkupReference:
    return MarkupReference(offset, label, label, None)


def test_a_raised_figure_that_calls_nothing_may_be_an_exponent() -> None:
    text = "넓이는 12km이고 배는 x이다. 길이"
    body = Element(ElementRole.PARAGRAPH, text, marks=(mark(8, "2"), mark(15, "3"), mark(18, "1")), pages=(1,))
    note = Element(ElementRole.NOTE, "재었다.", key="n", label="1", pages=(1,))
    found, _ = bound([body], [note])
    assert found.text == "넓이는 12km²이고 배는 x³이다. 길이"
    assert [(one.offset, one.key) for one in found.marks] == [(20, "n")]


def test_a_mark_in_a_table_calls_the_note_of_its_page_that_no_text_calls() -> None:
    cells = (MarkupCell("톤", marks=(mark(1, "1"),)), MarkupCell("척", marks=(mark(1, "2"),)))
    table = Element(ElementRole.TABLE, "", rows=(cells,), pages=(1,))
    text = Element(ElementRole.PARAGRAPH, "부두", marks=(mark(2, "2"),), pages=(1,))
    notes = [Element(ElementRole.NOTE, "재었다.", key=label, label=label, pages=(1,)) for label in ("1", "2")]
    found, called, *_ = bound([table, text], notes)
    assert [cell.marks[0].key for cell in found.rows[0]] == ["1", None]
    assert called.marks[0].key == "2"


def test_a_sign_that_a_remark_of_its_page_explains_is_text() -> None:
    body = Element(ElementRole.PARAGRAPH, "늘었다", marks=(mark(3, "*"),), pages=(3,))
    remark = Element(ElementRole.PARAGRAPH, "* 잠정치", pages=(3,))
    found, _ = bound([body, remark], [])
    assert found.text == "늘었다*" and not found.marks
    elsewhere = Element(ElementRole.PARAGRAPH, "* 잠정치", pages=(4,))
    assert bound([body, elsewhere], [])[0].marks


def test_affiliations_on_the_first_page_explain_the_figures_at_names() -> None:
    names = Element(ElementRole.PARAGRAPH, "김보기", marks=(mark(3, "1"),), pages=(1,))
    where = Element(ElementRole.PARAGRAPH, "보기대학교", marks=(mark(0, "1"),), pages=(1,))
    assert [one.text for one in bound([names, where], [])] == ["김보기¹", "¹보기대학교"]


def test_a_figure_in_a_formula_calls_a_note_of_its_page_or_is_text() -> None:
    marks = (MarkupReference(4, "2", "2", None, formula=True), MarkupReference(8, "3", "3", None, formula=True))
    body = Element(ElementRole.PARAGRAPH, "값 mv와 값 w.", marks=marks, pages=(1,))
    note = Element(ElementRole.NOTE, "재었다.", key="n", label="3", pages=(1,))
    found, _ = bound([body], [note])
    assert (found.text, [(one.offset, one.key) for one in found.marks]) == ("값 mv²와 값 w.", [(9, "n")])
