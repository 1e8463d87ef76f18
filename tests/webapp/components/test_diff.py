"""Two wordings stand side by side with what differs marked, or with numbers that say which part went where."""

import pytest
from flask import Flask

from archive.model import Address
from webapp.components.diff import Side, compared
from webapp.site import current_frame
from webapp.view_models import ChangeView

WHOLE = "해가 지면 등불을 걸고 밤배를 기다리는 사람들이 모인다. 밤배의 삯은 낮의 두 배이고 비가 오면 더 받는다."


def change(app: Flask, status: str, old: list[str], new: list[str]) -> ChangeView:
    def sides(texts: list[str], revision: int) -> list[Side]:
        return [Side(Address("7k4m2", "93xc", revision), "paragraph", text) for text in texts]

    with app.test_request_context("/"):
        return compared(status, sides(old, 1), sides(new, 2), ("then", "now"), current_frame())


def test_words_that_differ_are_marked_on_both_sides(app: Flask) -> None:
    found = change(app, "revised", ["소금 <열> 섬"], ["소금 <두> 섬"])
    assert (found.old[0].html, found.new[0].html) == (
        "소금 &lt;<del>열</del>&gt; 섬",
        "소금 &lt;<ins>두</ins>&gt; 섬",
    )
    assert found.marks == "달라진 곳을 표시했습니다."


def test_parts_of_a_split_passage_have_equal_numbers(app: Flask) -> None:
    first, second = WHOLE.split(". ", 1)
    found = change(app, "split", [WHOLE], [first + ".", second])
    assert [found.old[0].html.count(sign) for sign in "①②③"] == [1, 1, 0]
    assert [("①" in one.html, "②" in one.html) for one in found.new] == [(True, False), (False, True)]


@pytest.mark.parametrize("status, tag", [("gone", "del"), ("new", "ins")])
def test_what_is_gone_or_new_is_marked_whole(app: Flask, status: str, tag: str) -> None:
    found = change(app, status, ["소금"] if status == "gone" else [], ["소금"] if status == "new" else [])
    assert [one.html for one in (*found.old, *found.new)] == [f"<{tag}>소금</{tag}>"]
