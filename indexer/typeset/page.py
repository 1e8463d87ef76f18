"""What is on a typeset page? Its glyphs, each with place, size and weight, its rules, and how many pictures.

Lengths are in points, from the upper left corner of the page as it is read: x grows to the right, y downwards. `y` of a
glyph is its baseline.
"""

from dataclasses import dataclass


@dataclass(slots=True, unsafe_hash=True)  # a frozen one takes thrice as long to make, and a book has a million
class Glyph:
    """One character as it is printed. `bold` where its typeface says so, `formula` where only formulas are set in it.
    Nothing changes it."""

    text: str
    x: float
    end: float
    y: float
    size: float  # ems
    bold: bool = False
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, or one side of a drawn box: horizontal or vertical."""

    x: float
    y: float
    end_x: float
    end_y: float

    @property
    def is_horizontal(self) -> bool:
        """Whether it lies, rather than stands."""
        return self.end_x - self.x >= self.end_y - self.y


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    end_x: float
    end_y: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x <= self.end_x and self.y <= y <= self.end_y


@dataclass(frozen=True, slots=True)
class TypesetPage:
    """A page. `label` is what the file calls it, "" where it does not say; `unreadable` counts glyphs that no letter
    is known for, `turned` letters that stand at another angle than the text and are left out."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...] = ()
    pictures: int = 0
    label: str = ""
    unreadable: int = 0
    boxes: tuple[Box, ...] = ()  # filled with a colour
    turned: int = 0
    frames: tuple[Box, ...] = ()  # around which something is drawn, or shaded: rounded boxes too


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page's own coordinates, and the way from them to the page as it is read."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int  # quarter turns, against the clock, of the text on it

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        width, height = self.right - self.left, self.top - self.bottom
        return (width, height) if self.turn % 2 == 0 else (height, width)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as it is read."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        return (self.right - x, y - self.bottom) if self.turn == 2 else (self.top - y, self.right - x)
