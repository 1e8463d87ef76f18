"""What an OpenDocument text holds: its parts, heads and feet, and what it says of itself."""

import pytest

from archive.errors import SourceError
from indexer.readers.office import read_odt
from indexer.readers.office.odt import flat, packed, read_flow
from indexer.readers.office.package import Package
from tests.indexer.readers.office.hangul_files import zipped
from tests.indexer.readers.office.odt_files import SPACES, fodt, frame, head, note, odt, para, style
from tests.indexer.readers.office.reading import bindings, short

BODY = head("강") + para("강이 흐른다", note("첫 각주."), ".") + para(frame("<draw:object><math:math/></draw:object>"))


def test_a_flat_file_says_what_a_package_says() -> None:
    found = [read_odt(odt(BODY, own=style("P")), "강.odt"), read_odt(fodt(BODY, own=style("P")), "강.fodt")]
    assert short(found[0]) == short(found[1]) == [
        ("title", "강"), ("paragraph", "강이 흐른다."), ("note", "첫 각주."),
    ]  # fmt: skip
    assert bindings(found[0]) == bindings(found[1]) == [("강이 흐른다.", 6, "1", "첫 각주.")]
    assert found[0].problems == found[1].problems != ()


def test_heads_and_feet_stand_apart_once_and_in_their_own_styles() -> None:
    page = '<style:master-page style:name="{}">{}</style:master-page>'
    text = para("강 연구소 <text:page-number>3</text:page-number>", style="P1")
    shown = f"<style:header>{text}</style:header><style:footer>{para('- 3 -')}</style:footer>"
    unseen = f'<style:header-left style:display="false">{para("왼쪽")}</style:header-left>'
    data = odt(
        para("강이 흐른다.", style="P1"),
        own=style("P1"),
        pages=page.format("a", shown + unseen) + page.format("b", shown),
        page_styles=style("P1", 'fo:font-size="7pt"'),
    )
    assert short(read_odt(data, "강.odt")) == [("page-head", "강 연구소"), ("paragraph", "강이 흐른다.")]


@pytest.mark.parametrize(
    ("meta", "claims"),
    [
        (
            "<dc:title>강의\n기록</dc:title><meta:initial-creator>박강물</meta:initial-creator>",
            ("강의 기록", ("박강물",)),
        ),
        ("<meta:initial-creator>Windows 사용자</meta:initial-creator><dc:creator>박강물</dc:creator>", (None, ())),
        (
            "<dc:title/><meta:initial-creator>hp</meta:initial-creator><dc:date>2024-01-02T03:04:05</dc:date>",
            (None, ()),
        ),
        ("", (None, ())),
    ],
)
def test_a_file_claims_a_title_and_an_author_but_no_account(
    meta: str, claims: tuple[str | None, tuple[str, ...]]
) -> None:
    flow = read_flow(packed(Package(odt(para("강."), meta=meta), "강.odt")))
    assert (flow.title, flow.authors) == claims


def test_a_locked_file_says_so() -> None:
    old = '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'
    locked = '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
    with pytest.raises(SourceError, match=r"^강\.odt is locked by a password: save it without one"):
        read_odt(odt("", parts={"META-INF/manifest.xml": old + locked}), "강.odt")
    assert short(read_odt(odt(para("강."), parts={"META-INF/manifest.xml": old}), "강.odt")) == [("paragraph", "강.")]


def test_a_file_that_says_nonsense_of_itself_is_read() -> None:
    assert short(read_odt(odt(para("강."), parts={"meta.xml": "<a/><b/>"}), "강.odt")) == [("paragraph", "강.")]


def test_a_file_without_styles_is_read() -> None:
    body = f"<office:document-content {SPACES}><office:body><office:text>{para('강.')}</office:text></office:body>"
    assert short(read_odt(zipped({"content.xml": body + "</office:document-content>"}), "강.odt")) == [
        ("paragraph", "강.")
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<office:spreadsheet/>", "is an OpenDocument spreadsheet: save its text as .odt"),
        ("<office:presentation/>", "is an OpenDocument presentation: "),
        ("<office:other/>", "has no text: it is damaged"),
        ("<office:text/>", "holds no text"),
    ],
)
def test_what_holds_no_text_is_refused_by_name(body: str, message: str) -> None:
    root = f"<office:document-content {SPACES}><office:body>{body}</office:body></office:document-content>"
    with pytest.raises(SourceError, match=f"^강[.]odt {message}"):
        read_odt(zipped({"content.xml": root}), "강.odt")


def test_a_flat_file_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.readers.office.odt.MAX_XML", 100)
    with pytest.raises(SourceError, match="the limit is 100"):
        flat(fodt(para("강.")), "강.fodt")
