"""How does the style of the APA refer to a work? By an entry of the list; of a passage, also by its place in the text.

    (Lee, 2025, “Ferries” section, para. 2)
    Lee, S. (2025, March 24). Bridges on the Tumen (Issue Brief No. 2025-09). Bogi Institute. Retrieved November 30,
    2026, from https://archive.example.org/p/7k4m2-93xch

Source: Publication Manual of the APA (7th ed.), 8.6 (works cited in others), 8.17 (authors in the text), 8.28 (places
without pages), 9.16 (dates of access), 10.4 (reports).
"""

from archive.citing.days import apa_date, year_of
from archive.citing.english import NO_DATE, article_title, day, english_place, listed, report_title
from archive.citing.korean import numbered
from archive.citing.names import AuthorName
from archive.citing.reference import Reference
from archive.citing.styled import NEW_LINE, Look, Styled, StyledText, ended, italic, plain, spaced, with_comma
from archive.citing.works import Work, untitled

NAMED = 2  # authors in the text; of more, the first stands for all


def apa(reference: Reference) -> StyledText:
    """The entry; before it, on a line of its own, what stands in the text."""
    entry = _entry(reference.via or reference)
    return entry if not (reference.via or reference.place) else _in_text(reference) + NEW_LINE + entry


def _entry(reference: Reference) -> StyledText:
    work, title = reference.work, report_title(reference.work)
    if report := " ".join(filter(None, (work.series, numbered(work.number)))):
        title = spaced(title) + plain(f"({report})")
    date = plain(f"({apa_date(work.date) if work.date else NO_DATE}).")
    authors = ", ".join(_inverted(author) for author in work.authors[:-1])
    last = "".join(_inverted(author) for author in work.authors[-1:])
    names = f"{authors}, & {last}" if authors else last
    head = [ended(plain(names)), date, ended(title)] if names else [ended(title), date]
    publisher = work.publisher_en or work.publisher
    parts = [*head, ended(plain(publisher)) if publisher else (), _retrieved(reference)]
    joined: StyledText = ()
    for part in filter(None, parts):
        joined = spaced(joined) + part if joined else part
    return joined


def _inverted(author: AuthorName) -> str:
    """Hong, Y.; the name as it is where nobody knows which part of it is the family's."""
    if not (author.family and author.given):
        return author.latin or author.printed
    initials = ("-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in author.given.split())
    return f"{author.family}, {' '.join(initials)}"


def _retrieved(reference: Reference) -> StyledText:
    if reference.address is None:
        return ()
    link = Styled(reference.address, Look.LINK)
    if reference.accessed is None:
        return (link,)
    return (*plain("Retrieved "), day(reference.accessed), *plain(", from "), link)


def _in_text(reference: Reference) -> StyledText:
    cited_in = plain(", as cited in ") + _briefly(reference.via.work) if reference.via else ()
    place = english_place((reference.via or reference).place, "“{}” section,")
    return (*plain("("), *_briefly(reference.work), *cited_in, *plain(f", {place}" if place else ""), *plain(")"))


def _briefly(work: Work) -> StyledText:
    """Surnames and year; the title where there is no author."""
    year = plain(f" {year_of(work.date) or NO_DATE}")
    if names := [author.family or author.latin or author.printed for author in work.authors]:
        return plain(listed(names, "&", NAMED) + ",") + year
    title = article_title(work) if work.outlet else italic(work.title)
    return with_comma(title or plain(work.outlet or untitled(work, "en"))) + year
