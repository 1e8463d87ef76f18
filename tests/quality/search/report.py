"""How good is the search? Prints, section by section, what was asked and how much of it was found."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from statistics import mean, median

from archive.search.planner import MatchMode
from archive.terms.base import LANGUAGES, Concept, builtin
from tests.quality.search import ablation, collections, kinds, marking, slips, spellings, times
from tests.quality.search.collections import Asked, Collection, Result, answers
from tests.quality.search.scoring import Judged, Score

# nDCG@10 of plain BM25 over the best stream for each set: Kiwi's morphemes and joined compounds, or bigrams, or both.
BEST = {"ko": 0.963, "north": 0.988, "headline-en": 0.381, "headline-ru": 0.132, "headline-zh": 0.246}
NOT_HERE = "(GAKJU_EVAL names no folder with briefs/ and eval/: left out)"
ASKED = {"unseen": "asked: 0.86", "dev": "asked: 0.82 over all, crosslingual 0.70", "own": "asked: within 0.05 of dev"}

Cells = Sequence[object]


def shown(head: Cells, rows: Iterable[Cells]) -> None:
    """Prints a table; numbers with a fraction get three places, and stand to the right like all numbers."""
    lines = [[_cell(cell) for cell in row] for row in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        first, *rest = (cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        print("  ".join((line[0].ljust(len(first)), *rest)).rstrip(), flush=True)


def _cell(cell: object) -> str:
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def own() -> None:
    """The project's own questions over documents/."""
    _judged(collections.own())


def unseen() -> None:
    """Questions over documents/ that nothing was tuned on."""
    _judged(collections.unseen())


def marks() -> None:
    """Marks and missing words: pairs that mend it, and pairs held back."""
    for path in (marking.PAIRS, marking.HELD):
        rows = [
            (kind, one.recall, one.precision, one.missing, one.unmarked, one.touched)
            for kind, one in marking.judged(path).items()
        ]
        shown((path.stem, "recall", "precision", "missing words", "not marked", "wrongly marked"), rows)
    print("asked: recall and precision 0.95, missing words 0.98")


def dev() -> None:
    """The evaluation's questions over the five briefs."""
    found = collections.dev()
    if found is None:
        print(NOT_HERE)
        return
    _judged(found)


def _judged(collection: Collection) -> None:
    found = answers(collection.home, [asked.text for asked in collection.asked])
    scored = [
        (asked, asked.scored(asked.judgement, results))
        for asked, results in zip(collection.asked, found, strict=True)
        if isinstance(asked.judgement, Judged)
    ]
    positives = [(asked, score) for asked, score in scored if not asked.negative]
    by: list[tuple[str, Callable[[Asked], str]]] = [("", lambda a: a.kind), ("language ", lambda a: a.lang)]
    rows = [
        _means(f"{what}{value}", [s for a, s in positives if of(a) == value])
        for what, of in by
        for value in dict.fromkeys(of(a) for a, _ in positives)
    ]
    shown(("", "n", "nDCG@10", "R@10", "MRR@10"), [*rows, _means("all", [s for _, s in positives])])
    print(ASKED[collection.name])
    negatives = [score for asked, score in scored if asked.negative]
    print(f"negatives answered with nothing: {sum(bool(s.silent) for s in negatives)} of {len(negatives)}")
    _lengths(found)


def _means(name: str, scores: Sequence[Score]) -> Cells:
    return (name, len(scores), *(mean(getattr(score, what) for score in scores) for what in ("ndcg", "recall", "mrr")))


def _lengths(found: Iterable[Sequence[Result]]) -> None:
    sizes = [len(str(result["text"])) for results in found for result in results] or [0]
    print(f"results: {len(sizes)}, median {median(sizes):.0f} characters, longest {max(sizes)}")


def general() -> None:
    """General Korean questions, Northern spellings, and headlines of other languages."""
    found = collections.general()
    if found is None:
        print(NOT_HERE)
        return
    sets = [found.only(kind) for kind in dict.fromkeys(asked.kind for asked in found.asked)]
    rows = [(one.asked[0].kind, len(one.asked), ablation.worth(one), BEST[one.asked[0].kind]) for one in sets]
    shown(("", "n", "nDCG@10", "best before"), rows)
    print("asked: ko 0.968 and north 0.988 at once; headlines 0.05 over the best before")


