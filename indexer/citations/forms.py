"""Which sources are printed in a form that shows as a whole? References as the APA has them, Russian books, rulings.

In these no mark sets the title off, and points part their fields as they part sentences: read piece by piece they look
like prose. Each form is a row; it is tried where a source may begin: at the head of a note and after a semicolon.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from archive.model import Citation
from archive.text import language_of, parse_date
from indexer.citations import names


@dataclass(frozen=True, slots=True)
class WholeForm:
    """A form of a whole reference. The groups of the pattern are fields of a citation."""

    name: str
    pattern: re.Pattern[str]
    example: str
    source: str


_YEAR = r"(?P<date>(?:19|20)\d\d)"
_LATIN_AUTHORS = (
    r"(?:[A-ZÀ-Þ][\w’'-]+,\s(?:[A-Z]\.[\s-]?){1,3}"
    r"(?:,?\s?(?:&|and)\s|,\s|(?=\s?\()|(?:et al\.\s?)|,?\s?\.\.\.\s)){1,20}"
)
_NAME = r"[^().,;:「」『』“”\"\d]"
_AUTHOR = rf"(?P<author>{_LATIN_AUTHORS}|{_NAME}{{2,60}}(?:,\s?{_NAME}{{2,30}}){{0,6}})"
_TITLE = r"(?P<title>[^.?!;；「」『』“”«»\"]{3,300}[?!]?)"
_PAGES = r"(?:,\s?(?:pp?\.\s?)?(?P<pages>[A-Za-z]?\d{1,6}(?:\s?[-–—~∼]\s?\d{1,6})?)(?:쪽|면)?)?"
_VOLUME = r"(?P<number>(?:제\s?)?\d{1,4}\s?[권집호]?(?:\s?\(\d{1,4}(?:[-–]\d{1,4})?\)|,?\s?제?\s?\d{1,3}\s?호)?)"
_URL = r"(?:\.?\s?(?P<url>https?://[^\s;]*[^\s;.,)]))?"
_DOI = r"(?:\.?\s?(?:doi|DOI)\s?:\s?10\.\S+)?"
_COURT = (
    r"대법원|헌법재판소|헌재|특허법원"
    r"|[가-힣]{2,4}(?:중앙|동부|서부|남부|북부)?(?:고등|지방|가정|행정|회생)법원(?:\s[가-힣]{2,4}지원)?"
)
_SHORT = rf"{_AUTHOR}\s?\({_YEAR}[a-z]?"  # author and year, of a list of sources
_PAGE = r"(?P<pages>[A-Za-z]?\d{1,4}(?:\s?[-–—~∼]\s?\d{1,4})?)"
_POINTS = r"(?:\s?[을를])?\s?(?:참조|참고|재인용|인용)(?:할 것|하라|바람)?"
_SHORT_END = rf"(?:{_POINTS})?\.?(?=\s*$|\s*[;；])"
_INITIALS = r"(?:[А-ЯЁ][а-яё-]+,?\s(?:[А-ЯЁ]\.\s?){1,2}|(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё-]+)"

FORMS = (
    WholeForm("article", re.compile(
        rf"{_AUTHOR}\s?\({_YEAR}[a-z]?(?:,\s[^()]{{1,20}})?\)\.?,?\s{{0,2}}{_TITLE}[.]?\s+"
        rf"(?P<outlet>[^.,;:\d「」『』“”\"]{{2,90}}),\s?{_VOLUME}{_PAGES}{_URL}{_DOI}\.?(?=\s*$|\s*[;；]|\s)"),
        "박보기 (2022). 접경의 장. 가상경제, 35(2), 101-128.", "APA 7, 10.1; Korean journals in it"),
    WholeForm("book", re.compile(
        rf"{_AUTHOR}\s?\({_YEAR}[a-z]?\)\.\s?{_TITLE}\.\s+"
        rf"(?:(?P<place>[^.,;:\d]{{2,30}}):\s?)?(?P<outlet>[^.,;:\d「」『』“”\"]{{2,60}}){_URL}{_DOI}\.?(?=\s*$|\s*[;；])"),
        "최보기 (2020). 접경의 살림. 서울: 가상출판.", "APA 7, 10.2"),
    WholeForm("page", re.compile(
        rf"{_AUTHOR}\s?\({_YEAR}[a-z]?(?:,\s[^()]{{1,20}})?\)\.\s?{_TITLE}\.?\s+(?:(?P<outlet>[^.,;:\d]{{2,60}})\.\s)?"
        r"(?P<url>https?://[^\s;]*[^\s;.,)])\.?(?=\s*$|\s*[;；]|\s)"),
        "이보기 (2021). 접경의 길. https://example.org/a", "APA 7, 10.16"),
    WholeForm("Russian book", re.compile(
        rf"(?P<author>{_INITIALS}(?:,\s{_INITIALS}){{0,5}})\s?(?P<title>[А-ЯЁ][^/«»\n]{{2,250}}?)(?:\s/\s[^/]{{3,100}}?)?"
        rf"\.\s(?:[–—-]\s)?(?P<place>[А-ЯЁ][А-Яа-яё./ -]{{0,24}}?)\s?:\s?(?P<outlet>[^,;:]{{2,80}}),\s{_YEAR}"
        r"(?:\.\s(?:[–—-]\s)?\d{1,4}\s?с)?(?:\.\s(?:[–—-]\s)?[СC]\.\s(?P<pages>\d{1,4}(?:[-–]\d{1,4})?))?\.?(?=\s*$|\s*[;；]|\s)"),
        "Петров П. П. Мост. М.: Пример, 2020. 214 с.", "GOST 7.0.5, 7.1"),
    WholeForm("short form, pages within", re.compile(
        rf"{_SHORT}\s?[:,，]\s?(?:pp?\.\s?)?{_PAGE}(?:쪽|면)?\){_SHORT_END}"),
        "박보기(2022: 15)", "author and date: Chicago 15.23; Korean journals"),
    WholeForm("short form, p. behind", re.compile(rf"{_SHORT}\)[,.]?\s?pp?\.\s?{_PAGE}{_SHORT_END}"),
        "박보기(2022), p. 4.", "as above"),
    WholeForm("short form, 쪽 behind", re.compile(rf"{_SHORT}\)[,.]?\s?{_PAGE}\s?[쪽면]{_SHORT_END}"),
        "박보기(2022), 4쪽.", "as above"),
    WholeForm("short form, pointed to", re.compile(rf"{_SHORT}\){_POINTS}\.?(?=\s*$|\s*[;；])"),
        "박보기(2022) 참조.", "as above"),
    WholeForm("ruling", re.compile(
        rf"(?P<outlet>{_COURT})\s(?P<date>\d{{4}}\s?[.년]\s?\d{{1,2}}\s?[.월]\s?\d{{1,2}}\s?[.일])\s?(?:자\s)?(?:선고\s?)?"
        r"(?P<number>\d{2,4}[가-힣]{1,3}\d{1,7}(?:(?:,\s?|·|ㆍ)\d{1,7})*)"
        r"(?:\s(?:전원합의체|전원재판부))?(?:\s?(?:판결|결정|명령))?(?=[\s.,;)]|$)"),
        "대법원 2019. 5. 30. 선고 2018다12345 판결", "the courts' own way"),
)  # fmt: skip
_BEGIN = re.compile(r"^\s*|[;；]\s*|(?<=[.다])\s+(?=(?:대법원|헌법재판소|헌재)\s)|(?:참조|참고|따르면)[:,]?\s+")


def find_whole(text: str) -> Iterator[Citation]:
    """The sources of a text that stand in one of these forms, in order, none overlapping."""
    end = 0
    for begin in _BEGIN.finditer(text):
        start = begin.end()
        if start < end:
            continue
        signal = names.SIGNALS.match(text[start : start + 40])
        start += signal.end() if signal else 0
        found = next(filter(None, (_read(form, text, start) for form in FORMS)), None)
        if found is not None:
            yield found
            end = found.end


def _read(form: WholeForm, text: str, start: int) -> Citation | None:
    match = form.pattern.match(text, start)
    if match is None:
        return None
    fields = {name: value.strip(" ,") for name, value in match.groupdict().items() if value}
    if not _is_author(fields.get("author")):
        return None
    if "title" in fields and names.is_prose(fields["title"]):
        return None
    start += _lead(fields)
    printed = text[start : match.end()].rstrip(" .")
    date = parse_date(fields["date"]) or fields["date"]
    given: dict[str, Any] = {**fields, "date": date}
    citation = replace(Citation(start, start + len(printed)), **given)
    return replace(citation, language=language_of(citation.title)) if citation.title else citation


def _lead(fields: dict[str, str]) -> int:
    """How many letters lead to the author, which are taken off it: 논의는 박보기(2022)."""
    printed = fields.get("author", "")
    own = None if re.match(_LATIN_AUTHORS, printed) else names.author(printed)
    if not own or not printed.endswith(own):
        return 0
    fields["author"] = own
    return len(printed) - len(own)


def _is_author(author: str | None) -> bool:
    """One name or several; a sentence before a year in brackets is none."""
    if author is None or re.match(_LATIN_AUTHORS, author):
        return True
    return re.match(_INITIALS, author) is not None or names.author(author) is not None
