"""Where does one unit end and the next begin? Groups lines of the body into headings, paragraphs, items and others.

A new unit begins where a line says so itself (a bullet, a caption), where a sentence ended and the line was broken on
purpose, or where the file parts its paragraphs by larger gaps. A sentence that has not ended goes on, across pages and
across whatever stood between. The reasons are kept in one place, `BlockParser._breaks`.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.model import BlockKind
from indexer.lines import (
    SURE,
    YEAR,
    ColumnEdges,
    Number,
    TextLine,
    breaks_off,
    is_caption_number,
    is_disclaimer,
    lone_bullet,
    page_break_gaps,
    usual_gap,
)
from indexer.structure.articles import ARTICLE, find_articles
from indexer.structure.headed_tables import is_unit
from indexer.structure.headings import HEADING_WIDTH, is_day, is_heading, is_numbered_heading

# In a file of unwrapped paragraphs a paragraph torn by a page end begins with one full printed line or more (40 ems).
UNWRAPPED_HEADING = 32.0
CLEAR = 3.0  # ems left free that make a line short without doubt; a justified line never leaves as much
# Ems: no printed line is wider. A file with many such lines that mostly end without a point (…을 마련함) holds a
# paragraph or an item a line, as Hangul's programs write it; where they end in points, a page end tore one without.
PRINTED = 70.0
FEW_LONG, LONG_SHARE = 4, 0.05
CHAPTERS = ("part", "chapter", "roman")
BROAD = 20.0  # ems: a caption that goes on in the next line fills more
DISCLAIMER_LINES = 12  # printed lines from the end (or the beginning) within which a disclaimer stands
# A row of ordinals opens paragraphs or does not: if "첫째," opened one, "둘째," does, however full the line above is.
_ORDINALS = tuple(re.compile(pattern) for pattern in (
    r"첫째,|첫\s번째[는로]|First,|Firstly,", r"둘째,|두\s번째[는로]|Second,|Secondly,",
    r"셋째,|세\s번째[는로]|Third,|Thirdly,", r"넷째,|네\s번째[는로]|Fourth,|Fourthly,",
    r"다섯째,|다섯\s번째[는로]|Fifth,|Fifthly,",
))  # fmt: skip


def ordinal(text: str) -> int:
    """1 for a line that begins "첫째,", 2 for "둘째," …; 0 for any other."""
    return next((i for i, row in enumerate(_ORDINALS, 1) if row.match(text)), 0)


_REST_OF_DATE = re.compile(rf"\d{{1,2}}\.\s?(?!{YEAR})\d")  # 9. 14: the line above began it with the year
LEGENDS = (BlockKind.SOURCE, BlockKind.REMARK)
ENOUGH, OFTEN = 4, 0.75  # paragraph ends that show a file's habit, and the share of them that must


_UNIT_ALONE = re.compile(r"[(\[][^()\[\]]{1,24}[)\]]")  # (리, 곳) under a caption
_OPENING, _CLOSING = "<〈[【《", ">〉]】》"


def _open_bracket(lines: Sequence[TextLine]) -> bool:
    """The bracket with which a caption begins is not closed yet: <표 1. 무역 | 추이>."""
    text = " ".join(line.text for line in lines)
    if text[0] not in _OPENING:
        return False
    closing = _CLOSING[_OPENING.index(text[0])]
    return text.count(text[0]) > text.count(closing)


@dataclass(slots=True)
class BlockDraft:
    """A unit of the body before its lines are joined. `drop`: letters of the mark at the head of the first line."""

    kind: BlockKind
    lines: list[TextLine]
    marker: str | None = None
    drop: int = 0
    numbered: Number | None = None  # of an item


def _counts_on(unit: BlockDraft, found: Number | None) -> bool:
    """The number of a line is the next of the enumeration that the unit is an item of."""
    before = unit.numbered
    return before is not None and found is not None and (before.style, before.value + 1) == (found.style, found.value)


def _may_be_title(line: TextLine) -> bool:
    """Words under a caption's number: short, no sentence, and nothing that says itself what it is."""
    named = line.legend or line.bullet or line.enumeration
    title = not named and not line.ends_sentence and line.width <= HEADING_WIDTH
    return title and not _UNIT_ALONE.fullmatch(line.text)


