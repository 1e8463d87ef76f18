"""Which tables have only rules that lie? Three of one length, and words between them that keep to columns.

The way of journals and of TeX: a rule above, one under the heads, one below. Where no ink stands in any row, two
columns are parted; a row that has nothing in its first column goes on with the row above.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from archive.model import BlockKind
from indexer.lines import bullet, legend
from indexer.typeset.cell_values import is_value, is_year, lead_to_pages
from indexer.typeset.coloured_boxes import Band, around
from indexer.typeset.lines import find_runs, find_words, joined
from indexer.typeset.page import Box, Glyph, Rule
from indexer.typeset.phrase_rows import phrase_cells
from indexer.typeset.table_columns import baselines, column_edges, find_columns, phrases, share_columns
from indexer.typeset.tables import Cell, PrintedTable

LEAST_RULES = 3
LEAST_WIDTH = 60.0  # points
SAME = 4.0  # points by which the ends of the rules of one table may differ
ON_LINE = 1.5  # points between parts of one rule
TALLEST = 500.0  # points
LEAST_ROWS = LEAST_COLUMNS = 2
LEAST_STEPS, EVEN = 3, 0.15  # rules at one distance: how many steps, and by which part they may differ
MOST_STANDING = 3  # rules that stand inside: where there are more, it is a drawing or a grid that is no table
LISTING = re.compile(r"Algorithm|Listing|알고리즘")  # what stands between rules like a table, and is none
FEW = 0.15  # of the rows may have two phrases in one column
MOST_ITEMS = 0.5  # of the cells of each column begin items, in lists side by side
MOST = 0.6  # of the rows


def find_open_tables(
    glyphs: Sequence[Glyph], rules: Sequence[Rule], page: int, spacing: float, coloured: Sequence[Band] = ()
) -> tuple[list[PrintedTable], list[Glyph], list[Rule]]:
    """The tables between lying rules, the glyphs that stand in none, and the rules that belong to none. The edges of
    `coloured` boxes over or under rules of the same length are such, too: heads often stand in one."""
    tables: list[PrintedTable] = []
    left, free = list(glyphs), list(rules)
    for group in _groups(rules, coloured):
        group = _below_caption(_with_outer_rows(group, left, page, spacing), left, page, spacing)
        box = _box(group)
        if sum(not rule.is_horizontal and box.holds(rule.x, rule.y) for rule in free) > MOST_STANDING:
            continue
        inside = _inside(box, left)
        table = _table(inside, group, box, page, spacing)
        if table is None:
            continue
        taken = set(map(id, inside))
        left = [glyph for glyph in left if id(glyph) not in taken]
        free = [rule for rule in free if not box.holds((rule.x + rule.end_x) / 2, rule.y)]
        tables.append(table)
    return tables, left, free


def _box(group: Sequence[Rule]) -> Box:
    return Box(group[0].x - SAME, group[0].y, group[0].end_x + SAME, group[-1].y)


def _inside(box: Box, glyphs: Sequence[Glyph]) -> list[Glyph]:
    return [glyph for glyph in glyphs if box.holds((glyph.x + glyph.end) / 2, glyph.y - glyph.size / 3)]


def _below_caption(group: list[Rule], glyphs: Sequence[Glyph], page: int, spacing: float) -> list[Rule]:
    """The rules below the caption, where it stands between the first two."""
    top = Box(group[0].x - SAME, group[0].y, group[0].end_x + SAME, group[1].y)
    rows = baselines(find_words(find_runs(_inside(top, glyphs)), page, spacing))
    captioned = rows and legend(joined(rows[0]).text) is BlockKind.CAPTION
    return group[1:] if captioned and len(group) > LEAST_RULES else group


def _with_outer_rows(group: list[Rule], glyphs: Sequence[Glyph], page: int, spacing: float) -> list[Rule]:
    """The rules, with an edge above and below where rules at one distance lie between the rows only."""
    steps = [below.y - above.y for above, below in pairwise(group)]
    step = median(steps)
    if len(steps) < LEAST_STEPS or max(steps) - min(steps) > EVEN * step:
        return group
    first, last = group[0], group[-1]
    above = Rule(first.x, first.y - step, first.end_x, first.y - step)
    below = Rule(last.x, last.y + step, last.end_x, last.y + step)
    rows = [_row_between(*pair, glyphs, page, spacing) for pair in ((above, first), (last, below))]
    return [*([above] if rows[0] else []), *group, *([below] if rows[1] else [])]


def _row_between(above: Rule, below: Rule, glyphs: Sequence[Glyph], page: int, spacing: float) -> bool:
    """Whether one row of several phrases stands there, and no caption or remark."""
    rows = baselines(find_words(find_runs(_inside(_box([above, below]), glyphs)), page, spacing))
    return len(rows) == 1 and len(phrases(rows[0])) > 1 and legend(joined(rows[0]).text) is None


def _groups(rules: Sequence[Rule], coloured: Sequence[Band]) -> list[list[Rule]]:
    """Rules one under the other that begin and end together, where there are enough of them."""
    groups: list[list[Rule]] = []
    for rule in sorted(_whole(rules), key=lambda one: one.y):
        home = next((group for group in groups if _same(group[-1], rule) and rule.y - group[0].y < TALLEST), None)
        if home is None:
            groups.append([rule])
        else:
            home.append(rule)
    found = (_with_edges(group, coloured) for group in groups if len(group) >= LEAST_RULES - 1)
    return [group for group in found if len(group) >= LEAST_RULES]


def _with_edges(group: list[Rule], coloured: Sequence[Band]) -> list[Rule]:
    """The rules with the edges of coloured boxes among them, or right above."""
    edges = []
    for box in map(around, coloured):
        near = group[0].y - SAME <= box.end_y and box.y <= group[-1].y
        if (
            near
            and box.end_y - group[0].y < TALLEST
            and abs(box.x - group[0].x) <= SAME
            and abs(box.end_x - group[0].end_x) <= SAME
        ):
            edges += [Rule(box.x, y, box.end_x, y) for y in (box.y, box.end_y)]
    found: list[Rule] = []
    for rule in sorted([*group, *edges], key=lambda one: one.y):
        if not found or rule.y - found[-1].y > ON_LINE:
            found.append(rule)
    return found


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
    rows = baselines(find_words(find_runs(glyphs), page, spacing))
    if not rows:
        return None
    under = next((rule.y for rule in rules[1:-1] if rule.y > rows[0][0].y), rules[1].y)  # the first may be double
    said = [joined(words).text for words in phrases(rows[0])[1:]]
    if under == rules[1].y and all(is_value(text) and not is_year(text) for text in said):
        under = rules[0].y  # the first row has figures
    columns = find_columns([row for row in rows if row[0].y > under]) or find_columns(rows)
    if len(columns) < LEAST_COLUMNS:
        return None
    above = [row for row in rows if row[0].y < under]
    if share_columns(above, columns) or share_columns(rows, columns) > FEW * len(rows):
        return None
    cells, heads = phrase_cells(rows, columns, under, [rule.y for rule in rules])
    if not _is_table(cells) or _are_lists(cells) or LISTING.match("".join(word.text for word in rows[0])):
        return None
    return PrintedTable(box, page, cells, column_edges(columns, box.x, box.end_x), heads)


def _are_lists(cells: Sequence[Cell]) -> bool:
    """Whether lists stand side by side between the rules: most cells of each column begin with a bullet."""
    columns: dict[int, list[bool]] = {}
    for cell in (cell for cell in cells if cell.lines):
        columns.setdefault(cell.column, []).append(bullet(cell.text) is not None)
    return all(sum(items) >= MOST_ITEMS * len(items) for items in columns.values())


def _is_table(cells: Sequence[Cell]) -> bool:
    """Whether most rows say something in several columns, and have a label: between the rules of a chart figures stand
    anywhere, and between those of a letterhead a line or two."""
    filled = Counter(cell.row for cell in cells if cell.lines)
    rows = max(cell.row + cell.rows for cell in cells)
    labels = sum(cell.rows for cell in cells if cell.column == 0 and cell.lines)
    several = sum(many >= LEAST_COLUMNS for many in filled.values())
    enough = several >= max(LEAST_ROWS, MOST * rows) and labels >= MOST * rows
    if max(cell.column for cell in cells) == 1 and lead_to_pages([cell.text for cell in cells if cell.column]):
        return False
    return enough and sum(filled.values()) >= len(cells) / 2
