"""A file of Hangul 5 is read, or refused by what locks it."""

import pytest

from archive.errors import SourceError
from indexer.readers.office import read_hwp
from tests.indexer.readers.office.hangul_files import deflated, file_header, hwp, p, section_of
from tests.indexer.readers.office.reading import short
from tests.indexer.readers.office.test_compound import summary


def test_sections_are_read_in_order() -> None:
    more = {f"BodyText/Section{at}": deflated(section_of([p(f"{at}번째 강.")])) for at in (1, 10, 2)}
    assert [text for _, text in short(read_hwp(hwp([p("강.")], streams=more), "강.hwp"))] == [
        "강.",
        "1번째 강.",
        "2번째 강.",
    ]


def test_streams_that_are_not_packed_are_read_as_well() -> None:
    from tests.indexer.readers.office.hangul_files import doc_info

    data = hwp([], flags=0, streams={"DocInfo": doc_info(), "BodyText/Section0": section_of([p("강이 흐른다.")])})
    assert short(read_hwp(data, "강.hwp")) == [("paragraph", "강이 흐른다.")]


@pytest.mark.parametrize(
    ("streams", "message"),
    [
        ({"FileHeader": file_header(1 | 2)}, "locked by a password: save it in Hangul without one"),
        ({"FileHeader": file_header(1 | 16)}, r"locked \(DRM or a certificate\)"),
        ({"FileHeader": file_header(version=6)}, "of Hangul 6, not 5"),
        ({"FileHeader": b"0"}, "its header is not that of Hangul"),
        ({"BodyText/Section0": deflated(b"")}, "has no section of text"),
        ({"BodyText/Section0": b"\xff" * 9_000}, "cut off or damaged"),
    ],
    ids=["password", "rights", "version", "header", "empty", "damaged"],
)
def test_what_can_not_be_read_is_refused_by_name(streams: dict[str, bytes], message: str) -> None:
    with pytest.raises(SourceError, match=rf"강\.hwp .*{message}"):
        read_hwp(hwp([p("강.")], streams=streams), "강.hwp")


def test_a_title_that_the_file_claims_is_one_where_it_is_printed() -> None:
    text = [p("연구 보고"), p("강의 길을 따라"), p("홍보기 연구원"), p("강이 흐른다. 다리가 선다.")]
    named = {"\x05HwpSummaryInformation": summary("강의 길을 따라", "홍보기")}
    assert [role for role, _ in short(read_hwp(hwp(text, streams=named), "강.hwp"))] == [
        "meta", "paragraph", "title", "byline", "paragraph",
    ]  # fmt: skip
    first = {"\x05HwpSummaryInformation": summary("연구 보고", "사용자")}  # Hangul takes the first words for the title
    assert "title" not in [role for role, _ in short(read_hwp(hwp(text, streams=first), "강.hwp"))]
