"""Do marks begin and end where words do, and is what is called missing missing? Pairs of a query and a passage.

A pair says which stretches of its passage a reader expects to be marked for the query, of which no letter may be, and
which words of the query the passage lacks. They were written without a look at the code. `«»` singles a stretch out
where it stands several times, or inside a word.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from archive.search.results import Hit, SearchOptions
from archive.search.search import MOST
from tests.quality.search.collections import made, searching

PAIRS = Path(__file__).parent / "marks.jsonl"
HELD = Path(__file__).parent / "marks_held.jsonl"  # whose faults nobody looks at

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A query, a passage, and what a reader expects of it."""

    id: str
    kind: str
    query: str
    text: str
    mark: tuple[Span, ...]
    forbid: tuple[Span, ...]
    missing: frozenset[str] | None


@dataclass(slots=True)
class Verdict:
    """What marks did right and wrong: stretches marked and not, forbidden ones touched and not, words missing."""

    marked: int = 0
    unmarked: int = 0
    touched: int = 0
    spared: int = 0
    missing_right: int = 0
    missing_wrong: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Of what should be marked, how much is."""
        return self.marked / max(self.marked + self.unmarked, 1)

    @property
    def precision(self) -> float:
        """Of what is judged and marked, how much should be."""
        return self.marked / max(self.marked + self.touched, 1)

    @property
    def missing(self) -> float:
        """Of the words of queries, about how many it is said rightly whether they are missing."""
        return self.missing_right / max(self.missing_right + self.missing_wrong, 1)


def pairs(path: Path = PAIRS) -> list[Pair]:
    """The pairs of a file."""
    return [_pair(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _pair(said: Mapping[str, object]) -> Pair:
    text = str(said["text"])
    mark, forbid = (tuple(_span(text, str(one)) for one in _listed(said, name)) for name in ("mark", "forbid"))
    missing = frozenset(map(str, _listed(said, "missing"))) if "missing" in said else None
    return Pair(str(said["id"]), str(said["kind"]), str(said["query"]), text, mark, forbid, missing)


def _listed(said: Mapping[str, object], name: str) -> Sequence[object]:
    found = said.get(name, ())
    assert isinstance(found, Sequence)
    return found


def _span(text: str, stretch: str) -> Span:
    before, _, rest = stretch.partition("«") if "«" in stretch else ("", "", stretch + "»")
    inside, _, after = rest.partition("»")
    at = text.index(before + inside + after) + len(before)
    return at, at + len(inside)


def judged(path: Path = PAIRS) -> dict[str, Verdict]:
    """The verdicts on a file of pairs, by kind; their passages stand together in one archive."""
    listed = pairs(path)
    found = {"all": Verdict(), **{pair.kind: Verdict() for pair in listed}}
    for pair, hit in _found(path, listed):
        for verdict in (found["all"], found[pair.kind]):
            _judge(pair, hit, verdict)
    return found


def _found(path: Path, listed: Sequence[Pair]) -> Iterator[tuple[Pair, Hit | None]]:
    source = Path(mkdtemp()) / "passages.jsonl"
    with source.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": one.id, "text": one.text}, ensure_ascii=False) + "\n" for one in listed)
    with searching(made(path.stem, source)) as search:
        for pair in listed:
            found = search.search(SearchOptions(pair.query, limit=MOST))
            hits = (*found.hits, *found.doubtful_hits)
            yield pair, next((hit for hit in hits if hit.document.source == pair.id), None)


def _judge(pair: Pair, hit: Hit | None, verdict: Verdict) -> None:
    marks = [(mark.start, mark.end) for mark in hit.marks] if hit else []
    letters = {i for start, end in marks for i in range(start, end)}
    missed = [span for span in pair.mark if not letters.issuperset(_letters(pair.text, span))]
    touched = [span for span in pair.forbid if not letters.isdisjoint(_letters(pair.text, span))]
    verdict.marked += len(pair.mark) - len(missed)
    verdict.unmarked += len(missed)
    verdict.touched += len(touched)
    verdict.spared += len(pair.forbid) - len(touched)
    wrong: frozenset[str] = frozenset()
    if hit and pair.missing is not None:
        wrong = pair.missing ^ frozenset(hit.missing)
        words = max(len(pair.query.split()), len(wrong))
        verdict.missing_wrong += len(wrong)
        verdict.missing_right += words - len(wrong)
    if missed or touched or wrong:
        shown = _shown(pair.text, marks) if hit else "not found"
        told = [f"{sign}{pair.text[s:e]}" for sign, spans in (("-", missed), ("+", touched)) for s, e in spans]
        said = f"; said to be missing: {', '.join(hit.missing) or 'none'}" if hit and wrong else ""
        verdict.faults.append(f"{pair.id} {pair.query!r}: {' '.join(told)} in {shown}{said}")


def _letters(text: str, span: Span) -> set[int]:
    return {i for i in range(*span) if not text[i].isspace()}


def _shown(text: str, marks: Sequence[Span]) -> str:
    for start, end in sorted(marks, reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text
