"""Whom do the lines and forms of a cover name as authors, and which day do they give?

A name alone may be any word (제안서, Tagged PDF): it counts where its line shows it to be one (a label, the number of a
student, a team, several names, a sign of a note) or what stands beside it does (a post, an institution, an address),
or where the file itself names that author. Who taught, examined or signed did not write it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.lines import date_line
from indexer.structure.front_lines import names_institution
from indexer.structure.name_lists import author_names, has_note_sign, listed_names, numbered_names, team_names

# Beside these words stands a name that wrote nothing. Source: approval pages of theses, imprints and forms.
NO_AUTHOR = re.compile(
    r"(?:(?:책\s?임\s?|공\s?동\s?)?지\s?도\s?교\s?[수사]|책\s?임\s?교\s?수|교\s?수\s?(?:명|님)?\s?[:：]|(?:부\s?)?위\s?원|심\s?사|담\s?당"
    r"|[주부]\s?심\b"
    r"|연\s?구\s?(?:보\s?조|협\s?력)|감\s?수|자\s?문|검\s?토|발\s?행\s?인|편\s?집|신\s?청\s?인|멘\s?토|조\s?교\b"
    r"|Instructor|Supervisor|Advis[oe]r|Teaching Assistants?|Professor|.*[(（]\s?(?:인|서명)\s?[)）]$)",
    re.IGNORECASE,
)
# Beside these stand authors. Source: covers of reports of Korean students and offices.
_AUTHORS = frozenset((
    "작성자", "작성자명", "저자", "저자명", "글쓴이", "지은이", "팀원", "팀원명", "팀원명단", "조원", "조원명",
    "팀구성원", "구성원", "참여자", "참여자명", "참여자성명", "참여학생", "참여연구자", "참여인원", "연구자",
    "조사자", "제출자", "발표자", "개발자", "제작자", "만든이", "보고자", "필자", "대표학생", "학생명",
    "author", "authors", "writtenby", "by",
))  # fmt: skip
_NAME_HEADS = frozenset(("이름", "성명", "참여자성명", "학생명", "name"))
_NAMES = _NAME_HEADS | {"학생", "학번", "팀장", "조장"}
# What students hand in has these. A 성명 alone may be anybody's.
_OF_STUDENTS = frozenset((
    "학번", "학과", "학부", "소속학과", "소속", "전공", "주전공명", "과목", "과목명", "교과목", "교과목명",
    "제출일", "제출일자", "제출날짜", "담당교수", "지도교수", "교수", "교수명", "분반", "팀명", "조", "조번호",
    "학년", "과제명", "학교명", "studentid",
))  # fmt: skip
_DATES = frozenset((
    "제출일", "제출일자", "제출일시", "제출날짜", "작성일", "작성일자", "작성날짜", "발표일", "발표일자",
    "보고일", "보고일자", "일자", "날짜", "date", "documentdate", "submissiondate", "submitted",
))  # fmt: skip
# Beside these stand others, and what is no name.
_NOBODY = frozenset((
    "지도교수", "담당교수", "책임교수", "교수", "지도교사", "책임지도교사", "공동지도교사", "심사위원", "멘토",
    "과제멘토", "담당자", "담당자명", "기업명", "협력기관명",
))  # fmt: skip
_OTHERS = frozenset((
    "연락처", "전화", "전화번호", "휴대전화", "휴대폰", "이메일", "email", "비고", "역할", "담당역할", "성별",
    "생년월일", "직위", "직급", "구분", "서명",
))  # fmt: skip
_LABELS = _AUTHORS | _NAMES | _OF_STUDENTS | _DATES | _NOBODY | _OTHERS
_LABELLED = re.compile(
    r"\s*(?P<label>[가-힣A-Za-z](?:[가-힣A-Za-z]|\s(?=\s*[가-힣A-Za-z])){0,16}?)\s*(?:[:：]\s*|\s+)(?P<value>\S.*)",
    re.DOTALL,
)
_COLON = re.compile(r"\s*(?P<label>[가-힣A-Za-z][가-힣A-Za-z\s]{0,20}?)\s*[:：]\s*(?P<value>\S.*)", re.DOTALL)
ADDRESS = re.compile(r"\S@\S")
LABEL_ALONE = re.compile(r"[가-힣]{2,}(?:\s?[가-힣])*\s?[:：]")  # whose names stand in another column
# Whoever is named behind such a label alone may stand beside it in another column.
_OTHERS_ALONE = re.compile(
    r"(?:Instructors?|Supervisors?|Advis[oe]rs?|Teaching Assistants?|Professors?)\s?[:：]?", re.IGNORECASE
)
WORDS = re.compile(
    r"[가-힣]{2}[서회실과부소팀처청표안집]|[가-힣]{2}"
)  # 제안서, 위원회, 서울: such a word alone names nobody
_PAPERS = re.compile(
    r"(?:제안|이력|명세|설명|신청|안내|지침|추천|서약|공고|기획|의견|조사)서"
)  # below names, these are none
BESIDE = 2  # lines below names in which their institution or addresses stand


@dataclass(frozen=True, slots=True)
class CoverLine:
    """A printed line of a cover, without its bullet and brackets. `part` is the same for lines of one paragraph."""

    text: str
    part: int
    marked: bool = False  # a note is called on it


def cover_names(lines: Sequence[CoverLine], named: Sequence[str] = ()) -> list[tuple[str, ...]]:
    """The authors that each line of a cover names, () for most. `named`: the names that the file gives its authors."""
    found: list[tuple[str, ...]] = []
    students = any(_label(line.text) in _OF_STUDENTS for line in lines)
    certain = False  # the line above names somebody by itself
    others = next((at for at, line in enumerate(lines) if _OTHERS_ALONE.fullmatch(line.text)), len(lines))
    for at, line in enumerate(lines):
        names = () if not line.text or _names_nobody(line.text) else _certain(line.text, students)
        goes_on = certain and not names and _is_one_more(line.text)
        if goes_on:
            names = author_names(line.text)
        certain = bool(names)
        beside = () if _names_nobody(line.text) or at > others else _beside(lines, at, named)
        found.append(names or beside)
    return found


def authors_of(found: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The authors that lines name, in order, each once. Names in Latin letters below as many Korean ones are the same
    persons again."""
    authors: list[str] = []
    for names in found:
        again = bool(authors) and len(names) <= len(authors) and all(map(_is_hangul, authors))
        if not (again and not any(map(_is_hangul, names))):
            authors += names
    return tuple(dict.fromkeys(authors))


