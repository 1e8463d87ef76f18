"""Outlets are offered by any of their names, once each, and searched for under their own."""

import pytest

from archive.citing.outlets import builtin
from archive.model import Language
from archive.suggest.outlets import outlets
from archive.suggest.partial_query import partial_query


@pytest.mark.parametrize(
    "typed, language, query, detail",
    [
        ("타스", "ko", "매체:타스", "TASS"),
        ("TAS", "en", "outlet:TASS", "타스"),
        ("ТАС", "ko", "매체:타스", "타스"),
    ],
)
def test_an_outlet_is_offered_as_it_is_typed(typed: str, language: Language, query: str, detail: str) -> None:
    asked = partial_query(typed)
    assert asked is not None
    found = [one for one in outlets(asked, language, builtin()) if one.suggestion.query == query]
    assert [(one.field_terms, one.suggestion.detail) for one in found] == [((("facet", "outlet:tass"),), detail)]
