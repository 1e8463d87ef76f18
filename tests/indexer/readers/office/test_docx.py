"""A Word document is read by the relations of its parts."""

import pytest

from archive.errors import SourceError
from indexer.readers.office import read_docx
from indexer.readers.office.docx import is_word
from indexer.readers.office.package import Package
from tests.indexer.readers.office.hangul_files import zipped
from tests.indexer.readers.office.reading import short
from tests.indexer.readers.office.word_files import KIND, SPACES, docx, para, run

STYLES = (
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="ganada"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlText w:val="1.%2"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_styles_lists_heads_and_feet() -> None:
    body = (
        para("강의 길", style="t") + para("배경", style="1") + para("지형", style="2") + para("강이 흐른다.")
        + para("하나", properties=LISTED) + para("둘", properties=LISTED) + para("결론", style="1")
    )  # fmt: skip
    found = read_docx(
        docx(body, styles=STYLES, numbering=NUMBERING, header=para("연구 보고 7호"), footer=para("- 3 -")), "강.docx"
    )
    assert short(found) == [
        ("page-head", "연구 보고 7호"), ("title", "강의 길"), ("heading", "배경"), ("heading", "1.1 지형"),
        ("paragraph", "강이 흐른다."), ("item", "가. 하나"), ("item", "나. 둘"), ("heading", "결론"),
    ]  # fmt: skip
    assert [one.level for one in found.elements or () if one.role.value == "heading"] == [1, 2, 1]


def test_what_the_file_claims_counts_where_it_is_printed() -> None:
    core = "<cp xmlns:d='u:d'><d:title>강의 길을 따라</d:title><d:creator>홍보기; 김보기</d:creator></cp>"
    body = para("강의 길을 따라") + para("홍보기") + para("강이 흐른다.")
    assert [role for role, _ in short(read_docx(docx(body, {"docProps/core.xml": core}), "강.docx"))] == [
        "meta", "title", "byline", "paragraph",
    ]  # fmt: skip
    other = read_docx(docx(para("강이 흐른다."), {"docProps/core.xml": core}), "강.docx")
    assert [role for role, _ in short(other)] == ["paragraph"]


def test_the_main_part_may_lie_elsewhere() -> None:
    relations = f'<Relationships><Relationship Type="{KIND}officeDocument" Target="/other/text.xml"/></Relationships>'
    main = f"<w:document {SPACES}><w:body>{para('강')}</w:body></w:document>"
    data = zipped({"_rels/.rels": relations, "other/text.xml": main})
    assert short(read_docx(data, "강.docx")) == [("paragraph", "강")]


def test_a_package_of_another_kind_is_no_word_document() -> None:
    relations = f'<Relationships><Relationship Type="{KIND}officeDocument" Target="xl/workbook.xml"/></Relationships>'
    book = zipped({"_rels/.rels": relations, "xl/workbook.xml": "<workbook/>"})
    assert not is_word(Package(book, "강.docx")) and not is_word(Package(zipped({"a": ""}), "강.docx"))
    assert is_word(Package(docx(""), "강.docx"))


def test_a_document_without_a_body_or_without_text_is_refused() -> None:
    with pytest.raises(SourceError, match=r"강\.docx has no text"):
        read_docx(docx("", {"word/document.xml": f"<w:document {SPACES}/>"}), "강.docx")
    with pytest.raises(SourceError, match=r"강\.docx holds no text"):
        read_docx(docx(para(run(""))), "강.docx")
