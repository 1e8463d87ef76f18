"""Entries and plans to try engines with, literal and at random."""

from collections.abc import Iterator

from hypothesis import strategies as st

from archive.engine.plan import AllOf, AnyOf, AtLeast, Boosted, DisMax, Node, Phrase, Term, Without
from archive.engine.protocol import FACET, IndexEntry

FIELDS = ("text.word", "text.bigram", "title.word")
TERMS = ("북한", "위성", "발사", "적‿동", "путин", "2024")


def entry(
    key: int,
    words: str,
    document: int = 1,
    facets: tuple[str, ...] = (),
    title: str = "",
    date: int = 0,
    **facet_values: str,
) -> IndexEntry:
    fields = {"text.word": words.split(), "title.word": title.split()}
    return IndexEntry(
        key, document, fields, facets, {name: tuple(values.split("|")) for name, values in facet_values.items()}, date
    )


fields = st.sampled_from(FIELDS)
terms = st.sampled_from(TERMS)
term_nodes = st.builds(Term, fields, terms, st.sampled_from([0.0, 0.5, 1.0]))
facet_nodes = st.builds(Term, st.just(FACET), st.sampled_from(["in:note", "year:2024"]))
places = st.lists(st.lists(terms, min_size=1, max_size=2).map(tuple), min_size=2, max_size=3).map(tuple)
phrases = st.builds(Phrase, fields, places)


def trees(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(children, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(AnyOf, several),
        st.builds(DisMax, several),
        st.builds(AllOf, several),
        st.builds(Without, children, children),
        st.builds(Boosted, children, children),
        several.flatmap(lambda nodes: st.builds(
            AtLeast, st.just(nodes),
            st.lists(st.sampled_from([0.5, 1.0, 2.0]), min_size=len(nodes), max_size=len(nodes)).map(tuple),
            st.sampled_from([0.5, 1.5, 3.0]), st.sampled_from([0.0, 100.0]),
        )),
    )  # fmt: skip


plans = st.recursive(st.one_of(term_nodes, facet_nodes, phrases), trees, max_leaves=6)
worlds = st.lists(
    st.tuples(*(st.lists(terms, max_size=6) for _ in FIELDS), st.sets(st.sampled_from(["in:note", "year:2024"]))),
    min_size=1,
    max_size=6,
)


def entries_of(world: list[tuple[object, ...]]) -> list[IndexEntry]:
    return [
        IndexEntry(key, key % 3, dict(zip(FIELDS, rest[:-1], strict=True)), tuple(sorted(rest[-1])))  # type: ignore[arg-type,call-overload]
        for key, rest in enumerate(world, 1)
    ]


def leaves(node: Node) -> Iterator[Term | Phrase]:
    """Every term and phrase of a plan, barred ones too."""
    match node:
        case Term() | Phrase():
            yield node
        case AnyOf(nodes) | DisMax(nodes) | AllOf(nodes) | AtLeast(nodes):
            for child in nodes:
                yield from leaves(child)
        case Without(kept, barred):
            yield from leaves(kept)
            yield from leaves(barred)
        case Boosted(kept, bonus):
            yield from leaves(kept)
            yield from leaves(bonus)
