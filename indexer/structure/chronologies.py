"""Which lines are a chronology, a table whose rows begin with dates? What happened may fill many lines of a cell.

Where the last row ends no mark tells: there the lines are wider than the cells, or something else begins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from archive.model import Problem, Row, Seam, Table
from archive.text import TO, date_at
from indexer.lines import JoinedText, LineJoiner, TextLine, bullet, em
from indexer.structure.scattered_tables import TableLines

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


def chronology(lines: Sequence[TextLine], start: int, joiner: LineJoiner) -> TableLines | None:
    """A table, if one begins at line `start`, whose head names a time and whose rows begin with dates."""
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
        elif not entry.items and _lacks_part(entry) and (part := _key_end(line.text, year=False)):
            entry.key.append((line, line.text[:part]))
            _add(entry, line, line.text[part:].strip())
        elif (
            not entry.items
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
    if not entry.items or bullet(text) is not None:
        entry.items.append([(line, text)])
    else:
        entry.items[-1].append((line, text))


def _chronology_row(entry: _Entry, joiner: LineJoiner) -> Row:
    key = _joined(entry.key, joiner)
    cell, seams = "", list[Seam]()
    for (first, text), *others in entry.items:
        item = _joined([(first, text.removeprefix(bullet(text) or "").lstrip()), *others], joiner)
        cell += "\n" if cell else ""
        seams += [replace(seam, offset=len(cell) + seam.offset) for seam in item.seams]
        cell += item.text
    return Row((key.text, cell), (entry.key[0][0].number, entry.last.number), (key.seams, tuple(seams)))


def _joined(pieces: Sequence[tuple[TextLine, str]], joiner: LineJoiner) -> JoinedText:
    """Joins parts of printed lines: each part is the end of its line, or the date at the head of it."""
    parts = [TextLine(line.number, text + (" " if line.trailing else ""), text, line.gap) for line, text in pieces]
    return joiner.join_lines(parts)
