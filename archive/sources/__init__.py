"""What do the notes of an archive rest on? Every source that they cite, and the outlets in which these appeared."""

from archive.sources.catalogue import CitedOutlet, Source, SourceCatalogue, SourceOrder, sharing
from archive.sources.latest import LatestSources
