"""What stands in an OpenDocument text, and what is no text of it."""

import pytest

from indexer.readers.office import read_odt
from tests.indexer.readers.office.odt_files import cell, head, note, odt, para, row, span, style, table
from tests.indexer.readers.office.reading import bindings, short

RAISED = style("S", 'style:text-position="super 58%"', of="text")


def shown(body: str, own: str = "") -> list[tuple[str, str]]:
    return short(read_odt(odt(body, own=own), "강.odt"))


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("강<text:change/>이 <text:change-start/>흐른다.<text:change-end/>", "강이 흐른다."),
        ('<text:a xlink:href="x">강의 <text:span>길</text:span></text:a>', "강의 길"),
        ("강<office:annotation><dc:creator>누가</dc:creator><text:p>메모</text:p></office:annotation>물"
            "<office:annotation-end/>", "강물"),
        ("강<text:s text:c=\"9999\"/>의<text:tab/>길<text:line-break/>물", "강 의 길\n물"),
        ("강의\n      <text:span>길</text:span>", "강의 길"),
        ("<text:ruby><text:ruby-base>江</text:ruby-base><text:ruby-text>강</text:ruby-text></text:ruby>", "江"),
        ("강<text:soft-page-break/>물<text:bookmark text:name=\"a\"/>", "강물"),
        ('<text:sequence text:name="Table">3</text:sequence>번 <text:page-ref>12</text:page-ref>쪽', "3번 12쪽"),
        ('강<text:variable-set text:display="none">7</text:variable-set>', "강"),
        ('강<text:hidden-text text:is-hidden="true">숨은</text:hidden-text>'
            '<text:hidden-text text:is-hidden="false">보인</text:hidden-text>', "강보인"),
        ("<text:title>강의 기록</text:title>과 <text:description>설명</text:description>", "강의 기록과 설명"),
        ("<text:meta><text:meta-field>강</text:meta-field></text:meta>", "강"),
        ("<text:drop-down><text:label text:value=\"a\"/>고른 것</text:drop-down>", "고른 것"),
    ],
    ids=["change", "link", "comment", "spaces", "layout", "ruby", "page", "field", "unseen", "hidden", "about", "meta",
        "choice"],
)  # fmt: skip
def test_a_paragraph_is_read_as_it_is_printed(inner: str, text: str) -> None:
    assert shown(para(inner)) == [("paragraph", text)]


def test_deleted_text_lies_apart_and_is_no_text() -> None:
    gone = f"<text:deletion>{para('지운 글.', note('지운 각주.'))}</text:deletion>"
    gone = f"<text:changed-region>{gone}</text:changed-region>"
    body = f"<text:tracked-changes>{gone}</text:tracked-changes><text:sequence-decls/><office:forms/>" + para("강.")
    assert shown(body) == [("paragraph", "강.")]


def test_sections_are_read_unless_they_are_hidden() -> None:
    ways = ('text:display="none"', 'text:display="condition" text:is-hidden="true"', 'text:display="true"', "")
    body = "".join(f"<text:section {how}>{para(f'{at}째 글.')}</text:section>" for at, how in enumerate(ways))
    assert [text for _, text in shown(body)] == ["2째 글.", "3째 글."]
    hidden = para('숨은 문단.<text:hidden-paragraph text:is-hidden="true"/>')
    assert [text for _, text in shown(hidden + para("강."))] == ["강."]


def test_headings_are_those_of_the_outline() -> None:
    own = style("P", parent="Heading_20_2") + style("Heading_20_2", more='style:default-outline-level="2"')
    own += style("Q", parent="Heading_20_2", more='style:default-outline-level=""')
    body = (
        head("강")
        + para("물", style="P")
        + para("(3-1)", style="P")
        + para("길", style="Q")
        + head("집", 0)
        + "<text:h>다리</text:h>"
    )
    found = read_odt(odt(body, own=own), "강.odt").elements or ()
    assert [(one.role.value, one.level, one.text) for one in found] == [
        ("heading", 1, "강"), ("heading", 2, "물"), ("paragraph", None, "(3-1)"), ("paragraph", None, "길"),
        ("paragraph", None, "집"), ("heading", 1, "다리"),
    ]  # fmt: skip


