"""Which tables hold an archive? Nothing here belongs to one database."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 1

tables = MetaData()

# What the archive knows of itself: schema version, name and fingerprint of the search index.
facts = Table("facts", tables, Column("name", String, primary_key=True), Column("value", Text, nullable=False))

# Files that were read, so that only new and changed ones are read again.
files = Table(
    "files",
    tables,
    Column("path", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("mtime_ns", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("side", String(64), nullable=False),  # digest of the side files that apply, "" for none
    Column("reader", Integer, nullable=False),  # version of the reader
    Column("state", String, nullable=False),  # read, failed, missing
    Column("message", Text),  # why it failed
)

# Files byte for byte.
originals = Table(
    "originals",
    tables,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String, nullable=False),
    Column("encoding", String),
    Column("data", LargeBinary, nullable=False),
)

documents = Table(
    "documents",
    tables,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("path", Text, ForeignKey("files.path"), nullable=False),
    Column("entry", Text, nullable=False),  # the id of an entry of a collection, "" for a whole file
    Column("source", Text, nullable=False),  # file name, or the entry's id
    Column("sha256", String(64), ForeignKey("originals.sha256"), nullable=False),
    Column("digest", String(64), nullable=False),  # of the reading: tells whether anything changed
    Column("metadata", JSON, nullable=False),
    Column("lines", JSON, nullable=False),  # printed lines: [number, page, text]
    UniqueConstraint("path", "entry"),
)

_document = ("documents.number",)

blocks = Table(
    "blocks",
    tables,
    Column("document", Integer, ForeignKey(*_document, ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("value", JSON, nullable=False),  # the rest of the block
)

notes = Table(
    "notes",
    tables,
    Column("document", Integer, ForeignKey(*_document, ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("value", JSON, nullable=False),
)

problems = Table(
    "problems",
    tables,
    Column("document", Integer, ForeignKey(*_document, ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("code", String, nullable=False),
    Column("value", JSON, nullable=False),
)

# Everything that has an address: the passages, and the headings and titles they stand under.
passages = Table(
    "passages",
    tables,
    Column("key", Integer, primary_key=True),
    Column("document", Integer, ForeignKey(*_document, ondelete="CASCADE"), nullable=False),
    Column("id", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("block", Integer),
    Column("row", Integer),
    Column("note", Integer),
    Column("context", JSON, nullable=False),  # ordinals of the title and headings it stands under
    Column("findable", Boolean, nullable=False),  # whether a search gives it as a hit of its own
    Column("facets", JSON, nullable=False),
    Column("tokens", JSON, nullable=False),  # by stream: [terms parted by spaces, [start, end, …]]
    UniqueConstraint("document", "id"),
    UniqueConstraint("document", "ordinal"),
    sqlite_autoincrement=True,  # a key is never given twice: the index may still hold it
)

# Passages that the search index has not taken in yet.
pending = Table(
    "pending",
    tables,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("document", Integer, nullable=False),
    Column("gone", Boolean, nullable=False),
)

Index("files_state", files.c.state)
Index("documents_path", documents.c.path)
Index("passages_document", passages.c.document)
