"""What a paragraph of Hangul is by its shape and style, the same from both kinds of file."""

import os
from collections import Counter
from pathlib import Path

import pytest

from archive.errors import SourceError
from indexer.markup import Extract
from indexer.readers.formats import extract
from indexer.readers.office import read_hwp, read_hwpx
from indexer.readers.office.flow import Paragraph, Words
from indexer.readers.office.hangul import claimed_title
from tests.indexer.readers.office import hangul_files as files
from tests.indexer.readers.office.hangul_files import P, grid, obj, p, table
from tests.indexer.readers.office.reading import bindings, short

LONG = "강이 흐르고 다리가 선다. " * 10


def both(*paragraphs: P) -> Extract:
    """What a text says as HWPX, which is what it says as HWP."""
    found, other = read_hwpx(files.hwpx(paragraphs), "강.hwpx"), read_hwp(files.hwp(paragraphs), "강.hwp")
    assert (found.elements, found.problems) == (other.elements, other.problems)
    return found


def test_the_outline_gives_headings_with_their_numbers() -> None:
    found = both(
        p("배경", shape=files.OUTLINE_1), p(LONG), p("지형", shape=files.OUTLINE_2), p("기후", shape=files.OUTLINE_2),
        p("결론", shape=files.OUTLINE_1),
    )  # fmt: skip
    headings = [(one.level, one.text) for one in found.elements or () if one.role.value == "heading"]
    assert headings == [(1, "1. 배경"), (2, "가. 지형"), (2, "나. 기후"), (1, "2. 결론")]


def test_a_whole_paragraph_of_the_outline_is_an_item() -> None:
    assert short(both(p(LONG, shape=files.OUTLINE_1))) == [("item", f"1. {LONG.strip()}")]


def test_lists_are_numbered_as_printed_and_bullets_are_the_signs_they_show() -> None:
    found = both(
        p("하나", shape=files.NUMBER_1), p("둘", shape=files.NUMBER_2), p("셋", shape=files.NUMBER_1),
        p("점", shape=files.BULLETED), p("", shape=files.NUMBER_1), p("넷", shape=files.NUMBER_1),
    )  # fmt: skip
    assert [(one.marker, one.level, one.text) for one in found.elements or ()] == [
        ("1)", 1, "하나"), ("1.1", 2, "둘"), ("2)", 1, "셋"), ("●", 1, "점"), ("3)", 1, "넷"),
    ]  # fmt: skip


def test_a_row_on_a_shaded_ground_above_others_is_a_head() -> None:
    made = both(
        p(grid(("강", "길이"), ("두만강", "521"), shaded=[0])), p(grid(("이름", "값"), ("나루", "3"), shaded=[0, 1]))
    )
    assert [one.heads for one in made.elements or ()] == [1, 0]


def test_notes_are_bound_where_they_stand_whatever_their_numbers() -> None:
    found = both(
        p("강이", obj("footnote", "첫 각주."), " 흐르고", obj("endnote", "첫 미주."), " 다리가 선다."),
        p("배가", obj("footnote", "둘째 각주.", number=1), " 뜬다."),
    )
    assert bindings(found) == [
        ("강이 흐르고 다리가 선다.", 2, "1)", "첫 각주."),
        ("강이 흐르고 다리가 선다.", 6, "1)", "첫 미주."),
        ("배가 뜬다.", 2, "1)", "둘째 각주."),
    ]


def test_a_note_without_words_leaves_its_mark_open() -> None:
    assert bindings(both(p("강", obj("footnote", ""), "이 흐른다."))) == [("강이 흐른다.", 1, "1)", None)]


def test_heads_and_feet_stand_apart_and_comments_are_no_text() -> None:
    found = both(
        p(obj("header", "연구 보고 7호"), obj("footer", "- 7 -"), "강", obj("comment", "고칠 것"), "이 흐른다."),
        p(obj("header", "연구 보고 7호"), "다리가 선다."),
    )
    assert short(found) == [
        ("page-head", "연구 보고 7호"), ("paragraph", "강이 흐른다."), ("paragraph", "다리가 선다."),
    ]  # fmt: skip


def test_boxes_stand_in_their_places_and_pictures_are_counted() -> None:
    found = both(
        p("강이 흐른다.", obj("box", "상자 하나.", "상자 둘.")),
        p(obj("picture"), obj("equation"), obj("picture"), "다리가 선다."),
    )
    assert [text for _, text in short(found)] == ["강이 흐른다.", "상자 하나.", "상자 둘.", "다리가 선다."]
    assert {one.code: one.values for one in found.problems} == {
        "pictures-left-out": ("2",), "equations-left-out": ("1",),
    }  # fmt: skip


