"""A page is read box by box where boxes stand side by side, else by its columns."""

from indexer.typeset.lines import find_runs, find_words
from indexer.typeset.page import Box
from indexer.typeset.reading_order import in_order
from tests.indexer.typeset.press import SPACING, Sheet


def read(sheet: Sheet, *panels: Box) -> list[str]:
    columns = in_order(find_words(find_runs(sheet.glyphs), 1, SPACING), [], panels=panels)
    return [" ".join(line.text.strip() for line in column.lines) for column in columns]


def labels(sheet: Sheet) -> list[Box]:
    """Three labels of two lines, beside texts of three."""
    panels: list[Box] = []
    for n in range(3):
        top = 120 + 70 * n
        for m, (label, text) in enumerate(
            (("첫 항구의", "배가 들어올 때마다 적은"), ("장부", "장부는 서식이 해마다"), ("", "바뀌었다."))
        ):
            sheet.put(label.replace("첫", f"{n + 1}번째"), 70, top + 16 * m + 5)
            sheet.put(text, 200, top + 16 * m)
        panels += [Box(60, top - 12, 180, top + 44), Box(190, top - 12, 530, top + 44)]
    return panels


def test_a_label_is_read_before_the_text_beside_it_and_both_before_the_next() -> None:
    sheet = Sheet()
    sheet.put("세 항구의 장부", 70, 80)
    panels = labels(sheet)
    sheet.put("장부는 모두 종이에 적혀 있다.", 70, 340)
    text = "배가 들어올 때마다 적은 장부는 서식이 해마다 바뀌었다."
    assert read(sheet, *panels) == [
        "세 항구의 장부", "1번째 항구의 장부", text, "2번째 항구의 장부", text, "3번째 항구의 장부", text,
        "장부는 모두 종이에 적혀 있다.",
    ]  # fmt: skip


def test_labels_in_boxes_that_touch_are_read_once() -> None:
    sheet = Sheet()
    panels = [Box(box.x, box.y, box.end_x, box.y + 70) for box in labels(sheet)]
    assert [text.count("번째") for text in read(sheet, *panels)] == [1, 0] * 3


def test_what_stands_in_a_box_goes_on_nowhere() -> None:
    sheet = Sheet()
    panels = labels(sheet)
    columns = in_order(find_words(find_runs(sheet.glyphs), 1, SPACING), [], panels=panels)
    assert [column.framed for column in columns] == [True] * 6


def test_a_box_beside_text_is_read_behind_it_and_one_before_it_first() -> None:
    for x, box, first in ((70, Box(330, 90, 530, 130), True), (300, Box(60, 90, 260, 130), False)):
        sheet = Sheet()
        for n, words in enumerate(
            (
                "남쪽 항구의 장부는 종이에 적혀",
                "있어 찾기 어렵고, 북쪽 항구의",
                "장부는 서식이 해마다 바뀌어",
                "견줄 수가 없다.",
            )
        ):
            sheet.put(words, x, 84 + 16 * n)
        for n, words in enumerate(("장부가 없는 항구도", "셋이나 된다.")):
            sheet.put(words, box.x + 10, 103 + 16 * n)
        text = (
            "남쪽 항구의 장부는 종이에 적혀 있어 찾기 어렵고, 북쪽 항구의 장부는 서식이 해마다 바뀌어 견줄 수가 없다."
        )
        note = "장부가 없는 항구도 셋이나 된다."
        assert read(sheet, box) == ([text, note] if first else [note, text])


def test_a_page_without_boxes_is_read_by_its_columns() -> None:
    sheet = Sheet()
    sheet.put("남쪽 항구의 장부는 종이에 적혀 있다.")
    assert read(sheet) == ["남쪽 항구의 장부는 종이에 적혀 있다."]
    assert in_order([], []) == []


def test_a_frame_with_text_of_its_own_beside_the_boxes_in_it_is_opened_once() -> None:
    sheet = Sheet()
    for n, words in enumerate(("배가 들어올 때마다 적은 장부", "장부는 서식이 해마다 바뀌었다", "한다.")):
        for x, y in ((70, 100), (300, 100), (70, 200), (300, 200)):
            sheet.put(words, x, y + 16 * n)
    frame, *boxes = Box(60, 80, 530, 260), Box(290, 86, 520, 150), Box(65, 186, 280, 250), Box(290, 186, 520, 250)
    text = "배가 들어올 때마다 적은 장부 장부는 서식이 해마다 바뀌었다 한다."
    assert read(sheet, frame, *boxes) == [f"{text} {text}"] * 2
