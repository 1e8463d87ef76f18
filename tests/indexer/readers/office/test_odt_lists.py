"""Which number an OpenDocument list prints before a paragraph."""

import pytest

from indexer.readers.office import read_odt
from tests.indexer.readers.office.odt_files import bullet, head, list_style, listed, numbered, odt, para, style
from tests.indexer.readers.office.reading import short

TWO = list_style(numbered(1), numbered(2, 'text:display-levels="2"', suffix=""))


def markers(body: str, own: str = "", common: str = "") -> list[str | None]:
    found = read_odt(odt(body, own=own, common=common), "강.odt").elements or ()
    return [element.marker or element.text for element in found]


def test_lists_count_by_their_nesting() -> None:
    inner = listed(para("가"), para("나"), style="")
    assert markers(listed(para("강") + inner, para("길") + inner), TWO) == ["1.", "1.1", "1.2", "2.", "2.1", "2.2"]
    deep = read_odt(odt(listed(listed(para("가"), style="")), own=TWO), "강.odt").elements or ()
    assert [(one.marker, one.level) for one in deep] == [("1.1", 2)]


def test_a_level_without_an_item_counts_as_one() -> None:
    body = listed(listed(para("가"), style=""), para("강"))
    assert markers(body, list_style(numbered(1), numbered(2, suffix=")"))) == ["1)", "2."]
    assert markers(body, list_style(bullet(1, "○"), numbered(2, suffix=")"))) == ["1)", "○"]


def test_a_list_counts_anew_unless_it_goes_on() -> None:
    first, other = listed(para("가"), para("나"), more='xml:id="a"'), listed(para("다"))
    goes_on = listed(para("라"), more='text:continue-numbering="true"')
    named = listed(para("마"), more='text:continue-list="a"')
    missing = listed(para("바"), more='text:continue-list="없음"')
    assert markers(first + other + goes_on + named + missing, TWO) == ["1.", "2.", "1.", "2.", "3.", "1."]
    strange = listed(para("가"), style="M", more='text:continue-numbering="true"')
    assert markers(first + strange, TWO + list_style(numbered(1, suffix=")"), name="M")) == ["1.", "2.", "1)"]


def test_a_list_in_another_may_go_on_from_a_third() -> None:
    inner = listed(para("가"), style="", more='xml:id="b"')
    again = listed(para("나"), style="", more='text:continue-list="b"')
    assert markers(listed(para("강") + inner) + listed(para("물") + again), TWO) == ["1.", "1.1", "1.", "1.2"]


def test_an_item_may_name_a_style_of_its_own() -> None:
    own = TWO + list_style(numbered(1, format_="I"), numbered(2, format_="i"), name="M")
    item = '<text:list-item text:style-override="M">' + para("가") + listed(para("나"), style="") + "</text:list-item>"
    assert markers(listed(item, para("강")), own) == ["I.", "i.", "2."]


def test_levels_may_count_together() -> None:
    levels = list_style(numbered(1), numbered(2, suffix=")")).replace(">", ' text:consecutive-numbering="true">', 1)
    assert markers(listed(para("가") + listed(para("나"), style=""), para("다")), levels) == ["1.", "2)", "3."]


def test_an_item_may_say_its_number_and_only_its_first_paragraph_bears_it() -> None:
    items = (
        '<text:list-item text:start-value="7">' + para("가") + para("이어진다.") + "</text:list-item>",
        "<text:list-header>" + para("머리") + "</text:list-header>",
        para("나"),
    )
    assert markers(listed(*items), TWO) == ["7.", "이어진다.", "머리", "8."]
    assert markers(listed(para("가"), para("나")), list_style(numbered(1, 'text:start-value="4"'))) == ["4.", "5."]


@pytest.mark.parametrize(
    ("level", "marker"),
    [
        (numbered(1, format_="가, 나, 다, ..."), "가."),
        (numbered(1, format_="①, ②, ③, ...", suffix=""), "①"),
        (numbered(1, format_="一, 二, 三, ..."), "一."),
        (numbered(1, format_="I"), "I."),
        (numbered(1, format_="a", suffix=")"), "a)"),
        (numbered(1, 'text:start-value="28"', format_="a"), "ab."),
        (numbered(1, 'text:start-value="28" style:num-letter-sync="true"', format_="A"), "BB."),
        (numbered(1, 'style:num-prefix="제" loext:num-list-format="제%1%조"', suffix="조"), "제1조"),
        (numbered(1, 'style:num-prefix="{"', suffix="}"), "(1)"),
        (numbered(1, format_="무엇"), "1."),
        (bullet(1, "○"), "○"),
        (bullet(1, "\uf0d8", 'style:font-name="Wingdings"'), "➢"),
        (bullet(1, "\uf0b7", "fo:font-family=\"'Symbol'\""), "•"),
        ('<text:list-level-style-image text:level="1"/>', "•"),
        (numbered(1, format_="", suffix=""), "강"),
        (numbered(2), "강"),
    ],
)
def test_a_level_prints_its_number_or_its_sign(level: str, marker: str) -> None:
    assert markers(listed(para("강")), list_style(level)) == [marker]


def test_a_level_without_a_number_leaves_no_dot() -> None:
    inner = listed(para("가"), style="")
    three = 'text:display-levels="3"'
    for more in (three, f'{three} loext:num-list-format="%1%.%2%.%3%."'):
        levels = list_style(numbered(1), numbered(2, format_="", suffix=""), numbered(3, more))
        assert markers(listed(para("강") + listed(inner, style="")), levels) == ["1.", "1.1."]


def test_a_list_without_a_style_takes_that_of_its_paragraphs() -> None:
    own = TWO + style("P", more='style:list-style-name="L"')
    assert markers(listed(para("강", style="P"), style=""), own) == ["1."]
    assert markers(para("강", style="P"), own) == ["강"]  # in no list


def test_a_numbered_paragraph_counts_with_its_list() -> None:
    one = '<text:numbered-paragraph text:list-id="a" text:style-name="L" text:level="{}">{}</text:numbered-paragraph>'
    body = one.format(1, para("가")) + para("사이") + one.format(1, para("나")) + one.format(2, para("다"))
    assert markers(body, TWO) == ["1.", "사이", "2.", "2.1"]


OUTLINE = (
    '<text:outline-style style:name="Outline">'
    '<text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="제" style:num-suffix="장"/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
)


def test_headings_count_by_the_outline_in_a_list_or_in_none() -> None:
    own = style("N", more='style:list-style-name=""') + style("M", more='style:list-style-name="L"')
    body = head("강") + head("물", 2) + head("머리", 1, "N") + head("가", more='text:is-list-header="true"')
    body += listed(head("길"), style="Outline") + head("집", 1, "M") + para("글이 있다.")
    found = read_odt(odt(body, own=own, common=OUTLINE + list_style(numbered(1))), "강.odt")
    assert [text for _, text in short(found)] == ["제1장 강", "1.1 물", "머리", "가", "제2장 길", "집", "글이 있다."]


def test_hostile_numbers_are_bounded() -> None:
    large = '<text:list-item text:start-value="99999999">' + para("강") + "</text:list-item>"
    assert markers(listed(large), TWO) == ["1."]
    assert markers(listed(para("강")), list_style(numbered(1, 'text:display-levels="9999999"'))) == ["1."]
