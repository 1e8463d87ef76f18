"""Which tables hold an archive? Nothing here belongs to one database."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, MetaData, Table, UniqueConstraint, null
from sqlalchemy.types import JSON, BigInteger, Boolean, Integer, LargeBinary, String, Text

from archive.store.row_seal import SEAL, row_seal

VERSION = 11
UPGRADED = frozenset(
    ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10")
)  # brought up to date when they are opened: `archive.store.upgrade`

tables = MetaData()

# What the archive knows of itself: schema version, name and fingerprint of the search index.
settings = Table("facts", tables, Column("name", String, primary_key=True), Column("value", Text, nullable=False))

# Files that were read, so that only new and changed ones are read again.
files = Table(
    "files", tables,
    Column("path", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("mtime_ns", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("side", String(64), nullable=False),  # digest of the side files that apply, "" for none
    Column("reader", Integer, nullable=False),  # version of the reader
    Column("state", String, nullable=False),  # read, reading, failed, missing, left out
    Column("message", Text),  # why it failed, or is left out
)  # fmt: skip

# Files byte for byte.
originals = Table(
    "originals", tables,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String, nullable=False),
    Column("encoding", String),
    Column("data", LargeBinary, nullable=False),
    Column("packed", String),  # how the data is compressed: zstd; NULL for as it is
)  # fmt: skip

documents = Table(
    "documents", tables,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("path", Text, ForeignKey("files.path"), nullable=False),  # the file it is read from
    Column("entry", Text, nullable=False),  # the id of an entry of a collection, "" for a whole file
    Column("source", Text, nullable=False),  # file name, or the entry's id
    Column("sha256", String(64), ForeignKey("originals.sha256"), nullable=False),
    Column("state", Integer, key="revision", nullable=False),  # the number of its current revision
    Column("digest", String(64), nullable=False),  # of what was read: tells whether anything changed
    Column("metadata", JSON, nullable=False),
    Column("lines", JSON, nullable=False),  # printed lines: [number, page, text]
    Column("page_labels", JSON),  # what is printed on each page as its number; NULL where nothing is
    Column("changed", String(20)),  # the instant of its last change, UTC: see `archive.store.changes`
    UniqueConstraint("path", "entry"),
)  # fmt: skip

_document = ("documents.number",)

blocks = Table(
    "blocks", tables,
    Column("document", Integer, ForeignKey(*_document, ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("value", JSON, nullable=False),  # the rest of the block
)  # fmt: skip

notes = Table(
    "notes", tables,
    Column("document", Integer, ForeignKey(*_document, ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("value", JSON, nullable=False),
)  # fmt: skip

problems = Table(
    "problems", tables,
    Column("document", Integer, ForeignKey(*_document, ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("code", String, nullable=False),
    Column("value", JSON, nullable=False),
)  # fmt: skip

# Everything that has an address: the passages, and the headings and titles they stand under.
passages = Table(
    "passages", tables,
    Column("key", Integer, primary_key=True),
    Column("document", Integer, ForeignKey(*_document, ondelete="CASCADE"), nullable=False),
    Column("id", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("since", Integer),  # the revision from which on it says these words, NULL where it always has
    Column("block", Integer),
    Column("row", Integer),
    Column("note", Integer),
    Column("context", JSON, nullable=False),  # ordinals of the title and headings it stands under
    Column("findable", Boolean, nullable=False),  # whether a search gives it as a hit of its own
    Column("facets", JSON, nullable=False),
    Column("packed", LargeBinary, key="tokens"),  # see `archive.store.codec.pack`
    UniqueConstraint("document", "id"),
    UniqueConstraint("document", "ordinal"),
    sqlite_autoincrement=True,  # a key is never given twice: the index may still hold it
)  # fmt: skip

# Files that hold a document beside the one it is read from: copies, and other forms of the same brief.
forms = Table(
    "forms", tables,
    Column("path", Text, primary_key=True),
    Column("document", Integer, ForeignKey(*_document), nullable=False),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), ForeignKey("originals.sha256"), nullable=False),
)  # fmt: skip

# Bottom hashes of a document's letter n-grams: near-identical texts share most of them.
sketches = Table(
    "sketches", tables,
    Column("document", Integer, ForeignKey(*_document), primary_key=True),
    Column("value", BigInteger, primary_key=True),
)  # fmt: skip

# Which note cites which source: an edge each. Follows from notes and blocks.
citations = Table(
    "citations", tables,
    Column("document", Integer, ForeignKey(*_document), primary_key=True),
    Column("note", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),  # among those of its note
    Column("begins", Integer, key="start", nullable=False),  # of what is printed, in the text of the note
    Column("ends", Integer, key="end", nullable=False),
    Column("repeated", Boolean, nullable=False),  # named by Ibid. or 앞의 글 only
    Column("callers", JSON, nullable=False),  # ordinals of the passages that call the note
    Column("work", BigInteger),  # see `archive.citing.source_keys`; NULL where it cannot be known
    *(Column(name, Text) for name in ("title", "outlet", "author", "date", "pages", "number", "place", "language",
                                      "url", "accessed")),
)  # fmt: skip

# The ledger. Rows are added and never changed, but by `purge`: what was cited must be answered for ever.

# Every revision that a document has had, whole.
revisions = Table(
    "states", tables,
    Column("document", Integer, ForeignKey(*_document), primary_key=True),
    Column("state", Integer, key="revision", primary_key=True),  # 1, 2, 3 …
    Column("since", String(10), nullable=False),  # the day it was first read, ISO 8601
    Column("cause", String, nullable=False),  # first, edition (the publisher's words changed), reading (ours did)
    Column("reader", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),  # of the original
    Column("letters", String(64), nullable=False),  # digest of its letters: tells the same text in another file
    Column("ids", JSON, nullable=False),  # of its passages, in order
    Column("reading", LargeBinary, key="contents"),  # the document as compressed JSON; NULL once purged
    Column("base", Integer),  # the revision to which the contents are a difference; NULL where they are whole
)  # fmt: skip

# What each passage said from which revision on. A passage's first wording is the minting of its id.
wordings = Table(
    "wordings", tables,
    Column("document", Integer, ForeignKey(*_document), primary_key=True),
    Column("id", String, primary_key=True),
    Column("state", Integer, key="revision", primary_key=True),
    Column("kind", String, nullable=False),
    Column("text", Text),  # NULL once purged
)  # fmt: skip

# What became of a passage from one revision to the next, where it did not simply stay.
fates = Table(
    "fates", tables,
    Column("document", Integer, ForeignKey(*_document), primary_key=True),
    Column("id", String, primary_key=True),
    Column("state", Integer, key="revision", primary_key=True),
    Column("status", String, nullable=False),
    Column("targets", JSON, nullable=False),  # ids of the same document
)  # fmt: skip

# What a wording that does not stand today answers. Follows from the ledger, and is made anew with every revision.
answers = Table(
    "answers", tables,
    Column("document", Integer, ForeignKey(*_document), primary_key=True),
    Column("id", String, primary_key=True),
    Column("revision", Integer, primary_key=True),  # in which the wording began
    Column("status", String, nullable=False),  # same (with these or other words), split, merged, ambiguous, gone
    Column("targets", JSON, nullable=False),  # ids of the same document
    Column("changed", Integer),  # the revision at which it changed or went
    Column("similar", JSON),  # of what is gone: ids of passages that say nearly the same
    Column("letters", BigInteger),  # of what is gone: digest of the letters by which it is known in other documents
)  # fmt: skip

# By which letters passages of today are known in any document. Follows from the passages.
occurrences = Table(
    "occurrences", tables,
    Column("value", BigInteger, primary_key=True, autoincrement=False),  # digest of a passage's letters
    Column("document", Integer, ForeignKey(*_document), primary_key=True),
    Column("run", Integer, nullable=False),  # the run of the indexer in which it came to stand there
)  # fmt: skip

# Where the words of a passage are that left its document for another. Follows nothing: what runs found out is kept.
moves = Table(
    "moves", tables,
    Column("document", Integer, ForeignKey(*_document), primary_key=True),
    Column("id", String, primary_key=True),
    Column("revision", Integer, primary_key=True),  # in which the wording began
    Column("targets", JSON, nullable=False),  # addresses that name their revision: 7k4m2-93xch@2
)  # fmt: skip

# Documents that stand in others now: merged into one, parted into several, or the same as one that came from elsewhere.
absorbed = Table(
    "absorbed", tables,
    Column("document", Integer, ForeignKey(*_document), primary_key=True),
    Column("holder", String, primary_key=True),  # the id of a document in which it stands
    Column("since", String(10), nullable=False),
    Column("decided", Boolean, nullable=False),  # a person decided it, or an import; else its file's return undoes it
)  # fmt: skip

# Ids of another archive that was merged into this one, and of documents found to be the same.
aliases = Table(
    "aliases", tables,
    Column("alias", String, primary_key=True),  # document id, or document and passage id: 7k4m2, 7k4m2-93xc
    Column("target", String, nullable=False),  # ends in @ where the target's revisions are numbered as the alias's
)  # fmt: skip

# Documents taken down.
withdrawals = Table(
    "withdrawals", tables,
    Column("document", Integer, ForeignKey(*_document), primary_key=True),
    Column("since", String(10), nullable=False),
    Column("reason", Text, nullable=False),
    Column("purged", Boolean, nullable=False),
)  # fmt: skip

# From where nothing is taken in any more: see `archive.store.barred`.
barred = Table(
    "barred", tables,
    Column("place", String(64), primary_key=True),  # digest of a path, and of an entry in it
    Column("document", Integer, ForeignKey(*_document), primary_key=True),  # the purged one that was read from there
)  # fmt: skip

# Catalogue data given for many documents at once; counts before side files.
corrections = Table(
    "corrections", tables,
    Column("document", Integer, ForeignKey(*_document), primary_key=True),
    Column("fields", JSON, nullable=False),
)  # fmt: skip

# Passages that the search index has not taken in yet.
queue = Table(
    "pending", tables,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("document", Integer, nullable=False),
    Column("gone", Boolean, nullable=False),
)  # fmt: skip

Index("files_state", files.c.state)
Index("documents_path", documents.c.path)
Index("documents_changed", documents.c.changed, documents.c.number)
Index("passages_document", passages.c.document)
Index("sketches_value", sketches.c.value)
Index("citations_work", citations.c.work)
Index("states_letters", revisions.c.letters)
Index("occurrences_document", occurrences.c.document)
Index("occurrences_run", occurrences.c.run)
Index("answers_letters", answers.c.letters)

# The archive's own vocabulary: words that stand in it, for names that sound alike, prefixes and suggestions. Made from
# the passages' tokens, and made anew with the index.
words = Table(
    "words", tables,
    Column("form", String, primary_key=True),  # as printed, case folded
    Column("printed", String, nullable=False),
    Column("script", String, nullable=False),  # hangul, latin, cyrillic, han
    Column("initials", String, nullable=False, index=True),  # ㄹㅂㄹㅍ of 라브로프; "" in other scripts
)  # fmt: skip

# Under which sounds a word is filed.
sounds = Table("sounds", tables, Column("key", String, primary_key=True), Column("form", String, primary_key=True))

# Tables of which nothing can be made anew; each row carries a seal: see `archive.store.seals`.
SEALED = (
    files,
    originals,
    documents,
    blocks,
    notes,
    problems,
    passages,
    forms,
    revisions,
    wordings,
    fates,
    answers,
    moves,
    absorbed,
    aliases,
    withdrawals,
    barred,
    corrections,
)


def _seal(context: Any) -> int:
    """Without the archive's own number of a row, which may be given only as it is inserted."""
    own = context.compiled.statement.table.autoincrement_column
    given = context.get_current_parameters()
    return row_seal({name: value for name, value in given.items() if own is None or name != own.key})


for _table in SEALED:
    _table.append_column(Column(SEAL, BigInteger, default=_seal, onupdate=null()))
    _unsealed = _table.c.seal.is_(None)
    Index(f"{_table.name}_unsealed", _table.c.seal, sqlite_where=_unsealed, postgresql_where=_unsealed)

# Tables that hold a document: its parts; its text, destroyed with it; all that belongs to it.
PARTS = (blocks, notes, problems)
TEXT = (*PARTS, passages, sketches, occurrences, citations)
CONTENTS = (
    *PARTS,
    sketches,
    revisions,
    wordings,
    fates,
    answers,
    moves,
    absorbed,
    withdrawals,
    forms,
    corrections,
    barred,
)
