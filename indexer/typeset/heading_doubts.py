"""Which lines are set like headings and are none? Labels of drawings, lines about the title, further lines of a slide.

Size tells a heading from the text where there is text; where short lines of every size stand about (a chart, a slide, a
cover), their company tells more.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from indexer.lines import number
from indexer.markup import ElementRole
from indexer.structure import SECTION_HEADS
from indexer.typeset.body_parts import BodyPart
from indexer.typeset.titles import LARGEST, NO_TITLES, TEXT, is_text

# An address or markup that the text shows in bold.
SHOWN = re.compile(r"https?://\S+|<[!?/][A-Za-z]|<[a-z][a-z\d]*(?:\s+[\w:-]+\s?=|\s?/?>\S)")
RUN = 4  # headings on end without a number and without text between: the labels of a drawing
SLIDES, SHARE = 3, 0.34  # pages of a file that may be slides, and the share of them that has text
MANY = 3  # long paragraphs on a page are text though none ends a sentence: Korean reports are items that end on nouns
ABOUT = ("kind of paper", "body", "bracketed", "addressee")  # rows of NO_TITLES that head nothing, wherever they stand


def doubt_headings(bodies: Sequence[BodyPart]) -> None:
    """Takes the role of a heading from what is none."""
    shown = (body for body in bodies if body.role is ElementRole.HEADING and SHOWN.match(body.text.strip()))
    for body in (*shown, *_labels(bodies), *_beside_title(bodies), *_on_slides(bodies)):
        body.role = ElementRole.PARAGRAPH


def _labels(bodies: Sequence[BodyPart]) -> Iterator[BodyPart]:
    """Headings without a number in a long run on one page."""
    for _, run in groupby(bodies, lambda body: (body.page, _is_bare(body))):
        found = list(run)
        if len(found) >= RUN and _is_bare(found[0]):
            yield from found


def _is_bare(body: BodyPart) -> bool:
    text = body.text.strip()
    return body.role is ElementRole.HEADING and number(text) is None and not SECTION_HEADS.fullmatch(text)


def _beside_title(bodies: Sequence[BodyPart]) -> Iterator[BodyPart]:
    """Lines above the title, in brackets below it (its twin in another language), and such as head nothing."""
    title = next((at for at, body in enumerate(bodies) if body.role is ElementRole.TITLE), None)
    patterns = [pattern for name, pattern, _ in NO_TITLES if name in ABOUT]
    below = True
    for at, body in enumerate(bodies):
        if title is not None and at > title:
            below = below and not is_text(body)
        if not _is_bare(body):
            continue
        text = body.text.strip()
        bracketed = text.startswith("(") and text.endswith(")")
        beside = title is not None and body.page == bodies[title].page and (at < title or (below and bracketed))
        if beside or any(pattern.fullmatch(text) for pattern in patterns):
            yield body


def _on_slides(bodies: Sequence[BodyPart]) -> Iterator[BodyPart]:
    """On slides the largest lines of each page are its headings."""
    if not are_slides(bodies):
        return
    for _, page in groupby(bodies, lambda body: body.page):
        heads = [body for body in page if body.role is ElementRole.HEADING]
        largest = max((body.size for body in heads), default=0.0)
        yield from (body for body in heads if body.size < LARGEST * largest)


def are_slides(bodies: Sequence[BodyPart]) -> bool:
    """Whether hardly a page of a document has text or a table."""
    pages = {body.page for body in bodies}
    full = {body.page for body in bodies if is_text(body) or body.role is ElementRole.TABLE}
    long = Counter(body.page for body in bodies if len(body.text) >= TEXT)
    full |= {page for page, many in long.items() if many >= MANY}
    return len(pages) >= SLIDES and len(full) <= SHARE * len(pages)
