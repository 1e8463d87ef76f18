"""What does a brief written in Markdown say? Its marks become the elements of a page, each with its lines in the file.

CommonMark with tables, `[^1]` references and `[^1]: …` notes, and front matter between two lines of hyphens. What a
page's tags say, Markdown's marks say too, so what follows is the same: `indexer.assembly.markup` makes the `Document`.
Tags in the text are taken out, what stands between them stays; links and images leave their words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from archive.errors import SourceError
from indexer.lines import bullet
from indexer.markup import (
    Element,
    ElementRole,
    Extract,
    MarkupCell,
    MarkupReference,
    bind_labels,
    bind_typed_notes,
    open_unplaced,
    shifted,
    with_placed_notes,
)
from indexer.readers.decoding import bounded, read_text, split_lines
from indexer.readers.frontmatter import find_front_matter
from indexer.readers.inline import HeldNote, InlineReader, InlineText, places_in
from indexer.readers.metadata import dated_name, markdown_metadata
from indexer.readers.templates import prepared

MEDIA_TYPE = "text/markdown"
_LISTED = re.compile(r"^\s*<ol\b", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?(?:-->|$)|<[^<>]*>", re.DOTALL)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # References without a note are kept, and notes where they stand, so that both kinds of doubt can be said.
    parser = MarkdownIt("commonmark").enable("table")
    return parser.use(footnote_plugin, inline=True, move_to_end=False, always_match_refs=True)


def read(data: bytes, name: str) -> Extract:
    """The elements of a Markdown text and its printed lines, which are those of the file.

    Raises:
        SourceError: nothing in it is text.
    """
    text, encoding, problems = read_text(data, name)
    lines = bounded(split_lines(text), name)
    texts = [line.text for line in lines]
    front = find_front_matter(texts)
    head = [*markdown_metadata(front), *dated_name(name)] if front is not None else []
    if front is not None:
        texts[: front.lines] = [""] * front.lines
    found: dict[str, Any] = {}  # what the parser keeps of notes that stand where they are called
    tokens = _parser().parse(prepared("\n".join(texts), name), found)
    labels = {str(token.meta["label"]) for token in tokens if token.type == "footnote_reference_open"}
    reader = _MarkdownReader(InlineReader(_written(found), labels), head)
    for token in tokens:
        reader.read(token)
    if not any(element.role is not ElementRole.META for element in reader.elements):
        raise SourceError(f"{name} has no text, or none but what is nested too deep: write some, or take it away")
    return Extract(MEDIA_TYPE, encoding, lines, _bound(reader), problems)


def _written(found: Mapping[str, Any]) -> dict[int, list[Token]]:
    """The notes that stand where they are called, by their ids."""
    notes = found.get("footnotes", {}).get("list", {})
    return {number: note["tokens"] for number, note in notes.items() if "tokens" in note}


def _held(note: HeldNote, at: int) -> Element:
    return Element(ElementRole.NOTE, note.text, (at, at), key=note.key, label=note.label)


def _bound(reader: "_MarkdownReader") -> tuple[Element, ...]:
    """The elements with their marks led to notes: by labels, by how notes are typed, by places in the text."""
    labelled = open_unplaced(bind_labels(reader.elements), reader.places)
    return tuple(with_placed_notes(bind_typed_notes(labelled, reader.rules), reader.places))


@dataclass(slots=True)
class _Note:
    """A note while it is read: its label and key, its text so far, and the line of each line of it."""

    label: str
    key: str
    text: str = ""
    numbers: tuple[int, ...] = ()


@dataclass(slots=True)
class _MarkdownReader:
    """Reads the tokens of a text, one after another, into elements."""

    inline: InlineReader
    elements: list[Element] = field(default_factory=list)
    lists: int = 0  # how many stand open
    marker: str | None = None  # of the item that has just begun
    level: int | None = None  # of the heading that has just begun
    signs: list[str] = field(default_factory=list)  # marks of items outside lists (ㅇ), the outermost first
    note: _Note | None = None
    labels: list[str] = field(default_factory=list)  # of the notes read so far
    rows: list[list[MarkupCell]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)  # the printed line of each row
    heads: int = 0
    cell: bool = False  # a table cell is open
    held: list[Element] = field(default_factory=list)  # notes within the cells of the table being read
    kept: set[str | None] = field(default_factory=set)  # keys of notes that stood where they were called
    places: dict[str, int] = field(default_factory=dict)  # ids in the text, with their printed lines
    listed: int = 0  # items of the list in tags that stands open
    rules: set[int] = field(default_factory=set)  # positions of elements with a rule across the page above them

    def read(self, token: Token) -> None:
        """Reads one token."""
        step = getattr(self, f"_{token.type}", None)
        if step is not None:
            step(token)

    def _heading_open(self, token: Token) -> None:
        self.level = int(token.tag[1])
        self.signs.clear()

    def _bullet_list_open(self, token: Token) -> None:
        self.lists += 1

    def _bullet_list_close(self, token: Token) -> None:
        self.lists -= 1

    _ordered_list_open, _ordered_list_close = _bullet_list_open, _bullet_list_close

    def _list_item_open(self, token: Token) -> None:
        self.marker = f"{token.info}{token.markup}"

    def _list_item_close(self, token: Token) -> None:
        self.marker = None

    def _footnote_reference_open(self, token: Token) -> None:
        label = str(token.meta["label"])
        self.note = _Note(label, label if label not in self.labels else f"{label} {len(self.labels)}")
        self.labels.append(label)

    def _footnote_reference_close(self, token: Token) -> None:
        note, self.note = self.note, None
        if note is not None and note.text:
            lines = (note.numbers[0], note.numbers[-1])
            self.elements.append(
                Element(ElementRole.NOTE, note.text, lines, key=note.key, label=note.label, numbers=note.numbers)
            )

    def _thead_close(self, token: Token) -> None:
        self.heads = len(self.rows)

    def _tr_open(self, token: Token) -> None:
        self.rows.append([])
        self.numbers.append(_first(token))

    def _th_open(self, token: Token) -> None:
        self.cell = True

    def _th_close(self, token: Token) -> None:
        self.cell = False

    _td_open, _td_close = _th_open, _th_close

    def _table_close(self, token: Token) -> None:
        if self.note is None and any(cell.text for row in self.rows for cell in row):
            lines = (self.numbers[0], self.numbers[-1])
            rows, numbers = tuple(map(tuple, self.rows)), tuple(self.numbers)
            self.elements.append(Element(ElementRole.TABLE, "", lines, rows=rows, heads=self.heads, numbers=numbers))
        self._add_held(self.held)
        self.rows, self.numbers, self.heads, self.held = [], [], 0, []

    def _inline(self, token: Token) -> None:
        if self.cell:
            found = self._text(token.children or [])
            if self.note is not None:
                self._add_to_note(found.text, _first(token))
            self.rows[-1].append(MarkupCell(found.text, marks=found.marks))
            self.held += [_held(note, _first(token)) for note in found.notes]
            return
        at = _first(token)
        for part in _parts(token.children or []):
            found = self._text(part)
            self.places |= {place: at + line for line, place in found.places}
            if found.text and self.note is not None:
                self._add_to_note(found.text, at)
            elif found.text:
                self.elements.append(self._element(found.text, found.marks, at))
            self._add_held([_held(note, at) for note in found.notes])
            at += sum(child.type in ("softbreak", "hardbreak") for child in part)
        self.level = None

    def _text(self, tokens: Sequence[Token]) -> InlineText:
        return self.inline.read(tokens, in_note=self.note is not None)

    def _add_held(self, notes: Sequence[Element]) -> None:
        """Adds notes that stand where they are called, each once."""
        for note in notes:
            if note.key not in self.kept:
                self.kept.add(note.key)
                self.elements.append(note)

    def _hr(self, token: Token) -> None:
        self.rules.add(len(self.elements))

    def _html_block(self, token: Token) -> None:
        at = _first(token)
        self.places |= {place: at + line for line, place in places_in(token.content)}
        if _LISTED.search(token.content):
            self._listed(token.content, at)
        else:
            self._plain(_TAG.sub("", token.content), at)

    def _listed(self, html: str, at: int) -> None:
        """A list in tags: an item a line, where each begins with its own; its number is its place."""
        for number, line in enumerate(html.split("\n"), at):
            text = " ".join(_TAG.sub("", line).split())
            begins = line.lstrip()[:3].lower() == "<li"
            if "<ol" in line.lower():
                self.listed = 0
            self.listed += begins
            if text and begins and self.note is None:
                item = Element(ElementRole.ITEM, text, (number, number), level=1, marker=f"{self.listed}.")
                self.elements.append(item)
            elif text:
                self._plain(text, number)

    def _fence(self, token: Token) -> None:
        self._plain(token.content, _first(token) + 1)

    def _code_block(self, token: Token) -> None:
        self._plain(token.content, _first(token))

    def _plain(self, text: str, at: int) -> None:
        """Text whose lines are kept as they are: a paragraph for each stretch without an empty line."""
        stretch: list[str] = []
        for number, line in enumerate([*text.split("\n"), ""], at):
            if line.strip():
                stretch.append(" ".join(line.split()))
            elif stretch:
                shown, first = "\n".join(stretch), number - len(stretch)
                if self.note is not None:
                    self._add_to_note(shown, first)
                else:
                    self.elements.append(Element(ElementRole.PARAGRAPH, shown, (first, number - 1)))
                stretch = []

    def _add_to_note(self, text: str, at: int) -> None:
        assert self.note is not None
        self.note.text += f"\n{text}" if self.note.text else text
        self.note.numbers += tuple(range(at, at + text.count("\n") + 1))

    def _element(self, text: str, marks: tuple[MarkupReference, ...], at: int) -> Element:
        lines = (at, at + text.count("\n"))
        if self.level is not None:
            return Element(ElementRole.HEADING, text, lines, level=self.level, marks=marks)
        if self.marker is not None:
            marker, self.marker = self.marker, None
            return Element(ElementRole.ITEM, text, lines, level=self.lists, marker=marker, marks=marks)
        sign = bullet(text)
        if sign is None:
            return Element(ElementRole.PARAGRAPH, text, lines, marks=marks)
        if sign not in self.signs:
            self.signs.append(sign)
        words, level = text[len(sign) :].lstrip(), self.signs.index(sign) + 1
        marks = shifted(marks, len(words) - len(text))
        return Element(ElementRole.ITEM, words, lines, level=level, marker=sign, marks=marks)


def _first(token: Token) -> int:
    """The printed line with which a token begins."""
    return token.map[0] + 1 if token.map else 1


def _parts(children: Sequence[Token]) -> Iterator[list[Token]]:
    """A paragraph cut before each line that begins with a bullet of its own (ㅇ, ■), which Markdown does not know."""
    part: list[Token] = []
    for i, child in enumerate(children):
        part.append(child)
        following = children[i + 1] if i + 1 < len(children) else None
        if child.type == "softbreak" and following is not None and bullet(following.content) is not None:
            yield part
            part = []
    yield part
