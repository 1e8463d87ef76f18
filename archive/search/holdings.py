"""What does an archive hold, and what is worth trying in it? Its passages counted, and concepts that it speaks of.

Everything is counted in the index, as a search counts it: a link to what is shown finds just as many passages.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archive.engine import FACET, FACET_NAMES, AllOf, AnyOf, Engine, SearchRequest, Term
from archive.search.results import merged
from archive.terms import Concept, TermBase

PLACES = ("body", "note", "table")  # every passage is filed under one
FOREIGN = ("ru", "zh", "en")
PARTNERS = 12  # concepts of which one may stand beside another; chosen: each costs a look into the index
COMMON = 0.2  # of all passages: what stands in more says nothing of any
LEAST = 2  # passages that speak of a concept which is worth trying


@dataclass(frozen=True, slots=True)
class Holdings:
    """Passages by facet and value, the most frequent first. `korean` are two concepts of which passages speak together;
    `foreign` is another one, and a form of it in a language that is not Korean."""

    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    korean: tuple[Concept, ...] = ()
    foreign: tuple[Concept, str] | None = None


def holdings(engine: Engine, table: TermBase) -> Holdings:
    """What the index holds. The term base finds the same concepts by any of their forms."""
    everything = AnyOf(tuple(Term(FACET, f"in:{place}", 0.0) for place in PLACES))
    found = engine.find(SearchRequest(everything, 0, facets=FACET_NAMES))
    counts = {name: merged(name, values) for name, values in found.counts.items()}
    spoken = _spoken_of(engine, table, found.passages)
    korean = _together(engine, spoken)
    foreign = next(((one, form) for one in spoken if one not in korean and (form := _foreign(one))), None)
    return Holdings(counts, korean, foreign)


def _spoken_of(engine: Engine, table: TermBase, passages: int) -> list[Concept]:
    """The names that tell something of the archive, those of most passages first: a state would tell too little."""
    rows = [row for row in table.rows if row.is_name and row.kind != "state" and _form(row, "ko")]
    many = zip(rows, engine.frequencies([_term(row) for row in rows]), strict=True)
    telling = [(count, row) for row, count in many if LEAST <= count <= max(LEAST, COMMON * passages)]
    return [row for _, row in sorted(telling, key=lambda one: (-one[0], one[1].id))]


def _together(engine: Engine, spoken: Sequence[Concept]) -> tuple[Concept, ...]:
    """The first concept and that of the next few which most of its passages speak of, too; alone where none does."""
    if not spoken:
        return ()
    first, *others = spoken[: PARTNERS + 1]
    plans = [AllOf((Term(*_term(first), 0.0), Term(*_term(other), 0.0))) for other in others]
    many = [engine.find(SearchRequest(plan, 0)).passages for plan in plans]
    best = max(range(len(others)), key=lambda n: many[n], default=None)
    return (first,) if best is None or many[best] < LEAST else (first, others[best])


def _term(concept: Concept) -> tuple[str, str]:
    return "text.concept", concept.id


def _foreign(concept: Concept) -> str | None:
    return next((form for language in FOREIGN if (form := _form(concept, language))), None)


def _form(concept: Concept, language: str) -> str | None:
    """The preferred form of the language, if it has one that is more than a sign."""
    return next(_proper(concept.forms(language)), None)


def _proper(forms: Sequence[str]) -> Iterator[str]:
    return (form for form in forms if form[0].isalpha())
