"""gakju metadata, gakju sources: the catalogue of a whole archive at once, and what its notes cite."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import click

from archive.citing import find_source, title_of
from archive.errors import GakjuError, SourceError
from archive.model import FIELDS, CatalogueField, FieldKind, Metadata, Value, check, nearest, unsupported
from archive.open import Archive
from archive.settings import Settings
from archive.store import Store
from indexer.catalogue.corrections import correct
from indexer.catalogue.spreadsheet import CatalogueCorrection, Catalogued, cell, read_csv, write_csv
from indexer.readers import MAX_BYTES

REQUIRED = ("title", "authors", "publisher", "date", "language")  # what a reference needs


@click.group("metadata", invoke_without_command=True)
@click.option("--to", "target", type=click.Path(path_type=Path, dir_okay=False), help="Write the catalogue as CSV.")
@click.option(
    "--from", "source", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="Take corrections."
)
@click.option("--missing", is_flag=True, help="List what is missing, document by document.")
@click.pass_context
def metadata(context: click.Context, target: Path | None, source: Path | None, missing: bool) -> None:
    """Write the catalogue data of all documents into a CSV file, take corrections from one, or set one field of one.

    A value that is wrong is named with its row, and then nothing of the file is taken.

    \b
    gakju metadata --to catalogue.csv
    gakju metadata --from catalogue.csv
    gakju metadata set 7k4m2 title "두만강 물류의 전망"
    """
    if context.invoked_subcommand is not None:
        if target or source or missing:
            raise click.UsageError("set stands alone: leave --to, --from and --missing out")
        return
    settings: Settings = context.obj
    if sum((target is not None, source is not None, missing)) != 1:
        raise click.UsageError("give one of --to FILE, --from FILE and --missing")
    archive = Archive.open(settings)
    if target is not None:
        _write(archive.store, target)
    elif source is not None:
        _take(archive, source)
    else:
        _list_missing(archive.store)


@metadata.command("set")
@click.argument("document")
@click.argument("field")
@click.argument("values", metavar="VALUE...", nargs=-1)
@click.option("--clear", is_flag=True, help="Say that there is no value.")
@click.pass_obj
def set_field(settings: Settings, document: str, field: str, values: tuple[str, ...], clear: bool) -> None:
    """Set a field of a document: kept as a correction, which counts before its side file and its print.

    DOCUMENT is an id, or the unique beginning of a source file's name. Authors are given one by one.

    \b
    gakju metadata set 7k4m2 title "두만강 물류의 전망"
    gakju metadata set 7k4m2 authors 홍보기 "Kim Bogi"
    gakju metadata set 7k4m2 date --clear
    """
    value = _value(_field(field), values, clear)
    archive = Archive.open(settings)
    record = archive.store.find(document)
    if archive.store.withdrawals.has(record.number):
        raise GakjuError(f"{record.id} ({record.source}) is withdrawn: put it back first (gakju withdraw --undo)")
    correct(archive, [CatalogueCorrection(record.id, 0, {field: value})])
    archive.catch_up()
    after = archive.store.find(record.id).metadata
    click.echo(f"{record.id} {record.source}", err=True)
    click.echo(f"{field}: {_said(field, record.metadata)} → {_said(field, after)}")


def _field(name: str) -> CatalogueField:
    """The field of that name, if it may be set."""
    if refused := unsupported(name):
        raise click.UsageError(refused)
    known = {one.name: one for one in FIELDS if not one.special}
    if name not in known:
        close = f"{nearest(name)} " if not nearest(name).startswith("these") else ""
        raise click.UsageError(f"there is no field {name!r} to set; {close}these exist: {', '.join(known)}")
    return known[name]


def _value(field: CatalogueField, values: Sequence[str], clear: bool) -> Value:
    """What was given for the field, in the field's form."""
    if clear == bool(values):
        raise click.UsageError(f"give a value of {field.name}, as {field.example!r}, or --clear")
    if len(values) > 1 and field.kind is not FieldKind.NAMES:
        raise click.UsageError(f"{field.name} has one value: put it in quotes, as {field.example!r}")
    try:
        return check(field, list(values) if field.kind is FieldKind.NAMES else "".join(values))
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _said(field: str, metadata: Metadata) -> str:
    """A value for people; where there is no title, what stands for it."""
    if field == "title":
        return title_of(metadata)
    return cell(getattr(metadata, field)) or "none"


