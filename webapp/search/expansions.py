"""What was looked for beside the words typed? Each form that the archive was searched for, to be taken away by a click.

A form that was taken away stays in sight, so that it can be put back: the terms of the query with nothing
taken away are planned again, and not searched for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.search import ExpansionKind, QueryTerm, Reason, Results
from archive.terms import SIGN, TermBase
from archive.text import bare, language_of, same_word
from webapp.search.request import SearchForm
from webapp.site import Frame, Site
from webapp.view_models import AlsoSearched, ExpansionView, GlossedForm, Link, ReasonView, WordView

MANY = 12  # forms; more come folded
REASONS = 6  # forms of one word that are named at a hit
TERM = f"{ExpansionKind.TERM}:"
WRITTEN = ("ko", "en", "ru", "zh")  # languages of the term base


def also_searched(site: Site, frame: Frame, form: SearchForm, found: Results) -> AlsoSearched | None:
    """The other forms of each word; None where no word has any."""
    if form.exact:
        back = Link(frame.t("search-widely"), replace(form, page=1, exact=False).url(frame.urls))
        return AlsoSearched((), 0, None, back, True, False) if found.terms else None
    words = words_with_forms(site, frame, form, found)
    words = tuple(word for word in words if word.forms)
    if not words:
        return None
    off = sum(form.dropped for word in words for form in word.forms)
    count = sum(len(word.forms) for word in words) - off
    put_back = Link(frame.t("put-all-back"), replace(form, page=1, dropped=()).url(frame.urls))
    exactly = Link(frame.t("search-exactly"), replace(form, page=1, exact=True, dropped=()).url(frame.urls))
    return AlsoSearched(words, count, put_back if off else None, exactly, False, count > MANY)


def words_with_forms(site: Site, frame: Frame, form: SearchForm, found: Results) -> tuple[WordView, ...]:
    """The words of the query in order, each with its other forms, those taken away too."""
    terms = list(found.terms)
    if form.dropped:
        whole = site.search.plan(found.query, replace(form, dropped=()).options(0), site.search.engine())
        terms = [*whole.terms, *terms]
    words: dict[str, dict[str, ExpansionView]] = {}
    for term in terms:
        forms = words.setdefault(typed(term), {})
        for id_, kind, text in _forms(term):
            forms.setdefault(id_, _form(site.search.knowledge.terms, frame, form, term, id_, kind, text))
    return tuple(WordView(word, tuple(forms.values())) for word, forms in words.items())


def typed(term: QueryTerm) -> str:
    """The word as typed; a quotation in its marks."""
    return term.label if term.exact else term.printed


def _forms(term: QueryTerm) -> Iterator[tuple[str, ExpansionKind, str]]:
    """Everything that a word was looked for beside itself: (id, kind, form)."""
    correction = term.correction
    if correction and correction.form != term.printed:
        yield correction.id, correction.kind, correction.form
    for expansion in term.whole_expansions if term.strict else term.expansions:
        if expansion.inner:
            continue
        if not correction or expansion.form != correction.form:
            yield expansion.id, expansion.kind, expansion.form


def _form(
    base: TermBase, frame: Frame, form: SearchForm, term: QueryTerm, id_: str, kind: ExpansionKind, text: str
) -> ExpansionView:
    text = _gloss(base, frame, term.printed, id_) or text
    dropped = id_ in form.dropped
    left = tuple(one for one in form.dropped if one != id_) if dropped else (*form.dropped, id_)
    name = frame.t(f"expansion-{kind.value}")
    shown = text if text.casefold() != term.printed.casefold() else str(frame.t("written-otherwise"))
    return ExpansionView(
        shown,
        language_of(shown) or "",
        str(name),
        dropped,
        replace(form, page=1, dropped=left).url(frame.urls),
        () if dropped else tuple(_spellings(base, id_)),
    )


def _spellings(base: TermBase, id_: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Everything by which a concept is looked for, by language."""
    if (row := base.get(id_.removeprefix(TERM))) is not None:
        for language in WRITTEN:
            forms = tuple(form for form in row.forms(language) if not form.startswith(SIGN))
            if forms := (*forms, *row.abbr) if language == "en" else forms:
                yield language, forms


def _gloss(base: TermBase, frame: Frame, typed: str, id_: str) -> str | None:
    """What a concept is called in the reader's language, where that is not what was typed."""
    called = base.called(id_.removeprefix(TERM), frame.language) if id_.startswith(TERM) else None
    return None if called is None or _same(called, typed) else called


def _same(form: str, typed: str) -> bool:
    return same_word(form, typed) or bare(form) == bare(typed)


def grouped_reasons(site: Site, frame: Frame, reasons: Iterable[Reason]) -> tuple[ReasonView, ...]:
    """The forms found by the word they were found for, each once whatever its case, a few of them.

    What is not in the reader's language is explained where it is not just what was typed: outlook → 전망 (prospect).
    """
    grouped: dict[str, dict[str, GlossedForm]] = {}
    for reason in reasons:
        if reason.typed.casefold() != reason.found.casefold():
            forms, language = grouped.setdefault(reason.typed, {}), language_of(reason.found) or ""
            if reason.found.casefold() not in forms:
                gloss = _gloss(site.search.knowledge.terms, frame, reason.typed, reason.expansion)
                named = gloss if language != frame.language else None
                forms[reason.found.casefold()] = GlossedForm(reason.found, language, named)
    return tuple(ReasonView(typed, tuple(forms.values())[:REASONS]) for typed, forms in grouped.items())