def spelt(losses: int = 0) -> None:
    """The same questions in other spellings; with `losses`, so many of each kind that found less."""
    found = collections.general()
    asked = [found.korean(), collections.own().only()] if found else [collections.own().korean()]
    print("questions of the general set" if found else f"questions of our own {NOT_HERE}")
    rows = []
    for row in spellings.table(asked):
        rows.append(row)
        print(f"{row.kind} {row.ratio:.3f}", file=sys.stderr)
    shown(
        ("", "n", "of passages", "plain", "spelt", "ratio", "asked", ""),
        [
            (
                row.kind,
                row.n,
                row.composed,
                row.plain,
                row.spelt,
                row.ratio,
                spellings.ASKED[row.kind],
                "" if row.ratio >= spellings.ASKED[row.kind] else "below",
            )
            for row in rows
        ],
    )
    for row in rows:
        for plain, other, before, after in row.lost[:losses]:
            print(f"{row.kind}  {before:.2f} -> {after:.2f}  {plain}  ->  {other}")


def negatives() -> None:
    """What silence costs: the default, which answers nothing where nothing fits, beside any word's match."""
    shown(
        ("", "match", "silent negatives", "nDCG@10 of positives", "silent positives"),
        [
            row
            for collection in (collections.own(), collections.dev(), collections.general())
            if collection
            for row in _silence(collection.only("ko", every=4) if collection.name == "general" else collection)
        ],
    )
    print("asked: 30 of 40 of our own at the default")


def _silence(collection: Collection) -> Iterable[Cells]:
    good, bad = collection.positives, collection.negatives
    for match in (MatchMode.MOST, MatchMode.ANY):
        found = answers(collection.home, [asked.text for asked in good], match=match)
        none = answers(collection.home, [asked.text for asked in bad], match=match)
        yield (
            collection.name,
            match.value,
            f"{sum(not results for results in none)} of {len(bad)}",
            mean(asked.worth(results) for asked, results in zip(good, found, strict=True)),
            f"{sum(not results for results in found)} of {len(good)}",
        )


def ablated() -> None:
    """What each stream, kind of reading and weight brings: nDCG@10 without it, less nDCG@10 as it is."""
    sets = ablation.collections_()
    names = [name for name, _ in sets]
    shown(("", *names, "silent"), ablation.rows(sets))
    print("rows but the first: the difference; silent: negatives of our own answered with nothing")
    head = ("", "questions", "same passages", "same ten in order", "of ten shared", "nDCG@10 Whoosh", "nDCG@10 plain")
    shown(head, ablation.agreement())


def timed() -> None:
    """How long a query takes, in milliseconds: median and 90 %."""
    for name, count, rows in times.measured():
        print(f"{name}, {count} queries")
        shown(("  milliseconds", "median", "90 %"), [(f"  {stage}", f"{a:.1f}", f"{b:.1f}") for stage, a, b in rows])


def terms() -> None:
    """The term base by kinds, and how many forms it has in each language."""
    base = builtin()
    kinds = Counter(row.kind for row in base.rows)
    columns = (*LANGUAGES, "abbr")
    of = {kind: [row for row in base.rows if row.kind == kind] for kind in kinds}
    rows = [(kind, n, *_forms(of[kind], columns)) for kind, n in kinds.most_common()]
    shown(("", "concepts", *columns), [*rows, ("all", len(base.rows), *_forms(base.rows, columns))])


def _forms(rows: Sequence[Concept], columns: Sequence[str]) -> list[int]:
    return [sum(len(row.forms(name)) for row in rows) for name in columns]


def names() -> None:
    """Names between scripts: precision and recall."""
    if find_spec("tests.quality.names") is None:
        print("(no module tests.quality.names: left out)")
        return
    import_module("tests.quality.names").main()


def kinds_of_answer() -> None:
    """Questions that ask for a number or a date: is the passage that holds one first?"""
    for path in (kinds.QUESTIONS, kinds.HELD):
        found = list(kinds.answered(path))
        languages = dict.fromkeys(one.lang for one, _ in found)
        of = {lang: [place for one, place in found if one.lang == lang] for lang in languages}
        rows = [(lang, len(places), sum(place == 1 for place in places)) for lang, places in of.items()]
        shown((path.stem, "n", "first"), [*rows, ("all", len(found), sum(place == 1 for _, place in found))])
        print("not first:", ", ".join(f"{one.id} ({place})" for one, place in found if place != 1))


def slipped() -> None:
    """Words with two letters exchanged, and right words."""
    rows = [(kind, *tally) for kind, tally in slips.judged(slips.slips())]
    shown(("", "n", "found first", "turned to something else"), rows)


SECTIONS: Mapping[str, Callable[[], None]] = {
    "own": own,
    "unseen": unseen,
    "marks": marks,
    "dev": dev,
    "general": general,
    "spellings": spelt,
    "negatives": negatives,
    "names": names,
    "kinds": kinds_of_answer,
    "slips": slipped,
    "terms": terms,
    "times": timed,
    "ablation": ablated,
}