def _heads_itself(line: TextLine) -> bool:
    return line.enumeration is not None or line.bullet is not None or not line.is_running_text


class BlockParser:
    """Groups the body lines of one document into drafts."""

    def __init__(
        self,
        lines: Sequence[TextLine],
        removed: Collection[int],
        trailing_decides: bool,
        cut_odds: Callable[[str, str], float] | None = None,
    ) -> None:
        """`lines` are the body, `removed` the numbers of lines taken out; `trailing_decides` as in `ColumnEdges`.

        `cut_odds`: how likely two lines meet within a word, as `BreakClassifier` says it; no heading ends so.
        """
        self._lines = lines
        self._cut_odds = cut_odds
        self._removed = sorted(removed)
        self._trailing_decides = trailing_decides
        self._edge = ColumnEdges(lines, trailing_decides)
        self._laws = find_articles(lines)
        self._usual = usual_gap(lines)
        self._torn = page_break_gaps(lines, self._usual)
        self._dashes = sum(line.bullet in ("-", "–", "*", "·") for line in lines)
        long = [line for line in lines if line.width > PRINTED]
        self._line_by_line = len(long) >= max(FEW_LONG, LONG_SHARE * len(lines)) and 2 * sum(
            line.ends_sentence for line in long
        ) < len(long)
        self._parted = self._parts()
        self._indents = self._indented()
        self._opened = 0  # the last ordinal that opened a paragraph

    def drafts(self) -> Iterator[BlockDraft]:
        """The units of the body, in order."""
        unit: BlockDraft | None = None
        for i in range(len(self._lines)):
            opened = self._opens(i, unit)
            if opened is None and unit is not None:
                unit.lines.append(self._lines[i])
                continue
            if unit is not None:
                yield unit
            unit = opened or BlockDraft(BlockKind.PARAGRAPH, [self._lines[i]])
            self._opened = ordinal(self._lines[i].text) or self._opened
        if unit is not None:
            yield unit

    def _opens(self, i: int, unit: BlockDraft | None) -> BlockDraft | None:
        """The unit that line i opens; None where it continues the one above."""
        line = self._lines[i]
        above = self._lines[i - 1] if i else None
        special = self._special(i, unit)
        if special is not None:
            return special
        if line.number in self._laws.articles:
            bare = ARTICLE.fullmatch(line.text) is not None
            return BlockDraft(BlockKind.HEADING if bare else BlockKind.PARAGRAPH, [line])
        if line.number in self._laws.clauses and line.enumeration is not None:
            return BlockDraft(
                BlockKind.ITEM, [line], line.enumeration.printed, line.enumeration.length, line.enumeration
            )
        sign = line.bullet
        if sign is not None and self._is_bullet(sign, line, above, unit):
            return BlockDraft(BlockKind.ITEM, [line], sign, len(sign))
        if lone_bullet(line.text) is not None:
            return BlockDraft(BlockKind.ITEM, [line], line.text, len(line.text))
        if unit is not None and unit.drop == len(unit.lines[-1].text) and len(unit.lines) == 1:
            return None
        numbered = None if _REST_OF_DATE.match(line.text) else line.enumeration
        if numbered is not None and above is not None and self._begins_chapter(i, numbered, above):
            return BlockDraft(BlockKind.HEADING, [line])
        if unit is not None and above is not None and not self._breaks(unit, above, line):
            opens = above.ends_before(line) and (numbered is not None or self._is_heading(i))
            if not opens and not (_counts_on(unit, numbered) and not self._middle(above, line)):
                return None
        if numbered is not None:
            return self._numbered(i, numbered, unit)
        if self._is_heading(i):
            return BlockDraft(BlockKind.HEADING, [line])
        return BlockDraft(BlockKind.PARAGRAPH, [line])

    def _special(self, i: int, unit: BlockDraft | None) -> BlockDraft | None:
        """A line that says by its words what it is."""
        line = self._lines[i]
        kind = line.legend
        above = self._lines[i - 1] if i else None
        free = above is None or unit is None or self._breaks(unit, above, line) or not self._middle(above, line)
        if kind is BlockKind.CAPTION and (not free or (line.ends_sentence and not line.text.endswith(">"))):
            return None
        if kind in LEGENDS and not free and not is_unit(line) and not (above and self._torn_apart(above, line)):
            return None
        if kind is None and self._titles_unit(i):
            kind = BlockKind.CAPTION
        if kind is None and unit is not None and unit.kind is BlockKind.CAPTION and _UNIT_ALONE.fullmatch(line.text):
            kind = BlockKind.REMARK
        if kind is not None:
            return BlockDraft(kind, [line])
        at_edge = i >= len(self._lines) - DISCLAIMER_LINES or i < DISCLAIMER_LINES
        ahead = " ".join(row.text for row in self._lines[i : i + 3])
        if free and at_edge and is_disclaimer(ahead, unit is not None and unit.kind is BlockKind.END_MARK):
            return BlockDraft(BlockKind.DISCLAIMER, [line])
        if i == 0 and line.bullet == "※":  # nothing above it that it could explain: a remark on the whole
            return BlockDraft(BlockKind.REMARK, [line])
        return None

    def _titles_unit(self, i: int) -> bool:
        """Line i, in brackets, stands over the unit of a table: [부두별 화물 현황] (단위: 톤)."""
        bracketed = re.fullmatch(r"[\[<〈【][^\[\]<>〈〉【】]{2,40}[\]>〉】]", self._lines[i].text) is not None
        return bracketed and i + 1 < len(self._lines) and is_unit(self._lines[i + 1])

    def _middle(self, above: TextLine, line: TextLine) -> bool:
        """`above` is a full line of an unfinished sentence."""
        return not above.ends_before(line) and self._edge.full(above, line)

    def _is_bullet(self, sign: str, line: TextLine, above: TextLine | None, unit: BlockDraft | None) -> bool:
        if sign not in ("-", "–", "—", "·", "*", "o", "+", "→") or above is None or unit is None:
            return True
        if self._breaks(unit, above, line):
            return True
        return self._dashes >= 3 and not self._middle(above, line)

    def _breaks(self, unit: BlockDraft, above: TextLine, line: TextLine) -> bool:
        """`line` does not continue the unit whose last line is `above`. Every reason stands here."""
        if unit.kind is BlockKind.END_MARK or (len(unit.lines) == 1 and is_day(above)):
            return True
        if unit.kind in (BlockKind.HEADING, BlockKind.CAPTION):
            return not self._continues_head(unit, above, line)
        torn = self._torn_apart(above, line)
        wider = not torn and line.gap > self._usual and line.gap not in self._torn
        if self._line_by_line and not torn and not self._torn_clause(above.text, line.text):
            return True
        if not above.ends_before(line):
            if unit.kind in LEGENDS:
                return wider or (self._edge.wrapped(above) and not self._edge.full(above, line))
            return (
                (wider or not torn) and self._short(above, line) and (wider or self._usual == 0 or len(unit.lines) > 1)
            )
        if self._trailing_decides and not above.trailing:  # a sentence that goes on would have left its space
            return True
        if wider or not self._edge.wrapped(above) or not self._edge.full(above, line):
            return True
        if self._opened and ordinal(line.text) == self._opened + 1 and (torn or not self._parted):
            return True
        if self._indents and line.indent > 0 and above.indent == 0:
            return True
        return line.indent >= 2 and not line.starts_page and above.indent < 2

    def _ends(self) -> Iterator[tuple[TextLine, TextLine]]:
        """Lines of text that surely end a paragraph, each with the next line."""
        for above, line in pairwise(self._lines):
            if not self._torn_apart(above, line) and above.ends_before(line) and self._short(above, line):
                yield above, line

    def _parts(self) -> bool:
        """Paragraphs are parted by larger gaps in this file: where none stands, none ends."""
        wider = [line.gap > self._usual for _, line in self._ends()]
        return len(wider) >= ENOUGH and sum(wider) > OFTEN * len(wider)

    def _indented(self) -> bool:
        """Paragraphs begin with an indent in this file, and no other line of text does."""
        starts = [line.indent > 0 for _, line in self._ends() if not _heads_itself(line)]
        others = [b.indent > 0 for a, b in pairwise(self._lines) if not a.ends_before(b) and self._full(a, b)]
        return (
            len(starts) >= ENOUGH
            and sum(starts) > OFTEN * len(starts)
            and sum(others) < (1 - OFTEN) * max(1, len(others))
        )

    def _full(self, above: TextLine, line: TextLine) -> bool:
        return not self._torn_apart(above, line) and self._edge.full(above, line)

    def _continues_head(self, unit: BlockDraft, above: TextLine, line: TextLine) -> bool:
        """The second printed line of a caption or heading."""
        if unit.kind is BlockKind.CAPTION and _open_bracket(unit.lines):
            return len(unit.lines) < 3
        if unit.kind is BlockKind.CAPTION and len(unit.lines) == 1 and is_caption_number(above.text):
            return _may_be_title(line)
        if unit.kind is BlockKind.HEADING or len(unit.lines) > 1 or line.gap > self._usual or above.width < BROAD:
            return False
        return self._middle(above, line) and line.enumeration is None

    def _torn_apart(self, above: TextLine, line: TextLine) -> bool:
        """A page ended between the lines, or notes or a table stood there."""
        cut = bisect_right(self._removed, above.number)
        return (
            line.starts_page
            or above.page != line.page
            or (cut < len(self._removed) and self._removed[cut] < line.number)
        )

    def _short(self, above: TextLine, line: TextLine) -> bool:
        """`above` was left short without doubt."""
        return self._edge.wrapped(above) and self._edge.overhang(above, line) < -CLEAR

    # --- headings and enumerations

    def _alone(self, i: int) -> bool:
        """Line i ends on purpose: what follows would have had room, or it stands in a file of unwrapped paragraphs."""
        if i + 1 >= len(self._lines):
            return False
        line, below = self._lines[i], self._lines[i + 1]
        if self._edge.wrapped(line):
            return self._short(line, below) or (below.gap > self._usual and not self._edge.full(line, below))
        return line.width <= (UNWRAPPED_HEADING if line.enumeration is None else HEADING_WIDTH)

    def _is_heading(self, i: int) -> bool:
        return is_heading(self._lines[i], self._alone(i)) and not self._breaks_off(i)

    def _breaks_off(self, i: int) -> bool:
        """Line i ends within a word or a clause that the next line ends."""
        below = self._lines[i + 1].text if i + 1 < len(self._lines) else ""
        return self._torn_clause(self._lines[i].text, below)

    def _torn_clause(self, text: str, below: str) -> bool:
        return breaks_off(text, below) or (self._cut_odds is not None and self._cut_odds(text, below) > SURE)

    def _numbered(self, i: int, found: Number, unit: BlockDraft | None) -> BlockDraft:
        line = self._lines[i]
        if self._in_list(i, found, unit) or not is_numbered_heading(line, found, self._alone(i)):
            return BlockDraft(BlockKind.ITEM, [line], found.printed, found.length, found)
        return BlockDraft(BlockKind.HEADING, [line])

    def _begins_chapter(self, i: int, found: Number, above: TextLine) -> bool:
        """A heading of the highest kind, under a line that had room: whatever stands above it is over."""
        line = self._lines[i]
        if found.style not in CHAPTERS or not is_numbered_heading(line, found, self._alone(i)):
            return False
        return self._edge.wrapped(above) and self._edge.overhang(above, line) < -CLEAR

    def _in_list(self, i: int, found: Number, unit: BlockDraft | None) -> bool:
        """Its neighbour above or below is the item before or after it in the same enumeration."""
        if unit is not None and _counts_on(unit, found):
            return True
        below = self._lines[i + 1].enumeration if i + 1 < len(self._lines) else None
        return below is not None and below.style == found.style and below.value == found.value + 1
