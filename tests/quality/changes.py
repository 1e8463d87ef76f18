"""What happens to documents? Changes of printed lines as another extraction makes them, and as a new edition does.

Each change maps a text as read, and a source of chance, to new lines; its characters keep their places.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from archive.model.document import BlockKind, Lines
from archive.model.passage import PassageDraft
from tests.quality.tracing import Printed, Sign, State, lines_of

Change = Callable[[State, random.Random], Printed]


def new(text: str) -> list[Sign]:
    """Characters that were not there before."""
    return [(char, -1) for char in text]


def exclusive(now: State) -> list[tuple[int, Lines]]:
    """The units whose printed lines are theirs alone: they can be moved about as wholes. By line."""
    ranges = [(i, lines_of(unit, now.document)) for i, unit in enumerate(now.units)]
    counts: Counter[int] = Counter()
    for _, (first, last) in ranges:
        counts.update(range(first, last + 1))
    for block in now.document.blocks:
        if block.kind in (BlockKind.PAGE_HEAD, BlockKind.DATE, BlockKind.BYLINE, BlockKind.SERIES, BlockKind.END_MARK):
            counts.update(range(block.lines[0], block.lines[1] + 1))
    alone = [(i, (a, b)) for i, (a, b) in ranges if all(counts[n] == 1 for n in range(a, b + 1))]
    return sorted(alone, key=lambda unit: unit[1])


def is_prose(unit: PassageDraft) -> bool:
    return unit.kind.value in ("paragraph", "item", "note", "disclaimer")


def is_body(unit: PassageDraft) -> bool:
    return is_prose(unit) and unit.note is None


def flowing(now: State, unit: PassageDraft) -> list[Sign]:
    """The lines of a unit as one, joined as the reader joined them."""
    first, last = lines_of(unit, now.document)
    value = now.document.notes[unit.note] if unit.note is not None else now.document.blocks[unit.block or 0]
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
    return replaced(
        now,
        {lines[0]: wrapped(flowing(now, now.units[i]), width) for i, lines in exclusive(now) if is_prose(now.units[i])},
    )


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
    ranges = [block.lines for block in now.document.blocks if block.kind is BlockKind.PAGE_HEAD]
    heads = {n for first, last in ranges for n in range(first, last + 1)}
    return [line for number, line in enumerate(now.printed, 1) if number not in heads]


SIGNS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "「": "“",
        "」": "”",
        "『": "《",
        "』": "》",
        "–": "-",
        "-": "‐",
        "·": "ㆍ",
        "~": "∼",
        "…": "⋯",
        "(": "（",
        ")": "）",
    }
)


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


def _some(
    now: State, rng: random.Random, share: float, wanted: Callable[[PassageDraft], bool]
) -> list[tuple[int, Lines]]:
    units = [(i, lines) for i, lines in exclusive(now) if wanted(now.units[i])]
    return sorted(rng.sample(units, min(len(units), max(1, round(share * len(units))))), key=lambda unit: unit[1])


def any_unit(unit: PassageDraft) -> bool:
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
        marker = now.document.blocks[now.units[i].block or 0].marker if now.units[i].note is None else None
        lines = wrapped(new(f"{marker} {text}" if marker else text), 40)
        if now.units[i].note is None:
            changed[first] = [*now.printed[first - 1 : last], [], *lines, []]
    return replaced(now, changed)


def reorder(now: State, rng: random.Random) -> Printed:
    """One unit in fifteen moved to another place."""
    moved = _some(now, rng, 0.07, is_body)
    taken = {a: now.printed[a - 1 : b] for _, (a, b) in moved}
    numbers = {n for _, (a, b) in moved for n in range(a, b + 1)}
    homes = [a for i, (a, b) in exclusive(now) if a not in numbers and is_body(now.units[i])]
    arriving: dict[int, Printed] = defaultdict(list)
    for lines in taken.values():
        if homes:
            arriving[rng.choice(homes)] += [*lines, []]
    printed: Printed = []
    for number, line in enumerate(now.printed, 1):
        printed += arriving.get(number, [])
        if number not in numbers or not homes:
            printed.append(line)
    return printed


def merge(now: State, rng: random.Random) -> Printed:
    """One pair of neighbours in ten printed as one."""
    units = exclusive(now)
    pairs = [
        (a, b)
        for a, b in pairwise(units)
        if is_body(now.units[a[0]])
        and is_body(now.units[b[0]])
        and not any("".join(c for c, _ in line).strip() for line in now.printed[a[1][1] : b[1][0] - 1])
    ]
    changed: dict[int, Printed] = {}
    for a, b in rng.sample(pairs, len(pairs) // 10 + 1) if pairs else ():
        if a[1][0] in changed or b[1][0] in changed:
            continue
        second = flowing(now, now.units[b[0]])
        if now.document.blocks[now.units[b[0]].block or 0].marker:
            second = second[2:]
        changed[a[1][0]] = wrapped([*flowing(now, now.units[a[0]]), *new(" "), *second], 40)
        changed[b[1][0]] = []
    return replaced(now, changed)


def split(now: State, rng: random.Random) -> Printed:
    """One paragraph in ten printed as two, between sentences where there are any."""
    changed: dict[int, Printed] = {}
    for i, (first, _) in _some(now, rng, 0.1, lambda unit: is_body(unit) and len(unit.text) > 60):
        flow = flowing(now, now.units[i])
        text = "".join(char for char, _ in flow)
        ends = [match.end() for match in re.finditer(r"[.?!][”’\"]? ", text) if 20 < match.end() < len(text) - 20]
        ends = ends or [match.end() for match in re.finditer(" ", text) if 20 < match.end() < len(text) - 20]
        if not ends:
            continue
        at = rng.choice(ends)
        marker = now.document.blocks[now.units[i].block or 0].marker
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
        marker = now.document.blocks[now.units[i].block or 0].marker
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
    "rewrap": (rewrap,),
    "strip ends": (strip_ends,),
    "drop blank": (drop_blank,),
    "add blank": (add_blank,),
    "nfd": (decompose,),
    "add heads": (add_heads,),
    "drop heads": (drop_heads,),
    "other signs": (other_signs,),
    "lower marks": (lower_marks,),
    "notes last": (notes_last,),
    "noise": (noise,),
    "all re-extracted": (rewrap, other_signs, lower_marks, drop_heads, noise, decompose),
    "all and heads": (notes_last, rewrap, add_heads, strip_ends, noise),
}
REVISED: dict[str, tuple[Change, ...]] = {
    "remove": (remove,),
    "insert": (insert,),
    "reorder": (reorder,),
    "merge": (merge,),
    "split": (split,),
    "edit": (edit,),
    "kinds": (change_kinds,),
    "all revised": (edit, remove, insert, merge, split, reorder),
    "both": (edit, remove, insert, reorder, rewrap, other_signs, lower_marks, noise),
    "both, twice removed": (remove, remove, noise, strip_ends),
}
SIBLINGS: dict[str, tuple[Change, ...]] = {
    "siblings, remove": (remove, remove),
    "siblings, noise": (remove, remove, noise),
    "siblings, revised": (edit, remove, insert, reorder),
}
