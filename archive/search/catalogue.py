"""Which documents does a query name? Titles, authors, publishers, series and numbers, found without a field.

A name is found as it stands in the catalogue, whatever its signs and spaces; an author's with a degree or an office
(홍예시 박사, Dr. Hong), a Latin one in either order, and as it sounds in another script. A title is found whole, or by
all words of the query; loosely, so is whatever else the catalogue says of a document. Nothing here ranks passages: it
says what the words may name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.model import Metadata, TitleOrigin
from archive.phonetics import LIKE, keys, likeness, lookup
from archive.query import Query, Quote, Word, words
from archive.text import bare, is_hangul

LONGEST_RUN = 6  # words of a name of a person or an institute; chosen
SHORTEST_PART = 2  # letters of a word that says something of a title
SHORTEST_NUMBER = 5  # digits of a number that names a document without its series: 2025-09; chosen
# What stands before or after an author's name. Source: 표준 언어 예절 (2011), and institutes' lists of authors.
_OFFICES = re.compile(
    r"(?:박사|교수|연구위원|선임연구위원|연구원|부연구위원|연구교수|명예교수|위원|소장|원장|기자|대표|님|씨|선생님?)$"
    r"|^(?:dr|prof|professor|mr|ms|mrs)\b\.?\s*|^(?:проф|профессор|д-р|доктор)\b\.?\s*|(?:教授|博士|研究员|研究員|先生|女士)$",
    re.IGNORECASE,
)
# What stands around the digits of a number of a series: No. 5, Vol. 2, 제5호, 통권 12호.
_COUNTERS = re.compile(
    r"\b(?:no|nos|vol)\b\.?\s*(?=\d)|(?:제|통권|№)\s*(?=\d)|(?<=\d)\s*[호권집](?!\w)",
    re.IGNORECASE,
)
_PARTICLES = re.compile(r"(?<=[가-힣]{2})(?:에서|에게|께서|으로|이라는|라는|이|가|은|는|을|를|의|에|와|과|로|도)$")


@dataclass(frozen=True, slots=True)
class CatalogueMatch:
    """A name of the catalogue that a query has: of which field, and the documents, by number, that have it.

    `start` and `end` (half-open) say where in the query's text it stands; a title that is not `whole` has all words of
    the query, and others.
    """

    field: str  # title, author, publisher, series, number; loosely, affiliation, original
    name: str
    documents: tuple[int, ...]
    start: int
    end: int
    whole: bool = True

    def covers(self, text: str) -> bool:
        """Does it take up all of a query's text?"""
        return not text[: self.start].strip() and not text[self.end :].strip()


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document, by number, that a query names, and the names that it has of those in the query."""

    number: int
    because: tuple[CatalogueMatch, ...]


class CatalogueIndex:
    """The names of an archive's documents, by their letters and by their sound."""

    def __init__(self, catalogue: Iterable[tuple[int, Metadata]]) -> None:
        """`catalogue` gives documents by number."""
        found: dict[tuple[str, str], tuple[str, list[int]]] = {}
        others: dict[tuple[str, str], tuple[str, list[int]]] = {}  # what is found loosely only
        self._by_letters: dict[str, list[tuple[str, str]]] = {}
        self._by_sound: dict[str, dict[str, str]] = {}  # key of sound -> author's name -> its letters
        self._dates: dict[int, str] = {}
        printed, supplied = set[str](), set[str]()
        for number, metadata in catalogue:
            printed.add(bare(metadata.title or ""))
            supplied.add(bare(_supplied(metadata) or ""))
            self._dates[number] = metadata.date or ""
            for known, names in ((found, _names(metadata)), (others, _others(metadata))):
                for field, name in names:
                    entry = known.setdefault((field, bare(name)), (name, []))
                    if entry[1][-1:] != [number]:  # one document's names come together
                        entry[1].append(number)
        self._found, self._others = found, others
        self._proposed = supplied - printed  # by which a document is found as a whole only: it is no catalogue's title
        for field, letters in found:
            for spelt in _spellings(field, found[field, letters][0]):
                entries = self._by_letters.setdefault(spelt, [])
                if (field, letters) not in entries:
                    entries.append((field, letters))
            if field == "author":
                for key in keys(found[field, letters][0]):
                    self._by_sound.setdefault(key, {})[found[field, letters][0]] = letters

    def named(self, query: Query, loosely: bool = False) -> tuple[CatalogueMatch, ...]:
        """The names in a query: whole titles first, then persons, institutes and series in order, then other titles;
        loosely, then whatever of the catalogue has all its words, however short.
        """
        typed = [word for word in words(query) if isinstance(word, Word | Quote)]
        whole = list(self._named(typed))
        named = {(match.field, match.name) for match in whole}
        return (*whole, *(match for match in self._having(typed, loosely) if (match.field, match.name) not in named))

    def documents(self, matches: Sequence[CatalogueMatch]) -> tuple[NamedDocument, ...]:
        """The documents of these matches: a whole title first, then those with most names, the latest of them first."""
        found: dict[int, list[CatalogueMatch]] = {}
        for match in matches:
            for number in match.documents:
                found.setdefault(number, []).append(match)
        listed = [NamedDocument(number, tuple(because)) for number, because in found.items()]
        latest = sorted(listed, key=lambda one: self._dates.get(one.number, ""), reverse=True)
        return tuple(sorted(latest, key=_order))

    def _named(self, typed: Sequence[Word | Quote]) -> Iterator[CatalogueMatch]:
        """Names of the longest runs of words, titles first."""
        found: list[CatalogueMatch] = []
        for size in range(len(typed), 0, -1):
            for i in range(len(typed) - size + 1):
                run = typed[i : i + size]
                start, end = run[0].start, _end(run[-1])
                if size > LONGEST_RUN and size < len(typed):
                    continue
                if any(one.start < end and start < one.end for one in found):
                    continue
                found += self._of(" ".join(word.text for word in run), start, end, size == len(typed))
        return iter(sorted(found, key=lambda one: (one.field != "title", one.start)))

    def _of(self, text: str, start: int, end: int, all_words: bool) -> Iterator[CatalogueMatch]:
        entries = {entry: None for form in _forms(text) for entry in self._by_letters.get(bare(form), ())}
        if not entries:
            entries = {entry: None for form in _forms(text) for entry in self._sounding(form)}
        for field, letters in entries:
            if field != "title" or all_words:
                name, documents = self._found[field, letters]
                yield CatalogueMatch(field, name, tuple(documents), start, end)

    def _sounding(self, text: str) -> Iterator[tuple[str, str]]:
        """Authors of another script that sound so."""
        for key in lookup(text):
            for name, letters in self._by_sound.get(key, {}).items():
                if _in_hangul(name) != _in_hangul(text) and likeness(text, name) >= LIKE:
                    yield "author", letters

    def _having(self, typed: Sequence[Word | Quote], loosely: bool) -> Iterator[CatalogueMatch]:
        """Titles, or loosely all names, with all words of the query; those with the fewest others first."""
        parts = [part for word in typed if (part := bare(_PARTICLES.sub("", word.text)))]
        if not parts or sum(map(len, parts)) < SHORTEST_PART * (1 if loosely else 2):
            return
        known = {**self._found, **self._others} if loosely else self._found
        having = [
            (field != "title", len(letters), field, name, documents)
            for (field, letters), (name, documents) in known.items()
            if (loosely or field == "title") and all(part in letters for part in parts)
            if field != "title" or letters not in self._proposed
        ]
        for _, _, field, name, documents in sorted(having):
            yield CatalogueMatch(field, name, tuple(documents), typed[0].start, _end(typed[-1]), whole=False)


