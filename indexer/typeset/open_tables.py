"""Which tables have only rules that lie? Three of one length, and words between them that keep to columns.

The way of journals and of TeX: a rule above, one under the heads, one below. Where no ink stands in any row, two
columns are parted; a row that has nothing in its first column goes on with the row above.
"""

from collections.abc import Sequence

from indexer.typeset.lines import TypesetLine, find_lines, find_runs, find_words, joined
from indexer.typeset.page import Box, Glyph, Rule
from indexer.typeset.tables import Cell, PrintedTable

LEAST_RULES = 3
LEAST_WIDTH = 60.0  # points
SAME = 4.0  # points by which the ends of the rules of one table may differ
ON_LINE = 1.5  # points between parts of one rule
TALLEST = 500.0  # points
APART = 0.9  # ems of white between two columns
SAME_LINE = 0.3  # ems


def find_open_tables(
    glyphs: Sequence[Glyph], rules: Sequence[Rule], page: int, spacing: float
) -> tuple[list[PrintedTable], list[Glyph], list[Rule]]:
    """The tables between lying rules, the glyphs that stand in none, and the rules that belong to none."""
    tables: list[PrintedTable] = []
    left, free = list(glyphs), list(rules)
    for group in _groups(rules):
        box = Box(group[0].x - SAME, group[0].y, group[0].end_x + SAME, group[-1].y)
        inside = [glyph for glyph in left if box.holds((glyph.x + glyph.end) / 2, glyph.y - glyph.size / 3)]
        table = _table(inside, group, box, page, spacing)
        if table is None:
            continue
        taken = set(map(id, inside))
        left = [glyph for glyph in left if id(glyph) not in taken]
        free = [rule for rule in free if not box.holds((rule.x + rule.end_x) / 2, rule.y)]
        tables.append(table)
    return tables, left, free


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules one under the other that begin and end together, where there are enough of them."""
    groups: list[list[Rule]] = []
    for rule in sorted(_whole(rules), key=lambda one: one.y):
        home = next((group for group in groups if _same(group[-1], rule) and rule.y - group[0].y < TALLEST), None)
        if home is None:
            groups.append([rule])
        else:
            home.append(rule)
    return [group for group in groups if len(group) >= LEAST_RULES]


def _whole(rules: Sequence[Rule]) -> list[Rule]:
    """Lying rules, parts that touch put together."""
    whole: list[Rule] = []
    for rule in sorted((one for one in rules if one.is_horizontal), key=lambda one: (round(one.y / ON_LINE), one.x)):
        last = whole[-1] if whole else None
        if last and abs(last.y - rule.y) <= ON_LINE and rule.x <= last.end_x + SAME:
            whole[-1] = Rule(last.x, last.y, max(last.end_x, rule.end_x), last.end_y)
        else:
            whole.append(rule)
    return [rule for rule in whole if rule.end_x - rule.x >= LEAST_WIDTH]


def _same(one: Rule, other: Rule) -> bool:
    return abs(one.x - other.x) <= SAME and abs(one.end_x - other.end_x) <= SAME


def _table(glyphs: Sequence[Glyph], rules: Sequence[Rule], box: Box, page: int, spacing: float) -> PrintedTable | None:
    runs = find_runs(glyphs)
    rows = _rows(find_lines(runs, page, spacing))
    if len(rows) < 2:
        return None
    edges = _edges(find_words(runs, page, spacing), box)
    if len(edges) < 3:
        return None
    cells: list[Cell] = []
    heads = at = 0
    for row in rows:
        words = _split(row, edges)
        if 0 not in words and cells and row[0].y > rules[1].y:
            for column, line in words.items():
                _add(cells, at - 1, column, line)
            continue
        cells += [
            Cell(at, column, 1, 1, [words[column]] if column in words else []) for column in range(len(edges) - 1)
        ]
        at += 1
        heads += row[0].y < rules[1].y
    full = sum(bool(cell.lines) for cell in cells)
    if at < 2 or full < len(cells) / 2:
        return None
    return PrintedTable(box, page, cells, edges, heads)


def _rows(lines: Sequence[TypesetLine]) -> list[list[TypesetLine]]:
    rows: list[list[TypesetLine]] = []
    for line in sorted(lines, key=lambda one: one.y):
        if rows and abs(rows[-1][0].y - line.y) <= SAME_LINE * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _edges(words: Sequence[TypesetLine], box: Box) -> tuple[float, ...]:
    """Where the columns are parted: in the middle of white that goes through all rows."""
    edges = [box.x]
    end: float | None = None
    for word in sorted(words, key=lambda one: one.x):
        if end is not None and word.x - end >= APART * word.size:
            edges.append((word.x + end) / 2)
        end = word.end if end is None else max(end, word.end)
    return (*edges, box.end_x)


def _split(row: Sequence[TypesetLine], edges: Sequence[float]) -> dict[int, TypesetLine]:
    """The words of a row, by column."""
    found: dict[int, list[TypesetLine]] = {}
    for line in row:
        for part in find_words(line.runs, line.page, line.spacing):
            column = max(n for n, edge in enumerate(edges[:-1]) if n == 0 or part.x >= edge)
            found.setdefault(column, []).append(part)
    return {column: joined(parts) for column, parts in found.items()}


def _add(cells: Sequence[Cell], row: int, column: int, line: TypesetLine) -> None:
    for cell in cells:
        if cell.row == row and cell.column == column:
            cell.lines.append(line)
