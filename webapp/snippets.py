"""How does text become HTML with marks in it? Everything is escaped first; the only tags are those set here.

Offsets count code points of the unescaped text, half-open.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from archive.model import Span

EXCERPT = 260  # characters of a long passage in a list of results: four lines of the page
BACK = 60  # characters shown before the first match of an excerpt

# 북·러: no line ends behind the dot of states named by one syllable each. Of longer words (정치·경제) one may.
_TIED = re.compile("(?<![가-힣])[가-힣]([\u00b7\u318d\u2027\u30fb])(?=[가-힣])")


@dataclass(frozen=True, slots=True)
class Insert:
    """Markup that stands between two characters of the text: a note reference, the end of a printed line."""

    offset: int
    markup: Markup


def weave(
    text: str,
    marks: Iterable[Span] = (),
    inserts: Iterable[Insert] = (),
    strong: int = 0,
    tag: Literal["mark", "del", "ins"] = "mark",
) -> Markup:
    """The text escaped, with `marks` in the tag, text[:strong] in <b>, and the inserts at their places.

    A mark that an edge of the bold part cuts becomes two; an insert inside a mark stays inside it.
    """
    if not (marks or inserts or strong):
        return _written(text, _ties(text), 0, len(text))
    spans = merged(marks, len(text))
    placed: dict[int, list[Markup]] = {}
    for insert in inserts:
        placed.setdefault(min(max(insert.offset, 0), len(text)), []).append(insert.markup)
    if not placed and not strong:
        return _marked(text, spans, tag)
    edges, ties = {edge for span in spans for edge in span}, _ties(text)
    cuts = sorted({0, len(text), min(strong, len(text)), *edges, *placed})
    starts = {start for start, _ in spans}
    opened, closed = Markup(f"<{tag}>"), Markup(f"</{tag}>")
    out: list[Markup] = []
    marked = bold = False
    for here, after in zip(cuts, [*cuts[1:], len(text)], strict=True):
        wants_mark = any(start <= here < end for start, end in spans)
        wants_bold = here < strong
        if marked and (not wants_mark or here in starts or bold != wants_bold):
            out.append(closed)
            marked = False
        if bold and not wants_bold:
            out.append(Markup("</b>"))
        out += placed.get(here, [])
        if wants_bold and not bold:
            out.append(Markup("<b>"))
        bold = wants_bold
        if wants_mark and not marked:
            out.append(opened)
            marked = True
        out.append(_written(text, ties, here, after))
    return Markup("".join(out))


def _marked(text: str, spans: Iterable[Span], tag: str) -> Markup:
    out, at, ties = [], 0, _ties(text)
    for start, end in spans:
        out.append(f"{_written(text, ties, at, start)}<{tag}>{_written(text, ties, start, end)}</{tag}>")
        at = end
    return Markup("".join([*out, _written(text, ties, at, len(text))]))


def _ties(text: str) -> list[int]:
    """Where dots stand behind which no line ends."""
    return [match.start(1) for match in _TIED.finditer(text)]


def _written(text: str, ties: Sequence[int], start: int, end: int) -> Markup:
    """text[start:end] escaped; what ties a dot to the next letter is no letter itself, and is not copied."""
    if not ties:
        return escape(text[start:end])
    out, at = [], start
    for tie in ties:
        if start <= tie < end:
            out.append(f'{escape(text[at:tie])}<span class="tied">{text[tie]}</span>')
            at = tie + 1
    return Markup("".join([*out, escape(text[at:end])]))


def merged(spans: Iterable[Span], length: int) -> list[Span]:
    """Spans cut to the text, in order, overlaps made one."""
    kept: list[Span] = []
    for start, end in sorted((max(s, 0), min(e, length)) for s, e in spans):
        if start >= end:
            continue
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def within(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """The parts of spans that lie in text[start:end], as offsets into that part."""
    cut = ((max(s, start) - start, min(e, end) - start) for s, e in spans)
    return [(s, e) for s, e in cut if s < e]


def excerpt(text: str, marks: Sequence[Span], size: int = EXCERPT) -> Span:
    """The part of a long text that shows most matches; whole words, and the beginning where that is as good."""
    if len(text) <= size + BACK:
        return 0, len(text)
    if not marks:
        return 0, _word_end(text, size)
    best, most = 0, -1
    for first, _ in marks:
        start = max(0, first - BACK)
        shown = sum(1 for s, e in marks if start <= s and e <= start + size)
        if shown > most:
            best, most = start, shown
    start = 0 if best < BACK else _word_start(text, best)
    end = len(text) if len(text) - start <= size + BACK else _word_end(text, start + size)
    return start, end


def shorten(text: str, size: int) -> str:
    """The beginning of a text, in whole words."""
    return text if len(text) <= size else text[: _word_end(text, size)].rstrip() + " …"


def _word_start(text: str, offset: int) -> int:
    space = text.find(" ", offset, offset + BACK)
    return space + 1 if space >= 0 else offset


def _word_end(text: str, offset: int) -> int:
    space = text.rfind(" ", offset - BACK, offset)
    return space if space > 0 else offset
