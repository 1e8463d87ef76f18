"""What does a document say of itself? Title, authors, series, number and date at its head, and its disclaimer.

Only what is printed is taken: a publisher that everybody knows but nobody printed stays None. A block of short lines
before the text counts as front matter only if one of them can be nothing else (a number, a date, a label, a post).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from archive.model import BlockKind, Metadata
from archive.text import find_dates
from indexer.lines import SURE, TextLine, breaks_off
from indexer.structure.front_lines import Found, filled, front_role

HEAD_LINES = 14  # lines that may stand before the text
SECTION_HEADS = re.compile(
    r"[<〈\[【《(]?\s?(?:국문\s?|영문\s?)?(?:요\s?약|초\s?록|주요\s?내용|핵심\s?내용|개요|목\s?차|차\s?례|서론|서언|머리말|"
    r"들어가며|들어가는 말|배경|본론|결론|결언|맺음말|맺으며|나가며|시사점|"
    r"참고\s?문헌|참고\s?자료|전문|부칙|각주|미주|후주|주석|주|부록|"
    r"Executive Summary|Summary|Abstract|Key Points|Contents|Introduction|Background|Conclusions?|"
    r"References|Bibliography|Notes|Endnotes|Footnotes|Appendix)\s?[>〉\]】》)]?[:.]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The lines at the head that are catalogue data, with their kinds, and what they say."""

    kinds: tuple[tuple[int, BlockKind], ...]  # line number, kind
    metadata: Metadata


CutOdds = Callable[[str, str], float]


def find_front_matter(lines: Sequence[TextLine], cut_odds: CutOdds | None = None) -> FrontMatter:
    """Reads the head of a document; `lines` are its printed lines without running heads.

    `cut_odds`: how likely two lines meet within a word, as `BreakClassifier` says it; None where each line is a whole
    paragraph, so that none breaks off and no morphology is asked.
    """
    lines = lines[_notice(lines) :]
    head = _head(lines)
    if cut_odds is not None:
        head = _whole(head, lines, cut_odds)
    roles = [front_role(line.text) for line in head]
    strong = any((role is not None and role.strong) or kind is BlockKind.DATE for kind, role, _ in roles)
    if not strong:
        return _bare_title(head, lines)
    roles = _titled(head, roles)
    metadata = Metadata()
    for (kind, role, match), line in zip(roles, head, strict=True):
        metadata = filled(metadata, (kind, role, match), line.text)
    return FrontMatter(tuple((line.number, kind) for line, (kind, _, _) in zip(head, roles, strict=True)), metadata)


NOTICE_LINES = 4  # printed lines of a notice above the title
NOTICE_SIGNS = ("※", "*")


def _notice(lines: Sequence[TextLine]) -> int:
    """How many lines at the very top are a notice that stands above the title: ※ 이 글은 발표문을 고친 것입니다."""
    if not lines or not (lines[0].bullet in NOTICE_SIGNS or lines[0].is_disclaimer):
        return 0
    ended = (i for i, line in enumerate(lines[:NOTICE_LINES], 1) if line.ends_sentence)
    return next(ended, 0)


def _head(lines: Sequence[TextLine]) -> list[TextLine]:
    """The short lines before the first line that is text, a list or a section."""
    head: list[TextLine] = []
    for line in lines[:HEAD_LINES]:
        text = line.text
        dated = line.date is not None or front_role(text)[1] is not None
        if not dated and (
            (line.ends_sentence and not text.endswith("?")) or line.width > 60 or line.legend is not None
        ):
            break
        if line.bullet is not None or SECTION_HEADS.fullmatch(text) or (line.enumeration is not None and not dated):
            break
        head.append(line)
    else:
        return []  # short lines without end: a list or a table, no front matter
    return _without_opening(head, lines)


def _without_opening(head: list[TextLine], lines: Sequence[TextLine]) -> list[TextLine]:
    """Takes away the lines with which the first paragraph begins: they lead up to one that ends a sentence."""
    while len(head) < len(lines) and head and front_role(head[-1].text)[1] is None and head[-1].date is None:
        if head[-1].width < 0.75 * max(line.width for line in lines[: len(head) + 8]):
            break
        head = head[:-1]
    return head


