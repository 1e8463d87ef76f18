"""Does another spelling cost a hit? Spells questions as people and programs do, and compares what each spelling finds.

Every kind is a function of a question and its number (which rotates the forms); a question that it leaves as it was is
not of that kind. The words of `spellings.tsv` were written for this, independently of any set of questions. Where too
few questions are of a kind, stretches of the passages are asked for: these are easier, and counted apart.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from pathlib import Path
from random import Random
from typing import TypeVar
from unicodedata import normalize

from archive.search.weights import Weights
from archive.text.keyboard import DOUBLE, FINALS, INITIALS, KEYS, VOWELS
from tests.quality.search.collections import Asked, Collection, answers, passages

MOST = 300  # questions of a kind
WORDS = Path(__file__).parent / "spellings.tsv"
BEFORE, AFTER = 2, 4  # words of a stretch before the one that can be spelt otherwise, and from it on
LOOSE, TIGHT = 0.15, 0.4  # how often a word is torn between two syllables, and a space left out

T = TypeVar("T")
Spelling = Callable[[str, int], str]
Cases = list[tuple[Asked, str]]  # a question, and its text in another spelling

HANGUL = "[가-힣]"
# Where a word of two syllables ends: 나사 is no part of 나사렛.
PARTICLE = "은|는|이|가|을|를|의|에|도|와|과|로|만|서|에서|에게|으로|까지|부터|이나|이다"
YEAR = re.compile(r"(?<!\d)(?:19(?=[5-9])|20(?=[0-4]))(?=\d\d년)")  # the century that people leave out
UNITS = (
    ("mm", "㎜", "밀리미터"),
    ("cm", "㎝", "센티미터"),
    ("km", "㎞", "킬로미터"),
    ("kg", "㎏", "킬로그램"),
    ("%", "퍼센트", "％"),
    ("m²", "㎡", "m2", "제곱미터"),
    ("km²", "㎢", "km2", "제곱킬로미터"),
    ("m³", "㎥", "m3", "세제곱미터"),
    ("m", "미터"),
    ("t", "톤"),
)
FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F) if chr(code).isalnum()})

STATES = (
    "북러 북중 북미 북일 남북 조러 조중 조미 한미 한중 한일 한러 미중 미러 미일 미소 중러 중일 러일 "
    "한미일 한중일 북중러 조중러"
)
SWAPPED = ("러북", "중북", "러중", "일미")  # printed so without a sign too
AMBIGUOUS = (
    "북미",
    "미북",
    "미소",
    "중미",
    "남북",
    "조미",
    "일중",
)  # also a continent or a smile: states only before these words
RELATION = (
    "관계|회담|정상|협정|조약|동맹|무역|수교|전쟁|국경|교역|양국|간|공동|협력|외교|협상|대화|접경|훈련|연합|친선|경제"
)
DOT, LETTER_DOT, KATAKANA_DOT, BULLET = "\u00b7", "\u318d", "\u30fb", "\u2022"
JOINERS = f"[{DOT}{LETTER_DOT}{KATAKANA_DOT}{BULLET}\u2219\u2027\u2010\u2013-]"
# What stands between the states, and whether they change places.
JOINED = (
    ("", True),
    (DOT, False),
    (LETTER_DOT, True),
    (KATAKANA_DOT, False),
    (BULLET, True),
    ("-", False),
    (" -", True),
)


def no_space(text: str, number: int) -> str:
    """나선 전력 -> 나선전력."""
    return re.sub(r"\s+", "", text)


def wrong_space(text: str, number: int) -> str:
    """나선 전력 사정 -> 나선전 력 사정: the same text is always torn in the same places."""
    chance = Random(text)
    return "".join(_respaced(text, chance)).strip()


def _respaced(text: str, chance: Random) -> Iterator[str]:
    for i, char in enumerate(text):
        if char.isspace():
            yield "" if chance.random() < TIGHT else char
            continue
        torn = re.fullmatch(f"{HANGUL}{{2}}", text[i : i + 2]) and chance.random() < LOOSE
        yield f"{char} " if torn else char


def letter_by_letter(text: str, number: int) -> str:
    """북한의 3호 -> 북 한 의 3 호; numbers and Latin words stay whole, signs stay with what they follow."""
    return re.sub(f"({HANGUL})(?=[가-힣\\w])|(?<=[^\\W가-힣])(?={HANGUL})", r"\1 ", text)


def decomposed(text: str, number: int) -> str:
    """NFD, as file names of a Mac are written: ㄱㅏㄱ for 각, in conjoining letters."""
    return normalize("NFD", text)


def full_width(text: str, number: int) -> str:
    """UN 2371호 -> ＵＮ ２３７１호."""
    return text.translate(WIDE)


def keyboard(text: str, number: int) -> str:
    """북한 -> qnrgks: Korean typed with the keyboard left in English."""
    return "".join(_keys(char) if re.fullmatch(HANGUL, char) else char for char in text)


def _keys(syllable: str) -> str:
    initial, rest = divmod(ord(syllable) - 0xAC00, 588)
    letters = INITIALS[initial], VOWELS[rest // 28], FINALS[rest % 28].strip()
    return "".join(_KEY_OF[single] for letter in letters for single in _SINGLE.get(letter, letter))


_KEY_OF = {letter: key for key, letter in KEYS.items()}
_SINGLE = {double: pair for pair, double in DOUBLE.items()}


def hanja(text: str, number: int) -> str:
    """국경의 역사 -> 國境의 歷史."""
    return _replaced(text, _words("hanja"), guarded=False)


def northern(text: str, number: int) -> str:
    """노동자의 역사 -> 로동자의 력사; 러시아 -> 로씨야."""
    return _replaced(_replaced(text, _words("north"), guarded=False), _words("loan"), guarded=False)


def abbreviations(text: str, number: int) -> str:
    """유엔 -> UN; EU -> 유럽연합."""
    return _replaced(text, _words("abbreviation", both=True), guarded=True)


def one_letter_states(text: str, number: int) -> str:
    """미국의 -> 美의, as headlines write."""
    return _replaced(text, _words("letter"), guarded=True)


@cache
def _words(kind: str, both: bool = False) -> Mapping[str, str]:
    """The table's words of a kind, longest first; with `both`, also the other way round."""
    with WORDS.open(encoding="utf-8", newline="") as file:
        rows = [(row["plain"], row["other"]) for row in csv.DictReader(file, delimiter="\t") if row["kind"] == kind]
    found: dict[str, str] = {}
    for plain, other in [*rows, *((other, plain) for plain, other in rows if both)]:
        found.setdefault(plain, other)
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


