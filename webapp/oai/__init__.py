"""How do libraries harvest the archive? The Protocol for Metadata Harvesting of the Open Archives Initiative."""

from webapp.oai.answer import answer
