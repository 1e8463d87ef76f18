"""Where does each printed line stand? Blank lines above it, and the pages."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from archive.model import Line
from indexer.lines.line import SPACES, TextLine

# A line drawn across the column, to part the notes from the text or a table's head from its rows: no text, but a gap.
RULE = re.compile(r"[-–—―_=~─━═－＿]{3,}")


def text_lines(lines: Iterable[Line]) -> tuple[TextLine, ...]:
    """The lines that are not blank, with their gaps and pages.

    Pages come from the extractor, from form feeds, or else from a single leading space right under the line before
    in a file where blank lines stand between all others (Source: the page starts of text saved from Korean PDF files).
    """
    rows: list[TextLine] = []
    gap, feeds = 0, 0
    given, feed_seen = False, False
    for line in lines:
        feeds += line.text.count("\f")
        feed_seen = feed_seen or "\f" in line.text
        raw = line.text.replace("\f", "").rstrip("\r\n")
        text = SPACES.sub(" ", raw).strip()
        if not text or RULE.fullmatch(text):
            gap += 1
            continue
        given = given or line.page is not None
        rows.append(TextLine(line.number, raw, text, gap, line.page or feeds + 1))
        gap = 0
    return _paged(rows) if given or feed_seen else _paged_by_spaces(rows)


def _paged(rows: list[TextLine]) -> tuple[TextLine, ...]:
    return tuple(replace(row, starts_page=not i or rows[i - 1].page != row.page) for i, row in enumerate(rows))


def _paged_by_spaces(rows: list[TextLine]) -> tuple[TextLine, ...]:
    spaced = usual_gap(rows) > 0
    starts = [i for i, row in enumerate(rows) if row.indent == 1 and row.gap == 0] if spaced else []
    if rows and rows[0].indent == 1 and starts and starts[0] != 0:
        starts.insert(0, 0)
    if not any(starts):  # a leading space before the first line alone tells nothing
        return tuple(replace(row, page=None, starts_page=False) for row in rows)
    page, paged = (0 if starts[0] == 0 else 1), []
    for i, row in enumerate(rows):
        page += i in starts
        paged.append(replace(row, page=page, starts_page=i in starts))
    return tuple(paged)


def usual_gap(lines: Sequence[TextLine]) -> int:
    """Blank lines between two lines of one sentence: 0 in most files, 1 where every line is followed by one."""
    gaps = Counter(b.gap for a, b in pairwise(lines) if not a.ends_before(b))
    return gaps.most_common(1)[0][0] if gaps else 0


def page_break_gaps(lines: Sequence[TextLine], usual: int) -> frozenset[int]:
    """Larger gaps in the middle of sentences: page ends, not paragraph ends. Headings must not be among them.

    Source: a brief whose pages end in six empty lines, also between the words of a sentence.
    """
    width = sorted(line.width for line in lines)
    long = 0.7 * width[len(width) * 9 // 10] if width else 0.0
    return frozenset(b.gap for a, b in pairwise(lines) if b.gap > usual and a.width >= long and not a.ends_before(b))
