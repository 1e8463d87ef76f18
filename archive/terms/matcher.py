"""Where in a text does a concept of the term base stand? Finds forms, the longest first, in any language.

Korean and Chinese forms are compared letter by letter without their spaces, Chinese ones in simplified characters; a
Korean form begins and ends where a morpheme does, so that 안보 is not found in 대안보다. English and Russian words are
compared by their paradigms: Китаем is Китай, and Грузии is no груз. A shorter form inside a longer one counts beside it
where the same holds of their Korean forms: 위성 in 정찰위성, UN in UN Security Council as 유엔 in 유엔 안보리, but not
"house" in White House, which is 백악관, and not 양자 (bilateral) in 양자컴퓨터. Signs of states (북러) are left to
`state_signs`.
"""

import re
from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from archive.terms.base import FORMS, LANGUAGES, SIGN, Concept, TermBase
from archive.terms.edges import Edges, is_apart
from archive.terms.state_signs import StateSigns
from archive.text import base_form, fold, is_han, is_hangul, is_name, paradigms, paradigms_of_headword, simplified

# What may stand between the atoms of one form: a space, a hyphen, a point, an apostrophe, or a line's break.
_GAPS = r"\s\-‐‑–.'’/&"
_ATOM = re.compile(
    rf"[{_GAPS}]{{0,3}}"
    r"(?:(?P<number>\d+)|(?P<latin>[A-Za-z\u00c0-\u024f]+)|(?P<cyrillic>[\u0400-\u04ff]+)|(?P<letter>[^\W_]))"
)
# Atoms that may begin a form wherever they stand; a Hangul letter begins one only where a word begins.
_ANYWHERE = re.compile(r"\d+|[A-Za-z\u00c0-\u024f]+|[\u0400-\u04ff]+|[^\W_\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_PLAIN = re.compile("[0-9A-Za-zЁёА-я가-힣一-鿿]")  # what folding leaves as it is
_LETTERS, _SEVERAL = re.compile("[가-힣一-鿿 ]+"), re.compile(r"\w\W+\w")
_BEYOND = re.compile(f"[{_GAPS}]{{0,3}}(.)", re.DOTALL)  # the letter after a gap
_HOMONYM = 2  # syllables of Korean forms that are often those of another word, too

_Form = tuple[str, str, str]  # as printed; its column; its concept's id


class ConceptMatch(NamedTuple):
    """A concept in a text: a concept's id, or several joined by `+`; span in the folded text."""

    concept: str
    start: int
    end: int


class Atom(NamedTuple):
    """A unit of comparison: a Hangul or Chinese letter, a word, a number; `key` is it without its case."""

    key: str
    printed: str
    start: int
    end: int


class _Branch:
    """A step on the way through the forms' atoms; `ends` are the concepts whose form ends here.

    There are some hundred thousand: what leads nowhere shares one empty table.
    """

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Branch] = _NOWHERE
        self.ends: tuple[str, ...] = ()

    def towards(self, key: str) -> "_Branch":
        """The branch one atom further on, made if need be."""
        if self.next is _NOWHERE:
            self.next = {}
        found = self.next.get(key)
        if found is None:
            found = self.next[key] = _Branch()
        return found


class _Root(_Branch):
    """Where the forms begin that have one first letter, and the words that stand in them."""

    __slots__ = ("_words",)

    def __init__(self) -> None:
        super().__init__()
        self._words: dict[str, dict[str, None]] = {}  # by what their forms share

    def learn(self, atom: Atom) -> None:
        """Keeps a word of a form."""
        for shared in _shared(atom, paradigms_of_headword):
            self._words.setdefault(shared, {})[atom.key] = None

    def words_of(self, atom: Atom) -> Collection[str]:
        """The words of which an atom may be a form, as the branches have them."""
        return {word: None for shared in _shared(atom, paradigms) for word in self._words.get(shared, ())}


_NOWHERE: dict[str, _Branch] = {}
_NONE = _Root()


