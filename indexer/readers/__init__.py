"""Which reader reads this file? The registry of formats, and a reader for each."""

from indexer.readers.collection import CollectionEntry
from indexer.readers.decoding import decode, refuse
from indexer.readers.formats import ENDINGS, by_name, choose, ending, extract, versions
