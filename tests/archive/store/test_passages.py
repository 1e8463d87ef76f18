"""Passages are found by address, by key and by place, with the tokens that they are searched by."""

from pathlib import Path

import pytest

from archive.errors import NotFound
from archive.store import Store
from archive.store.passages import Passages, current_units
from archive.tokens import Bigrams, Streams, Token
from tests.archive.literal import brief
from tests.archive.store.diary import stored
from tests.webapp.world import save


def test_a_passage_is_the_same_by_address_key_and_place(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        assert isinstance(store, Passages)
        indexed = store.all_indexed(1)
        assert [(one.passage.kind.value, one.findable) for one in indexed] == [
            ("title", False), ("heading", False), ("paragraph", True), ("paragraph", True),
        ]  # fmt: skip
        one = indexed[2]
        assert store.passage(one.passage.document, one.passage.id) == one.passage
        assert store.indexed([one.key]) == {one.key: one}
        assert store.contexts([(1, 0), (1, 1), (2, 9)]) == {(1, 0): indexed[0], (1, 1): indexed[1]}
        with pytest.raises(NotFound):
            store.passage(one.passage.document, "2222")


def test_tokens_made_anew_take_the_place_of_the_old(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        passage = store.all_indexed(2)[-1].passage
        streams = Streams((), (Token("다리", 0, 2),), Bigrams(passage.text), ())
        store.save_tokens([(passage, streams, ("language:ko",))])
        made = store.indexed([passage.key])[passage.key]
        assert (made.streams, made.facets) == (streams, ("language:ko",))


def test_the_units_of_today_stand_in_their_order(tmp_path: Path) -> None:
    with stored(tmp_path) as store, store.read_transaction() as connection:
        assert [unit.text for unit in current_units(connection, 2)] == ["다리", "다리에는 초소가 두 곳 있다."]


def keys(store: Store) -> dict[str, int]:
    return {one.passage.text: one.key for one in store.all_indexed(1)}


def waiting(store: Store) -> set[tuple[int, bool]]:
    return {(one.key, one.gone) for one in store.queue.entries()}


def emptied(store: Store) -> None:
    store.queue.remove([one.key for one in store.queue.entries()])


SALT, BOAT, SALT_2 = "나루터에 소금 배가 들어왔다.", "뱃사공은 다리를 탓한다.", "나루터에 콩 배가 들어왔다."


def test_what_stands_as_it_stood_keeps_its_key_and_does_not_wait(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    save(store, "ferry.txt", brief(SALT, BOAT, title="나루터", heading="1. 봄"))
    was = keys(store)
    emptied(store)
    save(store, "ferry.txt", brief(SALT_2, BOAT, title="나루터", heading="1. 봄"))
    now = keys(store)
    assert (now[BOAT] == was[BOAT], now[SALT_2] in was.values()) == (True, False)
    assert waiting(store) == {(was[SALT], True), (now[SALT_2], False)}
    save(store, "ferry.txt", brief(BOAT, SALT_2, title="나루터", heading="1. 봄"))  # the new one still waits
    assert (keys(store), waiting(store)) == (now, {(was[SALT], True), (now[SALT_2], False)})
    assert [one.passage.ordinal for one in store.all_indexed(1)] == [0, 1, 2, 3]
    store.close()


def test_what_stands_under_another_heading_is_indexed_anew(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    save(store, "ferry.txt", brief(SALT, BOAT, title="나루터", heading="1. 봄"))
    emptied(store)
    was = keys(store)
    save(store, "ferry.txt", brief(SALT, BOAT, title="나루터", heading="1. 가을"))
    now = keys(store)
    assert waiting(store) == {(was[t], True) for t in (SALT, BOAT)} | {(now[t], False) for t in (SALT, BOAT)}
    emptied(store)
    save(store, "ferry.txt", brief(SALT, BOAT, title="나루터", heading="1. 가을", date="2025-03-24"))
    assert {gone for _, gone in waiting(store)} == {True, False}
    store.close()
