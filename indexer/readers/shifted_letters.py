"""Does a typeface print Latin letters that its file calls Hangul? A false table shifts them all by the same amount.

pdfTeX takes the table of a typeface of 256 Hangul letters for the Latin one beside it: a point is U+C92E then, a T is
U+C954. Such a typeface prints ten letters or more, all of the first half of one row of 256 of Unicode's Hangul, where
the row has what TeX's T1 encoding has in its own first half. A Hangul typeface prints letters of many rows; one that is
cut into rows bears the row's number in its name, and prints its second half, too. Source: kotex-doc.pdf, TeX Live 2022.
"""

from collections import defaultdict
from collections.abc import Mapping

ROW, HALF = 256, 128
FEWEST = 10  # letters of its own that a shifted typeface prints
FIRST, LAST = 0xAC00, 0xD7A3  # Hangul syllables
# What T1 has before the letters of ASCII and instead of them. Source: the Cork encoding (TUGboat 11, 1990).
T1 = {
    0x0D: "‚", 0x0E: "‹", 0x0F: "›", 0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«", 0x14: "»", 0x15: "–", 0x16: "—",
    0x1B: "\ufb00", 0x1C: "\ufb01", 0x1D: "\ufb02", 0x1E: "\ufb03", 0x1F: "\ufb04", 0x27: "’", 0x60: "‘",
}  # fmt: skip


class ShiftedLetters:
    """The letters of all typefaces of a document, as they come; those that are `ordinary` are not looked at again."""

    def __init__(self) -> None:
        self.ordinary: set[str] = set()
        self._letters: dict[str, set[str]] = defaultdict(set)

    def add(self, letter: str, typeface: str) -> bool:
        """Takes note of a letter of a typeface that is not known for ordinary. Returns whether it may be shifted."""
        if letter.isspace():
            return False
        letters = self._letters[typeface]
        row, place = divmod(ord(letter[0]), ROW)
        same = not letters or ord(next(iter(letters))) // ROW == row
        if len(letter) > 1 or not FIRST <= ord(letter) <= LAST or place >= HALF or not same:
            self.ordinary.add(typeface)
            del self._letters[typeface]
            return False
        letters.add(letter)
        return True

    def shifted(self) -> Mapping[str, int]:
        """The typefaces that are shifted, each with the first code point of the row in which its letters stand."""
        rows = {name: ord(min(letters)) // ROW for name, letters in self._letters.items() if len(letters) >= FEWEST}
        return {name: row * ROW for name, row in rows.items() if not name.lower().endswith(f"{row:02x}")}


def printed_letter(letter: str, row: int) -> str:
    """What a letter of a shifted typeface prints; itself where T1 has an accent."""
    place = ord(letter) - row
    return T1.get(place) or (chr(place) if place >= ord(" ") else letter)
