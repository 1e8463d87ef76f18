"""Which heading stands above which? Gives headings their level from the order in which their styles appear.

A numbered style is one level; headings without a number are a level of their own. The usual heads of a report
(요약, 결론, Introduction) belong to the highest level wherever they stand.
"""

from collections.abc import Sequence

from indexer.lines import number
from indexer.structure.frontmatter import SECTION_HEADS

PLAIN = "plain"
TOP = frozenset(("part", "chapter", "roman"))  # numbered so, a heading stands above all others, whenever it comes


def style_of(text: str) -> str:
    """How a heading is numbered, or "plain"."""
    found = number(text)
    return found.style if found is not None else PLAIN


def levels(headings: Sequence[str]) -> tuple[int, ...]:
    """The level of each heading, 1 the highest. A style opens a level below those that stand open when it is first met.

    A heading whose words all stand in a heading above it names a part of that section ("제언" under "결론 및 제언");
    what follows it without a number belongs to the part.
    """
    known: dict[str, int] = {}
    open_styles: list[str] = []
    found: list[int] = []
    part = 0  # level of the part that stands open
    for i, text in enumerate(headings):
        style = style_of(text)
        if style != PLAIN or SECTION_HEADS.fullmatch(text):
            part = 0
        if style == PLAIN and SECTION_HEADS.fullmatch(text):
            found.append(1)
            open_styles = []
            continue
        if style not in known:
            known[style] = 1 + ("part" in known) if style in TOP else len(open_styles) + 1
        level = known[style]
        if style == PLAIN and not part and _is_part(text, headings[:i], found, level):
            part = level + 1
            found.append(part)
            continue
        open_styles = [*open_styles[: level - 1], style]
        found.append(part + 1 if part else level)
    return tuple(found)


def _is_part(text: str, above: Sequence[str], found: Sequence[int], level: int) -> bool:
    """The nearest heading of this level holds all words of the text, and more."""
    for heading, its_level in zip(reversed(above), reversed(found), strict=True):
        if its_level == level:
            return set(text.split()) < set(heading.split())
    return False
