"""Do the forms of Russian words meet? Every name of the term base in every case, by a dictionary of its own.

`python -m tests.quality.russian` prints, by kind, how many forms there are and how many the matcher does not find.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pymorphy3
from pymorphy3.analyzer import Parse

from archive.knowledge import builtin
from archive.terms import Edges
from archive.terms.base import Concept
from archive.text import fold

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
NUMBERS = ("sing", "plur")
_WORD = re.compile(r"[А-ЯЁа-яё]+")


@cache
def dictionary() -> pymorphy3.MorphAnalyzer:
    """The dictionary, loaded once."""
    return pymorphy3.MorphAnalyzer()


def missed() -> dict[str, tuple[int, list[tuple[str, str]]]]:
    """By kind: how many forms there are, and those that do not meet: (name, form)."""
    found: dict[str, tuple[int, list[tuple[str, str]]]] = defaultdict(lambda: (0, []))
    for row in builtin().terms.rows:
        for name in row.ru:
            kind, forms = _forms(name)
            kind = f"state, {kind}" if row.kind == "state" else kind
            for form in forms:
                many, lost = found[kind]
                found[kind] = many + 1, lost if _meets(row, form) else [*lost, (name, form)]
    return dict(sorted(found.items()))


def _meets(row: Concept, form: str) -> bool:
    text = fold(form).text
    words = [match.span() for match in re.finditer(r"\w+", text)]
    edges = Edges({start for start, _ in words}, {end for _, end in words})
    return row.id in {one.concept for one in builtin().concepts.find(text, edges)}


def _forms(name: str) -> tuple[str, set[str]]:
    """Of which kind a name is, and its other forms; none of what is no noun, nor an adjective alone or before one."""
    words = name.split()
    if name.isupper() or not 1 <= len(words) <= 2 or not all(map(_WORD.fullmatch, words)):
        return "", set()
    noun, adjective = _parse(words[-1], "NOUN"), _parse(words[0], "ADJF")
    if len(words) == 2:
        first = _parse(words[0], "NOUN")
        if noun and adjective:
            return "two words", {_capital(name, form) for form in _agreeing(adjective, noun)}
        return "two words", {f"{_capital(name, form)} {words[1]}" for form in _cases(first)} if first else set()
    if noun:
        kind = "plural alone" if "Pltm" in noun.tag else "surname" if "Surn" in noun.tag else "noun"
        return kind, {_capital(name, form) for form in _cases(noun)}
    lexeme = adjective.lexeme if adjective else ()
    return "adjective", {_capital(name, one.word) for one in lexeme if {"ADJF"} in one.tag and "Supr" not in one.tag}


def _parse(word: str, part_of_speech: str) -> Parse | None:
    return next(
        (
            one
            for one in dictionary().parse(word)
            if {part_of_speech, "nomn"} in one.tag and one.word == word.casefold()
        ),
        None,
    )


def _cases(noun: Parse) -> Iterator[str]:
    inflected = (noun.inflect({number, case}) for number in NUMBERS for case in CASES)
    yield from (one.word for one in inflected if one)


def _agreeing(adjective: Parse, noun: Parse) -> Iterator[str]:
    for number in NUMBERS:
        for case in CASES:
            inflected = noun.inflect({number, case})
            said = {number, case} | ({noun.tag.gender} if number == "sing" and noun.tag.gender else set())
            if case == "accs" and (number == "plur" or noun.tag.gender == "masc"):
                said |= {noun.tag.animacy or "inan"}
            agreeing = adjective.inflect(said)
            if inflected and agreeing:
                yield f"{agreeing.word} {inflected.word}"


def _capital(name: str, form: str) -> str:
    return form[:1].upper() + form[1:] if name[0].isupper() else form


if __name__ == "__main__":
    for kind, (many, lost) in missed().items():
        print(f"{kind}: {many} forms, {len(lost)} not met ({len(lost) / many:.2%})", *dict(lost).items(), sep="\n  ")