def atoms(text: str) -> list[Atom]:
    """The atoms of a folded text, in order."""
    return list(map(_atom, _ATOM.finditer(text)))


def _atom(match: re.Match[str]) -> Atom:
    kind = match.lastgroup or ""
    printed = match[kind]
    key = base_form(printed) if kind in ("latin", "cyrillic") else printed.casefold()
    return Atom(key, printed, *match.span(kind))


class Concepts:
    """The forms of a term base, ready to be found: those of a letter when a text first has it. Safe to share between
    threads, of which either's forms are kept where two ask at once."""

    def __init__(self, base: TermBase) -> None:
        self.base = base
        self._verbs: dict[str, list[str]] = {}
        signs: dict[str, str] = {}
        self._known_parts: dict[str, frozenset[str]] = {}
        self._filed: dict[str, list[_Form]] = {}  # by the letters that they begin with
        self._roots: dict[str, _Root] = {}
        self._following: dict[str, frozenset[str] | None] = {}
        for row in base.rows:
            self._file(row, signs)
        self._signs = StateSigns(signs)

    def _file(self, row: Concept, signs: dict[str, str]) -> None:
        filed = self._filed
        for language in FORMS:
            for form in (
                dict.fromkeys(map(simplified, row.forms(language))) if language == "zh" else row.forms(language)
            ):
                if form[0] == SIGN:
                    signs[form[1:]] = row.id
                    continue
                if language == "ko" and form[-1] == "다" and len(form) > 1:
                    self._verbs.setdefault(form[:-1], []).append(row.id)
                initial = _plain(form[0]) or _initial(form)
                if initial in filed:
                    filed[initial].append((form, language, row.id))
                else:
                    filed[initial] = [(form, language, row.id)]

    def _root(self, letter: str) -> _Root:
        """Where all forms begin whose first letter is this one; made when a text first has it."""
        found = self._roots.get(letter)
        if found is None:
            if letter not in self._filed:
                return _NONE
            found = self._roots[letter] = _grown(self._filed[letter])
        return found

    def find(self, text: str, edges: Edges, everything: bool = False) -> list[ConceptMatch]:
        """The concepts of a folded text, in order. With `everything`, every shorter form inside a longer one too,
        but no Korean one that is another word there."""
        text = simplified(text)
        found: list[ConceptMatch] = []
        covered, outer = 0, ""  # the end of the longest form so far, and its concept
        for start in self._beginnings(text, edges):
            ending = self._ending(text, start, edges)
            if ending and start >= covered:
                end, ids = ending.pop()
                found += [ConceptMatch(identity, start, end) for identity in ids]
                covered, outer = end, ids[0]
            found += [
                ConceptMatch(inner, start, end)
                for end, ids in ending
                if end <= covered or everything
                for inner in ids
                if self._composed(outer, inner) or (everything and (end > covered or not is_hangul(text[start])))
            ]
        found += [ConceptMatch(*one) for one in self._signs.find(text, edges, found)]
        found += [ConceptMatch(identity, s, e) for form, s, e in edges.verbs for identity in self._verbs.get(form, ())]
        meant = (one for one in set(found) if everything or not self._is_no_name(one, text, edges))
        return sorted(meant, key=itemgetter(1, 2, 0))

    def _is_no_name(self, found: ConceptMatch, text: str, edges: Edges) -> bool:
        """Is it a common word, and no name that has the same letters? Names have a capital (Chile, not chile; Висла is
        no висло), and what the model reads as a verb is none that it knows: 말리 in 빨래를 말리다."""
        row = self.base.get(found.concept)
        if row is None or not row.is_name:
            return False
        printed = text[found.start : found.end]
        if is_hangul(printed[0]):
            return any(start == found.start for _, start, _ in edges.verbs) and is_name(printed)
        known = row.en[:1] if printed.isascii() else row.ru  # Russian adjectives of a name stand in its row
        return printed.isalpha() and printed.islower() and bool(known) and all(form[0].isupper() for form in known)

    def _beginnings(self, text: str, edges: Edges) -> Iterator[int]:
        """Where a form may begin, in order: by its first letter and the next one most places are passed over."""
        anywhere = {match.start() for match in _ANYWHERE.finditer(text)}
        for start in sorted(anywhere.union(edges.starts)):
            first = text[start : start + 1]
            if (following := self._after(first)) is None:
                if start in anywhere and not is_han(first):
                    yield start  # a word of another script
            elif "" in following or _goes_on(following, text, start + 1):
                yield start

    def _after(self, letter: str) -> frozenset[str] | None:
        """What follows this letter in forms that begin with it, "" where it is a form by itself; None where none does,
        and for other letters than those of Hangul and Chinese."""
        if letter not in self._following:
            own = is_hangul(letter[:1]) or is_han(letter[:1])
            branch = self._root(letter).next.get(letter) if own else None
            after = None if branch is None else frozenset((*branch.next, "") if branch.ends else branch.next)
            self._following[letter] = after
        return self._following[letter]

    def _ending(self, text: str, start: int, edges: Edges) -> list[tuple[int, Sequence[str]]]:
        """The forms that begin here: where each ends, the longest last, and its concepts."""
        found: list[tuple[int, Sequence[str]]] = []
        branch: _Branch
        root = branch = self._root(_first_letter(text, start))
        end = start
        while "가" <= (char := text[end : end + 1]) <= "힣":  # as `_beyond` does, of the atoms that most are
            if (following := branch.next.get(char)) is None:
                return found
            branch, end = following, end + 1
            if branch.ends and edges.ends_at(text, end):
                found.append((end, branch.ends))
        if branch.next and _goes_on(branch.next, text, end):
            found += _beyond(root, branch, text, (start, end), edges)
        return found

    def _composed(self, outer: str, inner: str) -> bool:
        """Does the one stand inside the other as the same notion? (See `_parts`.)"""
        return outer != inner and inner in self._parts(outer)

    def _parts(self, outer: str) -> frozenset[str]:
        """The concepts inside a longer form that count beside it.

        Those whose Korean form stands in its Korean form (위성 in 정찰위성). One of two syllables may be another word
        (양자, bilateral, in 양자컴퓨터): it must stand there in another language, too. Where either has no Korean form,
        those that stand inside it in every language that has forms of both, two at the least.
        """
        if outer not in self._known_parts:
            row = self.base[outer]
            inside = {
                name: {c for form in row.forms(name) for c in self._inside(form)}
                for name in LANGUAGES
                if row.forms(name)
            }
            self._known_parts[outer] = frozenset(
                inner for inner in set().union(*inside.values()) if self._is_part(inner, outer, inside)
            )
        return self._known_parts[outer]

    def _is_part(self, inner: str, outer: str, inside: Mapping[str, set[str]]) -> bool:
        both = [name for name in inside if self.base[inner].forms(name)]
        if "ko" not in both:
            return len(both) > 1 and all(inner in inside[name] for name in both)
        if inner not in inside["ko"]:
            return False
        foreign = both[1:]
        return not foreign or any(inner in inside[name] for name in foreign) or self._is_unmistakable(inner, outer)

    def _is_unmistakable(self, inner: str, outer: str) -> bool:
        """Is a Korean form of the one inside the other too long for a homonym?"""
        forms = [form for form in map(_closed, self.base[inner].ko) if len(form) > _HOMONYM]
        return any(form in whole for whole in map(_closed, self.base[outer].ko) for form in forms)

    def _inside(self, form: str) -> Iterator[str]:
        """Every concept whose form stands anywhere inside `form`."""
        listed = atoms(fold(form).text)
        for i in range(len(listed)):
            root = self._root(_cased(listed[i].printed))
            branches: list[_Branch] = [root]
            for atom in listed[i:]:
                branches = _step(root, branches, atom)
                yield from (identity for b in branches for identity in b.ends)


