"""Is a number that stands alone on its line the label of a note, or the number of a page? Looks at what is around it.

Extractors part a raised label from its note. A label in brackets says itself what it is; a bare number is a note's only
where its text cites, where the next number follows soon, or where the sentence above goes on behind it with the other
half of a word. Elsewhere it is taken for a page's: a wrong note is worse than none.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from indexer.lines import SURE, TextLine
from indexer.notes.references import RAISED, SUPERSCRIPT

FOOT = 12  # printed lines of one note at the bottom of a page; extractors may print a stretched line word by word
WORD = 12.0  # ems: a word of a stretched line that stands alone
_LONE = re.compile(rf"(?P<open>[\[(])?(?P<label>\d{{1,3}}|{RAISED})(?P<close>[\])])?")
_CITES = re.compile(
    r"[「『《«][^「」『』《》«»]+[」』》»].*(?:(?:19|20)\d\d|\d\s?[쪽면]|pp?\.)|https?://|pp?\.\s?\d|\d\s?쪽"
)

CutOdds = Callable[[str, str], float]  # that two stripped lines meet within one word


@dataclass(frozen=True, slots=True)
class LoneLabel:
    """A number alone on its line; `sure` where brackets or raised digits say that it is no page's."""

    label: str
    sure: bool


def lone_label(lines: Sequence[TextLine], i: int) -> LoneLabel | None:
    """The label alone on line i, if text follows it on the page."""
    match = _LONE.fullmatch(lines[i].text)
    if match is None or i + 1 >= len(lines) or lines[i + 1].starts_page or _LONE.fullmatch(lines[i + 1].text):
        return None
    return LoneLabel(match["label"].translate(SUPERSCRIPT), bool(match["close"]) or not match["label"].isascii())


def labels_note(lines: Sequence[TextLine], i: int, following: bool, cut_odds: CutOdds | None) -> bool:
    """The bare number alone on line i is a note's. `following`: the text above calls the next number as well."""
    if _CITES.search(_first_line(lines, i + 1)):
        return True
    label = _LONE.fullmatch(lines[i].text)
    if following and label is not None:
        after = str(int(label["label"]) + 1)
        if any((found := lone_label(lines, at)) and found.label == after for at in _reach(lines, i)):
            return True
    return cut_odds is not None and i > 0 and resumed(lines, i - 1, i + 1, cut_odds) is not None


def _first_line(lines: Sequence[TextLine], i: int) -> str:
    """The first line of a note, put together where an extractor printed its stretched words one by one."""
    words = [lines[i].text]
    for at in _reach(lines, i):
        if lines[at - 1].width > WORD or lines[at].starts_page:
            break
        words.append(lines[at].text)
    return " ".join(words)


def resumed(lines: Sequence[TextLine], above: int, note: int, cut_odds: CutOdds) -> int | None:
    """The line behind a note in which the open sentence of line `above` goes on with the rest of a cut word.

    `note` is the first line of the note's text, which must not go on so itself.
    """
    text = lines[above].text
    if lines[above].ends_sentence or cut_odds(text, lines[note].text) > SURE:
        return None
    for at in _reach(lines, note):
        odds = cut_odds(text, lines[at].text)
        if odds > SURE and odds > cut_odds(lines[at - 1].text, lines[at].text):
            return at
    return None


def _reach(lines: Sequence[TextLine], i: int) -> range:
    return range(i + 1, min(len(lines), i + 1 + FOOT))
