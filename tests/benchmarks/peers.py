"""What do other engines take for the same terms? Tantivy, SQLite FTS5 and Whoosh's own searcher, where they are.

Tantivy gets every leaf of each plan, in the same nine fields, as one disjunction with an exact count: what the engine's
part of a question is compared with. The other two get its words alone. None of them counts facets or weighs needs.
"""

import sqlite3
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from archive.engine import FACET, FIELDS, IndexEntry, Node, Phrase, Term
from tests.archive.engine.worlds import leaves

Question = Callable[[], object]
SHOWN = 20  # of each answer


def words(plan: Node) -> list[str]:
    """The words that a plan looks for in passages, each once."""
    found = (leaf.term for leaf in leaves(plan) if isinstance(leaf, Term) and leaf.stream == "text.word")
    return list(dict.fromkeys(found))


def tantivy(folder: Path, entries: Iterable[IndexEntry], plans: Sequence[Node]) -> Iterator[Question] | None:
    """A question of each plan to Tantivy; None where it is not installed (`pip install tantivy`)."""
    try:
        import tantivy as library  # type: ignore[import-not-found]
    except ImportError:
        return None
    schema = library.SchemaBuilder()
    for field in FIELDS:
        schema.add_text_field(_column(field), tokenizer_name="whitespace", index_option="position")
    built = schema.build()
    folder.mkdir(parents=True)
    index = library.Index(built, path=str(folder))
    writer = index.writer(400_000_000)
    for entry in entries:
        given = {_column(field): [" ".join(terms)] for field, terms in entry.fields.items() if terms}
        writer.add_document(library.Document(**given))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def query(leaf: Term | Phrase) -> object:
        column = _column(leaf.stream)
        if isinstance(leaf, Term):
            return library.Query.term_query(built, column, leaf.term)
        return library.Query.phrase_query(built, column, [place[0] for place in leaf.places])

    def questions() -> Iterator[Question]:
        for plan in plans:
            every = {_what(leaf): query(leaf) for leaf in leaves(plan) if leaf.stream != FACET}
            asked = library.Query.boolean_query([(library.Occur.Should, one) for one in every.values()])
            yield lambda asked=asked: searcher.search(asked, SHOWN, count=True)  # type: ignore[misc]

    return questions()


def _column(field: str) -> str:
    return field.replace(".", "_")


def _what(leaf: Term | Phrase) -> tuple[str, object]:
    return leaf.stream, leaf.term if isinstance(leaf, Term) else leaf.places


def sqlite_fts5(entries: Iterable[IndexEntry], plans: Sequence[Node]) -> Iterator[Question]:
    """A question of the words of each plan to SQLite's own full text search."""
    table = sqlite3.connect(":memory:")
    table.execute("CREATE VIRTUAL TABLE t USING fts5(words, content='', tokenize='unicode61')")
    rows = ((entry.key, " ".join(entry.fields["text.word"])) for entry in entries)
    table.executemany("INSERT INTO t(rowid, words) VALUES (?, ?)", rows)
    ask = f"SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT {SHOWN}"
    for plan in plans:
        if asked := " OR ".join(f'"{term}"' for term in words(plan)):
            yield lambda asked=asked: table.execute(ask, (asked,)).fetchall()  # type: ignore[misc]


def whoosh_searcher(folder: Path, entries: Iterable[IndexEntry], plans: Sequence[Node]) -> Iterator[Question]:
    """A question of the words of each plan to the searcher that Whoosh brings with it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from whoosh import fields, index, query
        from whoosh.analysis import SpaceSeparatedTokenizer
    folder.mkdir(parents=True)
    made = index.create_in(str(folder), fields.Schema(words=fields.TEXT(SpaceSeparatedTokenizer(), phrase=False)))
    writer = made.writer(limitmb=512)
    for entry in entries:
        writer.add_document(words=" ".join(entry.fields["text.word"]))
    writer.commit()
    searcher = made.searcher()
    for plan in plans:
        asked = query.Or([query.Term("words", term) for term in words(plan)])
        yield lambda asked=asked: list(searcher.search(asked, limit=SHOWN))  # type: ignore[misc]
