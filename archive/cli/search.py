"""gakju search, show, export, check: what can be asked of an archive on the command line."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from archive import soundness
from archive.citing import title_of
from archive.engine import Order
from archive.errors import GakjuError
from archive.export import as_text
from archive.export import export as export_document
from archive.model import DOUBTFUL_DOCUMENT, lacking, message, setting_command
from archive.open import Archive
from archive.query import message as hint_message
from archive.search import Hit, MatchMode, NamedDocument, Results, Search, SearchOptions
from archive.settings import Settings
from archive.store import DocumentRecord, FileRecord, Store

NAMED = 3  # documents shown above the passages


@click.command()
@click.argument("query", required=False)
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="Passages at most.")
@click.option("--all", "match", flag_value="all", help="Only passages that have every word.")
@click.option("--any", "match", flag_value="any", help="Passages that have any of the words, however few.")
@click.option("--exactly", is_flag=True, help="Only the words as typed: no other spelling, script or language.")
@click.option("--facets", is_flag=True, help="Count the passages by document, place, author, publisher, outlet …")
@click.option("--newest", is_flag=True, help="Newest first, undated last.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.option("--batch", type=click.Path(path_type=Path), help='A file of {"id", "text"} lines; with --json.')
@click.pass_obj
def search(
    settings: Settings,
    query: str | None,
    limit: int,
    match: str | None,
    exactly: bool,
    facets: bool,
    newest: bool,
    as_json: bool,
    batch: Path | None,
) -> None:
    """Find passages in any language: words, "exact words", -without, 미사일*, and fields (제목: 저자: 연도: in:note …).

    \b
    gakju search '정찰위성 발사 -핵'
    gakju search 'Lavrov Пхеньян 연도:2024-2025'
    """
    if (query is None) == (batch is None):
        raise click.UsageError("give a query, or --batch FILE with --json")
    if batch is not None and not as_json:
        raise click.UsageError("--batch answers in JSON lines: add --json")
    order = Order.DATE if newest else Order.RELEVANCE
    how = MatchMode(match or MatchMode.MOST)
    options = SearchOptions(query or "", limit, match=how, order=order, exactly=exactly, facet_counts=facets)
    archive = Archive.open(settings)
    searcher = archive.search
    if batch is not None:
        _batch(settings, searcher, batch, options)
        return
    results = searcher.search(options)
    for hint in results.query.hints:
        click.echo(hint_message(hint, "en"), err=True)
    if results.query.root is None:
        raise click.UsageError("no word to look for in the query: type a word, a name or a number")
    if as_json:
        answer: dict[str, object] = {"query": query, "passages": results.passages, "documents": results.documents}
        answer |= searcher.named_json(results.query, settings.permalink)
        answer |= {"understood": results.understood(), **_hits(settings, results)}
        answer |= {"facets": searcher.facets(results)} if facets else {}
        click.echo(json.dumps(answer, ensure_ascii=False))
        return
    _print_forms(results)
    _print_named(settings, archive.store, searcher.named_documents(results.query))
    for hit in (*results.hits, *results.doubtful_hits):
        _print(settings, hit)
    for name, values in searcher.facets(results).items() if facets else ():
        click.echo(f"{name}: " + ", ".join(f"{one['value']} ({one['passages']:,})" for one in values))
    click.echo(f"{results.passages:,} passages in {results.documents:,} documents", err=True)


def _print_forms(results: Results) -> None:
    """What else was looked for, and why nothing was found."""
    for term in results.terms:
        if forms := [
            *([term.correction.form] if term.correction else []),
            *(one.form for one in term.expansions if not one.inner),
        ]:
            click.echo(f"{term.printed} → {', '.join(dict.fromkeys(forms))}", err=True)
    if results.guarded:
        click.echo("no passage has enough of these words; --any shows those with any of them", err=True)
    if results.doubtful:
        click.echo("uncertain, with some of the words only:\n", err=True)


def _print_named(settings: Settings, store: Store, named: Sequence[NamedDocument]) -> None:
    """The documents that the query names, a few of them."""
    records = store.records([one.number for one in named[:NAMED]])
    for one in named[:NAMED]:
        record = records[one.number]
        names = (f"{match.field}: {match.name}" for match in one.because if match.field != "title")
        click.echo(" · ".join((click.style(title_of(record.metadata), bold=True), *names)))
        click.echo(click.style(settings.permalink(record.id), dim=True) + "\n")
    if len(named) > NAMED:
        click.echo(f"{len(named):,} documents are named so in the catalogue data\n", err=True)


def _batch(settings: Settings, searcher: Search, batch: Path, options: SearchOptions) -> None:
    """Each query's answer as a line, in the order of the file."""
    try:
        lines = batch.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{batch} cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            query = json.loads(line)
            identity, text = query["id"], str(query["text"])
        except (ValueError, KeyError, TypeError) as error:
            raise click.UsageError(f'{batch}, line {number}: not a line of {{"id", "text"}}') from error
        results = searcher.search(replace(options, text=text))
        click.echo(json.dumps({"id": identity, **_hits(settings, results)}, ensure_ascii=False))


