"""Sets invented text into glyphs with places, as a printing program would."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.typeset.lines import TypesetLine, find_lines, find_runs
from indexer.typeset.page import Glyph, Rule, TypesetPage

WIDTH, HEIGHT, LEFT, RIGHT, SIZE, PITCH = 595.0, 842.0, 70.0, 520.0, 10.0, 16.0
SPACING = 0.17


def width_of(letter: str, size: float) -> float:
    return size * (0.3 if letter.isspace() else 0.5 if letter.isascii() else 1.0)


def set_text(text: str, x: float, y: float, size: float = SIZE, bold: bool = False) -> list[Glyph]:
    """One line from this place on; ¹²³ and ⁾ are raised small figures."""
    glyphs: list[Glyph] = []
    for letter in text:
        raised = letter in RAISED
        own, base = (0.6 * size, y - 0.35 * size) if raised else (size, y)
        end = x + width_of(letter, own)
        glyphs.append(Glyph(letter.translate(PLAIN), x, end, base, own, bold))
        x = end
    return glyphs


RAISED = "¹²³⁴⁵⁶⁷⁸⁹⁾"
PLAIN = str.maketrans(RAISED, "123456789)")


def wrapped(text: str, width: float, size: float = SIZE) -> list[str]:
    """The lines of a text, broken between words."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if sum(width_of(letter, size) for letter in longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def line(text: str, x: float = LEFT, y: float = 100.0, size: float = SIZE, bold: bool = False) -> TypesetLine:
    """A line of a page."""
    (found,) = find_lines(find_runs(set_text(text, x, y, size, bold)), 1, SPACING)
    return found


def words_of(parts: Sequence[object]) -> str:
    """What the words say that stand on a page or in a part of it, each after a space."""
    return " ".join(part.text.strip() for part in parts if isinstance(part, TypesetLine))


@dataclass
class Sheet:
    """A page being set, from above: `y` is where the next line stands."""

    number: int = 1
    y: float = 80.0
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: int = 0

    def put(self, text: str, x: float = LEFT, y: float | None = None, size: float = SIZE, bold: bool = False) -> None:
        """A line at a place; below the last one where none is given."""
        self.glyphs += set_text(text, x, self.y if y is None else y, size, bold)
        self.y = self.y + 1.6 * size if y is None else self.y

    def paragraph(
        self, text: str, x: float = LEFT, right: float = RIGHT, size: float = SIZE, indent: float = 0.0
    ) -> None:
        """A paragraph in lines, with a gap below."""
        first, *rest = wrapped(text, right - x - indent, size)
        whole = " ".join([first, *rest])
        first = wrapped(whole, right - x - indent, size)[0]
        self.put(first, x + indent, size=size)
        for one in wrapped(whole[len(first) :], right - x, size) if len(whole) > len(first) else ():
            self.put(one, x, size=size)
        self.y += 0.8 * size

    def rule(self, x: float, end: float, y: float) -> None:
        self.rules.append(Rule(x, y, end, y))

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """The rules of a table."""
        self.rules += [Rule(xs[0], y, xs[-1], y) for y in ys]
        self.rules += [Rule(x, ys[0], x, ys[-1]) for x in xs]

    def page(self) -> TypesetPage:
        return TypesetPage(self.number, WIDTH, HEIGHT, tuple(self.glyphs), tuple(self.rules), self.pictures)
