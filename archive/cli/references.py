"""gakju cite: references to documents and passages, for people and for programs."""

from datetime import date

import click

from archive.citing import (
    FILE_FORMS,
    REFERENCE_FORMS,
    Outlets,
    QuotedPassage,
    Reference,
    ReferenceForm,
    cited_by,
    format_remark,
    quoted_words,
    refer_by_way_of,
    text_of,
)
from archive.history import Excerpt, excerpt, refer_to
from archive.model import Margins
from archive.open import Archive
from archive.settings import Settings

FORMS = {form.id: form for form in (*REFERENCE_FORMS, *FILE_FORMS)}


@click.command()
@click.argument("addresses", nargs=-1, required=True)
@click.option("--format", "form", default="brackets", show_default=True, type=click.Choice(list(FORMS)))
@click.option("--quote", is_flag=True, help="Put the words of passages before their references.")
@click.option("--note-numbers", is_flag=True, help="Keep the numbers of notes in the words.")
@click.option("--as-printed", is_flag=True, help="Add [원문대로] or [sic] to the words.")
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
    sources: bool,
    day: str | None,
) -> None:
    """Refer to documents and passages by their addresses, in the order given.

    \b
    gakju cite 7k4m2 7k4m2-93xch --format chicago
    gakju cite https://archive.example.org/p/7k4m2-93xch --format bibtex
    """
    archive, chosen, accessed = Archive.open(settings), FORMS[form], _day(day)
    cited = [
        (one, refer_to(one, settings, accessed))
        for one in (excerpt(archive.store, at) for at in dict.fromkeys(addresses))
    ]
    if sources:
        cited = [(one, source) for one, via in cited for source in _sources(one, via, archive.knowledge.outlets)]
    if settings.base_url is None:
        click.echo("references have no addresses: set GAKJU_BASE_URL to the archive's public one", err=True)
    if not isinstance(chosen, ReferenceForm):
        click.echo(chosen.write([reference for _, reference in cited]), nl=False)
        return
    for one, reference in cited:
        words = _words(one, chosen, note_numbers, as_printed) if quote else ""
        click.echo(" ".join(filter(None, (words, text_of(chosen.write(reference))))))
        for remark in reference.remarks:
            click.echo(format_remark(*remark, chosen.language))


def _day(given: str | None) -> str:
    try:
        return date.fromisoformat(given).isoformat() if given else date.today().isoformat()
    except ValueError as error:
        raise click.UsageError(f"--day is {given!r}: give a date as 2025-03-24") from error


def _sources(cited: Excerpt, via: Reference, outlets: Outlets) -> list[Reference]:
    """The sources that the notes among the passages cite."""
    if cited.part is None:
        return []
    notes = [one.note for one in cited.part.shown if one.note is not None]
    return [refer_by_way_of(via, one, outlets) for note in notes for one in cited_by(cited.part.notes, note)]


def _words(cited: Excerpt, form: ReferenceForm, marks: bool, as_printed: bool) -> str:
    if cited.part is None:
        return ""
    margins = Margins(cited.part)
    passages = [QuotedPassage(one.text, cited.span(one), margins.of(one).refs) for one in cited.part.shown]
    return text_of(quoted_words(passages, marks, form.language if as_printed else None))
