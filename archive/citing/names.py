"""Which part of an author's name is the family name? Only where two facts agree, or the catalogue says it by a comma.

`Hong Yesi` may be read either way. Beside 홍예시 one of the two words is a usual spelling of 홍, and the other is not:
that one is the family name. Else the name stays whole, as it is catalogued. Nothing is romanized here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from archive.text import is_hangul


@dataclass(frozen=True, slots=True)
class AuthorName:
    """An author as printed; `latin` is the form that the catalogue gives, `family` and `given` its parts if known."""

    printed: str
    latin: str | None = None
    family: str | None = None
    given: str | None = None


def author_names(printed: Sequence[str], latin: Sequence[str] = ()) -> tuple[AuthorName, ...]:
    """Authors with their Latin forms, which belong to them only if there are as many; or those alone."""
    if len(latin) != len(printed) and printed:
        latin = ()
    return tuple(_author_name(*pair) for pair in zip_longest(printed or latin, latin))


def _author_name(printed: str, latin: str | None) -> AuthorName:
    romanized = latin or printed
    family, comma, given = (part.strip() for part in romanized.partition(","))
    if comma and family and given and "," not in given:
        return AuthorName(printed, latin, family, given)
    return AuthorName(printed, latin, *_divided(printed, romanized.split()))


def _divided(printed: str, words: Sequence[str]) -> tuple[str | None, str | None]:
    """Family and given name of a Latin form, by the Korean surname that the Hangul begins with."""
    if len(words) < 2 or not 2 <= len(printed) <= 4 or not all(map(is_hangul, printed)):
        return None, None
    usual = {form for surname in (printed[:2], printed[:1]) for form in _SURNAMES.get(surname, ())}
    first, last = words[0].casefold() in usual, words[-1].casefold() in usual
    if first == last:
        return None, None
    return (words[0], " ".join(words[1:])) if first else (words[-1], " ".join(words[:-1]))


# The frequent surnames and those of two syllables, with the spelling of 국어의 로마자 표기법 (2000) and those that
# people use of old. A spelling that is not here costs nothing but the initials.
_SURNAMES = {
    row.split()[0]: tuple(row.split()[1:])
    for row in (
        "김 kim gim", "이 lee yi i rhee", "박 park bak pak", "최 choi choe", "정 jung jeong chung cheong chong",
        "강 kang gang", "조 cho jo", "윤 yoon yun", "장 jang chang", "임 lim im rim yim", "한 han", "오 oh o",
        "서 seo suh so", "신 shin sin", "권 kwon gwon", "황 hwang", "안 ahn an", "송 song", "전 jeon jun chun chon",
        "홍 hong", "유 yoo yu you ryu", "고 ko go koh", "문 moon mun", "양 yang ryang", "손 son sohn", "배 bae pae",
        "백 baek paik paek", "허 heo hur huh", "남 nam", "심 shim sim", "노 noh roh no ro", "하 ha", "곽 kwak gwak",
        "성 sung seong", "차 cha", "주 joo ju chu", "우 woo wu u", "구 koo gu ku", "민 min", "류 ryu yoo yu",
        "나 na ra rha", "진 jin chin", "지 ji chi", "엄 um eom", "채 chae", "원 won", "천 chun cheon chon",
        "방 bang pang", "공 kong gong", "현 hyun hyeon", "함 ham", "변 byun byeon pyon", "염 yum yeom", "여 yeo yo",
        "추 choo chu", "도 do doh", "소 so", "석 seok suk sok", "선 sun seon", "설 seol sul", "마 ma", "길 gil kil",
        "연 yeon yun", "위 wi wee", "표 pyo", "명 myung myeong", "기 ki gi", "반 ban pan", "라 ra na", "왕 wang",
        "금 keum geum kum", "옥 ok", "육 yook yuk", "인 in", "맹 maeng", "제 je jae che", "모 mo", "탁 tak",
        "국 kook guk kuk", "어 eo uh", "은 eun", "편 pyun pyeon", "용 yong", "예 ye", "봉 bong", "사 sa",
        "부 boo bu", "태 tae", "리 ri lee", "림 rim lim", "남궁 namgoong namgung namkoong namkung", "황보 hwangbo",
        "제갈 jegal", "선우 sunwoo seonu sunu", "독고 dokgo dokko", "사공 sagong", "서문 seomoon seomun",
    )
}  # fmt: skip
