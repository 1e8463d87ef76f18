"""Whole pages: a brief of two pages, with a head, two columns, a table that goes on, and notes at the feet."""

from indexer.markup import WRAP, Element, ElementRole
from indexer.typeset.elements import page_elements
from tests.indexer.typeset.press import LEFT, RIGHT, Sheet, wrapped

PROSE = "남쪽 항구의 장부는 종이에 적혀 있어 찾기 어렵고 북쪽 항구의 장부는 전자 자료이지만 서식이 해마다 바뀌었다. "


LONG = (
    "장부를 견주는 방법을 세 가지로 나누어 살폈고 그 가운데 배의 이름을 맞추는 방법이 빨랐으나 날짜를 맞추기는 늦었다."
)


def sheet(number: int) -> Sheet:
    made = Sheet(number)
    made.put("동북아 연구", 260, 40, size=8)
    made.put(f"- {number + 10} -", 280, 810, size=8)
    made.y = 90
    return made


def brief() -> tuple[Sheet, Sheet]:
    one, two = sheet(1), sheet(2)
    one.put("부두의 앞날", 220, size=20)
    one.y += 20
    for n in range(3):
        one.paragraph(f"{n + 1}번째 {PROSE * 3}그렇다.¹", indent=10) if n == 0 else one.paragraph(PROSE * 3, indent=10)
    half = wrapped(LONG, RIGHT - LEFT)
    for text in half[:-1]:
        one.put(text)
    one.rule(LEFT, LEFT + 100, 740)
    one.put("¹ 김보기, 「부두」, 2021.", y=756, size=8)
    two.put(half[-1] + "¹")
    two.y += 10
    two.put("1. 배경", size=14)
    two.y += 10
    two.paragraph(PROSE * 2 + "그렇다.", indent=10)
    two.rule(LEFT, LEFT + 100, 740)
    two.put("¹ 이보기, 위의 글.", y=756, size=8)
    return one, two


def elements(*sheets: Sheet) -> tuple[Element, ...]:
    return page_elements([made.page() for made in sheets], {})[0]


def test_a_paragraph_goes_on_over_the_page_and_its_mark_calls_the_note_of_that_page() -> None:
    found = elements(*brief())
    roles = [one.role for one in found if one.role is not ElementRole.PAGE_HEAD]
    p, note = ElementRole.PARAGRAPH, ElementRole.NOTE
    assert roles == [ElementRole.TITLE, p, p, p, p, ElementRole.HEADING, p, note, note]
    long = next(one for one in found if len(set(one.pages)) == 2)
    assert " ".join(long.text.replace(WRAP, " ").split()) == LONG
    (mark,) = long.marks
    called = next(one for one in found if one.key == mark.key)
    assert (called.text, called.pages) == ("이보기, 위의 글.", (2,))


def test_the_day_of_an_issue_in_a_running_head_dates_the_document() -> None:
    pages = brief()
    for made in pages:
        made.put("2023.10.11.", 460, 40, size=8)
    found = elements(*pages)
    assert [one.text for one in found if one.role is ElementRole.META and "2023" in one.text] == ["2023-10-11"]
    assert not any("2023" in one.text for one in found if one.role is ElementRole.PARAGRAPH)


def test_the_numbers_printed_on_the_pages_are_their_labels() -> None:
    _, lines, labels, problems = page_elements([made.page() for made in brief()], {})
    assert labels == ("11", "12")
    assert {line.page for line in lines} == {1, 2}
    assert problems == ()


def test_pictures_and_unknown_letters_are_said_to_be_left_out() -> None:
    made = sheet(1)
    made.paragraph(PROSE)
    made.pictures = 2
    problems = page_elements([made.page()], {})[3]
    assert [(one.code, one.values) for one in problems] == [("pictures-left-out", ("2",))]


def test_columns_of_figures_are_no_columns_of_the_page() -> None:
    made = sheet(1)
    made.paragraph(PROSE * 3)
    made.put("〈표 1〉 항구의 짐")
    for row in (("항구", "석탄", "목재", "곡물", "철강"), *((name, "120", "7", "1,204", "9") for name in "남북동서")):
        for n, text in enumerate(row):
            made.put(text, LEFT + 90 * n, made.y)
        made.y += 16
    made.put("자료: 항만청(2023).", size=8)
    made.paragraph(PROSE * 3)
    (table,) = [one for one in elements(made) if one.role is ElementRole.TABLE]
    assert [[cell.text for cell in row] for row in table.rows][:2] == [
        ["항구", "석탄", "목재", "곡물", "철강"], ["남", "120", "7", "1,204", "9"],
    ]  # fmt: skip
    assert (len(table.rows), table.heads) == (5, 1)


def test_what_hangs_over_the_edge_of_a_table_and_is_in_none_of_its_cells_is_kept() -> None:
    one = sheet(1)
    one.paragraph(PROSE * 3)
    one.grid((70, 170, 300), (300, 330, 360))
    for text, x, y in (("부두", 75, 320), ("짐", 175, 320), ("남쪽", 75, 350), ("120", 175, 350)):
        one.put(text, x, y)
    one.put("가을의 부두", 75, 302)  # stands on the upper rule, its foot below
    found = elements(one)
    assert sum(element.role is ElementRole.TABLE for element in found) == 1
    assert "가을의 부두" in [element.text for element in found]


def test_pages_on_which_two_texts_may_be_read_across_are_said() -> None:
    sheet = Sheet()
    for n, (left, right) in enumerate(
        (
            ("begin the harbour", "A harbour of paper"),
            ("list of ledgers", "and of ink, which"),
            ("paper and ink", "the ledgers list"),
            ("end the harbour here, far from the pier and the ledgers", "ends at the pier"),
        )
    ):
        sheet.put(left, 70, 100 + 16 * n)
        sheet.put(right, 400, 100 + 16 * n)
    _, _, _, problems = page_elements([sheet.page()], {})
    assert [(one.code, one.values) for one in problems] == [("doubtful-rows", ("1",))]