def test_a_table_keeps_its_spans_and_its_caption() -> None:
    cells = ((0, 0, 2, 1, "구분"), (0, 1, 1, 2, "물동량"), (1, 1, 1, 1, "수출"), (1, 2, 1, 1, "수입"))
    found = both(
        p(LONG), p(table(*cells, (2, 0, 1, 1, "나루"), (2, 1, 1, 1, "3"), (2, 2, 1, 1, "4"), caption="표 물동량"))
    )
    _, caption, shown = found.elements or ()
    assert (caption.role.value, caption.text) == ("caption", "표 물동량")
    assert [[(cell.text, cell.rows, cell.columns) for cell in row] for row in shown.rows] == [
        [("구분", 2, 1), ("물동량", 1, 2)], [("수출", 1, 1), ("수입", 1, 1)],
        [("나루", 1, 1), ("3", 1, 1), ("4", 1, 1)],
    ]  # fmt: skip


def test_figures_above_the_line_are_letters_of_their_own_and_numbers_of_objects_are_printed() -> None:
    found = both(p("넓이는 10km", ("2", files.RAISED), "이다. 표 ", obj("number", number=3), " 참조"))
    assert short(found) == [("paragraph", "넓이는 10km²이다. 표 3 참조")]


def test_a_title_by_its_style_and_by_its_letters() -> None:
    assert short(both(p("강의 길", style=1), p(LONG)))[0] == ("title", "강의 길")
    assert short(both(p("강의 길", letters=files.LARGE), p(LONG)))[0] == ("title", "강의 길")
    assert short(both(p("강의 길"), p(LONG)))[0] == ("paragraph", "강의 길")


def test_a_table_of_one_row_with_a_number_first_is_a_heading() -> None:
    found = both(p(grid(("1", "물길의 역사"))), p(LONG), p(grid(("2", "다리의 역사"))))
    assert [one.text for one in found.elements or () if one.role.value == "heading"] == [
        "1 물길의 역사",
        "2 다리의 역사",
    ]


@pytest.mark.parametrize(("title", "found"), [("강의 길", None), ("강", None), ("다리", "다리"), (None, None)])
def test_the_first_words_are_no_title_that_somebody_gave(title: str | None, found: str | None) -> None:
    assert claimed_title(title, [Paragraph(()), Paragraph((Words("강의 "), Words("길")))]) == found


FILES = Path(os.environ.get("GAKJU_EVAL", ""), "files")


@pytest.mark.skipif("GAKJU_EVAL" not in os.environ, reason="GAKJU_EVAL names no folder of real files")
@pytest.mark.parametrize("path", sorted(FILES.glob("hwp/*.hwp")), ids=lambda path: path.stem)
def test_a_real_file_says_the_same_in_both_forms(path: Path) -> None:
    twin = FILES / "hwpx" / f"{path.stem}.hwpx"
    if path.stem.startswith("password"):
        for one in (path, twin):
            with pytest.raises(SourceError, match="locked by a password"):
                extract(one.read_bytes(), one.name)
        return
    found = extract(path.read_bytes(), path.name)
    keys = {element.key for element in found.elements or () if element.key}
    called = [mark.key for element in found.elements or () for mark in element.marks]
    called += [mark.key for element in found.elements or () for row in element.rows for c in row for mark in c.marks]
    assert sorted(filter(None, called)) == sorted(keys)
    if twin.exists():
        other = extract(twin.read_bytes(), twin.name)
        assert (found.elements, found.problems) == (other.elements, other.problems)


# What is known of real files: elements by role, and notes that are bound.
KNOWN = (
    ("hwp/footnote-endnote.hwp", {"note": 4}), ("hwpx/footnote-endnote.hwpx", {"note": 4}),
    ("hwp/outline.hwp", {"heading": 15}), ("hwp/headerfooter.hwp", {"page-head": 2, "paragraph": 1}),
    ("hwp/distribution.hwp", {"title": 1, "heading": 10}), ("hwp/government-plan.hwp", {"title": 1, "heading": 16}),
    ("docx/footnotes.docx", {"note": 2}), ("docx/endnotes.docx", {"note": 2}),
    ("docx/footnote-hyperlink.docx", {"note": 1}),
)  # fmt: skip


@pytest.mark.skipif("GAKJU_EVAL" not in os.environ, reason="GAKJU_EVAL names no folder of real files")
@pytest.mark.parametrize(("name", "counts"), KNOWN, ids=[name for name, _ in KNOWN])
def test_what_is_known_of_real_files_is_found(name: str, counts: dict[str, int]) -> None:
    found = extract((FILES / name).read_bytes(), name.rpartition("/")[2])
    roles = Counter(element.role.value for element in found.elements or ())
    assert {role: roles[role] for role in counts} == counts
    assert len([text for *_, text in bindings(found) if text]) == roles["note"]
