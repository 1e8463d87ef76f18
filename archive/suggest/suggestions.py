"""What might the reader be about to type? Suggestions of words, terms, titles, authors and outlets that stand here.

The last word of what is typed is completed, alone or with the words before it where several are one name; what comes
before is kept. Nothing is offered that the index does not have: each suggestion is weighed by the passages it leads to.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from unicodedata import normalize

from archive.analyzer import COMPOUND, VERBS
from archive.citing import Outlet, Outlets
from archive.engine import FACET, Engine
from archive.knowledge import Knowledge
from archive.model import Language
from archive.query import MAX_LENGTH, read_value, write_field
from archive.store import Store
from archive.suggest.completion import Completing, completing
from archive.suggest.keystrokes import Beginning, letters
from archive.suggest.names import Name, names
from archive.suggest.prefix_table import Named, Shelf, level
from archive.terms import LANGUAGES, SIGN, Concept, TermBase
from archive.text import bare, is_hangul
from archive.text import morphology as korean
from archive.vocabulary import LexiconWord

WORDS = 80  # words of the lexicon that are weighed, the shortest first; a count of passages costs some 15 µs
MOST = 20  # of each kind that are looked at more closely
PLAIN = ("general", "feature")  # kinds of concepts that are words rather than names
SHARE = 2  # titles, authors and outlets of each that come before another word
# Words that are capitalised for standing first, and name nothing.
# Source: the most frequent function words of English and Russian.
_ENGLISH = """the of and in to for on at by from with as is are was were be this that these those it its an or but if not
    no we he she they his her their our who which what when where how there here has have had will would can could may also
    after before while since both all some such other more most many new"""
_RUSSIAN = """в на и с по о об из за к от для не но как что это при то так его ее её их мы он она они или если также
    после"""
_FUNCTION_WORDS = frozenset((*_ENGLISH.split(), *_RUSSIAN.split()))
# What makes an adverb or a plural of a noun: 경제적, 기업들. Source: 표준국어대사전.
_ENDINGS = ("적", "들", "끼리")


Filed = tuple[tuple[str, str], ...]


class SuggestionKind(StrEnum):
    """What is suggested."""

    TITLE = "title"
    AUTHOR = "author"
    NAME = "name"  # a word of the archive: names and other nouns
    TERM = "term"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A completion. `query` is all that is then searched for; `span` is the part of `text` that was typed."""

    text: str
    kind: SuggestionKind
    query: str
    detail: str  # a term in another language, a document's date; "" for none
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Found:
    """A suggestion with its rank: `level` says how exactly it begins so (0 best), `passages` how many it leads to."""

    level: int
    typed: int  # words of what was typed that it takes in
    suggestion: Suggestion
    filed: Filed = ()  # the (field, term)s by which its passages are counted
    passages: int = 0

    @property
    def rank(self) -> tuple[int, int, int, int, str]:
        return self.level, -self.typed, -self.passages, len(self.suggestion.text), self.suggestion.text


@dataclass(frozen=True, slots=True)
class _Form:
    """Whose form it is, and which in its row: 0 is the preferred one of its language."""

    concept: Concept
    order: int


@dataclass(frozen=True, slots=True)
class _Standing:
    """The concepts that stand in an index at one of its generations: their forms, passages by concept's id."""

    engine: Engine
    generation: int
    fingerprint: str  # of the term base
    shelf: Shelf[_Form]
    passages: Mapping[str, int]