def _write(store: Store, target: Path) -> None:
    records = store.documents()
    try:
        target.write_bytes(write_csv(Catalogued(r.id, r.source, r.metadata) for r in records))
    except OSError as error:
        raise GakjuError(f"{target} cannot be written: {error.strerror}") from error
    click.echo(f"{len(records):,} documents written to {target}", err=True)


def _take(archive: Archive, source: Path) -> None:
    try:
        with source.open("rb") as file:
            corrections = read_csv(file.read(MAX_BYTES + 1), source.name)
    except OSError as error:
        raise SourceError(f"{source} cannot be read: {error.strerror}") from error
    known = {record.id for record in archive.store.documents()}
    unknown = [
        f"row {c.row}, document: there is no document {c.document!r}" for c in corrections if c.document not in known
    ]
    if unknown:
        raise SourceError(f"{source.name}: {len(unknown):,} mistake(s), nothing of it was taken\n" + "\n".join(unknown))
    changed = correct(archive, corrections)
    archive.catch_up()
    click.echo(f"{len(changed):,} of {len(corrections):,} documents corrected")


def _list_missing(store: Store) -> None:
    records = store.documents()
    counts: Counter[str] = Counter()
    for record in records:
        lacking = [name for name in REQUIRED if not getattr(record.metadata, name)]
        counts.update(lacking)
        if lacking:
            click.echo(f"{record.id} {record.source}: no {', '.join(lacking)}")
    summary = ", ".join(f"{name} {counts[name]:,}" for name in REQUIRED)
    click.echo(f"missing in {len(records):,} documents: {summary}", err=True)


@click.command("sources")
@click.argument("documents", nargs=-1)
@click.pass_obj
def sources(settings: Settings, documents: tuple[str, ...]) -> None:
    """List the sources that notes cite and the outlets they appeared in, with counts and doubts.

    The same source cited in several notes or documents is one source; an outlet in several spellings is one outlet.
    """
    archive = Archive.open(settings)
    store, outlets = archive.store, archive.knowledge.outlets
    records = [store.find(name) for name in documents] or store.documents()
    sources_of = {record.number: record.source.split(".")[0] for record in records}
    edges = [edge for record in records for edge in store.citations.of_documents([record.number])]
    notes = store.citations.passages(edges)
    cited: dict[object, list[str]] = defaultdict(list)
    printed: dict[object, str] = {}
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for edge in edges:
        citation = edge.citation
        key: object = find_source(citation, outlets) or (edge.document, edge.note, citation.start)
        cited[key].append(f"{sources_of[edge.document]} {notes[edge.document, edge.note].label}")
        printed.setdefault(key, ", ".join(p for p in (citation.title, citation.outlet, citation.date) if p))
        if citation.outlet:
            found = outlets.find(citation.outlet)
            names[f"{found.ko} / {found.en}" if found else citation.outlet][citation.outlet] += 1
    for key in sorted(cited, key=lambda key: (-len(cited[key]), printed[key])):
        click.echo(f"{len(cited[key]):4} {printed[key]}  [{'; '.join(cited[key])}]")
    click.echo(f"{len(cited):,} sources, cited {sum(map(len, cited.values())):,} times, in {len(names):,} outlets:")
    for name, spellings in sorted(names.items(), key=lambda item: (-item[1].total(), item[0])):
        click.echo(f"{spellings.total():4} {name}  [{'; '.join(spellings)}]")
    for doubt in outlets.listed_doubts(name for spellings in names.values() for name in spellings):
        click.echo(f"doubtful: {doubt.first} or {doubt.second}: {doubt.why}")
