"""What became of what was cited? Resolves permalinks, opens past revisions, compares them, finds quotations again."""

from archive.history.diff import PassagePair, difference, share
from archive.history.entries import ListedAddress, excerpt_sources, excerpt_words, listed_address, quoted_entry
from archive.history.excerpt import Excerpt, excerpt, refer_to
from archive.history.quotation import Quotation, parse_quotation
from archive.history.relocation import RelocatedQuotation, find_quoted
from archive.history.resolution import Resolution, resolve
from archive.history.revisions import Past, stored_at
from archive.history.slips import likely
from archive.history.verification import verify
