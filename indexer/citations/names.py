"""Is this text an author, an outlet, a place, or words around a source? What the texts between fields can be.

Judged by form alone: scripts, capitals, particles, length; what fits no form is nothing, and its field stays empty.
"""

import re

from archive.text import bare

LONGEST_OUTLET = 90  # code points; the longest in the table has 88
LONGEST_AUTHOR = 200  # code points: some ten names

# Words that lead to a source and are no part of it.
SIGNALS = re.compile(
    r"^(?:(?:[Ss]ee(?: also)?|자세한 내용은|이에 대해서는|and|및|그리고|또한)\b|[Cc]f\.|[Сс]м\.(?: также)?:?|"
    r"[Пп]одробнее см\.:?|Sources?:|Источники?:|자료\s?:|출처\s?:|원문\s?:|[*※]|详见|参见|参阅|见)[:：]?\s*"
)
# Korean phrases before an author or title: …에 대해서는 이상준, 「제목」
LEADS = re.compile(
    r"^.{0,200}(?:대해서는|대해선|대하여는|관해서는|관하여는|내용은|논의는|분석은|관련해서는|관련하여|따르면|"
    r"예로는?|예컨대|대표적으로|연구로는?)[,:]?\s+"
)
# The same in the middle of a line: Об этом см.: Название, РБК
POINTERS = re.compile(
    r"^[^“”«»「」『』]{0,150}?(?:\b[Сс]м\.(?:\s?также)?:?|[Пп]одробнее:|\b[Ss]ee(?: also)?,?:?)\s+"
    r"(?=[A-ZА-ЯЁ“«\"])"
)
# Words after an outlet that are no part of its name.
_AFTER_OUTLET = re.compile(
    r"\s*(?:을|를)?\s*(?:참조|참고|에서 재인용|재인용|에서 인용|인용|보도|기사)(?:할 것|하라|바람)?\.?$"
)
_PREDICATE = re.compile(r"[가-힣][다음임함됨까요죠]$")
_DATED = re.compile(
    r"\d\s?[년월일](?:도|간)?\s?(?:\d{1,2}\s?[월일]\s?)?(?:말|초|중)?\s?"
    r"(?:[은는이을를에의과와](?:\s|$)|부터|까지|에서|현재|기준|이후|이전|대비|당시|동안|제외)"
)
_SAYS = re.compile(r"\s(?:is|are|was|were|has|have|had|been|did|does|can|may|will|would|should|means?|refers?)\s")
_PARTICLE = re.compile(r"[가-힣](?:은|는|을|를|에|의|와|과|며|고|지만|는데|면서|에서|에게|으로|까지|부터|이라고|라고)$")
_ASIDE = re.compile(
    r"(?:para|paras|ch|fig|table)\b\.?.*|제\s?\d+\s?[항조장절]|(?:각주|주|미주)\s?\d+|재인용|참조|참고|"
    r"앞의 .{1,4}|위의 .{1,4}|(?:석사|박사)?학위\s?논문|미간행.{0,20}|(?:ph\.?d\.?|ma|master’s) (?:diss|thesis).*|"
    r"(?:[가-힣]{2,4}\s?(?:외\s?)?)(?:편|역|편저|엮음|옮김|지음)$|(?:trans|ed|eds|пер|под ред)\b\.?.*|"
    r"(?:\d+(?:st|nd|rd|th)) ed\.?|URL|인터넷 자료|온라인|전자자료",
    re.IGNORECASE,
)

PLACES = frozenset(bare(place) for place in (
    "Москва", "М.", "Санкт-Петербург", "СПб.", "Владивосток", "Хабаровск", "Сеул", "Пхеньян", "Пекин", "Токио",
    "Нью-Йорк", "Женева", "Вашингтон", "Лондон", "Вена", "Moscow", "St. Petersburg", "Vladivostok", "Seoul",
    "Pyongyang", "Beijing", "Shanghai", "Tokyo", "Washington", "Washington, D.C.", "Washington D.C.", "Washington DC",
    "New York", "London", "Cambridge", "Oxford", "Berlin", "Paris", "Geneva", "Singapore", "Brussels", "Vienna",
    "Princeton", "Stanford", "Leiden", "Boston", "Chicago", "서울", "평양", "모스크바", "블라디보스토크",
    "상트페테르부르크", "베이징", "도쿄", "워싱턴", "뉴욕", "런던", "세종", "부산", "파주", "고양", "성남", "수원",
    "대전", "춘천", "광주", "대구", "인천", "과천", "진천", "나주", "제주", "北京", "上海", "東京", "North Korea",
    "South Korea", "Russia", "China", "Япония", "Россия", "КНДР", "Китай",
))  # fmt: skip

# Words in small letters that begin the name of an outlet: сайт МИД России.
_GENRES = frozenset(("сайт", "официальный", "газета", "журнал", "агентство", "портал", "телеканал", "the", "website"))

