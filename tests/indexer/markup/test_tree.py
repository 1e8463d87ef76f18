"""How is the tree of a page walked, and what does a node show? All pages are invented."""

import pytest
from bs4 import BeautifulSoup, Tag

from indexer.markup.tree import (
    above,
    attribute,
    block_of,
    holds,
    script,
    script_text,
    short_text,
    text_before,
    text_just_before,
    walk,
)


def page(body: str) -> Tag:
    return BeautifulSoup(f"<html><body>{body}</body></html>", "lxml")


def test_walk_opens_every_node_and_closes_every_tag_but_the_root() -> None:
    root = page("<p>배<b>가</b></p>").p
    assert root is not None
    assert [(getattr(node, "name", None) or str(node), opens) for node, opens in walk(root)] == [
        ("배", True),
        ("b", True),
        ("가", True),
        ("b", False),
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p> 배가\n <b>떠남</b> </p>", "배가 떠남"),
        (f"<p>{'배' * 24}</p>", "배" * 24),
        (f"<p>{'배' * 25}</p>", None),
        ("<p>" + "<b></b>" * 9 + "</p>", None),
    ],
)
def test_short_looks_at_a_bounded_number_of_nodes(html: str, text: str | None) -> None:
    root = page(html).p
    assert root is not None and short_text(root) == text


@pytest.mark.parametrize(
    ("html", "figures"),
    [
        ("<sup>2</sup>", "²"),
        ("<sub> 2 </sub>", "₂"),
        ("<sup>th</sup>", ""),
        ("<sup><b>2</b></sup>", ""),
        ("<b>2</b>", ""),
    ],
)
def test_what_a_superscript_that_calls_no_note_adds_to_the_text(html: str, figures: str) -> None:
    (tag,) = page(html).body.contents
    assert script_text(tag.contents[0] if tag.name == "p" else tag) == figures


def test_an_attribute_of_several_values_is_one_string() -> None:
    tag = page('<p class="a b" id="c"></p>').p
    assert tag is not None
    assert (attribute(tag, "class"), attribute(tag, "id"), attribute(tag, "role")) == ("a b", "c", "")


def test_a_node_is_raised_by_its_name_or_by_its_style() -> None:
    root = page(
        '<p><sup>1</sup><span style="vertical-align: super">2</span><span style="color: red">3</span><sub>4</sub></p>'
    )
    assert root.p is not None
    assert [script(tag) for tag in root.p.contents if isinstance(tag, Tag)] == ["sup", "sup", "", "sub"]


def test_what_is_above_a_node_ends_at_its_block() -> None:
    root = page("<div><p>배가 <b><i>떠났다</i></b></p></div>")
    assert root.i is not None and root.p is not None
    assert [tag.name for tag in above(root.i)] == ["i", "b", "p"] and block_of(root.i) is root.p
    assert holds(root.p, "i") and not holds(root.p, "u")


def test_the_words_before_a_node_are_those_of_its_line() -> None:
    root = page("<p>배가 떠났다.<b>1</b><br><i>2</i> 짐</p>")
    assert root.b is not None and root.i is not None and root.p is not None
    assert (text_just_before(root.b), text_just_before(root.i)) == ("배가 떠났다.", None)
    assert (text_before(root.b, root.p), text_before(root.p, root.p)) == (True, True)