def _hits(settings: Settings, results: Results) -> dict[str, object]:
    """The hits as JSON; those that have too few of the words stand apart."""
    found = {"results": results.hits, "uncertain": results.doubtful_hits}
    return {name: [hit.as_json(settings.permalink(hit.address)) for hit in hits] for name, hits in found.items()}


def _print(settings: Settings, hit: Hit) -> None:
    """A hit for people: where it stands, then the passage with its matches in bold."""
    metadata = hit.document.metadata
    where = (hit.title, metadata.date or "undated", hit.heading, hit.passage.kind.value)
    click.echo(click.style(" · ".join(part for part in where if part), dim=True))
    shown, at = "", 0
    for mark in hit.marks:
        shown += hit.passage.text[at : mark.start] + click.style(hit.passage.text[mark.start : mark.end], bold=True)
        at = mark.end
    click.echo(shown + hit.passage.text[at:])
    why = [f"{reason.typed} → {reason.found}" for reason in hit.reasons] + [f"without {word}" for word in hit.missing]
    if why:
        click.echo(click.style("; ".join(why), dim=True))
    click.echo(click.style(settings.permalink(hit.address), dim=True) + "\n")


@click.command()
@click.argument("document")
@click.pass_obj
def show(settings: Settings, document: str) -> None:
    """Print a document as it was read: its blocks with their printed lines, its notes with what they cite.

    DOCUMENT is an id, or the unique beginning of a source file's name.
    """
    store = Archive.open(settings).store
    stored = store.document(store.find(document).id)
    click.echo(f"document {stored.record.id}, from {stored.record.source}")
    for line in as_text(stored.document):
        click.echo(line)


@click.command()
@click.argument("documents", nargs=-1)
@click.option("--to", "folder", required=True, type=click.Path(path_type=Path, file_okay=False), help="Where to write.")
@click.pass_obj
def export(settings: Settings, documents: tuple[str, ...], folder: Path) -> None:
    """Write documents as JSON files, each named after its source; without DOCUMENTS, all of them."""
    store = Archive.open(settings).store
    records = [store.find(name) for name in documents] or store.documents()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for record in records:
            name = Path(record.source).stem if not record.entry else record.entry
            path = folder / f"{_safe(name)}.json"
            path.write_text(json.dumps(_exported(store, record), ensure_ascii=False, indent=1), "utf-8")
    except OSError as error:
        raise GakjuError(f"{folder} cannot be written to: {error.strerror}") from error
    click.echo(f"{len(records):,} documents written to {folder}", err=True)


def _exported(store: Store, record: DocumentRecord) -> dict[str, object]:
    """A document with the ids of its blocks; a table is named after its first row."""
    stored = store.document(record.id)
    ids = {p.block: p.id for p in reversed(stored.passages) if p.block is not None}
    exported = export_document(stored.document, id=record.id, block_id=lambda i: ids.get(i, f"b{i + 1}"))
    return {"id": exported.pop("id"), "slug": record.slug, "source": record.source, **exported}


def _safe(name: str) -> str:
    """A file name from the name of a source: no path gets out of the folder."""
    return "".join("_" if c in '/\\:*?"<>|' or ord(c) < 32 else c for c in name).lstrip(".") or "_"


@click.command()
@click.pass_context
def check(ctx: click.Context) -> None:
    """List what needs checking, and the commands that set catalogue data that is missing.

    Then doubtful readings, open note references, every file that is not in the archive, and whether the search index is
    damaged, as far as it shows at a glance ("gakju verify" reads everything); then the exit code is 1.
    """
    settings: Settings = ctx.obj
    archive = Archive.open(settings)
    store = archive.store
    listed, lack = 0, 0
    for record in store.documents():
        missing = lacking(record.metadata)
        lack += bool(missing)
        for field in missing:
            stands = f", called {title_of(record.metadata)}" if field == "title" else ""
            click.echo(f"{record.source}: no {field}{stands}: {setting_command(record.id, field, record.metadata)}")
    found = sorted(store.problems(), key=lambda one: one[1].code not in DOUBTFUL_DOCUMENT)
    for record, problem in found:
        place = f", line {problem.lines[0]}" if problem.lines else ""
        doubtful = "doubtful reading (판독이 의심스러움): " if problem.code in DOUBTFUL_DOCUMENT else ""
        click.echo(f"{record.source}{place}: {doubtful}{message(problem, 'en')}")
        listed += 1
    for file in store.files().values():
        if not file.whole:
            click.echo(f"{file.path}: {_said_of(file)}")
            listed += 1
    click.echo(f"{listed:,} to check; catalogue data is missing in {lack:,} documents", err=True)
    wrong = soundness.faults(archive, deep=False)
    for fault in wrong:
        click.echo(f'damaged: {fault.what}; run "gakju index"')
    if wrong:
        ctx.exit(1)


def _said_of(file: FileRecord) -> str:
    """What is the matter with a file, its path taken out of the words."""
    if file.message is None:
        return "the file is no longer there; what was read from it is kept"
    return file.message.removeprefix(f"{file.path} ").removeprefix(f"{file.name} ")
