"""How does Hangul lay out a paragraph? Its shapes, styles, numberings and bullets, the same in HWP and in HWPX.

A paragraph has a shape, and the shape says whether it is a heading of the outline, an item of a list, or neither.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from indexer.markup import ElementRole
from indexer.readers.office.flow import Paragraph, Part, Words
from indexer.readers.office.lists import ListCounters, ListStyle

OUTLINE, NUMBER, BULLET = "OUTLINE", "NUMBER", "BULLET"

# Styles by which Hangul's templates mark a title and a caption. Source: the styles of Hangul itself and of the forms of
# ministries and institutes; both names of a style are looked at.
STYLES = {
    "제목": ElementRole.TITLE, "문서제목": ElementRole.TITLE, "문서 제목": ElementRole.TITLE,
    "논문제목": ElementRole.TITLE, "보고서제목": ElementRole.TITLE, "title": ElementRole.TITLE,
    "캡션": ElementRole.CAPTION, "표제목": ElementRole.CAPTION, "표 제목": ElementRole.CAPTION,
    "그림제목": ElementRole.CAPTION, "그림 제목": ElementRole.CAPTION, "caption": ElementRole.CAPTION,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ParagraphShape:
    """What a paragraph shape says of its head: `kind` is OUTLINE, NUMBER, BULLET or "", `list` the id of its list."""

    kind: str = ""
    list: int = 0
    level: int = 0  # from 0


@dataclass(frozen=True, slots=True)
class LetterShape:
    """What a letter shape says."""

    size: float = 10.0  # points
    bold: bool = False
    script: str = ""  # "sup", "sub"


@dataclass(frozen=True, slots=True)
class HangulLook:
    """The tables of one file, each by its id."""

    shapes: Mapping[int, ParagraphShape]
    letters: Mapping[int, LetterShape]
    styles: Mapping[int, tuple[str, ...]]  # the names of a style
    lists: Mapping[int, ListStyle]
    bullets: Mapping[int, str]
    shades: frozenset[int] = frozenset()  # the borders with a ground that is not white


_NO_SHAPE, _NO_LETTERS = ParagraphShape(), LetterShape()


@dataclass(slots=True)
class HangulParagraphs:
    """Makes the paragraphs of one file, in order, and counts their lists on the way."""

    look: HangulLook
    outline: int = 1  # the list of the outline, which its section names
    counters: ListCounters = field(default_factory=ListCounters)

    def words(self, text: str, letters: int) -> Words:
        """Text in this letter shape."""
        return Words(text, self.look.letters.get(letters, _NO_LETTERS).script)

    def paragraph(self, shape: int, style: int, letters: Iterable[int], parts: tuple[Part, ...]) -> Paragraph:
        """The paragraph: `letters` are the letter shapes of its words."""
        of = self.look.shapes.get(shape, _NO_SHAPE)
        shown = [self.look.letters.get(one, _NO_LETTERS) for one in letters]
        size, bold = max((one.size for one in shown), default=0.0), bool(shown) and all(one.bold for one in shown)
        role = next(
            (STYLES[name.lower()] for name in self.look.styles.get(style, ()) if name.lower() in STYLES),
            ElementRole.PARAGRAPH,
        )
        if not of.kind or not _shows(parts):
            return Paragraph(parts, role, size=size, bold=bold)
        if of.kind == OUTLINE and role is ElementRole.PARAGRAPH:
            role = ElementRole.HEADING
        # Each bullet is a list of one level: how deep it stands is known by the order of the signs.
        level = None if of.kind == BULLET else of.level + 1
        return Paragraph(parts, role, level, self._number(of), size, bold)

    def _number(self, shape: ParagraphShape) -> str:
        if shape.kind == BULLET:
            return self.look.bullets.get(shape.list, "")
        style = self.look.lists.get(self.outline if shape.kind == OUTLINE and not shape.list else shape.list)
        return self.counters.next(style, shape.level) if style is not None else ""


def _shows(parts: Iterable[Part]) -> bool:
    """Whether a paragraph has words: an empty one prints no number."""
    return any(isinstance(part, Words) and part.text.strip() for part in parts)


def claimed_title(title: str | None, paragraphs: Iterable[Paragraph]) -> str | None:
    """The title that a file claims, unless Hangul wrote it: it takes the first words of a document for its title."""
    first = next((paragraph for paragraph in paragraphs if _shows(paragraph.parts)), None)
    words = "".join(part.text for part in first.parts if isinstance(part, Words)) if first else ""
    return None if title is None or " ".join(words.split()).startswith(title) else title
