"""Where does the label of a typed note stand apart from it? All texts are invented."""

from indexer.markup.elements import Element, ElementRole, MarkupCell
from indexer.markup.partedlabels import joined_labels


def text(words: str) -> Element:
    return Element(ElementRole.PARAGRAPH, words)


def table(*rows: tuple[str, ...]) -> Element:
    return Element(ElementRole.TABLE, "", rows=tuple(tuple(map(MarkupCell, row)) for row in rows))


def test_labels_in_a_list_of_terms_stand_before_their_notes() -> None:
    found = joined_labels([text("배"), text("1)"), text("글 하나."), text("[2]"), text("글 둘.")], {1})
    assert found is not None
    assert ([one.text for one in found[0]], found[1]) == (["배", "1) 글 하나.", "[2] 글 둘."], {1})


def test_labels_in_a_table_stand_before_their_notes() -> None:
    found = joined_labels([table(("1)", "글 하나."), ("2)", "글 둘."))], set())
    assert found is not None and [one.text for one in found[0]] == ["1) 글 하나.", "2) 글 둘."]


def test_other_texts_and_tables_are_left() -> None:
    assert joined_labels([text("배"), text("1) 글."), table(("2021", "3"), ("2022", "4"))], set()) is None
