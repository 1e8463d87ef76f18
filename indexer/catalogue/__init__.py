"""What does the keeper of the archive say of its documents? Side files, spreadsheets and corrections."""

from indexer.catalogue.corrections import correct_again, corrected
from indexer.catalogue.sidefile import Overrides, apply_overrides, overrides_for
