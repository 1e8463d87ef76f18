"""What was cited and what is are laid side by side: the words that differ are marked, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.history.diff import PassagePair, compare, difference, share
from archive.model.document import Span
from archive.model.revision import Followed

TEXTS = st.text(st.sampled_from("가나다 라마a12.,\n"), max_size=40)


def without(text: str, spans: tuple[Span, ...]) -> str:
    kept = "".join(char for at, char in enumerate(text) if not any(start <= at < end for start, end in spans))
    return "".join(kept.split())


@given(TEXTS, TEXTS)
def test_what_is_not_marked_is_the_same_in_both(old: str, new: str) -> None:
    found = difference(old, new)
    assert without(old, found.gone) == without(new, found.come)


@given(TEXTS)
def test_spaces_and_line_breaks_are_no_difference(text: str) -> None:
    found = difference(text, "\n".join(text.split()))
    assert (found.gone, found.come) == ((), ())


@pytest.mark.parametrize(
    "old, new, gone, come",
    [
        ("화물은 절반으로 줄었다.", "화물은 삼분의 일로 줄었다.", ["절반으로"], ["삼분의 일로"]),
        ("북한은 반대했다.", "북한이 반대했다.", ["은"], ["이"]),
        ("2023년 봄", "2024년 봄", ["2023"], ["2024"]),
        ("나루 터의 종", "나루터의 종", [], []),
        ("소금과 쌀을 싣는다.", "쌀을 싣는다.", ["소금과"], []),
        ("", "새 글", [], ["새 글"]),
        ("‘다리’", "“다리”", ["‘", "’"], ["“", "”"]),
    ],
)
def test_words_are_marked_and_letters_where_words_mostly_agree(
    old: str, new: str, gone: list[str], come: list[str]
) -> None:
    found = difference(old, new)
    assert ([old[slice(*s)] for s in found.gone], [new[slice(*s)] for s in found.come]) == (gone, come)


def test_the_part_that_went_elsewhere_is_found_in_both() -> None:
    old = "해가 지면 등불을 건다. 비가 오면 삯을 더 받는다."
    new = "비가 오면, 삯을 더 받는다. 눈이 와도 그렇다."
    found = share(old, new)
    assert found is not None
    assert (old[slice(*found.old)], new[slice(*found.new)]) == (
        "비가 오면 삯을 더 받는다.",
        "비가 오면, 삯을 더 받는다.",
    )
    assert share(old, "다른 글") is None


def test_two_states_are_compared_in_the_order_of_the_new_one() -> None:
    was = {"a": "하나", "b": "둘", "c": "셋", "d": "넷 다섯", "e": "여섯", "f": "일곱"}
    now = {"x": "새 글", "c": "셋", "a": "하나", "d": "넷", "d2": "다섯", "e": "여섯 일곱"}
    went = {
        "a": Followed("same", ("a",)),
        "b": Followed("gone", ()),
        "c": Followed("same", ("c",)),
        "d": Followed("split", ("d", "d2")),
        "e": Followed("merged", ("e",)),
        "f": Followed("merged", ("e",)),
    }
    assert compare(was, now, went) == (
        PassagePair("new", (), ("x",)),
        PassagePair("same", ("c",), ("c",)),
        PassagePair("same", ("a",), ("a",)),
        PassagePair("gone", ("b",), ()),
        PassagePair("split", ("d",), ("d", "d2")),
        PassagePair("merged", ("e", "f"), ("e",)),
    )


@given(
    st.lists(st.sampled_from("abcdefgh"), unique=True), st.lists(st.sampled_from("abcdefgh"), unique=True), st.data()
)
def test_every_passage_of_both_states_is_told_of_once(old: list[str], new: list[str], data: st.DataObject) -> None:
    went = {
        id_: Followed("same" if to else "gone", tuple(to))
        for id_ in old
        for to in [data.draw(st.lists(st.sampled_from(new), unique=True, max_size=2)) if new else []]
    }
    entries = compare(dict.fromkeys(old, "글"), dict.fromkeys(new, "글"), went)
    assert sorted(id_ for entry in entries for id_ in entry.old) == sorted(old)
    assert sorted(id_ for entry in entries for id_ in entry.new) == sorted(new)
