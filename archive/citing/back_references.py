"""Which source does Ibid. mean? Finds Ibid. and its kin, and says which note prints the source they mean.

Ibid. and 위의 글 mean the last source cited before. With a name before it (이상준, 앞의 글; Park, op. cit.) the phrase
means the last note that cites this author or title; where none does, nothing is guessed. The note meant is the one that
prints the source: an Ibid. after an Ibid. means what the first one means.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.model import Citation, Note
from archive.text import bare


@dataclass(frozen=True, slots=True)
class BackReference:
    """A phrase that means a source cited before; `author` is the name or title printed before it."""

    start: int
    end: int
    author: str | None


@dataclass(frozen=True, slots=True)
class BackReferencePattern:
    """A way to refer back."""

    pattern: str
    example: str
    why: str


PHRASES = (
    BackReferencePattern(r"[Ii]bid(?:em)?\b\.?", "Ibid., p. 3", "Latin, in notes of every language"),
    BackReferencePattern(r"[Oo]p\.\s?cit\.?|[Ll]oc\.\s?cit\.?", "Park, op. cit., p. 3", "Latin, with the author"),
    BackReferencePattern(r"[Тт]ам же|[Уу]каз\.\s?соч\.?", "Там же. С. 3", "Russian, GOST 7.0.5"),
    BackReferencePattern(r"(?:위|앞)의?\s?(?:글|책|논문|기사|보고서|자료|문서|사이트|보도|인터뷰)(?![가-힣])",
        "이상준, 앞의 글, 3쪽", "Korean"),
    BackReferencePattern(r"(?:상게|전게)(?:서|논문|고|기사|자료)(?![가-힣])", "이상준, 전게서, 3면",
        "Korean in hanja words, law"),
    BackReferencePattern(r"동(?:서|논문|고)(?=\s?(?:[,，]|$))", "동서, 3면",
        "law; 동서 is also East and West, so only where it ends"),
    BackReferencePattern(r"同上|前[揭引][书書文论論]?[文]?|上[揭引][书書文]?", "同上，第3页", "Chinese and hanja"),
)  # fmt: skip
_BACK = re.compile(
    r"(?:^|(?<=[\s,，:：.]))(?:" + "|".join(f"(?:{phrase.pattern})" for phrase in PHRASES) + r")"
    r"(?=\s{0,2}(?:$|[,，.;；:)）]|참조|참고|pp?\.|\d|[СсCc]\.))"
)
_LONGEST_NAME = 120  # code points before the phrase; more is prose that only mentions it
_NAME_TRIM = ' \t,，.:：「」『』“”"‘’«»《》'
_LED = re.compile(r"^(?:[Ss]ee(?: also)?|[Cc]f\.|[Сс]м\.:?|재인용:?)\s+")


def find_back_reference(text: str, start: int, end: int) -> BackReference | None:
    """The phrase by which text[start:end] means a source cited before; None where it has none or is prose."""
    match = _BACK.search(text[start : min(end, start + _LONGEST_NAME + 20)])
    if not match:
        return None
    before = _LED.sub("", text[start : start + match.start()]).strip()
    name = before.strip(_NAME_TRIM)
    parted = not name or before[-1:] in _NAME_TRIM
    if len(name) > _LONGEST_NAME or not parted or any(c.isdigit() for c in name):
        return None
    return BackReference(start + match.start(), start + match.end(), name or None)


def _pieces(text: str) -> list[tuple[int, int]]:
    """A note's stretches between semicolons, enough to look for phrases."""
    bounds = [0, *(match.end() for match in re.finditer("[;；]", text)), len(text)]
    found = []
    for start, end in pairwise(bounds):
        shown = text[start:end]
        found.append((start + len(shown) - len(shown.lstrip()), start + len(shown.rstrip(" .;；"))))
    return [(start, end) for start, end in found if start < end]


def resolve_ibid(notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes with `same_as` filled: the position of the note whose source Ibid., 앞의 글 or op. cit. means.

    `citations` stay as printed; `cited_sources` gives what a note cites by way of another.
    """
    return tuple(note if at is None else replace(note, same_as=at) for note, at in _with_referents(notes))


def cited_sources(notes: Sequence[Note]) -> tuple[tuple[Citation, ...], ...]:
    """What each note cites, by Ibid. too: then the source meant, with the pages and the offsets printed here."""
    cited: list[tuple[Citation, ...]] = []
    for note, at in _with_referents(notes):
        own = tuple(citation for citation in note.citations if _is_source(citation))
        carried = _carried(note, notes[at]) if at is not None else None
        cited.append(tuple(sorted((*own, carried), key=lambda c: c.start)) if carried else own)
    return tuple(cited)


def _carried(note: Note, meant: Note) -> Citation | None:
    """The source of the note meant, as it is cited here."""
    for start, end in _pieces(note.text):
        back = find_back_reference(note.text, start, end)
        if back:
            source = _source_of(meant, back.author)
            pages = next((c.pages for c in note.citations if c.start == start), None)
            return replace(source, start=start, end=end, pages=pages) if source else None
    return None


def _source_of(note: Note, author: str | None) -> Citation | None:
    """The source of a note that this name means; without a name the last one."""
    sources = [citation for citation in note.citations if _is_source(citation)]
    named = [citation for citation in sources if author and _is_named(citation, author)]
    found = named or sources
    return found[-1] if found else None


def _is_source(citation: Citation) -> bool:
    return bool(citation.title or citation.url or citation.outlet)


def _is_named(citation: Citation, name: str) -> bool:
    """Is this the author, or the beginning of the title or the outlet? Surnames alone name authors in Latin script."""
    sought = bare(name)
    author = bare(citation.author or "")
    title = bare(citation.title or "")
    return bool(sought) and (sought in author or title.startswith(sought) or sought == bare(citation.outlet or ""))


def _with_referents(notes: Sequence[Note]) -> list[tuple[Note, int | None]]:
    """Each note with the position of the note that its back reference means; None where none is known."""
    resolved: list[tuple[Note, int | None]] = []
    last: int | None = None  # the note that printed the source cited last
    for position, note in enumerate(notes):
        meant: int | None = None
        for start, end in _pieces(note.text):
            back = find_back_reference(note.text, start, end)
            if not back:
                continue
            if any(_is_source(c) and c.start < start for c in note.citations) and back.author is None:
                continue  # the source meant stands in this very note
            meant = last if back.author is None else _last_naming(notes, position, back.author)
            break
        if any(_is_source(citation) for citation in note.citations):
            last = position
        elif meant is not None:
            last = meant
        resolved.append((note, meant))
    return resolved


def _last_naming(notes: Sequence[Note], before: int, name: str) -> int | None:
    for position in range(before - 1, -1, -1):
        if any(_is_source(citation) and _is_named(citation, name) for citation in notes[position].citations):
            return position
    return None
