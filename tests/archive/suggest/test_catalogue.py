"""Titles are offered wherever the typed words stand in them, authors by the beginning of a part of their name."""

from pathlib import Path

import pytest

from archive.suggest.catalogue import CatalogueName, CatalogueNames, catalogue_names, catalogued
from archive.suggest.keystrokes import beginning
from archive.suggest.partial_query import partial_query
from archive.takedown import withdraw
from archive.text import fold
from tests.archive.literal import archive, brief

FERRY = brief("나루터의 소금", title="나루터의 소금", title_en="Salt of the ferry", authors=("홍예시",), date="2025-03")


@pytest.mark.parametrize(
    "text, typed, field, found",
    [
        ("나루터의 소금", "나루", "title", (0, 0, 2)),
        ("나루터의 소금", "소금", "title", (1, 5, 7)),
        ("나루터의 소금", "루터", "title", (2, 1, 3)),
        ("나루터의 소금", "루터", "author", None),
        ("나루터의 소금", "소", "title", None),  # one syllable begins too many words
        ("나루터의 소금", "바다", "title", None),
        ("소금, 소금", "소금", "title", (0, 0, 2)),
    ],
)
@pytest.mark.parametrize("before", [(), ("배",), ("나루터의 소금", "나", "터의")])
def test_where_a_name_has_what_is_typed(
    before: tuple[str, ...], text: str, typed: str, field: str, found: tuple[int, int, int] | None
) -> None:
    begun = beginning(typed)
    names = CatalogueNames(CatalogueName(field, one, fold(one), one, "", "") for one in (*before, text, "금"))
    assert begun is not None and names.having(begun).get(len(before)) == found


def test_no_name_runs_over_into_the_next() -> None:
    begun = beginning("나루")
    names = CatalogueNames(CatalogueName("title", one, fold(one), one, "", "") for one in ("나", "루"))
    assert begun is not None and names.having(begun) == {}


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
        assert len(catalogue_names(made.store)) == 0


def test_names_are_not_read_again_for_what_is_no_change_of_them(home: Path) -> None:
    with archive(home, FERRY) as made:
        first = catalogue_names(made.store)
        made.store.save_setting("roots", "/보기")
        assert catalogue_names(made.store) is first


def test_the_best_names_come_first(home: Path) -> None:
    briefs = [brief(title, title=title) for title in ("긴 소금의 길", "길소금", "소금의 긴 길", "소금")]
    typed = partial_query("소금")
    assert typed is not None
    with archive(home, *briefs) as made:
        found = [one.suggestion.text for one in catalogued(made.store, typed, "ko")]
    assert found == ["소금", "소금의 긴 길", "긴 소금의 길", "길소금"]
