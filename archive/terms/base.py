"""Which words of four languages mean the same? The term base: a table that an analyst edits in a spreadsheet.

`terms.csv` holds a row a concept: its kind, and its forms in Korean, English, Russian and Chinese, the preferred one
first, parted by `|`; abbreviations are matched with their case. A form `=러` is a sign that names a state only beside
other such signs (북러, 朝中俄). An archive may lay a table of its own, in its home, over the program's.

Finding the forms in a text is left to `archive.terms.matcher`.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from io import StringIO
from operator import attrgetter
from pathlib import Path

from archive.errors import GakjuError

LANGUAGES = ("ko", "en", "ru", "zh")
FORMS = (*LANGUAGES, "abbr")  # columns of forms
COLUMNS = ("id", "kind", *FORMS)
FILE = "terms.csv"  # the program's table, and the name of the user's own in the archive's home
SIGN = "="
TAKEN = "-"  # before a form that is taken from the table below


# Kinds whose concepts are one of their sort: what says nothing of this one does not speak of it.
NAMES = frozenset({"person", "city", "region", "feature", "state", "company", "institute", "body", "treaty", "unit"})


class TermError(GakjuError):
    """A term base cannot be read."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One notion and its forms by language, preferred first; `abbr` are forms matched with their case."""

    id: str
    kind: str
    ko: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    abbr: tuple[str, ...] = ()

    @property
    def is_name(self) -> bool:
        """Is it one person, place, body or treaty, and not a notion?"""
        return self.kind in NAMES

    def forms(self, language: str) -> tuple[str, ...]:
        """The forms of a language, or the abbreviations of `abbr`."""
        found: tuple[str, ...] = getattr(self, language)
        return found

    def preferred(self, language: str) -> str | None:
        """대표 표기: what the concept is called; in another language where it has no form in this one."""
        for forms in (self.forms(language), self.ko, self.en, self.ru, self.zh, self.abbr):
            for form in forms:
                if not form.startswith(SIGN):
                    return form
        return None


@dataclass(frozen=True)
class TermBase:
    """A table of concepts; later tables overrule earlier ones, id by id."""

    rows: tuple[Concept, ...]
    _by_id: Mapping[str, Concept] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {row.id: row for row in self.rows})

    def __getitem__(self, identity: str) -> Concept:
        return self._by_id[identity]

    def get(self, identity: str) -> Concept | None:
        """The concept of this id, if there is one."""
        return self._by_id.get(identity)

    def called(self, identity: str, language: str) -> str | None:
        """What a concept is called in a language, if it has a name there; of two states together (+a+b) both."""
        rows = [self.get(name) for name in identity.strip("+").split("+")]
        names = [next((f for f in row.forms(language) if f[0] != SIGN), None) if row else None for row in rows]
        return "·".join(name for name in names if name) if all(names) else None

    @cached_property
    def fingerprint(self) -> str:
        """Changes with every form: tokens made with another table are stale."""
        return sha256(format(self).encode()).hexdigest()[:8]

    def with_table(self, other: "TermBase") -> "TermBase":
        """This table with another laid over it: a row of the same id gains forms, the other's preferred, and loses
        those that the other takes away; one that has none left is gone."""
        rows = {row.id: row for row in self.rows}
        for row in other.rows:
            old = rows.get(row.id, Concept(row.id, row.kind))
            forms = [_laid_over(row.forms(name), old.forms(name)) for name in FORMS]
            if any(forms):
                rows[row.id] = Concept(row.id, row.kind, *forms)
            else:
                rows.pop(row.id, None)
        return TermBase(tuple(rows.values()))


