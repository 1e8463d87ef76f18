"""Which lines that begin with a bullet are headings? Bold ones, larger than the text, with smaller text below each.

A bullet makes an item of a line, however it is set: where all the items of a list are large and bold, none heads the
others. Where a document sets few lines a page so, and below each stands what is smaller, those are its headings.
Source: briefs of Korean institutes («◯ …» in bold over «■ …» and «∙ …»).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.lines import bullet, date_line, ends_sentence, legend
from indexer.markup import ElementRole
from indexer.typeset.body_parts import BodyPart

LARGER = 1.08  # times the size of the text
SMALLER = 0.97  # of a heading's size is smaller
TWICE, FEW = 2, 4  # of one look: that a document must have, that a page may have
LONGEST = 80  # letters; a line, and seldom two


def find_signed(bodies: Sequence[BodyPart], size: float, bold: bool) -> Iterator[BodyPart]:
    """The items that are headings. `size` is that of the text, `bold` whether it is."""
    looks: dict[tuple[str | None, int], list[tuple[BodyPart, BodyPart]]] = defaultdict(list)
    for body, below in pairwise(bodies):
        if not bold and _stands_out(body, size):
            looks[bullet(body.text), round(body.size)].append((body, below))
    for found in looks.values():
        pages = [body.page for body, _ in found]
        few = len(pages) >= TWICE and max(map(pages.count, pages)) <= FEW
        if few and all(_is_smaller(below, body) for body, below in found):
            yield from (body for body, _ in found)


def _stands_out(body: BodyPart, size: float) -> bool:
    text = body.text.strip()
    if body.role is not ElementRole.PARAGRAPH or bullet(text) is None or not 0 < len(text) <= LONGEST:
        return False
    if legend(text) is not None or date_line(text) or ends_sentence(text):
        return False
    return all(line.bold for line in body.lines) and body.size >= LARGER * size


def _is_smaller(below: BodyPart, body: BodyPart) -> bool:
    """Whether what follows is of less weight: text or an item in smaller letters, or a table."""
    return below.role is ElementRole.TABLE or (
        below.role is ElementRole.PARAGRAPH and below.size < SMALLER * body.size and not _is_remark(below)
    )


def _is_remark(body: BodyPart) -> bool:
    """Whether it says something of the line above: * as of today, ※ see the annex."""
    return body.text.lstrip().startswith(("*", "※", "☞"))
