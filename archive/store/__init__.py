"""Where is the archive kept? Documents, originals, passages with their tokens, and the ledger of what was cited.

The store is the truth; the search index is made from it and may be thrown away at any time. This is the face of the
package: what lies behind it is nobody else's matter, and a call from outside is a transaction of its own.
"""

from archive.store.backup import backup, restore
from archive.store.changes import FORMAT as INSTANT
from archive.store.changes import Change
from archive.store.damage import Analysis, DamageReport
from archive.store.citations import CitedWork, CitingPassages, Edge
from archive.store.outcomes import IncomingDocument, MatchedBy, Origin, Outcome, RevisionCause, SaveResult
from archive.store.identity import NEW
from archive.store.ledger import CurrentPassage
from archive.store.lexicon import Lexicon
from archive.store.listing import Listing
from archive.store.merger import merge
from archive.store.records import (
    Bytes, DocumentRecord, FileRecord, FileState, FormRecord, Indexed, Original, Overview, Purged,
    StoredDocument,
)  # fmt: skip
from archive.store.store import Store