class Suggester:
    """Suggests what stands in one archive. Threads may share it; it keeps its concepts until the index changes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._standing: _Standing | None = None

    def suggest(
        self, engine: Engine, knowledge: Knowledge, typed: str, limit: int = 8, language: Language = "ko"
    ) -> tuple[Suggestion, ...]:
        """The best completions of what is typed, exact beginnings first, then the more frequent.

        `language` is that of field names in what is then searched for. Any text is taken; most have no completion.
        """
        text = normalize("NFC", typed)
        asked = completing(text) if len(text) <= MAX_LENGTH else None
        if asked is None or limit < 1:
            return ()
        standing = self._standing_in(engine, knowledge.terms)
        found = _found(self._store, standing, knowledge.outlets, asked, language)
        if len(found) < limit and (other := asked.on_keys()) is not None:
            others = _found(self._store, standing, knowledge.outlets, other, language)
            found += [replace(one, level=one.level + 3) for one in others]
        return tuple(one.suggestion for one in _best(found, limit))

    def _standing_in(self, engine: Engine, table: TermBase) -> _Standing:
        """What stands in an index; gathered anew when that, or the table, is another than before."""
        generation, found = engine.generation(), self._standing
        if (
            found is None
            or found.engine is not engine
            or (found.generation, found.fingerprint) != (generation, table.fingerprint)
        ):
            counts = engine.frequencies([("text.concept", row.id) for row in table.rows])
            passages = {row.id: count for row, count in zip(table.rows, counts, strict=True) if count}
            found = _Standing(engine, generation, table.fingerprint, Shelf(_forms(table, passages)), passages)
            self._standing = found
        return found


def _found(store: Store, standing: _Standing, outlets: Outlets, asked: Completing, language: Language) -> list[_Found]:
    engine = standing.engine
    found: list[_Found] = []
    if asked.free and asked.field != "outlet":
        found += _catalogued(store, asked, language)
    if asked.free and asked.field in (None, "outlet"):
        found += _outlets(asked, language, outlets)
    found = _counted(engine, found)
    if asked.field is None:
        found += _terms(standing, asked)
        found += _words(store, engine, asked)
    return [one for one in found if _goes_on(one.suggestion, asked)]


def _goes_on(suggestion: Suggestion, asked: Completing) -> bool:
    """After a space a word has ended; and what is typed whole need not be typed again."""
    following = suggestion.text[suggestion.span[1] : suggestion.span[1] + 1]
    if asked.ended and following.isalnum():
        return False
    return suggestion.query != asked.text.strip()


def _best(found: Iterable[_Found], limit: int) -> list[_Found]:
    """The best ones, with room for each kind; a term stands for the word of the same letters."""
    ranked = sorted(found, key=lambda one: one.rank)
    told: set[tuple[str, str]] = set()
    kept: list[_Found] = []
    named = {bare(one.suggestion.text) for one in ranked if one.suggestion.kind is SuggestionKind.TERM}
    for one in ranked:
        kind, text = one.suggestion.kind, bare(one.suggestion.text)
        if (kind, text) in told or (kind is SuggestionKind.NAME and text in named):
            continue
        told.add((kind, text))
        kept.append(one)
    plain = [one for one in kept if one.suggestion.kind in (SuggestionKind.NAME, SuggestionKind.TERM)]
    others = [one for one in kept if one not in plain]
    first = [one for kind in SuggestionKind for one in islice((o for o in others if o.suggestion.kind is kind), SHARE)]
    chosen = sorted(first, key=lambda one: one.rank)[: max(limit // 2, limit - len(plain))]
    chosen += plain[: limit - len(chosen)]
    chosen += [one for one in others if one not in chosen][: limit - len(chosen)]
    return sorted(chosen, key=lambda one: one.rank)


def _counted(engine: Engine, found: Sequence[_Found]) -> list[_Found]:
    """The best of these, with the passages that are filed under each; without those that have none."""
    best = sorted(found, key=lambda one: one.rank)[: 3 * MOST]
    counts = engine.frequencies([one.filed[0] for one in best])
    return [replace(one, passages=count) for one, count in zip(best, counts, strict=True) if count]


def _catalogued(store: Store, asked: Completing, language: Language) -> Iterator[_Found]:
    """Titles that have what is typed somewhere, and authors a part of whose name begins so."""
    for name in names(store):
        if asked.field in (None, name.field):
            yield from _placed(asked, name, language)


def _placed(asked: Completing, name: Name, language: Language) -> Iterator[_Found]:
    """A title or author, if the words typed are in it, the most of them that are. Its query is that of its field."""
    kind = SuggestionKind(name.field)
    for tail in asked.tails:
        place = _place(name.folded.text, tail.beginning, anywhere=kind is SuggestionKind.TITLE)
        if place is None:
            continue
        how, start, end = place
        if value := read_value(name.field, name.value):
            query = asked.query(tail, write_field(name.field, value, language))
            suggestion = Suggestion(name.text, kind, query, name.date, name.folded.back(start, end))
            yield _Found(how, tail.words, suggestion, ((FACET, name.facet),))
        return


def _place(text: str, typed: Beginning, anywhere: bool) -> tuple[int, int, int] | None:
    """Where in a text its typed part stands: (level, start, end). At the beginning, at a word's, or inside one."""
    best: tuple[int, int, int] | None = None
    for match in islice(typed.pattern.finditer(text), MOST):
        inside = match.start() > 0 and text[match.start() - 1].isalnum()
        if (inside and not anywhere) or (match.start() and len(typed.letters) < 2):
            continue
        how = 0 if match.start() == 0 else 2 if inside else 1
        if best is None or how < best[0]:
            best = how, match.start(), match.end()
    return best


