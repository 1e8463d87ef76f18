"""The number of a note follows from the order of its calls and from what the section and the document say."""

from lxml.etree import fromstring

from indexer.readers.office.docx_notes import read_notes

BODY = fromstring(
    '<document><body><p><pPr><sectPr><footnotePr><numRestart val="eachSect"/></footnotePr></sectPr></pPr></p><sectPr>'
    '<footnotePr><numFmt val="chicago"/><numRestart val="eachSect"/></footnotePr></sectPr></body></document>'
)[0]  # fmt: skip


def test_notes_by_their_ids_without_the_lines_between() -> None:
    notes = fromstring('<footnotes><footnote type="separator" id="0"/><footnote id="2"/></footnotes>')
    found = read_notes(notes, None, None, BODY)
    assert (list(found.nodes[0]), list(found.nodes[1])) == (["2"], [])


def test_footnotes_are_figures_and_endnotes_roman_where_nothing_says_another() -> None:
    found = read_notes(None, None, None, fromstring("<body/>"))
    assert [found.next(0), found.next(1), found.next(0), found.next(1)] == ["1", "i", "2", "ii"]


def test_the_document_and_the_section_say_format_start_and_where_to_begin_anew() -> None:
    settings = fromstring('<settings><endnotePr><numFmt val="decimal"/><numStart val="5"/></endnotePr></settings>')
    found = read_notes(None, None, settings, BODY)
    first = [found.next(0), found.next(0), found.next(1)]
    found.section += 1
    assert (first, [found.next(0), found.next(0), found.next(1)]) == (["1", "2", "5"], ["*", "†", "6"])


def test_notes_may_begin_anew_on_each_page() -> None:
    settings = fromstring('<settings><footnotePr><numRestart val="eachPage"/></footnotePr></settings>')
    found = read_notes(None, None, settings, fromstring("<body/>"))
    first = [found.next(0), found.next(0)]
    found.page += 1
    assert (first, found.next(0)) == (["1", "2"], "1")
