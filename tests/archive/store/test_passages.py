"""Passages are found by address, by key and by place, with the tokens that they are searched by."""

from pathlib import Path

import pytest

from archive.analyzer import Streams, Token
from archive.errors import NotFound
from archive.store.passages import Passages, current_units
from tests.archive.store.diary import stored


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
        key = store.all_indexed(2)[-1].key
        streams = Streams((), (Token("다리", 0, 2),), (), ())
        store.save_tokens([(key, streams, ("language:ko",))])
        made = store.indexed([key])[key]
        assert (made.streams, made.facets) == (streams, ("language:ko",))


def test_the_units_of_today_stand_in_their_order(tmp_path: Path) -> None:
    with stored(tmp_path) as store, store.read_transaction() as connection:
        assert [unit.text for unit in current_units(connection, 2)] == ["다리", "다리에는 초소가 두 곳 있다."]
