"""Does a document come back as it was printed? Compares the reading of an extracted text with the document known.

Texts are compared after NFKC without white space, but for the joins, where the space is the question. A line end is
found from the extracted lines alone, whatever the reader made of them, so that a paragraph torn apart costs its join
as well.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.citing.outlets import builtin
from archive.model.document import Block, BlockKind, Document
from indexer.assembly.printed import read_printed
from indexer.readers.formats import extract
from tests.roundtrip.habits import HABITS, Habit
from tests.roundtrip.known import Known, Unit, load

FIXTURES = Path(__file__).parent / "fixtures"
BODY = (BlockKind.PARAGRAPH, BlockKind.ITEM)
AROUND = 12  # letters on each side of a line end by which it is found again in the reading


@dataclass(frozen=True, slots=True)
class Share:
    """Things right: of those that should be found, and of those that were."""

    right: int = 0
    known: int = 0
    found: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.known + other.known, self.found + other.found)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1.0 where there is nothing to find and nothing was."""
        return 2 * self.right / (self.known + self.found) if self.known + self.found else 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document, printed and read again. The lists hold what went wrong, for the eye."""

    document: str
    producer: str
    extractor: str
    joins: Share
    paragraphs: Share
    references: Share
    notes: Share
    wrong: tuple[str, ...] = ()


def outcomes(folder: Path = FIXTURES, only: str = "") -> Iterator[Outcome]:
    """The outcome of every fixture whose name holds `only`."""
    habits = {habit.document: habit for habit in HABITS}
    for path in sorted(folder.glob("*.*.*.txt")):
        if only in path.name:
            document, producer, extractor, _ = path.name.split(".")
            yield outcome(path, load(document), habits[document], producer, extractor)


def outcome(path: Path, known: Known, habit: Habit, producer: str, extractor: str) -> Outcome:
    """Reads one fixture and compares it."""
    document = read_printed(extract(path.read_bytes(), path.name).lines, builtin())
    mark = habit.mark if producer.startswith("chromium") else str
    body = [block for block in document.blocks if block.kind in BODY]
    units = [unit for unit in known.units if unit.kind in BODY]
    joins, bad_joins = _joins(units, body, document, mark)
    paragraphs, bad = _compared([bare(unit.text) for unit in units], [bare(block.text) for block in body])
    references, bad_refs = _compared(list(_calls(known.units)), list(_refs(document)))
    notes, bad_notes = _compared(
        [(label, bare(text)) for label, text in known.notes], [(note.label, bare(note.text)) for note in document.notes]
    )
    wrong = (
        *(f"join {line}" for line in bad_joins),
        *(f"paragraph {line}" for line in bad),
        *(f"reference {line}" for line in bad_refs),
        *(f"note {line}" for line in bad_notes),
    )
    return Outcome(known.name, producer, extractor, joins, paragraphs, references, notes, wrong)


def bare(text: str) -> str:
    """NFKC, no white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _compared(known: Sequence[object], found: Sequence[object]) -> tuple[Share, list[str]]:
    wanted, had = Counter(known), Counter(found)
    wrong = [f"- {thing}" for thing in (wanted - had).elements()] + [
        f"+ {thing}" for thing in (had - wanted).elements()
    ]
    return Share((wanted & had).total(), len(known), len(found)), wrong


def _calls(units: Sequence[Unit]) -> Iterator[tuple[str, str, str | None]]:
    for unit in units:
        for call in unit.calls:
            yield call.label, bare(unit.text[: call.offset])[-8:], call.label


def _refs(document: Document) -> Iterator[tuple[str, str, str | None]]:
    for block in document.blocks:
        for ref in block.refs:
            note = None if ref.note is None else document.notes[ref.note].label
            yield ref.label, bare(block.text[: ref.offset])[-8:], note


@dataclass(frozen=True, slots=True)
class _Printed:
    """A unit as its letters stand on paper, marks included; `place` maps each of them to a letter of the text."""

    text: str  # bare, without marks
    spaces: frozenset[int]  # letters of `text` that a space stands before
    letters: str
    place: tuple[int, ...]


def _printed(unit: Unit, mark: Callable[[str], str]) -> _Printed:
    text, spaces, space = "", set(), False
    starts: dict[int, int] = {}  # offset into the unit's text -> letters before it
    for offset, letter in enumerate(unit.text):
        starts[offset] = len(text)
        if letter.isspace():
            space = True
            continue
        if space:
            spaces.add(len(text))
        text, space = text + bare(letter), False
    starts[len(unit.text)] = len(text)
    letters, place, end = unit.marker or "", [0] * len(unit.marker or ""), 0
    for call in unit.calls:
        at = starts[call.offset]
        sign = bare(mark(call.label))
        letters += text[end:at] + sign
        place += [*range(end, at), *[at] * len(sign)]
        end = at
    return _Printed(text, frozenset(spaces), letters + text[end:], (*place, *range(end, len(text)), len(text)))


def _line_ends(printed: Sequence[_Printed], document: Document) -> Iterator[tuple[_Printed, int]]:
    """Where a printed line ends inside a unit, as a place in its text. Each place once."""
    seen: set[tuple[int, int]] = set()
    at = (0, 0)  # the unit and letter where the line before ended
    for line in document.lines:
        text = bare(line.text)
        if len(text) < 2:
            continue
        found = _find(text, printed, at)
        if found is None:
            continue
        at = found
        unit = printed[found[0]]
        place = unit.place[found[1]]
        if 0 < place < len(unit.text) and (found[0], place) not in seen:
            seen.add((found[0], place))
            yield unit, place


def _find(text: str, printed: Sequence[_Printed], at: tuple[int, int]) -> tuple[int, int] | None:
    """The unit a line is part of and the letter after its end: where the line before ended, or where it fits."""
    if printed and printed[at[0]].letters.startswith(text, at[1]):
        return at[0], at[1] + len(text)
    if len(text) < 8:  # so short a text may stand anywhere
        return next(((i, len(text)) for i, unit in enumerate(printed) if unit.letters == text), None)
    for i in (*range(at[0], len(printed)), *range(at[0])):
        if (start := printed[i].letters.find(text)) >= 0:
            return i, start + len(text)
    return None


def _joins(
    units: Sequence[Unit], body: Sequence[Block], document: Document, mark: Callable[[str], str]
) -> tuple[Share, list[str]]:
    spaced = [_spaced(block.text) for block in body]
    right, known, wrong = 0, 0, list[str]()
    for unit, place in _line_ends([_printed(unit, mark) for unit in units], document):
        known += 1
        before, after = unit.text[max(0, place - AROUND) : place], unit.text[place : place + AROUND]
        space = _space_between(before, after, spaced)
        if space is (place in unit.spaces):
            right += 1
        else:
            made = "torn" if space is None else "space" if space else "glue"
            wrong.append(f"{before}|{after} read as {made}")
    return Share(right, known, known), wrong


def _spaced(text: str) -> tuple[str, frozenset[int]]:
    letters = _printed(Unit(BlockKind.PARAGRAPH, text), str)
    return letters.text, letters.spaces


def _space_between(before: str, after: str, blocks: Sequence[tuple[str, frozenset[int]]]) -> bool | None:
    """Whether a space stands there in the reading; None where no block holds both sides together."""
    for text, spaces in blocks:
        if (start := text.find(before + after)) >= 0:
            return start + len(before) in spaces
    return None
