"""How is this Chinese name written in Hangul? Characters to pinyin (pypinyin), pinyin to Hangul (외래어 표기법).

Source: 외래어 표기법 제2장 표 5 (중국어의 주음 부호와 한글 대조표) and 제3장 제7절: 习近平 시진핑, 王毅 왕이, 珲春
훈춘. The dictionary of pypinyin loads at the first question (0.1 s). It knows words (长春, 重庆); surnames are added
here.
"""

from functools import lru_cache

from archive.phonetics.syllables import syllable

_INITIALS = {
    "b": "ㅂ", "p": "ㅍ", "m": "ㅁ", "f": "ㅍ", "d": "ㄷ", "t": "ㅌ", "n": "ㄴ", "l": "ㄹ", "g": "ㄱ", "k": "ㅋ",
    "h": "ㅎ",
    "j": "ㅈ", "q": "ㅊ", "x": "ㅅ", "zh": "ㅈ", "ch": "ㅊ", "sh": "ㅅ", "r": "ㄹ", "z": "ㅉ", "c": "ㅊ", "s": "ㅆ",
}  # fmt: skip
# final -> (vowel and coda of its syllable, syllables after it)
_FINALS = {
    "a": "ㅏ", "o": "ㅗ", "e": "ㅓ", "i": "ㅣ", "u": "ㅜ", "v": "ㅟ", "ai": "ㅏ 이", "ei": "ㅔ 이", "ao": "ㅏ 오",
    "ou": "ㅓ 우", "an": "ㅏㄴ", "en": "ㅓㄴ", "ang": "ㅏㅇ", "eng": "ㅓㅇ", "er": "ㅓㄹ", "ia": "ㅑ", "ie": "ㅖ",
    "iao": "ㅑ 오", "iu": "ㅠ", "ian": "ㅖㄴ", "in": "ㅣㄴ", "iang": "ㅑㅇ", "ing": "ㅣㅇ", "iong": "ㅠㅇ", "ua": "ㅘ",
    "uo": "ㅝ", "uai": "ㅘ 이", "ui": "ㅜ 이", "uan": "ㅘㄴ", "un": "ㅜㄴ", "uang": "ㅘㅇ", "ong": "ㅜㅇ", "ve": "ㅞ",
    "van": "ㅟ 안", "vn": "ㅟㄴ", "ue": "ㅞ",
}  # fmt: skip
_WHOLE = {
    "yi": "이", "ya": "야", "yo": "요", "ye": "예", "yao": "야오", "you": "유", "yan": "옌", "yin": "인", "yang": "양",
    "ying": "잉", "yong": "융", "yu": "위", "yue": "웨", "yuan": "위안", "yun": "윈", "yai": "야이", "wu": "우",
    "wa": "와", "wo": "워", "wai": "와이", "wei": "웨이", "wan": "완", "wen": "원", "wang": "왕", "weng": "웡",
    "lo": "로", "n": "언",
}  # fmt: skip
_BUZZING = {"zh", "ch", "sh", "r", "z", "c", "s"}  # after them i is 으: zhi 즈, si 쓰
# Characters that sound otherwise as surnames. Source: 现代汉语词典, entries marked 姓.
_SURNAMES = {
    "单": "shan", "單": "shan", "仇": "qiu", "解": "xie", "曾": "zeng", "区": "ou", "區": "ou", "查": "zha",
    "朴": "piao", "盖": "ge", "翟": "zhai", "尉": "yu", "覃": "qin", "任": "ren", "缪": "miao", "乐": "yue",
    "樂": "yue", "薄": "bo", "冼": "xian", "繁": "po", "华": "hua", "召": "shao", "沈": "shen", "宁": "ning",
    "晟": "cheng", "员": "yun", "繆": "miao",
}  # fmt: skip
_BARE = (
    "a ai an ang ao e en er ou yi ya ye yao you yan yin yang ying yong"
    " yu yue yuan yun wu wa wo wai wei wan wen wang weng"
)
_TABLE = (
    "b a o ai ei ao an en ang eng i ie iao ian in ing u", "p a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u", "f a o ei ou an en ang eng u",
    "d a e ai ei ao ou an en ang eng i ie iao iu ian ing u uo ui uan un ong",
    "t a e ai ao ou an ang eng i ie iao ian ing u uo ui uan un ong",
    "n a e ai ei ao ou an en ang eng i ie iao iu ian in iang ing u uo uan ong v ve",
    "l a e ai ei ao ou an ang eng i ia ie iao iu ian in iang ing u uo uan un ong v ve",
    "g a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang ong",
    "k a e ai ao ou an en ang eng u ua uo uai ui uan un uang ong",
    "h a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang ong",
    "j i ia ie iao iu ian in iang ing iong u ue uan un", "q i ia ie iao iu ian in iang ing iong u ue uan un",
    "x i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang ong",
    "ch a e i ai ao ou an en ang eng u ua uo uai ui uan un uang ong",
    "sh a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "r e i ao ou an en ang eng u uo ui uan un ong",
    "z a e i ai ei ao ou an en ang eng u uo ui uan un ong", "c a e i ai ao ou an en ang eng u uo ui uan un ong",
    "s a e i ai ao ou an en ang eng u uo ui uan un ong",
)  # fmt: skip
LONGEST = 8  # characters of a name; longer runs are clauses, whose sound nobody writes in Hangul


def syllable_hangul(pinyin: str) -> str:
    """One syllable of toneless pinyin, ü as v: zhong -> 중. "" for what is none."""
    if pinyin in _WHOLE:
        return _WHOLE[pinyin]
    initial = pinyin[:2] if pinyin[:2] in _INITIALS else pinyin[:1]
    final = pinyin[len(initial) :] if initial in _INITIALS else pinyin
    initial = initial if initial in _INITIALS else ""
    if initial in _BUZZING and final == "i":
        return syllable(_INITIALS[initial], "ㅡ")
    if initial in ("j", "q", "x") and final in ("u", "ue", "uan", "un"):
        final = "v" + final[1:]
    if final not in _FINALS or (not initial and final[0] in "iuv"):
        return ""
    head, *rest = _FINALS[final].split(" ")
    return syllable(_INITIALS.get(initial, "ㅇ"), head[0], head[1:] or " ") + "".join(rest)


@lru_cache(1)
def syllables() -> frozenset[str]:
    """Every syllable of toneless pinyin, ü as v."""
    return frozenset(_BARE.split()) | {row.split()[0] + final for row in _TABLE for final in row.split()[1:]}


def hangul(word: str) -> tuple[str, ...]:
    """Readings of Chinese characters in Hangul, by Mandarin sound; the likeliest first."""
    if not word or len(word) > LONGEST:
        return ()
    from pypinyin import Style, lazy_pinyin

    pinyin = lazy_pinyin(word, style=Style.NORMAL, errors="ignore", v_to_u=False)
    if len(pinyin) != len(word):
        return ()
    readings = [pinyin]
    if 1 < len(word) <= 4 and word[0] in _SURNAMES:
        readings.insert(0, [_SURNAMES[word[0]], *pinyin[1:]])
    return tuple(dict.fromkeys("".join(map(syllable_hangul, reading)) for reading in readings))
