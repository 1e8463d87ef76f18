"""gakju resolve, merge, withdraw, purge, backup, restore, import: what keeps the promise of the links."""

import json
from datetime import date
from pathlib import Path

import click

from archive import takedown
from archive.errors import GakjuError
from archive.history import Resolution, resolve
from archive.open import Archive
from archive.settings import Settings
from archive.store import backup, merge, restore


@click.command("resolve")
@click.argument("permalinks", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, a line a permalink.")
@click.pass_context
def resolve_links(ctx: click.Context, permalinks: tuple[str, ...], as_json: bool) -> None:
    """Say what became of cited passages: same, revised, split, merged, moved, ambiguous, gone or withdrawn.

    \b
    gakju resolve 7k4m2-93xch https://archive.example.org/p/7k4m2-93xch@2
    """
    settings: Settings = ctx.obj
    store = Archive.open(settings).store
    failed = False
    for printed in permalinks:
        try:
            found = resolve(store, printed)
        except GakjuError as error:
            click.echo(f"gakju: {error}", err=True)
            if as_json:
                answer = {"permalink": printed, "status": "unknown", "error": str(error)}
                click.echo(json.dumps(answer, ensure_ascii=False))
            failed = True
            continue
        link = settings.permalink(str(found.address))
        if as_json:
            click.echo(json.dumps(found.as_json(link, settings.permalink), ensure_ascii=False))
        else:
            _say(settings, link, found)
    if failed:
        ctx.exit(1)


def _say(settings: Settings, link: str, found: Resolution) -> None:
    since = f" since {found.changed.since} (revision {found.changed.number})" if found.changed else ""
    click.echo(f"{link}: {found.status}{since}")
    if found.withdrawal:
        click.echo(f"  withdrawn on {found.withdrawal.since}: {found.withdrawal.reason}")
    if found.cited.text is not None:
        click.echo(f"  cited ({found.cited.date}, revision {found.cited.revision}): {found.cited.text}")
    for one in found.current:
        click.echo(f"  now {settings.permalink(str(one.address))}: {one.text}")
    for id_ in found.holders:
        click.echo(f"  its document stands in {settings.permalink(id_)} now")
    for title, listed in (("before it", found.before), ("after it", found.after), ("similar to it", found.similar)):
        for one in listed:
            click.echo(f"  {title} {settings.permalink(str(one.address))}: {one.text}")


@click.command("withdraw")
@click.argument("document")
@click.option("--reason", help="Readers who follow a link see it.")
@click.option("--undo", is_flag=True, help="Put a withdrawn document back.")
@click.pass_obj
def withdraw_document(settings: Settings, document: str, reason: str | None, undo: bool) -> None:
    """Take a document out of search and lists. Its addresses say that it is withdrawn, why and when."""
    if bool(reason) == undo:
        raise click.UsageError("give --reason TEXT to withdraw a document, or --undo to put it back")
    archive = Archive.open(settings)
    record = archive.store.find(document)
    if undo:
        takedown.put_back(archive.store, record.number)
    else:
        takedown.withdraw(archive.store, record.number, reason or "")
    archive.catch_up()
    click.echo(f"{record.id} ({record.source}) is {'back' if undo else 'withdrawn'}")


@click.command("purge")
@click.argument("document")
@click.option("--reason", required=True, help="Readers who follow a link see it.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def purge_document(settings: Settings, document: str, reason: str, yes: bool) -> None:
    """Destroy a document's text, originals and quotations for good. The address, the reason and the day stay."""
    archive = Archive.open(settings)
    record = archive.store.find(document)
    if not yes:
        click.confirm(f"Destroy {record.id} ({record.source})? This cannot be undone", abort=True)
    takedown.purge(archive.store, archive.home, record.number, reason)
    archive.clear_away()
    click.echo(
        f"{record.id} ({record.source}) is purged. What only you can destroy: {record.path}, if it still lies there, "
        "and backups from before today"
    )


@click.command("merge")
@click.argument("document")
@click.argument("into")
@click.pass_obj
def merge_documents(settings: Settings, document: str, into: str) -> None:
    """Put DOCUMENT into another that is the same text, for good. Its addresses go on answering and lead there.

    \b
    gakju merge 9abcd 7k4m2
    """
    archive = Archive.open(settings)
    store = archive.store
    one, other = store.find(document), store.find(into)
    many = store.moves.merge(one.number, other.number, date.today().isoformat())
    archive.catch_up()
    click.echo(f"{one.id} ({one.source}) stands in {other.id} ({other.source}) now: {many:,} passages lead there")


@click.command("backup")
@click.argument("to", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def backup_archive(settings: Settings, to: Path) -> None:
    """Write the whole archive, ledger and originals included, into one file; it may be at work meanwhile."""
    click.echo(f"{backup(Archive.open(settings).store, to):,} documents in {to}")


@click.command("restore")
@click.argument("source", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def restore_archive(settings: Settings, source: Path) -> None:
    """Fill a new home, or an empty database, from a backup; what was purged here stays purged."""
    archive = Archive.make(settings)
    count = restore(archive.store, source)
    purged = takedown.purge_again(archive.store, archive.home)
    archive.clear_away()
    click.echo(f"{count:,} documents restored" + (f", {purged:,} of them purged before and again" if purged else ""))


@click.command("import")
@click.argument("source", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def import_archive(settings: Settings, source: Path) -> None:
    """Merge another archive's backup into this one; the links of both go on answering."""
    archive = Archive.make(settings)
    merged = merge(archive.store, source)
    if takedown.purge_again(archive.store, archive.home):
        archive.clear_away()
    archive.catch_up()
    click.echo(
        f"{merged.new:,} documents came over, {merged.known:,} were here; {merged.aliases:,} addresses became aliases"
    )
