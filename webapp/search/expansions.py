"""What was looked for beside the words typed? Each form that the archive was searched for, to be taken away by a click.

A form that was taken away stays in sight, so that it can be put back: what the query would have meant with nothing
taken away is asked again, of the understanding alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.search import ExpansionKind, QueryTerm, Results
from archive.text import language_of
from webapp.search.request import SearchForm
from webapp.site import Frame, Site
from webapp.values import Also, ExpansionView, Link, WordView

MANY = 12  # forms; more come folded


def also_searched(site: Site, frame: Frame, form: SearchForm, found: Results) -> Also | None:
    """The other forms of each word; None where no word has any."""
    if form.exact:
        back = Link(frame.t("search-widely"), replace(form, page=1, exact=False).url(frame.urls))
        return Also((), 0, None, back, True, False) if found.leaves else None
    words = words_with_forms(site, frame, form, found)
    words = tuple(word for word in words if word.forms)
    if not words:
        return None
    off = sum(form.dropped for word in words for form in word.forms)
    count = sum(len(word.forms) for word in words) - off
    put_back = Link(frame.t("put-all-back"), replace(form, page=1, dropped=()).url(frame.urls))
    exactly = Link(frame.t("search-exactly"), replace(form, page=1, exact=True, dropped=()).url(frame.urls))
    return Also(words, count, put_back if off else None, exactly, False, count > MANY)


def words_with_forms(site: Site, frame: Frame, form: SearchForm, found: Results) -> tuple[WordView, ...]:
    """The words of the query in order, each with its other forms, those taken away too."""
    leaves = list(found.leaves)
    if form.dropped:
        whole = site.search.plan(found.query, replace(form, dropped=()).options(0), site.search.engine())
        leaves = [*whole.leaves, *leaves]
    words: dict[str, dict[str, ExpansionView]] = {}
    for leaf in leaves:
        forms = words.setdefault(typed(leaf), {})
        for id_, kind, text in _forms(leaf):
            forms.setdefault(id_, _form(frame, form, leaf, id_, kind, text))
    return tuple(WordView(word, tuple(forms.values())) for word, forms in words.items())


def typed(leaf: QueryTerm) -> str:
    """The word as typed; a quotation in its marks."""
    return leaf.because if leaf.exact else leaf.printed


def _forms(leaf: QueryTerm) -> Iterator[tuple[str, ExpansionKind, str]]:
    """Everything that a word was looked for beside itself: (id, kind, form)."""
    meant = leaf.meant
    if meant and meant.form != leaf.printed:
        yield meant.id, meant.kind, meant.form
    for reading in leaf.wide if leaf.whole else leaf.readings:
        if reading.inner:
            continue
        if not meant or reading.form != meant.form:
            yield reading.id, reading.kind, reading.form


def _form(frame: Frame, form: SearchForm, leaf: QueryTerm, id_: str, kind: ExpansionKind, text: str) -> ExpansionView:
    dropped = id_ in form.dropped
    left = tuple(one for one in form.dropped if one != id_) if dropped else (*form.dropped, id_)
    name = frame.t(f"reading-{kind.value}")
    shown = text if text.casefold() != leaf.printed.casefold() else str(frame.t("written-otherwise"))
    return ExpansionView(
        shown, language_of(shown) or "", str(name), dropped, replace(form, page=1, dropped=left).url(frame.urls)
    )


def grouped_reasons(reasons: Iterable[tuple[str, str]], most: int) -> dict[str, list[str]]:
    """The forms found by the word they were found for, each once whatever its case, `most` of them."""
    grouped: dict[str, dict[str, str]] = {}
    for typed, found in reasons:
        if typed.casefold() != found.casefold():
            grouped.setdefault(typed, {}).setdefault(found.casefold(), found)
    return {typed: list(forms.values())[:most] for typed, forms in grouped.items()}
