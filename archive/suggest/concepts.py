"""Which terms of the term base begin with what is typed? Concepts that occur in the index, in any language."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from archive.analyzer import VERBS
from archive.engine import Engine
from archive.suggest.keystrokes import letters
from archive.suggest.partial_query import PartialQuery
from archive.suggest.prefix_table import PrefixMatch, PrefixTable
from archive.suggest.suggestion import MOST, FieldTerms, RankedSuggestion, Suggestion, SuggestionKind
from archive.terms import FORMS, LANGUAGES, SIGN, Concept, TermBase
from archive.text import bare, is_hangul
from archive.text import kiwi_analysis as korean

PLAIN = ("general", "feature")  # kinds of concepts that are words rather than names


@dataclass(frozen=True, slots=True)
class ConceptForm:
    """Whose form it is, and which in its row: 0 is the preferred one of its language."""

    concept: Concept
    order: int


@dataclass(frozen=True, slots=True)
class IndexedConcepts:
    """The concepts that occur in an index at one of its generations: their forms, and in how many passages, by id."""

    engine: Engine
    generation: int
    fingerprint: str  # of the term base
    forms: PrefixTable[ConceptForm]
    passages: Mapping[str, int]

    def hold(self, engine: Engine, table: TermBase) -> bool:
        """Whether neither the index nor the table has changed since."""
        same = self.engine is engine and self.generation == engine.generation()
        return same and self.fingerprint == table.fingerprint

    @classmethod
    def of(cls, engine: Engine, table: TermBase) -> "IndexedConcepts":
        """What occurs in an index today."""
        generation = engine.generation()
        counts = engine.frequencies([("text.concept", row.id) for row in table.rows])
        passages = {row.id: count for row, count in zip(table.rows, counts, strict=True) if count}
        return cls(engine, generation, table.fingerprint, PrefixTable(_forms(table, passages)), passages)


def terms(concepts: IndexedConcepts, typed: PartialQuery) -> Iterator[RankedSuggestion]:
    """Concepts of the term base that stand in the archive, each under the first of its forms that begins so."""
    for tail in typed.tails:
        forms: dict[str, PrefixMatch[ConceptForm]] = {}
        for one in concepts.forms.starting(tail.beginning):
            old = forms.get(one.value.concept.id)
            if old is None or (one.level, one.value.order) < (old.level, old.value.order):
                forms[one.value.concept.id] = one
        ranked = sorted(forms.values(), key=lambda one: (one.level, -concepts.passages[one.value.concept.id], one.name))
        best = ranked[: 2 * MOST]
        field_terms = [_field_terms(one) for one in best]
        counts = iter(concepts.engine.frequencies([term for pairs in field_terms for term in pairs]))
        for one, pairs in zip(best, field_terms, strict=True):
            passages = max(islice(counts, len(pairs)))
            other = _in_other_language(one.value.concept, one.name)
            suggestion = Suggestion(one.name, SuggestionKind.TERM, typed.query(tail, one.name), other, one.span)
            if passages:
                yield RankedSuggestion(one.level, tail.words, suggestion, pairs, passages)


def _field_terms(one: PrefixMatch[ConceptForm]) -> FieldTerms:
    """By what it is found: the concept; a lesser Korean form only as itself, which may occur nowhere."""
    if one.value.order == 0 or not one.name.isalpha() or not is_hangul(one.name[0]):
        return (("text.concept", one.value.concept.id),)
    return (("text.word", one.name), ("text.compound", one.name))


def _in_other_language(concept: Concept, form: str) -> str:
    """The preferred Korean form; beside that one what the concept is called in another language."""
    others = (concept.preferred(language) for language in LANGUAGES)
    return next((other for other in others if other and bare(other) != bare(form)), "")


def _forms(table: TermBase, ids: Container[str]) -> Iterator[tuple[str, ConceptForm]]:
    """The forms that are worth typing: no verbs, no signs of one letter, no inflections and synonyms of plain words."""
    rows = [row for row in table.rows if row.id in ids]
    verbs = _verbs([form for row in rows for form in row.ko if form.endswith("다")])
    for row in rows:
        for language in FORMS:
            for order, form in enumerate(row.forms(language)):
                if form.startswith(SIGN) or len(letters(form)) < 2 or form in verbs:
                    continue
                if order == 0 or language == "ko" or row.kind not in PLAIN:
                    yield form, ConceptForm(row, order)


def _verbs(forms: Sequence[str]) -> set[str]:
    """Those that are verbs; 캐나다 is none."""
    read = zip(forms, korean.morphemes(forms), strict=True)
    return {form for form, found in read if found and found[0].tag[:2] in VERBS}