def _order(named: NamedDocument) -> tuple[bool, int]:
    whole = [match for match in named.because if match.whole]
    return all(match.field != "title" for match in whole), -len({match.start for match in whole})


def _names(metadata: Metadata) -> Iterator[tuple[str, str]]:
    """The names of one document: (field, name)."""
    rows = (
        ("title", (metadata.title or _supplied(metadata), metadata.title_en)),
        ("author", (*metadata.authors, *metadata.authors_latin)),
        ("publisher", (metadata.publisher, metadata.publisher_en)),
        ("series", (metadata.series,)),
        ("number", (" ".join(filter(None, (metadata.series, metadata.number))) if metadata.number else None,)),
    )
    yield from ((field, name) for field, names in rows for name in names if name and bare(name))


def _supplied(metadata: Metadata) -> str | None:
    """What stands for the title on pages; not the first words of a text, which are found in it."""
    supplied = metadata.supplied
    return supplied.text if supplied and supplied.origin is not TitleOrigin.OPENING else None


def _others(metadata: Metadata) -> Iterator[tuple[str, str]]:
    """What else the catalogue says of a document, of which nobody would type the whole."""
    rows = (("affiliation", metadata.affiliation), ("original", metadata.original))
    yield from ((field, text) for field, text in rows if text and bare(text))


def _spellings(field: str, name: str) -> Iterator[str]:
    """The letters by which a name is found; a Latin author's also with the surname last."""
    yield bare(name)
    if field == "number":
        yield bare(_COUNTERS.sub("", name))
        number = re.search(r"\d[\d\-–./]*$", _COUNTERS.sub("", name).strip())
        if number and len(bare(number.group())) >= SHORTEST_NUMBER:
            yield bare(number.group())
    parts = re.split(r"[\s,]+", name.strip())
    if field == "author" and len(parts) > 1:
        yield bare("".join((*parts[1:], parts[0])))
        yield bare("".join((parts[-1], *parts[:-1])))


def _forms(text: str) -> Iterator[str]:
    """What was typed, without a particle, and without a degree, an office or the signs of a number."""
    plain = _PARTICLES.sub("", text)
    forms = (form for one in (text, plain) for form in (one, _OFFICES.sub("", one.strip()), _COUNTERS.sub("", one)))
    yield from dict.fromkeys(form.strip() for form in forms if bare(form))


def _end(word: Word | Quote) -> int:
    return word.end if isinstance(word, Word) else word.start + len(word.text)


def _in_hangul(text: str) -> bool:
    return any(map(is_hangul, text))
