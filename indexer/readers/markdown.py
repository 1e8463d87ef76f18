"""What does a brief written in Markdown say? Its marks become the elements of a page, each with its lines in the file.

CommonMark with tables, `[^1]` references and `[^1]: …` notes, and front matter between two lines of hyphens. What a
page's tags say, Markdown's marks say too, so what follows is the same: `indexer.assembly.markup` makes the `Document`.
Tags in the text are taken out, what stands between them stays; links and images leave their words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from archive.errors import SourceError
from indexer.lines import bullet
from indexer.markup import Element, ElementRole, Extract, MarkupCell, MarkupReference, TextRun, shifted
from indexer.notes import LabelPosition, bind
from indexer.readers.decoding import bounded, read_text, split_lines
from indexer.readers.metadata import markdown_metadata

MEDIA_TYPE = "text/markdown"
# The beginning of a mark that is none: the parser would look for its end from each anew (60,000 letters took minutes).
_NO_MARK = re.compile(r"\[\^(?![^\s\]]{1,60}\])")
_TAG = re.compile(r"<!--.*?(?:-->|$)|<[^<>]*>", re.DOTALL)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
    # References without a note are kept, and notes where they stand, so that both kinds of doubt can be said.
    return parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)


def read(data: bytes, name: str) -> Extract:
    """The elements of a Markdown text and its printed lines, which are those of the file.

    Raises:
        SourceError: nothing in it is text.
    """
    text, encoding, problems = read_text(data, name)
    lines = bounded(split_lines(text), name)
    reader = _MarkdownReader()
    for token in _parser().parse(_NO_MARK.sub(r"\\[^", "\n".join(line.text for line in lines))):
        reader.read(token)
    if not any(element.role is not ElementRole.META for element in reader.elements):
        raise SourceError(f"{name} has no text, or none but what is nested too deep: write some, or take it away")
    return Extract(MEDIA_TYPE, encoding, lines, _bound(reader.elements), problems)


def _bound(elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements with the marks of a label that two notes bear led to the one that their places tell."""
    notes = [element for element in elements if element.role is ElementRole.NOTE]
    if len({note.label for note in notes}) == len(notes):
        return tuple(elements)
    marks = [
        LabelPosition(mark.label, line, named=True)
        for element in elements
        for line, found in _marks(element)
        for mark in found
    ]
    first = elements.index(notes[0])
    together = all(element.role is ElementRole.NOTE for element in elements[first:])
    bound = iter(bind(marks, [LabelPosition(note.label or "", note.line(0)) for note in notes], together))

    def led(found: tuple[MarkupReference, ...]) -> tuple[MarkupReference, ...]:
        positions = [next(bound) for _ in found]
        return tuple(
            replace(mark, key=None if n is None else notes[n].key) for mark, n in zip(found, positions, strict=True)
        )

    return tuple(
        replace(
            element,
            marks=led(element.marks),
            rows=tuple(tuple(replace(cell, marks=led(cell.marks)) for cell in row) for row in element.rows),
        )
        for element in elements
    )


def _marks(element: Element) -> Iterator[tuple[int, tuple[MarkupReference, ...]]]:
    """The marks of an element by the printed line they stand in."""
    for mark in element.marks:
        yield element.line(element.text.count("\n", 0, mark.offset)), (mark,)
    for row, cells in enumerate(element.rows):
        yield element.line(row), tuple(mark for cell in cells for mark in cell.marks)


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

    def read(self, token: Token) -> None:
        """Reads one token."""
        step = getattr(self, f"_{token.type}", None)
        if step is not None:
            step(token)

    def _front_matter(self, token: Token) -> None:
        self.elements.extend(markdown_metadata(token.content))

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
        self.rows, self.numbers, self.heads = [], [], 0

    def _inline(self, token: Token) -> None:
        if self.cell:
            text, marks = _text(token.children or [], in_note=self.note is not None)
            if self.note is not None:
                self._add_to_note(text, _first(token))
            self.rows[-1].append(MarkupCell(text, marks=marks))
            return
        at = _first(token)
        for part in _parts(token.children or []):
            text, marks = _text(part, in_note=self.note is not None)
            if text and self.note is not None:
                self._add_to_note(text, at)
            elif text:
                self.elements.append(self._element(text, marks, at))
            at += sum(child.type in ("softbreak", "hardbreak") for child in part)
        self.level = None

    def _html_block(self, token: Token) -> None:
        self._plain(_TAG.sub("", token.content), _first(token))

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


def _text(children: Sequence[Token], in_note: bool) -> tuple[str, tuple[MarkupReference, ...]]:
    """The text of inline tokens, a line feed where a line breaks, and its marks; within a note marks stay text."""
    run = TextRun()
    for child in children:
        if child.type in ("softbreak", "hardbreak") or (child.type == "html_inline" and _BREAK.match(child.content)):
            run.end_line()
        elif child.type == "footnote_ref":
            label = str(child.meta["label"])
            if in_note:
                run.add(f"[^{label}]")
            else:
                run.mark(f"[^{label}]", label, label)
        elif child.type in ("text", "code_inline", "image"):
            run.add(child.content)
    return run.finish()
