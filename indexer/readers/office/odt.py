"""What does an OpenDocument text hold? Its parts: the text, its styles, heads and feet, and what it says of itself.

A file is a package of parts, or one XML of them all (.fodt). The day on which a file was made or saved is not that of
the publication: it is not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.errors import SourceError
from indexer.readers.office.flow import Flow, Paragraph, RunningHead
from indexer.readers.office.odt_body import NO_TEXT, PAGE_FIELDS, OdtBody
from indexer.readers.office.odt_drawings import OdtDrawings
from indexer.readers.office.odt_lists import read_lists
from indexer.readers.office.odt_styles import read_styles
from indexer.readers.office.package import MAX_XML, Package, tree_of
from indexer.readers.office.xml import Node, attribute, child, children, tag

CONTENT, STYLES, META, MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"
FLAT = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[\s\S]{0,4000}?\boffice:document\s")  # how it begins
HEADS = frozenset(("header", "header-left", "header-first", "footer", "footer-left", "footer-first"))
MAX_HEADS = 200  # heads and feet that are read
# What else OpenDocument holds in the place of a text, and what it is called.
OTHERS = {
    "spreadsheet": "an OpenDocument spreadsheet", "presentation": "an OpenDocument presentation",
    "drawing": "an OpenDocument drawing",
}  # fmt: skip
# Accounts, which are no people: programs write them for the author. Source: LibreOffice, Word, Hangul.
_ACCOUNT = re.compile(r"[\x00-\x7f]{1,3}|.*(?:user|사용자|admin|owner|microsoft|office|windows|unknown).*", re.I)
_ENTRY = re.compile(rb"<(?:\w+:)?file-entry\b[^>]*>")
_FORMULA = re.compile(rb"\bfull-path=[\"']([^\"']*)[\"']")


@dataclass(frozen=True, slots=True)
class OdtParts:
    """The roots of a file's parts. `formulas`: the names of the parts that are formulas."""

    name: str
    content: Node
    styles: Node | None
    meta: Node | None
    formulas: frozenset[str] = frozenset()


def packed(package: Package) -> OdtParts:
    """The parts of a package.

    Raises:
        SourceError: it is locked or damaged.
    """
    manifest = package.read(MANIFEST) if package.holds(MANIFEST) else b""  # old ones have a document type: no XML here
    if b"encryption-data" in manifest:
        raise SourceError(f"{package.name} is locked by a password: save it without one")
    styles = package.tree(STYLES) if package.holds(STYLES) else None
    return OdtParts(package.name, package.tree(CONTENT), styles, _meta(package), frozenset(_formulas(manifest)))


def _meta(package: Package) -> Node | None:
    """What a file says of itself; nothing where that is damaged, its text may be whole."""
    try:
        return package.tree(META) if package.holds(META) else None
    except SourceError:
        return None


def flat(data: bytes, name: str) -> OdtParts:
    """The parts of a file that is one XML.

    Raises:
        SourceError: it is damaged or too large.
    """
    if len(data) > MAX_XML:
        raise SourceError(f"{name} has {len(data):,} bytes, the limit is {MAX_XML:,}: save it as .odt")
    root = tree_of(data, name)
    return OdtParts(name, root, root, root)


def read_flow(parts: OdtParts) -> Flow:
    """The paragraphs of an OpenDocument text.

    Raises:
        SourceError: it holds something else.
    """
    body = child(parts.content, "body")
    text = child(body, "text")
    if text is None:
        what = next((OTHERS[tag(one)] for one in (() if body is None else body) if tag(one) in OTHERS), None)
        if what is not None:
            raise SourceError(f"{parts.name} is {what}: save its text as .odt")
        raise SourceError(f"{parts.name} has no text: it is damaged; save it again")
    paragraphs = _reader(parts, parts.content, NO_TEXT).read(text)
    return Flow((*_running_heads(parts), *paragraphs), *_claims(child(parts.meta, "meta")))


def _reader(parts: OdtParts, part: Node, no_text: frozenset[str]) -> OdtBody:
    """A reader of the text in a part, with the common styles and those that were made for this part."""
    scopes = (child(parts.styles, "styles"), child(part, "automatic-styles"))
    return OdtBody(read_styles(*scopes), read_lists(*scopes), OdtDrawings(parts.formulas), no_text)


def _running_heads(parts: OdtParts) -> Iterator[Paragraph]:
    """The heads and feet of all kinds of pages."""
    if parts.styles is None:
        return
    reader = _reader(parts, parts.styles, NO_TEXT | PAGE_FIELDS)
    pages = children(child(parts.styles, "master-styles"), "master-page")
    nodes = [one for page in pages for one in page if tag(one) in HEADS and attribute(one, "display") != "false"]
    for node in nodes[:MAX_HEADS]:
        yield Paragraph((RunningHead(reader.read(node)),))


def _formulas(manifest: bytes) -> Iterator[str]:
    for entry in _ENTRY.findall(manifest):
        named = _FORMULA.search(entry) if b"opendocument.formula" in entry else None
        if named is not None:
            yield named[1].decode("utf-8", "replace").strip("/")


def _claims(meta: Node | None) -> tuple[str | None, tuple[str, ...]]:
    """The title and the author that the file claims."""
    texts = {tag(node): " ".join((node.text or "").split()) for node in (() if meta is None else meta)}
    author = texts.get("initial-creator", "")
    return texts.get("title") or None, (author,) if author and _ACCOUNT.fullmatch(author) is None else ()
