"""Which paragraphs are notes that somebody typed? "1) …" behind the text that calls it with a typed or raised "1)".

A word processor holds each note at its mark; where it holds none, a text may still print both by hand, at the foot of a
page or the end of a section. Lists of items look the same, so notes are bound only where all agrees: they count on from
the note before them without a gap, the text above calls each of them once and in that order, and each says of itself
what it is: it cites a source, it explains the very word at which it is called, or its mark is raised. Otherwise all
stays as it is, and no mark is taken out of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.markup import Element, ElementRole, MarkupReference, cites
from indexer.notes import find_marks

FEWEST = 2  # notes of a document
TERM = re.compile(r"([가-힣A-Za-z][\w·&+-]*)\W{0,3}$")  # the word at which a note is called
HEAD = 24  # letters of a note among which it names what it explains
LONGEST = 600  # letters of a typed note
TEXT = (ElementRole.PARAGRAPH, ElementRole.ITEM)
START = re.compile(r"(?:각주|주)?\s?(?P<label>\d{1,3})\s?\)\s*(?=\S)|(?P<raised>[⁰¹²³⁴-⁹]{1,3})⁾?\s*(?=\S)")
# A mark that a space parts from the bracket of a foreign word: 거대언어모델(LLM) 1)은.
APART = re.compile(r"(?<=[)”’」』》〉]) (?P<label>\d{1,3})\)(?=[가-힣\s,.]|$)")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class _NoteStart:
    """A paragraph that begins like a note: its place, its number, its words."""

    at: int
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class _TypedCall:
    """A mark in the text: its element, where it stands there, its number, the word before it."""

    at: int
    start: int
    end: int
    number: int
    term: str
    raised: bool


def with_typed_notes(elements: Sequence[Element]) -> list[Element]:
    """The elements with typed notes as notes, and the marks that call them; as they are where not all agrees."""
    bound: list[tuple[_TypedCall, _NoteStart]] = []
    last, above = 0, 0  # the number of the note before, and where the text begins that may call the next
    for run in _runs(elements):
        first, end = run[0].number, run[-1].at + 1
        if first == 1:
            last = 0
        calls = [call for at in range(above, run[0].at) for call in _calls(at, elements[at])]
        numbers = {start.number for start in run}
        calling = [call for call in calls if call.number in numbers]
        pairs = list(zip(calling, run, strict=False))
        agrees = first == last + 1 and [call.number for call in calling] == [start.number for start in run]
        if agrees and _say_what_they_are(pairs):
            bound += pairs
            last, above = run[-1].number, end
    return _with_notes(elements, bound) if len(bound) >= FEWEST else list(elements)


def _runs(elements: Sequence[Element]) -> Iterator[list[_NoteStart]]:
    """Paragraphs one after another that count on."""
    run: list[_NoteStart] = []
    for at, element in enumerate(elements):
        start = _start(at, element)
        if run and not (start and start.number == run[-1].number + 1):
            yield run
            run = []
        if start:
            run.append(start)
    if run:
        yield run


def _start(at: int, element: Element) -> _NoteStart | None:
    if element.role not in TEXT or element.marks or "\n" in element.text or len(element.text) > LONGEST:
        return None
    text = f"{element.marker} {element.text}" if element.marker else element.text
    found = START.match(text)
    label = found and (found["label"] or found["raised"].translate(_FIGURES))
    return _NoteStart(at, int(label), text[found.end() :]) if found and label else None


def _calls(at: int, element: Element) -> Iterator[_TypedCall]:
    """The marks with a bracket, or raised, in a text; a number at its head calls nothing."""
    if element.role not in TEXT or _start(at, element):
        return
    text = element.text
    found = [
        (mark.start, mark.end, mark.label, mark.style == "superscript")
        for mark in find_marks(text)
        if mark.style in ("word", "paren", "superscript") and mark.start
    ]
    found += [(mark.start(), mark.end(), mark["label"], False) for mark in APART.finditer(text)]
    for start, end, label, raised in sorted(found):
        term = TERM.search(text[:start])
        yield _TypedCall(at, start, end, int(label), term[1] if term else "", raised)


def _say_what_they_are(pairs: Sequence[tuple[_TypedCall, _NoteStart]]) -> bool:
    """Whether every note says what it is. Words that several marks stand at are no terms: 방법1), 방법2)."""
    terms = [call.term.casefold() for call, _ in pairs]
    return all(
        call.raised or cites(start.words) or (terms.count(term) == 1 and _explains(start.words, term))
        for (call, start), term in zip(pairs, terms, strict=True)
    )


def _explains(words: str, term: str) -> bool:
    """Whether a note names the word at which it is called, right at its head."""
    return len(term) > 1 and term in words[: HEAD + len(term)].casefold()


def _with_notes(elements: Sequence[Element], bound: Sequence[tuple[_TypedCall, _NoteStart]]) -> list[Element]:
    """The elements with the starts as notes, and their marks taken out of the text."""
    notes = {start.at: start for _, start in bound}
    found: list[Element] = []
    for at, element in enumerate(elements):
        if at in notes:
            start = notes[at]
            label = str(start.number)
            found.append(Element(ElementRole.NOTE, start.words, key=f"typed {at}", label=label))
            continue
        calls = [(call, start) for call, start in bound if call.at == at]
        found.append(_called(element, calls) if calls else element)
    return found


def _called(element: Element, calls: Sequence[tuple[_TypedCall, _NoteStart]]) -> Element:
    text, marks, end = "", list[MarkupReference](), 0
    for call, start in calls:
        text += element.text[end : call.start]
        printed = element.text[call.start : call.end].strip()
        marks.append(MarkupReference(len(text.rstrip()), printed, str(call.number), f"typed {start.at}"))
        end = call.end
    return replace(element, text=text + element.text[end:], marks=tuple(marks))
