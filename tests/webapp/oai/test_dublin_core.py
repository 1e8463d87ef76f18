"""A document's catalogue data stand in the elements of Dublin Core; what is not known is left out."""

from archive.model.document import Metadata
from archive.store import DocumentRecord
from tests.webapp import news_world as news
from webapp.oai.dublin_core import dublin_core


def described(metadata: Metadata) -> list[tuple[str, str | None]]:
    record = DocumentRecord(1, "7k4m2", "/a.txt", "", "a.txt", "", metadata)
    return [(one.tag, one.text) for one in dublin_core(record, "https://a.example/d/7k4m2", "나루터의 화물이 줄었다.")]


def test_all_that_is_known_is_said() -> None:
    assert described(news.FERRIES) == [
        ("dc:title", "나루터와 다리"),
        ("dc:title", "Ferries & Bridges"),
        ("dc:creator", "홍보기"),
        ("dc:creator", "이나루"),
        ("dc:description", "나루터의 화물이 줄었다."),
        ("dc:publisher", "보기연구원"),
        ("dc:date", "2025-03-24"),
        ("dc:type", "Text"),
        ("dc:identifier", "https://a.example/d/7k4m2"),
        ("dc:source", "https://example.org/brief"),
        ("dc:language", "ko"),
        ("dc:relation", "보기 브리프, No. 2025-01"),
        ("dc:rights", "출처를 밝히면 옮겨 실을 수 있음"),
    ]


def test_what_is_not_known_is_left_out_and_no_script_is_a_source() -> None:
    assert described(Metadata(title="가", url="javascript:alert(1)")) == [
        ("dc:title", "가"),
        ("dc:description", "나루터의 화물이 줄었다."),
        ("dc:type", "Text"),
        ("dc:identifier", "https://a.example/d/7k4m2"),
    ]
