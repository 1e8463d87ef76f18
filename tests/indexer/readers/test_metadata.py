"""What a file says of itself in its head is catalogue data, whichever way it says so. All values are invented."""

import pytest
from bs4 import BeautifulSoup

from archive.errors import SourceError
from indexer.readers.frontmatter import MarkdownHead
from indexer.readers.metadata import KEYS, META, dated_name, markdown_metadata, page_metadata


def yaml(content: str) -> MarkdownHead:
    return MarkdownHead("---", content, 0)


def test_front_matter_is_said_in_the_names_of_a_page_head() -> None:
    found = [
        (element.name, element.text) for element in markdown_metadata(yaml("제목: 강 너머\nLicense: CC0\ntags: [a]"))
    ]
    assert found == [("citation_title", "강 너머"), ("dc.rights", "CC0")]
    assert [name for name in KEYS.values() if not META.fullmatch(name)] == []


def test_the_name_of_a_post_begins_with_its_date() -> None:
    assert [one.text for one in dated_name("2017-01-21-harbour.md")] == ["2017-01-21"]
    assert list(dated_name("harbour-2017-01-21.md")) == []


def test_a_key_that_is_not_taken_in_is_refused_by_name() -> None:
    with pytest.raises(SourceError, match="front matter cannot be used"):
        list(markdown_metadata(yaml("access: restricted")))


def test_a_page_gives_its_language_its_title_and_the_values_that_are_catalogue_data() -> None:
    head = """<html lang="ko"><head><title>강의  길</title><meta name="DC.Creator" content="홍보기">
    <meta name="viewport" content="width=1"><link rel="canonical" href="https://example.org/1"></head></html>"""
    assert [(element.name, element.text) for element in page_metadata(BeautifulSoup(head, "lxml"))] == [
        ("html:lang", "ko"),
        ("title", "강의 길"),
        ("dc.creator", "홍보기"),
        ("canonical", "https://example.org/1"),
    ]
