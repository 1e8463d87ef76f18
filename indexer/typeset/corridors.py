"""On which pages may the lines of two texts side by side be read across? White that stands under itself tells.

Where no box is drawn, two texts beside each other look like a table without rules: nothing parts them for sure. What is
known is a corridor: white in several lines in a row, words on both sides, those at the right under each other. Lists of
contents, labels before their texts and columns of figures have it as well, and are meant to be read across.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from indexer.typeset.columns import Column
from indexer.typeset.lines import Run, TypesetLine
from indexer.typeset.paragraphs import leads_to_page

LEAST = 4  # lines with words on both sides
WHITE = 1.5  # ems: no corridor is narrower
ALIGNED, UNDER = 2.0, 0.6  # points; share of the lines whose right half begins at one edge
SEVERAL, MOST = 0.5, 0.6  # of the lines have several words at the left, and text at the right
SHORT = 4  # letters
SPACE = 0.15  # ems between two words
GAP = 2.5  # ems between the baselines of two lines of one text

Half = Sequence[Run]


def doubtful_pages(columns: Iterable[Column]) -> list[int]:
    """The pages that hold such lines, in order."""
    return sorted({lines[0].page for column in columns for lines in _runs(column) if _has_corridor(lines)})


def _runs(column: Column) -> Iterator[list[TypesetLine]]:
    """Lines of text that follow each other."""
    run: list[TypesetLine] = []
    for part in column.parts:
        line = part if isinstance(part, TypesetLine) else None
        if run and (line is None or not 0 < line.y - run[-1].y <= GAP * line.size or line.page != run[-1].page):
            yield run
            run = []
        run += [line] if line else []
    if run:
        yield run


def _has_corridor(lines: Sequence[TypesetLine]) -> bool:
    return any(_is_corridor(_along(lines[at:], gap)) for at in range(len(lines)) for gap in _whites(lines[at]))


def _along(lines: Sequence[TypesetLine], white: tuple[float, float]) -> list[tuple[Half, Half]]:
    """The halves of the lines, from the first on, that leave a corridor white; one that stands on one side is none."""
    found: list[tuple[Half, Half]] = []
    begin, end = white
    for line in lines:
        if line.end <= begin or line.x >= end:
            continue
        over = [(max(begin, a), min(end, b)) for a, b in _whites(line)]
        begin, end = max(over, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))
        if end - begin < WHITE * line.size or leads_to_page(line):
            break
        found.append(([run for run in line.runs if run.x < begin], [run for run in line.runs if run.x >= end]))
    return found


def _whites(line: TypesetLine) -> list[tuple[float, float]]:
    inked = [run for run in line.runs if run.text.strip()]
    gaps = ((max(run.ink_end for run in inked[: at + 1]), inked[at + 1].x) for at in range(len(inked) - 1))
    return [(begin, end) for begin, end in gaps if end - begin >= WHITE * line.size]


def _is_corridor(halves: Sequence[tuple[Half, Half]]) -> bool:
    """Whether there is text on both sides of a corridor, and what stands at the right stands under itself: at the left
    several words in a line, where labels and names have one."""
    if len(halves) < LEAST:
        return False
    edges = Counter(round(right[0].x / ALIGNED) for _, right in halves)
    under = max(edges[edge] + max(edges[edge - 1], edges[edge + 1]) for edge in list(edges))
    lefts, rights = ([_said(half) for half in side] for side in zip(*halves, strict=True))
    return (
        under >= UNDER * len(halves)
        and sum(_is_text(text) and len(text.split()) > 1 for text in lefts) >= SEVERAL * len(halves)
        and sum(map(_is_text, rights)) >= MOST * len(halves)
    )


def _said(half: Half) -> str:
    """What a half says; where no space is printed white is one."""
    inked = [run for run in half if run.text.strip()]
    gaps = [after.x - before.ink_end > SPACE * before.size for before, after in pairwise(inked)]
    words = (f" {run.text}" if apart else run.text for run, apart in zip(inked, [False, *gaps], strict=True))
    return " ".join("".join(words).split())


def _is_text(text: str) -> bool:
    """Whether this is more letters than figures and signs, and not one or two."""
    return sum(map(str.isalpha, text)) >= max(SHORT, len(text.replace(" ", "")) / 2)
