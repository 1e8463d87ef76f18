"""Which paragraphs of a page are notes that somebody typed? "1) …" below the text, called by a raised or typed "1)".

Nothing in the tags says so, and a text counts its items in the same way. So lines are taken for notes only where they
count on from 1, stand below the marks that call them, and something says what they are: a heading or a rule above
them, or the words of citations in them with nothing of the text below. Otherwise all stays as it is, and marks open.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from indexer.markup.cuts import TEXT, notes_of
from indexer.markup.elements import Element, ElementRole, MarkupReference
from indexer.markup.notesigns import LIST_HEADING
from indexer.markup.partedlabels import joined_labels
from indexer.markup.typedmarks import RAISED, STARTS, typed_marks, with_typed_marks
from indexer.notes import LabelPosition, bind

# Marks by the bracket that they print: which of the forms above may be their notes without a heading or a rule.
FORMS = {
    ")": ("paren", "raised"),
    "]": ("square",),
    "(": ("round", "paren"),
    "": ("paren", "square", "raised", "sign"),
}
CITING = ("dot", "round")  # forms that fit any mark where every line cites
# What a note says and an item of a text seldom does: a title in its signs, a date behind an outlet, pages, an address.
CITES = re.compile(
    r"[「『《〈].{1,200}?[」』》〉]|[“\"].{1,200}?[”\"]\s?[,(]|,\s?(?:19|20)\d\d(?!\d)|\((?:19|20)\d\d[.)년]|https?://"
    r"|\b(?:pp?|vol|no)\.\s?\d|\d\s?[쪽면]\b|참조|재인용|검색일|(?:위의|앞의)\s?(?:글|책|논문)"
    r"|\bibid\b|\bop\. ?cit\b|\bsee\b",
    re.IGNORECASE,
)
SOURCES_HEADING = re.compile(
    r"[\s<\[【(]*(참고\s?(문헌|자료)|출처|references|bibliography)[\s>\]】):：]*", re.IGNORECASE
)
DRAWN = re.compile(r"[\s_=*·.~─━–—-]{3,}")  # a rule that is typed
TAIL = 200  # letters below the last note: a keeper's line, tags; more is text that goes on
LOOK = 500  # letters of a note looked at


@dataclass(frozen=True, slots=True)
class _TypedStart:
    """A line that begins like a note: where it stands, its label, its form."""

    element: int
    line: int
    label: str
    form: str
    words: str  # what the line says, as much of it as is looked at
    above: str  # the line above it


@dataclass(frozen=True, slots=True)
class _OpenMark:
    """A mark that leads nowhere yet."""

    element: int
    number: int  # among the marks of its element
    label: str
    printed: str


def cites(text: str) -> bool:
    """Whether a text cites a source, as far as a note is looked at."""
    return CITES.search(text[:LOOK]) is not None


def bind_typed_notes(elements: Sequence[Element], rules: Container[int] = ()) -> tuple[Element, ...]:
    """The elements with typed notes as notes, and open marks bound to them.

    `rules`: positions of elements that a rule across the page stands before.
    """
    if any(element.marks for element in elements):
        elements = _freed(elements, rules)
        apart = joined_labels(elements, rules)
        bound = _bound(elements, _open_marks(elements), rules)
        return bound or (apart and _bound(apart[0], _open_marks(apart[0]), apart[1])) or tuple(elements)
    marked = tuple(map(with_typed_marks, elements))
    marks = _open_marks(marked)
    if any(element.role is ElementRole.NOTE for element in elements):
        return _bound_by_labels(marked, marks) or tuple(elements)
    return _bound(marked, marks, rules, strict=True) or tuple(elements)


def _freed(elements: Sequence[Element], rules: Container[int]) -> Sequence[Element]:
    """The elements with marks open that no link binds, where their note is above or lines of its label are nearer."""
    notes = {one.key: at for at, one in enumerate(elements) if one.key and one.key.startswith("unlinked")}
    if not notes:
        return elements
    seen: dict[str, list[int]] = defaultdict(list)
    for run in _runs(elements):
        for start in run if _may_be_notes(elements, run, rules) else ():
            seen[start.label].append(start.element)
    for at, element in enumerate(elements):
        for _, mark in typed_marks(element.text) if element.role in TEXT else ():
            seen[mark.label].append(at)

    for places in seen.values():
        places.sort()

    def key(mark: MarkupReference, at: int) -> str | None:
        if mark.key not in notes:
            return mark.key
        between = seen[mark.label][bisect_right(seen[mark.label], at) :]
        return mark.key if at < notes[mark.key] <= min(between, default=len(elements)) else None

    return [
        replace(one, marks=tuple(replace(mark, key=key(mark, at)) for mark in one.marks))
        for at, one in enumerate(elements)
    ]


def _bound_by_labels(elements: Sequence[Element], marks: Sequence[_OpenMark]) -> tuple[Element, ...] | None:
    """The elements with all typed marks led to notes that are known as such; None where one of them cannot be."""
    notes = [(at, element) for at, element in enumerate(elements) if element.role is ElementRole.NOTE]
    bound = bind(
        [LabelPosition(mark.label, mark.element) for mark in marks],
        [LabelPosition(note.label or "", at) for at, note in notes],
    )
    keys = {
        (mark.element, mark.number): notes[n][1].key or ""
        for mark, n in zip(marks, bound, strict=True)
        if n is not None
    }
    return tuple(_with_notes(elements, (), keys)) if marks and len(keys) == len(marks) else None


def _open_marks(elements: Sequence[Element]) -> list[_OpenMark]:
    return [
        _OpenMark(at, number, mark.label, mark.printed)
        for at, element in enumerate(elements)
        if element.role is not ElementRole.NOTE
        for number, mark in enumerate(element.marks)
        if mark.key is None
    ]


def _bound(
    elements: Sequence[Element], marks: Sequence[_OpenMark], rules: Container[int], strict: bool = False
) -> tuple[Element, ...] | None:
    """The elements with their typed notes; None where there are none. `strict`: every mark must have its note."""
    chosen: list[_TypedStart] = []
    keys: dict[tuple[int, int], str] = {}
    for waiting, runs in _meetings(elements, marks, rules):
        run = _the_notes(elements, runs, waiting, rules)
        bound = bind(
            [LabelPosition(mark.label, mark.element) for mark in waiting],
            [LabelPosition(start.label, start.element) for start in run],
        )
        keys |= {
            (mark.element, mark.number): _key(run[n]) for mark, n in zip(waiting, bound, strict=True) if n is not None
        }
        chosen += run
    taken = {start.element for start in chosen}
    left = [mark for mark in marks if mark.element not in taken and (mark.element, mark.number) not in keys]
    return None if not chosen or (strict and left) else tuple(_with_notes(elements, chosen, keys))


_Runs = list[list[_TypedStart]]


def _meetings(
    elements: Sequence[Element], marks: Sequence[_OpenMark], rules: Container[int]
) -> Iterator[tuple[list[_OpenMark], _Runs]]:
    """Marks, and the lines below them that may be their notes with no other mark between."""
    runs = [run for run in _runs(elements) if _may_be_notes(elements, run, rules)] if marks else []
    places = [bisect_left(marks, run[0].element, key=lambda mark: mark.element) for run in runs]
    done = 0
    for place, group in groupby(zip(places, runs, strict=True), lambda one: one[0]):
        if place > done:
            yield list(marks[done:place]), [run for _, run in group]
        done = place


def _the_notes(
    elements: Sequence[Element], runs: _Runs, marks: Sequence[_OpenMark], rules: Container[int]
) -> list[_TypedStart]:
    """The one run that holds the notes of these marks; none where two may, or where it may be that of typed marks."""
    fitting = [run for run in runs if _are_notes(run, marks, rules)]
    if len(fitting) != 1:
        return []
    labels = {start.label for start in fitting[0]}
    between = elements[marks[-1].element + 1 : fitting[0][0].element]
    typed = (mark.label for one in between if one.role in TEXT for _, mark in typed_marks(one.text))
    return [] if any(label in labels for label in typed) else fitting[0]


def _key(start: _TypedStart) -> str:
    return f"typed {start.element} {start.line}"


def _runs(elements: Sequence[Element]) -> Iterator[list[_TypedStart]]:
    """Lines that begin like notes of one form, count on from 1, and have nothing but their own lines between them."""
    run: list[_TypedStart] = []
    for at, element in enumerate(elements):
        found = list(_starts(at, element, elements[at - 1].text if at else ""))
        for start in found:
            if run and not (start.form == run[-1].form and _next(run[-1].label, start.label)):
                yield run
                run = []
            if run or _next("", start.label):
                run.append(start)
        if run and not found and element.role is not ElementRole.META:
            yield run
            run = []
    if run:
        yield run


def _starts(at: int, element: Element, above: str) -> Iterator[_TypedStart]:
    """The lines of an element that begin like a note; `above` is the text above the element."""
    if element.role not in TEXT:
        return
    if element.marker is not None and re.fullmatch(r"\d{1,3}[.)]", element.marker):
        form = "dot" if element.marker.endswith(".") else "paren"
        yield _TypedStart(at, 0, element.marker[:-1], form, element.text[:LOOK], above)
        return
    for count, line in enumerate(element.text.split("\n")):
        for form, pattern in STARTS:
            if (match := pattern.match(line)) is not None:
                yield _TypedStart(at, count, match[1].translate(RAISED), form, line[match.end() :][:LOOK], above)
                break
        above = line


def _next(label: str, following: str) -> bool:
    """Whether a label comes after another; after none, whether it is a first one."""
    if following.isdigit():
        return int(following) == (int(label) + 1 if label.isdigit() else 1)
    return following == "*" if not label else following == label + "*" or (label[0] == "*" and following[0] in "†‡")


def _are_notes(run: Sequence[_TypedStart], marks: Sequence[_OpenMark], rules: Container[int]) -> bool:
    """Whether lines that may be notes are those of the marks above them."""
    called, printed = {mark.label for mark in marks}, {start.label for start in run}
    if _set_off(run[0], rules):
        return bool(called & printed)
    fitting = all(run[0].form in FORMS[_bracket(mark.printed)] for mark in marks)
    citing = run[0].form in CITING and all(cites(start.words) for start in run)
    return printed <= called and (fitting or citing)


def _bracket(printed: str) -> str:
    """Which of the brackets of `FORMS` a mark prints."""
    return "(" if printed.startswith("(") else printed[-1:] if printed[-1:] in (")", "]") else ""


def _may_be_notes(elements: Sequence[Element], run: Sequence[_TypedStart], rules: Container[int]) -> bool:
    """Whether something says that lines are notes: what stands above them, or their words and what follows."""
    if _set_off(run[0], rules):
        return True
    first = run[0]
    below_table = first.line == 0 and first.element > 0 and elements[first.element - 1].role is ElementRole.TABLE
    if below_table or SOURCES_HEADING.fullmatch(first.above):
        return False  # notes of the table, or a list of sources
    citing = sum(cites(start.words) for start in run)
    return 2 * citing >= len(run) and _ends(elements, run[-1].element)


def _set_off(start: _TypedStart, rules: Container[int]) -> bool:
    """Whether a heading that announces notes, or a rule across the page, stands above a line."""
    headed = LIST_HEADING.fullmatch(start.above) or DRAWN.fullmatch(start.above)
    return headed is not None or (start.line == 0 and start.element in rules)


def _ends(elements: Sequence[Element], last: int) -> bool:
    """Whether the text, or this section of it, is over below an element."""
    letters = 0
    for at in range(last + 1, len(elements)):
        element = elements[at]
        if element.role is ElementRole.HEADING:
            break
        letters += len(element.text) + sum(len(cell.text) for row in element.rows for cell in row)
        if letters > TAIL:
            return False
    return True


def _with_notes(
    elements: Sequence[Element], starts: Sequence[_TypedStart], keys: dict[tuple[int, int], str]
) -> Iterator[Element]:
    """The elements with each start and the lines after it as a note, and the marks led to their notes."""
    of_element = {at: list(found) for at, found in groupby(starts, lambda start: start.element)}
    for at, element in enumerate(elements):
        if at in of_element:
            yield from notes_of(element, [(start.line, _key(start), start.label) for start in of_element[at]])
            continue
        marks = tuple(replace(mark, key=keys.get((at, number), mark.key)) for number, mark in enumerate(element.marks))
        yield replace(element, marks=marks)
