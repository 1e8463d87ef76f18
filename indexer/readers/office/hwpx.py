"""What does an HWPX file hold? Its sections as paragraphs, with notes, tables, boxes and captions where they stand.

HWPX (OWPML, KS X 6101) keeps a note inside the run that calls it, so a mark and its note are never matched by number.
"""

from archive.errors import SourceError
from indexer.readers.office.flow import Flow, Paragraph
from indexer.readers.office.hangul import HangulLook, HangulParagraphs, claimed_title
from indexer.readers.office.hwpx_head import read_look
from indexer.readers.office.hwpx_section import HwpxSections
from indexer.readers.office.package import Package
from indexer.readers.office.xml import Node, attribute, tag

CONTENTS, MANIFEST = "Contents/content.hpf", "META-INF/manifest.xml"


def read_flow(package: Package) -> Flow:
    """The paragraphs of an HWPX file.

    Raises:
        SourceError: it is locked, damaged or has no section.
    """
    if package.holds(MANIFEST) and any(tag(node) == "encryption-data" for node in package.tree(MANIFEST).iter()):
        raise SourceError(
            f"{package.name} is locked by a password, or its distribution is restricted: save it in Hangul without that"
        )
    contents = package.tree(CONTENTS) if package.holds(CONTENTS) else None
    names = [name for name in _spine(contents) if package.holds(name)] or [
        name for name in sorted(package.names, key=_section) if _section(name) >= 0
    ]
    sections = [package.tree(name) for name in names]
    sections = [section for section in sections if tag(section) == "sec"]
    if not sections:
        raise SourceError(f"{package.name} has no section of text: save it again in Hangul")
    header = "Contents/header.xml"
    look = read_look(package.tree(header)) if package.holds(header) else HangulLook({}, {}, {}, {}, {})
    reader = HwpxSections(HangulParagraphs(look))
    paragraphs: tuple[Paragraph, ...] = ()
    for section in sections:
        paragraphs += reader.read(section)
    title, authors = _claims(contents)
    return Flow(paragraphs, claimed_title(title, paragraphs), authors)


def _spine(contents: Node | None) -> list[str]:
    """The names of the parts that are read, in order."""
    if contents is None:
        return []
    parts = {attribute(node, "id"): attribute(node, "href") for node in contents.iter() if tag(node) == "item"}
    order = [attribute(node, "idref") for node in contents.iter() if tag(node) == "itemref"]
    return [parts[one] for one in order if "section" in parts.get(one, "")]


def _section(name: str) -> int:
    """The number of a section's part; -1 where it is another part."""
    number = name.removeprefix("Contents/section").removesuffix(".xml")
    return int(number) if number.isdecimal() and len(number) < 6 else -1


def _claims(contents: Node | None) -> tuple[str | None, tuple[str, ...]]:
    """The title and the author that the file claims."""
    title, authors = None, []
    for node in () if contents is None else contents.iter():
        text = " ".join((node.text or "").split())
        if tag(node) == "title" and text:
            title = text
        elif tag(node) == "meta" and attribute(node, "name") == "creator" and text:
            authors.append(text)
    return title, tuple(authors)
