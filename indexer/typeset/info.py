"""What does a typeset file say of itself? Its title and author, where they are no garbage, and its front matter.

The date on which a file was made is not that of the publication: it is not read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from archive.model import Metadata
from indexer.markup import Element, ElementRole

FRONT = 30  # elements at the head, among which a title stands
# What programs write for a title that nobody gave. Source: Word, Hangul, print drivers.
GARBAGE = re.compile(
    r"^(?:Microsoft|untitled|제목\s?없음|무제|문서\s?\d*|Document\s?\d*)"
    r"|\.(?:hwpx?|docx?|pdf|indd|txt|tmp|ps|qxd|html?|rtf|odt|pptx?|xlsx?|exe)$|^[\W\d_]*$",
    re.IGNORECASE,
)


def info_elements(info: Mapping[str, str], body: Sequence[Element]) -> Iterator[Element]:
    """What the file says of itself: its title is the title where it is printed at the head, too."""
    head = _letters("".join(element.text for element in body[:FRONT]))
    for key, name in (("Title", "title"), ("Author", "author")):
        value = " ".join(info.get(key, "").split())
        if not value or GARBAGE.search(value) or "\ufffd" in value or _is_mojibake(value):
            continue
        printed = key == "Title" and _letters(value) in head
        yield Element(ElementRole.META, value, name="citation_title" if printed else name)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def front_elements(front: Metadata) -> Iterator[Element]:
    """What the head of the document says of it, under the names that catalogues give."""
    values = {
        "citation_author": front.authors,
        "citation_author_institution": (front.affiliation,),
        "citation_publisher": (front.publisher,),
        "citation_series_title": (front.series,),
        "citation_technical_report_number": (front.number,),
        "citation_publication_date": (front.date,),
    }
    for name, said in values.items():
        yield from (Element(ElementRole.META, value, name=name) for value in said if value)


def _is_mojibake(value: str) -> bool:
    """Korean written in CP949 where the format says Latin-1 or UTF-16: ÇÑ±¹."""
    return sum("\u00a1" <= letter <= "\u00ff" for letter in value) > len(value) / 3
