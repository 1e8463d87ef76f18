"""What stands in a section of HWPX: what only its XML has, beside what it shares with HWP (test_hangul)."""

from lxml.etree import fromstring

from indexer.readers.office.flow import (
    FlowTable,
    LeftOutCount,
    LeftOutKind,
    NoteAtMark,
    Paragraph,
    Part,
    TextBox,
    Words,
)
from indexer.readers.office.hangul import HangulLook, HangulParagraphs
from indexer.readers.office.hwpx_section import HwpxSections


def parts(inner: str) -> tuple[Part, ...]:
    """The parts of a paragraph of one run."""
    reader = HwpxSections(HangulParagraphs(HangulLook({}, {}, {}, {}, {})))
    return reader.read(fromstring(f"<sec><p><run>{inner}</run></p></sec>"))[0].parts


def words(inner: str) -> str:
    return "".join(part.text for part in parts(inner) if isinstance(part, Words))


def test_tracked_changes_are_read_as_accepted() -> None:
    changed = '강<deleteBegin Id="1"/>이 <tab/>멈추고<deleteEnd Id="1"/><insertBegin/>이 흐르고<insertEnd/> 있다.'
    assert words(f"<t>{changed}</t>") == "강이 흐르고 있다."
    assert words("<t>강<deleteBegin/></t><tbl/><ctrl><footNote/></ctrl><t>이<deleteEnd/>물</t>") == "강물"


def test_spaces_marks_and_letters_set_over_one_another() -> None:
    assert words("<t>강<nbSpace/>과<fwSpace/>길<markpenBegin/>의<markpenEnd/> <hyphen/>끝</t>") == "강\u00a0과 길의 끝"
    assert words('<compose composeText="인"/><dutmal><mainText>江</mainText><subText>강</subText></dutmal>') == "인江"

    shapes = "".join(f'<compose circleType="{shape}" composeText="3"/>' for shape in ("SHAPE_RECTANGLE", "CHAR"))
    assert words(shapes) == "③3"


def test_the_text_of_groups_shapes_and_art() -> None:
    box = "<{0}><drawText><subList><p><run><t>{1}</t></run></p></subList></drawText></{0}>"
    assert parts(f"<container>{box.format('rect', '강')}{box.format('ellipse', '길')}<pic/></container>") == (
        TextBox((Paragraph((Words("강"),), size=10.0),)),
        TextBox((Paragraph((Words("길"),), size=10.0),)),
        LeftOutCount(LeftOutKind.PICTURE),
    )  # fmt: skip
    assert parts('<textart text="강의 길"/>') == (TextBox((Paragraph((Words("강의 길"),)),)),)


def test_what_a_program_reads_that_knows_no_extension() -> None:
    both = "<switch><case><chart/></case><default><t>강</t></default></switch>"
    assert words(both) == "강"
    assert parts("<switch><case><chart/></case></switch>") == (LeftOutCount(LeftOutKind.PICTURE),)


def test_a_field_is_its_result_and_no_memo() -> None:
    memo = "<subList><p><run><t>고칠 것</t></run></p></subList>"
    assert words(f'<ctrl><fieldBegin type="MEMO">{memo}</fieldBegin></ctrl><t>강</t><ctrl><fieldEnd/></ctrl>') == "강"


def test_tables_beside_paragraphs_and_cells_without_a_list_as_other_programs_write_them() -> None:
    table = "<tbl><tr><tc><p><run><t>강</t></run></p></tc><tc><p><run><t>길</t></run></p></tc></tr></tbl>"
    reader = HwpxSections(HangulParagraphs(HangulLook({}, {}, {}, {}, {})))
    (found,) = reader.read(fromstring(f"<sec>{table}</sec>"))
    (of,) = found.parts
    assert isinstance(of, FlowTable)
    assert [cell.paragraphs[0].parts for cell in of.cells] == [(Words("강"),), (Words("길"),)]


def test_numbers_of_pages_are_no_text_and_a_note_takes_the_format_of_its_section() -> None:
    settings = '<secPr><endNotePr><autoNumFormat type="ROMAN_SMALL" prefixChar="(" suffixChar=")"/></endNotePr></secPr>'
    found = parts(
        f'{settings}<ctrl><autoNum num="7" numType="PAGE"/></ctrl>'
        '<ctrl><newNum num="4" numType="ENDNOTE"/></ctrl><ctrl><endNote/></ctrl><ctrl><footNote number="2"/></ctrl>'
    )
    assert found == (NoteAtMark("iv", "(iv)", (), endnote=True), NoteAtMark("2", "2)", ()))


def test_a_section_may_begin_its_notes_anew() -> None:
    anew = '<secPr><footNotePr><numbering type="ON_SECTION"/></footNotePr></secPr>'
    section = fromstring(f"<sec><p><run>{anew}<ctrl><footNote/></ctrl></run></p></sec>")
    reader = HwpxSections(HangulParagraphs(HangulLook({}, {}, {}, {}, {})))
    called = [
        part for _ in range(2) for one in reader.read(section) for part in one.parts if isinstance(part, NoteAtMark)
    ]
    assert [call.printed for call in called] == ["1)", "1)"]
