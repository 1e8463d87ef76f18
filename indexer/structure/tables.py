"""Which lines are a table, and what are its cells? Reads tables that text extraction has flattened into lines.

Three shapes are known: a chronology (a date, then what happened), rows of figures, and cells parted by wide spaces,
tabs or bars. A label that spans rows is repeated in each of them and the span is kept. What has none of these shapes
is not guessed at: it stays text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from archive.model import Merge, Problem, Row, Seam, Table
from archive.text import TO, date_at, parse_date
from indexer.lines import LineJoiner, TextLine, bullet, em
from indexer.structure.scattered_tables import scattered


@dataclass(frozen=True, slots=True)
class TableLines:
    """A table and the printed lines it was read from."""

    table: Table
    lines: tuple[TextLine, ...]
    problems: tuple[Problem, ...] = ()


def find_tables(lines: Sequence[TextLine], joiner: LineJoiner) -> tuple[TableLines, ...]:
    """All tables among the lines, in order."""
    tables: list[TableLines] = []
    i = 0
    while i < len(lines):
        table = _bars(lines, i) or chronology(lines, i, joiner) or figures(lines, i) or _spaced(lines, i)
        if table is None and (found := scattered(lines, i)):
            table = TableLines(*found)
        if table is None:
            i += 1
            continue
        tables.append(table)
        i += len(table.lines)
    return tuple(tables)


# --- a chronology -------------------------------------------------------------------------------------------------

# Heads of the first column of a chronology, spaces between the syllables as in "시 기".
_DATE_HEADS = r"시\s?기|일\s?시|날\s?짜|일\s?자|연\s?도|년\s?도|연\s?월|연\s?월\s?일|기\s?간|Date|Year|Period|Time|When"
_HEAD = re.compile(rf"(?P<key>{_DATE_HEADS})\s+(?P<rest>\S.*)")
# What stands beside a date or in the place of a month.
_PART = re.compile(
    r"\s?(?:\d{1,2}\s?분기|[상하]반기|말|초|중반|초반|후반|하순|상순|중순|봄|여름|가을|겨울|연초|연말|이후|이전)(?![가-힣])"
)
_TO = re.compile(TO)


def _key_end(text: str, year: bool = True) -> int:
    """Where the date or range ends that a row begins with; 0 where there is none. With `year` it must say its year."""
    if year and not ((first := date_at(text)) and first.iso):
        return 0
    end = _period_end(text, 0)
    if end and (to := _TO.match(text, end)):
        end = _period_end(text, to.end()) or end
    return 0 if text[end : end + 1].strip() else end


def _period_end(text: str, start: int) -> int:
    """The end of a date, of a part of a year, or of one after the other: 6월, 하반기, 2024년 봄; 0 for none."""
    found = date_at(text, start)
    part = _PART.match(text, found.end if found else start)
    return part.end() if part else found.end if found else 0


@dataclass(slots=True)
class _Entry:
    """A row of a chronology while it is read."""

    key: list[tuple[TextLine, str]]
    items: list[list[tuple[TextLine, str]]]  # per item of the cell, its printed lines with what stands there
    last: TextLine

    @property
    def empty(self) -> bool:
        return not self.items


def chronology(lines: Sequence[TextLine], start: int, joiner: LineJoiner) -> TableLines | None:
    """A table whose head names a time and whose rows begin with dates."""
    head = _HEAD.fullmatch(lines[start].text)
    if head is None or lines[start].width > 40 or lines[start].ends_sentence:
        return None
    keyed = [i for i in range(start + 1, min(start + 12, len(lines))) if _key_end(lines[i].text)]
    if not keyed or keyed[0] > start + 2:
        return None
    entries, used = _entries(lines, start + 1)
    if len(entries) < 2:
        return None
    rows = tuple(_chronology_row(entry, joiner) for entry in entries)
    columns = (head["key"], head["rest"])
    problems = tuple(Problem("table-cell-empty", row.lines, (row.cells[0],)) for row in rows if not row.cells[1])
    return TableLines(Table(columns, rows), tuple(lines[start:used]), problems)


def _entries(lines: Sequence[TextLine], i: int) -> tuple[list[_Entry], int]:
    entries: list[_Entry] = []
    edge = _content_edge(lines, i)
    while i < len(lines):
        line = lines[i]
        key = _key_end(line.text)
        entry = entries[-1] if entries else None
        if key and not (line.starts_page and entries and entries[-1].last.ends_sentence):
            entries.append(_Entry([(line, line.text[:key])], [], line))
            _add(entries[-1], line, line.text[key:].strip())
        elif entry is None:
            break
        elif entry.empty and _lacks_part(entry) and (part := _key_end(line.text, year=False)):
            entry.key.append((line, line.text[:part]))
            _add(entry, line, line.text[part:].strip())
        elif (
            entry.empty
            or not _ends_table(entry, line, edge)
            or _row_follows(entry, lines[i : i + 4])
            or _in_column(entry, line)
            or _more_rows(lines[i : i + 8], len(entries))
        ):
            _add(entry, line, line.text)
        else:
            break
        entries[-1].last = line
        i += 1
    return entries, i


LONGEST_CELL = 12  # printed lines without a date that may stand in one row


def _content_edge(lines: Sequence[TextLine], start: int) -> float:
    """Ems of the widest line of the cells. The last row does not count: where it ends is the question."""
    widest, row, since = 0.0, 0.0, 0
    for line in islice(lines, start, None):
        key = _key_end(line.text)
        if key:
            widest, row, since = max(widest, row), 0.0, 0
        since += 1
        if since > LONGEST_CELL or (line.starts_page and since > 1 and line.ends_sentence):
            break
        row = max(row, em(line.text[key:]))
    return widest


def _lacks_part(entry: _Entry) -> bool:
    printed = entry.key[-1][1]
    found = date_at(printed)
    return found is not None and found.form == "year" and found.end == len(printed)


def _ends_table(entry: _Entry, line: TextLine, edge: float) -> bool:
    """Neither an item of the cell nor the rest of its last line: the table is over."""
    mark = line.bullet
    if line.starts_page or line.legend is not None:
        return True
    if mark is not None:
        return mark not in _signs(entry)
    last = em(entry.items[-1][-1][1])
    fits = last + em(line.text.split(" ", 1)[0]) < 0.93 * edge
    if line.gap > 0 and (entry.last.ends_sentence or last > 1.05 * edge):
        return True
    return fits or (line.gap > 0 and entry.last.gap > 0 and not entry.last.trailing and line.enumeration is not None)


def _signs(entry: _Entry) -> set[str | None]:
    return {bullet(pieces[0][1]) for pieces in entry.items}


def _row_follows(entry: _Entry, lines: Sequence[TextLine]) -> bool:
    """Another row stands right below: a date alone, or with an item of the same mark; text may begin so too."""
    if lines[0].starts_page or lines[0].bullet is not None or lines[0].legend is not None:
        return False
    for line in lines[1:]:
        if line.starts_page:
            return False
        if key := _key_end(line.text):
            rest = line.text[key:].strip()
            return not rest or (bullet(rest) is not None and bullet(rest) in _signs(entry))
    return False


def _in_column(entry: _Entry, line: TextLine) -> bool:
    """The line begins where the cell of its row begins: the extractor kept the columns."""
    first = entry.key[-1][0]
    cell = len(first.raw) - len(first.raw.lstrip()) + len(entry.key[-1][1])
    column = cell + len(first.raw[cell:]) - len(first.raw[cell:].lstrip())
    return column - cell > 1 and line.indent > 5 and abs(line.indent - column) <= 3


def _more_rows(lines: Sequence[TextLine], rows: int) -> bool:
    """Rows follow soon, and neither they nor what stands before them are sentences. Few `rows` above ask for more."""
    below = [i for i, line in enumerate(lines) if i and _key_end(line.text)]
    needed = 1 if rows > 2 else 2
    if len(below) < needed or below[0] > 3:
        return False
    return not any(
        line.ends_sentence or line.starts_page or line.gap or line.legend is not None or line.bullet
        for line in lines[: below[needed - 1] + 1]
    )


def _add(entry: _Entry, line: TextLine, text: str) -> None:
    if not text:
        return
    if entry.empty or bullet(text) is not None:
        entry.items.append([(line, text)])
    else:
        entry.items[-1].append((line, text))


def _chronology_row(entry: _Entry, joiner: LineJoiner) -> Row:
    key, key_seams = _joined(entry.key, joiner)
    cell, seams = "", list[Seam]()
    for pieces in entry.items:
        first, text = pieces[0]
        sign = bullet(text)
        item, item_seams = _joined([(first, text[len(sign) :].lstrip() if sign else text), *pieces[1:]], joiner)
        cell += "\n" if cell else ""
        seams += [Seam(len(cell) + seam.offset, seam.line, seam.join, seam.why) for seam in item_seams]
        cell += item
    return Row((key, cell), (entry.key[0][0].number, entry.last.number), (key_seams, tuple(seams)))


def _joined(pieces: Sequence[tuple[TextLine, str]], joiner: LineJoiner) -> tuple[str, tuple[Seam, ...]]:
    """Joins parts of printed lines: each part is the end of its line, or the date at the head of it."""
    parts = [TextLine(line.number, text + (" " if line.trailing else ""), text, line.gap) for line, text in pieces]
    joined = joiner.join_lines(parts)
    return joined.text, joined.seams


# --- rows of figures ----------------------------------------------------------------------------------------------

_FIGURE = re.compile(r"[-–△▲+]?\(?\d+(?:[.,]\d+)*\)?(?:%|％|p|배)?|[-–—]|n/?a|N/?A|\.\.\.?|…")
MIN_FIGURES = 3  # figures at the end of a row: dates and ranges in running text have fewer in sequence


def _figures_at_end(text: str) -> int:
    count = 0
    for word in reversed(text.split()):
        if not _FIGURE.fullmatch(word):
            break
        count += 1
    return count


def figures(lines: Sequence[TextLine], start: int) -> TableLines | None:
    """Rows that end in the same number of figures under a line of heads, with labels that may span rows."""
    width = _figures_at_end(lines[start].text)
    if width < MIN_FIGURES:
        return None
    end, last = start + 1, start + 1
    while end < len(lines) and end - last <= 2:
        count = _figures_at_end(lines[end].text)
        if count == width:
            last = end + 1
        elif count or lines[end].width > 20 or lines[end].ends_sentence or lines[end].legend is not None:
            break
        end += 1
    body = lines[start:last]
    full = [line for line in body if _figures_at_end(line.text) == width]
    if len(full) < 3:
        return None
    return _figure_table(body, width)


def _figure_table(lines: Sequence[TextLine], width: int) -> TableLines:
    split = [(line, *_halves(line.text, width)) for line in lines]
    heads = split[0] if re.fullmatch(r"[\s\d년월./-]+", " ".join(split[0][2])) and _years(split[0][2]) else None
    rows = split[1:] if heads else split
    stubs = max((len(stub) for _, stub, cells in rows if cells), default=1)
    stubs = min(stubs, 2) if heads is None or len(heads[1]) <= 2 else len(heads[1])
    columns = _columns(heads, stubs, width)
    table_rows: list[Row] = []
    merges: list[Merge] = []
    label, label_line, spans = "", 0, 0
    problems: list[Problem] = []
    for line, stub, cells in rows:
        if not cells:
            label, label_line, spans = line.text, line.number, 0
            continue
        if label and len(stub) < stubs:
            spans += 1
            first = label_line if spans == 1 else line.number
            table_rows.append(Row((label, *stub, *[""] * (stubs - 1 - len(stub)), *cells), (first, line.number)))
            if spans > 1:
                merges = [m for m in merges if m.row != len(table_rows) - spans]
                merges.append(Merge(len(table_rows) - spans, 0, rows=spans))
            continue
        label, spans = "", 0
        if len(stub) > stubs:
            stub = [" ".join(stub[: len(stub) - stubs + 1]), *stub[len(stub) - stubs + 1 :]]
        if len(stub) < stubs:
            problems.append(Problem("table-uneven", (line.number, line.number), (line.text,)))
        table_rows.append(Row((*stub, *[""] * (stubs - len(stub)), *cells), (line.number, line.number)))
    return TableLines(Table(columns, tuple(table_rows), tuple(merges)), tuple(lines), tuple(problems))


def _halves(text: str, width: int) -> tuple[list[str], list[str]]:
    words = text.split()
    if _figures_at_end(text) != width:
        return words, []
    return words[:-width], words[-width:]


def _years(cells: Sequence[str]) -> bool:
    return sum(len(parse_date(cell) or "") == len("2024") for cell in cells) >= len(cells) - 1


def _columns(heads: tuple[TextLine, list[str], list[str]] | None, stubs: int, width: int) -> tuple[str, ...]:
    if heads is None:
        return ()
    named = heads[1]
    return (*[""] * (stubs - len(named)), *named, *heads[2])


# --- cells parted by spaces, tabs or bars -------------------------------------------------------------------------

_BAR_RULE = re.compile(r"[|\s:+-]*-[|\s:+-]*")
_GAP = re.compile(r"\t+|\s{3,}")


def _bars(lines: Sequence[TextLine], start: int) -> TableLines | None:
    end = start
    while end < len(lines) and lines[end].text.startswith("|") and lines[end].text.endswith("|"):
        end += 1
    if end - start < 2 or not any(c.isalnum() for line in lines[start:end] for c in line.text):
        return None
    rows = [(line, [cell.strip() for cell in line.text.strip("|").split("|")]) for line in lines[start:end]]
    ruled = len(rows) > 1 and _BAR_RULE.fullmatch(rows[1][0].text) is not None
    body = [row for row in rows if not _BAR_RULE.fullmatch(row[0].text)]
    return _grid(body, lines[start:end], head=ruled)


def _spaced(lines: Sequence[TextLine], start: int) -> TableLines | None:
    """Three or more lines with the same number of cells, parted by tabs or three spaces and more."""
    rows: list[tuple[TextLine, list[str]]] = []
    for line in islice(lines, start, None):
        cells = [cell.strip() for cell in _GAP.split(line.raw.strip())]
        if len(cells) < 2 or (rows and len(cells) != len(rows[0][1])) or any(em(cell) > 40 for cell in cells):
            break
        rows.append((line, cells))
    if len(rows) < 3 or (len(rows[0][1]) == 2 and rows[0][0].bullet is not None):
        return None
    if len(rows[0][1]) == 2 and sum("\t" in row[0].raw for row in rows) < len(rows):
        return None  # justified lines have wide spaces too
    return _grid(rows, [row[0] for row in rows], head=True)


def _grid(rows: Sequence[tuple[TextLine, list[str]]], lines: Sequence[TextLine], head: bool) -> TableLines:
    columns = tuple(rows[0][1]) if head else ()
    body = rows[1:] if head else rows
    width = max(len(cells) for _, cells in rows)
    problems = tuple(
        Problem("table-uneven", (line.number, line.number), (line.text,)) for line, cells in body if len(cells) != width
    )
    table = Table(columns, tuple(Row(tuple(cells), (line.number, line.number)) for line, cells in body))
    return TableLines(table, tuple(lines), problems)
