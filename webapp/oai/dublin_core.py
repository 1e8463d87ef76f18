"""How is a document described in Dublin Core? Its catalogue data in the fifteen elements, all of them plain text.

What is not known is left out. Source: the schema oai_dc of the protocol; Dublin Core Metadata Element Set 1.1.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from archive.citing import title_of
from archive.store import DocumentRecord
from webapp.xml_tree import element

OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"


def dublin_core(record: DocumentRecord, permalink: str, opening: str) -> Element:
    """The description of a document that begins with `opening`."""
    return element(
        "oai_dc:dc",
        [element(f"dc:{name}", value) for name, value in _elements(record, permalink, opening) if value.strip()],
        **{
            "xmlns:oai_dc": OAI_DC,
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": f"{OAI_DC} {SCHEMA}",
        },
    )


def _elements(record: DocumentRecord, permalink: str, opening: str) -> Iterator[tuple[str, str]]:
    metadata = record.metadata
    yield "title", title_of(metadata)
    yield "title", metadata.title_en or ""
    yield from (("creator", author) for author in metadata.authors)
    yield "description", opening
    yield "publisher", metadata.publisher or ""
    yield "date", metadata.date or ""
    yield "type", "Text"
    yield "identifier", permalink
    if (metadata.url or "").startswith(("https://", "http://")):
        yield "source", metadata.url or ""
    yield "language", metadata.language or ""
    yield "relation", ", ".join(filter(None, (metadata.series, metadata.number)))
    yield "rights", metadata.rights or ""
