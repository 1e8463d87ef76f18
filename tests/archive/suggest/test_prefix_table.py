"""Which of many names begin so: by letters, by a syllable half typed, by initial consonants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.suggest.keystrokes import beginning
from archive.suggest.prefix_table import PrefixMatch, PrefixTable, level
from archive.text.folding import fold

NAMES = (
    "나루터",
    "나루터와 다리",
    "나룻배",
    "다리",
    "나비",
    "Ferry",
    "ferries",
    "ПАРОМ",
    "북·러 다리",
    "7월의 나루",
    "渡口",
)
SHELF = PrefixTable((name, len(name)) for name in NAMES)


def found(typed: str, shelf: PrefixTable[int] = SHELF) -> dict[str, int]:
    """The names that begin so, with how exactly."""
    begun = beginning(typed)
    return {named.name: named.level for named in shelf.starting(begun)} if begun else {}


@pytest.mark.parametrize("typed, names", [
    ("나루", {"나루터": 0, "나루터와 다리": 0, "나룻배": 1}),
    ("나룻", {"나룻배": 0}),
    ("나", {"나루터": 0, "나루터와 다리": 0, "나룻배": 0, "나비": 0}),
    ("날", {"나루터": 1, "나루터와 다리": 1, "나룻배": 1}),
    ("납", {"나비": 1}),
    ("ㄴ", {"나루터": 2, "나룻배": 2, "나루터와 다리": 2, "나비": 2}),
    ("ㄴㄹㅌ", {"나루터": 2, "나루터와 다리": 2}),
    ("나ㄹㅌ", {"나루터": 2, "나루터와 다리": 2}),
    ("나루ㅌ", {"나루터": 1, "나루터와 다리": 1}),
    ("FER", {"Ferry": 0, "ferries": 0}),
    ("пар", {"ПАРОМ": 0}),
    ("북러", {"북·러 다리": 0}),
    ("7월", {"7월의 나루": 0}),
    ("渡", {"渡口": 0}),
    ("루터", {}),
    ("하", {}),
    ("나루터와다리는", {}),
])  # fmt: skip
def test_names_are_found_by_how_they_begin(typed: str, names: dict[str, int]) -> None:
    assert found(typed) == names


@pytest.mark.parametrize("typed, name, span", [
    ("나루터와다", "나루터와 다리", (0, 6)), ("북러", "북·러 다리", (0, 3)),
    ("ㄴㄹ", "나비", None), ("fer", "Ferry", (0, 3)), ("납", "나비", (0, 2)),
])  # fmt: skip
def test_the_part_that_was_typed_is_known_in_the_name(typed: str, name: str, span: tuple[int, int] | None) -> None:
    begun = beginning(typed)
    assert begun is not None
    assert {named.name: named.span for named in SHELF.starting(begun)}.get(name) == span


def test_a_name_is_given_with_what_it_stands_for() -> None:
    begun = beginning("다")
    assert begun is not None
    assert list(SHELF.starting(begun)) == [PrefixMatch("다리", 2, 0, (0, 1))]


def test_one_name_may_stand_for_several_things() -> None:
    begun = beginning("나")
    assert begun is not None
    assert sorted(named.value for named in PrefixTable([("나루", 1), ("나루", 2)]).starting(begun)) == [1, 2]


def test_an_empty_shelf_has_no_names() -> None:
    assert found("나", PrefixTable([])) == {}


@pytest.mark.parametrize(
    "key, typed, exactly",
    [
        ("나루터", "나루", 0),
        ("나루터", "날", 1),
        ("나루터", "ㄴㄹ", 2),
        ("나루터", "나ㄹㅌ", 2),
        ("나루터", "나루ㅌ", 1),
    ],
)
def test_how_exactly_letters_begin_so(key: str, typed: str, exactly: int) -> None:
    begun = beginning(typed)
    assert begun is not None
    assert level(key, begun) == exactly


LETTERS = st.text("가각갂고과관나날ㄱㄴㄹab7 -", min_size=1, max_size=4)


@given(st.lists(st.text("가각갂고과관광나날닭라abB7 -·", max_size=5), max_size=8, unique=True), LETTERS)
def test_the_sorted_table_finds_what_reading_every_name_would(names: list[str], typed: str) -> None:
    begun = beginning(typed)
    if begun is None:
        return
    wanted = {name for name in names if begun.pattern.match(fold(name).text)}
    if begun.by_initials:  # names of Hangul alone have initials
        wanted = {name for name in wanted if all("가" <= char <= "힣" for char in name if char.isalnum())}
    if all(name[:1].isalnum() for name in names):
        assert {named.name for named in PrefixTable((name, 0) for name in names).starting(begun)} == wanted
