"""What the styles of an OpenDocument text say of its paragraphs and letters."""

import pytest
from lxml import etree

from indexer.markup import ElementRole
from indexer.readers.office import read_odt
from indexer.readers.office.odt_styles import OdtLook, read_styles, shown_name
from indexer.readers.office.xml import Node
from tests.indexer.readers.office.odt_files import SPACES, odt, para, span, style
from tests.indexer.readers.office.reading import short


def parent(*styles: str) -> Node:
    return etree.fromstring(f"<office:styles {SPACES}>{''.join(styles)}</office:styles>")


BASIC = (
    '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="10pt" '
    'style:font-size-asian="11pt"/></style:default-style>'
)


def test_a_style_is_whole_with_those_that_it_builds_on() -> None:
    common = parent(
        BASIC,
        style("Heading", 'fo:font-size="14pt" style:font-size-asian="15pt" style:font-weight-asian="bold"'),
        style("Heading_20_2", 'style:font-size-asian="120%"', parent="Heading", more='style:default-outline-level="2"'),
    )
    own = parent(style("P1", 'fo:font-weight="bold"', parent="Heading_20_2"))
    found = read_styles(common, None, own).paragraph("P1")
    assert (found.level, found.look) == (2, OdtLook(sizes=(14.0, 18.0), bold=(True, True)))
    assert (found.look.of("강 River"), found.look.of("River")) == ((18.0, True), (14.0, True))
    assert read_styles(common).paragraph("").look.sizes == (10.0, 11.0)


def test_styles_in_a_circle_end() -> None:
    circle = read_styles(parent(style("a", parent="b"), style("b", 'fo:font-size="9pt"', parent="a")))
    assert circle.paragraph("a").look.sizes[0] == 9.0


@pytest.mark.parametrize(
    ("name", "more", "role", "level"),
    [
        ("Title", "", ElementRole.TITLE, None),
        ("제목", "", ElementRole.TITLE, None),
        ("Caption", "", ElementRole.CAPTION, None),
        ("Heading_20_3", "", None, 3),
        ("a", 'style:display-name="heading 4"', None, 4),
        ("개요_20_1", "", None, 1),
        ("Heading_20_3", 'style:default-outline-level=""', None, None),
        ("Heading_20_3", 'style:default-outline-level="99"', None, None),
        ("Heading_20_11", "", None, None),
        ("Table_20_Heading", "", None, None),
    ],
)
def test_a_name_that_people_see_says_the_role(
    name: str, more: str, role: ElementRole | None, level: int | None
) -> None:
    found = read_styles(parent(style(name, more=more), style("P", parent=name))).paragraph("P")
    assert (found.role, found.level) == (role, level)


@pytest.mark.parametrize("name", ["Contents_20_1", "toc 2", "Figure_20_Index_20_1", "목차 1", "table of figures"])
def test_lines_of_contents_are_known_by_their_style(name: str) -> None:
    assert read_styles(parent(style(name))).paragraph(name).contents
    assert not read_styles(parent(style("Contents_20_Heading"))).paragraph("Contents_20_Heading").contents


def test_a_name_is_shown_without_its_escapes() -> None:
    assert shown_name(parent(style("제목_20__28_새_29_"))[0]) == "제목 (새)"


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        ('style:text-position="super 58%"', "10²"),
        ('style:text-position="33% 58%"', "10²"),
        ('style:text-position="sub 58%"', "10₂"),
        ('style:text-position="-33% 58%"', "10₂"),
        ('style:text-position="0% 100%"', "102"),
        ('style:text-position="" fo:font-size="huge" fo:font-weight="x"', "102"),
        ('text:display="none"', "10"),
    ],
)
def test_letters_are_raised_lowered_and_hidden(letters: str, text: str) -> None:
    data = odt(para("10", span("2", "T")), own=style("T", letters, of="text"))
    assert short(read_odt(data, "강.odt")) == [("paragraph", text)]


def test_a_span_in_a_raised_span_stays_raised_and_a_hidden_paragraph_is_none() -> None:
    own = style("T", 'style:text-position="super 58%"', of="text") + style("B", 'fo:font-weight="bold"', of="text")
    own += style("P", 'text:display="none"')
    data = odt(para("10", span(span("2", "B"), "T")) + para("숨은 글.", style="P"), own=own)
    assert short(read_odt(data, "강.odt")) == [("paragraph", "10²")]
