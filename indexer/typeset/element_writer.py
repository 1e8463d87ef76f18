"""How are the parts of a body written as elements? Lines become texts, signs at their heads become marks of items."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from indexer.lines import ItemDepths, is_disclaimer, legend
from indexer.markup import WRAP, Element, ElementRole, MarkupReference
from indexer.typeset.body_parts import BodyPart
from indexer.typeset.bound_marks import bound
from indexer.typeset.footnotes import PrintedNote
from indexer.typeset.lines import TypesetLine
from indexer.typeset.note_lists import listed_notes, without_head
from indexer.typeset.roles import marker_of
from indexer.typeset.table_rows import table_element
from indexer.typeset.tables import PrintedTable


class ElementWriter:
    """Writes the parts of a body as elements."""

    def __init__(self, notes: Sequence[PrintedNote], kept: bool = False) -> None:
        """`kept`: every space at a line end is printed (`indexer.typeset.lines.keeps_spaces`)."""
        self._notes, self._kept = notes, kept
        self._depths = ItemDepths()
        self._elements: list[Element] = []

    def write(self, bodies: Sequence[BodyPart], heads: Mapping[int, Sequence[TypesetLine]]) -> list[Element]:
        """Elements in order, with the running heads of a page before what begins on it; marks know their notes."""
        said: set[int] = set()
        for body in bodies:
            page = body.part.page
            for number in sorted(n for n in heads if n <= page and n not in said):
                said.add(number)
                self._elements += [_text(ElementRole.PAGE_HEAD, [line]) for line in heads[number]]
            self._write(body)
        for number in sorted(n for n in heads if n not in said):
            self._elements += [_text(ElementRole.PAGE_HEAD, [line]) for line in heads[number]]
        printed = [_note(note, n, self._kept) for n, note in enumerate(self._notes)]
        body_elements, listed = listed_notes(self._elements, len(printed))
        far = [element for note, element in zip(self._notes, printed, strict=True) if note.far]
        near = [element for note, element in zip(self._notes, printed, strict=True) if not note.far]
        return bound(body_elements, near, [*far, *listed])

    def _write(self, body: BodyPart) -> None:
        if isinstance(body.part, PrintedTable):
            self._elements.append(table_element(body.part))
            return
        element = _text(body.role, body.lines, ends=_ends(body.lines, body.parted, self._kept))
        if body.role is ElementRole.HEADING:
            self._depths.heading()
            element = replace(element, level=body.level)
        elif body.role is ElementRole.PARAGRAPH and _is_plain(element.text) and (mark := marker_of(element.text)):
            sign, style, length = mark
            element = without_head(element, length)
            element = replace(element, role=ElementRole.ITEM, marker=sign, level=self._depths.of(style))
        self._elements.append(element)


def _is_plain(text: str) -> bool:
    """Whether a paragraph that begins with a sign may be an item: it does not say by its words what it is."""
    return legend(text) is None and not is_disclaimer(text)


def _ends(lines: Sequence[TypesetLine], parted: Sequence[bool], kept: bool) -> list[str]:
    """What stands for each line end but the last: a line feed where surely no word was cut."""
    known = parted or [False] * (len(lines) - 1)
    return [
        "\n" if sure or (not kept and line.text.endswith(" ")) else WRAP
        for line, sure in zip(lines, known, strict=False)
    ]


def _text(role: ElementRole, lines: Sequence[TypesetLine], drop: int = 0, ends: Sequence[str] = ()) -> Element:
    """Lines as an element; the first `drop` letters of the first are left out. `ends` is what stands between them."""
    texts = [line.text.rstrip() if end == "\n" else line.text for line, end in zip(lines, [*ends, ""], strict=True)]
    texts[0], lost = texts[0][drop:].lstrip(), len(texts[0]) - len(texts[0][drop:].lstrip())
    marks: list[MarkupReference] = []
    start = 0
    for at, (line, text) in enumerate(zip(lines, texts, strict=True)):
        shift = start - (lost if at == 0 else 0)
        for mark in line.marks:
            if at == 0 and mark.offset < lost:
                continue
            offset = mark.offset + shift
            if at and mark.offset == 0:  # it belongs to the end of the line above
                offset = start - 1 - (len(texts[at - 1]) - len(texts[at - 1].rstrip()))
            marks.append(MarkupReference(offset, mark.printed, mark.label, None, mark.formula))
        start += len(text) + 1
    text = "".join(part for pair in zip(texts, [*ends, ""], strict=True) for part in pair).rstrip(" ")
    return Element(role, text, marks=tuple(marks), pages=tuple(line.page for line in lines))


def _note(note: PrintedNote, count: int, kept: bool) -> Element:
    element = _text(ElementRole.NOTE, note.lines, note.drop, _ends(note.lines, (), kept))
    own = tuple(mark for mark in element.marks if mark.offset > 0)
    return replace(element, marks=own, key=f"note {count}", label=note.label)
