"""Is this line, set as large as a title, only the kind of a paper or the occasion it was written for?

Covers print them above the title: 최종 보고서, 2024년 캡스톤 디자인. They are a title only where no other stands by.
"""

import re

_KIND = re.compile(
    r"(?:최종|결과|중간|기말|과제|실습|실험|개인|팀|텀|프로젝트|final|term|project)*"
    r"(?:보고서|레포트|리포트|report|project|프로젝트|과제|제안서|계획서|발표자료|제출용?)"
)
# What is held, taught or announced, and the year or the half of it. Source: covers of reports of Korean students.
_HELD = (
    r"(?:대회|공모전|공모|학술제|축전|축제|페스티벌|해커톤|캡스톤\s?디자인|종합\s?설계|프로젝트|텀\s?프로젝트|수업|강의|교과목|학기|과정"
    r"|Festival|Contest|Competition|Hackathon|Capstone\s?Design|Term\s?Projects?)"
)
_YEAR = r"(?:19|20)\d\d\s?(?:학?년도?|-\s?\d)?"
_OCCASION = re.compile(
    rf"{_YEAR}(?:\s.{{0,40}})?{_HELD}(?:\s?(?:I{{1,3}}|[1-3]|\d차))?|(?:캡스톤\s?디자인|종합\s?설계|Capstone\s?Design|Term\s?Project)"
    r"(?:\s?\(?(?:I{1,3}|[1-3])\)?)?|[^\s의를을]{2,12}(?:\s[^\s의를을]{1,12})?\s(?:텀\s?프로젝트|term\s?project|캡스톤\s?디자인)"
    r"(?:\s?\(?(?:I{1,3}|[1-3])\)?)?",
    re.IGNORECASE,
)


def is_kind_or_occasion(text: str) -> bool:
    """Whether a line says no more than what kind of paper it is, or on which occasion it was written."""
    bare = text.strip(" <>〈〉《》[]【】-–—")
    return _KIND.fullmatch("".join(bare.casefold().split())) is not None or _OCCASION.fullmatch(bare) is not None
