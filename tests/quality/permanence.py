"""Do permalinks survive what happens to documents? Changes copies of real ones, and follows every letter.

    GAKJU_EVAL=folder python -m tests.quality.permanence             the seeds that the rules were made with
    GAKJU_EVAL=folder python -m tests.quality.permanence --held-out  seeds that nobody looked at
    ... --only NAME   one change; --show   each passage that went wrong, by document and number

The folder holds `briefs/`; the samples are in `documents/`. A copy is changed line by line, as another extraction or a
new edition would, read anew, and its passages aligned with those before. Every letter carries the place it had in the
first text, so that the truth is known: a passage survives if 80 % of its letters stand in order in the new passages.

    kept       survives, and its fate points to at least 80 % of its letters, all it points to being its own
    lost       survives, and is called gone
    ambiguous  of either kind, candidates shown
    gone       does not survive, and is called gone
    remnant    does not survive, and its fate points to what is left of it
    misled     its fate points to a passage that has none, or hardly any, of its letters
"""

import argparse
import os
import random
import re
import time
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

from archive.alignment import Fate, Status, Unit, align, inherit
from archive.document import Kind, Lines, Reading
from archive.likeness import common, fold_letters
from archive.passage import Draft, PassageKind, drafts
from indexer.extract import extract
from indexer.reading import read

SAMPLES = Path(__file__).parents[2] / "documents"
SEEDS, HELD_OUT = (1, 2), (101, 102, 103)
SURVIVES = 0.8
OWN = 0.5  # of the letters said to stand in a passage must be its own: below, it is other text

Sign = tuple[str, int]  # a character, and its place in the first text; -1 where it is new
Printed = list[list[Sign]]


@dataclass(frozen=True, slots=True)
class State:
    """A text as read, each passage with the places of its letters in the first text."""

    name: str
    printed: Printed
    reading: Reading
    units: tuple[Draft, ...]
    letters: tuple[tuple[int, ...], ...]


