"""The title and the headings where no style says so, and only where they stand out."""

import pytest

from indexer.markup import Element, ElementRole, MarkupReference
from indexer.readers.office.looks import with_headings
from indexer.readers.office.seen import Seen

BODY = Seen(Element(ElementRole.PARAGRAPH, "강이 흐르고 다리가 선다. 배가 뜨고 나루가 열린다. " * 3), 10.0)


def seen(text: str, size: float = 10.0, *, bold: bool = False, boxed: bool = False, contents: bool = False) -> Seen:
    return Seen(Element(ElementRole.PARAGRAPH, text), size, bold, contents, boxed)


def shown(*of: Seen, title: str | None = None, authors: tuple[str, ...] = ()) -> list[tuple[str, int | None, str]]:
    found = with_headings([*of, BODY], title, authors)[:-1]
    return [(one.element.role.value, one.element.level, one.element.text) for one in found]


@pytest.mark.parametrize(
    ("one", "role"),
    [
        (seen("Ⅰ. 배경", 15), "heading"),
        (seen("1. 배경", bold=True), "heading"),
        (seen("강의 길", 11, boxed=True), "heading"),
        (seen("강의 길", 11, bold=True), "heading"),
        (seen("강의 길", bold=True), "paragraph"),
        (seen("1. 배경"), "paragraph"),
        (seen("Ⅰ. 배경\t3", 15, contents=True), "paragraph"),
        (seen("강이 흐른다.", 15), "paragraph"),
        (seen("□ 배경", 15), "paragraph"),
        (seen("ㅇ「나루법」 제3조", 15), "paragraph"),
        (seen("2024. 10. 29.", 15), "paragraph"),
        (seen("담당 교사: (인)", 15), "paragraph"),
        (seen("1-2. 배경", bold=True), "heading"),
        (seen("< 강의 길 >", 15, bold=True), "paragraph"),
        (seen("*강의 길", 15, bold=True), "paragraph"),
        (seen("(나루관리과)", 15, bold=True), "paragraph"),
        (seen("강을 건너고자", 15, bold=True), "paragraph"),
        (seen("보 도 자 료", 30), "paragraph"),
        (seen("강의 길 " * 20, 15), "paragraph"),
    ],
    ids=lambda value: value.element.text[:12] if isinstance(value, Seen) else value,
)
def test_what_looks_like_a_heading(one: Seen, role: str) -> None:
    assert shown(BODY, BODY, BODY, BODY, BODY, one, seen("나루"))[-2][0] == role


def test_a_line_in_bold_right_above_running_text_is_a_heading() -> None:
    author, intro, bridge, last = (seen(text, bold=True) for text in ("홍보기", "서론", "다리", "강의 길"))
    found = shown(author, BODY, BODY, bridge, seen("나루"), last)
    assert [text for role, _, text in found if role == "heading"] == ["강의 길"]
    assert [text for role, _, text in shown(author, seen("나루"), intro) if role == "heading"] == ["서론"]


def test_levels_follow_from_the_order_of_the_numbers() -> None:
    heads = (seen("Ⅰ. 배경", 15), seen("1. 지형", 12, bold=True), seen("2. 기후", 12, bold=True), seen("Ⅱ. 결론", 15))
    found = shown(*(part for head in heads for part in (BODY, BODY, BODY, BODY, head)))
    assert [level for role, level, _ in found if role == "heading"] == [1, 2, 2, 1]


def test_a_file_that_names_a_heading_is_believed() -> None:
    named = Seen(Element(ElementRole.HEADING, "배경", level=3))
    assert [(role, level) for role, level, _ in shown(BODY, named, seen("1. 지형", 12, bold=True))][1:] == [
        ("heading", 1), ("paragraph", None),
    ]  # fmt: skip


def test_an_outline_that_numbers_bullets_or_sentences_makes_no_headings() -> None:
    bullets = Seen(Element(ElementRole.HEADING, "강의 길", level=2, marker="○"))
    sentence = Seen(Element(ElementRole.HEADING, BODY.element.text, level=1, marker="1."))
    plain = Seen(Element(ElementRole.HEADING, BODY.element.text, level=1))
    assert [role for role, _, _ in shown(bullets, sentence, plain)] == ["paragraph"] * 3


def test_the_largest_letters_in_the_head_are_the_title_in_two_lines_as_well() -> None:
    found = shown(
        seen("보도자료", 30), seen("2024. 10. 29."), seen("강의 길,", 18, bold=True), seen("다리의 길", 18, bold=True)
    )
    assert found[2] == ("title", None, "강의 길,\n다리의 길")


@pytest.mark.parametrize(
    "before",
    [(BODY, BODY, BODY, BODY), tuple(Seen(Element(ElementRole.HEADING, text, level=1)) for text in ("배경", "지형"))],
    ids=["text", "a heading"],
)
def test_a_title_stands_before_the_text(before: tuple[Seen, ...]) -> None:
    assert "title" not in [role for role, _, _ in shown(*before, seen("강의 길을 따라", 18), BODY)]


