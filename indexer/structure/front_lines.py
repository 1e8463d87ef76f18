"""What can this line of a title page be? A number, a series, a name, a post, a date: known by its form alone.

Whether it stands in a place for that is for those to say who see the page (`frontmatter`, `indexer.typeset.bylines`).
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from archive.model import BlockKind, Metadata
from indexer.lines import date_line, em
from indexer.structure.name_lists import BODY, INSTITUTION, LATIN_NAME, NAME, NAMES, parted_names

ROLE_WIDTH = 36.0  # ems: a line of text is wider in every brief (40 or more), a post or a name hardly ever


@dataclass(frozen=True, slots=True)
class FrontMatterRole:
    """What a line at the head of a document is. `strong`: it can be nothing else."""

    kind: BlockKind
    field: str
    pattern: re.Pattern[str]
    strong: bool
    example: str


_POST = (
    r"(?:명예|석좌|초빙|겸임|객원|특임|부|조|책임|선임|수석|전임|부연구|연구)?\s?(?:교수|연구위원|연구원|전문위원|위원|센터장|소장|원장|실장|팀장|박사|대사|"
    r"기자|논설위원|연구교수)|[Pp]rofessor|[Ff]ellow|[Rr]esearcher|[Dd]irector|[Aa]nalyst|[Ll]ecturer|Ph\.?D\.?"
)
_NUMBERED = (
    r"(?:No\.?|Vol\.?|제|호수\s?:|Issue|통권)\s?"
    r"(?P<v>\d[\w.\-–/]*(?:,?\s?(?:No\.?|제)\s?\d[\w\-–]*)?(?:\([^)]*\))?)\s?(?:호|권)?"
)

ROLES: tuple[FrontMatterRole, ...] = (
    FrontMatterRole(BlockKind.SERIES, "number", re.compile(_NUMBERED), True, "No. 2025-09"),
    FrontMatterRole(BlockKind.SERIES, "series+number", re.compile(rf"(?P<s>[^\d]{{2,40}}?)[\s(\[]+{_NUMBERED}[)\]]?"),
        True, "이슈브리프 제12호"),
    FrontMatterRole(BlockKind.BYLINE, "publisher",
        re.compile(r"(?:발행처|발행기관|펴낸\s?곳|Publisher)\s*[:：]\s*(?P<v>.+)"), True, "발행처: 한빛연구원"),
    FrontMatterRole(BlockKind.BYLINE, "series", re.compile(r"(?:총서명?|시리즈|Series)\s*[:：]\s*(?P<v>.+)"), True,
        "총서: 동향"),
    FrontMatterRole(BlockKind.TITLE, "title", re.compile(r"(?:제목|Title)\s*[:：]\s*(?P<v>.+)"), True,
        "제목: 북러 교역"),
    FrontMatterRole(BlockKind.BYLINE, "authors",
        re.compile(rf"(?:(?:저자|지은이|집필[자진]?|글쓴이|글|작성자?|필자|연구\s?책임자?|책임\s?연구[원자]|연구진|Authors?|By|by)"
        rf"\s*[:：]?\s+|(?:저자|지은이|집필[자진]?|연구\s?책임자?)\s*[:：]\s*)"
        rf"(?P<a>{NAMES})(?:(?=\s*[,/(]|.*(?:{_POST}|{BODY}))\s*[,/(]?\s*(?P<v>[^)]*?)\)?)?"),
        True, "글: 홍길동 (한빛대학교 교수)"),
    FrontMatterRole(BlockKind.BYLINE, "authors+affiliation",
        re.compile(rf"(?P<a>{NAME}(?=[\s,(（|])|{LATIN_NAME}(?=\s*[,(（|]))(?:\s*[,(（|]\s*|\s+)(?P<v>(?=\S*.*(?:{_POST}|{BODY})).+?)[)）]?"),
        True, "홍길동 한빛대학교 교수"),
    FrontMatterRole(BlockKind.BYLINE, "affiliation",
        re.compile(rf".{{0,40}}(?:{_POST}|{BODY})(?:\s?[(（].{{1,20}}[)）])?"), True, "한빛대학교 정치학과 교수"),
    FrontMatterRole(BlockKind.BYLINE, "affiliation",
        re.compile(rf"(?:[A-Z][\w’'.-]*\s){{0,4}}(?:{_POST})\b(?:,|\sof|\sat)\s[^.]{{3,90}}"
        rf"|[^.]{{3,60}},\s(?:{BODY}|{_POST})[^.]{{0,40}}"),
        True, "Research Fellow, Sample Institute"),
    FrontMatterRole(BlockKind.BYLINE, "authors", re.compile(rf"(?P<a>{NAMES})"), False, "홍길동"),
    FrontMatterRole(BlockKind.SERIES, "series",
        re.compile(r"(?P<v>.{0,24}(?:이슈\s?브리프|브리프|포커스|이슈\s?페이퍼|리포트|인사이트|"
        r"동향|논평|워킹페이퍼|정세분석|현안분석|Brief|Focus|Issue Paper|Insights?|Report|Commentary|"
        r"Working Papers?|Policy Paper|"
        r"Perspectives?|Briefing))",
        re.IGNORECASE), False, "이슈브리프"),
)  # fmt: skip


Found = tuple[BlockKind, FrontMatterRole | None, re.Match[str] | None]


def front_role(text: str) -> Found:
    """Its kind and the row that knows it; a title, and no row, where it may be anything."""
    if date_line(text) is not None:
        return BlockKind.DATE, None, None
    for role in ROLES if em(text) <= (ROLE_WIDTH if not text.isascii() else 1.5 * ROLE_WIDTH) else ():
        match = role.pattern.fullmatch(text)
        if match is not None:
            return role.kind, role, match
    return BlockKind.TITLE, None, None


def filled(metadata: Metadata, found: Found, text: str) -> Metadata:
    """The catalogue data with what one more line says; what was said above counts."""
    kind, role, match = found
    if role is None or match is None:
        if kind is BlockKind.DATE:
            return replace(metadata, date=metadata.date or date_line(text))
        if kind is BlockKind.SERIES:
            return replace(metadata, series=metadata.series or text)
        return replace(metadata, title=text if metadata.title is None else f"{metadata.title} {text}")
    said = match.groupdict()
    value = (said.get("v") or "").strip(" ,()") or None
    if role.field == "series+number":
        return replace(metadata, series=metadata.series or said["s"].strip(" ,"), number=metadata.number or value)
    if role.field in ("authors", "authors+affiliation"):
        authors = metadata.authors or parted_names(said["a"])
        return replace(metadata, authors=authors, affiliation=metadata.affiliation or value)
    value = text if role.field == "affiliation" else value
    given: dict[str, Any] = {role.field: getattr(metadata, role.field) or value}
    return replace(metadata, **given)


def read_byline(text: str) -> Metadata:
    """What one line that is known to name its author says: authors and affiliation."""
    found = front_role(text)
    return filled(Metadata(), found, text) if found[1] is not None and found[0] is BlockKind.BYLINE else Metadata()


def names_institution(text: str) -> bool:
    """Whether a line names where somebody works, or as what: 한빛대학교 교수, School of Trade."""
    _, row, _ = front_role(text)
    return (row is not None and row.field == "affiliation") or INSTITUTION.search(text) is not None


# The labels of a press release's form: the day on which it may be printed before that on which it went out. Source:
# releases of Korean ministries, which print the hour after the day.
RELEASE_LABELS = ("보도시점", "보도일시", "보도일", "배포일시", "배포일", "배포", "발표일", "게시일")
_RELEASED = re.compile(
    "(?:" + "|".join(r"\s?".join(label) for label in RELEASE_LABELS) + ")"
    r"\s*[:：]?\s*((?:19|20)\d\d\s?[.년]\s?\d{1,2}\s?[.월]\s?\d{1,2}\s?[.일]?)"
)


def released(text: str) -> str | None:
    """The day that the form above a press release says: 보도시점 2025. 9. 19.(금) 11:00."""
    found = _RELEASED.search(text)
    return date_line(found[1]) if found else None
