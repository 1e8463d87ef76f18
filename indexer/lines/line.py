"""What is one printed line? Its letters and place, and what its words say of it, each found once.

A line says what it looks like: a bullet, a number, a legend, a date, a whole sentence. What it is, only its neighbours
can tell (`indexer.structure`, `indexer.notes`).
"""

import re
from dataclasses import dataclass
from functools import cached_property

from archive.model import BlockKind
from indexer.lines.dateline import date_line
from indexer.lines.items import Number, bullet, number
from indexer.lines.legends import is_disclaimer, legend
from indexer.lines.sentences import ends_sentence, half_date, is_running_text
from indexer.lines.widths import PLAIN, LetterCounts, letter_counts, width_of

SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class TextLine:
    """A printed line that is not blank. `gap` counts the blank lines above it, `text` has runs of spaces made one."""

    number: int
    raw: str
    text: str
    gap: int
    page: int | None = None
    starts_page: bool = False

    @property
    def indent(self) -> int:
        """Leading spaces."""
        return len(self.raw) - len(self.raw.lstrip())

    @property
    def trailing(self) -> bool:
        """A space stands at the end of the line: in many files it tells that the next line begins a word."""
        return self.raw[-1:].isspace()

    @cached_property
    def bullet(self) -> str | None:
        """The bullet mark at its head."""
        return bullet(self.text)

    @cached_property
    def enumeration(self) -> Number | None:
        """The number of an item or a heading at its head."""
        return number(self.text)

    @cached_property
    def legend(self) -> BlockKind | None:
        """The kind that its first words announce."""
        return legend(self.text)

    @cached_property
    def is_disclaimer(self) -> bool:
        """It begins a statement on whose views a text gives."""
        return is_disclaimer(self.text)

    @cached_property
    def date(self) -> str | None:
        """ISO 8601, where it holds a date and nothing else."""
        return date_line(self.text)

    @cached_property
    def is_running_text(self) -> bool:
        """It can be neither a title nor a heading: it breaks off, or a sentence ends within it."""
        return is_running_text(self.text)

    @cached_property
    def ends_sentence(self) -> bool:
        """A sentence ends with it, whatever follows."""
        return ends_sentence(self.text)

    def ends_before(self, below: "TextLine") -> bool:
        """A sentence ends with it. The next line shows half a date for what it is."""
        return self.ends_sentence and not half_date(self.text, below.text)

    @cached_property
    def letters(self) -> LetterCounts:
        """Its letters by class of width."""
        return letter_counts(self.text)

    @cached_property
    def width(self) -> float:
        """Its width in ems, in an average typeface."""
        return width_of(self.letters, PLAIN)
