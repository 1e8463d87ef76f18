"""Nodes and attributes go by their own names, in whatever name space they were written."""

from lxml.etree import fromstring

from indexer.readers.office.xml import attribute, child, children, number, tag

NODE = fromstring(
    '<a:x xmlns:a="u:1" xmlns:b="u:2" b:id="7" size="-3" long="123456789012345"><b:y/><a:y>강</a:y></a:x>'
)


def test_names_and_attributes_without_their_name_spaces() -> None:
    assert (tag(NODE), attribute(NODE, "id"), attribute(NODE, "none", "?"), attribute(None, "id")) == (
        "x",
        "7",
        "?",
        "",
    )
    assert (number(NODE, "id"), number(NODE, "size"), number(NODE, "long", 1), number(None, "id", 4)) == (7, -3, 1, 4)


def test_children_by_their_names() -> None:
    assert len(list(children(NODE, "y"))) == 2
    assert child(NODE, "y") is not None
    assert (child(NODE, "y", "z"), child(None, "y"), list(children(None, "y"))) == (None, None, [])
