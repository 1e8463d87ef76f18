"""Where does one cited source end and the next begin, and what stands in each? All notes are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.citing.outlets import Outlet, Outlets
from indexer.citations.segments import CitationToken, Segment, is_title, split_segments, tokenize

OUTLETS = Outlets(
    (Outlet("bogi", "보기일보", "Bogi Daily", "news", ("Пример",)), Outlet("yesi", "예시뉴스", "Yesi News", "news"))
)


def cut(note: str) -> list[Segment]:
    return list(split_segments(note, lambda name: OUTLETS.find(name) is not None))


def read(note: str, gost: bool = False) -> list[list[tuple[str, str]]]:
    """Kind and value of each token, piece by piece."""
    return [[(token.kind, token.value) for token in tokenize(piece, gost)] for piece in cut(note)]


@pytest.mark.parametrize(
    ("note", "prints"),
    [
        (
            "「가」, 『보기』, 2024. 5. 2.; 「나」, 『보기』, 2024. 5. 3.",
            ["「가」, 『보기』, 2024. 5. 2.", "「나」, 『보기』, 2024. 5. 3."],
        ),
        (
            "例文，《例刊》2024年第5期。另见《例刊》2023年第1期。",
            ["例文，《例刊》2024年第5期", "另见《例刊》2023年第1期"],
        ),
        ("두 나라는 만났다. 「가」, 『보기』, 2024.", ["두 나라는 만났다.", "「가」, 『보기』, 2024."]),
        ("배가 떠났음.「가」, 『보기』, 2024.", ["배가 떠났음.", "「가」, 『보기』, 2024."]),
    ],
    ids=["semicolon", "Chinese stop", "Korean sentence", "without a space"],
)
def test_what_surely_ends_a_source(note: str, prints: list[str]) -> None:
    assert [(piece.print, piece.last) for piece in cut(note)] == [(shown, True) for shown in prints]


@pytest.mark.parametrize(
    ("note", "prints"),
    [
        (
            "「가」, 보기, 2024. 5. 2. 「나」, 예시, 2024. 5. 3.",
            ["「가」, 보기, 2024. 5. 2.", "「나」, 예시, 2024. 5. 3."],
        ),
        ("Порт готов, Пример. Суда ушли, Пример, 2024.", ["Порт готов, Пример.", "Суда ушли, Пример, 2024."]),
        ("김보기, 『겨울 항로』. 홍예시, 『봄 항로』.", ["김보기, 『겨울 항로』.", "홍예시, 『봄 항로』."]),
        ("Kim, Winter, pp. 3-5. Lee, Spring, pp. 7-9.", ["Kim, Winter, pp. 3-5.", "Lee, Spring, pp. 7-9."]),
    ],
    ids=["a date", "a known outlet", "a bracketed title", "pages"],
)
def test_a_point_after_something_that_closes_a_source_begins_another_that_may_lean_on_it(
    note: str, prints: list[str]
) -> None:
    assert [(piece.print, piece.last) for piece in cut(note)] == [(prints[0], False), (prints[1], True)]


@pytest.mark.parametrize(
    "note",
    [
        "「얼음; 물. 바람」, 『보기』, 2024.",
        "Порт готов. Суда ушли, Газета, 2024.",
        "https://example.kr/a;b=c.d, 2024.",
        "J. Specimen, Winter Harbours, 2024.",
    ],
    ids=["in a title", "an unmarked title", "an address", "initials"],
)
def test_a_point_or_semicolon_inside_a_source_does_not_cut_it(note: str) -> None:
    assert [piece.print for piece in cut(note)] == [note]


@pytest.mark.parametrize("note", ["", " ; ;", ".", "\n"])
def test_a_note_of_marks_alone_has_no_words(note: str) -> None:
    assert [tokenize(piece) for piece in cut(note)] in ([], [[]])


def test_tokens_know_their_place_in_the_note() -> None:
    note = "보라. 홍보기, 「겨울 항로」, 2024."
    (piece,) = cut(note)
    assert tokenize(piece) == [
        CitationToken("text", 0, 7, "보라. 홍보기"),
        CitationToken("quoted", 9, 16, "겨울 항로", "「"),
        CitationToken("date", 18, 22, "2024"),
    ]


@pytest.mark.parametrize(
    ("note", "found"),
    [
        (
            "홍보기, 「겨울 항로」, 『보기연구』 제3호(2024. 9), pp. 3-5.",
            [
                ("text", "홍보기"),
                ("quoted", "겨울 항로"),
                ("quoted", "보기연구"),
                ("number", "제3호"),
                ("date", "2024-09"),
                ("pages", "3-5"),
            ],
        ),
        (
            "Jane Specimen, Winter Harbours (Sampletown: Example Press, 2025), 12.",
            [
                ("text", "Jane Specimen"),
                ("text", "Winter Harbours"),
                ("text", "Sampletown: Example Press"),
                ("date", "2025"),
                ("pages", "12"),
            ],
        ),
        (
            "“Порт готов” [The Port Is Ready], Пример, 2 мая 2024.",
            [("quoted", "Порт готов"), ("text", "Пример"), ("date", "2024-05-02")],
        ),
        (
            "「겨울 항로」(보기일보, 2024. 1. 3).",
            [("quoted", "겨울 항로"), ("text", "보기일보"), ("date", "2024-01-03")],
        ),
        ("“겨울 항로” 보기일보 2024. 1. 3.", [("quoted", "겨울 항로"), ("text", "보기일보"), ("date", "2024-01-03")]),
        ("홍보기(洪例文), 『겨울 항로』.", [("text", "홍보기(洪例文)"), ("quoted", "겨울 항로")]),
        ("《冬季航线》2024年第5期", [("quoted", "冬季航线"), ("date", "2024"), ("number", "第5期")]),
        ("선장은 “얼음이 얇다”라고 말하였다.", [("text", "선장은 “얼음이 얇다”라고 말하였다")]),
        ("선장은 “얼음, 물”이라 적었다.", [("text", "선장은 “얼음, 물”이라 적었다")]),
    ],
    ids=[
        "journal",
        "book in English",
        "translated title",
        "one bracket",
        "no commas",
        "hanja",
        "Chinese",
        "prose",
        "a comma in prose",
    ],
)
def test_what_stands_in_a_source(note: str, found: list[tuple[str, str]]) -> None:
    assert read(note) == [found]


def test_in_a_russian_list_points_and_dashes_part_texts_too() -> None:
    note = "Пример. Газета моряков – Владивосток, 2024. – № 5. – С. 12–20."
    tail = [("date", "2024"), ("number", "№ 5"), ("pages", "12–20")]
    assert read(note, gost=True) == [
        [("text", "Пример"), ("text", "Газета моряков"), ("text", "Владивосток"), *tail],
    ]
    assert read(note) == [[("text", "Пример. Газета моряков – Владивосток"), *tail]]


@pytest.mark.parametrize(
    ("note", "title"),
    [
        ("홍보기, “겨울 항로”, 보기일보", True),
        ("“겨울 항로”(2024. 1. 3), 보기일보", True),
        ("홍보기 “겨울 항로”, 보기일보", True),
        ("“Winter Lane,” Example Review", True),
        ("“겨울 항로” 보기일보 2024. 1. 3.", True),
        ("홍보기, “겨울 항로”", True),
        ("이른바 그 오래된 “겨울 항로”, 곧 얼음길", False),
        ("“겨울 항로”라는 말", False),
        ("“겨울 항로” 모름신문 2024. 1. 3.", False),
        ("《冬季航线》2024年", True),
        ("「겨울 항로」는 책이다", False),
    ],
)
def test_a_quoted_stretch_is_a_title_where_titles_stand(note: str, title: bool) -> None:
    (piece,) = cut(note)
    assert is_title(piece, piece.quoted[0]) is title


NOTES = st.lists(
    st.sampled_from(
        [
            "홍보기",
            "「겨울」",
            "『보기일보』",
            "“봄”",
            "Пример",
            "2024. 5. 2.",
            "pp. 3-5",
            "; ",
            ", ",
            ". ",
            " ",
            "(",
            ")",
            "했다.",
            " // ",
            "[",
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=120)
@given(NOTES, st.booleans())
def test_pieces_and_tokens_are_in_order_and_slice_to_their_text(note: str, gost: bool) -> None:
    end = 0
    for piece in cut(note):
        assert end <= piece.start < piece.end <= len(note)
        end = piece.start
        for token in tokenize(piece, gost):
            assert end <= token.start < token.end
            shown = note[token.start : token.end]
            assert token.kind == "date" or token.value in shown
            end = token.end
        assert end <= len(note)
        end = piece.end


@settings(max_examples=60)
@given(NOTES)
def test_no_letter_falls_between_the_pieces(note: str) -> None:
    kept = "".join(piece.print for piece in cut(note))
    assert [c for c in kept if c.isalnum()] == [c for c in note if c.isalnum()]
