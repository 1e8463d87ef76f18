"""How is Chinese in Russian letters said in Hangul? By the system of Palladius: Си Цзиньпин 시진핑, Ван И 왕이.

Source: система Палладия, as 国语 names stand in Russian papers and maps (Инструкция по передаче китайских
географических названий, 1973). A soft -нь is pinyin's -n, a hard -н its -ng.
"""

from functools import lru_cache

from archive.phonetics import chinese


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in text.split())


_FINALS = _pairs(
    "а:a э:e ай:ai эй:ei ао:ao оу:ou ань:an энь:en ан:ang эн:eng и:i я:ia е:ie яо:iao ю:iu янь:ian инь:in ян:iang"
    " ин:ing юн:iong у:u уа:ua о:uo уай:uai уй:ui уэй:ui ой:ui уань:uan унь:un уан:uang ун:ong юй:v юэ:ve юань:van"
    " юнь:vn ы:i"
)
_INITIALS = _pairs("б:b п:p м:m ф:f д:d т:t н:n л:l г:g к:k х:h цз:z ц:c с:s чж:zh ч:ch ш:sh ж:r")
_SOFT = {"z": "j", "c": "q", "s": "x"}  # before и, е, я and ю
_ALONE = _pairs(
    "а:a ай:ai ань:an ан:ang ао:ao э:e энь:en эр:er оу:ou и:yi я:ya е:ye яо:yao ю:you янь:yan инь:yin ян:yang ин:ying"
    " юн:yong у:wu ва:wa во:wo вай:wai вэй:wei вань:wan вэнь:wen ван:wang вэн:weng юй:yu юэ:yue юань:yuan юнь:yun"
)
LONGEST = 6  # letters of a syllable: чжуань


@lru_cache(1)
def _syllables() -> dict[str, str]:
    """Russian letters of each syllable -> its Hangul."""
    known = chinese.syllables()
    made = dict(_ALONE)
    for letters, initial in _INITIALS.items():
        for rest, final in _FINALS.items():
            if rest == "ы" and initial not in ("z", "c", "s"):
                continue
            soft = rest[0] in "иеяю"
            pinyin = (_SOFT.get(initial, initial) if soft else initial) + final
            if initial in _SOFT and soft and final[0] == "v":
                pinyin = _SOFT[initial] + "u" + final[1:]
            if initial in "bpmf" and final == "uo":
                pinyin = initial + "o"
            if pinyin in known and not (rest == "и" and initial in _SOFT and pinyin[0] in _SOFT):
                made[letters + rest] = pinyin
    return {letters: chinese.syllable_hangul(pinyin) for letters, pinyin in made.items()}


def hangul(parts: tuple[str, ...]) -> str:
    """Hangul of a name in Russian letters, fewest syllables; "" if it can't be cut into syllables of Chinese."""
    read = [_read(part.casefold()) for part in parts]
    return "".join(read) if all(read) else ""


def _read(letters: str) -> str:
    best: list[tuple[int, str] | None] = [(0, "")] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        if letters[end - 1] == "ъ":
            best[end] = best[end - 1]
        for start in range(max(0, end - LONGEST), end):
            before, now, text = best[start], best[end], _syllables().get(letters[start:end])
            if before and text and (now is None or before[0] + 1 < now[0]):
                best[end] = before[0] + 1, before[1] + text
    return best[-1][1] if best[-1] else ""
