"""On which printed line does a part of an element stand?"""

import pickle

import pytest

from indexer.markup.elements import Element, ElementRole, MarkupCell, MarkupReference


@pytest.mark.parametrize(
    ("element", "count", "line"),
    [
        (Element(ElementRole.PARAGRAPH, "첫 줄\n둘째 줄", (4, 5)), 1, 5),
        (Element(ElementRole.PARAGRAPH, "한 줄", (4, 4)), 0, 4),
        (Element(ElementRole.TABLE, "", (4, 9), numbers=(4, 6, 9)), 1, 6),
        (Element(ElementRole.TABLE, "", (4, 9), numbers=(4, 6, 9)), 7, 9),
        (Element(ElementRole.META, "전망", name="citation_title"), 0, 0),
    ],
    ids=["counted from the first", "one line", "numbered", "beyond the last number", "no printed line"],
)
def test_the_printed_line_of_a_line_of_the_text(element: Element, count: int, line: int) -> None:
    assert element.line(count) == line


def test_an_element_travels_between_processes_whole() -> None:
    cell = MarkupCell("톤", head=True, columns=2, marks=(MarkupReference(1, "[1]", "1", "#n1"),))
    element = Element(ElementRole.TABLE, "", (1, 2), rows=((cell,),), heads=1, numbers=(1, 2))
    assert pickle.loads(pickle.dumps(element)) == element