def parse(text: str, origin: str) -> TermBase:
    """Reads a table, as spreadsheets save it: commas, semicolons or tabs between cells.

    Raises:
        TermError: a column is missing, a row has no id or form, or an id stands twice; `origin` and the line are named.
    """
    reader = reader_of(text, origin)
    head = list(reader.fieldnames or ())
    columns = [head.index(name) for name in COLUMNS]
    lines = reader.reader  # lists: a dict for each of thousands of rows would take as long as all the rest
    rows: dict[str, Concept] = {}
    for cells in lines:
        cells += [""] * (len(head) - len(cells))
        row = _concept([cells[column] for column in columns], f"{origin}, line {lines.line_num}")
        if row is None:
            continue
        if row.id in rows:
            raise TermError(f'{origin}, line {lines.line_num}: the id "{row.id}" stands twice; one row a concept')
        rows[row.id] = row
    return TermBase(tuple(rows.values()))


def reader_of(text: str, origin: str) -> "csv.DictReader[str]":
    """The rows of a table, as spreadsheets save it.

    Raises:
        TermError: a column is missing.
    """
    head = text.split("\n", 1)[0]
    reader = csv.DictReader(StringIO(text), delimiter=max(",;\t", key=head.count))
    reader.fieldnames = [name.strip() for name in reader.fieldnames or ()]
    if missing := [name for name in COLUMNS if name not in reader.fieldnames]:
        raise TermError(f"{origin}: no column {', '.join(missing)}; the first line reads {','.join(COLUMNS)}")
    return reader


def _concept(cells: Sequence[str], where: str) -> Concept | None:
    """A row, from the cells of all `COLUMNS`; None for an empty one."""
    identity, kind, *forms = cells
    identity, found = identity.strip(), tuple(map(_forms, forms))
    if not identity and not any(found):
        return None
    if not identity or not any(found) or set(identity) & set(" |+@=‿"):
        raise TermError(f"{where}: a row needs an id without spaces, and a form in one language at least")
    return Concept(identity, kind.strip() or "general", *found)


def _laid_over(forms: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """The forms of a cell with those of the table below it, but those taken away."""
    own = [form for form in forms if form[0] != TAKEN]
    left = () if TAKEN in forms else (form for form in below if TAKEN + form not in forms)
    return tuple(dict.fromkeys((*own, *left)))


def _forms(cell: str) -> tuple[str, ...]:
    """The forms of a cell, each once. Few cells have spaces to be set right."""
    if not cell:
        return ()
    around = f"|{cell}|"
    if cell.isprintable() and not ("  " in cell or " |" in around or "| " in around or "||" in around):
        return tuple(dict.fromkeys(cell.split("|"))) if "|" in cell else (cell,)
    return tuple(dict.fromkeys(form for part in cell.split("|") if (form := " ".join(part.split()))))


def format(base: TermBase) -> str:
    """The table as `parse` reads it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    columns = (map("|".join, map(attrgetter(name), base.rows)) for name in FORMS)
    writer.writerows(zip(map(attrgetter("id"), base.rows), map(attrgetter("kind"), base.rows), *columns, strict=True))
    return out.getvalue()


@cache
def builtin() -> TermBase:
    """The table that comes with the program, read once."""
    return parse(files("archive.terms").joinpath(FILE).read_text("utf-8"), f"archive/terms/{FILE}")


def load(path: Path) -> TermBase:
    """The program's table with the user's file laid over it.

    Raises:
        TermError: the file cannot be read.
    """
    return builtin().with_table(parse(read(path), str(path)))


def read(path: Path) -> str:
    """The text of a table's file. Raises TermError where it cannot be read."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TermError(f"{path}: cannot be read ({error}); save it as CSV in UTF-8") from error


def doubled(base: TermBase) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Forms that stand in several rows, with the rows' ids: each is found as all of them."""
    rows: dict[str, list[str]] = {}
    for row in base.rows:
        for form in dict.fromkeys(_all_forms(row)):
            rows.setdefault(form, []).append(row.id)
    yield from ((form, tuple(ids)) for form, ids in rows.items() if len(ids) > 1)


def _all_forms(row: Concept) -> Iterable[str]:
    return (form.casefold().replace(" ", "") for name in FORMS for form in row.forms(name))
