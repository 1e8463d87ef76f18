"""Which marks may call a note, and which of the doubtful ones do? All sentences are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.notes.references import STYLES, NoteMark, RefStyle, choose, find_marks


def found(text: str) -> list[tuple[str, str, bool]]:
    """Label, style and sureness of each mark."""
    return [(mark.label, mark.style, mark.sure) for mark in find_marks(text)]


def chosen(*texts: str, printed: str = "") -> list[list[str]]:
    """The labels kept in each text; `printed` are the labels of printed notes."""
    return [[mark.label for mark in marks] for marks in choose([find_marks(text) for text in texts], printed.split())]


@pytest.mark.parametrize("row", STYLES, ids=lambda row: row.name)
def test_each_style_finds_its_example(row: RefStyle) -> None:
    assert (row.name, row.sure) in {(style, sure) for _, style, sure in found(row.example)}


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("배가 떠났다.[^얼음] 끝", NoteMark(7, 12, "얼음", "[^얼음]", "markdown", True)),
        ("배가 떠났다.¹² 끝", NoteMark(7, 9, "12", "¹²", "superscript", True)),
        ("배가 떠났다.¹ ⁰ 끝", NoteMark(7, 10, "10", "¹ ⁰", "superscript", True)),
        ("배가 떠났다.각주 3) 끝", NoteMark(7, 12, "3", "각주 3)", "word", True)),
        ("배가 떠남.07) 끝", NoteMark(6, 9, "7", "07)", "paren", True)),
        ("배가 떠났다. [7] 끝", NoteMark(7, 11, "7", "[7]", "square", True)),
        ("배가 떠났다.7 끝", NoteMark(7, 8, "7", "7", "bare after a sentence", True)),
        ("The ships left. 7 Later", NoteMark(15, 17, "7", "7", "bare after a space", False)),
        ("배가 떠났고,7 끝", NoteMark(7, 8, "7", "7", "bare after a clause", False)),
        ("배가 떠남으로써7 끝", NoteMark(8, 9, "7", "7", "bare after a word", False)),
    ],
    ids=lambda value: value.style if isinstance(value, NoteMark) else "",
)
def test_a_mark_knows_its_place_its_label_and_its_print(text: str, mark: NoteMark) -> None:
    assert find_marks(text) == (mark,)


@pytest.mark.parametrize(
    "text",
    [
        "넓이는 3km²이다.",
        "배(5~8척)가 떠났다.",
        "제8차(6월) 회의",
        "값은 1,200원이다.",
        "배는 12.5톤이다.",
        "2023. 9. 13.",
        "(제3항)",
        "[^1]: 주의 글",
        "3) 항목의 머리",
        "값이 (모두 12) 올랐다",
        "두 나라(배와 배12)의 일",
        "",
    ],
)
def test_other_numbers_are_no_marks(text: str) -> None:
    assert find_marks(text) == ()


def test_of_two_styles_at_one_place_the_earlier_is_taken_once() -> None:
    assert found("배가 떠났다.주3) 길이 났다.[^4]") == [("3", "word", True), ("4", "markdown", True)]


@pytest.mark.parametrize(
    ("texts", "printed", "kept"),
    [
        (["길이다.¹ 짐이다.⁷"], "", [["1", "7"]]),
        (["배가 떴고,1 짐이 늘어,2 바빴다.3"], "", [["1", "2", "3"]]),
        (["배가 떴고,1 짐이 늘어,2 바빴다"], "", [[]]),
        (["배가 떴고,1 짐이 늘어,2 바빴다"], "1 2", [["1", "2"]]),
        (["배가 떴고,1 짐이 늘어,2 바빴다"], "2", [["2"]]),
        (["코로나19 뒤에 배가 떴다"], "19", [[]]),
        (["배가 떴다.1 코로나19 뒤에 짐이 늘었다.2"], "1 2", [["1", "2"]]),
        (["배가 떴고,1 짐이 늘었다.2 끝"], "", [["2"]]),
        (["The ships left. 1 Later they came."], "", [[]]),
        (["The ships left. 1 Later they came."], "1", [["1"]]),
        (["배가 떴고,1 짐이 늘었다", "값이 올랐다.1", "길이 났다.2"], "1 2", [[], ["1"], ["2"]]),
        (["그가 배로써1 떠났다", "값이 오름으로써2 길이", "났다.3"], "", [[], ["2"], ["3"]]),
        ([], "1", []),
    ],
    ids=[
        "sure",
        "a row of three",
        "a short row",
        "printed notes",
        "one printed note",
        "no row",
        "a stray number",
        "a row of two",
        "may begin a sentence",
        "its note is printed",
        "gives way to a sure one",
        "glued marks at the ends of a row",
        "no texts",
    ],
)
def test_a_doubtful_mark_is_taken_in_a_row_or_with_its_note(
    texts: list[str], printed: str, kept: list[list[str]]
) -> None:
    assert chosen(*texts, printed=printed) == kept


PARTS = st.lists(
    st.sampled_from(
        [
            "배가 떴다.",
            "길이,",
            "함으로써",
            "1",
            "2",
            "12)",
            "[3]",
            "⁷",
            "[^a]",
            "주3)",
            " ",
            "(",
            ")",
            "km²",
            "Ships left.",
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=150)
@given(PARTS)
def test_marks_are_in_order_apart_and_slice_to_their_print(text: str) -> None:
    end = 0
    for mark in find_marks(text):
        assert end <= mark.start < mark.end
        assert text[mark.start : mark.end].strip() == mark.printed
        end = mark.end
    assert end <= len(text)


@settings(max_examples=80)
@given(st.lists(PARTS, max_size=4), st.sets(st.sampled_from(["1", "2", "3"])))
def test_every_sure_mark_is_kept_and_nothing_else_is_made_up(texts: list[str], printed: set[str]) -> None:
    seen = [find_marks(text) for text in texts]
    for marks, kept in zip(seen, choose(seen, printed), strict=True):
        assert {mark for mark in marks if mark.sure} <= set(kept) <= set(marks)
        assert list(kept) == sorted(kept, key=lambda mark: mark.start)


def test_where_marks_have_carets_nothing_else_is_one() -> None:
    texts = [find_marks(text) for text in ("배가 떠났다. ^[1] 길이 POSIX.1 났다.", "^[2]", "앞의 [3] 참조.")]
    assert [[mark.label for mark in marks] for marks in choose(texts, {"1", "2"})] == [["1"], ["2"], []]
