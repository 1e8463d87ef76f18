"""What is set like a heading beside the title, in a drawing or on a slide is none."""

from indexer.markup import ElementRole
from indexer.typeset.body_parts import BodyPart
from indexer.typeset.heading_doubts import are_slides, doubt_headings
from indexer.typeset.page import Box
from indexer.typeset.paragraphs import PrintedParagraph
from indexer.typeset.tables import PrintedTable
from tests.indexer.typeset.press import line

PROSE = "부두의 짐이 두 배로 늘었다고 장부는 적었으나 배의 수는 그대로이며 그 까닭은 아직 밝혀지지 않았다고 한다. " * 2
HEADING, TITLE, PARAGRAPH = ElementRole.HEADING, ElementRole.TITLE, ElementRole.PARAGRAPH


def part(text: str, role: ElementRole = HEADING, page: int = 1, size: float = 12.0) -> BodyPart:
    made = line(text, size=size)
    made.page = page
    return BodyPart(PrintedParagraph([made]), role)


def headings(*bodies: BodyPart) -> list[str]:
    doubt_headings(bodies)
    return [body.text for body in bodies if body.role is HEADING]


def test_many_headings_on_end_are_the_labels_of_a_drawing() -> None:
    labels = [part(text) for text in ("부두", "창고", "다리", "배")]
    assert headings(part(PROSE, PARAGRAPH), *labels, part(PROSE, PARAGRAPH)) == []
    few = [part(text) for text in ("부두", "창고", "다리")]
    assert headings(part(PROSE, PARAGRAPH), *few, part(PROSE, PARAGRAPH)) == ["부두", "창고", "다리"]


def test_numbered_headings_and_those_of_every_report_are_no_labels() -> None:
    texts = ["요약", "1. 부두", "2. 창고", "3. 다리", "결론"]
    assert headings(*(part(text) for text in texts)) == texts


def test_beside_the_title_stand_its_twin_and_kickers_and_no_headings() -> None:
    found = headings(
        part("항만 연구"), part("부두의 앞날", TITLE), part("(The Future of Piers)"), part(PROSE, PARAGRAPH),
        part("짐의 변화"), part("(보기)"),
    )  # fmt: skip
    assert found == ["짐의 변화", "(보기)"]


def test_an_addressee_heads_nothing() -> None:
    assert headings(part(PROSE, PARAGRAPH), part("한빛대학교 총장 귀하", page=2)) == []


def slides() -> list[BodyPart]:
    made = []
    for page in (1, 2, 3):
        made += [part(f"{page}. 부두", page=page, size=40), part("창고와 짐", page=page, size=20)]
    return made


def test_on_a_slide_the_largest_line_is_the_heading() -> None:
    assert headings(*slides()) == ["1. 부두", "2. 부두", "3. 부두"]


def test_pages_of_text_or_tables_are_no_slides() -> None:
    assert are_slides(slides())
    assert not are_slides([*slides(), part(PROSE, PARAGRAPH, page=1), part(PROSE, PARAGRAPH, page=2)])
    tables = [BodyPart(PrintedTable(Box(0, 0, 9, 9), page, [], ()), ElementRole.TABLE) for page in (1, 2)]
    assert not are_slides([*slides(), *tables])


def test_pages_of_long_items_that_end_on_nouns_are_no_slides() -> None:
    item = (
        "부두의 짐이 두 배로 늘었음을 장부에 적고 배의 수는 그대로이며 그 까닭을 함께 알리는 방안을 마련하고 " * 2
        + "추진"
    )
    pages = [part(item, PARAGRAPH, page=page) for page in (1, 2) for _ in range(3)]
    assert len(item) >= 80
    assert not are_slides([*slides(), *pages])
    assert are_slides([*slides(), *pages[:3:2], pages[-1]])


def test_an_address_or_markup_in_bold_is_shown_and_heads_nothing() -> None:
    texts = ("https://example.org/a?b=1", '<a href="b">', "<Abstract>", "부두")
    bodies = [body for text in texts for body in (part(text), part(PROSE, PARAGRAPH))]
    assert headings(*bodies) == ["<Abstract>", "부두"]
