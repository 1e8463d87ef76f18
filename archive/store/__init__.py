"""Where is the archive kept? Documents, originals, blocks, notes, passages and tokens in one database.

The store is the truth; the search index is made from it and may be thrown away at any time.
"""

from archive.store.core import Store
from archive.store.listing import Listing
from archive.store.records import DocumentRecord, FileRecord, Overview

__all__ = ["DocumentRecord", "FileRecord", "Listing", "Overview", "Store"]
