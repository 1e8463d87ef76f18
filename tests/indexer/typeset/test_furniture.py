"""Running heads, feet and page numbers are known by their place on several pages."""

from indexer.typeset.furniture import find_furniture, outside_tables
from indexer.typeset.lines import TypesetLine, find_lines, find_runs
from tests.indexer.typeset.press import HEIGHT, SPACING, Sheet


def lines(sheet: Sheet) -> list[TypesetLine]:
    return find_lines(find_runs(sheet.glyphs), sheet.number, SPACING)


def book(count: int, number: str = "- {} -", first: int = 1, head: str = "동북아 연구") -> list[list[TypesetLine]]:
    pages = []
    for n in range(count):
        sheet = Sheet(n + 1)
        sheet.put(head, 250, 40, size=9)
        for row in range(10):
            sheet.put(f"{n}쪽의 {row}번째 줄에는 서로 다른 글이 적혀 있다", 70, 110 + 16 * row)
        sheet.put(number.format(first + n), 280, 800, size=9)
        pages.append(lines(sheet))
    return pages


def furniture(pages: list[list[TypesetLine]]) -> tuple[list[str], tuple[str, ...]]:
    found, labels = find_furniture(pages, [HEIGHT] * len(pages))
    return [line.text for page in pages for line in page if id(line) in found], labels


def test_heads_and_numbers_are_taken_off_every_page() -> None:
    found, labels = furniture(book(3, first=7))
    assert sorted(set(found)) == ["- 7 -", "- 8 -", "- 9 -", "동북아 연구"]
    assert labels == ("7", "8", "9")


def test_a_number_beside_the_name_of_a_report_is_the_pages() -> None:
    found, labels = furniture(book(4, "보기리포트 2024-2호 | {} |"))
    assert labels == ("1", "2", "3", "4")
    assert len([one for one in found if "보기리포트" in one]) == 4


def test_roman_numbers_count_as_well() -> None:
    pages = [*book(2, "{}"), *book(2, "{}")]
    for page, label in zip(pages, ("i", "ii", "iii", "iv"), strict=True):
        page[:] = [line for line in page if not line.text.strip().isdecimal()]
        sheet = Sheet()
        sheet.put(label, 280, 800)
        page += lines(sheet)
    assert furniture(pages)[1] == ("i", "ii", "iii", "iv")


def test_a_figure_of_a_table_at_the_foot_is_no_page_number() -> None:
    pages = book(3, first=1)
    sheet = Sheet(3)
    sheet.put("3", 480, 745)
    pages[2] += lines(sheet)
    assert furniture(pages)[0].count("3") == 0


def test_a_line_that_recurs_above_other_text_is_text() -> None:
    pages = book(3)
    for n, page in enumerate(pages):
        sheet = Sheet(n + 1)
        sheet.put("위와 같은 글", 70, 740)
        sheet.put("가나다"[n] + "로 시작하는 각주", 70, 756)
        page += lines(sheet)
    assert "위와 같은 글" not in furniture(pages)[0]


def test_a_single_page_has_its_number_and_no_head() -> None:
    found, labels = furniture(book(1, first=12))
    assert (found, labels) == (["- 12 -"], ("12",))


def test_the_head_of_what_is_below_is_no_running_head_though_it_comes_again() -> None:
    assert "□ 항구별 물동량" not in furniture(book(3, head="□ 항구별 물동량"))[0]


def table_page(top: float, end: float, *columns: float) -> list[str]:
    """The lines left of a page whose table reaches from one height to the other, row by row."""
    sheet = Sheet()
    sheet.put("동북아 연구", 250, 40)
    sheet.put("부두", 80, 96)
    for y in range(int(top), int(end), 20):
        sheet.grid([70, *columns, 520], [y, y + 20])
    return [line.text for line in outside_tables(lines(sheet), sheet.page())]


def test_the_head_of_a_table_at_the_top_of_the_text_is_no_running_head() -> None:
    assert table_page(85, 400, 300) == ["동북아 연구"]
    assert table_page(85, 105, 300) == ["동북아 연구", "부두"]
    assert table_page(50, 820, 300) == ["동북아 연구"]
    assert table_page(20, 830) == ["동북아 연구", "부두"]


