"""What does a line of Markdown say, and which notes does it call or hold? All texts are invented."""

from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from indexer.readers.inline import InlineReader, InlineText, places_in


def read(text: str, in_note: bool = False) -> InlineText:
    found: dict[str, Any] = {}
    parser = MarkdownIt("commonmark").use(footnote_plugin, move_to_end=False, always_match_refs=True)
    tokens = parser.parse(text, found)
    written = {n: note["tokens"] for n, note in found.get("footnotes", {}).get("list", {}).items() if "tokens" in note}
    return InlineReader(written, {"1"}).read(tokens[1].children or [], in_note)


def marks(text: str) -> list[tuple[int, str, str, str | None]]:
    return [(mark.offset, mark.printed, mark.label, mark.key) for mark in read(text).marks]


def test_marks_are_taken_out_and_keep_their_places() -> None:
    assert read("배[^1]가 왔다.<sup>2)</sup> 끝").text == "배가 왔다. 끝"
    assert marks("배[^1]가 왔다.<sup>2)</sup> 끝") == [(1, "[^1]", "1", "1"), (6, "2)", "2", None)]


def test_a_note_in_its_place_bears_a_label_that_no_other_does() -> None:
    found = read("배가 왔다.^[글 **하나**.] 끝")
    assert [(note.label, note.text, note.key) for note in found.notes] == [("2", "글 하나.", "written 0")]
    assert found.text == "배가 왔다. 끝" and found.marks[0].key == "written 0"


def test_a_number_that_leads_to_an_address_holds_it_as_its_note() -> None:
    found = read("배가 왔다.[1](https://example.org/a) 끝")
    assert [(note.label, note.text) for note in found.notes] == [("1", "https://example.org/a")]


def test_a_number_within_a_word_holds_no_note() -> None:
    assert read("제[1](https://example.org/a)조").text == "제1조"
    assert read("배가 왔다.[1](https://example.org/a)그리고").text == "배가 왔다.그리고"


def test_a_link_to_a_place_is_a_mark_where_it_looks_like_one() -> None:
    assert marks("배<sup>[1](#a)</sup> 짐[2](#fn2) 길[[3]](#b)") == [
        (1, "1", "1", "#a"),
        (3, "2", "2", "#fn2"),
        (5, "[3]", "3", "#b"),
    ]
    assert read("제[1](#a)장 [개요](#b)").text == "제1장 개요"


def test_raised_figures_that_call_nothing_are_figures() -> None:
    assert read("넓이 10<sup>2</sup>km<sup>th</sup>").text == "넓이 10²kmth"


def test_a_raised_number_at_the_head_of_a_line_begins_a_note() -> None:
    assert read('<sup id="a">1</sup> 글.').text == "¹ 글." and read("<sup>1)</sup> 글.").text == "1) 글."
    assert read('<sup id="a">1</sup> 글.').places == [(0, "a")]


def test_within_a_note_marks_stay_text() -> None:
    assert read("글[^1]과 [2](https://example.org)", in_note=True).text == "글[^1]과 2"


def test_the_ids_of_a_block_of_tags_stand_in_its_lines() -> None:
    assert list(places_in('<p>가</p>\n<p id="b">나</p>')) == [(1, "b")]
