"""Which fields of a citation are known by now? All names are invented."""

import pytest

from archive.citing.outlets import builtin
from indexer.citations.draft import CitationDraft
from indexer.citations.segments import CitationToken

TEXT = "「항로」, 『보기연구』 12, 2020, 2020. 3. 1., 3쪽"


def draft(*tokens: tuple[str, str]) -> CitationDraft:
    made = CitationDraft(TEXT, 0, builtin())
    for n, (kind, value) in enumerate(tokens):
        made.take(CitationToken(kind, n, n + 1, value, "『" if kind == "quoted" else ""))
    return made


def test_the_first_value_stays_but_a_more_exact_date() -> None:
    found = draft(
        ("date", "2020"), ("date", "2020-03-01"), ("date", "2021-01-01"), ("pages", "3"), ("pages", "4")
    ).citation
    assert (found.date, found.pages, found.end) == ("2020-03-01", "3", 5)


def test_numbers_are_kept_together_and_a_volume_stands_bare_after_the_name() -> None:
    assert draft(("number", "제1권"), ("number", "제2호")).citation.number == "제1권, 제2호"
    found = draft(("quoted", "보기연구 12")).citation
    assert (found.outlet, found.number) == ("보기연구", "12")


def test_prose_is_no_part_of_a_source() -> None:
    assert not CitationDraft(TEXT, 0, builtin()).take(CitationToken("text", 0, 5, "두 나라의 장관이 만났다"))


@pytest.mark.parametrize(
    ("tokens", "whole"),
    [
        ((), False),
        ((("pages", "3"),), False),
        ((("url", "https://example.org"),), True),
        ((("quoted", "보기연구"), ("date", "2020")), True),
    ],
)
def test_an_address_or_an_outlets_day_is_a_citation_without_a_title(
    tokens: tuple[tuple[str, str], ...], whole: bool
) -> None:
    assert bool([*draft(*tokens).finished()]) is whole
