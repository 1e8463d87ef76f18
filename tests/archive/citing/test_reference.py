"""What a reference holds beside the work."""

from archive.citing import outlets
from archive.citing.reference import format_remark, refer, refer_by_way_of
from tests.archive.citing_world import BARE, DATA, NEWS, NOTE, reference, source


def test_the_status_and_the_first_publication_of_a_document_are_remarks() -> None:
    assert reference().remarks == (("status", "op-ed"), ("original", "보기일보, 3월 1일"))
    assert source(NEWS).remarks == reference().remarks
    assert refer("a", BARE).remarks == ()


def test_a_remark_is_said_in_both_languages() -> None:
    assert format_remark("status", "op-ed", "ko") == "성격: op-ed"
    assert format_remark("original", "보기일보", "en") == "First published: 보기일보"


def test_sources_of_one_note_have_names_of_their_own() -> None:
    via = reference(DATA, NOTE)
    assert refer_by_way_of(via, NEWS, outlets.builtin()).key == "7k4m2-93xch-0"
