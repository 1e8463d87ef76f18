"""What do the English forms of references share? Titles, places and names in English and Latin letters.

English and Latin forms stand where the catalogue gives them, English titles in brackets behind the work's own; nothing
is romanized or translated, and no word of a title changes its case. A report's title is in italics, so far as its
script has any.
"""

from collections.abc import Sequence

from archive.citing.days import american_date
from archive.citing.korean import within_quotation_marks
from archive.citing.locator import Coordinate, PageOrigin, section_name
from archive.citing.styled import Look, Styled, StyledText, italic, plain, spaced
from archive.citing.works import Work, untitled
from archive.model import PassageKind

NO_DATE = "n.d."


def report_title(work: Work) -> StyledText:
    """The title in italics with its English form behind it. Source: The Chicago Manual of Style, 14.99; APA, 9.38."""
    title = italic(work.title) or plain(untitled(work, "en"))
    return spaced(title) + plain(f"[{work.title_en}]") if work.title_en else title


def article_title(work: Work) -> StyledText:
    return plain(work.title and f"“{within_quotation_marks(work.title)}”")


def day(iso: str) -> Styled:
    """The day on which the reader looked at it."""
    return Styled(american_date(iso), Look.DAY_EN)


def listed(names: Sequence[str], conjunction: str, most: int) -> str:
    """A; A and B; A, B, and C; A et al. if there are more than `most`."""
    if len(names) > most:
        return f"{names[0]} et al."
    if len(names) < 3:
        return f" {conjunction} ".join(names)
    return f"{', '.join(names[:-1])}, {conjunction} {names[-1]}"


# Places

_UNITS = {
    PassageKind.PARAGRAPH: ("para.", "paras."),
    PassageKind.ITEM: ("item", "items"),
    PassageKind.ROW: ("row", "rows"),
}
_ALONE = {
    PassageKind.TITLE: "title",
    PassageKind.HEADING: "heading",
    PassageKind.CAPTION: "caption",
    PassageKind.SOURCE: "source line",
    PassageKind.REMARK: "remark",
    PassageKind.DISCLAIMER: "disclaimer",
}


def english_place(place: Coordinate | None, within: str) -> str:
    """p. 7, where the file shows a page; else the section, as `within` names it, with para. 2, paras. 2–4; note 3."""
    if place is None:
        return ""
    if place.kind is PassageKind.NOTE:
        return ", ".join(filter(None, (_page(place), f"note {place.label}")))
    if place.kind not in _IN_SECTIONS:
        within = "“{}”" if place.kind in _NAMED_BY_THEMSELVES else "“{},”"
    above = section_name(place)
    section = f"{within.format(within_quotation_marks(above))} " if above else ""
    return _page(place) or section + _unit(place)


_IN_SECTIONS = (PassageKind.PARAGRAPH, PassageKind.ITEM)
_NAMED_BY_THEMSELVES = (PassageKind.HEADING, PassageKind.CAPTION)


def _page(place: Coordinate) -> str:
    if place.page is None or place.page_origin is PageOrigin.INFERRED:
        return ""
    return f"PDF p. {place.page}" if place.page_origin is PageOrigin.COUNTED else f"p. {place.page}"


def _unit(place: Coordinate) -> str:
    if place.kind in _ALONE:
        return _ALONE[place.kind]
    one, several = _UNITS[place.kind]
    return f"{several} {place.number}–{place.last}" if place.last else f"{one} {place.number}"
