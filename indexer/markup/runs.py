"""How does text that is scattered over tags read in one run? Collapses white space and takes the marks out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from indexer.lines import INVALID, composed
from indexer.markup.elements import MarkupReference

# Figures set above or below the line, which would else become part of the number before them: 10km², CO₂.
SCRIPT_FIGURES = {
    "sup": dict(zip("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", strict=True)),
    "sub": dict(zip("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋", strict=True)),
}


@dataclass(slots=True)
class TextRun:
    """A text being collected. `invalid` counts the characters that no text can hold, replaced by U+FFFD."""

    parts: list[str] = field(default_factory=list)
    marks: list[MarkupReference] = field(default_factory=list)
    length: int = 0
    invalid: int = 0

    def add(self, printed: str) -> None:
        """Adds text as it stands between two tags."""
        words = re.sub(r"\s+", " ", printed)
        if words.startswith(" ") and (not self.parts or self.parts[-1][-1] in " \n"):
            words = words[1:]
        if words:
            clean, count = INVALID.subn("\ufffd", words)
            self.invalid += count
            self._push(clean)

    def end_line(self) -> bool:
        """Ends a line. False where that line was empty: a paragraph ends here."""
        self._strip()
        if not self.parts or self.parts[-1] == "\n":
            return False
        self._push("\n")
        return True

    def mark(self, printed: str, label: str, key: str | None) -> None:
        """Notes a mark at this place, before a space that stands there."""
        space = bool(self.parts) and self.parts[-1].endswith(" ")
        self.marks.append(MarkupReference(self.length - space, printed, label, key))

    def finish(self) -> tuple[str, tuple[MarkupReference, ...]]:
        """The text, composed, and its marks; the run is empty then."""
        while self.parts and not self.parts[-1].strip():
            self.parts.pop()
        self._strip()
        text = "".join(self.parts)
        marks = tuple(_on_composed(text, self.marks))
        self.parts, self.marks, self.length = [], [], 0
        return composed(text), marks

    def _push(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def _strip(self) -> None:
        if self.parts and self.parts[-1].endswith(" "):
            self.length -= 1
            self.parts[-1] = self.parts[-1][:-1]
            if not self.parts[-1]:
                self.parts.pop()


def _on_composed(text: str, marks: Sequence[MarkupReference]) -> Iterator[MarkupReference]:
    """The marks of a text as it is once composed: letters of two tags may compose, none does across a space."""
    space, before = 0, 0  # behind the last space before the mark, and as the text is composed
    for mark in marks:
        if (end := text.rfind(" ", space, mark.offset) + 1) > space:
            space, before = end, before + len(composed(text[space:end]))
        yield replace(mark, offset=before + len(composed(text[space : mark.offset])))


def script_figures(tag: str, printed: str) -> str:
    """The figures of a <sup> or <sub> as letters of their own; "" where there is anything else."""
    figures = [SCRIPT_FIGURES[tag].get(letter, "") for letter in printed]
    return "".join(figures) if all(figures) else ""