def _step(root: _Root, branches: Sequence[_Branch], atom: Atom) -> list[_Branch]:
    """The branches one atom further on, by the words of which it is a form or by its letters as printed."""
    keys = (atom.key,) if _letter(atom) else (*root.words_of(atom), _exact(atom))
    return [b.next[key] for b in branches for key in keys if key in b.next]


def _goes_on(following: Container[str], text: str, end: int) -> bool:
    """May a form go on here with one of these keys? Of other scripts than Hangul and Chinese a letter tells nothing."""
    if "가" <= (char := text[end : end + 1]) <= "힣":  # as most letters are; the rest does the same of any
        return char in following
    beyond = _BEYOND.match(text, end)
    return beyond is not None and (beyond[1] in following or not (is_hangul(beyond[1]) or is_han(beyond[1])))


def _beyond(
    root: _Root, branch: _Branch, text: str, span: tuple[int, int], edges: Edges
) -> Iterator[tuple[int, Sequence[str]]]:
    """The forms that go on from this branch, where `span` lies behind: where each ends, the longest last, and its
    concepts."""
    branches, (start, end) = [branch], span
    while branches and (match := _ATOM.match(text, end)):
        atom = _atom(match)
        branches, end = _step(root, branches, atom), atom.end
        ids = [identity for b in branches for identity in b.ends]
        if ids and (edges.ends_at(text, end) if is_hangul(atom.printed[0]) else is_apart(text, start, end)):
            yield end, ids


