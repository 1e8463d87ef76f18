"""Which paragraph is the title, and which are headings, where no style says so? What their letters show.

A file that says itself what a heading is, by its outline or its styles, is believed. Many do not: a report typed in
one style prints its headings larger, in bold, in a box, with a number. Only short paragraphs that end no sentence are
taken for headings, and only where the file names none; a title is taken only where it stands out from everything.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.lines import bullet, date_line, ends_sentence, is_running_text, number
from indexer.markup import Element, ElementRole, shifted
from indexer.readers.office.contents import with_contents
from indexer.readers.office.seen import Seen, letters_of
from indexer.readers.office.signatures import with_date
from indexer.structure import SECTION_HEADS, levels

LONGEST = 70  # letters of a heading
LONGEST_OUTLINE = 120  # of a paragraph of the outline that is still a heading
BEFORE_TITLE = 300  # letters that may stand before a title: a masthead, dates, who is to be asked
LINES = 3  # paragraphs of one title
AGAIN = 2  # paragraphs as large that may follow: an appendix, a title printed twice
BEFORE_HEADING = 60  # the same of a title that the outline takes for a heading
HEAD = 25  # elements of a document's head, in which its title and its authors stand
LARGER, LARGEST, LARGER_TITLE = 1.05, 1.3, 1.15  # times the body: a heading in bold or a box, in neither; a title
SHORT, RUNNING = 50, 80  # letters: of a heading that is but bold; of the text right below it
REACH = 40  # elements before it in which the text has begun
# What a press release prints largest, above its title. Source: releases of Korean ministries.
MASTHEADS = re.compile(
    r"(?:(?:언론)?보도|참고|해명|설명|보도참고|(?:언론)?보도설명|보도해명)자료|news|pressrelease|브리핑|목차|차례|순서|contents"
    r"|(?:입법|행정)예고|공고|고시|공고문|안내문"
)
NUMBERED = re.compile(r"\d{1,2}(?:[-.]\d{1,2})+\.?\s")  # 3-2-1. 배경
# Lines of forms: where to sign, to whom it goes; remarks, and captions in brackets.
FORM = re.compile(r"(?:\(인\)|\(서명\)|귀하|귀중|[:：])\s*$|^[*※<〈].*")
BRACKETED = re.compile(r"[\[(【〔].*[\])】〕]")
GOES_ON = re.compile(r"(?:고자|하여|하며|으며|하고|어서|므로)$")
TOP_NUMBERS = frozenset(("part", "chapter", "section", "roman", "decimal", "dot", "letter"))


def with_headings(seen: Sequence[Seen], title: str | None, authors: Sequence[str]) -> tuple[Seen, ...]:
    """What is seen, with the title, the headings and the byline known. `title` and `authors`: what the file claims."""
    body = _body_size(seen)
    read = _titled([_outline(one) for one in with_contents(seen)], title, body)
    if not any(one.element.role is ElementRole.HEADING for one in read):
        read = list(_by_look(read, body))
    return with_date(list(_signed(list(_from_the_top(read)), authors)))


def _body_size(seen: Sequence[Seen]) -> float:
    """The size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for one in seen:
        if one.element.role is ElementRole.PARAGRAPH and not one.contents:
            sizes[one.size] += len(one.element.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _outline(one: Seen) -> Seen:
    """A paragraph of the outline as the heading, or the item, that it is: outlines also number whole sentences."""
    element = one.element
    if element.role is not ElementRole.HEADING:
        return one
    sign = element.marker or ""
    long = len(element.text) > LONGEST_OUTLINE or (len(element.text) > LONGEST and ends_sentence(element.text))
    if one.contents or long or _is_bullet(sign):
        level = None if _is_bullet(sign) else element.level  # signs nest as they come, whatever the outline says
        return replace(one, element=replace(element, role=ElementRole.PARAGRAPH, level=level))
    return replace(one, element=_numbered(element))


def _is_bullet(sign: str) -> bool:
    """Whether a mark before a paragraph is a sign and no number."""
    return bool(sign) and (bullet(f"{sign} x") is not None or not any(map(str.isalnum, sign)))


def _numbered(element: Element) -> Element:
    """A heading with its number in its text, as printed."""
    if not element.marker:
        return element
    head = f"{element.marker} "
    return replace(element, text=head + element.text, marks=shifted(element.marks, len(head)), marker=None)


def _titled(seen: list[Seen], claimed: str | None, body: float) -> list[Seen]:
    """The elements with the title as one element, and what else is called a title a heading."""
    at = _named(seen)
    if at is None:
        at = _claimed(seen, claimed) if claimed else None
    if at is None:
        at = _largest(seen, body)
    if at is None:
        at = _only_top(seen)
    if at is None:
        return list(map(_lower, seen))
    end = at + 1
    while end < len(seen) and end < at + LINES and _goes_on(seen[at], seen[end], body):
        end += 1
    text = "\n".join(one.element.text for one in seen[at:end])
    marks, start = seen[at].element.marks, len(seen[at].element.text) + 1
    for one in seen[at + 1 : end]:
        marks += shifted(one.element.marks, start)
        start += len(one.element.text) + 1
    whole = Element(ElementRole.TITLE, text, marks=marks)
    return [*map(_lower, seen[:at]), replace(seen[at], element=whole), *map(_lower, seen[end:])]


def _lower(one: Seen) -> Seen:
    """What is called a title and is none, as the heading that it is."""
    if one.element.role is not ElementRole.TITLE:
        return one
    return replace(one, element=replace(one.element, role=ElementRole.HEADING, level=1))


def _named(seen: Sequence[Seen]) -> int | None:
    """The paragraph that its style names a title, in the head: such styles also set the headings of parts."""
    return next(
        (at for at in _head(seen) if seen[at].element.role is ElementRole.TITLE and _may_be_named(seen[at])), None
    )


def _may_be_named(one: Seen) -> bool:
    letters = letters_of(one.element.text)
    return not (MASTHEADS.fullmatch(letters) or bullet(one.element.text)) and len(letters) > 0


def _only_top(seen: Sequence[Seen]) -> int | None:
    """The heading with which a text begins, if it is the only one of its level."""
    first = next((at for at, one in enumerate(seen) if one.element.role is not ElementRole.PAGE_HEAD), 0)
    tops = [at for at, one in enumerate(seen) if one.element.role is ElementRole.HEADING and one.element.level == 1]
    return first if tops == [first] else None


def _goes_on(first: Seen, next_: Seen, body: float) -> bool:
    """Whether a title goes on in the next paragraph: the same letters, which the body has not, and the same style."""
    same = next_.element.role is first.element.role and next_.size == first.size and next_.bold == first.bold
    shown = first.element.role is ElementRole.TITLE or first.size >= body * LARGER_TITLE
    shown = shown and first.element.role is not ElementRole.HEADING  # each heading of the outline is one
    return same and shown and date_line(next_.element.text) is None and len(next_.element.text) <= LONGEST


def _claimed(seen: Sequence[Seen], claimed: str) -> int | None:
    """The paragraph in the head that prints what the file claims as its title."""
    letters = letters_of(claimed)
    if len(letters) < 4:
        return None
    printed = (at for at, one in enumerate(seen[:HEAD]) if letters_of(one.element.text) == letters)
    return next((at for at in printed if seen[at].element.role is not ElementRole.PAGE_HEAD), None)


def _largest(seen: Sequence[Seen], body: float) -> int | None:
    """The paragraph in the head that is set largest there, by far, in letters that the text hardly has again."""
    head = _head(seen)
    able = [at for at in head if _may_be_title(seen[at])]
    top = max((seen[at].size for at in able), default=0.0)
    if not body or top < body * LARGER_TITLE:
        return None
    at = next(at for at in able if seen[at].size == top)
    above = [before for before in able if before < at and seen[before].size >= body * LARGER_TITLE]
    if above and date_line(seen[at - 1].element.text) is not None:  # below the date of a cover stands who issued it
        at = max(above, key=lambda before: seen[before].size)
    below = seen[at + LINES :]  # a title may take several lines
    return at if sum(one.size >= top and _may_be_title(one) for one in below) <= AGAIN else None


def _head(seen: Sequence[Seen]) -> list[int]:
    """The places in which a title may stand: before the text, and before any other heading."""
    said, places = 0, list[int]()
    for at, one in enumerate(seen):
        heading = one.element.role is ElementRole.HEADING
        if said > (BEFORE_HEADING if heading else BEFORE_TITLE):
            break
        places.append(at)
        if heading:
            break
        said += len(one.element.text) + sum(len(cell.text) for row in one.element.rows for cell in row)
    return places


def _may_be_title(one: Seen) -> bool:
    element, text = one.element, one.element.text
    if element.role not in (ElementRole.PARAGRAPH, ElementRole.HEADING) or one.contents or element.marker is not None:
        return False
    letters = letters_of(text)
    if len(letters) < 3 or len(text) > LONGEST_OUTLINE or MASTHEADS.fullmatch(letters) or BRACKETED.fullmatch(text):
        return False
    numbered = bullet(text) or number(text) or NUMBERED.match(text)
    return not (numbered or date_line(text) or FORM.search(text) or SECTION_HEADS.fullmatch(text))


def _from_the_top(seen: Sequence[Seen]) -> Iterator[Seen]:
    """The headings with the highest that there is at level 1."""
    above = min((one.element.level or 1 for one in seen if one.element.role is ElementRole.HEADING), default=1) - 1
    for one in seen:
        if above and one.element.role is ElementRole.HEADING:
            yield replace(one, element=replace(one.element, level=(one.element.level or 1) - above))
        else:
            yield one


def _by_look(seen: Sequence[Seen], body: float) -> Iterator[Seen]:
    """What is seen, with paragraphs that look like headings as such."""
    found = [
        at
        for at, one in enumerate(seen)
        if (_looks_like_heading(one, body) or _is_over_text(seen, at)) and not _dated(seen, at)
    ]
    level = dict(zip(found, levels([_heading_text(seen[at].element) for at in found]), strict=True))
    for at, one in enumerate(seen):
        if at in level:
            heading = _numbered(replace(one.element, role=ElementRole.HEADING, level=level[at]))
            yield replace(one, element=heading)
        else:
            yield one


def _heading_text(element: Element) -> str:
    """The text by which a heading's level is known: "1 배경" of a bar counts as "1. 배경", 1-2. as 1.2."""
    sign = (element.marker or "").rstrip(".")
    text = f"{sign}. {element.text}" if sign else element.text
    return NUMBERED.sub(lambda found: found[0].replace("-", "."), text, count=1)


def _looks_like_heading(one: Seen, body: float) -> bool:
    element, text = one.element, one.element.text
    if element.role is not ElementRole.PARAGRAPH or one.contents or len(text) > LONGEST or "\n" in text:
        return False
    if _no_heading(text) or _is_bullet(element.marker or ""):
        return False
    larger = body > 0 and one.size >= body * LARGER
    numbered = number(_heading_text(element))
    if element.marker is not None and one.boxed:
        return True  # a number in a cell of its own
    if numbered is not None:
        return numbered.style in TOP_NUMBERS and (larger or one.bold or one.boxed)
    return larger and (one.bold or one.boxed or one.size >= body * LARGEST)


def _is_over_text(seen: Sequence[Seen], at: int) -> bool:
    """Whether a short line in bold stands right above running text that is not; above the first, an author may."""
    one, below = seen[at], seen[at + 1] if at + 1 < len(seen) else None
    plain = one.element.role is ElementRole.PARAGRAPH and one.element.marker is None and not one.contents
    if below is None or not (plain and one.bold) or len(one.element.text) > SHORT or "\n" in one.element.text:
        return False
    begun = any(_runs(before) for before in seen[max(at - REACH, 0) : at]) or SECTION_HEADS.fullmatch(one.element.text)
    return bool(begun) and _runs(below) and not below.bold and not _no_heading(one.element.text)


def _runs(one: Seen) -> bool:
    """Whether this is running text."""
    element = one.element
    return element.role is ElementRole.PARAGRAPH and len(element.text) >= RUNNING and bullet(element.text) is None


def _no_heading(text: str) -> bool:
    """What is large or in bold as well: a sentence, a date, a bulleted line, where to sign, to whom it goes."""
    letters = letters_of(text)
    other = MASTHEADS.fullmatch(letters) or FORM.search(text) or bullet(text) or date_line(text) is not None
    goes_on = ends_sentence(text) or is_running_text(text) or GOES_ON.search(text)
    return bool(other) or bool(goes_on) or sum(map(str.isalpha, letters)) < 2


def _dated(seen: Sequence[Seen], at: int) -> bool:
    """Beside a date, in the head and without a number, stands who issued it."""
    near = (seen[one].element.text for one in (at - 1, at + 1) if 0 <= one < len(seen))
    return at < HEAD and number(seen[at].element.text) is None and any(date_line(text) is not None for text in near)


def _signed(seen: Sequence[Seen], authors: Sequence[str]) -> Iterator[Seen]:
    """The elements with the line that names an author, as the file claims one, as the byline."""
    names = {letters for name in authors if len(letters := letters_of(name)) > 1}
    for at, one in enumerate(seen):
        short = at < HEAD and one.element.role is ElementRole.PARAGRAPH and len(one.element.text) <= LONGEST
        named = {name for name in names if name in letters_of(one.element.text)} if short else set()
        if named and ends_sentence(one.element.text):
            named = set()  # a sentence about the author, or an address with the name in it
        names -= named  # only where it stands first
        if named:
            yield replace(one, element=replace(one.element, role=ElementRole.BYLINE))
        else:
            yield one
