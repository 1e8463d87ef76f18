"""How near is what a search gives to what was judged relevant? Scores ranked results against judged queries.

A query's passages are marked by quotes of the documents, not by ids, so that another way of cutting a document into
passages is measured on the same judgements. Nothing here searches, and nothing reads the archive.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import log2
from pathlib import Path
from unicodedata import category, normalize

KINDS = (
    *("known-item", "topic", "entity", "number", "phrase", "citation"),
    *("typo", "variant", "crosslingual", "negative"),
)
LANGS = ("ko", "en", "ru", "zh", "mixed")
DEPTH = 10  # results that count
MAX_CHARS = 1_500  # a longer result is a page, not a passage
MIN_CHARS = 8  # a result shorter than its quote, and than this, shows nothing
MOST = 0.6  # the part of a short result that a quote must hold in one stretch
WANTED = 2  # grades from here on are what recall and reciprocal rank look for
QUOTE = range(15, 61)  # characters of a quote


@dataclass(frozen=True, slots=True)
class Relevant:
    """A passage and its grade (3 answers, 2 is about, 1 touches): `quote` is in the source whose name `doc` begins."""

    doc: str
    quote: str
    grade: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A query and every passage that deserves a grade; none for a query that should find nothing."""

    id: str
    text: str
    lang: str
    kind: str
    relevant: tuple[Relevant, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """What ten results are worth, each measure from 0 to 1. `found` counts all results.

    `silent` says whether a negative was answered with nothing, and is None for the others; a negative's measures are 0.
    """

    ndcg: float
    recall: float
    mrr: float
    silent: bool | None
    found: int


def load(path: Path) -> tuple[Judged, ...]:
    """The judged queries of a file, a JSON object a line, in its order."""
    return tuple(_judged(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip())


def score(judged: Judged, results: Sequence[Mapping[str, object]], max_chars: int = MAX_CHARS) -> Score:
    """Scores results, best first, each with `source` (or `doc`) and the passage's whole `text`."""
    if not judged.relevant:
        return Score(0.0, 0.0, 0.0, silent=not results, found=len(results))
    ranked = tuple((_source(result), comparable(str(result["text"]))) for result in results[:DEPTH])
    earned = _earned(judged.relevant, ranked, max_chars)
    grades = [max((judged.relevant[i].grade for i in new), default=0) for new in earned]
    shown = {i for new in earned for i in new}
    wanted = {i for i, relevant in enumerate(judged.relevant) if relevant.grade >= WANTED}
    return Score(
        ndcg=_gained(grades, [r.grade for i, r in enumerate(judged.relevant) if i not in shown]),
        recall=min(1.0, len(wanted & shown) / min(len(wanted), DEPTH)) if wanted else 0.0,
        mrr=next((1 / rank for rank, grade in enumerate(grades, 1) if grade >= WANTED), 0.0),
        silent=None,
        found=len(results),
    )


def ndcg(ranked: Sequence[str], positives: Sequence[str] | frozenset[str]) -> float:
    """nDCG@10 of ids, best first, where an id is right or is not. There must be a positive."""
    good = set(positives)
    ideal = [1] * min(DEPTH, len(good))
    return _discounted([int(id in good) for id in ranked[:DEPTH]]) / _discounted(ideal)


def check(judged: Sequence[Judged], texts: Mapping[str, str]) -> list[str]:
    """What is wrong with judgements: quotes that don't stand in the text of their document, and ill-formed queries."""
    comparables = {name: comparable(text) for name, text in texts.items()}
    faults = [f"{query.id}: id used twice" for i, query in enumerate(judged) if query.id in {q.id for q in judged[:i]}]
    for query in judged:
        faults += [f"{query.id}: {fault}" for fault in (*_ill_formed(query), *_unfounded(query, comparables))]
    return faults


def comparable(text: str) -> str:
    """A text as both sides are compared: NFKC, without white space and invisible format characters."""
    return "".join(c for c in normalize("NFKC", text) if not c.isspace() and category(c) != "Cf")


def shows(text: str, quote: str, max_chars: int = MAX_CHARS) -> bool:
    """Whether a result shows the passage that a quote marks. Both are comparable texts."""
    if len(text) > max_chars:
        return False
    if quote in text:
        return True
    if not MIN_CHARS <= len(text) < len(quote):
        return False
    stretch = SequenceMatcher(None, text, quote, autojunk=False).find_longest_match()
    return stretch.size >= MOST * len(text)


def _judged(line: Mapping[str, object]) -> Judged:
    relevant = line["relevant"]
    assert isinstance(relevant, list)
    return Judged(
        id=str(line["id"]),
        text=str(line["text"]),
        lang=str(line["lang"]),
        kind=str(line["kind"]),
        relevant=tuple(Relevant(str(r["doc"]), str(r["quote"]), int(r["grade"])) for r in relevant),
    )


def _source(result: Mapping[str, object]) -> str:
    return re.split(r"[/\\]", str(result.get("doc") or result["source"]))[-1]


def _earned(relevant: Sequence[Relevant], ranked: Sequence[tuple[str, str]], max_chars: int) -> list[list[int]]:
    """Of each result (its source's name, its comparable text) the quotes, by position, that it is first to show."""
    left = {i: (r.doc, comparable(r.quote)) for i, r in enumerate(relevant)}
    earned = []
    for source, text in ranked:
        new = [i for i, (doc, quote) in left.items() if source.startswith(doc) and shows(text, quote, max_chars)]
        for i in new:
            del left[i]
        earned.append(new)
    return earned


def _gained(grades: Sequence[int], missed: Sequence[int]) -> float:
    """nDCG of the grades earned rank by rank. Quotes first shown together count as one passage in the ideal as well."""
    best = sorted([*(grade for grade in grades if grade), *missed], reverse=True)[:DEPTH]
    return _discounted([2**grade - 1 for grade in grades]) / _discounted([2**grade - 1 for grade in best])


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, 1))


def _ill_formed(query: Judged) -> list[str]:
    faults = []
    if query.kind not in KINDS or query.lang not in LANGS:
        faults.append(f"unknown kind or language: {query.kind}, {query.lang}")
    if (query.kind == "negative") == bool(query.relevant):
        faults.append("negatives, and only they, have no relevant passage")
    if query.relevant and max(r.grade for r in query.relevant) < WANTED:
        faults.append("no passage of grade 2 or 3")
    return faults


def _unfounded(query: Judged, texts: Mapping[str, str]) -> list[str]:
    faults = []
    for relevant in query.relevant:
        named = [text for name, text in texts.items() if name.startswith(relevant.doc)]
        if relevant.grade not in (1, 2, 3) or len(relevant.quote) not in QUOTE:
            faults.append(f"grade {relevant.grade}, {len(relevant.quote)} characters: {relevant.quote}")
        if not named:
            faults.append(f"no document {relevant.doc}")
        elif not any(comparable(relevant.quote) in text for text in named):
            faults.append(f"not in {relevant.doc}: {relevant.quote}")
    return faults
