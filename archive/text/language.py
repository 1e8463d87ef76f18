"""In which language is this text? Judged by its script, and where several languages share one by signs of only one.

The rows are tried in order. A row decides where enough of the text is its own: `part` is how much of what a text of
that language usually has. Words in brackets are left out where there are others. A script that no row knows is None.
"""

import re
from typing import NamedTuple

# A title or a name: one letter is enough. Half of the words of a Korean title may be Latin acronyms (NATO 확대와 EU).
TITLE = 0.0
# A whole document: it may quote titles and names in any other language, so a letter is not enough.
DOCUMENT = 0.5


class LanguageRule(NamedTuple):
    """What tells a language: letters of its own, or words (told by `words`), and their usual share of such a text."""

    language: str  # ISO 639-1
    own: re.Pattern[str]
    usual: float  # of all letters, or of all words in Latin letters
    example: str
    why: str
    words: bool = False


def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


# Before the scripts of one language those that others borrow: Korean prints hanja and Latin words, Japanese kanji,
# Chinese and Russian Latin words; the other way round is rare outside brackets. The shares are rough: a syllable or an
# ideograph is worth three or four letters, and half of a Korean text may be hanja; of Ukrainian letters 1 in 90 is one
# of these, of German, French and Spanish words 1 in 7.
ROWS = (
    LanguageRule("ko", re.compile("[가-힣ㄱ-ㆎᄀ-ᇿ]"), 0.4, "北김정은, NATO 확대와 EU", "Hangul, also among hanja"),
    LanguageRule("ja", re.compile("[ぁ-ゖァ-ヺ]"), 0.4, "北朝鮮の狙い", "kana stand between ideographs"),
    LanguageRule("zh", re.compile("[一-鿿㐀-䶿豈-﫿]"), 0.4, "朝俄关系与NATO", "ideographs alone"),
    LanguageRule("uk", re.compile("[їєґЇЄҐ]"), 0.01, "Війна в Україні", "letters that Russian has not"),
    LanguageRule("ru", re.compile("[Ѐ-ӿ]"), 1.0, "Лавров заявил", "other Cyrillic is nearly always Russian here"),
    LanguageRule("de", _words("der|die|das|und|im|von|mit|für|auf|nach|zur|zum|eine"), 0.14,
        "Die Lage und der Krieg", "small words", True),
    LanguageRule("fr", _words("le|la|les|des|et|du|une|dans|pour|sur|aux|entre"), 0.14,
        "La Russie et les deux Corées", "small words", True),
    LanguageRule("es", _words("el|los|las|y|del|una|para|por|con|entre"), 0.12,
        "El acuerdo y las sanciones", "small words", True),
    LanguageRule("en", re.compile("[A-Za-zÀ-ɏ]"), 0.0, "NATO", "other Latin letters are nearly always English here"),
)  # fmt: skip
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]+")
_BRACKETED = re.compile(r"[(（\[][^()（）\[\]]{0,200}[)）\]]")


def language_of(text: str, part: float = TITLE) -> str | None:
    """ISO 639-1 of a text; None where it has no letters, or only those of other scripts."""
    return _judged(_BRACKETED.sub(" ", text), part) or _judged(text, part)


def _judged(text: str, part: float) -> str | None:
    letters, words = len(_LETTER.findall(text)), len(_LATIN.findall(text))
    deciding = (row for row in ROWS if _decides(row, text, part * row.usual * (words if row.words else letters)))
    return next((row.language for row in deciding), None)


def _decides(row: LanguageRule, text: str, least: float) -> bool:
    found = row.own.findall(text)
    # Two different small words of a language: one alone may be a name (Die Welt, La Repubblica).
    distinct = len({word.lower() for word in found}) if row.words else len(found)
    return distinct > row.words and len(found) >= least