@dataclass(slots=True)
class Tally:
    """What became of the passages under one change."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def survivors(self) -> int:
        return self.counts["kept"] + self.counts["lost"] + self.counts["ambiguous"] + self.counts["part"] + self.counts["misled"]


def state(name: str, printed: Printed) -> State:
    """Reads changed lines as a file of their own."""
    data = "\n".join("".join(char for char, _ in line) for line in printed).encode()
    lines = extract(data, name).lines
    plain = [[sign for sign in line if sign[0] != "\f"] for line in printed]
    reading = read(lines)
    composed = [_composed(line) for line in plain]
    units = tuple(drafts(reading))
    return State(name, printed, reading, units, tuple(_places(unit, reading, composed) for unit in units))


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


def _lines_of(unit: Draft, reading: Reading) -> Lines:
    if unit.note is not None:
        return reading.notes[unit.note].lines
    if unit.block is None or unit.kind is PassageKind.TITLE:
        titles = [block.lines for block in reading.blocks if block.kind is Kind.TITLE]
        return (titles[0][0], titles[-1][1]) if titles else (1, min(len(reading.lines), 20))
    block = reading.blocks[unit.block]
    return block.table.rows[unit.row].lines if block.table and unit.row is not None else block.lines


def _places(unit: Draft, reading: Reading, printed: Printed) -> tuple[int, ...]:
    """For each letter of a passage the place it had in the first text. A cell over several rows stands by one."""
    if unit.row is None or unit.block is None or (table := reading.blocks[unit.block].table) is None:
        return _found(fold_letters(unit.text).text, _lines_of(unit, reading), printed)
    places: list[int] = []
    whole = reading.blocks[unit.block].lines
    for cell in table.rows[unit.row].cells:
        text = fold_letters(cell).text
        here = _found(text, table.rows[unit.row].lines, printed)
        places += here if min(here, default=0) >= 0 else max(here, _found(text, whole, printed), key=sum)
    folded = len(fold_letters(unit.text).text)
    return tuple(places) if len(places) == folded else _found(fold_letters(unit.text).text, _lines_of(unit, reading), printed)


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


# --- the changes: each maps a state to new lines ---------------------------------------------------------------------

Change = Callable[[State, random.Random], Printed]


def new(text: str) -> list[Sign]:
    """Characters that were not there before."""
    return [(char, -1) for char in text]


def exclusive(now: State) -> list[tuple[int, Lines]]:
    """The units whose printed lines are theirs alone: they can be moved about as wholes. By line."""
    ranges = [(i, _lines_of(unit, now.reading)) for i, unit in enumerate(now.units)]
    counts: Counter[int] = Counter()
    for _, (first, last) in ranges:
        counts.update(range(first, last + 1))
    for block in now.reading.blocks:
        if block.kind in (Kind.PAGE_HEAD, Kind.DATE, Kind.BYLINE, Kind.SERIES, Kind.END_MARK):
            counts.update(range(block.lines[0], block.lines[1] + 1))
    alone = [(i, (a, b)) for i, (a, b) in ranges if all(counts[n] == 1 for n in range(a, b + 1))]
    return sorted(alone, key=lambda unit: unit[1])


def is_prose(unit: Draft) -> bool:
    return unit.kind.value in ("paragraph", "item", "note", "disclaimer")


def flowing(now: State, unit: Draft) -> list[Sign]:
    """The lines of a unit as one, joined as the reader joined them."""
    first, last = _lines_of(unit, now.reading)
    value = now.reading.notes[unit.note] if unit.note is not None else now.reading.blocks[unit.block or 0]
    joins = {seam.line: seam.join for seam in value.seams}
    flow: list[Sign] = []
    for number in range(first, last + 1):
        line = _trimmed(now.printed[number - 1], number == first)
        flow += new(" ") if flow and line and joins.get(number, "space") == "space" else []
        flow += line
    return flow


def _trimmed(line: Sequence[Sign], keep_left: bool) -> list[Sign]:
    start, end = 0, len(line)
    while end and line[end - 1][0].isspace():
        end -= 1
    while not keep_left and start < end and line[start][0].isspace():
        start += 1
    return list(line[start:end])


def wrapped(flow: Sequence[Sign], width: int) -> Printed:
    """Lines of at most this many characters; a space that falls on the end trails."""
    lines: Printed = []
    at = 0
    while at < len(flow):
        end = min(len(flow), at + width)
        while end < len(flow) and flow[end][0] == " ":
            end += 1
        lines.append(list(flow[at:end]))
        at = end
    return lines


def replaced(now: State, changed: dict[int, Printed]) -> Printed:
    """The lines with some units' lines (by the first of them) put in place of theirs."""
    lines: Printed = []
    skip = 0
    ends = {first: last for _, (first, last) in exclusive(now)}
    for number, line in enumerate(now.printed, 1):
        if number in changed:
            lines += changed[number]
            skip = ends[number]
        if number > skip:
            lines.append(line)
    return lines


def rewrap(now: State, rng: random.Random) -> Printed:
    """Every paragraph at another width."""
    width = rng.choice((28, 34, 52, 64))
    return replaced(now, {
        lines[0]: wrapped(flowing(now, now.units[i]), width) for i, lines in exclusive(now) if is_prose(now.units[i])
    })  # fmt: skip


def strip_ends(now: State, rng: random.Random) -> Printed:
    """Trailing spaces lost."""
    return [_trimmed(line, True) for line in now.printed]


def drop_blank(now: State, rng: random.Random) -> Printed:
    """Blank lines lost."""
    return [line for line in now.printed if "".join(char for char, _ in line).strip()]


def add_blank(now: State, rng: random.Random) -> Printed:
    """A blank line more before every unit."""
    starts = {lines[0] for _, lines in exclusive(now)}
    lines: Printed = []
    for number, line in enumerate(now.printed, 1):
        lines += [[], line] if number in starts else [line]
    return lines


