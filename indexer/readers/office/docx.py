"""What does a Word document hold? Its parts by their relations: the text, its notes, styles, lists, heads and feet."""

from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from archive.errors import SourceError
from indexer.readers.office.docx_body import BodyReader
from indexer.readers.office.docx_lists import read_lists
from indexer.readers.office.docx_notes import read_notes
from indexer.readers.office.docx_styles import read_styles
from indexer.readers.office.flow import Flow, Paragraph, RunningHead
from indexer.readers.office.package import Package
from indexer.readers.office.xml import Node, attribute, child, children, tag

ROOT = "_rels/.rels"
CORE = "docProps/core.xml"
MAX_HEADS = 200  # heads and feet that are read; each section may have six


def is_word(package: Package) -> bool:
    """Whether a package is a Word document: its main part is a document."""
    main = _related(package, "").first("officeDocument") if package.holds(ROOT) else ""
    return package.holds(main) and tag(package.tree(main)) == "document"


@dataclass(slots=True)
class RelatedParts:
    """The parts that a part names, by what they are to it."""

    by_kind: dict[str, list[str]] = field(default_factory=dict)

    def first(self, kind: str) -> str:
        """The name of the first part of this kind; "" where there is none."""
        return next(iter(self.by_kind.get(kind, ())), "")


def read_flow(package: Package) -> Flow:
    """The paragraphs of a Word document.

    Raises:
        SourceError: it is damaged.
    """
    main = _related(package, "").first("officeDocument")
    parts = _related(package, main)
    body = child(package.tree(main), "body")
    if body is None:
        raise SourceError(f"{package.name} has no text: it is damaged; save it again in Word")
    styles = read_styles(_tree(package, parts.first("styles")))
    lists = read_lists(_tree(package, parts.first("numbering")), styles)
    notes = read_notes(
        _tree(package, parts.first("footnotes")),
        _tree(package, parts.first("endnotes")),
        _tree(package, parts.first("settings")),
        body,
    )
    reader = BodyReader(styles, lists, notes)
    heads = [*parts.by_kind.get("header", ()), *parts.by_kind.get("footer", ())][:MAX_HEADS]
    running = tuple(
        Paragraph((RunningHead(BodyReader(styles, lists, notes).read(tree)),))
        for name in heads
        if (tree := _tree(package, name)) is not None
    )
    return Flow((*running, *reader.read(body)), *_claims(_tree(package, CORE)))


def _tree(package: Package, part: str) -> Node | None:
    return package.tree(part) if part and package.holds(part) else None


def _related(package: Package, part: str) -> RelatedParts:
    relations = join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels") if part else ROOT
    related = RelatedParts()
    for node in children(_tree(package, relations), "Relationship"):
        if attribute(node, "TargetMode") != "External":
            target = attribute(node, "Target")
            name = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
            kind = attribute(node, "Type").rpartition("/")[2]
            related.by_kind.setdefault(kind, []).append(name)
    return related


def _claims(core: Node | None) -> tuple[str | None, tuple[str, ...]]:
    """The title and the authors that the file claims."""
    texts = {tag(node): " ".join((node.text or "").split()) for node in (() if core is None else core)}
    authors = tuple(filter(None, map(str.strip, texts.get("creator", "").split(";"))))
    return texts.get("title") or None, authors
