"""How does a document leave for other programs and for paper? JSON and plain text."""

from archive.export.json import export
from archive.export.text import as_text