def _whole(head: list[TextLine], lines: Sequence[TextLine], cut_odds: CutOdds) -> list[TextLine]:
    """Takes away the last lines that break off in a word or a clause: the text has begun."""
    while head and len(head) < len(lines) and front_role(head[-1].text)[1] is None and head[-1].date is None:
        text, below = head[-1].text, lines[len(head)].text
        if cut_odds(text, below) <= SURE and not breaks_off(text, below):
            break
        head = head[:-1]
    return head


def _titled(head: Sequence[TextLine], roles: list[Found]) -> list[Found]:
    """A line above the number and short of the title names the series; what is left is the title."""
    numbered = [i for i, (_, role, _) in enumerate(roles) if role is not None and role.field == "number"]
    if numbered and numbered[0] == 1 and len(roles) >= 3 and (roles[0][1] is None or not roles[0][1].strong):
        roles[0] = (BlockKind.SERIES, None, None)
    weak = [i for i, (_, role, _) in enumerate(roles) if role is not None and not role.strong]
    if weak and not any(kind is BlockKind.TITLE for kind, _, _ in roles):
        # A title that looks like something else: the widest of the weak lines.
        roles[max(weak, key=lambda i: head[i].width)] = (BlockKind.TITLE, None, None)
    return roles


def _bare_title(head: Sequence[TextLine], lines: Sequence[TextLine]) -> FrontMatter:
    """One short line before the text, not numbered and no usual section head, is the title."""
    if not head or len(head) > 2 or len(lines) <= len(head):
        return FrontMatter((), Metadata())
    if any(line.width > 45 or line.is_running_text or not any(map(str.isalpha, line.text)) for line in head):
        return FrontMatter((), Metadata())
    title = " ".join(line.text for line in head)
    return FrontMatter(tuple((line.number, BlockKind.TITLE) for line in head), Metadata(title=title))


_OWN_VIEW = re.compile(r"(?P<p>[가-힣A-Za-z·]{2,30}?)의\s공식(?:적인|적)?\s?(?:의견|입장|견해)(?:이|과|과는|을|를)?")
_ENGLISH_VIEW = re.compile(
    r"(?:official )?(?:views?|positions?|polic(?:y|ies)) of (?:the )?"
    r"(?P<p>[A-Z][\w&'’.-]*(?:\s(?:[A-Z][\w&'’.-]*|of|for|and|on))*)"
)
# After a date: (9월 15일자) 보기신문에 기고한; or the outlet before it: 보기신문 (9월 15일자에) 실린.
_FIRST_PRINTED = re.compile(r"(?:\s?자?\s(?P<outlet>[^\s,.]+?)(?:에|에\s서)|\s?자?에?)\s?(?:기고|게재|실린|실렸|발표)")
_OUTLET_BEFORE = re.compile(r"(?P<outlet>[^\s,.]+)\s?$")


def read_disclaimer(metadata: Metadata, text: str) -> Metadata:
    """What a disclaimer says: whose view it is not (the publisher), its status, where the text was printed first."""
    status = metadata.status or re.sub(r"^[*※]\s*", "", text)
    own = _OWN_VIEW.search(text) or _ENGLISH_VIEW.search(text)
    publisher = metadata.publisher or (own["p"] if own and own["p"] not in _NOBODY else None)
    return replace(metadata, status=status, publisher=publisher, original=metadata.original or _first_printed(text))


def _first_printed(text: str) -> str | None:
    """Where and when the text was printed first: 보기신문, 9월 15일."""
    for found in find_dates(text):
        after = _FIRST_PRINTED.match(text, found.end)
        outlet = after and (after if after["outlet"] else _OUTLET_BEFORE.search(text[: found.start]))
        if outlet:
            return f"{outlet['outlet']}, {_day(text[found.start : found.end])}"
    return None


_NOBODY = frozenset(("집필자", "필자", "저자", "소속기관", "기관", "연구원", "본원", "본 연구원", "정부", "발행처"))


def _day(printed: str) -> str:
    """ "7 월 8 일자" as "7월 8일"."""
    closed = re.sub(r"(\d)\s+(?=[년월일])", r"\1", printed.removesuffix("자"))
    return re.sub(r"([년월])\s*(?=\d)", r"\1 ", closed)