def _first_letter(text: str, start: int) -> str:
    """The first letter of the atom that begins here, as forms are filed under it; "" for none."""
    char = text[start : start + 1]
    if "가" <= char <= "힣":
        return char
    if not char.isalnum():
        match = _ATOM.match(text, start)
        char = match[match.lastgroup or 0] if match else ""
    return _cased(char)


def _cased(word: str) -> str:
    """The first letter of a word, the same for all its forms."""
    return word[:1].casefold()[:1].replace("ё", "е")


def _initial(form: str) -> str:
    """The letter that a form is filed under whose first character folding may change."""
    return _cased(next((atom.printed for atom in atoms(fold(form).text)), ""))


@cache
def _plain(char: str) -> str:
    """The letter that forms are filed under which begin with this character; "" for one that folding may change."""
    return _cased(char) if _PLAIN.match(char) else ""


def _grown(forms: Sequence[_Form]) -> _Root:
    """The branches of these forms, from the first atom on."""
    root = _Root()
    for form, language, identity in forms:
        branch: _Branch = root
        for key in _letters(form) or _keys(form, language == "abbr", root):
            branch = branch.towards(key)
        if branch is not root and identity not in branch.ends:
            branch.ends = (*branch.ends, identity)
    return root


def _keys(form: str, exact: bool, root: _Root) -> Iterator[str]:
    for atom in atoms(fold(form).text):
        if not exact and not _letter(atom):
            root.learn(atom)
        yield _exact(atom) if exact and not _letter(atom) else atom.key


def _closed(form: str) -> str:
    return form.replace(" ", "")


def _letters(form: str) -> str:
    """The letters of a Korean or Chinese form, which are its atoms; "" for any other."""
    return _closed(form) if _LETTERS.fullmatch(form) else ""


def _shared(atom: Atom, paradigms: Callable[[str], Collection[str]]) -> Collection[str]:
    return paradigms(atom.printed) if atom.printed[0].isalpha() else (atom.key,)


def _exact(atom: Atom) -> str:
    return f"\0{atom.printed}"


def _letter(atom: Atom) -> bool:
    return is_hangul(atom.printed[0]) or is_han(atom.printed[0])


@lru_cache(maxsize=4)
def prepared(base: TermBase) -> Concepts:
    """The forms of a term base; archives of one table share what was made of it."""
    return Concepts(base)
