"""Which paragraph is the title, where no style says so, and how much is set in the letters of the text?

A title is taken only where it stands out from everything: in the head of the document, before its text, in letters that
are larger by far and hardly come again; or where the file claims it, or the number of a notice stands over it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from indexer.lines import bullet, date_line, ends_sentence, number
from indexer.markup import Element, ElementRole, shifted
from indexer.readers.office.seen import Seen, letters_of
from indexer.structure import SECTION_HEADS, author_names, is_kind_or_occasion

LONGEST = 70  # letters of one line of a title, and of a heading
LONGEST_TITLE = 120  # letters of a whole one
BEFORE_TITLE = 300  # letters that may stand before a title: a masthead, dates, who is to be asked
BEFORE_HEADING = 60  # the same of a title that the outline takes for a heading
LINES = 3  # paragraphs of one title
AGAIN = 2  # paragraphs as large that may follow: an appendix, a title printed twice
HEAD = 25  # elements of a document's head, in which its title and its authors stand
LARGER_TITLE, LARGEST = 1.15, 1.3  # times the body: a title; one that is a whole sentence
# What a press release prints largest, above its title. Source: releases of Korean ministries.
MASTHEADS = re.compile(
    r"(?:(?:언론)?보도|참고|해명|설명|보도참고|(?:언론)?보도설명|보도해명)자료|news|pressrelease|브리핑|목차|차례|순서|contents"
    r"|(?:입법|행정)예고|공고|고시|공고문|안내문"
)
NUMBERED = re.compile(r"\d{1,2}(?:[-.]\d{1,2})+\.?\s")  # 3-2-1. 배경
# Lines of forms: where to sign, to whom it goes; remarks, and captions in brackets.
FORM = re.compile(r"(?:\(인\)|\(서명\)|귀하|귀중|[:：])\s*$|^[*※<〈].*|^\([^()]*\)$")
# The number of a notice stands right over its title. Source: notices of Korean ministries.
NOTICE = re.compile(r".{0,40}(?:공고|고시|훈령|예규)\s?제?\s?\d{4}\s?[-–—]\s?\d{1,5}\s?호\W*")
# Who stands under a title in its letters: on covers of reports and theses.
PERSON = re.compile(
    r"(?:지도|담당|책임)\s?교수\S{0,2}(?:\s.*|\s?[:：].*)|(?:팀\s?명|팀\s?원|조\s?원|학\s?번|성\s?명|이\s?름|소\s?속|제출자|작성자|발표자|분과명?)\s?[:：].*"
    r"|\d{1,2}\s?[조팀]"
)
BRACKETED = re.compile(r"[\[(【〔].*[\])】〕]")
BLANK = re.compile(
    r"[<〈\[(【]?[^<>〈〉]{0,12}(?:양식|서식|별첨|붙임|별지|심사용)[^<>〈〉]{0,8}[>〉\])】]"
)  # < 심사용 논문양식 >


def body_size(seen: Sequence[Seen]) -> float:
    """The size in which most letters are set; those of tables count where there is hardly any other text."""
    sizes: Counter[float] = Counter()
    for one in seen:
        if one.element.role is ElementRole.PARAGRAPH and not one.contents:
            sizes[one.size] += len(one.element.text)
    if sizes.total() < BEFORE_TITLE:
        for one in seen:
            sizes[one.size] += sum(len(cell.text) for row in one.element.rows for cell in row)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def with_title(seen: list[Seen], claimed: str | None, body: float) -> list[Seen]:
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
    other = MASTHEADS.fullmatch(letters) or bullet(one.element.text) or BLANK.fullmatch(one.element.text)
    return not other and len(letters) > 0


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
    text = next_.element.text
    return same and shown and date_line(text) is None and not PERSON.fullmatch(text) and len(text) <= LONGEST


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
    able = [at for at in head if _may_be_title(seen[at]) and not _is_small_sentence(seen[at], body)]
    top = max((seen[at].size for at in able), default=0.0)
    if not body or top < body * LARGER_TITLE:
        return None
    at = next(at for at in able if seen[at].size == top)
    if is_kind_or_occasion(seen[at].element.text):
        at = _own_title(seen, at, body)
    above = [before for before in able if before < at and seen[before].size >= body * LARGER_TITLE]
    if above and date_line(seen[at - 1].element.text) is not None:  # below the date of a cover stands who issued it
        at = max(above, key=lambda before: seen[before].size)
    if at > 0 and NOTICE.fullmatch(seen[at - 1].element.text):
        return at
    said = letters_of(seen[at].element.text)
    below = [
        one for one in seen[at + LINES :] if letters_of(one.element.text) != said
    ]  # a title may take several lines
    return at if sum(one.size >= top and _may_be_title(one) for one in below) <= AGAIN else None


def _own_title(seen: Sequence[Seen], at: int, body: float) -> int:
    """The title right below a line that says only the kind of paper or its occasion, else that line."""
    below = [other for other in range(at + 1, min(at + 1 + LINES, len(seen))) if seen[other].element.text]
    for other in below:
        one = seen[other]
        bare = replace(one.element, text=one.element.text.strip(" <>〈〉-–"))
        if one.size < body * LARGER_TITLE or not _may_be_title(replace(one, element=bare)) or author_names(bare.text):
            return at
        if not is_kind_or_occasion(one.element.text):
            return other
    return at


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
    words = element.role in (ElementRole.PARAGRAPH, ElementRole.HEADING) or (
        element.role is ElementRole.CAPTION and one.boxed  # of a form
    )
    if not words or one.contents or element.marker is not None:
        return False
    letters = letters_of(text)
    if (
        len(letters) < 3
        or letters.isdecimal()
        or len(text) > LONGEST_TITLE
        or MASTHEADS.fullmatch(letters)
        or BRACKETED.fullmatch(text)
    ):
        return False
    numbered = bullet(text) or number(text) or NUMBERED.match(text)
    return not (
        numbered or date_line(text) or PERSON.fullmatch(text) or FORM.search(text) or SECTION_HEADS.fullmatch(text)
    )


def _is_small_sentence(one: Seen, body: float) -> bool:
    """A whole sentence is a title only in letters much larger than the text, as a newspaper's."""
    return ends_sentence(one.element.text) and one.size < body * LARGEST
