"""Which link of a web page calls which note? All pages are invented."""

import pytest
from bs4 import BeautifulSoup, Tag

from indexer.markup.notecalls import NoteCall
from indexer.markup.notelinks import find_links, own_addresses
from indexer.markup.tree import walk


def page(body: str) -> Tag:
    return BeautifulSoup(f"<html><body>{body}</body></html>", "lxml")


def calls(body: str) -> list[tuple[str, str, bool]]:
    """Print, label and whether a note was found, for each call in the order of the page."""
    found = find_links(page(body)).calls
    return [(call.printed, call.label, call.key is not None) for call in found.values()]


def notes(body: str) -> dict[str, str]:
    """The text of the node that begins each note, by its label."""
    root = page(body)
    links = find_links(root)
    nodes = {id(node): node for node, opens in walk(root) if opens and isinstance(node, Tag)}
    return {links.labels[key]: nodes[node].get_text() for node, key in links.notes.items()}


def bound(body: str) -> list[str]:
    """The text of the node that each call leads to."""
    root = page(body)
    links = find_links(root)
    nodes = {id(node): node for node, opens in walk(root) if opens and isinstance(node, Tag)}
    texts = {key: nodes[node].get_text() for node, key in links.notes.items()}
    return [texts[call.key] for call in links.calls.values() if call.key is not None]


def backlinks(body: str) -> int:
    return len(find_links(page(body)).backlinks)


NOTE = '<p id="n1">홍보기, 「항로」.</p>'


@pytest.mark.parametrize(
    "mark",
    [
        '<sup><a href="#n1">1</a></sup>',
        '<a href="#n1"><sup>1</sup></a>',
        '<sup><b></b><a href="#n1">[1]</a></sup>',
        '<a href="#n1" class="footnote-ref">1)</a>',
        '<a href="#n1" id="fnref1">(1)</a>',
        '<a href="#n1" name="_ftnref1">[1]</a>',
        '<a href="#n1" role="doc-noteref">*</a>',
        '<a href="#n1" epub:type="noteref">†</a>',
        '<sup><a href="#n1">각주 1</a></sup>',
    ],
)
def test_a_link_set_or_named_as_a_mark_calls_its_note(mark: str) -> None:
    assert bound(f"<p>배가 떠났다.{mark}</p>{NOTE}") == ["홍보기, 「항로」."]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#n1">1</a>',
        '<a href="#n1">둘째 절</a>',
        '<sup><a href="https://example.org/#n1">1</a></sup>',
        '<sup><a href="#n1">아주 긴 글자가 서른을 넘도록 이어지는 윗글자 링크</a></sup>',
        '<sup><a name="n9">1</a></sup>',
    ],
    ids=["a plain number", "words", "another page", "a long text", "an anchor"],
)
def test_another_link_calls_no_note(link: str) -> None:
    assert calls(f"<p>배가 떠났다. {link}</p>{NOTE}") == []


def test_a_mark_whose_note_is_not_on_the_page_is_a_call_without_a_key() -> None:
    links = find_links(page('<p>배가 떠났다.<sup><a href="#n7">7</a></sup></p>'))
    assert (list(links.calls.values()), links.notes) == ([NoteCall("7", "7", None)], {})


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("7", "7"),
        ("7)", "7"),
        ("(7)", "7"),
        ("[ 7 ]", "7"),
        ("주7)", "7"),
        ("각주 7", "7"),
        ("note 7", "7"),
        ("**", "**"),
        ("iv", "iv"),
        ("a", "a"),
        ("12.", "12"),
    ],
)
def test_the_label_in_a_mark(printed: str, label: str) -> None:
    assert calls(f'<p>배가 떠났다.<sup><a href="#n1">{printed}</a></sup></p>{NOTE}') == [(printed, label, True)]


@pytest.mark.parametrize("printed", ["1234", "배", "7세기", "[7-9]", ""])
def test_other_superscript_links_are_no_marks(printed: str) -> None:
    assert calls(f'<p>배가 떠났다.<sup><a href="#n1">{printed}</a></sup></p>{NOTE}') == []


