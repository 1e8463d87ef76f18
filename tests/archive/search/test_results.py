"""What a search answers: hits as machines get them, words as they were understood, and what may have been meant."""

from pathlib import Path

import pytest

from archive.query import parse
from archive.search.results import Results
from archive.search.term import Correction, Edit, ExpansionKind, QueryTerm
from tests.archive.literal import archive, brief


def results(query: str, *terms: QueryTerm) -> Results:
    return Results(parse(query), (), 0, 0, terms, len(terms))


def test_a_hit_says_where_and_for_which_word_it_is_marked(home: Path) -> None:
    with archive(home, brief("나루터의 소금", title="나루터 이야기", heading="소금 창고", date="2025-03-24")) as made:
        (hit,) = made.ask("소금 펭귄 나루터", match="any").hits
        answer = hit.as_json("https://보기/7k4m2-93xch")
    assert answer["permalink"] == "https://보기/7k4m2-93xch"
    assert (answer["title"], answer["heading"], answer["date"]) == ("나루터 이야기", "소금 창고", "2025-03-24")
    assert (answer["missing"], answer["reasons"]) == (["펭귄"], [])
    assert answer["matches"] == [
        {"in": "text", "start": 0, "end": 3, "because": "나루터"},
        {"in": "text", "start": 5, "end": 7, "because": "소금"},
        {"in": "heading", "start": 0, "end": 2, "because": "소금"},
        {"in": "title", "start": 0, "end": 3, "because": "나루터"},
    ]
    assert hit.address.startswith(f"{hit.document.id}-{hit.passage.id}")


def test_a_word_read_otherwise_is_understood_so() -> None:
    term = QueryTerm("thrma", correction=Correction(ExpansionKind.KEYBOARD, "소금"))
    found = results("thrma", term)
    assert found.understood() == [{"typed": "thrma", "read_as": "소금", "also": []}]
    assert found.words == ("thrma → 소금",)


@pytest.mark.parametrize(
    "terms, suggested",
    [
        ((), None),
        ((QueryTerm("thrma", edit=Edit(0, 5, "소금")), QueryTerm("ekfl", edit=Edit(6, 10, "다리"))), "소금 다리"),
        ((QueryTerm("thrma"), QueryTerm("ekfl", edit=Edit(6, 10, "다리"))), "thrma 다리"),
        ((QueryTerm("thrma", edit=Edit(0, 5, "thrma")),), None),
    ],
)
def test_what_seems_a_slip_is_suggested_put_right(terms: tuple[QueryTerm, ...], suggested: str | None) -> None:
    assert results("thrma ekfl", *terms).suggested == suggested
