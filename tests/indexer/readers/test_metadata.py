"""What a file says of itself in its head is catalogue data, whichever way it says so. All values are invented."""

import pytest
from bs4 import BeautifulSoup

from archive.errors import SourceError
from indexer.readers.metadata import KEYS, META, front_matter, markdown_metadata, page_metadata


def test_front_matter_gives_a_pair_for_each_value_of_a_list() -> None:
    assert list(front_matter("a: [b, 'c']\n# d: e\nf: |\n  g")) == [("a", "b"), ("a", "c")]


def test_front_matter_is_said_in_the_names_of_a_page_head() -> None:
    found = [(element.name, element.text) for element in markdown_metadata("제목: 강 너머\nLicense: CC0\ntags: [a]")]
    assert found == [("citation_title", "강 너머"), ("dc.rights", "CC0")]
    assert [name for name in KEYS.values() if not META.fullmatch(name)] == []


def test_a_key_that_is_not_taken_in_is_refused_by_name() -> None:
    with pytest.raises(SourceError, match="front matter cannot be used"):
        list(markdown_metadata("access: restricted"))


def test_a_page_gives_its_language_its_title_and_the_values_that_are_catalogue_data() -> None:
    head = """<html lang="ko"><head><title>강의  길</title><meta name="DC.Creator" content="홍보기">
    <meta name="viewport" content="width=1"><link rel="canonical" href="https://example.org/1"></head></html>"""
    assert [(element.name, element.text) for element in page_metadata(BeautifulSoup(head, "lxml"))] == [
        ("html:lang", "ko"),
        ("title", "강의 길"),
        ("dc.creator", "홍보기"),
        ("canonical", "https://example.org/1"),
    ]
