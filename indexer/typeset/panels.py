"""Which boxes stand side by side on a page, with text in each? A row of their lines is no line of text.

A label beside its text, two boxes of text, source code beside what it prints: where boxes are drawn or coloured, each
is read as a whole, from the left. Nothing is parted where no line is torn: a box around a word, one above the other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby, pairwise
from statistics import median

from indexer.typeset.columns import WHITE, Column, PanelRow, Placed, Row
from indexer.typeset.grids import NEAR
from indexer.typeset.lines import TypesetLine, printed
from indexer.typeset.page import Box, Rule
from indexer.typeset.tables import PrintedTable

MOST = 400  # boxes on a page: more are a drawing
BESIDE = 0.5  # of the lower one's height at which another must stand to be beside it
BEFORE = 24.0  # points before a box at most stand the numbers of its lines
LINE_NUMBER = re.compile(r"\d{1,4}")
LINE = 5.0  # ems of the median line of a text
CELLS = 3  # boxes side by side may be the cells of a table
OVER = 0.1  # of the narrower one's width by which two boxes side by side may overlap: they have shadows

Panels = tuple[Box, ...]  # one in the other, the outermost first


def find_panels(drawn: Sequence[Box], rules: Sequence[Rule]) -> list[Box]:
    """The boxes of a page that may hold text: those that are drawn, and those that four rules make."""
    ruled = list(_ruled(rules))
    alone = [box for box in ruled if not any(_share_side(box, other) for other in ruled)]
    boxes = list(dict.fromkeys([*drawn, *alone]))
    return boxes if len(boxes) <= MOST else []


def torn_panels(columns: Sequence[Column], rows: Sequence[Row], panels: Sequence[Box]) -> list[PanelRow]:
    """The panels that `columns` tear, in rows of those that stand side by side. `rows` is what the columns order."""
    homes = _homes(rows, panels)
    contents = _contents(_torn(columns, rows, homes), rows, homes)
    held = {id(part) for parts in contents.values() for part in parts}
    for panel in contents:
        head = [part for part in _head(panel, rows, homes) if id(part) not in held]
        held |= set(map(id, head))
        contents[panel] = [*head, *contents[panel]]
    around = {panel: _around(parts) for panel, parts in contents.items()}
    inside = {id(part) for parts in contents.values() for part in parts}
    free = [part for row in rows for part in row if id(part) not in inside]
    found: list[PanelRow] = []
    for group in _groups(around):
        if not _are_texts(group, {panel for panel in group if _is_text(contents[panel])}, around):
            continue
        whole = _around([part for panel in group for part in contents[panel]])
        # Where text stands beside them all, they are boxes in columns of text, each in its own.
        beside = any(whole.y < part.bottom and part.top < whole.end_y for part in free)
        for one in [[panel] for panel in group] if beside else [group]:
            box = _around([part for panel in one for part in contents[panel]])
            found.append(PanelRow(box, _page(rows), [], (), panels=tuple(tuple(contents[panel]) for panel in one)))
    return found


def _is_text(parts: Sequence[Placed]) -> bool:
    """Whether there are lines of text in a panel, rather than the names in a drawing or the cell of a table."""
    words = sorted((part for part in parts if isinstance(part, TypesetLine)), key=lambda word: word.y)
    lines = [list(line) for _, line in groupby(words, key=lambda word: round(word.y))]
    return len(lines) > 1 and median(sum((one.end - one.x) / one.size for one in line) for line in lines) >= LINE


def _are_texts(group: Sequence[Box], texts: Set[Box], around: Mapping[Box, Box]) -> bool:
    """Whether boxes side by side are a text and its label or several texts, not the cells of a coloured table, few of
    which hold more than a word."""
    many = len(texts & set(group))
    return many > 0 and (len(_stacks(group, around)) < CELLS or 2 * many >= len(group))


def _head(panel: Box, rows: Sequence[Row], homes: Mapping[int, Panels]) -> list[Placed]:
    """What stands in a box right above a panel and as wide: the title of what is in it."""
    return [part for row in rows for part in row if homes[id(part)] and _is_head(homes[id(part)][-1], panel)]


def _is_head(box: Box, panel: Box) -> bool:
    edges = (box.end_y - panel.y, box.x - panel.x, box.end_x - panel.end_x)
    return box.y < panel.y - NEAR and all(abs(edge) <= 2 * NEAR for edge in edges)


def _page(rows: Sequence[Row]) -> int:
    part = rows[0][0]
    assert isinstance(part, TypesetLine | PrintedTable)
    return part.page


def _homes(rows: Sequence[Row], panels: Sequence[Box]) -> dict[int, Panels]:
    """The panels in which each part stands, by its id: words with no white between them are in the same."""
    pieces = [[(piece, _around(piece)) for piece in _pieces(row, panels)] for row in rows]
    whole = [panel for panel in panels if not any(_cuts(panel, box) for row in pieces for _, box in row)]
    nested = sorted(whole, key=lambda box: -(box.end_x - box.x) * (box.end_y - box.y))
    found: dict[int, Panels] = {}
    for row in pieces:
        homes = [tuple(panel for panel in nested if panel.holds(*_middle(box))) for _, box in row]
        for at, (piece, box) in reversed(list(enumerate(row))):
            if not homes[at] and _counts_line(piece):
                behind = homes[at + 1] if at + 1 < len(row) else _behind(box, nested) if not at else ()
                near = bool(behind) and behind[-1].x - box.end_x <= BEFORE
                homes[at] = behind if near else homes[at - 1] if at else ()
            found |= {id(part): homes[at] for part in piece}
    return found


def _behind(number: Box, nested: Sequence[Box]) -> Panels:
    """The panels at the edge of which the number of an empty line stands."""
    x, y = number.end_x + BEFORE, _middle(number)[1]
    return tuple(panel for panel in nested if number.end_x <= panel.x and panel.holds(x, y))


def _middle(box: Box) -> tuple[float, float]:
    return (box.x + box.end_x) / 2, (box.y + box.end_y) / 2


def _counts_line(piece: Sequence[Placed]) -> bool:
    """Whether this may be the number of a line, which stands before the box around what it counts."""
    return (
        len(piece) == 1 and isinstance(piece[0], TypesetLine) and LINE_NUMBER.fullmatch(printed(piece[0])) is not None
    )


def _pieces(row: Row, panels: Sequence[Box]) -> Iterator[list[Placed]]:
    """The parts of a row that no white parts, nor the end of a box where another begins."""
    edges = [panel for panel in panels if panel.y < row[0].bottom and row[0].top < panel.end_y]
    piece = row[:1]
    for before, part in pairwise(row):
        size = max((one.size for one in (before, part) if isinstance(one, TypesetLine)), default=0.0)
        begin, end = before.end - size / 2, part.x + size / 2
        apart = part.x - before.end >= WHITE * size or (
            any(begin <= panel.end_x <= end and panel.x < before.x for panel in edges)
            and any(begin <= panel.x <= end and panel.end_x > part.end for panel in edges)
        )
        if apart or not isinstance(part, TypesetLine):
            yield piece
            piece = []
        piece.append(part)
    yield piece


def _cuts(panel: Box, piece: Box) -> bool:
    """Whether text goes over the edge of a box, which is drawn behind some words of it."""
    height = piece.end_y - piece.y
    if not panel.y < (piece.y + piece.end_y) / 2 < panel.end_y:
        return False
    return any(piece.x + height < edge < piece.end_x - height for edge in (panel.x, panel.end_x))


def _torn(columns: Sequence[Column], rows: Sequence[Row], homes: Mapping[int, Panels]) -> set[Box]:
    """The panels that something is read amid of, and the panels in which that stands."""
    read = [home for home, _ in groupby(_in_order(columns, rows, homes))]
    places: dict[Box, list[int]] = {}
    for at, home in enumerate(read):
        for panel in home:
            places.setdefault(panel, []).append(at)
    torn: set[Box] = set()
    for panel, own in places.items():
        around = read[own[0]][: read[own[0]].index(panel)]
        for at in set(range(own[0], own[-1])).difference(own):
            torn |= {panel, *[other for other in read[at] if other not in around][:1]}
    return torn | _crossed(rows, homes, places)


def _crossed(rows: Sequence[Row], homes: Mapping[int, Panels], places: Mapping[Box, Sequence[int]]) -> set[Box]:
    """The panels of rows side by side, each row with the page to itself, that are not read row by row: labels first,
    and then all their texts."""
    around: dict[Box, Box] = {}
    parts = [part for row in rows for part in row]
    for home, held in groupby(sorted(parts, key=lambda part: str(homes[id(part)])), key=lambda part: homes[id(part)]):
        around |= {home[-1]: _around(held)} if home and home[-1] in places else {}
    texts = {panel for panel in around if _is_text([part for part in parts if homes[id(part)][-1:] == (panel,)])}
    alone = [
        (group, _covered(group, around))
        for group in _groups(around)
        if len(group) > 1
        and _are_texts(group, texts, around)
        and _is_alone(group, _covered(group, around), parts, homes)
    ]
    alone.sort(key=lambda pair: pair[1].y)
    spans = [(min(places[one][0] for one in group), max(places[one][-1] for one in group)) for group, _ in alone]
    crossed = any(below[0] < above[1] for above, below in pairwise(spans))
    return {panel for group, _ in alone for panel in group} if crossed else set()


def _covered(group: Sequence[Box], around: Mapping[Box, Box]) -> Box:
    boxes = [around[panel] for panel in group]
    return Box(
        min(box.x for box in boxes), min(box.y for box in boxes),
        max(box.end_x for box in boxes), max(box.end_y for box in boxes),
    )  # fmt: skip


def _is_alone(group: Sequence[Box], box: Box, parts: Sequence[Placed], homes: Mapping[int, Panels]) -> bool:
    """Whether nothing else stands at the height of a row of panels."""
    level = [part for part in parts if box.y < part.bottom and part.top < box.end_y]
    return all(homes[id(part)][-1:] and homes[id(part)][-1] in group for part in level)


def _in_order(columns: Sequence[Column], rows: Sequence[Row], homes: Mapping[int, Panels]) -> Iterator[Panels]:
    """The panels of what is read, in the order of reading; what makes a table by its columns is whole in any case."""
    words = [part for row in rows for part in row if isinstance(part, TypesetLine)]
    by_run = {id(run): homes[id(word)] for word in words for run in word.runs}
    for part in (part for column in columns for part in column.parts):
        if isinstance(part, TypesetLine):
            yield from (by_run[id(run)] for run in part.runs if id(run) in by_run)
        elif id(part) in homes:
            yield homes[id(part)]


def _contents(torn: set[Box], rows: Sequence[Row], homes: Mapping[int, Panels]) -> dict[Box, list[Placed]]:
    """What stands in each panel that is torn, the outermost of them."""
    found: dict[Box, list[Placed]] = {}
    for part in (part for row in rows for part in row):
        panel = next((panel for panel in homes[id(part)] if panel in torn), None)
        if panel is not None:
            found.setdefault(panel, []).append(part)
    return found


def _groups(around: Mapping[Box, Box]) -> list[list[Box]]:
    """Panels side by side, by what is printed in each: from the left, those in one column below each other."""
    groups: list[list[Box]] = []
    for panel, box in around.items():
        near = [group for group in groups if any(_are_beside(box, around[other]) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([panel, *(other for group in near for other in group)])
    return [_from_left(group, around) for group in groups]


def _are_beside(one: Box, other: Box) -> bool:
    height = min(one.end_y - one.y, other.end_y - other.y)
    return _shared(one, other) <= 0 and min(one.end_y, other.end_y) - max(one.y, other.y) >= BESIDE * height


def _shared(one: Box, other: Box) -> float:
    """The width that two boxes share, less what the shadow of one may cover."""
    width = min(one.end_x - one.x, other.end_x - other.x)
    return min(one.end_x, other.end_x) - max(one.x, other.x) - OVER * width


def _from_left(group: Sequence[Box], around: Mapping[Box, Box]) -> list[Box]:
    return [panel for stack in _stacks(group, around) for panel in sorted(stack, key=lambda one: around[one].y)]


def _stacks(group: Sequence[Box], around: Mapping[Box, Box]) -> list[list[Box]]:
    """Those that stand below each other, from the left."""
    stacks: list[list[Box]] = []
    for panel in sorted(group, key=lambda one: around[one].x):
        stack = next((stack for stack in stacks if _shared(around[stack[0]], around[panel]) > 0), None)
        if stack is None:
            stacks.append([panel])
        else:
            stack.append(panel)
    return stacks


def _around(parts: Iterable[Placed]) -> Box:
    """What is covered by things on a page."""
    many = list(parts)
    return Box(
        min(part.x for part in many), min(part.top for part in many),
        max(part.end for part in many), max(part.bottom for part in many),
    )  # fmt: skip


def _share_side(one: Box, other: Box) -> bool:
    """Whether a standing rule parts two boxes, as it parts the cells of a table, which are read by their rows."""
    level = min(one.end_y, other.end_y) - max(one.y, other.y) > NEAR
    return level and min(abs(one.end_x - other.x), abs(other.end_x - one.x)) <= NEAR


def _ruled(rules: Sequence[Rule]) -> Iterator[Box]:
    """The boxes that two standing rules make with two lying ones at their ends."""
    lying = _merged([rule for rule in rules if rule.is_horizontal])
    standing = [
        Rule(one.y, one.x, one.end_y, one.end_x)
        for one in _merged([Rule(one.y, one.x, one.end_y, one.end_x) for one in rules if not one.is_horizontal])
    ]
    if max(len(lying), len(standing)) > MOST:
        return
    for left, right in ((a, b) for a in standing for b in standing if b.x - a.x > NEAR):
        top, bottom = max(left.y, right.y), min(left.end_y, right.end_y)
        if abs(left.y - right.y) > NEAR or abs(left.end_y - right.end_y) > NEAR:
            continue
        spanning = [one.y for one in lying if one.x <= left.x + NEAR and one.end_x >= right.x - NEAR]
        if all(any(abs(y - side) <= NEAR for y in spanning) for side in (top, bottom)):
            yield Box(left.x, top, right.x, bottom)


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Lying rules, those that go on in each other as one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda one: (round(one.y), one.x)):
        last = found[-1] if found else None
        if last and abs(last.y - rule.y) <= 1 and rule.x - last.end_x <= NEAR:
            found[-1] = Rule(last.x, last.y, max(last.end_x, rule.end_x), last.end_y)
        else:
            found.append(rule)
    return found