def cover_date(text: str) -> str | None:
    """The day that a line gives beside a label: 제 출 일: 2024. 6. 19."""
    line = _COLON.fullmatch(text) or _LABELLED.fullmatch(text)
    return date_line(line["value"]) if line and _letters(line["label"]) in _DATES else None


def form_names(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The authors that the form of a cover names: beside a label, below the head of a column, or in a cell with its
    label. `rows`: the texts of its cells; a cell that spans rows stands in the first."""
    return tuple(dict.fromkeys(name for names in _form_names(rows) for name in names))


def form_date(rows: Sequence[Sequence[str]]) -> str | None:
    """The day that the form of a cover gives beside its label."""
    for row in rows:
        for at, cell in enumerate(row):
            label, value = _letters(cell), row[at + 1] if at + 1 < len(row) else ""
            if (label in _DATES and (day := date_line(value))) or (day := cover_date(cell)):
                return day
    return None


def _form_names(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    students = any(_letters(cell) in _OF_STUDENTS or _label(cell) in _OF_STUDENTS for row in rows for cell in row)
    column: int | None = None  # of names, from the right
    listed = False  # the row above lists names beside its label
    for row in rows:
        labels = [_letters(cell) for cell in row]
        if any(one in _NOBODY and other in _NAME_HEADS for one, other in pairwise(labels)):
            column, listed = None, False
            continue
        heads = [at for at, label in enumerate(labels) if label in _NAME_HEADS]
        known = sum(label in _LABELS for label in labels)
        if len(heads) == 1 and students and len(row) > 2 and known > len(row) / 2:
            column, listed = heads[0] - len(row), False
            continue
        if column is not None and len(row) >= -column and (names := _of_value("", row[column])):
            yield names
            continue
        names = tuple(name for at, cell in enumerate(row) for name in _of_cell(row, at, cell, students))
        if listed and not names and len(row) == 1:
            names = numbered_names(row[0])
        listed, column = bool(names), column if not names else None
        yield names


def _of_cell(row: Sequence[str], at: int, cell: str, students: bool) -> tuple[str, ...]:
    """The names that a row says beside this cell, if it is a label, or in it."""
    label = _letters(cell)
    if _announces(label, students):
        found: list[str] = []
        for value in row[at + 1 :]:
            names = _of_value(label, value)
            if not names:
                break
            found += names
        return tuple(found)
    return tuple(name for line in re.split(r"[\n\v]", cell) for name in _certain(line, students, bare=False))


def _of_value(label: str, value: str) -> tuple[str, ...]:
    """The names in what stands beside a label. Numbers of students announce names only where they stand beside them."""
    if _letters(value) in _LABELS:
        return ()
    return numbered_names(value) if label == "학번" else listed_names(value, foreign=label in _NAMES)


def _certain(text: str, students: bool, *, bare: bool = True) -> tuple[str, ...]:
    """The names of a line that shows by itself that it holds them; `bare`: without a label, too."""
    for form in (_COLON, _LABELLED):
        line = form.fullmatch(text)
        if (
            line
            and _announces(label := _letters(line["label"]), students)
            and (names := _of_value(label, line["value"]))
        ):
            return names
    return (numbered_names(text) or team_names(text)) if bare else ()


def _announces(label: str, students: bool) -> bool:
    return label in _AUTHORS or (students and label in _NAMES)


def _names_nobody(text: str) -> bool:
    return NO_AUTHOR.match(text) is not None


def _is_one_more(text: str) -> bool:
    """Whether a line is one more name below others."""
    names = author_names(text)
    return len(names) == 1 and len(names[0]) == 3 and _PAPERS.fullmatch(names[0]) is None


def _label(text: str) -> str:
    """The label with which a line begins, "" where none does."""
    line = _COLON.fullmatch(text) or _LABELLED.fullmatch(text)
    return _letters(line["label"]) if line else ""


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalpha())


def _is_hangul(name: str) -> bool:
    return "가" <= name[-1] <= "힣"


def _beside(lines: Sequence[CoverLine], at: int, named: Sequence[str]) -> tuple[str, ...]:
    """The names in a line that holds nothing else, where something shows that they are names."""
    names = author_names(lines[at].text)
    korean = all(map(_is_hangul, names))
    if not names or (korean and len(names) == 1 and WORDS.fullmatch(names[0]) and names[0] not in named):
        return ()
    if any(LABEL_ALONE.fullmatch(line.text) for line in lines):
        return ()
    above = lines[at - 1] if at else None
    marked = lines[at].marked or has_note_sign(lines[at].text)
    alone = not korean and len(names) == 1 and not marked
    if alone and above and (above.part == lines[at].part or author_names(above.text)):
        return ()  # the second line of a title in English, or a city: React Hooks, ETH Zurich
    below = [line.text for line in lines[at + 1 : at + 1 + BESIDE]]
    before = [line.text for line in lines[max(at - 1, 0) : at]]
    shown = (
        marked
        or all(name in named for name in names)
        or (korean and len(names) > 1)
        or any(ADDRESS.search(text) for text in below)
        or any(names_institution(text) for text in [*below[: 1 if korean else BESIDE], *before[: int(korean)]])
        or (korean and any(text.isascii() and len(author_names(text)) == 1 for text in below[:1]))
    )
    return names if shown else ()
