"""Which source does Ibid. mean? Finds Ibid. and its kin, and says which note prints the source they mean.

Ibid. and 위의 글 mean the last source cited before. With a name before it (이상준, 앞의 글; Park, op. cit.) the phrase
means the last note that cites this author or title; where none does, nothing is guessed. Where that note cites several
sources, the name says which; what may still be any of them is none for sure. The note meant is the one that
prints the source: an Ibid. after an Ibid. means what the first one means.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import merge
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

    `citations` stay as printed; `cited_by` gives what a note cites by way of another.
    """
    resolved: list[Note] = []
    before = _CitedSources()
    last: int | None = None  # the note that printed the source cited last
    for position, note in enumerate(notes):
        back = _reference_of(note)
        meant = None if back is None else last if back.author is None else before.last_named(back.author)
        if any(map(is_source, note.citations)):
            last = position
        elif meant is not None:
            last = meant
        before.add(note)
        resolved.append(note if meant is None else replace(note, same_as=meant))
    return tuple(resolved)


def cited_by(notes: Mapping[int, Note], position: int) -> tuple[Citation, ...]:
    """The sources that a note cites for sure, `notes` by their positions in the document.

    By 앞의 글 the source meant, with the pages and the place in the text that are printed here.
    """
    own = tuple(filter(is_source, notes[position].citations))
    meant = _carried(notes, position)
    return tuple(sorted((*own, *meant), key=lambda one: one.start)) if len(meant) == 1 else own


def meant_sources(notes: Mapping[int, Note], position: int) -> tuple[Citation, ...]:
    """The sources of which a note means one by 앞의 글, where nothing printed says which; else none."""
    meant = _carried(notes, position)
    return meant if len(meant) > 1 else ()


def is_source(cited: Citation) -> bool:
    """Whether it can be found again: an author alone is none."""
    return bool(cited.title or cited.outlet or cited.url)


def _carried(notes: Mapping[int, Note], position: int) -> tuple[Citation, ...]:
    """The sources of the note meant that the phrase may mean, as they are cited here.

    Ibid. after several sources means none of them before the others. Source: Chicago (17th ed.), 14.34.
    """
    note = notes[position]
    meant = notes.get(note.same_as) if note.same_as is not None else None
    back = _reference_of(note)
    if meant is None:
        return ()
    sources = list(filter(is_source, meant.citations))
    if back and back.author:
        sources = [one for one in sources if _is_named(one, back.author)]
    at = back.start if back else 0
    unnamed = [one for one in note.citations if not is_source(one)]
    here = next((one for one in unnamed if one.start <= at < one.end), None) or next(
        iter(unnamed), Citation(0, len(note.text))
    )
    return tuple(replace(one, start=here.start, end=here.end, pages=here.pages) for one in sources)


def _reference_of(note: Note) -> BackReference | None:
    """The first phrase of a note that means a source of another; 위의 글 after a source of its own means that."""
    for start, end in _pieces(note.text):
        back = find_back_reference(note.text, start, end)
        if back and (back.author or not any(is_source(one) and one.start < start for one in note.citations)):
            return back
    return None


_PARTS = re.compile(r"[,，「」『』“”\"«»《》]+")
_TOGETHER = re.compile(r"\s*(?:[·ㆍ・;,，、&/]|\band\b|\bи\b)\s*")
_OTHERS = re.compile(r"\s*(?:외(?:\s?\d+[명인])?|등|et al\.?|и др\.?)$")


def _is_named(citation: Citation, name: str) -> bool:
    """Is this the author, or the beginning of the title or the outlet, or one after the other of these?"""
    parts = [part for part in map(str.strip, _PARTS.split(name)) if bare(part)]
    return bool(parts) and all(_is_author(citation, one) or _is_title(citation, one) for one in parts)


def _is_title(citation: Citation, name: str) -> bool:
    return bare(citation.title or "").startswith(bare(name)) or bare(name) == bare(citation.outlet or "")


def _is_author(citation: Citation, name: str) -> bool:
    """Whether authors are named whole, or, where names are of several words, by some of these: Park of Olena Park."""
    if bare(citation.author or "") == bare(name):
        return True
    authors = _people(citation.author or "")
    return all(any(one and one <= author for author in authors) for one in _people(name))


def _people(names: str) -> list[frozenset[str]]:
    """The words of each name."""
    return [frozenset(re.findall(r"\w+", one.casefold())) for one in _TOGETHER.split(_OTHERS.sub("", names))]


_BEGINNING = 24  # letters of a title under which its note is found; a longer name is looked for under these


class _CitedSources:
    """The sources of the notes so far, by what may name them: to look through all of them for each name takes long."""

    def __init__(self) -> None:
        self._notes: list[Note] = []
        self._named: defaultdict[str, list[int]] = defaultdict(list)  # positions by a letters' key, in order

    def add(self, note: Note) -> None:
        """Takes in the next note."""
        for key in {key for one in filter(is_source, note.citations) for key in _keys(one)}:
            self._named[key].append(len(self._notes))
        self._notes.append(note)

    def last_named(self, name: str) -> int | None:
        """The last note with a source of this name, by `_is_named`."""
        parts = [part for part in map(str.strip, _PARTS.split(name)) if bare(part)]
        if not parts:
            return None
        # What names a source has an author, or the beginning of a title or an outlet, for each of its parts.
        places = [self._named.get(f"w{word}", []) for words in _people(parts[0]) for word in words]
        rarest = min(places, key=len, default=[])
        found = (self._named.get(f"t{bare(parts[0])[:_BEGINNING]}", []), self._named.get(f"a{bare(parts[0])}", []))
        for position in merge(*map(reversed, (rarest, *found)), reverse=True):
            if any(is_source(one) and _is_named(one, name) for one in self._notes[position].citations):
                return position
        return None


def _keys(citation: Citation) -> Iterator[str]:
    """What a name of this source may begin with: "a" all authors, "w" a word of them, "t" a title or an outlet."""
    author, title = citation.author or "", bare(citation.title or "")[:_BEGINNING]
    yield f"a{bare(author)}"
    yield from (f"w{word}" for words in _people(author) for word in words)
    yield from (f"t{title[:length]}" for length in range(1, len(title) + 1))
    yield f"t{bare(citation.outlet or '')[:_BEGINNING]}"
