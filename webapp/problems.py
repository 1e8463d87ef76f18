"""What was the reader unsure of, in the whole archive? The list 확인 필요, for a person who has no shell."""

import csv
import io
from collections.abc import Iterable

from archive.citing import title_of
from archive.model import Problem, lacking, message, remedy, setting_command
from archive.store import DocumentRecord, Store
from archive.text import guard
from webapp.components import describe, line_range
from webapp.site import Frame, Site, recall
from webapp.view_models import Choice, Link, MissingData, ProblemsPage, ProblemView

PAGE = 100  # doubts on a page
SHOWN = 10  # documents whose catalogue data lack something
BOM = "\ufeff"  # tells Excel that the file is UTF-8


def problems_page(site: Site, frame: Frame, document: str, code: str, page: int) -> ProblemsPage:
    """A page of doubts, narrowed to a document, to a kind of doubt, or to both."""
    store, urls, last = site.store, frame.urls, PAGE * page
    everywhere = recall("problems", store.count_problems)
    counts = store.count_problems(document) if document else everywhere
    total = counts.get(code, 0) if code else sum(counts.values())
    lacking = _lacking(store, document) if not code and page == 1 else []
    return ProblemsPage(
        missing=tuple(_missing(record, frame) for record in lacking[:SHOWN]),
        lacking=len(lacking),
        doubts=tuple(_doubt(*found, frame) for found in store.problems(document, code, PAGE, last - PAGE)),
        total=total,
        documents=_choices(recall("documents with problems", lambda: _titled(store)), document),
        codes=tuple(Choice(c, _kind(c, frame), c == code) for c in sorted(everywhere)),
        csv=urls.problems_csv(document, code),
        filtered=bool(document or code),
        previous=urls.problems(document, code, page - 1) if page > 1 else None,
        following=urls.problems(document, code, page + 1) if total > last else None,
    )


def _lacking(store: Store, document: str) -> list[DocumentRecord]:
    """The documents whose catalogue data lack something, or the one that is asked for if it does."""
    found = recall("lacking", lambda: _least_known_first(store.documents()))
    return [record for record in found if document in ("", record.id)]


def _least_known_first(records: Iterable[DocumentRecord]) -> list[DocumentRecord]:
    """Those without a title first, then those that lack most."""
    found = [record for record in records if lacking(record.metadata)]
    return sorted(found, key=lambda one: (bool(one.metadata.title), -len(lacking(one.metadata))))


def _missing(record: DocumentRecord, frame: Frame) -> MissingData:
    fields = lacking(record.metadata)
    return MissingData(
        document=describe(record, frame),
        fields=_fields(fields, frame),
        commands=tuple(setting_command(record.id, field, record.metadata) for field in fields),
    )


def _fields(names: Iterable[str], frame: Frame) -> str:
    """제목, 저자"""
    shown = {"authors": "author", "date": "published"}
    return ", ".join(str(frame.t(shown.get(name, name))) for name in names)


def _titled(store: Store) -> list[tuple[str, str]]:
    """Documents with doubts by title: (title, id)."""
    return sorted((title_of(one.metadata), one.id) for one in store.documents_with_problems())


def _choices(titled: Iterable[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(id_, title, id_ == chosen) for title, id_ in titled)


def _doubt(record: DocumentRecord, problem: Problem, frame: Frame) -> ProblemView:
    place = None
    if problem.lines is not None:
        place = Link(line_range(problem.lines, frame), frame.urls.printed(record.id, problem.lines[0]))
    return ProblemView(
        document=describe(record, frame),
        kind=_kind(problem.code, frame),
        message=message(problem, frame.language),
        remedy=remedy(problem, frame.language) or "",
        place=place,
    )


def _kind(code: str, frame: Frame) -> str:
    """The short name of a kind of doubt; a code without one as it is."""
    return str(frame.t(f"doubt-{code}")) if f"doubt-{code}" in frame.t else code


def problems_csv(site: Site, frame: Frame, document: str, code: str) -> str:
    """The same doubts as a table for a spreadsheet."""
    out = io.StringIO()
    out.write(BOM)
    table = csv.writer(out)
    t = frame.t
    table.writerow(
        [t(h) for h in ("document", "title", "file", "first-line", "last-line", "doubt", "message", "remedy")]
    )
    for record in _lacking(site.store, document) if not code else ():
        one = _missing(record, frame)
        kind, said = t("data-missing"), t("data-missing-say", fields=one.fields)
        lack = (record.id, title_of(record.metadata), record.source, "", "", kind, said, "\n".join(one.commands))
        table.writerow([guard(str(value)) for value in lack])
    for record, problem in site.store.problems(document, code):
        first, last = problem.lines or ("", "")
        row = (
            record.id,
            title_of(record.metadata),
            record.source,
            first,
            last,
            _kind(problem.code, frame),
            message(problem, frame.language),
            remedy(problem, frame.language) or "",
        )
        table.writerow([guard(str(value)) for value in row])
    return out.getvalue()