def decompose(now: State, rng: random.Random) -> Printed:
    """NFD, as a Mac saves it."""
    return [[(part, place) for char, place in line for part in normalize("NFD", char)] for line in now.printed]


def add_heads(now: State, rng: random.Random) -> Printed:
    """Running heads and page numbers every so many lines."""
    every, page = rng.choice((28, 35, 42)), 0
    head = rng.choice(("견본연구원 정세 브리프 2025-07", "BRIEF No. 12", "견본정책연구 제3호"))
    lines: Printed = []
    for number, line in enumerate(now.printed, 1):
        lines.append(line)
        if number % every == 0:
            page += 1
            lines += [new(f"- {page} -"), new(head)]
    return lines


def drop_heads(now: State, rng: random.Random) -> Printed:
    """Running heads taken out."""
    heads = {n for block in now.reading.blocks if block.kind is Kind.PAGE_HEAD for n in range(block.lines[0], block.lines[1] + 1)}
    return [line for number, line in enumerate(now.printed, 1) if number not in heads]


SIGNS = str.maketrans({
    "“": '"', "”": '"', "‘": "'", "’": "'", "「": "“", "」": "”", "『": "《", "』": "》", "–": "-", "-": "‐", "·": "ㆍ",
    "~": "∼", "…": "⋯", "(": "（", ")": "）",
})  # fmt: skip


def other_signs(now: State, rng: random.Random) -> Printed:
    """Quotes, hyphens and dots of another extractor."""
    return [[(char.translate(SIGNS), place) for char, place in line] for line in now.printed]


def lower_marks(now: State, rng: random.Random) -> Printed:
    """Raised digits become digits."""
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    return [[(char.translate(raised), place) for char, place in line] for line in now.printed]


def notes_last(now: State, rng: random.Random) -> Printed:
    """Notes from the page's foot to the end."""
    noted = [lines for i, lines in exclusive(now) if now.units[i].note is not None]
    numbers = [n for first, last in noted for n in range(first, last + 1)]
    taken = set(numbers)
    kept = [line for number, line in enumerate(now.printed, 1) if number not in taken]
    return [*kept, [], *(now.printed[n - 1] for n in numbers)] if noted else kept


def noise(now: State, rng: random.Random) -> Printed:
    """One letter in two hundred misread, lost or doubled by another."""
    letters = [char for line in now.printed for char, _ in line if char.isalnum()]
    lines: Printed = []
    for line in now.printed:
        noisy: list[Sign] = []
        for sign in line:
            if not sign[0].isalnum() or rng.random() >= 0.005:
                noisy.append(sign)
                continue
            how = rng.random()
            if how >= 0.5:
                noisy += [sign] if how >= 0.75 else []
            if how < 0.5 or how >= 0.75:
                noisy.append((rng.choice(letters), -1))
        lines.append(noisy)
    return lines


def _some(now: State, rng: random.Random, share: float, wanted: Callable[[Draft], bool]) -> list[tuple[int, Lines]]:
    units = [(i, lines) for i, lines in exclusive(now) if wanted(now.units[i])]
    return sorted(rng.sample(units, min(len(units), max(1, round(share * len(units))))), key=lambda unit: unit[1])


def any_unit(unit: Draft) -> bool:
    return True


def remove(now: State, rng: random.Random) -> Printed:
    """One unit in ten taken out, of every kind."""
    gone = {n for _, (a, b) in _some(now, rng, 0.1, any_unit) for n in range(a, b + 1)}
    return [line for number, line in enumerate(now.printed, 1) if number not in gone]