def test_a_style_names_the_title_once() -> None:
    named = Seen(Element(ElementRole.TITLE, "강의 길"), 10.0)
    assert [(role, level) for role, level, _ in shown(named, BODY, named)] == [
        ("title", None), ("paragraph", None), ("heading", 1),
    ]  # fmt: skip


def test_a_style_that_sets_the_heads_of_parts_names_no_title() -> None:
    part = Seen(Element(ElementRole.TITLE, "■ 5월"), 10.0)
    far = Seen(Element(ElementRole.TITLE, "강의 길"), 10.0)
    assert [role for role, _, _ in shown(part, BODY, BODY, BODY, BODY, far)] == [
        "heading", *["paragraph"] * 4, "heading",
    ]  # fmt: skip


def test_below_the_date_of_a_cover_stands_who_issued_it() -> None:
    found = shown(seen("강의 길을 따라", 20), seen("2024. 3."), seen("강변연구소", 24))
    assert [role for role, _, _ in found] == ["title", "date", "paragraph"]


def test_the_only_highest_heading_is_the_title_where_the_text_begins_with_it() -> None:
    top, lower = (Seen(Element(ElementRole.HEADING, text, level=at)) for text, at in (("강의 길", 1), ("배경", 2)))
    assert [(role, level) for role, level, _ in shown(top, lower)] == [("title", None), ("heading", 1)]
    assert [(role, level) for role, level, _ in shown(BODY, top, lower)][1:] == [("heading", 1), ("heading", 2)]


def test_headings_of_one_size_are_no_title_in_two_lines() -> None:
    heads = [
        Seen(Element(ElementRole.HEADING, text, level=at), 16.0) for text, at in (("강의 길을 따라", 1), ("배경", 2))
    ]
    assert [(role, text) for role, _, text in shown(*heads)] == [("title", "강의 길을 따라"), ("heading", "배경")]


def test_a_heading_at_the_end_is_no_title() -> None:
    last = Seen(Element(ElementRole.HEADING, "나루의 목록", level=1), 16.0)
    assert [role for role, _, _ in shown(seen("강이 흐른다. " * 9), last)] == ["paragraph", "heading"]


def test_what_a_file_claims_counts_where_it_is_printed() -> None:
    text = (seen("연구 보고"), seen("강의 길을 따라"), seen("홍보기 연구원"))
    assert [role for role, _, _ in shown(*text, title="강의 길을 따라", authors=("홍보기",))] == [
        "paragraph", "title", "byline",
    ]  # fmt: skip
    assert [role for role, _, _ in shown(*text, title="문서1", authors=("user",))] == ["paragraph"] * 3
    about = seen("이 글은 홍보기 연구원이 썼다.")
    assert [role for role, _, _ in shown(about, authors=("홍보기",))] == ["paragraph"]


def test_beside_a_date_stands_who_issued_it_and_marks_keep_their_places() -> None:
    assert shown(BODY, BODY, BODY, BODY, seen("2024. 10. 29."), seen("강변연구소", 20))[-1][0] == "paragraph"
    part = shown(
        seen("강의 길을 따라", 24), seen("2024. 3."), seen("강변부", 20), seen("[나루관리과]", 20), seen("배경", 20)
    )
    assert [role for role, _, _ in part] == ["title", "date", "paragraph", "paragraph", "heading"]
    bar = Seen(Element(ElementRole.PARAGRAPH, "배경", marker="Ⅰ"), 20.0, boxed=True)
    under = shown(seen("강의 길을 따라", 24), seen("2024. 3."), seen("강변부", 20), bar)
    assert [role for role, _, _ in under] == ["title", "date", "paragraph", "heading"]
    mark = MarkupReference(2, "1)", "1", "footnote 1")
    numbered = Seen(Element(ElementRole.HEADING, "배경", level=1, marker="1.", marks=(mark,)))
    (_, one, *_) = with_headings([BODY, numbered, BODY], None, ())
    assert (one.element.text, one.element.marks[0].offset) == ("1. 배경", 5)


def test_contents_that_name_nothing_of_the_text_stand_there_once() -> None:
    assert [text for _, _, text in shown(seen("목차"), seen("1. 배경 ····· 3"), seen("강의 길"))] == [
        "목차", "1. 배경 ····· 3", "강의 길",
    ]  # fmt: skip


def test_a_running_head_that_prints_the_title_is_not_the_title() -> None:
    head = Seen(Element(ElementRole.PAGE_HEAD, "강의 길을 따라"))
    found = shown(head, seen("강의 길을 따라"), title="강의 길을 따라")
    assert [role for role, _, _ in found] == ["page-head", "title"]
