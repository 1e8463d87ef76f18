"""By what fields can a search be narrowed? Facets: whole values that a passage is filed under, folded.

The same module files passages and answers fields of a query, so that the two cannot disagree.
"""

import re
from collections.abc import Iterable, Iterator

from archive.analyzer import analyze
from archive.citing import Outlets
from archive.engine import FACET, AllOf, AnyOf, Node, Term
from archive.knowledge import Knowledge
from archive.model import Metadata, Note, PassageKind
from archive.query import years
from archive.text import bare
from archive.tokens import Streams

FIRST_YEAR, LAST_YEAR = 1800, 2100  # years are asked for one by one: what is older or later is no brief
_PLACES = {PassageKind.NOTE: "note", PassageKind.ROW: "table"}


def facets(
    kind: PassageKind, metadata: Metadata, note: Note | None, title: Streams | None, outlets: Outlets
) -> tuple[str, ...]:
    """Everything a passage is filed under. `title` holds the tokens of the document's title."""
    filed = {_facet("in", _PLACES.get(kind, "body")), _facet("kind", kind.value)}
    filed.update(_names("author", (*metadata.authors, *metadata.authors_latin)))
    filed.update(_names("publisher", (metadata.publisher, metadata.publisher_en, metadata.series)))
    if metadata.date:
        filed.add(_facet("year", metadata.date[:4]))
    cited = [c.language for c in (note.citations if note else ()) if c.language]
    languages = cited or ([metadata.language] if metadata.language else [])
    filed.update(_facet("language", language) for language in languages)
    for citation in note.citations if note else ():
        filed.update(_outlet(citation.outlet, outlets))
    if title:
        filed.update(_facet("title", t.term) for s in ("word", "compound") for t in title[s])
    return (*sorted(filed), *_shown(kind, metadata, languages))


def _shown(kind: PassageKind, metadata: Metadata, languages: Iterable[str]) -> Iterator[str]:
    """What hits are counted by: `#name:value`, each value as it is shown."""
    yield f"#kind:{kind.value}"
    if metadata.date:
        yield f"#year:{metadata.date[:4]}"
        yield f"#date:{metadata.date.replace('-', ''):0<8}"
    if metadata.publisher:
        yield f"#publisher:{metadata.publisher}"
    yield from (f"#language:{language}" for language in dict.fromkeys(languages))


def split_facets(filed: Iterable[str]) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]], int]:
    """A passage's facets apart: the terms it is found by, the values it is counted under, and its date as a number."""
    terms: list[str] = []
    values: dict[str, list[str]] = {}
    for facet in filed:
        if facet.startswith("#"):
            name, _, value = facet[1:].partition(":")
            values.setdefault(name, []).append(value)
        else:
            terms.append(facet)
    date = values.pop("date", ["0"])[0]
    return tuple(terms), {name: tuple(found) for name, found in values.items()}, int(date) if date.isdigit() else 0


def facet_plan(name: str, value: str, knowledge: Knowledge) -> Node:
    """The plan of a field of a query. Years open at one end reach from the first to the last that anything can have."""
    if name == "year":
        first, last = years(value)
        span = range(first or FIRST_YEAR, (last or LAST_YEAR) + 1)[: LAST_YEAR - FIRST_YEAR]
        return AnyOf(tuple(Term(FACET, _facet("year", str(year))) for year in span))
    if name == "title":
        return _title(value, knowledge)
    if name == "outlet" and (outlet := knowledge.outlets.find(value)):
        return Term(FACET, _facet(name, outlet.id))
    return Term(FACET, _facet(name, value))


def _title(value: str, knowledge: Knowledge) -> Node:
    (streams,) = analyze([value], knowledge)
    whole = Term(FACET, _facet("title", value))
    words = tuple(Term(FACET, _facet("title", token.term)) for token in streams.word)
    return AnyOf((AllOf(words), whole)) if words else whole


def _facet(name: str, value: str) -> str:
    return f"{name}:{bare(value)}"


def _names(name: str, values: Iterable[str | None]) -> Iterator[str]:
    """A name is found whole, and by each of its words: 저자:이상준, author:Lee."""
    for value in values:
        if value:
            yield _facet(name, value)
            yield from (_facet(name, word) for word in re.split(r"[\s,·]+", value) if bare(word))


def _outlet(printed: str | None, outlets: Outlets) -> Iterator[str]:
    """An outlet is found by the spelling in the note and by every other spelling of it."""
    if printed:
        yield _facet("outlet", printed)
        if outlet := outlets.find(printed):
            yield _facet("outlet", outlet.id)