def insert(now: State, rng: random.Random) -> Printed:
    """New paragraphs among the old, one for ten, in the words of the document."""
    words = [word for unit in now.units for word in unit.text.split()]
    changed: dict[int, Printed] = {}
    for i, (first, last) in _some(now, rng, 0.1, is_prose):
        text = " ".join(rng.choice(words) for _ in range(rng.randint(8, 60))) + "."
        marker = now.reading.blocks[now.units[i].block or 0].marker if now.units[i].note is None else None
        lines = wrapped(new(f"{marker} {text}" if marker else text), 40)
        if now.units[i].note is None:
            changed[first] = [*now.printed[first - 1 : last], [], *lines, []]
    return replaced(now, changed)


def reorder(now: State, rng: random.Random) -> Printed:
    """One unit in fifteen moved to another place."""
    moved = _some(now, rng, 0.07, lambda unit: is_prose(unit) and unit.note is None)
    taken = {n: list(now.printed[a - 1 : b]) for _, (a, b) in moved for n in range(a, b + 1) if n == a}
    numbers = {n for _, (a, b) in moved for n in range(a, b + 1)}
    homes = [a for i, (a, b) in exclusive(now) if a not in numbers and is_prose(now.units[i]) and now.units[i].note is None]
    arriving: dict[int, Printed] = defaultdict(list)
    for lines in taken.values():
        if homes:
            arriving[rng.choice(homes)] += [*lines, []]
    lines_: Printed = []
    for number, line in enumerate(now.printed, 1):
        lines_ += arriving.get(number, [])
        if number not in numbers or not homes:
            lines_.append(line)
    return lines_