def test_lines_that_differ_in_a_figure_are_no_running_heads() -> None:
    pages = book(3)
    for n, page in enumerate(pages):
        sheet = Sheet(n + 1)
        sheet.put(f"<별지 제{n + 3}호 서식>", 70, 60)
        page += lines(sheet)
    assert not any("별지" in text for text in furniture(pages)[0])


def test_the_end_of_a_sentence_that_comes_twice_is_no_running_foot() -> None:
    pages = book(3)
    for n, page in enumerate(pages):
        sheet = Sheet(n + 1)
        sheet.put("한다.", 70, 770)
        page += lines(sheet)
    assert "한다." not in furniture(pages)[0]


def test_the_day_of_an_issue_beside_its_running_head_is_one() -> None:
    pages = book(3)
    for n, page in enumerate(pages):
        sheet = Sheet(n + 1)
        sheet.put("2023.10.11.", 460, 40)
        page += lines(sheet)
    found, labels = furniture(pages)
    assert "2023.10.11." in found and "2023" not in labels


def chapters(feet: list[str]) -> list[list[TypesetLine]]:
    """Pages of which each has a foot of its own."""
    pages = book(len(feet), "")
    for n, foot in enumerate(feet):
        sheet = Sheet(n + 1)
        sheet.put(foot, 70, 800)
        pages[n] += lines(sheet)
    return pages


def test_a_foot_that_changes_with_the_chapter_is_known_by_the_number_beside_it() -> None:
    names = [f"제{n // 6 + 1}장 짐 {'가나다라마바사아'[n // 6]}" if n % 2 else "항만 연구" for n in range(48)]
    feet = [f"{name} {n + 1}" if n % 2 else f"{n + 1} {name}" for n, name in enumerate(names)]
    assert [one for one in furniture(chapters(feet))[0] if one != "동북아 연구"] == feet


def test_a_chapter_of_one_page_has_its_foot_at_the_height_of_the_others() -> None:
    feet = [f"항만 연구 {n}" for n in range(1, 9)]
    feet[4] = "제3장 다리 5"
    assert "제3장 다리 5" in furniture(chapters(feet))[0]


def test_titles_that_count_on_from_slide_to_slide_are_text() -> None:
    feet = ["1 부두", "2 창고", "3 다리", "4 배"]
    assert not set(feet) & set(furniture(chapters(feet))[0])


def test_a_last_line_that_recurs_without_the_number_of_its_page_is_text() -> None:
    feet = [f"{'가나다라마바사아자차카타'[n // 4]} 항구의 짐" for n in range(48)]
    assert not set(feet) & set(furniture(chapters(feet))[0])


def test_a_number_among_its_pages_stands_in_the_middle_of_a_foot() -> None:
    found, labels = furniture(book(3, "Page {} of 40", first=7))
    assert labels == ("7", "8", "9")
    assert "Page 8 of 40" in found


def test_heads_of_pages_with_wide_margins_stand_further_in_with_nothing_above_them() -> None:
    pages = []
    for n in range(6):
        sheet = Sheet(n + 1)
        sheet.put(f"{n + 1} 제1장 서론", 70, 112, size=9)
        for row in range(10):
            sheet.put(f"{n}쪽의 {row}번째 줄에는 서로 다른 글이 적혀 있다", 70, 150 + 16 * row)
        pages.append(lines(sheet))
    assert furniture(pages)[0] == [f"{n + 1} 제1장 서론" for n in range(6)]


def ending(pages: list[list[TypesetLine]], at: int, above: str, gap: float) -> None:
    """Lets a page end with the two lines of a note that other pages end with, too."""
    sheet = Sheet(at + 1)
    for y, words in ((745 - gap, above), (757, f"{at + 9} 한보기, 「항구의 장부와"), (769, "그 뒤의 일」, 예시학보")):
        sheet.put(words, 70, y, size=9)
    pages[at] += lines(sheet)


def test_a_note_with_which_two_pages_end_is_no_running_foot() -> None:
    pages = book(8)
    for at in (2, 5):
        ending(pages, at, f"{at}번 부두에 관한 다른 글", 0)
    assert not any("보기" in one or "예시" in one for one in furniture(pages)[0])


def test_what_recurs_apart_from_the_text_is_a_running_foot_on_few_pages_as_well() -> None:
    pages = book(8)
    for at in (2, 5):
        ending(pages, at, f"{at}번 부두에 관한 다른 글", 20)
    assert sum("예시" in one for one in furniture(pages)[0]) == 2
