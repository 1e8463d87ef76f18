"""gakju terms: how is the term base looked at, edited in a spreadsheet, checked, and given to other programs?"""

from collections import Counter
from pathlib import Path

import click

from archive.errors import GakjuError
from archive.knowledge import Knowledge
from archive.settings import Settings
from archive.terms import FORMS, TermBase, faults, turtle
from archive.terms import base as terms

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("terms")
@click.option("--to", "table", type=FILE, help="Write the table in force as CSV.")
@click.option("--check", "edited", type=FILE, help="Look through an edited table.")
@click.option("--skos", type=FILE, help="Write it as SKOS, in Turtle.")
@click.pass_obj
def show_terms(settings: Settings, table: Path | None, edited: Path | None, skos: Path | None) -> None:
    """Count the concepts of the term base by kind; write it as a table or as SKOS; check a table that was edited.

    \b
    gakju terms --to terms.csv        open it in a spreadsheet, edit it, save it as CSV
    gakju terms --check terms.csv     what to correct
    Then put it into the archive's home as terms.csv and run "gakju index".
    """
    if edited is not None:
        _check(edited)
        if table is skos is None:
            return
    base = Knowledge.at(settings.home).terms
    if table is not None:
        _write(table, terms.format(base), "utf-8-sig", base)  # spreadsheets know UTF-8 by its mark
    if skos is not None:
        _write(skos, "\n".join(turtle(base, settings.base_url)) + "\n", "utf-8", base)
    if edited is table is skos is None:
        _count(base)


def _count(base: TermBase) -> None:
    rows = base.rows
    for kind, count in sorted(Counter(row.kind for row in rows).items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{kind}\t{count}")
    forms = {name: sum(len(row.forms(name)) for row in rows) for name in FORMS}
    listed = ", ".join(f"{count:,} {name}" for name, count in forms.items())
    click.echo(f"{len(rows):,} concepts; forms: {listed}", err=True)


def _check(path: Path) -> None:
    """Prints what to correct.

    Raises:
        GakjuError: the table cannot be read as it is.
    """
    found = faults(terms.read(path), str(path), terms.builtin())
    for fault in found:
        click.echo(fault)
    fatal = sum(fault.fatal for fault in found)
    click.echo(f"{fatal:,} to correct, {len(found) - fatal:,} to consider", err=True)
    if fatal:
        raise terms.TermError(f"{path}: the table cannot be used so: correct the lines named above")


def _write(path: Path, text: str, encoding: str, base: TermBase) -> None:
    try:
        path.write_text(text, encoding, newline="")
    except OSError as error:
        raise GakjuError(f"{path} cannot be written: {error.strerror}") from error
    click.echo(f"{len(base.rows):,} concepts written to {path}", err=True)
