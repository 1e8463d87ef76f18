"""Is this reading likely as a whole? What a page full of small doubts comes to, said once with its reason.

A file may be read without one error and still be nonsense: columns that alternate, body text taken for headings,
letters of a wrong encoding. Each measure below is far from its threshold on all texts at hand, read rightly, and
beyond it on the same texts spoilt (`tests/indexer/assembly/test_doubt.py` holds the kinds); nothing is mended here.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.model import Block, BlockKind, Line, Note, Problem
from indexer.lines import LineFit, fits

BODY = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.TABLE, BlockKind.DISCLAIMER)
# Thresholds, and what was seen: read rightly | spoilt. Source: five briefs, the samples, windows of Korean news and
# encyclopaedia articles wrapped at 20 syllables, in one column and in two.
FEW_HEADINGS, HEADING_LINES, HEADING_LETTERS = 5, 1 / 3, 0.2  # lines: at most 0.17 | 0.4; letters: 0.06 | 0.4
FEW_MARKS, MOST = 5, 0.5
ALTERNATING = -2.7  # nats by which a line fits the next better than the one after it: 2.7 and more | -3.4 and less
UNJOINED, UNJOINED_LINES = 1.4, 15  # the same of lines that were joined: 2.7 and more | mostly below 1.4
FEW_SIGNS, LETTERS = 200, 0.25  # of the signs that are no space: 0.6 and more | 0.2
FOREIGN, LOST = 0.3, 0.02  # letters as other encodings misread them, of all letters; lost ones, of all signs
# Latin letters with accents in a row, single letters of Hangul, private letters: what Korean bytes look like elsewhere.
_MISREAD = re.compile(
    r"(?=[\u00a1-\u00ff]*[\u00c0-\u00ff])[\u00a1-\u00ff]{2,}|[\u3131-\u3163]{3,}|[\ue000-\uf8ff]|占쏙옙|[\u0080-\u009f]"
)


def doubtful(blocks: Sequence[Block], notes: Sequence[Note], lines: Sequence[Line]) -> Iterator[Problem]:
    """What makes a reading doubtful as a whole: a problem for each reason."""
    yield from _of_headings(blocks)
    yield from _of_binding(blocks, notes)
    yield from _of_letters(blocks, lines)
    yield from _of_lines(blocks, lines)


def _of_headings(blocks: Sequence[Block]) -> Iterator[Problem]:
    """Body text taken for headings."""
    body = [block for block in blocks if block.kind in BODY]
    headings = [block for block in body if block.kind is BlockKind.HEADING]
    if len(headings) < FEW_HEADINGS:
        return
    lines = sum(map(_printed, headings)) / sum(map(_printed, body))
    letters = sum(len(block.text) for block in headings) / sum(len(block.text) for block in body)
    if lines >= HEADING_LINES and letters >= HEADING_LETTERS:
        yield Problem("doubtful-headings", None, (f"{lines:.0%}",))


def _printed(block: Block) -> int:
    return block.lines[1] - block.lines[0] + 1


def _of_binding(blocks: Sequence[Block], notes: Sequence[Note]) -> Iterator[Problem]:
    """Most marks without a note though notes are there, most notes without a mark. A file may lack all its notes."""
    refs = [ref for block in blocks for ref in block.refs]
    open_ = sum(ref.note is None for ref in refs)
    if min(len(refs), len(notes)) >= FEW_MARKS and open_ > MOST * len(refs):
        yield Problem("doubtful-marks", None, (str(open_), str(len(refs))))
    uncalled = len(notes) - len({ref.note for ref in refs if ref.note is not None})
    if len(notes) >= FEW_MARKS and uncalled > MOST * len(notes):
        yield Problem("doubtful-notes", None, (str(uncalled), str(len(notes))))


def _of_letters(blocks: Sequence[Block], lines: Sequence[Line]) -> Iterator[Problem]:
    """A text of hardly any letters, or of letters that stand for others. A table may hold figures alone."""
    tables = (range(block.lines[0], block.lines[1] + 1) for block in blocks if block.kind is BlockKind.TABLE)
    figures = {number for table in tables for number in table}
    yield from _of_few_letters([line for line in lines if line.number not in figures])
    yield from _of_misread_letters(lines)


def _of_few_letters(lines: Sequence[Line]) -> Iterator[Problem]:
    signs = [sign for line in lines for sign in line.text if not sign.isspace()]
    letters = sum(map(str.isalpha, signs))
    if len(signs) >= FEW_SIGNS and letters < LETTERS * len(signs):
        yield Problem("doubtful-letters", None, (f"{letters / len(signs):.0%}",))


def _of_misread_letters(lines: Sequence[Line]) -> Iterator[Problem]:
    signs = [sign for line in lines for sign in line.text if not sign.isspace()]
    letters = sum(map(str.isalpha, signs))
    misread = sum(len(found[0]) for line in lines for found in _MISREAD.finditer(line.text))
    lost = signs.count("\ufffd")
    if misread > FOREIGN * max(letters, 1) or (len(signs) >= FEW_SIGNS and lost > LOST * len(signs)):
        yield Problem("doubtful-encoding", None, (f"{(misread + lost) / len(signs):.0%}",))


def _of_lines(blocks: Sequence[Block], lines: Sequence[Line]) -> Iterator[Problem]:
    """Printed lines that fit the line after the next better, or that were joined and do not fit each other."""
    fit = fits([line.text for line in lines if line.text.strip()])
    if fit.better <= ALTERNATING:
        yield Problem("doubtful-columns")
        return
    joined = _joined(blocks)
    if joined.pairs >= UNJOINED_LINES and joined.better <= UNJOINED:
        yield Problem("doubtful-joins", None, (str(joined.pairs),))


def _joined(blocks: Sequence[Block]) -> LineFit:
    """How well the lines fit that were joined into blocks, all blocks in a row."""
    texts: list[str] = []
    for block in blocks:
        cuts = [0, *(seam.offset for seam in block.seams), len(block.text)] if block.seams else []
        texts += [block.text[a:b] for a, b in pairwise(cuts)]
        texts.append("")
    return fits(texts)
