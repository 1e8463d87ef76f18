"""What stands in the body of a typeset document, one part after another, and what is each?"""

from dataclasses import dataclass

from indexer.markup import ElementRole
from indexer.typeset.lines import TypesetLine
from indexer.typeset.paragraphs import PrintedParagraph
from indexer.typeset.tables import PrintedTable


@dataclass(slots=True)
class BodyPart:
    """A part of the body in reading order: a paragraph or a table, and what it is."""

    part: PrintedParagraph | PrintedTable
    role: ElementRole = ElementRole.PARAGRAPH
    level: int | None = None

    def extend(self, rest: "BodyPart") -> None:
        """Takes in the words of the part below."""
        if isinstance(self.part, PrintedParagraph) and isinstance(rest.part, PrintedParagraph):
            self.part.extend(rest.part, parted=True)

    @property
    def parted(self) -> list[bool]:
        """At which of its line ends surely no word was cut; none of a table."""
        return self.part.parted if isinstance(self.part, PrintedParagraph) else []

    @property
    def lines(self) -> list[TypesetLine]:
        """Its lines; none of a table."""
        return self.part.lines if isinstance(self.part, PrintedParagraph) else []

    @property
    def text(self) -> str:
        """Its words; none of a table."""
        return self.part.text if isinstance(self.part, PrintedParagraph) else ""

    @property
    def size(self) -> float:
        """That of its letters, in points; 0 of a table."""
        return self.part.size if isinstance(self.part, PrintedParagraph) else 0.0

    @property
    def page(self) -> int:
        return self.part.page