_CAPITAL_WORD = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁ][\w’'.-]*|de|van|von|der|den|bin|al|la|le|di|ibn)$")
_SMALL_WORDS = frozenset(("of", "for", "the", "and", "on", "in", "de", "и", "по", "при", "для"))
_INITIALS = re.compile(
    r"(?:[А-ЯЁ]\.\s?){1,2}\s?[А-ЯЁ][а-яё-]+$|[А-ЯЁ][а-яё-]+,?\s(?:[А-ЯЁ]\.\s?){1,2}$|[А-ЯЁ][а-яё-]+,?\s[А-ЯЁ]\.\s?[А-ЯЁ]$"
)
# Capitalised words of headlines and bodies; a text with one of them is no person.
_NO_PERSON = re.compile(
    r"\b(?:the|a|an|north|south|east|west|new|united|us|u\.s\.|un|korean?|russian?|china|chinese|japan|ukraine|white|"
    r"security|council|president|how|why|what|when|is|are|in|on|of|for|statement|joint|report|meeting)(?!\w)",
    re.IGNORECASE,
)
ABBREVIATED = re.compile(r"(?:\b[A-ZА-ЯЁ]|\b(?:et al|и др|eds?|[JS]r))\.$")  # the last point is the name's own
_HANGUL_NAME = re.compile(r"[가-힣]{2,4}$")
_OTHERS = re.compile(r"\s?(?:외(?:\s?\d+\s?[명인])?|et al\.?|и др\.?|等|공저|편|편저|엮음|\(?eds?\.\)?)$")
_COORDINATION = re.compile(r"\s*(?:[,，、;·/&]|\band\b|\s및\s|\sи\s|,\s?and\b)\s*")


def is_short_hangul(text: str) -> bool:
    """Two to four syllables: a name, and too little for a title that no marks set off."""
    return bool(_HANGUL_NAME.match(text))


def is_prose(text: str) -> bool:
    """Does this text end as a Korean sentence ends?"""
    return bool(_PREDICATE.search(text.rstrip(" .")))


def is_explanation(text: str) -> bool:
    """Does this text say something of a time, where a source would have it at its end? 2023년 말 기준 12개국."""
    return bool(_DATED.search(text) or _SAYS.search(text))


def is_person(text: str) -> bool:
    """A personal name by its form: Olena Park, Иванов И. И., 이상준. Never a single capitalised word."""
    words = text.removeprefix("and ").split()
    if _INITIALS.match(text) or _HANGUL_NAME.match(text):
        return True
    return (
        2 <= len(words) <= 4
        and all(_CAPITAL_WORD.match(word) for word in words)
        and not any(c.isdigit() or "А" <= c <= "я" for c in text)
        and not _NO_PERSON.search(text)
    )


def _is_name(text: str) -> bool:
    """A person or a body by its form, where its place (before a quoted title) already says that it is an author."""
    bare = _OTHERS.sub("", text).strip()
    words = bare.split()
    if not words or len(words) > 12 or (is_prose(bare) and len(words) > 1):
        return False
    if "가" <= bare[0] <= "힣" or "一" <= bare[0] <= "鿿":
        return len(words) <= 6 and (len(words) == 1 or not _PARTICLE.search(bare))
    return bool(_CAPITAL_WORD.match(words[0])) and all(
        _CAPITAL_WORD.match(word) or word in _SMALL_WORDS or not word[0].isalpha() for word in words
    )


def author(text: str) -> str | None:
    """The author in the text before a title, without the words that lead to it; None where it has no name's form."""
    led = LEADS.sub("", text.strip()).strip(" ,，:：")
    led = led if ABBREVIATED.search(led) else led.strip(" .")
    if not led or len(led) > LONGEST_AUTHOR:
        return None
    parts = [part for part in _COORDINATION.split(led) if part]
    return led if parts and all(_is_name(part) for part in parts) else None


def is_aside(text: str) -> bool:
    """Words that print puts beside a source and that are none of its fields: 각주 1에서 재인용, para. 8, 김철수 편."""
    return bool(_ASIDE.match(text))


def outlet(text: str, known: bool) -> str | None:
    """The outlet in a text after a title, as printed; None where the text is prose, an aside or no name."""
    if known:
        return text
    name = _AFTER_OUTLET.sub("", text).strip()
    if not name or len(name) > LONGEST_OUTLET or is_aside(name) or bare(name) in PLACES:
        return None
    if name[0] == "(" or any(mark in name for mark in '“”‘"'):
        return None
    words = name.split()
    if len(words) > 1 and (is_prose(name) or _PARTICLE.search(name)):
        return None
    first = name.lstrip("«“\"'’‘(")[:1]
    lower = first.islower() and "." not in words[0] and words[0] not in _GENRES
    return name if first and not lower else None


def place(text: str, before: str = "") -> str | None:
    """The place in a text, as printed; None where the table of places does not know it.

    `before` is the character before it: where a bracket opens, before a publisher, any name is one (Ithaca: Cornell).
    """
    return text if before == "(" or bare(text) in PLACES else None