def merge(now: State, rng: random.Random) -> Printed:
    """One pair of neighbours in ten printed as one."""
    units = exclusive(now)
    pairs = [
        (a, b)
        for a, b in pairwise(units)
        if is_prose(now.units[a[0]]) and is_prose(now.units[b[0]])
        and now.units[a[0]].note is None and now.units[b[0]].note is None
        and not any("".join(c for c, _ in line).strip() for line in now.printed[a[1][1] : b[1][0] - 1])
    ]  # fmt: skip
    changed: dict[int, Printed] = {}
    for a, b in rng.sample(pairs, len(pairs) // 10 + 1) if pairs else ():
        if a[1][0] in changed or b[1][0] in changed:
            continue
        second = flowing(now, now.units[b[0]])
        if now.reading.blocks[now.units[b[0]].block or 0].marker:
            second = second[2:]
        changed[a[1][0]] = wrapped([*flowing(now, now.units[a[0]]), *new(" "), *second], 40)
        changed[b[1][0]] = []
    return replaced(now, changed)


def split(now: State, rng: random.Random) -> Printed:
    """One paragraph in ten printed as two, between sentences where there are any."""
    changed: dict[int, Printed] = {}
    for i, (first, _) in _some(now, rng, 0.1, lambda unit: is_prose(unit) and unit.note is None and len(unit.text) > 60):
        flow = flowing(now, now.units[i])
        text = "".join(char for char, _ in flow)
        ends = [match.end() for match in re.finditer(r"[.?!][”’\"]? ", text) if 20 < match.end() < len(text) - 20]
        ends = ends or [match.end() for match in re.finditer(" ", text) if 20 < match.end() < len(text) - 20]
        if not ends:
            continue
        at = rng.choice(ends)
        marker = now.reading.blocks[now.units[i].block or 0].marker
        lead = new(f"{marker} ") if marker else []
        changed[first] = [*wrapped(flow[:at], 40), [], *wrapped([*lead, *flow[at:]], 40)]
    return replaced(now, changed)


def edit(now: State, rng: random.Random) -> Printed:
    """Words replaced, put in and taken out, 5 to 15 in a hundred, in three units of ten."""
    words = [word for unit in now.units for word in unit.text.split()]
    changed: dict[int, Printed] = {}
    for i, (first, _) in _some(now, rng, 0.3, is_prose):
        share, edited = rng.uniform(0.05, 0.15), list[Sign]()
        for n, word in enumerate(_words(flowing(now, now.units[i]))):
            how = rng.random() / share
            edited += new(rng.choice(words) + " ") if n and how < 0.67 else []
            edited += word if not n or how >= 1 or 0.33 <= how < 0.67 else []
        changed[first] = wrapped(edited, 40)
    return replaced(now, changed)


def _words(flow: Sequence[Sign]) -> Iterator[list[Sign]]:
    word: list[Sign] = []
    for sign in flow:
        word.append(sign)
        if sign[0] == " ":
            yield word
            word = []
    yield word


def change_kinds(now: State, rng: random.Random) -> Printed:
    """Bullets taken from one item in five, given to one paragraph in five."""
    changed: dict[int, Printed] = {}
    for i, (first, last) in _some(now, rng, 0.2, lambda unit: unit.kind.value in ("paragraph", "item")):
        lines = [list(line) for line in now.printed[first - 1 : last]]
        marker = now.reading.blocks[now.units[i].block or 0].marker
        lines[0] = lines[0][len(marker) + 1 :] if marker else [*new("- "), *lines[0]]
        changed[first] = lines
    return replaced(now, changed)


def add_siblings(now: State, rng: random.Random) -> Printed:
    """For one unit in eight a sibling further on: other numbers, one word in ten another. The text to start from."""
    words = [word for unit in now.units for word in unit.text.split()]
    chosen = _some(now, rng, 0.12, any_unit)
    changed: dict[int, Printed] = {}
    for i, (first, last) in chosen:
        lines: Printed = []
        for line in now.printed[first - 1 : last]:
            text = "".join(char for char, _ in line)
            text = re.sub(r"\d", lambda match: str((int(match.group()) + 1) % 10), text)
            text = re.sub(r"\S+", lambda m: rng.choice(words) if rng.random() < 0.1 else m.group(), text)
            lines.append(new(text))
        changed[first] = [*now.printed[first - 1 : last], *([] if now.units[i].row is not None else [[]]), *lines]
    return replaced(now, changed)


REEXTRACTED: dict[str, tuple[Change, ...]] = {
    "rewrap": (rewrap,), "strip ends": (strip_ends,), "drop blank": (drop_blank,), "add blank": (add_blank,),
    "nfd": (decompose,), "add heads": (add_heads,), "drop heads": (drop_heads,), "other signs": (other_signs,),
    "lower marks": (lower_marks,), "notes last": (notes_last,), "noise": (noise,),
    "all re-extracted": (rewrap, other_signs, lower_marks, drop_heads, noise, decompose),
    "all and heads": (notes_last, rewrap, add_heads, strip_ends, noise),
}  # fmt: skip
REVISED: dict[str, tuple[Change, ...]] = {
    "remove": (remove,), "insert": (insert,), "reorder": (reorder,), "merge": (merge,), "split": (split,),
    "edit": (edit,), "kinds": (change_kinds,),
    "all revised": (edit, remove, insert, merge, split, reorder),
    "both": (edit, remove, insert, reorder, rewrap, other_signs, lower_marks, noise),
    "both, twice removed": (remove, remove, noise, strip_ends),
}  # fmt: skip
SIBLINGS: dict[str, tuple[Change, ...]] = {
    "siblings, remove": (remove, remove), "siblings, noise": (remove, remove, noise),
    "siblings, revised": (edit, remove, insert, reorder),
}  # fmt: skip


# --- the measure -----------------------------------------------------------------------------------------------------


def in_order(places: Sequence[int]) -> int:
    """How many ascend: the longest ascending row of places."""
    tails: list[int] = []
    for place in places:
        at = bisect_right(tails, place)  # letters that one sign gave (Ⅲ) share its place
        tails[at : at + 1] = [place]
    return len(tails)


def judge(fate: Fate, own: Sequence[int], now: State) -> str:
    """What a fate is worth, `own` being the places of the unit's letters."""
    places = {place for place in own if place >= 0}
    size = max(1, len(own))
    held = {n: in_order([place for place in row if place in places]) for n, row in enumerate(now.letters)}
    best = max(held.values(), default=0)
    whole = sum(held.values())  # parts of a split are in order each
    survives = max(best, whole) >= SURVIVES * size
    pointed = sum(held[n] for n in fate.to)
    if fate.status is Status.AMBIGUOUS:
        return "ambiguous" if survives else "ambiguous, gone"
    if fate.status is Status.GONE:
        return "lost" if survives else "gone"
    if any(held[part.to] < OWN * part.letters for part in fate.parts):
        return "misled"
    if not survives:
        return "remnant"
    return "kept" if pointed >= SURVIVES * size else "part"


def measure(before: State, after: State, show: bool) -> Tally:
    """The tally of one document under one change."""
    tally = Tally()
    old = [Unit(unit.kind, unit.text, str(i)) for i, unit in enumerate(before.units)]
    come = [Unit(unit.kind, unit.text) for unit in after.units]
    started = time.perf_counter()
    fates = align(old, come)
    tally.seconds = time.perf_counter() - started
    kept = [id for id in inherit(old, come, fates) if id is not None]
    assert len(kept) == len(set(kept))
    for i, (fate, own) in enumerate(zip(fates, before.letters, strict=True)):
        verdict = judge(fate, own, after)
        tally.counts[verdict] += 1
        if show and verdict not in ("kept", "gone"):
            print(f"  {verdict}: {before.name} {i} {old[i].kind} {old[i].text[:90]!r} {fate.status} {fate.score:.2f} {fate.to}")
            for n in fate.to[:3]:
                print(f"      -> {n} {come[n].kind} {come[n].text[:90]!r}")
    return tally


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


def run(first: State, changes: Sequence[Change], rng: random.Random) -> State:
    now = first
    for change in changes:
        now = state(first.name, change(now, rng))
    return now


COLUMNS = ("kept", "part", "lost", "ambiguous", "misled", "remnant", "gone", "ambiguous, gone")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args()
    folder = os.environ.get("GAKJU_EVAL")
    sources = {"samples": list(documents(SAMPLES))}
    if folder:
        sources["briefs"] = list(documents(Path(folder) / "briefs"))
    else:
        print("GAKJU_EVAL names no folder: the samples alone are measured")
    print(f"{'':30}" + "".join(f"{column:>11}" for column in (*COLUMNS[:7], "amb. gone", "survivors", "s")))
    for source, texts in sources.items():
        for group, scenarios in (("re-extraction", REEXTRACTED), ("revision", REVISED), ("siblings", SIBLINGS)):
            total = Tally()
            for name, changes in scenarios.items():
                if chosen.only in (None, name):
                    tally = _scenario(name, group, changes, texts, HELD_OUT if chosen.held_out else SEEDS, chosen.show)
                    _print(f"{source}: {name}", tally)
                    total.counts += tally.counts
                    total.seconds += tally.seconds
            _print(f"{source}: {group.upper()}", total)


def _scenario(
    name: str, group: str, changes: Sequence[Change], texts: Sequence[tuple[str, Printed]], seeds: Sequence[int], show: bool
) -> Tally:
    total = Tally()
    for seed in seeds:
        for text, printed in texts:
            rng = random.Random(f"{name} {seed} {text}")
            first = state(text, printed)
            if group == "siblings":
                first = state(text, placed(add_siblings(first, rng)))
            tally = measure(first, run(first, changes, rng), show)
            total.counts += tally.counts
            total.seconds = max(total.seconds, tally.seconds)
    return total


def _print(name: str, tally: Tally) -> None:
    survivors = tally.survivors
    share = f"{tally.counts['kept'] / survivors:.4f}" if survivors else ""
    row = "".join(f"{tally.counts[column]:>11}" for column in COLUMNS)
    print(f"{name:30}{row}{survivors:>11}{tally.seconds:>11.2f}  {share}", flush=True)


if __name__ == "__main__":
    main()
