"""Which kind is a file of that nothing reads? By its name."""

from collections import Counter

import pytest

from indexer.readers.unread import KINDS, is_trace, unread_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.JPG", "images"),
        ("a.xlsx", "spreadsheets"),
        ("a.doc", "documents of older programs"),
        ("a.ods", "spreadsheets"),
        ("a.alz", "archives"),
        ("a.eml", "mails, e-books and saved pages"),
        ("Thumbs.db", "traces of open documents and systems"),
        ("~$a.docx", "traces of open documents and systems"),
        ("README", "files of other kinds"),
    ],
)
def test_a_name_says_its_kind(name: str, kind: str) -> None:
    assert unread_kind(name).name == kind


def test_an_ending_is_of_one_kind_and_every_kind_says_the_way_out() -> None:
    assert [last for last, many in Counter(one for kind in KINDS for one in kind.endings).items() if many > 1] == []
    assert all(kind.remedy for kind in KINDS) and is_trace("desktop.ini") and not is_trace("brief.txt")
