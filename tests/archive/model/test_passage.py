"""What has an address: a title, blocks in their order, the rows of tables, then the notes."""

from archive.model.passage import Passage, PassageKind, drafts
from tests.archive.paper import PAPER


def test_units_stand_in_order_under_their_title_and_heading() -> None:
    units = drafts(PAPER)
    assert [unit.kind.value for unit in units] == [
        "title", "heading", "paragraph", "item", "caption", "row", "row", "source", "note", "note",
    ]  # fmt: skip
    assert [unit.context for unit in units[:6]] == [(), (0,), (0, 1), (0, 1), (0, 1), (0, 4)]
    assert [unit.findable for unit in units[:3]] == [False, False, True]
    assert (units[5].block, units[5].row, units[8].note, units[8].context) == (5, 0, 0, (0, 1))


def test_an_address_names_the_revision_from_which_the_words_stand() -> None:
    passage = Passage(1, "93xc", "7k4m2", 0, PassageKind.PARAGRAPH, "나루터", since=2)
    assert str(passage.address).endswith("@2") and passage.address.passage == "93xc"
