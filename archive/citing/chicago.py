"""How does a note of The Chicago Manual of Style refer to a work? In full, as if for the first time.

    Lee Sangjun, Bridges on the Tumen, Issue Brief no. 2025-09 (Bogi Institute, March 24, 2025), under “Ferries,”
    para. 2, accessed November 30, 2026, https://archive.example.org/p/7k4m2-93xch.

Source: The Chicago Manual of Style (17th ed.), 14.12 (dates of access), 14.76 (authors), 14.220 (reports).
"""

from archive.citing.days import american_date
from archive.citing.english import NO_DATE, article_title, day, english_place, listed, report_title
from archive.citing.korean import numbered, ordered_name
from archive.citing.reference import Reference
from archive.citing.styled import Look, Styled, StyledText, ended, italic, join, plain
from archive.citing.works import Work

NAMED = 3  # authors; of more, the first stands for all


def chicago(reference: Reference) -> StyledText:
    """A full note; a source that is known from a brief is cited in it."""
    if reference.via is None:
        return ended(join(_document(reference)))
    return ended(join([*_source(reference.work), plain("cited in ") + join(_document(reference.via))]))


def _document(reference: Reference) -> list[StyledText]:
    work = reference.work
    publisher, date = work.publisher_en or work.publisher, american_date(work.date) if work.date else NO_DATE
    series = " ".join(filter(None, (work.series, _numbered(work))))
    published = f"({', '.join(filter(None, (publisher, date)))})"
    place = english_place(reference.place, "under “{},”").removeprefix("p. ")
    return [_authors(work), report_title(work), plain(series), plain(published), plain(place), *_accessed(reference)]


def _source(work: Work) -> list[StyledText]:
    outlet = plain(work.city and f"{work.city}: ") + italic(work.outlet) if work.outlet else plain(work.city)
    date = plain(american_date(work.date) if work.date else "")
    url = (Styled(work.url, Look.LINK),) if work.url else ()
    return [_authors(work), article_title(work), outlet, plain(_numbered(work)), date, plain(work.pages), url]


def _authors(work: Work) -> StyledText:
    return plain(listed([ordered_name(one, work.korean) for one in work.authors], "and", NAMED))


def _numbered(work: Work) -> str:
    """no. 2025-09, in small letters."""
    return numbered(work.number).replace("No. ", "no. ", 1)


def _accessed(reference: Reference) -> tuple[StyledText, ...]:
    if reference.address is None:
        return ()
    link = (Styled(reference.address, Look.LINK),)
    return ((*plain("accessed "), day(reference.accessed)), link) if reference.accessed else (link,)
