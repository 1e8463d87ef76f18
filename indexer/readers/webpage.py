"""What stands on this web page? Tags into elements in reading order: headings, paragraphs, items, tables, notes.

BeautifulSoup over lxml (its own `html.parser` is quadratic on hostile pages). One walk over the tree with a stack of
its own, so neither depth nor length is dangerous; the number of tags is bounded, for each costs a kilobyte. The frame
of a page is left out, unless a note stands in it (`frame`).
"""

import re
import warnings
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag, XMLParsedAsHTMLWarning
from bs4.exceptions import ParserRejectedMarkup

from archive.errors import SourceError
from archive.model import Problem
from indexer.markup import (
    BLOCKS,
    REST,
    Element,
    ElementRole,
    Extract,
    MarkupReference,
    NoteLinks,
    TextRun,
    attribute,
    bind_typed_notes,
    data_tables,
    find_links,
    inside_note,
    is_text,
    read_table,
    script_text,
    shifted,
    walk,
    with_lines,
)
from indexer.readers.decoding import bounded, read_text
from indexer.readers.frame import (
    EDITED,
    FRAME,
    SKIPPED,
    is_edit_link,
    is_hidden,
    is_named_frame,
    is_never_text,
    main_part,
)
from indexer.readers.metadata import page_metadata

MEDIA_TYPE = "text/html"
MAX_TAGS = 100_000  # a thousand printed pages; so many took 5 s and 200 MB on a busy machine

BYLINES = frozenset(("author", "authors", "byline", "writer"))
DATES = frozenset(("date", "pubdate", "published"))
# Marks that a page prints itself before an item, outside lists. Source: the briefs and Korean official style.
MARKER = re.compile(r"([-–—•·∙▪▶▷►▸○●◦ㅇ□■◇◆☐☞➢➤※]|[①-⑳])\s+(?=\S)")
BULLET = "•"  # what a browser prints before an item of <ul>
XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


@dataclass(slots=True)
class _OpenBlock:
    """The block being read: what its text will be."""

    role: ElementRole = ElementRole.PARAGRAPH
    level: int | None = None
    marker: str | None = None
    note: str | None = None
    note_ends: bool = False  # the note began in the middle of this block and ends with the next
    pre: bool = False


def read(data: bytes, name: str) -> Extract:
    """The elements of a web page and its printed lines; it may name its own encoding.

    Raises:
        SourceError: too many tags, or nothing that reads as a page.
    """
    text, encoding, problems = read_text(data, name, declared=True)
    soup = _parsed(text, name)
    reader = _WebPageReader(find_links(soup), data_tables(soup), main_part(soup), soup.find_all("h1"))
    reader.read(soup)
    elements, lines = with_lines([*page_metadata(soup), *bind_typed_notes(reader.elements, reader.rules)])
    if not lines:
        raise SourceError(f"{name} shows no text: its content may be loaded by a script; save the page as displayed")
    if invalid := reader.run.invalid:
        problems += (Problem("invalid-characters", (1, len(lines)), (str(invalid), "&#…;")),)
    return Extract(MEDIA_TYPE, encoding, bounded(lines, name), elements, problems)


def _parsed(text: str, name: str) -> BeautifulSoup:
    if (tags := text.count("<")) > MAX_TAGS:
        raise SourceError(f"{name} has {tags:,} tags, the limit is {MAX_TAGS:,}: split it, or save its text as .txt")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)  # a page may be one word that looks like a name
        try:
            return BeautifulSoup(XML_DECLARATION.sub("", text, count=1), "lxml")
        except ParserRejectedMarkup as error:
            raise SourceError(f"{name} cannot be read as a web page ({error}): save it again, or as text") from error


