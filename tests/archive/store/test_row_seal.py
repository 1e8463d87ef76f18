"""A row's seal tells any value that is another."""

import pytest

from archive.store.row_seal import row_seal

ROW = {"id": "93xch", "revision": 2, "text": "나루터", "value": {"b": [1], "a": None}, "data": b"\0\xff", "note": None}


def test_the_order_of_columns_and_keys_and_what_is_null_or_missing_are_nothing() -> None:
    again = {"value": {"a": None, "b": [1]}, "data": b"\0\xff", "text": "나루터", "revision": 2, "id": "93xch"}
    assert row_seal(ROW) == row_seal({**again, "seal": 7})
    assert -(2**63) <= row_seal(ROW) < 2**63
    assert row_seal({"text": "a\0b"}) == row_seal({"text": "a\ufffdb"})  # as a database holds it


@pytest.mark.parametrize("other", [
    {"text": "나루퉈"}, {"revision": 3}, {"value": {"b": [2], "a": None}}, {"data": b"\0\xfe"}, {"note": 0}, {"id": ""},
], ids=str)  # fmt: skip
def test_any_other_value_is_another_seal(other: dict[str, object]) -> None:
    assert row_seal({**ROW, **other}) != row_seal(ROW)
