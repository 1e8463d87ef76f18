"""Is this line an item of a list, and how deep? Bullet marks, enumerations and headings run in with the text.

The depth of an item is read from the order in which marks nest in the document, not from the marks alone: houses
differ (■ - ㅇ here, □ ○ - there).
"""

import re
from dataclasses import dataclass
from unicodedata import normalize


@dataclass(frozen=True, slots=True)
class Bullets:
    """Marks of one kind. `spaced` ones are marks only with a space after them: the sign has other uses."""

    name: str
    signs: str
    spaced: bool
    example: str
    reason: str


# Bullets of Word in the fonts Symbol and Wingdings (• ▪ ● ■ □ ❖ ➢ ✓), which no font shows outside them, and Ÿ.
SYMBOLS = "\u0178" + "".join(map(chr, range(0xF000, 0xF100)))
BULLETS: tuple[Bullets, ...] = (
    Bullets(
        "block",
        "■□▶▷◆◇◈●◎▣❏❑❖►▸▪▫☞➤➢✓✔▹▻◾◼◽◻⬛⬜☐☑⮚",
        False,
        "■ 배경",
        "drawn signs have no other use at the head of a line",
    ),
    Bullets("half-width", "￮￭￫", False, "￮ 첫째 항로", "Hangul's word processor draws its bullets so"),
    Bullets("reference mark", "※", False, "※ 참고", "explains the item above it"),
    Bullets("symbol font", SYMBOLS, False, "\uf0a7 회담 개최", "private-use letters have no other use there"),
    Bullets("circle", "ㅇ○◦o\u110bο〇◯❍⚬⚪⚫⦁∘", True, "ㅇ 참석함", "○○기업 hides a name, ㅇ and ο are letters"),
    Bullets("square letter", "ㅁ", True, "ㅁ 추진 배경", "typed where □ is not on the keyboard"),
    Bullets("dash", "-–—―", True, "- 강조함", "-러 is the rest of 북-중-러"),
    Bullets("dot", "·•∙⋅‧ㆍ‣⁃", True, "• 강화", "· also joins words"),
    Bullets("other", "△▲▽*+→⇒", True, "→ 강화", "△ also stands before the members of a list in the line"),
)
STARS = r"\*{2,3}(?=\s+[^\s*])"  # «** …» under a table or an item explains ** in it
# Other letters of a typeface's own. With a space, for old Hangul is printed with such; plane 15 has boxed figures.
PRIVATE = r"[\ue000-\uf8ff](?=\s+\S)|[\U000f0000-\U000ffffd](?=\s*\S)"
_SIGN = re.compile(
    f"(?:{STARS}|{PRIVATE}|"
    + "|".join(f"[{re.escape(row.signs)}]" + (r"(?=\s+\S)" if row.spaced else r"(?!\s*$)") for row in BULLETS)
    + ")"
)
TOP = "■□▶▷◆◇◈●◎▣❏❑❖"  # in Korean reports these open the outermost items


def bullet(text: str) -> str | None:
    """The bullet mark at the head of a line."""
    match = _SIGN.match(text)
    if match is None or text.startswith(("○○", "●●", "□□", "◇◇")):
        return None
    return match[0]


# Signs that are no cell of a table and no letter, so that they are bullets alone on a line, too.
_LONE = frozenset(
    "".join(row.signs for row in BULLETS if row.name in ("block", "half-width", "symbol font")) + "○◦〇◯❍∘‣"
)


def lone_bullet(text: str) -> str | None:
    """The bullet that stands alone on its line: extractors part it from the text of its item."""
    return text if text in _LONE else None


@dataclass(frozen=True, slots=True)
class Numbering:
    """One way to number headings or items. Group 1 is the number."""

    name: str
    pattern: re.Pattern[str]
    example: str


