"""What does a typeset file say of itself? Its title, where it is no garbage, and what its title page says.

The date on which a file was made is not that of the publication: it is not read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from archive.model import Metadata
from indexer.markup import Element, ElementRole
from indexer.structure import SECTION_HEADS, author_names

FRONT = 30  # elements at the head, among which a title stands
# What programs write for a title that nobody gave. Source: Word, PowerPoint, Hangul, print drivers.
GARBAGE = re.compile(
    r"^(?:PowerPoint\s?(?:프레젠테이션|Presentation|演示文稿)|(?:Презентация|Présentation)\s?PowerPoint|슬라이드\s?\d+|Slide\s?\d+)$"
    r"|(?:프레젠테이션|템플릿|\btemplate)$"
    r"|^(?:Microsoft|untitled|제목\s?없음|무제|문서\s?\d*|Document\s?\d*)"
    r"|\.(?:hwpx?|docx?|pdf|indd|txt|tmp|ps|qxd|html?|rtf|odt|pptx?|xlsx?|exe)$|^[\W\d_]*$",
    re.IGNORECASE,
)


def info_elements(info: Mapping[str, str], body: Sequence[Element], authors: Sequence[str] = ()) -> Iterator[Element]:
    """The title that the file gives itself. It is the title where the printed one is a part of it, or its whole line
    is printed at the head; else it serves where none is printed, unless it is a word, a name of a file or an author's.

    The author of a file is whoever sat at the machine: he is only asked for in what is printed (`authors_named`).
    """
    value = _value(info, "Title")
    head = [_letters(element.text) for element in body[:FRONT] if element.role is not ElementRole.PAGE_HEAD]
    titles = [_letters(element.text) for element in body if element.role is ElementRole.TITLE]
    known = _letters(value)
    if not value or value in authors or SECTION_HEADS.fullmatch(value):
        return
    if any(_is_part(title, known) and known in "".join(head) for title in titles) or (not titles and known in head):
        yield Element(ElementRole.META, value, name="citation_title")
    elif len(value.split()) > 1 and "_" not in value:
        yield Element(ElementRole.META, value, name="title")


def _is_part(title: str, known: str) -> bool:
    """Whether one holds the other, or most of it: FREE CULTURE beside the number of a line."""
    return title in known or (known in title and len(known) > 0.7 * len(title))


def authors_named(info: Mapping[str, str]) -> tuple[str, ...]:
    """The names that the file gives its authors: true only where they are printed, too."""
    parts = re.split(r"\s*[;,]\s*|\sand\s", _value(info, "Author"))
    return tuple(name for part in parts for name in author_names(part))


def _value(info: Mapping[str, str], key: str) -> str:
    """What the file says, "" where it is garbage."""
    value = " ".join(info.get(key, "").split())
    return "" if GARBAGE.search(value) or "\ufffd" in value or _is_mojibake(value) else value


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def front_elements(front: Metadata) -> Iterator[Element]:
    """What the head of the document says of it, under the names that catalogues give."""
    values = {
        "citation_title": (front.title,),
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
