"""How do other programs read the term base? As SKOS in Turtle: a concept a row, its forms as labels by language.

Preferred forms are preferred labels, the others alternative ones; signs of states (북, 朝) are hidden labels, since
they mean a state only beside others. Each kind is a scheme. Source: SKOS Reference, W3C 2009; RDF 1.1 Turtle, W3C
2014.
"""

from collections.abc import Iterator
from urllib.parse import quote

from archive.terms.base import LANGUAGES, SIGN, Concept, TermBase
from archive.text import language_of

PREFIXES = ("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",)
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def turtle(base: TermBase, home: str | None) -> Iterator[str]:
    """The lines of a Turtle file. `home` is the archive's public address; without one concepts have relative names."""
    if home:
        yield f"@base <{home}/terms> ."
    yield from PREFIXES
    for kind in dict.fromkeys(row.kind for row in base.rows):
        yield ""
        yield f"{_scheme(kind)} a skos:ConceptScheme ;"
        yield f"    skos:prefLabel {_literal(kind, 'en')} ."
    for row in base.rows:
        yield ""
        yield from _concept(row)


def _concept(row: Concept) -> Iterator[str]:
    said = [f"skos:inScheme {_scheme(row.kind)}", f"skos:notation {_literal(row.id)}", *_labels(row)]
    yield f"<#{quote(row.id, safe='')}> a skos:Concept ;"
    yield from (f"    {one} ;" for one in said[:-1])
    yield f"    {said[-1]} ."


def _labels(row: Concept) -> Iterator[str]:
    """No form is two labels of one language (SKOS Reference, S13), and no language has two preferred ones (S14)."""
    seen: set[tuple[str, str]] = set()
    preferred: set[str] = set()
    forms = [(form, language) for language in LANGUAGES for form in row.forms(language) if not form.startswith(SIGN)]
    forms += [(form, language_of(form) or "en") for form in row.abbr]
    for form, language in forms:
        if (form, language) not in seen:
            seen.add((form, language))
            yield f"skos:{'altLabel' if language in preferred else 'prefLabel'} {_literal(form, language)}"
            preferred.add(language)
    signs = [(form[1:], language) for language in LANGUAGES for form in row.forms(language) if form.startswith(SIGN)]
    yield from (f"skos:hiddenLabel {_literal(*sign)}" for sign in dict.fromkeys(signs) if sign not in seen)


def _scheme(kind: str) -> str:
    return f"<#scheme/{quote(kind, safe='')}>"


def _literal(text: str, language: str = "") -> str:
    escaped = "".join(_ESCAPED.get(char) or (char if char.isprintable() else f"\\U{ord(char):08X}") for char in text)
    return f'"{escaped}"' + (f"@{language}" if language else "")
