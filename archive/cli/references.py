"""gakju cite: references to documents and passages, for people and for programs."""

from datetime import date

import click

from archive.citing import FILE_FORMS, MANUSCRIPT_FORMS, REFERENCE_FORMS, ReferenceForm
from archive.history import excerpt, excerpt_sources, quoted_entry, refer_to
from archive.open import Archive
from archive.settings import Settings

FORMS = {form.id: form for form in (*REFERENCE_FORMS, *FILE_FORMS)}


@click.command()
@click.argument("addresses", nargs=-1, required=True)
@click.option("--format", "form", default="brackets", show_default=True, type=click.Choice(list(FORMS)))
@click.option("--quote", is_flag=True, help="Put the words of passages before their references.")
@click.option("--note-numbers", is_flag=True, help="Keep the numbers of notes in the words.")
@click.option("--as-printed", is_flag=True, help="Add [원문대로] or [sic] to the words.")
@click.option("--markdown", is_flag=True, help="Write a numbered list in Markdown.")
@click.option("--sources", is_flag=True, help="Refer to the sources that notes cite, by way of these notes.")
@click.option("--day", metavar="DATE", help="The day of access, as 2025-03-24; today by default.")
@click.pass_obj
def cite(
    settings: Settings,
    addresses: tuple[str, ...],
    form: str,
    quote: bool,
    note_numbers: bool,
    as_printed: bool,
    markdown: bool,
    sources: bool,
    day: str | None,
) -> None:
    """Refer to documents and passages by their addresses, in the order given.

    \b
    gakju cite 7k4m2 7k4m2-93xch --format chicago
    gakju cite https://archive.example.org/p/7k4m2-93xch --format bibtex
    gakju cite 7k4m2-93xch 7k4m2-4hbab --quote --markdown > quotations.md
    """
    if markdown and form not in {one.id for one in REFERENCE_FORMS}:
        raise click.UsageError(f"--markdown writes references for people, and {form} is a form for programs")
    archive, chosen, accessed = Archive.open(settings), FORMS[form], _day(day)
    cited = [
        (one, refer_to(one, settings, accessed))
        for one in (excerpt(archive.store, at) for at in dict.fromkeys(addresses))
    ]
    if sources:
        cited = [(one, source) for one, via in cited for source in excerpt_sources(one, via, archive.knowledge.outlets)]
    if settings.base_url is None:
        click.echo("references have no addresses: set GAKJU_BASE_URL to the archive's public one", err=True)
    if not isinstance(chosen, ReferenceForm):
        click.echo(chosen.write([reference for _, reference in cited]), nl=False)
        return
    entries = [quoted_entry(*one, chosen, quote, note_numbers, as_printed) for one in cited]
    text, marked = (form.write for form in MANUSCRIPT_FORMS)
    if markdown:
        click.echo(marked("", entries), nl=False)
        return
    for entry in entries:
        click.echo(text("", [entry]), nl=False)


def _day(given: str | None) -> str:
    try:
        return date.fromisoformat(given).isoformat() if given else date.today().isoformat()
    except ValueError as error:
        raise click.UsageError(f"--day is {given!r}: give a date as 2025-03-24") from error
