"""Which persons does a text name that holds names and nothing else? Korean and Latin names, and what goes with them.

With names go signs of notes (홍길동*), numbers of students, the department, what somebody is in a team. Where anything
else stands there, nobody is named: a word that is taken for a name is worse than a name that is missed.
"""

import re

_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함"
    "변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
COMMONEST = "김이박최정"  # surnames of more than half of all Koreans. Source: 인구주택총조사 2015
NAME = (
    rf"(?:[{_SURNAMES}](?:\s?[가-힣]{{2}}|\s[가-힣]\s[가-힣])|(?:남궁|황보|제갈|선우|독고|사공)\s?[가-힣]{{1,2}}"
    rf"|[{_SURNAMES}][가-힣])(?![가-힣])"
)
LATIN_NAME = (
    r"(?!Research|Senior|Visiting|Assistant|Associate|Adjunct|Professor|Director|Fellow|Analyst|Chief|Policy|Issue)"
    r"[A-Z][\w'’.-]+(?:\s(?:[A-Z]\.|[A-Z][\w'’-]+|de|van|von|bin|al)){1,3}"
)
NAMES = (
    rf"(?:{NAME}(?:\s?[(（][一-鿿A-Za-z .-]{{1,24}}[)）])?(?:\s?[·,ㆍ/]\s?{NAME})*"
    rf"|{LATIN_NAME}(?:(?:,|\sand|,\sand)\s{LATIN_NAME})*)"
)
BODY = (
    r"[가-힣A-Za-z·]*(?:대학교?|대학원|연구원|연구소|연구센터|재단|협회|학과|학부|학회|"
    r"University|Institute|College|Center|Centre|Foundation)"
)
INSTITUTION = re.compile(rf"\b(?:{BODY}|School|Department|Faculty|Laboratory|Corporation|Ministry)\b")
# Signs at a name that call a note on its bearer. Source: KCI journals (*, **, †), IEEE and ACM papers (∗, ‡, §, ¶, #),
# 한국정보과학회 (a raised O at who speaks).
_SIGN = r"[*＊∗†‡§¶#+⁺$^⁰¹²³⁴-⁹]"
_NOTE_SIGNS = re.compile(
    rf"(?<=\w)\s?{_SIGN}+(?:,?\s?{_SIGN}+)*(?:\s(?=,))?|(?<=[가-힣])[O0○◯°](?=[\s,]|$)|(?<=[가-힣a-z])\s?[1-9](?=[\s,*†]|$)"
)
_LEADING_SIGNS = re.compile(rf"(?:^|(?<=[,\s])){_SIGN}+(?=[가-힣A-Z])")
_NUMBER = r"(?:\d{4}-\d{5}|[A-Za-z]?\d{4,10})"  # of a student
# What stands beside a name and is none: where and in which year somebody studies, what he is in a team.
_BESIDE = re.compile(
    r"[가-힣A-Za-z·]{2,14}(?:학과|학부|전공|대학교?|대학원|학교|계열)|\d\s?학년|(?:[팀조][장원]|대표|학부생|석사과정|박사과정)"
)
_BRACKETED = re.compile(
    rf"[(（]\s*(?:[팀조][장원]|대표|인|서명|(?:학번\s*[:：]?\s*)?{_NUMBER}|[A-Za-z .-]+|[一-鿿]+)?\s*[)）]"
)
_COUNTED = re.compile(r"\d{1,2}\s?명\s*[(（]([^()（）]*)[)）]")  # 3명(홍길동, 김보기, 이예시)
_TEAM = re.compile(r"(?:제?\s?\d{1,2}\s?[조팀]|[Tt]eam\s?\d{1,2})\s*[:：(（-]?\s*(?P<names>[^()（）]+?)\s*[)）]?")
_ENOUGH = 3  # names that part with spaces alone
# How words of three letters end that are no names: 전문성, 이용자, 서울대, 강원도.
_WORD_ENDS = "시도군구읍면동론본판록편법률어장집약초국성인사자대물품제학형적용화계권점금서회실과부소팀처청표안"


def author_names(text: str) -> tuple[str, ...]:
    """The names that a line holds, where it holds nothing else but signs of notes: 홍길동*, 김보기**."""
    bare = re.sub(r"\s+,", ",", _LEADING_SIGNS.sub("", _NOTE_SIGNS.sub("", text)).strip(" ,·"))
    if re.fullmatch(NAMES, bare) and not INSTITUTION.search(bare):
        return parted_names(bare)
    words = bare.split()
    signed = bare != text.strip(" ,·") and len(words) > 1
    return tuple(words) if signed and all(map(_is_short_name, words)) else spaced_names(bare)


