"""Is an edited term base fit for use? Finds ids used twice, forms of two concepts, lone signs, idle rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archive.terms.base import COLUMNS, FORMS, LANGUAGES, SIGN, TAKEN, TermBase, TermError, doubled, parse, reader_of
from archive.text import is_hangul


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a line of a table; `fatal` where the table cannot be read so."""

    line: int | None
    message: str
    fatal: bool = False

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}" if self.line else self.message


def faults(text: str, origin: str, program: TermBase) -> list[Fault]:
    """Everything to correct or to consider in a table that is to be laid over the program's, in order of its lines.

    Raises:
        TermError: it is no table: a column is missing.
    """
    rows = _rows(text, origin)
    found = [*_ids(rows), *(fault for line, cells in rows for fault in _cells(line, cells))]
    if not any(fault.fatal for fault in found):
        table, lines = parse(text, origin), {cells["id"]: line for line, cells in rows}
        found += [*_doubled(table, program, lines), *_idle(table, program, lines)]
    return sorted(found, key=lambda fault: fault.line or 0)


def _rows(text: str, origin: str) -> list[tuple[int, Mapping[str, str]]]:
    """The rows that are not empty: (number of its last line, cells by column)."""
    reader = reader_of(text, origin)
    listed = [(reader.line_num, {name: (cells.get(name) or "").strip() for name in COLUMNS}) for cells in reader]
    return [(line, cells) for line, cells in listed if any(cells.values())]


def _ids(rows: list[tuple[int, Mapping[str, str]]]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for line, cells in rows:
        name = cells["id"]
        if name and name in first:
            yield Fault(line, f'the id "{name}" stands in line {first[name]}, too: one row a concept', fatal=True)
        first.setdefault(name, line)


def _cells(line: int, cells: Mapping[str, str]) -> Iterator[Fault]:
    """What is wrong with one row by itself."""
    name = cells["id"] or "a row"
    empty = [language for language in LANGUAGES if not cells[language]]
    if len(empty) == len(LANGUAGES) and not cells["abbr"]:
        yield Fault(line, f"{name} has no form in any language", fatal=True)
    elif not cells["id"]:
        yield Fault(line, "a row has forms and no id: give it one, without spaces", fatal=True)
    elif empty and not any(form[:1] == TAKEN for column in FORMS for form in cells[column].split("|")):
        yield Fault(line, f"{name} has no form in {', '.join(empty)}")
    if cells["id"]:
        try:
            parse(f"{','.join(COLUMNS)}\n{_quoted(cells['id'])},general,x,,,,", "")
        except TermError:
            yield Fault(line, f'the id "{cells["id"]}" has a space or one of |+@=‿ in it', fatal=True)
    for column in FORMS:
        forms = [form.strip() for form in cells[column].split("|")]
        if cells[column] and "" in forms:
            yield Fault(line, f"{name}: an empty form between bars in {column}")
        for form in forms:
            if len(form) == 1 and form not in (SIGN, TAKEN) and (is_hangul(form) or form.isascii()):
                advice = f"is one sign long and would be found everywhere; write ={form} if it is a state’s"
                yield Fault(line, f'{name}: "{form}" {advice}')


def _quoted(cell: str) -> str:
    doubled_quotes = cell.replace('"', '""')
    return f'"{doubled_quotes}"'


def _doubled(table: TermBase, program: TermBase, lines: Mapping[str, int]) -> Iterator[Fault]:
    """Forms of several concepts, one of which at least stands in this table."""
    for form, ids in doubled(program.with_table(table)):
        here = [id_ for id_ in ids if id_ in lines]
        if here:
            yield Fault(lines[here[0]], f'"{form}" stands in {", ".join(ids)}: it is found as all of them')


def _idle(table: TermBase, program: TermBase, lines: Mapping[str, int]) -> Iterator[Fault]:
    """Forms that are to be taken away and do not stand there."""
    for row in table.rows:
        below = program.get(row.id)
        for name in FORMS:
            for form in row.forms(name):
                if form[0] == TAKEN and not (below and (form == TAKEN or form[1:] in below.forms(name))):
                    yield Fault(lines[row.id], f'{row.id}: "{form}" takes nothing away: the program has no such form')
