"""Which characters stand in a file that no author typed? Puts what typefaces and PDF files leave into plain letters.

Every row gives the same print in characters that can be searched, copied and compared; what looks otherwise is never
touched: full-width figures, ㎞, ㈜ and hanja of other shapes stay as printed. So no `Problem` is made of it. NFC, which
comes after, does the same for the hanja that Korean encodings hold twice, once for each reading (U+F900 to U+FAFF).
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

# No text holds these: C0 and C1 controls but for line ends, tab and form feed; surrogates; noncharacters.
INVALID = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class CharacterRule:
    """Characters that stand for others; `plain` None takes the compatibility form (NFKC) of exactly these."""

    name: str
    pattern: re.Pattern[str]
    plain: str | None
    example: str
    reason: str


_LETTER = "[A-Za-zÀ-ɏͰ-ϿЀ-ӿ]"  # of scripts that cut words with hyphens: Latin, Greek, Cyrillic
FORMS: tuple[CharacterRule, ...] = (
    CharacterRule("ligature", re.compile("[\ufb00-\ufb06]"), None, "\ufb01nance",
        "a typeface joins letters, its PDF says so"),
    CharacterRule("radical", re.compile("[\u2e80-\u2fdf]"), None, "\u2f08",
        "PDF files name the glyph of 人 after its radical"),
    CharacterRule("invisible", re.compile("[\u200b\u2060\ufeff]"), "", "정찰\u200b위성",
        "where a line may break; a mark of order"),
    CharacterRule("non-joiner", re.compile("(?<![\u0600-\u0fff])\u200c(?![\u0600-\u0fff])"), "", "1)\u200c 홍길동",
        "only the scripts of Arabic and India join; a setting program leaves it behind the number of a note"),
    CharacterRule("soft hyphen in a word", re.compile(rf"(?<={_LETTER})\u00ad(?={_LETTER})"), "", "rail\u00adway",
        "shown at the end of a line only, where `indexer.lines.joiner` asks for it"),
    CharacterRule("soft hyphen that is a hyphen", re.compile("(?<=\\w)\u00ad(?=\\w)"), "-",
        "북\u00ad러, COVID\u00ad19", "figures and Hangul are never cut with hyphens: this one was printed"),
)  # fmt: skip


# InDesign's own signs (indent to here, end of a style) after the number of a note at the head of its line, and what
# other programs make of them. Source: the PDF files of Korean institutes; its manual, "special characters".
_SIGNS = "\x01-\x08\x0e-\x1f\u200c\ufffd"
_SETTING_SIGNS = re.compile(
    f"(?m)^([ \t]*[\\[(]?[0-9⁰¹²³⁴-⁹]{{1,3}}[\\])]?[.]?[ \t]*)[{_SIGNS}\u200b\u200d\u2060\ufeff \t]*[{_SIGNS}]"
)


def without_setting_signs(text: str) -> str:
    """The text without the signs by which a setting program indents notes: they are neither text nor damage."""
    return _SETTING_SIGNS.sub(r"\1", text)


def composed(text: str) -> str:
    """The text in plain letters, composed (NFC). Line ends, spaces of every width and all else stay."""
    for form in FORMS:
        text = form.pattern.sub(_compatible if form.plain is None else form.plain, text)
    return normalize("NFC", text)


def _compatible(found: re.Match[str]) -> str:
    return normalize("NFKC", found[0])
