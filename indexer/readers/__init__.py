"""Which reader reads this file? The registry of formats, and a reader for each."""

from indexer.readers.collection import CollectionEntry
from indexer.readers.decoding import MAX_BYTES, decode, refuse_binary
from indexer.readers.formats import ENDINGS, ending, extract, format_by_name, format_of, reader_versions
from indexer.readers.unread import UnreadKind, is_trace, unread_kind
