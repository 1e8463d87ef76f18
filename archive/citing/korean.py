"""How do Korean readers refer to a work? In the three forms in use: 낫표, 따옴표, and that of research institutes.

    이상준, 「두만강의 다리」, 『이슈브리프』 No. 2025-09, 2025. 3. 24.
    이상준, “두만강의 다리,” 『이슈브리프』 No. 2025-09 (2025).
    이상준(2025), 「두만강의 다리」, 『이슈브리프』, No. 2025-09.

What is not known vanishes with its comma. A page takes the place of section and paragraph, but only one that the file
shows. A work that is not in Korean keeps its own quotation marks, and the article that a note cites stands without any.
A source that is known from a brief is 재인용 from its note; 앞의 글 may stand for a brief that was referred to before.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from archive.citing.days import korean_date, year_of
from archive.citing.locator import PageOrigin, section_place
from archive.citing.names import AuthorName
from archive.citing.reference import Reference
from archive.citing.styled import Look, Styled, StyledText, ended, italic, join, plain
from archive.citing.works import Work, untitled
from archive.model import PassageKind
from archive.text import is_hangul

NAMED = 3  # authors; of more, the first stands for all

Pieces = list[StyledText]


@dataclass(frozen=True, slots=True)
class KoreanForm:
    """How a document of the archive is referred to, how a source that it cites, and how a page is named."""

    document: Callable[[Work], Pieces]
    source: Callable[[Work], Pieces]
    page: str


def brackets(reference: Reference) -> StyledText:
    """낫표, as the humanities have it."""
    return _written(reference, _BRACKETS)


def quotation_marks(reference: Reference) -> StyledText:
    """따옴표, as Slavic and area studies have it."""
    return _written(reference, _QUOTATION_MARKS)


def institute(reference: Reference) -> StyledText:
    """The year behind the author, as research institutes have it."""
    return _written(reference, _INSTITUTE)


def _written(reference: Reference, form: KoreanForm) -> StyledText:
    if reference.via is None:
        return ended(join([*form.document(reference.work), plain(_place(reference, form.page)), _address(reference)]))
    return join(form.source(reference.work)) + plain("; ") + ended(_by_way_of(reference.via, form))


def by_way_of(via: Reference) -> StyledText:
    """What is said of the brief from which a source is known, as the humanities have it."""
    return _by_way_of(via, _BRACKETS)


def _by_way_of(via: Reference, form: KoreanForm) -> StyledText:
    return join([*form.document(via.work), plain(f"{_place(via, form.page)}에서 재인용"), _address(via)])


def _bracketed(work: Work) -> Pieces:
    return [_authors(work), _titled(work, "「{}」"), _series(work), plain(work.publisher), plain(_date(work))]


def _quoted(work: Work) -> Pieces:
    published = ", ".join(filter(None, (work.publisher, year_of(work.date))))
    return [_authors(work), _titled(work, "“{}”"), _series(work), plain(published and f"({published})")]


def _dated(work: Work) -> Pieces:
    head = _with_date(work, _titled(work, "「{}」"), year_of(work.date))
    return [*head, _set_off(work.series), plain(numbered(work.number)), plain(work.publisher)]


def _bracketed_source(work: Work) -> Pieces:
    title = _titled(work, "「{}」") if work.korean else plain(work.title)
    return [_authors(work), title, *_source(work), plain(_date(work)), plain(_pages(work.pages, "{}쪽")), _url(work)]


def _quoted_source(work: Work) -> Pieces:
    title = _titled(work, "“{}”")
    return [_authors(work), title, *_source(work), plain(_date(work)), plain(_pages(work.pages, "{}쪽")), _url(work)]


def _dated_source(work: Work) -> Pieces:
    """Newspapers are dated by the day: 「…」(2024. 11. 1.), 『보기일보』."""
    head = _with_date(work, _titled(work, "「{}」"), _date(work))
    return [*head, *_source(work), plain(_pages(work.pages, "p. {}")), _url(work)]


_BRACKETS = KoreanForm(_bracketed, _bracketed_source, "{}쪽")
_QUOTATION_MARKS = KoreanForm(_quoted, _quoted_source, "{}쪽")
_INSTITUTE = KoreanForm(_dated, _dated_source, "p. {}")


def _with_date(work: Work, title: StyledText, day: str | None) -> Pieces:
    """The date stands behind the author; where there is none, behind the title."""
    authors, date = _authors(work), plain(day and f"({day})")
    return [authors + date, title] if authors else [title + date]


def _source(work: Work) -> Pieces:
    """Where a source appeared."""
    city = plain(work.city and f"{work.city}: ") if work.outlet else plain(work.city)
    return [city + _set_off(work.outlet), plain(numbered(work.number))]


def _authors(work: Work) -> StyledText:
    names = [_name(author, work.korean) for author in work.authors]
    if len(names) > NAMED:
        return plain(f"{names[0]} 외")
    return plain(("·" if all(any(map(is_hangul, name)) for name in names) else ", ").join(names))


def _name(author: AuthorName, korean: bool) -> str:
    """As printed."""
    return author.printed if author.latin else ordered_name(author, korean)


def ordered_name(author: AuthorName, family_first: bool) -> str:
    """The Latin form; one that the catalogue turned round by a comma is turned back."""
    latin = author.latin or author.printed
    if "," not in latin or not author.family:
        return latin
    return f"{author.family} {author.given}" if family_first else f"{author.given} {author.family}"


def _titled(work: Work, marks: str) -> StyledText:
    """The title in its marks; one that is not Korean in quotation marks whatever the form."""
    if work.title is None:
        return plain(untitled(work, "ko"))
    if marks == "「{}」" and work.korean:
        return plain(marks.format(work.title))
    return plain(f"“{within_quotation_marks(work.title)}”")


def within_quotation_marks(title: str) -> str:
    """A title that stands in double quotation marks has single ones inside. Source: 한글 맞춤법 부록, 문장 부호 9."""
    straight = title.split('"')
    if len(straight) % 2:  # they come in pairs
        title = "".join(f"‘{part}’" if n % 2 else part for n, part in enumerate(straight))
    return title.replace("“", "‘").replace("”", "’")


def _set_off(name: str | None) -> StyledText:
    """A series or an outlet: in double brackets if it is Korean, else in italics."""
    return plain(f"『{name}』") if name and any(map(is_hangul, name)) else italic(name)


def _series(work: Work) -> StyledText:
    series, number = _set_off(work.series), numbered(work.number)
    return series + plain(f" {number}" if series and number else number)


def _date(work: Work) -> str:
    return korean_date(work.date) if work.date else ""


def _pages(printed: str | None, form: str) -> str:
    """12쪽; p. 12, pp. 183~208. What is more than figures stays as printed."""
    if not printed or not re.fullmatch(r"[\d\s,~∼–-]+", printed):
        return printed or ""
    pages = form.format(re.sub("[∼–-]", "~", printed))
    return f"p{pages}" if pages.startswith("p") and not printed.isdigit() else pages


def _url(work: Work) -> StyledText:
    return (Styled(work.url, Look.LINK),) if work.url else ()


def numbered(number: str | None) -> str:
    """No. 2025-09 for a number that is printed without a name."""
    return f"No. {number}" if number and number[0].isdigit() else number or ""


def _place(reference: Reference, page: str) -> str:
    """The page where the file shows one, else the section; a note by its number."""
    place = reference.place
    if place is None:
        return ""
    section = section_place(place, "ko")
    if place.page is None or place.page_origin is PageOrigin.INFERRED:
        return section
    counted = "PDF " if place.page_origin is PageOrigin.COUNTED else ""
    shown = counted + page.format(place.page)
    return f"{shown}, {section}" if place.kind is PassageKind.NOTE else shown


def _address(reference: Reference) -> StyledText:
    if reference.address is None:
        return ()
    link = (Styled(reference.address, Look.LINK),)
    if reference.accessed is None:
        return link
    return (*link, *plain("(검색일: "), Styled(korean_date(reference.accessed), Look.DAY_KO), *plain(")"))
