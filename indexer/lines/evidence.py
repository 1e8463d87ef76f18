"""What do the words say of a line break: one word cut in two, or two words? Weighs the evidence for it.

Kiwi reads the lines once with and once without a space at the break. Its difference alone errs where both readings
cost the same: it puts a space before 하다 and before a unit, and invents a name wherever two unknown words meet.
So the difference is one feature; the parts of speech on both sides and the document's own words are the others.
Every feature speaks in log odds for "one word", and their sum decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archive.text import kiwi
from indexer.lines.vocabulary import Vocabulary, words_at_break

WINDOW = 48  # code points of each line that Kiwi is shown: more than a printed line has; only unwrapped files have more
LIMIT = 15.0  # nats; a greater difference of Kiwi's says no more
CERTAIN = 3.0  # log odds; what the document's words may say at most
SETTLED = 2.0  # log odds; what its habits may say at most
NAMES = 100  # Kiwi's ids below this are bare tags: the morpheme is in no dictionary

Evidence = dict[str, float]

OFTEN = 3  # times that the document prints a word, and never its parts with a space between

DOCUMENT = frozenset({"always", "habit", "touching", "continues", "inside", "known"})


@dataclass(frozen=True, slots=True)
class Weight:
    """How much one feature counts: log odds for "one word" per unit of its evidence."""

    feature: str
    value: float
    reason: str  # or an example, "|" the break


# Fitted on half of the wrapped passages (`python -m tests.quality.joins --fit`), neither on the other half nor on any
# brief, and rounded; a feature below 0.35 was left out: with all 63 the other half gains nothing.
WEIGHTS = (
    Weight("any", -1.5, "two places in a text, before and behind the space, become one break at a space"),
    # What Kiwi says, per nat.
    Weight("kiwi", 1.0, "협력|을: a morpheme ends at the break; the difference is the cost of touching, 0 or about 5"),
    Weight("kiwi known", 1.3, "정찰위|성: a word of Kiwi's dictionary stands across the break"),
    Weight("kiwi unknown", 0.4, "돌로미티|카약: Kiwi makes one name of any two unknown words"),
    # What ends the left half.
    Weight("particle|", -2.3, "회담을|열고"),
    Weight("adnominal|", -1.4, "맺은|조약"),
    Weight("ending|", -0.6, "열고|있다, but 높아|졌다"),
    Weight("adverb|", -0.4, "더|크다"),
    Weight("suffix|", -0.3, "경제적|지원"),
    Weight("numeral|", 0.5, "6만|명"),
    Weight("verb|", 0.5, "돌아오|는"),
    Weight("noun|", 0.6, "협력|을"),
    Weight("prefix|", 1.2, "재|확인"),
    Weight("foreign|", 1.4, "KBS|는"),
    Weight("number|", 1.8, "2023|년: Kiwi alone always puts a space"),
    # What begins the right half.
    Weight("|adverb", -1.1, "회담|직후"),
    Weight("|verb", -1.0, "협력|나서"),
    Weight("|number", -1.0, "지난|9월"),
    Weight("|noun", -0.7, "공동|성명"),
    Weight("|auxiliary", 0.4, "높아|졌다, but 하고|있다"),
    Weight("|ending", 0.5, "돌아오|는"),
    Weight("|이다", 0.9, "동맹|이다"),
    Weight("|opening", 1.4, "위원회|(이하"),
    Weight("|하다", 1.5, "참석|하였다: touching costs nothing here, so Kiwi alone puts a space"),
    # Verbs that lean on the word before them, which Kiwi parts from it. Two that wrapped news showed wrong; not fitted.
    Weight("noun|되다", 2.0, "되풀이|되는: a noun without a particle before 되다 is the stem of its verb"),
    Weight("어|지다", 3.0, "정해|지며: 지다 is always written to the verb it makes passive (맞춤법 제47항)"),
    # Two nouns, by their syllables; 3 means three or more.
    Weight("1+1", 1.3, "대|응: Sino-Korean words have two syllables"),
    Weight("2+1", 1.1, "위원|장"),
    Weight("2+2", 0.6, "국제|환경"),
    Weight("2+3", 0.4, "경제|공동체"),
    Weight("3+3", -0.8, "대통령|대변인"),
    Weight("3+2", -1.4, "대통령|방문"),
    # What the document itself writes, in log odds; "known" counts words, two at most.
    Weight("touching", 0.9, "the letters on both sides, touching or apart"),
    Weight("inside", 0.7, "the right half, inside words or at their beginning"),
    Weight("habit", 0.6, "the two parts of speech, touching or apart"),
    Weight("known", 0.5, "words that begin as the two halves joined"),
    Weight("always", 1.5, "북|러: one word thrice or more, and never two"),
    Weight("continues", 0.4, "the left half, with letters behind it or complete"),
)

_VALUES = {weight.feature: weight.value for weight in WEIGHTS}

# Parts of speech that behave alike at a line break.
_CLASSES = {
    "NNG": "noun", "NNP": "noun", "XR": "noun", "SH": "noun", "NP": "pronoun", "NNB": "counter", "NR": "numeral",
    "SN": "number", "VV": "verb", "VA": "verb", "XSV": "하다", "XSA": "하다", "XSM": "하다", "VX": "auxiliary",
    "VCP": "이다", "VCN": "아니다", "XSN": "suffix", "XPN": "prefix", "MM": "determiner", "MAG": "adverb",
    "MAJ": "adverb", "IC": "adverb", "SL": "foreign", "SW": "foreign", "EP": "ending", "EF": "final", "EC": "ending",
    "ETM": "adnominal", "ETN": "ending", "SSO": "opening", "SSC": "closing", "SF": "stop", "SP": "mark", "SO": "mark",
    "SE": "stop", "SS": "quote",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BreakAnalysis:
    """Kiwi's reading of two lines with a space between, and what changes without."""

    gain: float  # nats by which the lines without a space are likelier
    left: str  # tag before the break, "" where none
    right: str
    left_length: int  # code points of those two morphemes
    right_length: int
    across: str  # "known" or "unknown" word across the break once glued, "" where a morpheme ends there