def _outlets(asked: Completing, language: Language, table: Outlets) -> Iterator[_Found]:
    """Outlets by any of their names."""
    shelf = _outlet_shelf(table)
    for tail in asked.tails:
        told: set[str] = set()
        for one in shelf.starting(tail.beginning):
            name, row = one.name, one.value
            value = read_value("outlet", row.ko if language == "ko" else row.en)
            if row.id not in told and value:
                told.add(row.id)
                other = next((form for form in (row.ko, row.en) if bare(form) != bare(name)), "")
                query = asked.query(tail, write_field("outlet", value, language))
                suggestion = Suggestion(name, SuggestionKind.OUTLET, query, other, one.span)
                yield _Found(one.level, tail.words, suggestion, ((FACET, f"outlet:{bare(row.id)}"),))


@lru_cache(maxsize=2)
def _outlet_shelf(table: Outlets) -> Shelf[Outlet]:
    named = ((name, row) for row in table.rows for name in (row.ko, row.en, *row.spellings))
    return Shelf((name, row) for name, row in named if len(letters(name)) > 1)


def _terms(known: _Standing, asked: Completing) -> Iterator[_Found]:
    """Concepts of the term base that stand in the archive, each under the first of its forms that begins so."""
    for tail in asked.tails:
        forms: dict[str, Named[_Form]] = {}
        for one in known.shelf.starting(tail.beginning):
            old = forms.get(one.value.concept.id)
            if old is None or (one.level, one.value.order) < (old.level, old.value.order):
                forms[one.value.concept.id] = one
        ranked = sorted(forms.values(), key=lambda one: (one.level, -known.passages[one.value.concept.id], one.name))
        best = ranked[: 2 * MOST]
        filed = [_filed_as(one) for one in best]
        counts = iter(known.engine.frequencies([term for terms_of in filed for term in terms_of]))
        for one, terms_of in zip(best, filed, strict=True):
            passages = max(islice(counts, len(terms_of)))
            beside = _beside(one.value.concept, one.name)
            suggestion = Suggestion(one.name, SuggestionKind.TERM, asked.query(tail, one.name), beside, one.span)
            if passages:
                yield _Found(one.level, tail.words, suggestion, terms_of, passages)


def _filed_as(one: Named[_Form]) -> Filed:
    """Under what it stands in the index: the concept; a lesser Korean form only as itself, which may stand nowhere."""
    if one.value.order == 0 or not one.name.isalpha() or not is_hangul(one.name[0]):
        return (("text.concept", one.value.concept.id),)
    return (("text.word", one.name), ("text.compound", one.name))


def _beside(concept: Concept, form: str) -> str:
    """The preferred Korean form; beside that one what the concept is called in another language."""
    others = (concept.preferred(language) for language in LANGUAGES)
    return next((other for other in others if other and bare(other) != bare(form)), "")


