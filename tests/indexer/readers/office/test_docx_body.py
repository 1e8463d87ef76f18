"""What stands in the text of a Word document, and what is no text of it."""

import pytest

from indexer.readers.office import read_docx
from tests.indexer.readers.office.reading import bindings, short
from tests.indexer.readers.office.word_files import call, docx, note, para, run

DELETED = "<w:del><w:r><w:delText>멈춘다</w:delText></w:r></w:del>"
RAISED = run("2", '<w:vertAlign w:val="superscript"/>')


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<w:r><w:t>강이 </w:t></w:r>{DELETED}<w:ins>{run('흐른다.')}</w:ins>", "강이 흐른다."),
        (f"<w:moveFrom>{run('옛 자리')}</w:moveFrom><w:moveTo>{run('새 자리')}</w:moveTo>", "새 자리"),
        (f'<w:hyperlink r:id="x">{run("강의 길")}</w:hyperlink>', "강의 길"),
        (f"<w:sdt><w:sdtContent>{run('강')}</w:sdtContent></w:sdt><w:smartTag>{run('물')}</w:smartTag>", "강물"),
        (f"{run('강')}<w:commentRangeStart/><w:r><w:commentReference/></w:r>{run('물')}", "강물"),
        (f"{run('강')}{run('안 보인다', '<w:vanish/>')}{run('물')}", "강물"),
        ("<w:r><w:t>강</w:t><w:tab/><w:t>길</w:t><w:noBreakHyphen/><w:t>끝</w:t><w:br/><w:t>물</w:t></w:r>",
            "강 길-끝\n물"),
        ('<w:r><w:t>강 </w:t><w:sym w:font="Wingdings" w:char="F0E0"/><w:t> 물</w:t><w:sym w:char="xyz"/></w:r>',
            "강 → 물"),
        (f"{run('넓이 10km')}{RAISED}{run('이다')}", "넓이 10km²이다"),
        (f"<w:r><w:ruby><w:rt>{run('강')}</w:rt><w:rubyBase>{run('江')}</w:rubyBase></w:ruby></w:r>", "江"),
    ],
    ids=["change", "move", "link", "holders", "comment", "hidden", "signs", "symbol", "raised", "gloss"],
)  # fmt: skip
def test_runs_are_read_as_they_are_printed(inner: str, text: str) -> None:
    assert short(read_docx(docx(para(inner)), "강.docx")) == [("paragraph", text)]


def test_a_field_is_its_result_whatever_its_code() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = f"{mark('begin')}<w:r><w:instrText>REF</w:instrText></w:r>{mark('begin')}{run('코드')}{mark('separate')}"
    inner += f"{run('안쪽')}{mark('end')}{mark('separate')}{run('강')}{mark('end')}{run('물')}"
    assert short(read_docx(docx(para(inner)), "강.docx")) == [("paragraph", "강물")]


def test_a_deleted_end_and_a_large_first_letter_go_on_in_the_next_paragraph() -> None:
    gone = para("강이 ", properties="<w:rPr><w:del/></w:rPr>")
    assert short(read_docx(docx(gone + para("흐른다.")), "강.docx")) == [("paragraph", "강이 흐른다.")]
    large = para("강", properties='<w:framePr w:dropCap="drop"/>')
    assert short(read_docx(docx(large + para("이 흐른다.")), "강.docx")) == [("paragraph", "강이 흐른다.")]
    assert short(read_docx(docx(gone), "강.docx")) == [("paragraph", "강이")]


def test_marks_lead_to_the_notes_of_their_ids() -> None:
    body = para("강이", call("footnote", 7), " 흐르고", call("endnote", 2), " 다리가", call("footnote", 3), " 선다.")
    footnotes = note("footnote", 3, "둘째 각주.") + note("footnote", 7, "첫 각주.")
    found = read_docx(docx(body, footnotes=footnotes, endnotes=note("endnote", 2, "미주.")), "강.docx")
    text = "강이 흐르고 다리가 선다."
    assert bindings(found) == [(text, 2, "1", "첫 각주."), (text, 6, "i", "미주."), (text, 10, "2", "둘째 각주.")]


def test_a_mark_of_its_own_is_taken_as_printed_and_is_not_counted() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    notes = f'<w:footnote w:id="1">{para("* 한 각주.")}</w:footnote>' + note("footnote", 2, "첫 각주.")
    found = read_docx(docx(para("강", own, "물", call("footnote", 2)), footnotes=notes), "강.docx")
    assert bindings(found) == [("강물", 1, "*", "* 한 각주."), ("강물", 2, "1", "첫 각주.")]


def test_a_mark_without_a_note_is_open_and_a_note_that_calls_itself_ends() -> None:
    circle = f'<w:footnote w:id="2">{para("각주.", call("footnote", 2))}</w:footnote>'
    found = read_docx(docx(para("강", call("footnote", 1), "물", call("footnote", 2)), footnotes=circle), "강.docx")
    assert [(printed, text) for _, _, printed, text in bindings(found)] == [("1", None), ("2", "각주.3")]


def test_marks_of_a_paragraph_without_words_are_kept() -> None:
    alone = docx(para(call("footnote", 1)), footnotes=note("footnote", 1, "각주."))
    assert bindings(read_docx(alone, "강.docx")) == [("", 0, "1", "각주.")]
    before = docx(para(call("footnote", 1)) + para("강"), footnotes=note("footnote", 1, "각주."))
    assert bindings(read_docx(before, "강.docx")) == [("강", 0, "1", "각주.")]
    behind = docx(para("강") + para(call("footnote", 1)), footnotes=note("footnote", 1, "각주."))
    assert bindings(read_docx(behind, "강.docx")) == [("강", 1, "1", "각주.")]


def test_equations_and_pictures_are_counted_and_boxes_stand_in_their_places() -> None:
    held = f"<w:txbxContent>{para('상자.')}</w:txbxContent>"
    choice = f"<mc:Choice><w:drawing><wps:txbx>{held}</wps:txbx></w:drawing></mc:Choice>"
    other = f"<mc:Fallback><w:pict>{held}</w:pict></mc:Fallback>"
    box = f"<w:r><mc:AlternateContent>{choice}{other}</mc:AlternateContent></w:r>"
    body = para("강", box, "<m:oMath/>", "<w:r><w:drawing><pic:pic/></w:drawing></w:r>") + "<m:oMathPara/>" + para("길")
    found = read_docx(docx(body), "강.docx")
    assert [text for _, text in short(found)] == ["강", "상자.", "길"]
    assert [(one.code, one.values) for one in found.problems] == [
        ("equations-left-out", ("2",)), ("pictures-left-out", ("1",)),
    ]  # fmt: skip