_SYLLABLES = "가나다라마바사아자차카타파하"
_ROMAN = {"I": 1, "V": 5, "X": 10}
YEAR = r"(?:19|20)\d\d\s?(?:년|[:–-])"  # after a number and its point: a heading that begins with a year, not a date
NUMBERINGS: tuple[Numbering, ...] = (
    Numbering("part", re.compile(r"제\s?(\d{1,2})\s?[부편](?:[.:]\s*|\s+)(?=\S)"), "제1부 배경"),
    Numbering("chapter", re.compile(r"제\s?(\d{1,2})\s?장(?:[.:]\s*|\s+)(?=\S)"), "제1장 배경"),
    Numbering("section", re.compile(r"제\s?(\d{1,2})\s?절(?:[.:]\s*|\s+)(?=\S)"), "제1절 경과"),
    Numbering("division", re.compile(r"제\s?(\d{1,2})\s?관(?:[.:]\s*|\s+)(?=\S)"), "제1관 통칙"),
    Numbering("chapter", re.compile(r"(?:Chapter|Part|Section)\s+(\d{1,2}|[IVX]+)[.:]?\s+(?=\S)"), "Part 2. Outlook"),
    Numbering("roman", re.compile(r"([Ⅰ-Ⅹ]|[IVX]{1,4}(?=\.))\.?\s*(?=\S)"), "Ⅱ. 평가"),
    Numbering("decimal", re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[^\d\s])"), "1.2 경과"),
    Numbering("dot", re.compile(rf"(\d{{1,2}})\.(?:\s+|(?=[가-힣A-Z]))(?=[^\d\s]|{YEAR})"), "1. 배경, 1. 1961년: 조약"),
    Numbering("syllable", re.compile(rf"([{_SYLLABLES}])\.\s+(?=\S)"), "가. 배경"),
    Numbering("paren", re.compile(r"(\d{1,2})\)\s+(?=\S)"), "1) 배경"),
    Numbering("syllable paren", re.compile(rf"([{_SYLLABLES}])\)\s*(?=\S)"), "가) 배경"),
    Numbering("brackets", re.compile(rf"\((\d{{1,2}}|[{_SYLLABLES}])\)\s*(?=\S)"), "(1) 배경"),
    Numbering("circled", re.compile(r"([①-⑳])\s*(?=\S)"), "① 배경"),
    Numbering("letter", re.compile(r"([A-Z])\.\s+(?=[A-Z가-힣])"), "A. Background"),
)


@dataclass(frozen=True, slots=True)
class Number:
    """The number at the head of a line: `printed` with its point or bracket, `value` to count with."""

    style: str
    value: int
    printed: str
    length: int  # of the number and the space after it


def number(text: str) -> Number | None:
    """The enumeration at the head of a line."""
    for row in NUMBERINGS:
        match = row.pattern.match(text)
        if match is not None:
            return Number(row.name, _value(match[1]), match[0].strip(), match.end())
    return None


def _value(label: str) -> int:
    label = normalize("NFKC", label)  # Ⅷ is VIII, ⑧ is 8
    if label in _SYLLABLES:
        return _SYLLABLES.index(label) + 1
    if set(label) <= _ROMAN.keys():
        values = [_ROMAN[letter] for letter in label]
        return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    last = label.rsplit(".", 1)[-1]
    return int(last) if last.isdigit() else ord(last[0]) - ord("A") + 1


class ItemDepths:
    """Gives items their depth from the order in which their marks nest. Fed in document order."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._open: list[str] = []

    def heading(self) -> None:
        """A heading ends all lists."""
        self._open = []

    def of(self, mark: str) -> int:
        """The depth of the next item, 1 the outermost. `mark` is the sign, or the style of an enumeration."""
        if mark == "※":  # under whatever item stands before it
            return len(self._open) + 1
        depth = self._known.get(mark) or (1 if mark in TOP else self._next(mark))
        self._known[mark] = depth
        self._open = [*self._open[: depth - 1], mark]
        while len(self._open) < depth:
            self._open.append(mark)
        return depth

    def _next(self, mark: str) -> int:
        return self._open.index(mark) + 1 if mark in self._open else len(self._open) + 1


# "[군사협력] …" and "정보 공유 강화: …". A clause that ends in a verb before the colon is a sentence, not a heading.
_BRACKETED = re.compile(r"[\[【〔<〈]\s*[^\[\]【】〔〕<>〈〉]{1,30}[\]】〕>〉](?=\s+\S)")
_COLON = re.compile(r"([^:.,?!;“”\"‘’'()]{2,34}):(?=\s+\S)")
_VERBAL = re.compile(r"(?:다|요|죠|며|고|서|면|은|는|이|가|을|를|에게|에서|으로|로|과|와|대로|바|말)$")


def run_in(text: str) -> int | None:
    """Length of a heading that is run in with its text."""
    match = _BRACKETED.match(text)
    if match is not None:
        return match.end()
    match = _COLON.match(text)
    if match is None or len(text) < match.end() + 15:
        return None
    head = match[1].strip()
    if _VERBAL.search(head) or len(head.split()) > 8:
        return None
    if head.isascii() and (not head[0].isupper() or len(head.split()) > 5):
        return None
    return match.end() if text.rstrip()[-1:] in '.?!”"’)' or len(text) > 60 else None
