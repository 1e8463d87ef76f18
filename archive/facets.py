"""By what fields can a search be narrowed? Facets: whole values that a passage is filed under, folded.

The same module files passages and answers fields of a query, so that the two cannot disagree.
"""

import re
from collections.abc import Iterable, Iterator

from archive.analyzer import Streams, analyze
from archive.document import Metadata, Note
from archive.engine import FACET
from archive.errors import QueryError
from archive.folding import bare, is_han, is_hangul
from archive.outlets import find as find_outlet
from archive.passage import Draft, PassageKind
from archive.plan import AllOf, AnyOf, Node, Term

YEARS = 200  # the longest range of years that is asked for one by one
_PLACES = {PassageKind.NOTE: "note", PassageKind.ROW: "table"}


def facets(draft: Draft, metadata: Metadata, note: Note | None, title: Streams | None) -> tuple[str, ...]:
    """Everything a passage is filed under. `title` holds the tokens of the document's title."""
    filed = {_facet("in", _PLACES.get(draft.kind, "body"))}
    filed.update(_names("author", (*metadata.authors, *metadata.authors_latin)))
    filed.update(_names("publisher", (metadata.publisher, metadata.publisher_en, metadata.series)))
    if metadata.date:
        filed.add(_facet("year", metadata.date[:4]))
    if metadata.language:
        filed.add(_facet("language", metadata.language))
    for citation in note.citations if note else ():
        filed.update(_outlet(citation.outlet))
    if title:
        filed.update(_facet("title", t.term) for s in ("word", "compound") for t in title[s])
    return tuple(sorted(filed))


def asked(name: str, value: str) -> Node:
    """The plan of a field of a query.

    Raises:
        QueryError: the value has no word in it.
    """
    if name == "year" and "-" in value:
        first, last = sorted(int(year) for year in value.split("-"))
        return AnyOf(tuple(Term(FACET, _facet("year", str(year))) for year in range(first, min(last, first + YEARS) + 1)))
    if not bare(value):
        raise QueryError(f"“{value}” has no word in it to compare with", "no-word", query=value)
    if name == "title":
        return _title(value)
    if name == "outlet" and (outlet := find_outlet(value)):
        return Term(FACET, _facet(name, outlet.id))
    return Term(FACET, _facet(name, value))


def _title(value: str) -> Node:
    (streams,) = analyze([value])
    terms = [Term(FACET, _facet("title", token.term)) for token in streams.word] or [Term(FACET, _facet("title", value))]
    parts: Node = terms[0] if len(terms) == 1 else AllOf(tuple(terms))
    return AnyOf((parts, Term(FACET, _facet("title", value))))


def _facet(name: str, value: str) -> str:
    return f"{name}:{bare(value)}"


def _names(name: str, values: Iterable[str | None]) -> Iterator[str]:
    """A name is found whole, and by each of its words: 저자:이상준, author:Lee."""
    for value in values:
        if value:
            yield _facet(name, value)
            yield from (_facet(name, word) for word in re.split(r"[\s,·]+", value) if bare(word))


def _outlet(printed: str | None) -> Iterator[str]:
    """An outlet is found by the spelling in the note and by every other spelling of it."""
    if printed:
        yield _facet("outlet", printed)
        if outlet := find_outlet(printed):
            yield _facet("outlet", outlet.id)


def language_of(texts: Iterable[str]) -> str | None:
    """The language most letters are written in: ko, ru, zh or en; None without letters. Judged by script alone."""
    counts = {"ko": 0, "ru": 0, "zh": 0, "en": 0}
    for text in texts:
        for char in text:
            if is_hangul(char):
                counts["ko"] += 1
            elif is_han(char):
                counts["zh"] += 1
            elif "\u0400" <= char <= "\u04ff":
                counts["ru"] += 1
            elif char.isalpha():
                counts["en"] += 1
    if counts["ko"]:  # Korean text may hold more hanja than Hangul, Chinese text holds no Hangul
        counts["ko"] += counts["zh"]
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] else None
