"""A file of HWPX is read part by part, or refused by what locks it."""

import pytest

from archive.errors import SourceError
from indexer.readers.office import read_hwpx
from tests.indexer.readers.office.hangul_files import hwpx, p
from tests.indexer.readers.office.reading import short

SECTION = "<sec><p><run><t>{}</t></run></p></sec>"


def test_sections_are_read_in_the_order_of_the_spine_or_of_their_numbers() -> None:
    parts = {f"Contents/section{at}.xml": SECTION.format(f"{at}번째 강.") for at in (1, 10, 2)}
    spine = (
        '<package><manifest><item id="a" href="Contents/section1.xml"/><item id="b" href="Contents/section0.xml"/>'
        '</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    ordered = read_hwpx(hwpx([p("강.")], {**parts, "Contents/content.hpf": spine}), "강.hwpx")
    assert [text for _, text in short(ordered)] == ["1번째 강.", "강."]
    counted = read_hwpx(hwpx([p("강.")], {**parts, "Contents/content.hpf": "<package/>"}), "강.hwpx")
    assert [text for _, text in short(counted)] == ["강.", "1번째 강.", "2번째 강.", "10번째 강."]


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"META-INF/manifest.xml": "<m><file-entry><encryption-data/></file-entry></m>"}, "locked by a password"),
        ({"Contents/section0.xml": "<other/>"}, "has no section of text"),
        ({"Contents/section0.xml": "<sec>"}, "is not well-formed"),
        ({"Contents/section0.xml": "<sec/>"}, "holds no text"),
    ],
    ids=["password", "another root", "broken", "empty"],
)
def test_what_can_not_be_read_is_refused_by_name(parts: dict[str, str], message: str) -> None:
    with pytest.raises(SourceError, match=rf"강\.hwpx.* {message}"):
        read_hwpx(hwpx([p("강.")], parts), "강.hwpx")


def test_a_title_and_an_author_that_the_file_claims_count_where_they_are_printed() -> None:
    claims = (
        '<package><metadata><title>강의 길을 따라</title><meta name="creator">홍보기</meta></metadata><manifest>'
        '<item id="s" href="Contents/section0.xml"/></manifest><spine><itemref idref="s"/></spine></package>'
    )
    text = [p("연구 보고"), p("강의 길을 따라"), p("홍보기 연구원"), p("강이 흐른다. 다리가 선다.")]
    found = read_hwpx(hwpx(text, {"Contents/content.hpf": claims}), "강.hwpx")
    assert [role for role, _ in short(found)] == ["meta", "paragraph", "title", "byline", "paragraph"]
    other = read_hwpx(hwpx(text[-1:], {"Contents/content.hpf": claims}), "강.hwpx")
    assert [role for role, _ in short(other)] == ["paragraph"]