@pytest.mark.parametrize(
    ("back", "count"),
    [
        ('<a href="#r1">↩</a>', 1),
        ('<a href="#r1">↑</a>', 1),
        ('<a href="#r1">본문으로 돌아가기</a>', 1),
        ('<a href="#r1" role="doc-backlink">위</a>', 1),
        ('<sup><a href="#r1">1</a></sup>', 1),
        ('<a href="#r1">1</a>', 1),
        ('<a href="#r1">그 항로</a>', 0),
    ],
    ids=["arrow", "up", "words", "role", "raised number", "plain number", "other words"],
)
def test_a_link_upwards_is_a_way_back(back: str, count: int) -> None:
    body = f'<p>배가 떠났다.<sup><a href="#n1" id="r1">1</a></sup></p><p id="n1">홍보기. {back}</p>'
    assert (backlinks(body), len(calls(body))) == (count, 1)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ('<li id="n1">글 하나.</li>', "글 하나."),
        ('<li><p><a id="n1"></a>글 하나.</p></li>', "글 하나."),
        ('<p><a name="n1">[1]</a> 글 하나.</p>', "[1] 글 하나."),
        ('<p><span><b id="n1">1.</b></span> 글 하나.</p>', "1. 글 하나."),
        ('<p>앞의 주의 글이다. <span id="n1">글 하나.</span></p>', "글 하나."),
    ],
    ids=["a list item", "an anchor in a block", "an anchor with the label", "deep inside", "behind another note"],
)
def test_a_note_begins_at_its_block_or_where_the_block_holds_several(note: str, text: str) -> None:
    assert bound(f'<p>배가 떠났다.<sup><a href="#n1">1</a></sup></p>{note}') == [text]


def test_a_note_called_twice_is_one_note() -> None:
    body = f'<p>배<sup><a href="#n1">1</a></sup>와 짐<sup><a href="#n1">1</a></sup></p>{NOTE}'
    assert (bound(body), notes(body)) == (["홍보기, 「항로」."] * 2, {"1": "홍보기, 「항로」."})


def test_a_link_to_the_block_it_stands_in_binds_nothing() -> None:
    assert notes('<div id="n1"><p>배가 떠났다.<sup><a href="#n1">1</a></sup></p></div>') == {}


@pytest.mark.parametrize(
    "mark",
    ['<sup><span><a href="#b1">1</a></span></sup>', '<sup>&#8203;<i><b><span><a href="#b1">1</a></span></b></i></sup>'],
)
def test_a_link_deep_in_a_superscript_calls_its_own_note_and_not_the_first_of_that_number(mark: str) -> None:
    first = '<p>배가 떠났다.</p><ol class="footnotes"><li>첫 절의 주</li></ol>'
    second = f'<p>배가 왔다.{mark}</p><p id="b1">둘째 절의 주</p>'
    assert bound(first + second) == ["둘째 절의 주"]


def test_a_superscript_deep_in_a_link_says_that_it_calls_a_note() -> None:
    assert bound('<p>배가 떠났다.<a href="#b1"><span><i><sup>1</sup></i></span></a></p><p id="b1">주</p>') == ["주"]


@pytest.mark.parametrize(("printed", "place"), [("[A]", "x"), ("[내용주 1]", "cite_note-1"), ("[출처]", "fn-출처")])
def test_a_mark_in_brackets_calls_the_note_that_leads_back_to_it(printed: str, place: str) -> None:
    call, note = (
        f'<p>배가 떠났다.<a href="#{place}" id="y">{printed}</a></p>',
        f'<p id="{place}"><a href="#{{}}">↑</a> 글.</p>',
    )
    assert len(calls(call + note.format("y"))) == 1


def test_words_in_brackets_that_lead_to_a_section_and_back_call_no_note() -> None:
    section = '<div id="s2"><h2>둘째 절</h2><p>글이다.</p><a href="#g2">↑</a></div>'
    assert calls(f'<p>배가 떠났다. <a href="#s2" id="g2">[둘째 절]</a></p>{section}') == []


def test_the_brackets_around_a_mark_are_taken_out_with_it() -> None:
    links = find_links(page(f'<p>배가 떠났다.<sup>[<a href="#n1">1</a>]</sup></p>{NOTE}'))
    assert (len(links.silent), len(links.calls)) == (2, 1)


def test_a_page_knows_links_to_itself_by_its_own_address() -> None:
    head = '<head><link rel="canonical" href="https://example.org/7/"></head>'
    assert own_addresses(BeautifulSoup(f"<html>{head}</html>", "lxml")) == {"https://example.org/7"}
