"""Is this line a heading? Says it of a line that ends on purpose; which level it has is in `heading_levels`."""

from indexer.lines import Number, TextLine, is_running_text
from indexer.structure.frontmatter import SECTION_HEADS

HEADING_WIDTH = 48.0  # ems: no heading of the briefs is wider than 25


def is_heading(line: TextLine, alone: bool) -> bool:
    """An unnumbered heading: a short line that ends on purpose (`alone`) and is no sentence."""
    if SECTION_HEADS.fullmatch(line.text):
        return True
    if not alone or line.is_running_text or line.width > HEADING_WIDTH or is_day(line):
        return False
    if line.text[0].islower() or not any(c.isalpha() for c in line.text):
        return False
    asks = line.text.endswith("?") and line.width < 0.6 * HEADING_WIDTH
    return asks or not line.ends_sentence


def is_day(line: TextLine) -> bool:
    """It dates something to the day and says nothing else; a month alone may head a part of a chronicle."""
    return line.date is not None and len(line.date) == len("2023-05-16")


def is_numbered_heading(line: TextLine, found: Number, alone: bool) -> bool:
    """A numbered line is a heading if it ends on purpose (`alone`) and is no sentence."""
    words = line.text[found.length :]
    named = SECTION_HEADS.fullmatch(words) is not None  # "Ⅰ. 들어가며" leads on to nothing
    return alone and (not line.ends_sentence or line.text.endswith("?")) and (named or not is_running_text(words))
