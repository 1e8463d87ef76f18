"""Which other passages speak of the same? Passages that share the rarest words, compounds and concepts of one.

No meaning is guessed: what two passages have in common can be named, and is. Whether a passage is nearly the same text
is told by the pairs of letters that both have.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from math import log

from archive.engine import AtLeast, Boosted, Engine, SearchRequest, Term
from archive.model import Passage
from archive.search.expansion import maximal
from archive.search.term_plans import any_of
from archive.store import DocumentRecord, Indexed, Store
from archive.tokens import Streams, Token

TERMS = 16  # rarest terms that are looked for; more of them find the same at a higher price
ENOUGH = 0.2  # share of their weight that another passage must have
COMMON = 0.2  # a term that stands in more than this share of all passages says nothing
FEW = 10  # passages: so many may share a term in the smallest archive
COPY = 0.8  # share of letter pairs in common from which on two texts are called nearly the same
NAMED = 6  # words in common that are named
STREAMS = ("concept", "compound", "word")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")  # what a web address is made of says nothing of what a note is about


@dataclass(frozen=True, slots=True)
class Similar:
    """A passage like another: `common` are words that both have, `copy` says it is nearly the same text."""

    document: DocumentRecord
    passage: Passage
    score: float
    common: tuple[str, ...]
    copy: bool


@dataclass(frozen=True, slots=True)
class _Rare:
    """A term of a passage, how much it says, and where it stands there first."""

    stream: str
    token: Token
    rarity: float


def similar(store: Store, engine: Engine, passage: Passage, limit: int = 5) -> tuple[Similar, ...]:
    """The passages most like this one, best first, itself left out; none where it says too little or stands alone.

    One word in common is no likeness, however rare it is.
    """
    here = store.indexed([passage.key]).get(passage.key) if passage.key is not None else None
    rare = _rarest(here, engine) if here is not None and limit > 0 else []
    if here is None or not rare:
        return ()
    needs = tuple(one.rarity for one in rare)
    terms = tuple(Term(f"text.{one.stream}", one.token.term, one.rarity) for one in rare)
    chosen = AtLeast(terms, needs, ENOUGH * sum(needs))
    found = engine.find(SearchRequest(Boosted(chosen, any_of(terms)), limit + 1)).matches
    matches = [match for match in found if match.key != passage.key][:limit]
    indexed = store.indexed([match.key for match in matches])
    records = store.records(sorted({match.document for match in matches}))
    pairs = set(here.streams.terms("bigram"))
    return tuple(
        Similar(records[one.document], other.passage, one.score, common, _shared(pairs, other.streams) >= COPY)
        for one in matches
        if (other := indexed.get(one.key)) is not None
        and other.findable
        and len(common := _common(passage.text, rare, other.streams)) > 1
    )


def _rarest(here: Indexed, engine: Engine) -> list[_Rare]:
    """The terms of a passage that say most: rare ones that stand in other passages, too."""
    size = engine.size()
    addresses = [match.span() for match in _ADDRESS.finditer(here.passage.text)]
    first = {
        (stream, token.term): token
        for stream in STREAMS
        for token in reversed(here.streams[stream])
        if _says_something(token.term) and not any(start <= token.start < end for start, end in addresses)
    }
    counts = engine.frequencies([(f"text.{stream}", term) for stream, term in first])
    rare = [
        _Rare(stream, token, log(1 + (size + 0.5) / (count + 0.5)))
        for ((stream, _), token), count in zip(first.items(), counts, strict=True)
        if 2 <= count <= max(FEW, COMMON * size) and token.end - token.start > 1
    ]
    rare.sort(key=lambda one: (-one.rarity, STREAMS.index(one.stream), one.token.start))
    return list(_apart(rare))[:TERMS]


def _says_something(term: str) -> bool:
    """Not a lone letter, a number or a date: what happened in the same month need not be the same."""
    return len(term) > 1 and term[0] not in "=@" and not term.isdigit()


def _apart(rare: Sequence[_Rare]) -> Iterator[_Rare]:
    """Those whose text no rarer one has taken: 군사정찰위성 as compounds and words would count five times.

    Concepts count beside them, and beside longer ones: words meet the same language, concepts every other.
    """
    taken: list[Token] = []
    for one in rare:
        if one.stream == "concept":
            yield one
        elif not any(one.token.start < other.end and other.start < one.token.end for other in taken):
            taken.append(one.token)
            yield one


def _common(text: str, rare: Sequence[_Rare], other: Streams) -> tuple[str, ...]:
    """The words of a passage, as printed there, that the other has too; the rarest first."""
    have = {(stream, term) for stream in STREAMS for term in other.terms(stream)}
    spans = [one.token for one in rare if (one.stream, one.token.term) in have]
    return tuple(dict.fromkeys(text[one.start : one.end] for one in maximal(spans)))[:NAMED]


def _shared(pairs: Set[str], other: Streams) -> float:
    """The share of the letter pairs of two texts that they have in common, of all that either has."""
    others = set(other.terms("bigram"))
    return len(pairs & others) / len(pairs | others) if pairs or others else 0.0
