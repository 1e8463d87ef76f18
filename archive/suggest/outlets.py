"""Which outlets begin with what is typed? Outlets that the archive's notes cite, by any of their names."""

from collections.abc import Iterator
from functools import lru_cache

from archive.citing import Outlet, Outlets
from archive.engine import FACET
from archive.model import Language
from archive.query import read_value, write_field
from archive.suggest.keystrokes import letters
from archive.suggest.partial_query import PartialQuery
from archive.suggest.prefix_table import PrefixTable
from archive.suggest.suggestion import RankedSuggestion, Suggestion, SuggestionKind
from archive.text import bare


def outlets(typed: PartialQuery, language: Language, table: Outlets) -> Iterator[RankedSuggestion]:
    """Outlets by any of their names."""
    names = _table(table)
    for tail in typed.tails:
        seen: set[str] = set()
        for one in names.starting(tail.beginning):
            name, row = one.name, one.value
            value = read_value("outlet", row.ko if language == "ko" else row.en)
            if row.id not in seen and value:
                seen.add(row.id)
                other = next((form for form in (row.ko, row.en) if bare(form) != bare(name)), "")
                query = typed.query(tail, write_field("outlet", value, language))
                suggestion = Suggestion(name, SuggestionKind.OUTLET, query, other, one.span)
                yield RankedSuggestion(one.level, tail.words, suggestion, ((FACET, f"outlet:{bare(row.id)}"),))


@lru_cache(maxsize=2)
def _table(table: Outlets) -> PrefixTable[Outlet]:
    named = ((name, row) for row in table.rows for name in (row.ko, row.en, *row.spellings))
    return PrefixTable((name, row) for name, row in named if len(letters(name)) > 1)
