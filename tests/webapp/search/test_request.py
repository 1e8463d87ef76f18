"""People's addresses are read with patience, machines' strictly."""

import pytest
from werkzeug.datastructures import MultiDict

from archive.engine import Order
from archive.errors import QueryError
from archive.search import MatchMode
from webapp.search.request import MOST_DROPPED, SearchForm, parse_api_form, parse_flag, parse_form
from webapp.urls import Urls

ASKED = [("q", "소금"), ("match", "all"), ("sort", "date"), ("exact", "1"), ("drop", "name:라브로프")]
FORM = SearchForm("소금", match=MatchMode.ALL, order=Order.DATE, exact=True, dropped=("name:라브로프",))


def test_a_page_and_a_machine_that_ask_the_same_get_the_same() -> None:
    assert parse_form(MultiDict(ASKED), 1, "ko") == parse_api_form(MultiDict(ASKED)) == FORM
    assert FORM.kept == (("match", "all"), ("sort", "date"), ("exact", "1"))
    assert FORM.options(5, 2, True).dropped == frozenset(FORM.dropped)
    assert FORM.url(Urls("", "")).endswith(
        "&match=all&sort=date&exact=1&drop=name:%EB%9D%BC%EB%B8%8C%EB%A1%9C%ED%94%84"
    )


@pytest.mark.parametrize("name, value", [("match", "some"), ("sort", ""), ("exact", "yes"), ("drop", "x")])
def test_what_cannot_be_read_is_not_asked_by_a_page_and_refused_to_a_machine(name: str, value: str) -> None:
    asked = MultiDict([("q", "소금"), (name, value)])
    assert parse_form(asked, 1, "ko") == SearchForm("소금")
    with pytest.raises(QueryError, match=name):
        parse_api_form(asked)


def test_a_flag_is_one_or_nought() -> None:
    assert [parse_flag(MultiDict({"facets": value}), "facets") for value in ("1", "0")] == [True, False]
    assert not parse_flag(MultiDict(), "facets")


def test_no_more_forms_are_taken_away_than_a_query_has_words() -> None:
    dropped = MultiDict([("q", "소금"), *(("drop", f"name:{n}") for n in range(MOST_DROPPED + 1))])
    assert len(parse_form(dropped, 1, "ko").dropped) == MOST_DROPPED
    with pytest.raises(QueryError, match="ids at most"):
        parse_api_form(dropped)
