"""Which letter of a changed text is which letter of the first? Texts whose characters carry their place along.

A text is its printed lines, each character with the place it had in the first text. Read as a file, each passage knows
by that where its letters stood, whatever was wrapped, moved or misread in between.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from archive.alignment.letters import common, fold_letters
from archive.citing.outlets import builtin
from archive.model.document import BlockKind, Document, Lines
from archive.model.passage import PassageDraft, PassageKind, drafts
from indexer.assembly.printed import read_printed
from indexer.readers.formats import extract

Sign = tuple[str, int]  # a character, and its place in the first text; -1 where it is new
Printed = list[list[Sign]]


@dataclass(frozen=True, slots=True)
class State:
    """A text as read, each passage with the places of its letters in the first text."""

    name: str
    printed: Printed
    document: Document
    units: tuple[PassageDraft, ...]
    letters: tuple[tuple[int, ...], ...]


def state(name: str, printed: Printed) -> State:
    """Reads changed lines as a file of their own."""
    data = "\n".join("".join(char for char, _ in line) for line in printed).encode()
    lines = extract(data, name).lines
    plain = [[sign for sign in line if sign[0] != "\f"] for line in printed]
    document = read_printed(lines, builtin())
    composed = [_composed(line) for line in plain]
    units = tuple(drafts(document))
    return State(name, printed, document, units, tuple(_places(unit, document, composed) for unit in units))


def _composed(line: Sequence[Sign]) -> list[Sign]:
    """NFC, each character with the place of its first part."""
    text = "".join(char for char, _ in line)
    if normalize("NFC", text) == text:
        return list(line)
    composed: list[Sign] = []
    for char, place in line:
        if composed and len(normalize("NFC", composed[-1][0] + char)) == 1:
            composed[-1] = normalize("NFC", composed[-1][0] + char), composed[-1][1]
        else:
            composed.append((char, place))
    return composed


def lines_of(unit: PassageDraft, document: Document) -> Lines:
    if unit.note is not None:
        return document.notes[unit.note].lines
    if unit.block is None or unit.kind is PassageKind.TITLE:
        titles = [block.lines for block in document.blocks if block.kind is BlockKind.TITLE]
        return (titles[0][0], titles[-1][1]) if titles else (1, min(len(document.lines), 20))
    block = document.blocks[unit.block]
    return block.table.rows[unit.row].lines if block.table and unit.row is not None else block.lines


def _places(unit: PassageDraft, document: Document, printed: Printed) -> tuple[int, ...]:
    """For each letter of a passage the place it had in the first text. A cell over several rows stands by one."""
    if unit.row is None or unit.block is None or (table := document.blocks[unit.block].table) is None:
        return _found(fold_letters(unit.text).text, lines_of(unit, document), printed)
    places: list[int] = []
    whole = document.blocks[unit.block].lines
    for cell in table.rows[unit.row].cells:
        text = fold_letters(cell).text if any(map(str.isalnum, cell)) else ""
        here = _found(text, table.rows[unit.row].lines, printed)
        places += here if min(here, default=0) >= 0 else max(here, _found(text, whole, printed), key=sum)
    text = fold_letters(unit.text).text
    return tuple(places) if len(places) == len(text) else _found(text, lines_of(unit, document), printed)


def _found(text: str, lines: Lines, printed: Printed) -> tuple[int, ...]:
    signs = [sign for line in printed[lines[0] - 1 : lines[1]] for sign in line]
    here = fold_letters(" \u200b" + "".join(char for char, _ in signs))  # so that no line of a text counts as labelled
    at = here.text.find(text)
    if at >= 0:
        return tuple(signs[here.origin[at + i] - 2][1] for i in range(len(text)))
    places = [-1] * len(text)
    for run in common(text, here.text):
        for i in range(run.size):
            places[run.old + i] = signs[here.origin[run.new + i] - 2][1]
    return tuple(places)


def documents(folder: Path) -> Iterator[tuple[str, Printed]]:
    """The text files of a folder, every character with its place."""
    for path in sorted(folder.glob("*.txt")):
        lines: Printed = []
        place = 0
        for line in extract(path.read_bytes(), path.name).lines:
            lines.append([(char, place + i) for i, char in enumerate(line.text)])
            place += len(line.text)
        yield path.name, lines


def placed(printed: Printed) -> Printed:
    """The lines with places counted anew: a text to start from."""
    lines: Printed = []
    place = 0
    for line in printed:
        lines.append([(char, place + i) for i, (char, _) in enumerate(line)])
        place += len(line)
    return lines