def _replaced(text: str, words: Mapping[str, str], guarded: bool) -> str:
    """The text with words that begin an eojeol replaced, each with those that follow it at once."""
    single = re.compile("|".join(map(re.escape, words)))
    return _listed(tuple(words), guarded).sub(lambda run: single.sub(lambda word: words[word[0]], run[0]), text)


@cache
def _listed(words: tuple[str, ...], guarded: bool) -> re.Pattern[str]:
    """`guarded`: a word of two syllables must end there, but for a particle; a Latin one must stand alone."""
    ends = rf"(?=(?:{PARTICLE})?(?!{HANGUL}))"
    forms = [re.escape(w) + ("(?![A-Za-z])" if w.isascii() else ends if guarded and len(w) == 2 else "") for w in words]
    return re.compile(rf"(?<![가-힣A-Za-z])(?:{'|'.join(forms)})+")


def states(text: str, number: int) -> str:
    """북러 관계 -> 러·북 관계, 북 -러 관계: another order, another sign between."""
    for turn in range(len(JOINED)):
        joiner, swapped = JOINED[(number + turn) % len(JOINED)]
        spelt = _pair().sub(lambda pair: _joined(pair[0], joiner, swapped), text)  # noqa: B023  (called at once)
        if spelt != text:
            return spelt
    return text


def _joined(pair: str, joiner: str, swapped: bool) -> str:
    names = re.sub(JOINERS, "", pair)
    return joiner.join(reversed(names) if swapped else names)


@cache
def _pair() -> re.Pattern[str]:
    """Two or three states side by side, with a sign between them or none."""
    orders = {"".join(order) for names in STATES.split() for order in permutations(names)}
    signed = "|".join(JOINERS.join(order) for order in sorted(orders))
    plain = "|".join(sorted({*STATES.split(), *SWAPPED} - set(AMBIGUOUS), key=lambda order: (-len(order), order)))
    ends = rf"(?=(?:{PARTICLE}|{RELATION})?(?!{HANGUL})|(?:{RELATION}))"
    doubtful = rf"(?:{'|'.join(AMBIGUOUS)})(?= ?(?:{RELATION}))"
    return re.compile(rf"(?<!{HANGUL})(?:(?:{signed}|{plain}){ends}|{doubtful})")


def years(text: str, number: int) -> str:
    """2024년 -> ＇24년, '24년, 24년; years that people write with two digits."""
    return YEAR.sub(("＇", "'", "")[number % 3], text)


def units(text: str, number: int) -> str:
    """5㎞ -> 5km, 5 킬로미터: another sign or word for the unit of a number."""
    return _unit().sub(lambda found: found[1] + _other_unit(found[2], number), text)


@cache
def _unit() -> re.Pattern[str]:
    forms = sorted((form for forms in UNITS for form in forms), key=lambda form: -len(form))
    return re.compile(rf"((?:\d|몇) ?)({'|'.join(forms)})(?![A-Za-z0-9²³])")


def _other_unit(unit: str, number: int) -> str:
    forms = next(forms for forms in UNITS if unit in forms)
    return forms[(forms.index(unit) + 1 + number % (len(forms) - 1)) % len(forms)]


