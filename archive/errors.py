"""What can go wrong, and what to do next? The one tree of errors.

Messages name the thing, the place, the value and the way out. The library raises these and nothing of click or HTTP;
the command line maps them to exit codes, the web app to status codes.
"""


class GakjuError(Exception):
    """Anything this archive refuses or fails at, with a message for a person."""


class SettingError(GakjuError):
    """A setting has a value that cannot be used."""


class QueryError(GakjuError):
    """A query cannot be understood; the message says how to write it. `code` and `values` serve other languages."""

    def __init__(self, message: str, code: str, **values: object) -> None:
        super().__init__(message)
        self.code = code
        self.values = values


class NotFound(GakjuError):
    """No such document, passage or permalink."""


class NoRevision(NotFound):
    """A document that is there never had this revision; it has `last`."""

    def __init__(self, document: str, revision: int, last: int) -> None:
        super().__init__(f"the document {document} has no revision {revision}: its latest is {last}")
        self.document = document
        self.revision = revision
        self.last = last


class Ambiguous(GakjuError):
    """A name fits several documents; the message lists them."""


class SourceError(GakjuError):
    """A file cannot be read; it costs itself alone."""


class TooLong(GakjuError):
    """A question takes longer than it may; it was given up, and nothing is wrong."""


class StoreError(GakjuError):
    """The store is missing, damaged, of another version or busy."""


class StaleIndex(GakjuError):
    """The search index does not fit the store or the analyzer; the message says which command rebuilds it."""


class LedgerError(GakjuError):
    """An identity would be lost or given twice."""
