"""gakju index: reads new and changed documents into the archive."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import click
from filelock import FileLock, Timeout

from archive.errors import StoreError
from archive.index import crowding
from archive.open import Archive
from archive.settings import Settings
from archive.store import Store
from indexer.readers import ENDINGS
from indexer.report import Report, lines_of_failed, lines_of_left_out
from indexer.run import Build, Progress, remember, roots

SECONDS = 5.0  # between two lines of progress, where no terminal shows a bar


@click.command(epilog=f"Reads {' '.join(ENDINGS)}.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--rebuild", is_flag=True, help="Make the search index anew from the stored tokens.")
@click.option("--follow-links", is_flag=True, help="Follow links that lead out of PATHS; said and left out otherwise.")
@click.option("--workers", type=click.IntRange(1), help="Files read at once, each in a process of its own [all cores].")
@click.pass_context
def index(ctx: click.Context, paths: tuple[Path, ...], rebuild: bool, follow_links: bool, workers: int | None) -> None:
    """Read new and changed files under PATHS; without PATHS, under those indexed before.

    A .toml side file of the same name gives catalogue data. A file that has vanished is reported and its documents are
    kept. One that failed is tried again in every run, and as long as one under PATHS fails, or holds a line that is no
    document, every run says so. Exit code 0: every file of a kind that is read was read; 1: some could not be, the rest
    were; 2: misuse. Files of other kinds are named by kind and change no exit code.

    \b
    gakju index documents/
    """
    settings: Settings = ctx.obj
    archive = Archive.open(settings)
    store = archive.store
    named = [str(path.absolute()) for path in paths] or list(roots(store))
    if not named and not rebuild:
        raise click.UsageError("give a file or folder to index, as in: gakju index documents/")
    known = [Path(path) for path in store.files()]
    for path in map(Path, named):  # a share that is not mounted is reported, file by file; a slip of the pen is misuse
        if not path.exists() and not any(file.is_relative_to(path) for file in known):
            raise click.UsageError(f"{path} is not there: give a file or folder that exists")
    with _one_run(settings.home), _progress() as progress:
        remember(store, named)  # first: a run that is broken off goes on without PATHS
        report = Build(archive, progress, workers=workers).run(named, rebuild, follow_links)
        _print_report(report, store)
    if report.failed:
        ctx.exit(1)


@contextmanager
def _one_run(home: Path) -> Iterator[None]:
    """One run at a time on a home; a second one says that it waits."""
    lock = FileLock(home / "index.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        click.echo("another gakju index is at work on this archive; waiting for it to end", err=True)
        lock.acquire()
    except OSError as error:
        raise StoreError(f"{home} cannot be written to: {error.strerror}; choose another home with --home") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _progress() -> Iterator[Progress]:
    """Shows progress on standard error: a bar on a terminal; elsewhere a line every few seconds, and at the end."""
    terminal, shown, last = sys.stderr.isatty(), "", monotonic()

    def show(what: str, done: int, of: int) -> None:
        nonlocal shown, last
        line = f"{what} {done:,} of {of:,}"
        if terminal:
            filled = round(30 * done / of) if of else 30
            click.echo(f"\r{what:9} [{'#' * filled:30}] {done:,}/{of:,}", err=True, nl=False)
        elif (done == of and line != shown) or monotonic() - last > SECONDS:
            click.echo(line, err=True)
            last = monotonic()
        else:
            return
        shown = line

    yield show
    if terminal and shown:
        click.echo(err=True)


def _print_report(report: Report, store: Store) -> None:
    counts = store.counts()
    unread = sum(not file.whole for file in store.files().values())
    for line in lines_of_left_out(report.left_out):
        click.echo(f"not taken: {line}", err=True)
    for line in report.warnings:
        click.echo(f"look at: {line}", err=True)
    for path in report.missing:
        click.echo(f"missing: {path} (what was read from it is kept)", err=True)
    for line in lines_of_failed(report.failed):
        click.echo(f"failed: {line}", err=True)
    sections = (
        ("new", report.new),
        ("changed", report.changed),
        ("read anew, same words", report.reread),
        ("moved", report.moved),
        ("another file of", report.copies),
        ("taken down", report.down),
        ("almost the same (거의 같은 문서가 있습니다)", report.alike),
        ("doubtful reading (판독이 의심스러움)", report.doubtful),
    )
    for title, listed in sections:
        for name in listed[:20]:
            click.echo(f"{title}: {name}")
        if len(listed) > 20:
            click.echo(f"{title}: … and {len(listed) - 20:,} more")
    not_taken = f", {len(report.left_out):,} not taken (gakju check names them)" if report.left_out else ""
    click.echo(
        f"{len(report.new):,} new, {len(report.changed):,} changed, {report.same:,} files unchanged, "
        f"{len(report.missing):,} missing, {len(report.failed):,} failed{not_taken}"
    )
    click.echo(
        f"the archive holds {counts['documents']:,} documents, {counts['blocks']:,} blocks, {counts['notes']:,} notes, "
        f"{counts['passages']:,} passages; note references: {counts['bound']:,} bound, {counts['open']:,} open; "
        f"{counts['problems'] + unread:,} to check (gakju check)"
    )
    if said := crowding(counts["passages"]):
        click.echo(f"look at: {said}", err=True)