def superscripts(text: str, number: int) -> str:
    """제2371호 -> 제²³⁷¹호: raised figures, as text comes out of a PDF."""
    return text.translate(FIGURES)


KINDS: Mapping[str, Spelling] = {
    "no-space": no_space,
    "wrong-space": wrong_space,
    "letter-by-letter": letter_by_letter,
    "nfd": decomposed,
    "full-width": full_width,
    "keyboard": keyboard,
    "hanja": hanja,
    "north": northern,
    "states": states,
    "years": years,
    "units": units,
    "superscripts": superscripts,
    "abbreviations": abbreviations,
    "one-letter": one_letter_states,
}
ASKED = {kind: 0.90 if kind in ("letter-by-letter", "keyboard") else 0.98 for kind in KINDS}  # of the plain form's nDCG


@dataclass(frozen=True, slots=True)
class Row:
    """What a kind of spelling costs: mean nDCG@10 of the plain questions and of the same ones spelt otherwise.

    `lost` are the questions that found less, the worst first: (plain, spelt, nDCG plain, nDCG spelt).
    """

    kind: str
    n: int
    composed: int  # of them stretches of passages
    plain: float
    spelt: float
    lost: tuple[tuple[str, str, float, float], ...]

    @property
    def ratio(self) -> float:
        return self.spelt / self.plain if self.plain else 0.0


def table(collections: Sequence[Collection], ranking: Weights | None = None) -> Iterator[Row]:
    """A row a kind over these collections' questions, and over stretches of their passages where those are too few."""
    texts = {
        collection.home: {str(found["permalink"]): str(found["text"]) for found in passages(collection.home).values()}
        for collection in collections
    }
    known: dict[tuple[Path, str], float] = {}
    for kind in KINDS:
        parts = [(c.home, _spelt(c.positives, kind)) for c in collections]
        asked = sum(len(cases) for _, cases in parts)
        share = MOST / max(asked, MOST)
        parts = [(home, _spread(cases, round(share * len(cases)))) for home, cases in parts]
        stretches = {home: list(_stretches(texts[home], kind)) for home in texts} if asked < MOST else {}
        share = (MOST - asked) / max(sum(map(len, stretches.values())), MOST - asked, 1)
        composed = [
            (home, _spelt(_known_items(_spread(found, round(share * len(found))), texts[home]), kind))
            for home, found in stretches.items()
        ]
        yield _row(kind, parts, composed, ranking, known)


def _row(
    kind: str,
    parts: Sequence[tuple[Path, Cases]],
    composed: Sequence[tuple[Path, Cases]],
    ranking: Weights | None,
    known: dict[tuple[Path, str], float],
) -> Row:
    pairs: list[tuple[str, str, float, float]] = []
    for home, cases in (*parts, *composed):
        new = [asked for asked, _ in cases if (home, asked.text) not in known]
        found = answers(home, [asked.text for asked in new], ranking=ranking)
        known |= {(home, a.text): a.worth(results) for a, results in zip(new, found, strict=True)}
        spelt = answers(home, [text for _, text in cases], ranking=ranking)
        pairs += [
            (asked.text, text, known[home, asked.text], asked.worth(results))
            for (asked, text), results in zip(cases, spelt, strict=True)
        ]
    n = len(pairs)
    lost = sorted((pair for pair in pairs if pair[3] < pair[2]), key=lambda pair: pair[3] - pair[2])
    return Row(
        kind,
        n,
        sum(len(cases) for _, cases in composed),
        sum(p[2] for p in pairs) / max(n, 1),
        sum(p[3] for p in pairs) / max(n, 1),
        tuple(lost),
    )


def _spelt(asked: Iterable[Asked], kind: str) -> Cases:
    """The questions that this kind spells otherwise."""
    spelt = ((one, KINDS[kind](one.text, number)) for number, one in enumerate(asked))
    return [(one, text) for one, text in spelt if text != one.text]


def _spread(cases: list[T], most: int) -> list[T]:
    """So many of them, evenly spread: neighbours ask about the same passage."""
    return cases if len(cases) <= most else [cases[i * len(cases) // most] for i in range(most)]


def _stretches(texts: Mapping[str, str], kind: str) -> Iterator[str]:
    """Of each passage the words around the first one that this kind spells otherwise."""
    for number, text in enumerate(texts.values()):
        words = text.split(" ")
        at = next((i for i, word in enumerate(words) if KINDS[kind](word, number) != word), None)
        if at is not None:
            yield " ".join(words[max(0, at - BEFORE) : at + AFTER])


def _known_items(stretches: Iterable[str], texts: Mapping[str, str]) -> Iterator[Asked]:
    """Questions for which every passage is right that has these words."""
    for stretch in dict.fromkeys(stretches):
        right = frozenset(address for address, text in texts.items() if stretch in text)
        yield Asked(stretch, "stretch", "ko", right, by="permalink")
