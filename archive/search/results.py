"""What is asked of a search, and what does it answer? Its options, and its results with their reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from archive.engine import Match, Order
from archive.model import Passage
from archive.query import AS_NAMED, Query
from archive.search.highlight import Mark
from archive.search.planner import MatchMode
from archive.search.term import QueryTerm
from archive.store import DocumentRecord
from archive.text import bare


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """A search as it is asked for: the query, which of its hits, and how it is to be taken."""

    text: str
    limit: int = 20
    offset: int = 0
    match: MatchMode = MatchMode.MOST
    order: Order = Order.RELEVANCE
    exactly: bool = False  # 입력한 그대로 검색: no other form of any word
    dropped: frozenset[str] = frozenset()  # ids of expansions and corrections that the reader took away
    facet_counts: bool = False  # whether hits are to be counted by facets


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a hit was found by another form than the one typed: Lavrov → 라브로프."""

    typed: str
    found: str
    expansion: str = ""  # its id: term:sergei-lavrov


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query. Marks are spans of `passage.text`, `heading` and `title`."""

    document: DocumentRecord
    passage: Passage
    score: float
    title: str | None
    heading: str | None
    marks: tuple[Mark, ...]
    heading_marks: tuple[Mark, ...]
    title_marks: tuple[Mark, ...]
    missing: tuple[str, ...]  # words of the query that neither the passage nor its headings have
    reasons: tuple[Reason, ...] = ()
    heading_id: str | None = None  # of the passage that is its heading

    @property
    def marked(self) -> bool:
        """Does anything of the passage, its heading or title match?"""
        return bool(self.marks or self.heading_marks or self.title_marks)

    @property
    def address(self) -> str:
        """The passage's permanent part of a link: 7k4m2-93xch."""
        return str(self.passage.address)

    def as_json(self, permalink: str) -> dict[str, object]:
        """The result as the command line and the API answer it."""
        places = (("text", self.marks), ("heading", self.heading_marks), ("title", self.title_marks))
        return {
            "document": self.document.id,
            "source": self.document.source,
            "passage": self.passage.id,
            "permalink": permalink,
            "kind": self.passage.kind.value,
            "text": self.passage.text,
            "heading": self.heading,
            "title": self.title,
            "date": self.document.metadata.date,
            "score": round(self.score, 4),
            "matches": [
                {"in": place, "start": mark.start, "end": mark.end, "because": ", ".join(mark.matched_terms)}
                for place, found in places
                for mark in found
            ],
            "reasons": [{"typed": reason.typed, "found": reason.found} for reason in self.reasons],
            "missing": list(self.missing),
        }


@dataclass(frozen=True, slots=True)
class DocumentMatches:
    """The passages of one document that answer a query, in the order of the text.

    `few` where they have too few of its words to be an answer, and none has more.
    """

    hits: tuple[Hit, ...] = ()
    few: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """An answer: hits in order, how many passages and documents there are in all, and how the query was understood."""

    query: Query
    hits: tuple[Hit, ...]
    passages: int
    documents: int
    terms: tuple[QueryTerm, ...]  # the words that were looked for, each with its other forms
    optional_terms: int  # how many of them stood side by side, so that some may be missing
    by_words: bool = False  # each passage was found by one of the words; else a field or a title may have found it
    guarded: bool = False  # passages have some of the words, but none has enough to be an answer
    # Passages by facet and value, and by document number: of the doubtful ones, where the answer is guarded.
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    by_document: Mapping[int, int] = field(default_factory=dict)
    ranked: tuple[Match, ...] = ()  # the matches of this page, in order; `Search.hits` fetches their passages
    doubtful: tuple[Match, ...] = ()  # where the answer is guarded: the best of what has some of the words
    doubtful_hits: tuple[Hit, ...] = ()
    doubtful_passages: int = 0  # how many have some of the words

    def understood(self) -> list[dict[str, object]]:
        """How each word of the query was taken, for machines."""
        return [
            {
                "typed": term.printed,
                "read_as": term.correction.form if term.correction else None,
                "also": [{"id": r.id, "form": r.form, "kind": r.kind.value} for r in term.expansions],
            }
            for term in self.terms
        ]

    @property
    def suggested(self) -> str | None:
        """추천 검색어: the query with what seems a slip put right, to be offered; None where nothing does.

        Spaces are no slip: a query that is read with others is found as it stands.
        """
        text = self.query.text
        for edit in sorted((term.edit for term in self.terms if term.edit), reverse=True):
            if "".join(text[edit.start : edit.end].split()) != "".join(edit.text.split()):
                text = text[: edit.start] + edit.text + text[edit.end :]
        return text if text != self.query.text else None

    @property
    def counted(self) -> int:
        """How many passages the facets count."""
        return self.passages or self.doubtful_passages

    def emptied(self) -> "Results":
        """The same where what was found turned out to be other words of the same letters: nothing was."""
        return replace(self, passages=0, documents=0, counts={}, by_document={}, ranked=())

    @property
    def words(self) -> tuple[str, ...]:
        """The words that were looked for, as typed."""
        return tuple(term.label for term in self.terms)


def merged(name: str, values: Mapping[str, int]) -> dict[str, int]:
    """The counts of a facet whose values are names: spellings that differ by signs and spaces are one, as they are one
    to a field of the query; the most frequent is shown. A passage is counted under no two of them."""
    if name not in AS_NAMED:
        return dict(values)
    shown: dict[str, str] = {}
    found: dict[str, int] = {}
    for value, many in values.items():
        name = shown.setdefault(bare(value), value)
        found[name] = found.get(name, 0) + many
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