def test_contents_are_kept_as_running_heads_are() -> None:
    line = para("강<text:tab/>3", style="Contents_20_1")
    title = f"<text:index-title>{para('차례')}</text:index-title>"
    body = f"<text:index-body>{title}{para('1. 강 3')}</text:index-body>"
    body = f"<text:table-of-content><text:table-of-content-source/>{body}</text:table-of-content>"
    found = read_odt(odt(body + line + head("강") + head("길")), "강.odt").elements or ()
    assert [(one.role.value, one.text, one.marker) for one in found] == [
        ("page-head", "차례", None), ("page-head", "1. 강 3", None), ("page-head", "강 3", None),
        ("heading", "강", None), ("heading", "길", None),
    ]  # fmt: skip


def test_marks_lead_to_the_notes_that_stand_in_them() -> None:
    body = para(
        "강이", note("첫 각주."), " 흐르고", note("미주.", "i", "endnote"), " 다리가", note("둘째 각주.", "2"), " 선다."
    )
    text = "강이 흐르고 다리가 선다."
    assert bindings(read_odt(odt(body), "강.odt")) == [
        (text, 2, "1", "첫 각주."), (text, 6, "i", "미주."), (text, 10, "2", "둘째 각주."),
    ]  # fmt: skip


def test_notes_of_one_number_or_one_id_are_notes_of_their_own() -> None:
    body = para("강", note("첫 각주.", "1", identity="a")) + para("물", note("둘째 각주.", "1", identity="a"))
    body += para("길", note("미주.", "1", "endnote", "a"))
    assert [found for _, _, _, found in bindings(read_odt(odt(body), "강.odt"))] == ["첫 각주.", "둘째 각주.", "미주."]


def test_a_mark_of_its_own_is_taken_as_it_is_and_one_that_is_empty_is_counted() -> None:
    own = '<text:note text:note-class="footnote"><text:note-citation text:label="*">*</text:note-citation>'
    own += f"<text:note-body>{para('한 각주.')}</text:note-body></text:note>"
    bare = f'<text:note text:note-class="footnote"><text:note-body>{para("둘째.")}</text:note-body></text:note>'
    none = '<text:note text:note-class="footnote"><text:note-citation>3</text:note-citation></text:note>'
    assert bindings(read_odt(odt(para("강", note("첫 각주.", "0"))), "강.odt")) == [("강", 1, "1", "첫 각주.")]
    assert bindings(read_odt(odt(para("강", own, "물", bare, "길", none)), "강.odt")) == [
        ("강물길", 1, "*", "한 각주."), ("강물길", 2, "2", "둘째."), ("강물길", 3, "3", None),
    ]  # fmt: skip


def test_a_raised_bracket_beside_a_mark_is_part_of_it() -> None:
    body = para("강", note(para("<text:s/>) 첫 각주.")), span(")", "S"), "이 흐른다.")
    assert bindings(read_odt(odt(body, own=RAISED), "강.odt")) == [("강이 흐른다.", 1, "1)", "첫 각주.")]


def test_a_raised_reference_to_the_number_of_a_note_calls_it_again() -> None:
    again = '<text:note-ref text:note-class="footnote" text:reference-format="{}" text:ref-name="{}">1</text:note-ref>'
    first = para("강", note("첫 각주.", identity="n1"))
    called = read_odt(odt(first + para("물", span(again.format("text", "n1"), "S")), own=RAISED), "강.odt")
    assert bindings(called) == [("강", 1, "1", "첫 각주."), ("물", 1, "1", "첫 각주.")]
    small = style("S", 'fo:font-size="50%" style:font-size-asian="50%"', of="text")
    called = read_odt(odt(first + para("물", span(again.format("text", "n1"), "S")), own=small), "강.odt")
    assert bindings(called)[1:] == [("물", 1, "1", "첫 각주.")]
    for inner in (
        again.format("text", "n1"),
        span(again.format("page", "n1"), "S"),
        span(again.format("text", "x"), "S"),
    ):
        found = read_odt(odt(first + para("물 ", inner), own=RAISED), "강.odt")
        assert len(bindings(found)) == 1 and (found.elements or ())[1].text in ("물 1", "물 ¹")
    twice = (
        first + para("길", note("둘째 각주.", "2", identity="n1")) + para("물", span(again.format("text", "n1"), "S"))
    )
    assert len(bindings(read_odt(odt(twice, own=RAISED), "강.odt"))) == 2  # nobody can say which


def test_a_mark_in_a_cell_and_a_table_in_a_note() -> None:
    held = table(
        row("강", cell(para("1", note(para("표의 각주.") + table(row("가", "나"), row("다", "라")))))), row("길", "2")
    )
    assert bindings(read_odt(odt(held), "강.odt")) == [("1", 1, "1", "표의 각주.\n가 나\n다 라")]