def spaced_names(text: str) -> tuple[str, ...]:
    """The names of a line that parts them by spaces alone: three or more of three letters, mostly with the commonest
    surnames; other words in a row look like that hardly ever."""
    words = text.split()
    alike = all(len(word) == 3 and _is_short_name(word) for word in words)
    usual = sum(word[0] in COMMONEST for word in words)
    return tuple(words) if alike and len(words) >= _ENOUGH and 2 * usual >= len(words) else ()


def listed_names(text: str, *, foreign: bool = False) -> tuple[str, ...]:
    """The names in what stands beside a label that announces names. `foreign`: a single word of Hangul may be one
    whatever its first letter."""
    counted = _COUNTED.fullmatch(text.strip())
    bare = _LEADING_SIGNS.sub("", _NOTE_SIGNS.sub("", _BRACKETED.sub(" ", counted[1] if counted else text)))
    found: list[str] = []
    for piece in re.split(r"[,·ㆍ/;、\n\v]", _BESIDE.sub(" ", re.sub(rf"(?<!\w){_NUMBER}(?!\w)", ",", bare))):
        rest = " ".join(piece.split()).strip(" .-")
        names = _names_in(rest, foreign) if rest else ()
        if rest and not names:
            return ()
        found += names
    return tuple(dict.fromkeys(found))


def numbered_names(text: str) -> tuple[str, ...]:
    """The names of a line in which each stands beside the number of a student: 20240315 홍길동, 20240316 김보기."""
    text = text.lstrip("-–• ")
    numbers = re.findall(rf"(?<![\w.-]){_NUMBER}(?![\w.-])", text)
    years = sum(re.fullmatch(r"(?:19|20)\d\d", number) is not None for number in numbers)
    sure = any(len(number) > 4 for number in numbers) or (len(numbers) > 1 and not years)
    names = listed_names(text) if sure else ()
    return names if len(names) == len(numbers) and all(len(name) > 2 for name in names) else ()


def lone_name(text: str) -> tuple[str, ...]:
    """The name that stands alone where authors stand and is hardly any other word: three letters, as few words end."""
    word = text.replace(" ", "") if re.fullmatch(r"[가-힣](?:\s?[가-힣]){2}", text.strip()) else text
    sure = len(word) == 3 and _is_short_name(word) and word[-1] not in _WORD_ENDS and not INSTITUTION.search(word)
    return (word,) if sure else ()


def team_names(text: str) -> tuple[str, ...]:
    """The names of a line that begins with the number of a team: 7조 홍길동 김보기, 1팀(홍길동, 김보기)."""
    team = _TEAM.fullmatch(text.strip())
    names = listed_names(team["names"]) if team else ()
    return names if len(names) > 1 and all(len(name) > 2 for name in names) else ()


def has_note_sign(text: str) -> bool:
    """Whether a sign that calls a note stands in it."""
    return _NOTE_SIGNS.search(text) is not None


def parted_names(printed: str) -> tuple[str, ...]:
    """Names that signs or "and" part, each as it is written."""
    names = re.split(
        r"\s?[·,ㆍ/]\s?(?:and\s)?|\sand\s", re.sub(r"(?<=[가-힣])\s?[(（][一-鿿A-Za-z .-]{1,24}[)）]", "", printed)
    )
    return tuple(_closed(name.strip()) for name in names if name.strip())


def _names_in(text: str, foreign: bool) -> tuple[str, ...]:
    if re.fullmatch(NAME, text) or re.fullmatch(LATIN_NAME, text):
        return (_closed(text),)
    words = text.split()
    if len(words) > 1 and all(map(_is_short_name, words)):
        return tuple(words)
    return (text,) if foreign and re.fullmatch(r"[가-힣]{2,6}", text) else ()


def _is_short_name(word: str) -> bool:
    return len(word) <= 4 and re.fullmatch(NAME, word) is not None


def _closed(name: str) -> str:
    """ "이 상 준" and "이 상준" are 이상준 set wide."""
    return name.replace(" ", "") if re.fullmatch(r"[가-힣](?:\s[가-힣]){1,3}|[가-힣]\s[가-힣]{2}", name) else name
