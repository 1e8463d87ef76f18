"""Titles are offered wherever the typed words stand in them, authors by the beginning of a part of their name."""

from pathlib import Path

import pytest

from archive.suggest.catalogue import _find, catalogue_names, catalogued
from archive.suggest.keystrokes import beginning
from archive.suggest.partial_query import partial_query
from archive.takedown import withdraw
from tests.archive.literal import archive, brief

FERRY = brief("나루터의 소금", title="나루터의 소금", title_en="Salt of the ferry", authors=("홍예시",), date="2025-03")


@pytest.mark.parametrize(
    "text, typed, anywhere, found",
    [
        ("나루터의 소금", "나루", True, (0, 0, 2)),
        ("나루터의 소금", "소금", True, (1, 5, 7)),
        ("나루터의 소금", "루터", True, (2, 1, 3)),
        ("나루터의 소금", "루터", False, None),
        ("나루터의 소금", "소", True, None),  # one syllable begins too many words
        ("나루터의 소금", "바다", True, None),
    ],
)
def test_where_a_name_has_what_is_typed(
    text: str, typed: str, anywhere: bool, found: tuple[int, int, int] | None
) -> None:
    begun = beginning(typed)
    assert begun is not None and _find(text, begun, anywhere) == found


def test_a_title_is_searched_for_by_its_field_under_either_of_its_names(home: Path) -> None:
    typed = partial_query("salt")
    assert typed is not None
    with archive(home, FERRY) as made:
        (found,) = catalogued(made.store, typed, "ko")
    assert (found.suggestion.text, found.suggestion.query) == ("Salt of the ferry", '제목:"나루터의 소금"')
    assert (found.suggestion.detail, found.field_terms[0][1][:9]) == ("2025-03", "document:")


def test_names_are_read_again_when_the_catalogue_changes(home: Path) -> None:
    with archive(home, FERRY) as made:
        first = catalogue_names(made.store)
        assert [one.text for one in first] == ["나루터의 소금", "Salt of the ferry", "홍예시"]
        assert catalogue_names(made.store) is first
        withdraw(made.store, made.store.find("brief-1.txt").number, "보기")
        assert catalogue_names(made.store) == ()
