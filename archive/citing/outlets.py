"""Which outlet is meant by this printed name? One newspaper, agency or institute has many spellings; here it is one.

The table `outlets.toml` gives each outlet an id, its preferred Korean and English forms and the spellings met in
print; letters decide, so case, quotes, points and spaces do not matter. An archive may add a table of its own. Names
that look alike without being known as one are never joined: they are listed as doubts, for a person to settle.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import combinations
from pathlib import Path

from archive.errors import GakjuError
from archive.text import bare

FILE = "outlets.toml"  # the program's table, and the name of the user's own in the archive's home
KINDS = ("news", "government", "institute", "journal", "publisher")
SHORTEST_LIKENESS = 5  # letters; below that half of all abbreviations differ by one letter (KBS, BBC)


class OutletError(GakjuError):
    """A table of outlets cannot be read."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, agency, ministry, institute, journal or publisher, with the spellings met in print."""

    id: str
    ko: str
    en: str
    kind: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletDoubt:
    """Two printed names that may or may not be one outlet, in order of their letters."""

    first: str
    second: str
    why: str


@dataclass(frozen=True, slots=True)
class Outlets:
    """A table of outlets; later tables overrule earlier ones, id by id and spelling by spelling."""

    rows: tuple[Outlet, ...]
    doubts: tuple[OutletDoubt, ...] = ()
    _by_letters: Mapping[str, Outlet] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        named = {bare(name): row for row in self.rows for name in (row.id, row.ko, row.en, *row.spellings)}
        object.__setattr__(self, "_by_letters", named)

    def find(self, printed: str) -> Outlet | None:
        """The outlet of this printed name; None where the table does not know it."""
        return self._by_letters.get(bare(printed))

    def listed_doubts(self, names: Iterable[str]) -> tuple[OutletDoubt, ...]:
        """The pairs among these printed names that the table calls doubtful or that nearly share their letters."""
        known = {frozenset((bare(d.first), bare(d.second))): d for d in self.doubts}
        spelt = {bare(name): name for name in sorted(set(names), reverse=True)}
        found = []
        for one, two in combinations(sorted(spelt), 2):
            listed = known.get(frozenset((one, two)))
            if listed is None and not (_alike(one, two) and self._unlike_rows(one, two)):
                continue
            found.append(OutletDoubt(spelt[one], spelt[two], listed.why if listed else "nearly the same letters"))
        return tuple(found)

    def _unlike_rows(self, one: str, two: str) -> bool:
        """Not both known: two names of one row are no doubt, two rows of the table are known to differ."""
        return one not in self._by_letters or two not in self._by_letters

    def with_table(self, other: "Outlets") -> "Outlets":
        """This table with another laid over it: a row of the same id gains its names and takes its preferred forms."""
        rows = {row.id: row for row in self.rows}
        for row in other.rows:
            old = rows.pop(row.id, None)
            kept = (old.ko, old.en, *old.spellings) if old else ()
            rows[row.id] = Outlet(row.id, row.ko, row.en, row.kind, tuple(dict.fromkeys((*kept, *row.spellings))))
        return Outlets(tuple(rows.values()), (*self.doubts, *other.doubts))


def _alike(one: str, two: str) -> bool:
    """One letter inserted, left out or exchanged; both of some length, as short abbreviations differ by one letter."""
    if min(len(one), len(two)) < SHORTEST_LIKENESS or abs(len(one) - len(two)) > 1:
        return False
    short, long = sorted((one, two), key=len)
    first = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = short[first + 1 :] if len(short) == len(long) else short[first:]
    return rest == long[first + 1 :]


def parse(text: str, origin: str) -> Outlets:
    """Reads a table. Raises OutletError, naming `origin` and the row, where a row lacks a form or a kind is unknown."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OutletError(
            f"{origin}: not readable as TOML ({error}); see archive/citing/outlets.toml for the form"
        ) from error
    rows = table.get("outlet", [])
    doubts = table.get("doubt", [])
    if not isinstance(rows, list) or not isinstance(doubts, list):
        raise OutletError(f"{origin}: outlets stand under [[outlet]], doubts under [[doubt]], with two brackets")
    return Outlets(
        tuple(_row(row, f"{origin}, outlet {n}") for n, row in enumerate(rows, 1)),
        tuple(_doubt(row, f"{origin}, doubt {n}") for n, row in enumerate(doubts, 1)),
    )


def _row(row: object, where: str) -> Outlet:
    if not isinstance(row, dict):
        raise OutletError(f"{where}: {row!r} is not a row; write [[outlet]] and its fields below")
    values = {key: row.get(key) for key in ("id", "ko", "en", "kind")}
    values["kind"] = values["kind"] or "news"
    for key, value in values.items():
        if not isinstance(value, str) or not bare(value):
            raise OutletError(f"{where}: {key} is {value!r}; give it as text")
    if values["kind"] not in KINDS:
        raise OutletError(f"{where}: kind is {values['kind']!r}; it is one of {', '.join(KINDS)}")
    spellings = row.get("spellings", [])
    if not isinstance(spellings, list) or not all(isinstance(name, str) and bare(name) for name in spellings):
        raise OutletError(f"{where}: spellings is {spellings!r}; give a list of texts")
    return Outlet(str(values["id"]), str(values["ko"]), str(values["en"]), str(values["kind"]), tuple(spellings))


def _doubt(row: object, where: str) -> OutletDoubt:
    names = row.get("names") if isinstance(row, dict) else None
    if not isinstance(row, dict) or not isinstance(names, list) or len(names) != 2:
        raise OutletError(f"{where}: names is {names!r}; give a list of two names")
    return OutletDoubt(str(names[0]), str(names[1]), str(row.get("why", "")))


@cache
def builtin() -> Outlets:
    """The table that comes with the program, read once."""
    return parse(files("archive.citing").joinpath(FILE).read_text("utf-8"), f"archive/{FILE}")


def load(path: Path) -> Outlets:
    """The program's table with the user's file laid over it. Raises OutletError where the file cannot be read."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OutletError(f"{path}: cannot be read ({error}); give a TOML file in UTF-8") from error
    return builtin().with_table(parse(text, str(path)))
