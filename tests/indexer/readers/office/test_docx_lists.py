"""The lists of a Word document, counted as it prints them."""

from lxml.etree import fromstring

from indexer.readers.office.docx_lists import read_lists
from indexer.readers.office.docx_styles import WordStyle, WordStyles


def level(at: int, text: str, format_: str = "decimal", more: str = "") -> str:
    return f'<lvl ilvl="{at}"><start val="1"/><numFmt val="{format_}"/><lvlText val="{text}"/>{more}</lvl>'


ABSTRACT = f'<abstractNum abstractNumId="0">{level(0, "%1.")}{level(1, "%1.%2", "lowerLetter")}</abstractNum>'


def printed(numbering: str, *places: tuple[str, int], styles: WordStyles | None = None) -> list[str]:
    lists = read_lists(fromstring(f"<numbering>{numbering}</numbering>"), styles or WordStyles({}))
    return [lists.next(identity, at) for identity, at in places]


def test_lists_of_one_kind_count_on_and_one_that_says_so_begins_anew() -> None:
    anew = '<lvlOverride ilvl="0"><startOverride val="5"/></lvlOverride>'
    numbering = (
        f'{ABSTRACT}<num numId="1"><abstractNumId val="0"/></num><num numId="2"><abstractNumId val="0"/></num>'
        f'<num numId="3"><abstractNumId val="0"/>{anew}</num>'
    )
    places = [("1", 0), ("1", 1), ("2", 0), ("3", 0), ("3", 0), ("9", 0), ("1", 7)]
    assert printed(numbering, *places) == ["1.", "1.a", "2.", "5.", "6.", "", ""]


def test_bullets_show_the_signs_of_their_fonts() -> None:
    font = '<rPr><rFonts ascii="Symbol"/></rPr>'
    picture = '<lvlPicBulletId val="1"/>'
    bullets = level(0, "&#xF0B7;", "bullet", font) + level(1, "", "bullet", picture) + level(2, "o", "bullet")
    numbering = f'<abstractNum abstractNumId="0">{bullets}</abstractNum><num numId="1"><abstractNumId val="0"/></num>'
    assert printed(numbering, ("1", 0), ("1", 1), ("1", 2)) == ["•", "•", "o"]


def test_a_list_may_be_that_of_a_style_and_a_level_may_be_overridden() -> None:
    numbering = (
        f'{ABSTRACT}<abstractNum abstractNumId="1"><numStyleLink val="s"/></abstractNum>'
        '<num numId="1"><abstractNumId val="0"/></num><num numId="2"><abstractNumId val="1"/></num>'
        f'<num numId="3"><abstractNumId val="0"/><lvlOverride ilvl="0">{level(0, "제%1장")}</lvlOverride></num>'
    )
    styles = WordStyles({"s": WordStyle(list="1")})
    assert printed(numbering, ("2", 0), ("3", 0), styles=styles) == ["1.", "제2장"]


def test_no_numbering_prints_nothing() -> None:
    assert read_lists(None, WordStyles({})).next("1", 0) == ""
