"""An archive is told when its index grows beyond what it is made for, and not before."""

from archive.index.capacity import COMFORTABLE, crowding


def test_a_crowded_index_says_so_and_what_can_be_done() -> None:
    assert (crowding(0), crowding(COMFORTABLE)) == (None, None)
    said = crowding(1_000_000)
    assert said is not None
    assert said.startswith("1,000,000 passages are more than the embedded index is made for (300,000)")
    assert "archives of their own (--home)" in said
