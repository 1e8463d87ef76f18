"""A document's revisions are listed, and compared passage by passage."""

import pytest

from tests.webapp import past_world as w
from tests.webapp.html import one, text
from tests.webapp.past_world import Diary
from webapp.history import COUNTED
from webapp.texts import Texts


def test_the_history_lists_every_state_with_its_cause_and_counts(diary: Diary) -> None:
    assert one(diary.page(f"/d/{diary.id}"), f".actions a[href='/d/{diary.id}/history']")
    rows = [
        (text(one(row, ".revision")), text(row.select("p")[1]))
        for row in diary.page(f"/d/{diary.id}/history").select(".revisions li")
    ]
    assert rows == [
        ("3판 2026. 3. 1. 판독 변경 현재 판", "수정 1"),
        ("2판 2026. 2. 1. 개정판", "수정 1 · 나뉨 1 · 합쳐짐 1 · 가릴 수 없음 1 · 없어짐 2 · 새 대목 1"),
        ("1판 2026. 1. 1. 처음 들어옴", "대목 16건"),
    ]


def test_two_states_are_compared_passage_by_passage(diary: Diary) -> None:
    page = diary.page(f"/d/{diary.id}/compare?from=1")
    assert [text(h) for h in page.select(".entry h2")] == [
        "가릴 수 없음",
        "수정",
        "나뉨",
        "합쳐짐",
        "없어짐",
        "수정",
        "새 대목",
        "없어짐",
    ]
    assert [text(p) for p in page.select(".same-run")] == [
        "같은 대목 2건",
        "같은 대목 1건",
        "같은 대목 1건",
        "같은 대목 4건",
    ]
    between = diary.page(f"/d/{diary.id}/compare?from=2&to=3")
    assert [text(mark) for mark in between.select("del, ins")] == ["키", "귀"]
    assert "달라진 대목이 없습니다" in text(diary.page(f"/d/{diary.id}/compare?from=3"))


@pytest.mark.parametrize("asked", ["from=0", "from=x", "from=2&to=1", "from=9"])
def test_states_that_are_not_there_are_refused(diary: Diary, asked: str) -> None:
    assert diary.get(f"/d/{diary.id}/compare?{asked}").status_code in (400, 404)
    assert diary.get(f"/d/{diary.id}@9").status_code == 404
    assert diary.get(f"/p/{diary.first(w.STAYS)}@9").status_code == 404


def test_every_fate_that_is_counted_has_its_words() -> None:
    assert all(f"count-{status}" in Texts("ko") for status in COUNTED)


def test_the_last_two_revisions_are_compared_where_none_is_named(diary: Diary) -> None:
    named = diary.page(f"/d/{diary.id}/compare?from=2&to=3")
    assert text(one(diary.page(f"/d/{diary.id}/compare"), "main")) == text(one(named, "main"))
