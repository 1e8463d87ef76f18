"""The embedded engine: Whoosh keeps the index, arrays hold its postings."""

from archive.engine.whoosh.engine import WhooshEngine
