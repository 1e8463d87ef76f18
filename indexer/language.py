"""In which language is this title? Judged by its script, words in brackets apart.

One script with several languages is told apart by letters or words that only one of them has; where none decides,
Cyrillic is Russian and Latin English, as in notes on this subject they nearly always are.
"""

import re

# Tried in order: a script that none of the rows above uses decides. Korean titles hold hanja and Latin words, Japanese
# ones kanji, Chinese ones Latin words; the other way round is rare outside brackets.
SCRIPTS = (
    ("ko", re.compile(r"[가-힣ㄱ-ㅎ]"), "北김정은 말했다 (hanja within Hangul)"),
    ("ja", re.compile(r"[ぁ-んァ-ヶ]"), "北朝鮮の狙い"),
    ("zh", re.compile(r"[一-鿿㐀-䶿]"), "朝俄关系"),
    ("uk", re.compile(r"[їєґЇЄҐ]"), "Війна в Україні"),
    ("ru", re.compile(r"[А-Яа-яЁё]"), "Лавров заявил"),
)
# Two different small words of a language: one alone may be a name (Die Welt, La Repubblica).
WORDS = (
    ("de", r"der|die|das|und|im|von|mit|für|auf|nach|zur|zum|eine", "Die Beziehungen und der Krieg"),
    ("fr", r"le|la|les|des|et|du|une|dans|pour|sur|aux|entre", "La Russie et les deux Corées"),
    ("es", r"el|los|las|y|del|una|para|por|con|entre", "El acuerdo y las sanciones"),
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_BRACKETED = re.compile(r"[(（\[][^()（）\[\]]{0,200}[)）\]]")


def title_language(title: str) -> str | None:
    """ISO 639-1 of a title; None where it has no letters of these scripts."""
    for text in (_BRACKETED.sub(" ", title), title):
        for language, script, _ in SCRIPTS:
            if script.search(text):
                return language
        words = set(_LATIN.findall(text.lower()))
        if words:
            return next((code for code, small, _ in WORDS if len(words & {*small.split("|")}) > 1), "en")
    return None
