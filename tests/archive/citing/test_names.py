"""A family name is known where the catalogue says it, or where the Hangul and the Latin form agree."""

import pytest

from archive.citing.names import AuthorName, author_names


@pytest.mark.parametrize("printed, latin, family, given", [
    ("홍보기", "Hong Bogi", "Hong", "Bogi"),
    ("홍보기", "Bogi Hong", "Hong", "Bogi"),
    ("홍보기", "Hong Bo Gi", "Hong", "Bo Gi"),
    ("홍보기", "Hong, Bogi", "Hong", "Bogi"),
    ("이보기", "Rhee Bogi", "Rhee", "Bogi"),
    ("선우진", "Sunwoo Jin", "Sunwoo", "Jin"),
    ("선우진", "Sun Woojin", "Sun", "Woojin"),
    ("김보기", "Hong Bogi", None, None),  # they do not agree
    ("정전", "Jung Jun", "Jung", "Jun"),
    ("조고", "Jo Ko", "Jo", "Ko"),
    ("이이", "Yi I", None, None),  # either may be it
    ("홍보기", "Hongbogi", None, None),
    ("Ivan Sample", None, None, None),
    ("Sample, Ivan", None, "Sample", "Ivan"),
    ("보기연구원", "Bogi Institute", None, None),
    ("Sample, Ivan, Jr.", None, None, None),
])  # fmt: skip
def test_a_name_is_divided_where_two_facts_agree(
    printed: str, latin: str | None, family: str | None, given: str | None
) -> None:
    (name,) = author_names((printed,), (latin,) if latin else ())
    assert name == AuthorName(printed, latin, family, given)


def test_latin_forms_belong_to_the_authors_only_if_there_are_as_many() -> None:
    assert [name.latin for name in author_names(("홍보기", "이보기"), ("Hong Bogi",))] == [None, None]
    assert author_names((), ("Hong Bogi",)) == (AuthorName("Hong Bogi", "Hong Bogi"),)
    assert author_names(()) == ()
