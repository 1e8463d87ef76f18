"""Which lines at the head of a typeset document are its title? The largest before the text that can be one.

A series, an institution, a date, a kind of paper (보도자료, 석사학위논문) may be set as large and is none. Where
nothing tells the title from the headings below it, there is none: a wrong title is worse than a missing one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.model import BlockKind
from indexer.lines import bullet, date_line, legend, number
from indexer.markup import ElementRole
from indexer.structure import SECTION_HEADS, author_names, front_role, is_kind_or_occasion, names_institution
from indexer.typeset.body_parts import BodyPart

TITLE = 1.15  # times the size of the text
LARGEST = 0.98  # of the largest size is as large
ALIKE = 0.1  # by which the sizes of a title's lines may differ: its Latin letters may come from another typeface
LONGEST = 160  # letters
LETTERS = 0.4  # of a title's characters; less is what is left where a typeface has no Unicode
MUCH, FEW = 1.5, 2  # times the size of the text, and other headings that may be as large at the end: attached forms
TEXT = 80  # letters of a paragraph of running text
HEAD_OF_TEXT = 400  # letters of text before which a title stands
COVERS = 4  # pages that may be covers
NEAR = 2.5  # times its size: no two lines of a title stand farther apart
MIDDLE = 0.04  # of the width of the text, by which what is centred may stand off its middle
FREE = 0.08  # of that width is free at either side of what is centred
SENTENCE = re.compile(r"[^\W\d_A-Z][.!?。](?:[\s”\"’)]|$)")  # no initial ends one
CONTENTS = re.compile(
    r"(?:[<〈\[]?\s*)?(?:표|그림)?\s?(?:목\s*차|차\s*례)\s*[>〉\]]?|Contents?|Table of Contents|List of \w+|Inhalt",
    re.IGNORECASE,
)
# Lines of covers that are set as large as a title and are none, each with an example.
NO_TITLES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("kind of paper", re.compile(r"(?:보\s?도|언론|해명|설명|참고)\s?(?:참고|설명|해명)?\s?자\s?료"),
        "보도자료"),
    ("thesis", re.compile(r".{0,20}(?:석사|박사)?\s?학위\s?(?:청구)?\s?논문|(?:M\.?A|M\.?S|Ph\.?D)\.?\s?(?:Thesis|"
        r"Dissertation)|(?:A\s)?(?:Thesis|Dissertation)\s(?:for|submitted)\b.{0,60}", re.IGNORECASE),
        "공학석사학위논문"),
    ("chapter", re.compile(r"(?:C\s?H\s?A\s?P\s?T\s?E\s?R|P\s?A\s?R\s?T)(?:\s?[\dIVX]+)?|제\s?\d+\s?[장부편회호]",
        re.IGNORECASE), "CHAPTER 5"),
    ("body", re.compile(r"[가-힣A-Z㈜()·]{1,12}(?:대학교|대학원|연구원|연구소|학회|협회|재단|위원회|공사|공단|은행|"
        r"진흥원|개발원|소방서|경찰서|세무서|[관산육환보행외통국]\S?부|[가-힣]{2}(?:처|청)|센터)"), "한빛연구원"),
    ("form", re.compile(r"[\[【(<(]?\s?(?:별지|별표|서식|붙임|첨부|별첨|참고)\s?(?:제?\s?[\d-]+\s?호?)?\s?(?:서식)?\s?"
        r"[\]】)>]?.{0,4}"), "[별지 제3호 서식]"),
    ("bracketed", re.compile(r"\[[^\]]*\]"), "[현장대응단]"),
    ("team", re.compile(r"\d{1,2}\s?[조팀]|team\s?\d{1,2}", re.IGNORECASE), "7조"),
    ("addressee", re.compile(r".{2,24}\s?귀\s?[하중]"), "한빛대학교 총장 귀하"),
)  # fmt: skip


def find_title(bodies: list[BodyPart], size: float) -> None:
    """Gives the title its role, with all its lines in one part. `size` is that of the text."""
    offers = _offers(bodies, size) or _centred_first(bodies, size)
    if not offers:
        return
    largest = max(body.size for body in offers)
    first = next(body for body in offers if body.size >= LARGEST * largest)
    if is_kind_or_occasion(first.text.strip()):
        first = _own_title(bodies, first, size)
    rest = _rest_of_title(bodies, first)
    if not _stands_out(bodies, first, rest, size):
        return
    first.role = ElementRole.TITLE
    for body in rest:
        first.extend(body)
        bodies.remove(body)


def find_covers(bodies: Sequence[BodyPart], last: int = COVERS) -> None:
    """On a page without running text (a cover, an imprint) nothing but the title is a heading. `last`: the page on
    which the last cover may stand."""
    text = {body.page for body in bodies if body.role is ElementRole.PARAGRAPH and len(body.text) >= TEXT}
    tables = {body.page for body in bodies if body.role is ElementRole.TABLE}
    for body in bodies:
        if body.role is ElementRole.HEADING and body.page not in text | tables and body.page <= last:
            body.role = ElementRole.PARAGRAPH


def before_text(bodies: Sequence[BodyPart]) -> Iterator[BodyPart]:
    """The parts before the text, the next heading behind it and the table of contents."""
    read, headed, closed = 0, False, False
    for body in bodies:
        heading, text = body.role is ElementRole.HEADING, is_text(body)
        contents = body.role is ElementRole.PAGE_HEAD or CONTENTS.fullmatch(body.text.strip())
        if body.page > COVERS or (heading and closed) or contents:
            return
        yield body
        headed = headed or heading
        closed = closed or (headed and text)
        read += len(body.text) if text else 0
        if read > HEAD_OF_TEXT:
            return


def is_text(body: BodyPart) -> bool:
    """Whether it is a paragraph of running text."""
    return len(body.text) >= TEXT and SENTENCE.search(body.text) is not None


def _offers(bodies: Sequence[BodyPart], size: float) -> list[BodyPart]:
    """What may be the title: all on the first page that has such; a series only where there is nothing else."""
    sized = [body for body in before_text(bodies) if body.size >= TITLE * size and _may_be_title(body)]
    signed = _signed(bodies)
    sized = [body for body in sized if body.text.strip() not in signed]
    sure = [body for body in sized if not _names_series(body.text.strip())] or sized
    return [body for body in sure if body.page == sure[0].page]


def _signed(bodies: Sequence[BodyPart]) -> set[str]:
    """The names on covers, right above the institutions of their bearers: no titles wherever they stand."""
    covers = list(before_text(bodies))
    named = ((one, below) for one, below in pairwise(covers) if author_names(one.text))
    return {one.text.strip() for one, below in named if names_institution(below.text)}


def _may_be_title(body: BodyPart) -> bool:
    text = _undecorated(body.text)
    letters = sum(map(str.isalpha, text))
    if body.role is ElementRole.PAGE_HEAD or len(text) > LONGEST or letters < max(2, LETTERS * len(text)):
        return False
    if SECTION_HEADS.fullmatch(text) or legend(text) or date_line(text) or bullet(text) or text.endswith("."):
        return False
    if number(text) or any(pattern.fullmatch(_closed(text)) for _, pattern, _ in NO_TITLES):
        return False
    _, row, _ = front_role(text)
    return row is None or not row.strong


def _own_title(bodies: Sequence[BodyPart], first: BodyPart, size: float) -> BodyPart:
    """The title right below a line that says only the kind of paper or its occasion on a cover, else that line."""
    if any(is_text(body) for body in bodies if body.page == first.page):
        return first
    for body in bodies[bodies.index(first) + 1 :]:
        large = body.page == first.page and body.size >= TITLE * size
        if not large or not _may_be_title(body) or author_names(body.text):
            return first
        if not is_kind_or_occasion(body.text.strip()):
            return body
    return first


def _undecorated(text: str) -> str:
    """A line without the signs that stand around it: < 부두 >, - 부두 -."""
    bare = text.strip(" <>〈〉【】")
    around = re.fullmatch(r"([-–—])\s(.+)\s\1", bare)
    return around[2] if around else bare


def _closed(text: str) -> str:
    """What is set wide as it is read: 강 남 소 방 서."""
    return text.replace(" ", "") if re.fullmatch(r"(?:\S\s+){2,}\S", text) else text


def _names_series(text: str) -> bool:
    return front_role(text)[0] is BlockKind.SERIES


def _centred_first(bodies: Sequence[BodyPart], size: float) -> list[BodyPart]:
    """A line in the middle above all text of the first page, bold or a little larger than the text."""
    signed = _signed(bodies)
    first = next((one for one in before_text(bodies) if _may_be_title(one) and one.text.strip() not in signed), None)
    if first is None or first.page > 1 or not is_centred(bodies, first):
        return []
    stands_out = first.lines[0].bold or first.size > 1.03 * size
    return [first] if stands_out and len(first.lines) <= 2 else []


def is_centred(bodies: Sequence[BodyPart], body: BodyPart) -> bool:
    """Whether all its lines stand in the middle of the text, with white on both sides."""
    lines = [line for other in bodies if other.page == body.page for line in other.lines]
    left, right = min(line.x for line in lines), max(line.end for line in lines)
    off = max(abs(line.x + line.end - left - right) / 2 for line in body.lines)
    widest = max(line.end - line.x for line in body.lines)
    return off <= MIDDLE * (right - left) and widest <= (1 - 2 * FREE) * (right - left)


def _rest_of_title(bodies: Sequence[BodyPart], first: BodyPart) -> list[BodyPart]:
    """The lines of a title that its own paragraph lacks: of the same size right below it; behind a colon, the next."""
    found: list[BodyPart] = []
    last = first
    for body in bodies[bodies.index(first) + 1 :]:
        if not body.lines or body.page != first.page or not _may_be_title(body):
            break
        line, above = body.lines[0], last.lines[-1]
        alike = abs(body.size - first.size) < ALIKE * first.size
        goes_on = alike or (above.text.rstrip().endswith(":") and body.size > first.size / 2)
        if not goes_on or not 0 < line.y - above.y <= NEAR * first.size:
            break
        found.append(body)
        last = body
    return found


def _stands_out(bodies: Sequence[BodyPart], first: BodyPart, rest: Sequence[BodyPart], size: float) -> bool:
    """Whether its size or its place tells it from the headings: none is as large, or it stands alone, in the middle, or
    much larger than the text at the very head."""
    texts = [first.text, *(body.text for body in rest)]
    said = {*texts, " ".join(texts)}
    heads = [body for body in bodies if body.role is ElementRole.HEADING and body is not first and body not in rest]
    large = [body for body in heads if body.size >= LARGEST * first.size and _may_be_title(body)]
    others = [body for body in large if body.text not in said and not _names_series(body.text.strip())]
    if not others:
        return True
    alone = not any(is_text(body) for body in bodies if body.page == first.page)
    heads_all = (
        first is next(body for body in bodies if body.lines) and first.size >= MUCH * size and len(others) <= FEW
    )
    return alone or is_centred(bodies, first) or heads_all
