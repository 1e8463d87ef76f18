"""Which words does the interface use? All of them, in Korean and English, in its tables; nothing is worded elsewhere.

`{name}` is filled in and escaped. An English text with a bar has two forms, for one and for several: the filling `n`
decides. No text holds a tag, an ampersand or a straight double quote, so that each may stand in an attribute.
"""

from functools import cache

from markupsafe import Markup, escape

from webapp.texts.pages import PAGES
from webapp.texts.permanence import PERMANENCE
from webapp.texts.programs import FOR_PROGRAMS
from webapp.texts.references import REFERRING
from webapp.texts.search import SEARCHING
from webapp.texts.sources import CITING
from webapp.texts.suggestions import SUGGESTING

TEXTS = {**PAGES, **SEARCHING, **SUGGESTING, **PERMANENCE, **REFERRING, **FOR_PROGRAMS, **CITING}

_INDEX = {"ko": 0, "en": 1}
KO_NUMERALS = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열")
EN_NUMERALS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Texts:
    """The words of one language. Call it with a key and fillings."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._index = _INDEX[language]

    def __contains__(self, key: str) -> bool:
        return key in TEXTS

    def __call__(self, key: str, **fillings: object) -> Markup:
        """The text of a key. Fillings are escaped."""
        if not fillings:
            return _plain(key, self._index)
        filled = {name: value if type(value) is Markup else escape(value) for name, value in fillings.items()}
        return Markup(TEXTS[key][self._index].format(**filled))

    def count(self, key: str, n: int) -> Markup:
        """The text of a key for so many things."""
        forms = TEXTS[key][self._index].split("|")
        return Markup((forms[0] if n == 1 else forms[-1]).format(n=f"{n:,}"))

    def reason(self, why: str) -> Markup:
        """Why two printed lines were joined as they were."""
        key = f"why-{why}"
        return self(key) if key in TEXTS else self("why-rule", rule=why)

    def all_of(self, n: int) -> str:
        """세 낱말을 모두 / all three words."""
        if self.language == "ko":
            return f"{_numeral(KO_NUMERALS, n)} 낱말을 모두"
        return "both words" if n == 2 else f"all {_numeral(EN_NUMERALS, n)} words"


@cache
def _plain(key: str, language: int) -> Markup:
    """A text with nothing to fill in."""
    return Markup(TEXTS[key][language].format())


def _numeral(numerals: tuple[str, ...], n: int) -> str:
    return numerals[n] if n < len(numerals) else str(n)
