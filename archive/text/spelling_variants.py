"""How else is this Korean word spelt, in the South or in the North? Candidates only: the archive's lexicon decides.

Sources: 한글 맞춤법 제10-12항 and 제30항 (South: 두음 법칙, 사이시옷), 조선말규범집 맞춤법 제25항 (North: initial ㄹ
and ㄴ are kept) and 제15항 (no 사이시옷). The rules hold for Sino-Korean words only; a word that no one writes is
simply not in the lexicon.
"""

from itertools import product
from operator import ne

MOST = 24  # candidates; a word of six syllables that could all differ has more, and none of them is written
_FIRST, _COUNT = 0xAC00, 588
_NIEUN, _RIEUL, _IEUNG = 2, 5, 11
_SIOT = 19
_IOTATED = frozenset({2, 3, 6, 7, 12, 17, 20})  # ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ


def variants(word: str) -> tuple[str, ...]:
    """Other spellings of a Hangul word, those with the fewest changes first; () for other words."""
    if not 2 <= len(word) <= 8 or not all("\uac00" <= char <= "\ud7a3" for char in word):
        return ()
    choices = [(syllable, *_others(syllable)) for syllable in word]
    listed = {"".join(chosen) for chosen in _few(choices)} | set(_without_siot(word)) | set(_with_siot(word))
    listed.discard(word)
    return tuple(sorted(listed, key=lambda other: (sum(map(ne, word, other)), other)))[:MOST]


def _few(choices: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Every way to choose with at most two syllables changed."""
    base = tuple(choice[0] for choice in choices)
    changes = [(i, other) for i, choice in enumerate(choices) for other in choice[1:]]
    found = [base]
    for (i, one), (j, two) in product(changes, changes):
        if i <= j:
            changed = list(base)
            changed[i], changed[j] = one, two
            found.append(tuple(changed))
    return found


def _others(syllable: str) -> list[str]:
    """력 -> 역; 로 -> 노; 녀 -> 여; 역 -> 력, 녁; 노 -> 로."""
    code = ord(syllable) - _FIRST
    initial, rest = divmod(code, _COUNT)
    iotated = rest // 28 in _IOTATED
    if initial == _RIEUL:
        initials = [_IEUNG] if iotated else [_NIEUN]
    elif initial == _NIEUN:
        initials = [_IEUNG, _RIEUL] if iotated else [_RIEUL]
    elif initial == _IEUNG and iotated:
        initials = [_RIEUL, _NIEUN]
    else:
        return []
    return [chr(_FIRST + other * _COUNT + rest) for other in initials]


def _without_siot(word: str) -> list[str]:
    """나룻배 -> 나루배."""
    return [
        word[:i] + chr(ord(char) - _SIOT) + word[i + 1 :]
        for i, char in enumerate(word[:-1])
        if (ord(char) - _FIRST) % 28 == _SIOT
    ]


def _with_siot(word: str) -> list[str]:
    """나루배 -> 나룻배."""
    return [
        word[:i] + chr(ord(char) + _SIOT) + word[i + 1 :]
        for i, char in enumerate(word[:-1])
        if (ord(char) - _FIRST) % 28 == 0
    ]
