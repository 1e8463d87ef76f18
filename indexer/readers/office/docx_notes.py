"""Which note does this reference call, and under which number? Word keeps notes apart, and counts them when it prints.

A reference names its note by an id that nobody sees; the number follows from the order of the references and from what
the section and the document say of their format and of where they start anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from indexer.readers.office.ordinals import ordinal
from indexer.readers.office.xml import Node, attribute, child, children, number, tag

PROPERTIES = ("footnotePr", "endnotePr")
FORMATS = ("decimal", "lowerRoman")  # where nothing says another. Source: ECMA-376, 17.11.17 and 17.11.18


@dataclass(slots=True)
class WordNotes:
    """The notes of a document by their ids, and the count of those called so far; [0] footnotes, [1] endnotes."""

    nodes: tuple[Mapping[str, Node], Mapping[str, Node]]
    sections: tuple[Node, ...] = ()  # the properties of each section, in order
    settings: Node | None = None
    section: int = 0
    page: int = 0
    counts: list[int] = field(default_factory=lambda: [0, 0])
    last: list[tuple[int, int]] = field(default_factory=lambda: [(0, 0), (0, 0)])  # section and page of the last call

    def next(self, kind: int) -> str:
        """The number of the next note of a kind, as printed."""
        start = number(self._said(kind, "numStart"), "val", 1)
        restart = attribute(self._said(kind, "numRestart"), "val")
        section, page = self.last[kind]
        anew = (restart == "eachSect" and section != self.section) or (
            restart == "eachPage" and (section, page) != (self.section, self.page)
        )
        self.counts[kind] = 1 if anew else self.counts[kind] + 1
        self.last[kind] = (self.section, self.page)
        format_ = attribute(self._said(kind, "numFmt"), "val", FORMATS[kind])
        return ordinal(start + self.counts[kind] - 1, format_)

    def _said(self, kind: int, name: str) -> Node | None:
        """What the section, or else the document, says of the notes of a kind."""
        of = self.sections[self.section] if self.section < len(self.sections) else None
        own = child(of, PROPERTIES[kind], name)
        return own if own is not None else child(self.settings, PROPERTIES[kind], name)


def read_notes(footnotes: Node | None, endnotes: Node | None, settings: Node | None, body: Node) -> WordNotes:
    """The notes of a document, without the lines that part them from the text."""
    nodes = (_by_id(footnotes, "footnote"), _by_id(endnotes, "endnote"))
    sections = tuple(node for node in body.iter() if tag(node) == "sectPr" and tag(node.getparent()) in ("pPr", "body"))
    return WordNotes(nodes, sections, settings)


def _by_id(root: Node | None, name: str) -> dict[str, Node]:
    return {
        attribute(node, "id"): node for node in children(root, name) if attribute(node, "type", "normal") == "normal"
    }
