"""Where does one paragraph end and the next begin? By gaps, indents, sizes and short lines, column by column.

What one typeface, one distance of lines and one edge hold together is one paragraph; it goes on in the next column or
page where its sentence does.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from archive.text import is_hangul
from indexer.lines import bullet, ends_sentence, legend, number
from indexer.typeset.columns import Column
from indexer.typeset.lines import TypesetLine

WIDER = 1.17  # times the usual distance of lines: a gap between paragraphs
ALIKE = 0.06  # by which sizes of one paragraph may differ
INDENT, DEEPEST = 0.6, 2.5  # ems: an indent of a first line
DOUBLE = 2.8  # times the size of letters: the distance of lines that are set wide, not of two parts
CLOSEST = 0.8  # times the size of letters: what is nearer stands beside, as the marks in the columns of a table
WORD = 5.0  # ems: a long word
MOST = 0.7  # of the lines that are set wide, which are full
LISTED = re.compile(r"(?:\w{1,3}[-.])*\w{1,3}[.)]\s")  # a) or iii. or 2-1. at the head of a line
ROOM = 0.4  # ems: more than a justified line leaves
FREE = 2.0  # ems: more than a ragged line leaves beside the first word of the next one
FEW, SHARED = 3, 0.25  # lines that must begin together to show an edge, and the share of a column's lines
ENOUGH, OFTEN = 4, 0.5  # paragraphs that show a habit, and the share of them that must: halves at column tops do not
FLUSH = 0.06  # ems from the edge at which a justified line ends, and the last of a paragraph hardly ever
STOP = re.compile(r"[.!?。…][\"'”’)\]」』]*\s*$")  # what ends a sentence in text; entries of an index end in figures
JUSTIFIED, LINES = 0.8, 2  # the share of lines that end there in justified text, and how many must be seen
CUT = re.compile(r"[-‐\u00ad]\s*$|(?:://|www\.)\S*$")  # a line end at which a word may go on though there was room
# What no typesetter parts (Unicode line breaking, UAX 14): marks from what they open or close, letters of one script.
PIECE = re.compile(r"[(\[{「『《〈<“‘~-]*(?:[가-힣]|[^\W가-힣]+|\S)[,.;:!?%)\]}」』》〉>”’…·~]*")
LAST = re.compile(r"다\.(?=\s)")  # the end of a sentence at the head of a column, cut from its word: 평가한 / 다. 그는
ARTICLE = re.compile(r"제\s?\d+조(?:의\s?\d+)?(?=[\s(])")  # of a law
CHAPTER = re.compile(r"(\d{1,2})\s+(?=\D)")  # 4 결론
LEADERS = 4  # dots in a row that lead to a page number


@dataclass(slots=True)
class PrintedParagraph:
    """Lines of one paragraph, heading or item, and the edges of the column in which it begins."""

    lines: list[TypesetLine]
    left: float = 0.0
    right: float = 0.0
    parted: list[bool] = field(default_factory=list)  # of each line end but the last: surely no word was cut there

    def extend(self, rest: "PrintedParagraph", parted: bool = False) -> None:
        """Goes on with another: in the next column, or as a title goes on in the next line (`parted`)."""
        self.parted += [parted, *rest.parted]
        self.lines += rest.lines
        self.right = rest.right

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def text(self) -> str:
        """Its lines, as they are printed, parted by spaces."""
        return " ".join(line.text.strip() for line in self.lines)

    @property
    def is_marked(self) -> bool:
        """Whether it begins with a bullet or a number."""
        return bullet(self.lines[0].text) is not None or number(self.lines[0].text) is not None


class ColumnParagraphs:
    """The paragraphs of one column."""

    def __init__(self, column: Column, pitches: dict[float, float], margin: float) -> None:
        """`pitches`: the usual distance of lines, by size; `margin`: where the text of the page begins."""
        self._lines = column.lines
        self._pitches = pitches
        self._margin = margin

    @cached_property
    def left(self) -> float:
        """The edge at which most lines begin; where lines share none, that of the page."""
        edge, many = Counter(round(line.x / 2) for line in self._lines).most_common(1)[0]
        if many < max(FEW, SHARED * len(self._lines)):
            return self._margin
        return min(line.x for line in self._lines if round(line.x / 2) == edge)

    @cached_property
    def right(self) -> float:
        """The edge at which full lines end."""
        ends = sorted(line.end for line in self._lines)
        return ends[min(len(ends) - 1, len(ends) * 9 // 10)]

    def begins(self, above: TypesetLine, line: TypesetLine, lines: Sequence[TypesetLine]) -> bool:
        """Whether a paragraph begins with this line; `lines` are those of the one above it."""
        if abs(above.size - line.size) > ALIKE * above.size or above.bold != line.bold:
            return not self._goes_on(above, line)
        if line.y <= above.y or line.y - above.y > WIDER * self._pitch(line):
            return not self._goes_on_wide(above, line, lines)
        if _counts_on_below(lines[0], line):
            return True
        full = not self.has_room(above, line)
        open_ = full and not ends_sentence(above.text)
        hanging = len(lines) > 1 and abs(line.x - lines[1].x) < INDENT * line.size < abs(lines[0].x - line.x)
        if (bullet(line.text) or legend(line.text)) and not (open_ and hanging):
            return not open_ or abs(line.x - above.x) > INDENT * line.size or bullet(line.text) in tuple("▶■□○ㅇ※")
        if (number(line.text) or ARTICLE.match(line.text)) and not open_:
            return True
        if not full:
            return True
        return self._indented(line, lines)

    def _goes_on(self, above: TypesetLine, line: TypesetLine) -> bool:
        """A word or two in bold, or a line half in a smaller size, in the middle of a sentence."""
        near = 0 < line.y - above.y <= WIDER * self._pitch(line)
        same = abs(above.size - line.size) <= ALIKE * above.size
        begins = above.x <= line.x + DEEPEST * line.size  # where its first line may be indented
        return near and same and begins and not self.has_room(above, line) and not ends_sentence(above.text)

    def _goes_on_wide(self, above: TypesetLine, line: TypesetLine, lines: Sequence[TypesetLine]) -> bool:
        """A part of the document has its lines further apart than the rest: there nearly every line is full but the
        last of a sentence, while one above another of a list, of names or addresses, is as long as it is."""
        if not 0 < line.y - above.y <= DOUBLE * line.size or not self._wraps(above, line) or begins_item(line):
            return False
        alike = [pair for pair in pairwise(self._lines) if self._is_alike(pair, above, line)]
        ends = [self._wraps(*pair) for pair in alike if not ends_sentence(pair[0].text) and not begins_item(pair[1])]
        if len(ends) < FEW or sum(ends) < MOST * len(ends):
            return False
        same = len(lines) > 1 and abs(line.x - above.x) <= 2 and abs(2 * above.y - lines[-2].y - line.y) <= 1
        return above.x <= line.x + DEEPEST * line.size and (same or not ends_sentence(above.text))

    def _wraps(self, above: TypesetLine, line: TypesetLine) -> bool:
        """Whether a line is full; a long word below, an address, does not make it so."""
        return not self.has_room(above, line) and self._room(above, line) <= WORD * line.size

    def _is_alike(self, pair: tuple[TypesetLine, TypesetLine], above: TypesetLine, line: TypesetLine) -> bool:
        """Whether two lines stand as far apart as two others, in their size."""
        step = pair[1].y - pair[0].y - line.y + above.y
        return abs(step) <= 1 and abs(pair[1].size - line.size) <= ALIKE * line.size

    def _indented(self, line: TypesetLine, lines: Sequence[TypesetLine]) -> bool:
        """Whether a line is set in or out against the lines above, as the first of a paragraph is."""
        first, rest = lines[0], lines[min(1, len(lines) - 1)]
        moved = line.x - rest.x
        if abs(moved) <= INDENT * line.size or not ends_sentence(lines[-1].text):
            return False
        if len(lines) > 1:
            return True
        marked = bullet(first.text) is not None or number(first.text) is not None
        return not _is_centred(first, line) and moved > 0 and not marked

    def _pitch(self, line: TypesetLine) -> float:
        return self._pitches.get(_size_class(line), 0.0) or 1.8 * line.size

    def has_room(self, above: TypesetLine, line: TypesetLine) -> bool:
        """Whether the first word of a line would have fitted in the line above: that one ended on purpose."""
        return self._room(above, line) > first_word(line) + ROOM * line.size

    def _room(self, above: TypesetLine, line: TypesetLine) -> float:
        """The white beside a line: at its end, or where it is set to the right or in the middle, before it."""
        behind, before = self.right - above.end, above.x - self.left
        if abs(above.x - line.x) <= INDENT * line.size or min(before, line.x - self.left) <= INDENT * line.size:
            return behind
        if abs(above.end - line.end) <= 2:
            return before
        return behind + before if _is_centred(above, line) and behind > ROOM * line.size else behind

    def paragraphs(self, lines: Sequence[TypesetLine]) -> Iterator[PrintedParagraph]:
        """Those of some of its lines that nothing parts, from above."""
        current: list[TypesetLine] = []
        for line in lines:
            if current and self.begins(current[-1], line, current):
                yield self._paragraph(current)
                current = []
            current.append(line)
        if current:
            yield self._paragraph(current)

    def _paragraph(self, lines: list[TypesetLine]) -> PrintedParagraph:
        parted = [
            self.right - a.end > max(b.size, first_piece(b)) and not CUT.search(a.text) for a, b in pairwise(lines)
        ]
        return PrintedParagraph(lines, self.left, self.right, parted)


def _is_centred(above: TypesetLine, line: TypesetLine) -> bool:
    return abs(above.x + above.end - line.x - line.end) <= 4


def begins_item(line: TypesetLine) -> bool:
    """Whether a mark or number at the head of a line says that something begins with it."""
    text = line.text
    marked = bullet(text) or number(text) or legend(text) or ARTICLE.match(text) or LISTED.match(text)
    return bool(marked)


def first_word(line: TypesetLine) -> float:
    """The width, in points, of the first word of a line."""
    begin = end = line.x
    for run in line.runs:
        for glyph in run.glyphs:
            if glyph.text.isspace() or glyph.x - end > line.spacing * line.size:
                return end - begin
            end = max(end, glyph.end)
    return end - begin


def first_piece(line: TypesetLine) -> float:
    """The width, in points, of what begins a line and could not stand at the end of the one above without what is with
    it: a syllable with the marks behind it, letters that are no Hangul, with the marks before them."""
    found = PIECE.match("".join(glyph.text for run in line.runs for glyph in run.glyphs).lstrip())
    glyphs = [glyph for run in line.runs for glyph in run.glyphs if not glyph.text.isspace()]
    return glyphs[len(found[0]) - 1].end - line.x if found and len(found[0]) <= len(glyphs) else 0.0


def _size_class(line: TypesetLine) -> float:
    return round(line.size * 2) / 2


def pitches(columns: Sequence[Column]) -> dict[float, float]:
    """The distance of baselines that is most usual for each size, rounded to points."""
    counts: dict[float, Counter[float]] = {}
    for column in columns:
        for above, line in zip(column.lines, column.lines[1:], strict=False):
            below = CLOSEST * line.size < line.y - above.y < 3 * line.size
            if abs(above.size - line.size) <= ALIKE * above.size and below:
                counts.setdefault(_size_class(line), Counter())[round((line.y - above.y) * 4) / 4] += 1
    return {size: _usual(steps) for size, steps in counts.items()}


def _usual(steps: Counter[float]) -> float:
    most = steps.most_common(1)[0][1]
    return min(step for step, many in steps.items() if many >= most / 2)


def leads_to_page(line: TypesetLine) -> bool:
    """Whether dots lead from its words to a page number: a line of a table of contents."""
    dots = line.text.rstrip().rstrip("0123456789ivxlcIVXLC ").replace(" ", "")
    return dots.endswith(("." * LEADERS, "·" * LEADERS, "…" * 2, "‥" * 2, "∙" * LEADERS))


def begin_indented(paragraphs: Sequence[PrintedParagraph]) -> bool:
    """Whether paragraphs of this document begin with an indent, and go on without."""
    long = [one for one in paragraphs if len(one.lines) > 2 and not one.is_marked]
    indented = [
        one.lines[0].x - one.lines[1].x > INDENT * one.size / 2
        for one in long
        if one.lines[0].page == one.lines[1].page
    ]
    return len(indented) >= ENOUGH and sum(indented) > OFTEN * len(indented)


def continues(before: PrintedParagraph, after: PrintedParagraph, indented: bool) -> bool:
    """Whether a paragraph goes on in the next column. `indented`: paragraphs here begin with an indent."""
    if abs(before.size - after.size) > ALIKE * before.size or before.bold != after.bold:
        return False
    if after.is_marked and not _ends_cut_word(before, after):
        return False
    if legend(after.text) is not None or leads_to_page(after.lines[0]) or ARTICLE.match(after.text):
        return False
    if _counts_on(before.text, after.text):
        return False
    last, first = before.lines[-1], after.lines[0]
    if before.right - last.end > first_word(first) + FREE * first.size:
        return False
    if not ends_sentence(last.text):
        return True
    if first.x - after.left >= INDENT * first.size / 2:
        return False
    return before.right - last.end < last.size if indented else _ends_justified(before, after)


def _ends_justified(before: PrintedParagraph, after: PrintedParagraph) -> bool:
    """Whether the last line before the end of a column was stretched to its edge: another of the paragraph follows."""
    last = before.lines[-1]
    above = [line for line in before.lines[:-1] if abs(line.x - last.x) <= DEEPEST * last.size]
    ends = [before.right - line.end for line in above] + [after.right - line.end for line in after.lines[:-1]]
    flush = sum(abs(end) <= FLUSH * last.size for end in ends)
    stretched = abs(before.right - last.end) <= FLUSH * last.size and STOP.search(last.text) is not None
    return stretched and len(ends) >= LINES and flush >= JUSTIFIED * len(ends)


def _counts_on(before: str, after: str) -> bool:
    """Whether two are headings of chapters with a table between them: 4 참고 문헌, 5 부록."""
    one, next_ = CHAPTER.match(before), CHAPTER.match(after)
    return one is not None and next_ is not None and int(next_[1]) == int(one[1]) + 1


def _counts_on_below(first: TypesetLine, line: TypesetLine) -> bool:
    """Whether a line is the next item, below the one that begins with `first`: 4. 서버 … 5. 단말."""
    one, next_ = number(first.text), number(line.text)
    if next_ and next_.value == 1 and ARTICLE.match(first.text):  # 제23조 임시 조치 / 1. 심판이 …
        return line.x > first.x + INDENT * line.size
    if one is None or next_ is None or abs(first.x - line.x) > INDENT * line.size:
        return False
    return one.style == next_.style and next_.value == one.value + 1


def _ends_cut_word(before: PrintedParagraph, after: PrintedParagraph) -> bool:
    """Whether what looks like the third item is the last syllable of the word that ends a full line before it."""
    last = before.lines[-1]
    full = before.right - last.end < last.size and is_hangul(last.text[-1:])
    return full and not ends_sentence(last.text) and LAST.match(after.text) is not None
