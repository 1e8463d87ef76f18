"""Which words, phrases, fields and operators does a query consist of? One pass over its text.

Brackets leave here balanced and no deeper than `MAX_DEPTH`; signs that stand alone are gone.
"""

import re
from dataclasses import dataclass

from archive.query.fields import NAMES, field_named, place_named, read_value
from archive.query.hints import Hint, hint
from archive.query.limits import MAX_DEPTH
from archive.query.signs import CLOSING, OPENING, OPERATORS, PRINTED, narrow, pairs, word_end
from archive.query.tree import Field, Leaf, Prefix, Quote, Word
from archive.text import STATES, is_han, is_hangul

_WRONG = {
    "year": "no-year",
    "language": "no-language",
    "kind": "no-kind",
    "in": "no-place",
    "document": "no-document",
    "source": "no-source",
}


@dataclass(frozen=True, slots=True)
class Lexeme:
    """`kind` is leaf, (, ), AND, OR or NOT; `leaf` what a leaf holds."""

    kind: str
    leaf: Leaf | None = None


def lexemes(text: str) -> tuple[list[Lexeme], list[Hint]]:
    """The parts of a cleaned text in order, and what was taken as plain on the way."""
    return _Lexer(text).read()


class _Lexer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._plain = narrow(text)
        self._closes = pairs(self._plain)
        self._last_closing = max(self._plain.rfind(sign) for sign in CLOSING)
        self._at = 0
        self._edge = True  # may a minus stand here?
        self._minus = False  # does one touch what comes next?
        self._spoken = -1  # where the words end that a sentence quotes
        self._brackets: list[bool] = []  # those open; whether they count
        self._found: list[Lexeme] = []
        self._hints: list[Hint] = []

    def read(self) -> tuple[list[Lexeme], list[Hint]]:
        while self._at < len(self._plain):
            char = self._plain[self._at]
            if char.isspace():
                self._pass(edge=True)
            elif char in "()":
                self._bracket(char)
            elif char == "-":
                self._dash()
            elif char in OPENING or char in CLOSING:
                self._quote(char)
            elif not self._field():
                self._word()
        if self._brackets:
            self._hints.append(hint("open-bracket"))
        self._found += [Lexeme(")") for counts in self._brackets if counts]
        return self._found, self._hints

    def _pass(self, length: int = 1, edge: bool = False) -> None:
        self._at += length
        self._edge = edge
        self._minus = False

    def _put(self, lexeme: Lexeme, end: int, edge: bool = False) -> None:
        if self._minus and lexeme.kind in ("leaf", "("):
            self._found.append(Lexeme("NOT"))
        self._found.append(lexeme)
        self._pass(end - self._at, edge)

    def _bracket(self, char: str) -> None:
        if char == "(":
            counts = len(self._brackets) < MAX_DEPTH
            self._brackets.append(counts)
            if counts:
                self._put(Lexeme("("), self._at + 1, edge=True)
                return
            self._hints.append(hint("too-deep", most=MAX_DEPTH))
            self._pass(edge=True)
        elif self._brackets and self._brackets.pop():
            self._put(Lexeme(")"), self._at + 1)
        else:
            self._pass()

    def _dash(self) -> None:
        """A minus touches what it leaves out. Other hyphens at the beginning of a word are signs, as of -4.5%."""
        following = self._plain[self._at + 1 : self._at + 2]
        minus = self._edge and bool(following) and following not in "-)" and not following.isspace()
        minus = minus and not _BELOW_ZERO.match(self._plain, self._at)
        self._pass()
        self._minus = minus

    def _closing(self, start: int) -> int | None:
        """Where the phrase ends whose opening mark is at `start`."""
        if self._last_closing <= start:
            return None
        return min(i for sign in CLOSING if (i := self._plain.find(sign, start + 1)) >= 0)

    def _quote(self, char: str) -> None:
        quoted = char in OPENING and self._at != self._spoken and not (char == PRINTED and self._is_pasted())
        end = self._closing(self._at) if quoted else None
        if end is not None and not self._minus and self._is_spoken(end + 1):
            self._spoken, quoted, end = end, False, None
        if end is not None:
            self._phrase(self._at + 1, end)
            return
        self._at += 1  # a minus before it touches what follows it
        if quoted:
            self._hints.append(hint("open-quote"))

    def _is_pasted(self) -> bool:
        """Is it a sentence with quotation marks as they are printed, and no phrase that is looked for?"""
        outside = re.sub("“[^”]*”?", " ", self._text).split()
        written = any(word in OPERATORS or _WRITTEN.search(word) for word in outside)
        return not written and any(char.isalnum() for word in outside for char in word)

    def _is_spoken(self, end: int) -> bool:
        """Does what is quoted stand in a sentence, with a particle behind it? A phrase that is looked for has none."""
        others = re.sub(r'"[^"]*"\S*', " ", self._plain)
        return is_hangul(self._plain[end : end + 1]) and any(char.isalnum() for char in others)

    def _phrase(self, start: int, end: int) -> None:
        inner = self._text[start:end]
        words = " ".join(inner.split())
        if any(char.isalnum() for char in words):
            start += len(inner) - len(inner.lstrip())
            self._put(Lexeme("leaf", Quote(words, start)), end + 1)
        else:
            self._pass(end + 1 - self._at)

    def _field(self) -> bool:
        """A field, if its name is one and it can have this value; 10:30 and https: are words."""
        start = colon = self._at
        while colon < len(self._plain) and self._plain[colon].isalpha():
            colon += 1
        if colon == start or self._plain[colon : colon + 1] != ":":
            return False
        name = self._plain[start:colon]
        if place := place_named(name):
            self._put(Lexeme("leaf", Field("in", place, start)), colon + 1, edge=True)
            return True
        quoted = self._plain[colon + 1 : colon + 2] in tuple(OPENING)
        closing = self._closing(colon + 1) if quoted else None
        end = closing if closing is not None else word_end(self._plain, colon + 1, self._closes)
        typed = self._text[colon + 2 : end] if quoted else self._text[colon + 1 : end]
        field = field_named(name)
        value = read_value(field, typed) if field and (closing is not None or not quoted) else None
        if field and value:
            self._put(Lexeme("leaf", Field(field, value, start)), end + 1 if quoted else end)
            return True
        self._wrong(self._text[start:colon], field, typed)
        end = colon + 1 if quoted else word_end(self._plain, start, self._closes)
        self._put(Lexeme("leaf", Word(self._text[start:end], start, end)), end)
        return True

    def _wrong(self, name: str, field: str | None, typed: str) -> None:
        if field is None:
            if len(name) > 1 and any(char.isalnum() for char in typed) and not typed.startswith("//"):
                self._hints.append(hint("unknown-field", field=name))
        elif field in _WRONG and any(char.isalnum() for char in typed):
            self._hints.append(hint(_WRONG[field], value=typed))
        else:
            self._hints.append(hint("no-value", field=name, example=f"{name}:{NAMES[field][2 + name.isascii()]}"))

    def _word(self) -> None:
        if states := _STATES_JOINED.match(self._plain, self._at):
            self._put(Lexeme("leaf", Word(re.sub(r"\s", "", states.group()), *states.span())), states.end())
            return
        end = word_end(self._plain, self._at, self._closes)
        text, plain = self._text[self._at : end], self._plain[self._at : end]
        note = self._note(text, end)
        if plain in OPERATORS:
            self._put(Lexeme(plain), end)
        elif note is not None and not any(char.isalnum() for char in text[:note]):
            self._pass(end - self._at)
        elif note is not None:
            self._put(Lexeme("leaf", Word(text[:note], self._at, self._at + note)), end)
        elif not any(char.isalnum() for char in text):
            self._pass(end - self._at)
        elif _STATE_LEFT.fullmatch(plain):
            self._put(Lexeme("leaf", Word(text[0], self._at, end)), end)
        elif plain[-1] != "*":
            self._put(Lexeme("leaf", Word(text, self._at, end)), end)
        elif _begins_words(text[:-1]):
            self._put(Lexeme("leaf", Prefix(text[:-1], self._at)), end)
        else:
            self._hints.append(hint("prefix", value=text))
            self._put(Lexeme("leaf", Word(text, self._at, end)), end)

    def _note(self, text: str, end: int) -> int | None:
        """Where in a word the number of a note begins that came along when the text was pasted: 밝혔다27), 성명²."""
        found = _NOTE.search(text)
        if found is None or (found["bracket"] and (self._plain[end : end + 1] != ")" or any(self._brackets))):
            return None
        return found.start()


