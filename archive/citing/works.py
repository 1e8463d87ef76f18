"""What is referred to? A document of the archive or a source that a note cites, as a work in the fields of CSL-JSON.

The names of CSL's fields stand beside ours where they differ. A field that is not known is None and vanishes from
references; nothing is guessed, and no name or title is romanized or translated here.
"""

from dataclasses import dataclass
from enum import StrEnum

from archive.citing.names import AuthorName, author_names
from archive.citing.outlets import Outlets
from archive.citing.supplied_titles import NO_TITLE, title_of
from archive.model import Citation, Language, Metadata
from archive.text import is_hangul


class WorkKind(StrEnum):
    """CSL's types of items, so far as there is need of them."""

    REPORT = "report"
    NEWS = "article-newspaper"
    ARTICLE = "article-journal"
    WEBPAGE = "webpage"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Work:
    """A work. `title_en` and `publisher_en` are the catalogue's own forms beside those of the work's language."""

    kind: WorkKind
    title: str | None = None
    authors: tuple[AuthorName, ...] = ()
    date: str | None = None  # ISO 8601: issued
    publisher: str | None = None
    series: str | None = None  # collection-title
    number: str | None = None
    outlet: str | None = None  # container-title, as printed
    city: str | None = None  # publisher-place
    pages: str | None = None  # page
    language: str | None = None  # ISO 639-1
    url: str | None = None  # where its publisher has it
    status: str | None = None  # genre: "op-ed", or the sentence that says so
    original: str | None = None  # where it was first published
    title_en: str | None = None
    publisher_en: str | None = None
    supplied: str | None = None  # what stands for the title of a document that has none, in its brackets

    @property
    def korean(self) -> bool:
        """Whether it is written in Korean; where nobody says so, by the letters of its title."""
        if self.language:
            return self.language == "ko"
        return any(map(is_hangul, self.title or self.supplied or "".join(author.printed for author in self.authors)))


def title_of_work(work: Work, language: Language | None = None) -> str:
    """The title, or in brackets what stands for it; else, in a language or that of the work, that it has none."""
    return work.title or untitled(work, language or ("ko" if work.korean else "en"))


def untitled(work: Work, language: Language) -> str:
    """What stands in the place of the title of a work that has none: in brackets, in no marks and no italics.

    Source: AACR2 1.1B7; APA (7th ed.), 9.22. The forms for programs have no sign of their own for it, and keep the
    brackets in their titles.
    """
    return work.supplied or NO_TITLE[language]


def document_work(data: Metadata) -> Work:
    """A document, by its catalogue data."""
    return Work(
        WorkKind.REPORT,
        data.title,
        author_names(data.authors, data.authors_latin),
        data.date,
        data.publisher,
        data.series,
        data.number,
        language=data.language,
        url=data.url,
        status=_said(data.status),
        original=data.original,
        title_en=data.title_en if data.title_en != data.title else None,
        publisher_en=data.publisher_en,
        supplied=None if data.title or not data.supplied else title_of(data),
    )


def is_known(cited: Citation) -> bool:
    """Whether more than the printed text was read of a source."""
    return any((cited.title, cited.outlet, cited.author, cited.date, cited.url))


def _said(status: str | None) -> str | None:
    """A sentence that says what a document is; one that the print breaks off ends in dots."""
    return f"{status.rstrip(' ,')} …" if status and status.rstrip().endswith(",") else status


_KINDS = {"news": WorkKind.NEWS, "journal": WorkKind.ARTICLE}


def source_work(cited: Citation, outlets: Outlets) -> Work:
    """A source, as a note cites it. The day on which its author looked at it is nobody else's, and left out."""
    outlet = outlets.find(cited.outlet) if cited.outlet else None
    kind = _KINDS.get(outlet.kind, WorkKind.REPORT) if outlet else WorkKind.WEBPAGE if cited.url else WorkKind.DOCUMENT
    return Work(
        kind,
        cited.title,
        author_names((cited.author,) if cited.author else ()),
        cited.date,
        number=cited.number,
        outlet=cited.outlet,
        city=cited.place,
        pages=cited.pages,
        language=cited.language,
        url=cited.url,
    )