def tag_class(tag: str) -> str:
    """The class of a Kiwi tag: "J" tags are particles, "VV-R" is as "VV"."""
    if tag.startswith("J"):
        return "particle"
    return _CLASSES.get(tag.partition("-")[0], "other")


def analyze_breaks(pairs: Sequence[tuple[str, str]]) -> list[BreakAnalysis]:
    """Reads each pair of stripped lines, glued and spaced, all at once."""
    shown = [(_tail(left), _head(right)) for left, right in pairs]
    answers = list(kiwi().analyze([text for left, right in shown for text in (left + right, f"{left} {right}")]))
    return [
        _analysis(glued[0], spaced[0], len(left))
        for (left, _), glued, spaced in zip(shown, answers[::2], answers[1::2], strict=True)
    ]


def _tail(line: str) -> str:
    return line[-WINDOW:].partition(" ")[2] or line[-WINDOW:] if len(line) > WINDOW else line


def _head(line: str) -> str:
    return line[:WINDOW].rpartition(" ")[0] or line[:WINDOW] if len(line) > WINDOW else line


def _analysis(glued: Any, spaced: Any, seam: int) -> BreakAnalysis:
    left = [token for token in spaced[0] if token.start + token.len <= seam]
    right = [token for token in spaced[0] if token.start > seam]
    across = [token for token in glued[0] if token.start < seam < token.start + token.len]
    unknown = any(token.id < NAMES and token.tag in ("NNG", "NNP") for token in across)
    return BreakAnalysis(
        gain=float(glued[1] - spaced[1]),
        left=str(left[-1].tag) if left else "",
        right=str(right[0].tag) if right else "",
        left_length=left[-1].len if left else 0,
        right_length=right[0].len if right else 0,
        across=("unknown" if unknown else "known") if across else "",
    )


def evidence(left: str, right: str, found: BreakAnalysis, words: Vocabulary) -> Evidence:
    """What each feature says of the break between two stripped lines, by name, before it is weighed."""
    before, after = tag_class(found.left), tag_class(found.right)
    gain = _clamped(found.gain, LIMIT)
    seen = {"any": 1.0, f"kiwi {found.across}".strip(): gain, f"{before}|": 1.0, f"|{after}": 1.0}
    if before == after == "noun":
        seen[f"{min(found.left_length, 3)}+{min(found.right_length, 3)}"] = 1.0
    if before == "noun" and found.right.startswith("VV") and right[:1] in "되된될됐돼됨":
        seen["noun|되다"] = 1.0
    if before == "ending" and after == "auxiliary" and right[:1] in "지진질져졌짐집":
        seen["어|지다"] = 1.0
    seen["habit"] = _clamped(words.habit(found.left, found.right), SETTLED)
    last, first = words_at_break(left, right)
    if last and first:
        stem = first[: max(1, found.right_length)]
        seen["touching"] = _clamped(words.touching(last[-2:], stem[:1]), CERTAIN)
        seen["continues"] = _clamped(words.continues(last), CERTAIN)
        seen["inside"] = _clamped(words.inside(stem), CERTAIN)
        if words.always_one(last, first, stem, OFTEN):
            seen["always"] = 1.0
        seen["known"] = float(min(2, words.count_beginning(last + stem)))
    return seen


def _clamped(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))


def weigh(seen: Evidence) -> float:
    """The log odds that the break stands inside one word."""
    return sum(_VALUES.get(name, 0.0) * value for name, value in seen.items())


def document_decides(seen: Evidence) -> bool:
    """Whether the document's own words turn what the language alone would say."""
    language = {name: value for name, value in seen.items() if name not in DOCUMENT}
    return (weigh(seen) > 0) != (weigh(language) > 0)