class _WebPageReader:
    """One walk over a page: opens and closes blocks, collects text, emits elements."""

    def __init__(self, links: NoteLinks, tables: set[int], main: Tag | None, titles: Iterable[Tag]) -> None:
        self.links, self.tables, self.main = links, tables, main
        self.note_begins = sorted(links.begins[node] for node in links.notes)
        self.row_begins = sorted(links.begins[node] for node in links.rows)
        self.title_begins = sorted(links.begins[id(tag)] for tag in titles)
        self.elements: list[Element] = []
        self.held: list[Element] = []  # notes within the block being read
        self.rules: set[int] = set()  # positions of elements with a rule across the page above them
        self.run = TextRun()
        self.blocks = [_OpenBlock()]
        self.lists: list[tuple[Tag, Counter[str]]] = []
        self.markers: list[str] = []  # printed marks of items, the outermost first
        self.in_main = 0
        self.in_article = 0

    def read(self, root: Tag) -> None:
        """Reads the whole page."""
        for node, opens in walk(root, self._open):
            if is_text(node):
                if id(node) not in self.links.silent:
                    self._text(str(node))
            elif isinstance(node, Tag) and not opens:
                self._close(node)
        self._flush()

    def _text(self, printed: str) -> None:
        block = self.blocks[-1]
        if self.main is not None and not self.in_main and block.note is None:
            return
        if not block.pre:
            self.run.add(printed)
            return
        first, *rest = printed.split("\n")
        self.run.add(first)
        for line in rest:
            self._line_end()
            self.run.add(line)

    def _line_end(self) -> None:
        if not self.run.end_line():
            self._flush()

    def _open(self, tag: Tag) -> bool:
        """Opens a node; False where nothing in it is to be read."""
        if (call := self.links.calls.get(id(tag))) and self.blocks[-1].note is None:
            self.run.mark(call.printed, call.label, call.key)
        if (key := self.links.inside.get(id(tag))) is not None:
            self.held.append(inside_note(tag, key, self.links, SKIPPED))
            return False
        if call:
            return self.blocks[-1].note is not None  # a note's own mark of a note stays in its text
        if tag.name not in BLOCKS and (key := self.links.notes.get(id(tag))) is not None:
            self._flush()
            self.blocks[-1].note, self.blocks[-1].note_ends = key, True
        if id(tag) in self.links.backlinks or self._is_frame(tag):
            return False
        if tag.name == "br":
            self._line_end()
        elif figures := script_text(tag):
            self.run.add(figures)
            return False
        elif id(tag) in self.tables and self.blocks[-1].note is None and not self._holds(tag, self.row_begins):
            self._flush()
            self._table(tag)
            return False
        elif tag.name in BLOCKS:
            self._flush()
            self._enter(tag)
            if tag.name == "hr":
                self.rules.add(len(self.elements))
        return True

    def _close(self, tag: Tag) -> None:
        if tag.name not in BLOCKS:
            return
        self._flush()
        self.blocks.pop()
        self.in_main -= tag is self.main
        self.in_article -= tag.name in ("article", "main")
        if tag.name in ("ul", "ol"):
            self.lists.pop()

    def _enter(self, tag: Tag) -> None:
        outer = self.blocks[-1]
        if outer.note_ends:
            outer.note, outer.note_ends = None, False
        block = _OpenBlock(outer.role, outer.level, None, self.links.notes.get(id(tag), outer.note), pre=outer.pre)
        self.blocks.append(block)
        self.in_main += tag is self.main
        self.in_article += tag.name in ("article", "main")
        names = set(f"{attribute(tag, 'class')} {attribute(tag, 'rel')}".lower().split())
        if re.fullmatch("h[1-6]", tag.name):
            block.role, block.level = ElementRole.HEADING, int(tag.name[1])
        elif tag.name in ("ul", "ol"):
            self.lists.append((tag, Counter()))
        elif tag.name == "li":
            block.role, block.level, block.marker = ElementRole.ITEM, max(len(self.lists), 1), self._ordinal(tag)
        elif tag.name == "figcaption":
            block.role = ElementRole.CAPTION
        elif tag.name == "pre":
            block.pre = True
        elif tag.name == "address" or names & BYLINES:
            block.role = ElementRole.BYLINE
        elif names & DATES:
            block.role = ElementRole.DATE

    def _ordinal(self, item: Tag) -> str:
        """What a browser prints before an item of a list."""
        if not self.lists or self.lists[-1][0].name == "ul":
            return BULLET
        of, counts = self.lists[-1]
        given = attribute(item, "value") or ("" if counts else attribute(of, "start"))
        number = int(given) if given.isdecimal() and len(given) < 6 else counts["item"] + 1
        counts["item"] = number
        first = {"a": "a", "A": "A"}.get(attribute(of, "type"))
        return f"{chr(ord(first) + number - 1)}." if first and 1 <= number <= 26 else f"{number}."

    def _is_frame(self, tag: Tag) -> bool:
        """Whether a node is no content: never text, hidden, or the frame around the page's content."""
        if is_never_text(tag) or (
            tag.name in EDITED and is_edit_link(tag, self.blocks[-1].role is ElementRole.HEADING)
        ):
            return True
        if tag.name not in BLOCKS and tag.name != "span":
            return False
        if is_hidden(tag):  # but for notes that a script shows where they are called
            return self._holds(tag, self.title_begins) or not self._holds(tag, self.note_begins)
        if tag.name in ("span", "html", "body") or self._holds(tag, self.note_begins):
            return False
        if self.main is not None and not self.in_main:
            return not self.links.within(self.main, tag) and self.blocks[-1].note is None
        if is_named_frame(tag):
            return True
        return tag.name in FRAME and not self.in_article and not self._holds(tag, self.title_begins)

    def _holds(self, tag: Tag, begins: list[int]) -> bool:
        """Whether a node that begins at one of these places is within the tag. No search in it: tags nest deep."""
        at = bisect_left(begins, self.links.begins[id(tag)])
        return at < len(begins) and begins[at] <= self.links.ends[id(tag)]

    def _table(self, tag: Tag) -> None:
        table = read_table(tag, self.links, SKIPPED)
        self.run.invalid += table.invalid
        if table.caption:
            self.elements.append(Element(ElementRole.CAPTION, table.caption, marks=table.caption_marks))
        if any(cell.text for row in table.rows for cell in row):
            self.elements.append(Element(ElementRole.TABLE, "", rows=table.rows, heads=table.heads))
        self.elements.extend(table.notes)

    def _flush(self) -> None:
        """Emits what was collected as an element, and the notes that stood in it."""
        text, marks = self.run.finish()
        block = self.blocks[-1]
        last = self.elements[-1] if self.elements else None
        if not text:
            if marks and last is not None and last.role not in (ElementRole.TABLE, ElementRole.NOTE):
                moved = tuple(replace(mark, offset=len(last.text)) for mark in marks)  # from a block of their own
                self.elements[-1] = replace(last, marks=last.marks + moved)
        elif block.note is not None:
            self._add_to_note(block.note, REST.sub("", text))
        else:
            self.elements.append(self._element(block, text, marks))
        self.elements.extend(self.held)
        self.held.clear()

    def _add_to_note(self, key: str, text: str) -> None:
        last = self.elements[-1] if self.elements else None
        if last is not None and last.key == key and text:
            self.elements[-1] = replace(last, text=f"{last.text}\n{text}")
        elif text:
            self.elements.append(Element(ElementRole.NOTE, text, key=key, label=self.links.labels[key]))

    def _element(self, block: _OpenBlock, text: str, marks: tuple[MarkupReference, ...]) -> Element:
        role, level, marker = block.role, block.level, block.marker
        block.marker = None
        if role is ElementRole.HEADING:
            self.markers.clear()
        elif role in (ElementRole.PARAGRAPH, ElementRole.ITEM) and (printed := MARKER.match(text)):
            if role is ElementRole.PARAGRAPH or marker in (BULLET, None):
                role, marker, level = ElementRole.ITEM, printed[1], len(self.lists) or self._depth(printed[1])
                text = text[printed.end() :]
                marks = shifted(marks, -printed.end())
        elif role is ElementRole.PARAGRAPH:
            level = None
        return Element(role, text, level=level, marker=marker, marks=marks)

    def _depth(self, marker: str) -> int:
        """How deep an item with this printed mark stands: marks nest in the order in which they first appear."""
        marker = "①" if "①" <= marker <= "⑳" else marker
        if marker not in self.markers:
            self.markers.append(marker)
        return self.markers.index(marker) + 1
