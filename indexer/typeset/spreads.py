"""Which sheets hold two pages side by side? A spread is cut into its pages, which are read one after the other.

A sheet is one where it is wider than high, a broad white goes down its middle, and the document shows that this is no
accident: figures at the edges of both halves count on from page to page, or nearly every sheet is so. Landscape tables
and slides stay whole: their lines go over the middle.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.typeset.furniture import at_edges, find_furniture, label_value
from indexer.typeset.gaps import USUAL
from indexer.typeset.lines import find_lines, find_runs
from indexer.typeset.page import Box, Glyph, Rule, TypesetPage

WIDER = 1.15  # times its height: two pages of a book are so wide, one of a square book is not
MIDDLE = 0.04  # of the width at both sides of the middle, where the white lies
WHITE = 0.03  # of the width: two inner margins; the white between columns has half of it
TWICE = 2  # sheets whose halves are numbered
ALL, ENOUGH = 0.9, 4  # share of the wide sheets that have the white, and how many, where no page is numbered
LINES = 4  # baselines in both halves of a sheet that counts


@dataclass(frozen=True, slots=True)
class OpenedPages:
    """The pages of a document, spreads cut in two; `sheets` says on which sheet of the file each stands."""

    pages: tuple[TypesetPage, ...]
    sheets: tuple[int, ...]

    def labels(self, printed: Sequence[str]) -> tuple[str, ...]:
        """What is printed on each sheet as its number: of a spread both, 4–5."""
        found: dict[int, list[str]] = {sheet: [] for sheet in self.sheets}
        for sheet, label in zip(self.sheets, printed, strict=True):
            found[sheet] += [label] if label else []
        return tuple("–".join(dict.fromkeys(labels)) for labels in found.values())


def opened(sheets: Sequence[TypesetPage]) -> OpenedPages:
    """The pages of a document in the order of reading, numbered from 1."""
    middles = {sheet.number: at for sheet in sheets if (at := _middle(sheet)) is not None}
    cut = _cut(sheets, middles)
    if not middles or not (_are_numbered(cut) or _are_all(sheets, middles)):
        cut = _cut(sheets, {})
    pages = tuple(replace(page, number=n) for n, page in enumerate(cut, 1))
    return OpenedPages(pages, tuple(page.number for page in cut))


def _middle(sheet: TypesetPage) -> float | None:
    """The middle of the white that goes down a wide sheet."""
    if sheet.width < WIDER * sheet.height:
        return None
    centre, reach, white = sheet.width / 2, MIDDLE * sheet.width, WHITE * sheet.width
    begin = centre - reach - white
    ends = [*sorted(_near(sheet, centre, reach + white)), (centre + reach + white, 0.0)]
    best: tuple[float, float] | None = None
    for x, end in ends:
        if x - begin >= white and (best is None or x - begin > best[1] - best[0]):
            best = begin, x
        begin = max(begin, end)
    return None if best is None else sum(best) / 2


def _near(sheet: TypesetPage, centre: float, reach: float) -> Iterator[tuple[float, float]]:
    """From where to where ink stands in the middle of a sheet."""
    for glyph in sheet.glyphs:
        if glyph.end > centre - reach and glyph.x < centre + reach and not glyph.text.isspace():
            yield glyph.x, glyph.end


def _cut(sheets: Sequence[TypesetPage], middles: dict[int, float]) -> list[TypesetPage]:
    """The pages of all sheets; both of a spread have its number."""
    pages: list[TypesetPage] = []
    for sheet in sheets:
        at = middles.get(sheet.number)
        pages += [sheet] if at is None else [_left(sheet, at), _right(sheet, at)]
    return pages


def _left(sheet: TypesetPage, at: float) -> TypesetPage:
    glyphs = tuple(glyph for glyph in sheet.glyphs if glyph.x < at)
    rules = tuple(replace(rule, end_x=min(rule.end_x, at)) for rule in sheet.rules if rule.x < at)
    boxes = tuple(replace(box, end_x=min(box.end_x, at)) for box in sheet.boxes if box.x < at)
    return replace(sheet, width=at, glyphs=glyphs, rules=rules, boxes=boxes)


def _right(sheet: TypesetPage, at: float) -> TypesetPage:
    glyphs = tuple(_moved(glyph, at) for glyph in sheet.glyphs if glyph.x >= at)
    rules = tuple(
        Rule(max(rule.x - at, 0), rule.y, rule.end_x - at, rule.end_y) for rule in sheet.rules if rule.end_x > at
    )
    boxes = tuple(Box(max(box.x - at, 0), box.y, box.end_x - at, box.end_y) for box in sheet.boxes if box.end_x > at)
    width = sheet.width - at
    return replace(sheet, width=width, glyphs=glyphs, rules=rules, boxes=boxes, pictures=0, unreadable=0, turned=0)


def _moved(glyph: Glyph, at: float) -> Glyph:
    return Glyph(glyph.text, glyph.x - at, glyph.end - at, glyph.y, glyph.size, glyph.bold, glyph.formula)


def _are_numbered(pages: Sequence[TypesetPage]) -> bool:
    """Whether the halves of several sheets bear numbers that count on."""
    edges = [find_lines(find_runs(at_edges(page)), n, USUAL) for n, page in enumerate(pages, 1)]
    _, labels = find_furniture(edges, [page.height for page in pages])
    numbered = 0
    for (left, label), (right, other) in pairwise(zip(pages, labels, strict=True)):
        if left.number == right.number and label and other:
            numbered += label_value(other) == label_value(label) + 1
    return numbered >= TWICE


def _are_all(sheets: Sequence[TypesetPage], middles: dict[int, float]) -> bool:
    """Whether nearly every wide sheet has the white, with text on both sides."""
    wide = [sheet for sheet in sheets if sheet.width >= WIDER * sheet.height and _baselines(sheet.glyphs) >= LINES]
    spread = [sheet for sheet in wide if (at := middles.get(sheet.number)) is not None and _is_filled(sheet, at)]
    return len(spread) >= ENOUGH and len(spread) >= ALL * len(wide)


def _is_filled(sheet: TypesetPage, at: float) -> bool:
    return all(_baselines(half.glyphs) >= LINES for half in (_left(sheet, at), _right(sheet, at)))


def _baselines(glyphs: Sequence[Glyph]) -> int:
    return len({round(glyph.y / 2) for glyph in glyphs if not glyph.text.isspace()})
