"""By what fields can a search be narrowed? Facets: whole values that a passage is filed under, folded.

The same module files passages and answers fields of a query, so that the two cannot disagree. What hits are counted
by stands behind `#`, as it is shown; a field with that value finds just the passages that were counted: of names the
whole ones have terms of their own (`author=`), beside those by which a part of a name is found (`author:`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from archive.analyzer import analyze
from archive.citing import Outlets, cited_by, find_source
from archive.engine import FACET, AllOf, AnyOf, Node, Term
from archive.knowledge import Knowledge
from archive.model import Document, Metadata, Note, Passage, PassageDraft, PassageKind, callers_of
from archive.query import years
from archive.text import DATE, bare, fold, held
from archive.tokens import Streams

FIRST_YEAR, LAST_YEAR = 1800, 2100  # years are asked for one by one: what is older or later is no brief
WHOLE = ("author", "publisher")  # fields whose values hits are counted by, and that parts of names find too
_PLACES = {PassageKind.NOTE: "note", PassageKind.ROW: "table"}


def facets(
    kind: PassageKind,
    metadata: Metadata,
    note: Note | None,
    title: Streams | None,
    outlets: Outlets,
    kinds: Iterable[str] = (),
    sources: Iterable[str] = (),
) -> tuple[str, ...]:
    """Everything a passage is filed under. `title` holds the tokens of the document's title, `kinds` are the kinds of
    answer that the passage's own text holds (`answer_kinds`), `sources` the ids of what its notes cite
    (`cited_sources`)."""
    filed = {_facet("in", _place(kind)), _facet("kind", kind.value)}
    filed.update(_names("author", (*metadata.authors, *metadata.authors_latin)))
    filed.update(_names("publisher", (metadata.publisher, metadata.publisher_en, metadata.series)))
    wholes = {
        "author": metadata.authors,
        "publisher": (metadata.publisher,),
        "title": (metadata.title, metadata.title_en),
    }
    filed.update(_whole(of, name) for of, names in wholes.items() for name in names if name and bare(name))
    filed.update(_printed(name) for name in wholes["title"] if name and " -" in name)
    filed.update(f"holds:{kind}" for kind in kinds)
    filed.update(f"source:{source}" for source in sources)
    if metadata.date:
        filed.add(_facet("year", metadata.date[:4]))
    cited = [c.language for c in (note.citations if note else ()) if c.language]
    languages = cited or ([metadata.language] if metadata.language else [])
    filed.update(_facet("language", language) for language in languages)
    for citation in note.citations if note else ():
        filed.update(_outlet(citation.outlet, outlets))
    if title:
        filed.update(_facet("title", t.term) for s in ("word", "compound") for t in title[s])
    return (
        *sorted(filed),
        *_shown(kind, metadata, languages),
        *_outlets_shown(note, outlets),
        *(f"#source:{source}" for source in sources),
    )


def cited_sources(
    document: Document, passages: Sequence[PassageDraft | Passage], outlets: Outlets
) -> list[tuple[str, ...]]:
    """The sources on which each passage rests, by their ids: a note on those that it cites, by Ibid. too; another one
    on those of the notes that it calls. They are what the page of a source lists."""
    notes = dict(enumerate(document.notes))
    of_note = {
        position: [id_ for one in cited_by(notes, position) if (id_ := find_source(one, outlets))] for position in notes
    }
    found = [of_note[one.note] if one.note is not None else [] for one in passages]
    for position, ordinals in callers_of(document, passages).items():
        for ordinal in ordinals:
            found[ordinal] = [*found[ordinal], *of_note[position]]
    return [tuple(dict.fromkeys(ids)) for ids in found]


def _place(kind: PassageKind) -> str:
    return _PLACES.get(kind, "body")


def answer_kinds(text: str, streams: Streams, note: Note | None) -> frozenset[str]:
    """The kinds of answer that a passage holds. The dates of a note that cites are those of its sources."""
    kinds = held(text, [token for token in streams.concept if token.term[0] in "=@"])
    return kinds - {DATE} if note is not None and note.citations else kinds


def _shown(kind: PassageKind, metadata: Metadata, languages: Iterable[str]) -> Iterator[str]:
    """What hits are counted by: `#name:value`, each value as it is shown."""
    yield f"#kind:{kind.value}"
    yield f"#in:{_place(kind)}"
    yield from (f"#author:{name}" for name in {bare(name): name for name in metadata.authors}.values() if bare(name))
    if metadata.date:
        yield f"#year:{metadata.date[:4]}"
        yield f"#date:{metadata.date.replace('-', ''):0<8}"
    if metadata.publisher and bare(metadata.publisher):
        yield f"#publisher:{metadata.publisher}"
    yield from (f"#language:{language}" for language in dict.fromkeys(languages))


def _outlets_shown(note: Note | None, outlets: Outlets) -> Iterator[str]:
    """The outlets that a note cites: by their ids where the table has them, else as printed."""
    shown: dict[str, str] = {}
    for citation in note.citations if note else ():
        if citation.outlet and bare(citation.outlet):
            outlet = outlets.find(citation.outlet)
            shown.setdefault(
                bare(citation.outlet) if outlet is None else outlet.id, outlet.id if outlet else citation.outlet
            )
    yield from (f"#outlet:{value}" for value in shown.values())


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


def facet_plan(name: str, value: str, knowledge: Knowledge, frequency: Callable[[str], int] = lambda facet: 0) -> Node:
    """The plan of a field of a query. Years open at one end reach from the first to the last that anything can have.

    `frequency` says how many passages are filed under a facet: a value that is the whole name of an author or a
    publisher is not looked for in longer ones.
    """
    if name == "year":
        first, last = years(value)
        span = range(first or FIRST_YEAR, (last or LAST_YEAR) + 1)[: LAST_YEAR - FIRST_YEAR]
        return AnyOf(tuple(Term(FACET, _facet("year", str(year))) for year in span))
    if name == "title":
        return _title(value, knowledge)
    if name == "outlet" and (outlet := knowledge.outlets.find(value)):
        return Term(FACET, _facet(name, outlet.id))
    if name in WHOLE and frequency(_whole(name, value)):
        return Term(FACET, _whole(name, value))
    return Term(FACET, _facet(name, value))


def titled(text: str, signs: bool = False) -> Term | None:
    """The plan of documents whose title, in Korean or English, is just this, with `signs` sign by sign; None of what
    has no letter."""
    return Term(FACET, _printed(text) if signs else _whole("title", text), 0.0) if bare(text) else None


def holding(kind: str) -> Term:
    """The plan of passages that hold this kind of answer."""
    return Term(FACET, f"holds:{kind}", 0.0)


def _title(value: str, knowledge: Knowledge) -> Node:
    (streams,) = analyze([value], knowledge)
    whole = Term(FACET, _facet("title", value))
    words = tuple(Term(FACET, _facet("title", token.term)) for token in streams.word)
    return AnyOf((AllOf(words), whole)) if words else whole


def _facet(name: str, value: str) -> str:
    return f"{name}:{bare(value)}"


def _printed(title: str) -> str:
    return f"title=={' '.join(fold(title).text.casefold().split())}"


def _whole(name: str, value: str) -> str:
    return f"{name}={bare(value)}"


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