_WRITTEN = re.compile(r"^-\w|^\(|\w[:*]")  # of words: fields, prefixes, what is left out or bracketed
# A raised number after a letter or sign; before a bracket, a number alone or after a letter of other than Latin script.
_NOTE = re.compile(r"(?:(?<=[^\s\d])[⁰¹²³⁴-⁹]+|(?:(?<=[가-힣一-鿿”’\"'»》」』.])|^)(?P<bracket>\d{1,3}))$")
_BELOW_ZERO = re.compile(r"-\d+(?:\.\d+\b|(?:\.\d+)?(?:%|℃|°|퍼센트|포인트|도(?![가-힣])))")  # -2024 is another year
# 북 -러 is a pair of states as extractors leave it, not 북 without 러.
_STATES_JOINED = re.compile(rf"[{STATES}](?:(?: [-‐‑–] ?|[-‐‑–] )[{STATES}])+(?![가-힣*])")

_STATE_LEFT = re.compile(rf"[{STATES}][-‐‑–]")  # 북-, of a pair that was cut: 북- 북 would be a pair


def _begins_words(text: str) -> bool:
    """Whether enough stands before the star. One Korean or Chinese syllable is a morpheme (핵*), one letter is not."""
    return text.isalnum() and (len(text) > 1 or "가" <= text <= "힣" or is_han(text))
