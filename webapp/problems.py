"""What was the reader unsure of, in the whole archive? The list 확인 필요, for a person who has no shell."""

import csv
import io

from archive.model import Problem, message, remedy
from archive.search import title_of
from archive.store import DocumentRecord
from archive.text import guard
from webapp.components import describe, line_range
from webapp.site import Frame, Site
from webapp.view_models import Choice, Link, ProblemsPage, ProblemView

PAGE = 100  # doubts on a page
BOM = "\ufeff"  # tells Excel that the file is UTF-8

Found = list[tuple[DocumentRecord, Problem]]


def problems_page(site: Site, frame: Frame, document: str, code: str, page: int) -> ProblemsPage:
    """A page of doubts, narrowed to a document, to a kind of doubt, or to both."""
    everything = site.store.problems()
    found = _narrowed(everything, document, code)
    first = PAGE * (page - 1)
    urls = frame.urls
    return ProblemsPage(
        doubts=tuple(_doubt(record, problem, frame) for record, problem in found[first : first + PAGE]),
        total=len(found),
        documents=_documents(everything, document),
        codes=tuple(Choice(c, _kind(c, frame), c == code) for c in sorted({problem.code for _, problem in everything})),
        csv=urls.problems_csv(document, code),
        filtered=bool(document or code),
        previous=urls.problems(document, code, page - 1) if page > 1 else None,
        following=urls.problems(document, code, page + 1) if len(found) > first + PAGE else None,
    )


def _documents(found: Found, chosen: str) -> tuple[Choice, ...]:
    titles = {record.id: title_of(record.metadata, record.source) for record, _ in found}
    ordered = sorted(titles.items(), key=lambda item: item[1])
    return tuple(Choice(document, title, document == chosen) for document, title in ordered)


def _narrowed(found: Found, document: str, code: str) -> Found:
    return [(r, p) for r, p in found if document in ("", r.id) and code in ("", p.code)]


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
    for record, problem in _narrowed(site.store.problems(), document, code):
        first, last = problem.lines or ("", "")
        row = (
            record.id,
            title_of(record.metadata, record.source),
            record.source,
            first,
            last,
            _kind(problem.code, frame),
            message(problem, frame.language),
            remedy(problem, frame.language) or "",
        )
        table.writerow([guard(str(value)) for value in row])
    return out.getvalue()