def _forms(table: TermBase, wanted: Container[str]) -> Iterator[tuple[str, _Form]]:
    """The forms that are worth typing: no verbs, no signs of one letter, no inflections and synonyms of plain words."""
    rows = [row for row in table.rows if row.id in wanted]
    verbs = _verbs([form for row in rows for form in row.ko if form.endswith("다")])
    for row in rows:
        for language in (*LANGUAGES, "abbr"):
            for order, form in enumerate(row.forms(language)):
                if form.startswith(SIGN) or len(letters(form)) < 2 or form in verbs:
                    continue
                if order == 0 or language == "ko" or row.kind not in PLAIN:
                    yield form, _Form(row, order)


def _verbs(forms: Sequence[str]) -> set[str]:
    """Those that are verbs; 캐나다 is none."""
    read = zip(forms, korean.morphemes(forms), strict=True)
    return {form for form, found in read if found and found[0].tag[:2] in VERBS}


def _words(store: Store, engine: Engine, asked: Completing) -> Iterator[_Found]:
    """Nouns and names of the lexicon; what is typed in two words may be one compound of it."""
    for tail in asked.tails[-2:]:
        typed = tail.beginning
        found = [word for word in _starting(store, typed) if typed.pattern.match(word.form)]
        weighed = _weighed(engine, found)
        weighed.sort(key=lambda pair: (level(pair[0].form, typed), -pair[1], len(pair[0].form)))
        whole = ((word, n) for word, n in weighed if not _fragment(word, n, weighed) and _names_something(word))
        for word, passages in islice(whole, MOST):
            span = typed.pattern.match(word.form)
            if span is not None and len(word.printed) == len(word.form):
                query = asked.query(tail, word.printed)
                suggestion = Suggestion(word.printed, SuggestionKind.NAME, query, "", span.span())
                yield _Found(level(word.form, typed), tail.words, suggestion, _filed(word), passages)


def _starting(store: Store, typed: Beginning) -> list[LexiconWord]:
    """The shortest words of the lexicon that begin so."""
    return store.lexicon.between(typed.first, typed.after, typed.by_initials, WORDS)


def _weighed(engine: Engine, found: Sequence[LexiconWord]) -> list[tuple[LexiconWord, int]]:
    """The words that stand in passages, and in how many: as a word, or as a compound of words."""
    asked = [_filed(word) for word in found]
    counts = iter(engine.frequencies([term for filed in asked for term in filed]))
    most = [max(islice(counts, len(filed))) for filed in asked]
    return [(word, count) for word, count in zip(found, most, strict=True) if count]


def _filed(word: LexiconWord) -> Filed:
    """Under what a word of the lexicon stands in the index."""
    if word.script == "han":
        return (("text.bigram", word.form[:2]),)
    return (("text.word", word.terms[0][0]), *([("text.compound", word.form)] if word.script == "hangul" else []))


def _fragment(word: LexiconWord, count: int, weighed: Sequence[tuple[LexiconWord, int]]) -> bool:
    """Does it stand only as the beginning of one longer word? 경제무역 where there is only 경제무역지대."""
    return word.script == "hangul" and any(
        n == count and len(other.form) > len(word.form) and other.form.startswith(word.form) for other, n in weighed
    )


@lru_cache(maxsize=20_000)
def _names_something(word: LexiconWord) -> bool:
    """A noun of two syllables or more, a name: no verb's stem, adverb, or function word that a sentence began with."""
    if word.script != "hangul":
        long = word.script == "han" or len(word.form) > 2 or word.printed.isupper()
        return long and word.form not in _FUNCTION_WORDS
    if len(word.form) < 2 or word.form.endswith(_ENDINGS):
        return False
    alone, ended = korean.morphemes([word.form, word.form + "다"])  # 세우다 is a verb, 철교다 a noun with 이다
    nouns = all(morpheme.tag.split("-")[0] in COMPOUND for morpheme in alone)
    return nouns and ended[0].tag[:2] not in VERBS
