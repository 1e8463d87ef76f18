"""Which number stands before this paragraph? Lists of many levels, counted as a word processor counts them.

The number is nowhere in the file: it follows from the paragraphs before it. A level counts on until a higher one comes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from indexer.readers.office.ordinals import ordinal


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list. `text` is what is printed, with `{1}` for the number of the first level."""

    text: str
    format: str = "DIGIT"
    start: int = 1
    bullet: bool = False  # the text is a sign
    restart: int | None = None  # after a paragraph of which level (from 1) it starts anew; 0 never; None: any higher
    legal: bool = False  # every number in figures, whatever its level's format


@dataclass(frozen=True, slots=True)
class ListStyle:
    """A list of many levels. Styles of one `counter` count together."""

    counter: str
    levels: Mapping[int, ListLevel]  # from 0


@dataclass(slots=True)
class ListCounters:
    """Counts through one document, paragraph by paragraph."""

    counts: dict[str, dict[int, int]] = field(default_factory=dict)  # counter -> level -> number
    seen: set[str] = field(default_factory=set)

    def start_over(self, key: str, counter: str, level: int) -> None:
        """Begins a level anew, once for each key: a list that was told to start at a number of its own."""
        if key not in self.seen:
            self.seen.add(key)
            self.counts.get(counter, {}).pop(level, None)

    def next(self, style: ListStyle, level: int) -> str:
        """What is printed before the next paragraph of this list: "1.2.", "가)", "•"; "" where nothing is."""
        at = style.levels.get(level)
        if at is None:
            return ""
        if at.bullet:
            return at.text
        counts = self.counts.setdefault(style.counter, {})
        counts[level] = counts[level] + 1 if level in counts else at.start
        for deeper in [other for other in counts if other > level]:
            lower = style.levels.get(deeper)
            if lower is None or lower.restart is None or level < lower.restart:
                del counts[deeper]
        return re.sub(
            r"\{(\d{1,2})\}", lambda found: self._printed(style, int(found[1]) - 1, at.legal), at.text
        ).strip()

    def _printed(self, style: ListStyle, level: int, legal: bool) -> str:
        at = style.levels.get(level)
        if at is None:
            return ""
        number = self.counts[style.counter].setdefault(level, at.start)
        if at.format == "none":
            return ""
        return str(number) if legal else ordinal(number, at.format)
