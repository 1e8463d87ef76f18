"""How many line breaks are joined as they were written?

    GAKJU_EVAL=folder python -m tests.quality.joins          the figures
    GAKJU_EVAL=folder python -m tests.quality.joins --fit    the weights of `indexer.lines.evidence`, fitted anew

The folder holds `briefs/` and `eval/`. Three questions: the briefs as received; the briefs with line ends stripped;
general passages wrapped here, each its own little document. Beside ours stand Kiwi's `glue` alone and a space always.
"""

import hashlib
import json
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from archive.text.kiwi_analysis import kiwi
from indexer.lines.evidence import Evidence, analyze_breaks, evidence
from indexer.lines.spacing import BreakClassifier

Pair = tuple[str, str, str]  # left, right, truth


@dataclass(frozen=True, slots=True)
class Case:
    """A document's printed lines and the joins between them that are known."""

    name: str
    group: str
    lines: tuple[str, ...]
    pairs: tuple[Pair, ...]


# What begins a unit in the briefs: a bullet, a note's number, a caption, a date.
MARK = re.compile(r"\s*(?:[▶■ㅇŸ※●•*]|-\s|\d+\)\s|\d\. |표 \d|그림 \d|자료:|주:|20\d\d\.\d|//|시기? )")
END = re.compile(r"[.?!][\"”’'」』)]*\d*\)?$")

# Printed lines that begin a unit though no mark and no full stop says so, read by eye: headings, table cells.
UNITS = {
    "000": {
        38,
        *range(43, 50),
        52,
        53,
        55,
        58,
        59,
        61,
        62,
        64,
        65,
        67,
        70,
        71,
        73,
        74,
        76,
        80,
        81,
        83,
        87,
        175,
        267,
        269,
        336,
        338,
        350,
        358,
        362,
        364,
        370,
        374,
        376,
        382,
    },
    "002": {43, *range(124, 127), 132, 134, 136, 138, 140, 144, 152, 154, 156, 158, 162, 166, 170, 175, 181},
    "004": {17, 21, 73, 109, 131, 155},
}
ASTRAY = {("000", 358): "space"}  # the one line whose trailing space was lost


def briefs(folder: Path) -> list[Case]:
    """The five briefs. Truth is the reading by hand where there is one, else the trailing space."""
    cases = []
    for path in sorted((folder / "briefs").glob("*.txt")):
        name = path.name[:3]
        lines = tuple(line.rstrip("\r") for line in path.read_text(encoding="utf-8-sig").split("\n"))
        gold = folder / "eval" / "gold" / f"{name}.json"
        found = _by_hand(gold) if gold.exists() else _by_trailing_space(name, lines)
        cases.append(Case(name, name, lines, tuple((lines[a - 1], lines[b - 1], join) for a, b, join in found)))
    return cases


def _by_hand(gold: Path) -> Iterator[tuple[int, int, str]]:
    before = 0
    for line in json.loads(gold.read_text(encoding="utf-8"))["lines"]:
        if line["join"] != "new":
            yield before, line["n"], line["join"]
        before = line["n"]


def _by_trailing_space(name: str, lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    full = sorted(_width(line) for line in lines if line.strip())
    long = 0.8 * full[int(len(full) * 0.9)]
    before = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        above = lines[before - 1] if before else ""
        ended = END.search(above.strip()) and (_width(above) < long or not above.endswith(" "))
        if before and not MARK.match(line) and not ended and number not in UNITS[name]:
            yield before, number, ASTRAY.get((name, before), "space" if above.endswith(" ") else "glue")
        before = number


def _width(line: str) -> int:
    return sum(2 if ord(char) > 0x2E80 else 1 for char in line.strip())


def general(folder: Path, typeset: bool) -> list[Case]:
    """The general passages, wrapped at 38 to 45 characters, seeded by their ids: anywhere, or as a typesetter may."""
    cases = []
    for line in (folder / "eval" / "general" / "passages.jsonl").read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        text = " ".join(passage["text"].split())
        lines, joins = wrap(text, random.Random(f"7:{passage['id']}"), typeset)
        pairs = tuple(zip(lines, lines[1:], joins, strict=False))
        cases.append(Case(passage["id"], _collection(passage["id"]), tuple(lines), pairs))
    return cases


def _collection(passage: str) -> str:
    parts = passage.split("-")
    return "-".join(parts[: {"kq": 2, "nt": 3}.get(parts[0], len(parts))])


def half(case: Case) -> str:
    """Which half, "dev" or "held": all passages under one title fall into the same half."""
    return "dev" if hashlib.sha256(case.group.encode()).digest()[0] % 2 == 0 else "held"


def wrap(text: str, chance: random.Random, typeset: bool) -> tuple[list[str], list[str]]:
    """Cuts a text at random lengths; a space at a cut vanishes. Gives the lines and how each joins the next."""
    lines: list[str] = []
    joins: list[str] = []
    start = 0
    while True:
        end = start + chance.randint(38, 45)
        while typeset and start + 20 < end < len(text) and not _may_break(text, end):
            end -= 1
        if end >= len(text):
            return [*lines, text[start:]], joins
        lines.append(text[start:end].strip())
        joins.append("space" if " " in text[end - 1 : end + 1] else "glue")
        start = end + (text[end] == " ")


def _may_break(text: str, at: int) -> bool:
    """A typesetter cuts no foreign word and no number, and hangs no mark (Unicode line breaking, in short)."""
    left, right = text[at - 1], text[at]
    if left in "([{「『《〈“‘" or right in ",.)]}」』》〉”’?!:;%\"'":
        return False
    return not (_narrow(left) and _narrow(right))


def _narrow(char: str) -> bool:
    return char.isalnum() and ord(char) < 0x1100


def ours(case: Case, stripped: bool = False) -> list[bool]:
    """Which joins of a case come out right."""
    clean: Callable[[str], str] = str.strip if stripped else str
    breaks = BreakClassifier([clean(line) for line in case.lines])
    joins = breaks.classify_all([(clean(left), clean(right)) for left, right, _ in case.pairs])
    return [join == truth for (join, _), (_, _, truth) in zip(joins, case.pairs, strict=True)]


def kiwi_alone(case: Case) -> list[bool]:
    """The same of Kiwi's own `glue`, two lines at a time."""
    right = []
    for left, below, truth in case.pairs:
        _, spaces = kiwi().glue([left.strip(), below.strip()], return_space_insertions=True)
        right.append(("space" if spaces[0] else "glue") == truth)
    return right


def report(name: str, cases: Sequence[Case], stripped: bool = False) -> None:
    """Prints one row: ours, Kiwi alone, always a space; and the time of ours."""
    pairs = [pair for case in cases for pair in case.pairs]
    began = time.perf_counter()
    right = [ok for case in cases for ok in ours(case, stripped)]
    took = (time.perf_counter() - began) / len(pairs) * 1000
    alone = [ok for case in cases for ok in kiwi_alone(case)]
    always = sum(truth == "space" for _, _, truth in pairs)
    shares = [sum(right) / len(pairs), sum(alone) / len(pairs), always / len(pairs)]
    row = "".join(f"{share:9.4f}" for share in shares)
    print(f"{name:34}{sum(right):6} of {len(pairs):5}{row}{took:9.2f}", flush=True)


def reasons(cases: Sequence[Case]) -> None:
    """Prints how often each reason decided, and how often rightly."""
    seen: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for case in cases:
        joins = BreakClassifier(case.lines).classify_all([(left, right) for left, right, _ in case.pairs])
        for (join, why), (_, _, truth) in zip(joins, case.pairs, strict=True):
            seen[why] += 1
            good[why] += join == truth
    for why, count in seen.most_common():
        print(f"    {why:30}{good[why]:6} of {count:5}")


def fit(cases: Sequence[Case], prior: float = 2.0, rare: int = 10, least: float = 0.35) -> dict[str, float]:
    """The weights of the features: a logistic regression on the joins that no rule decides, small ones left out."""
    rows: list[Evidence] = []
    truths: list[bool] = []
    for case in cases:
        breaks = BreakClassifier(case.lines)
        undecided = [pair for pair in case.pairs if breaks.by_rule(pair[0].strip(), pair[1].strip()) is None]
        texts = [(left.strip(), right.strip()) for left, right, _ in undecided]
        rows += [evidence(*text, seen, breaks.words) for text, seen in zip(texts, analyze_breaks(texts), strict=True)]
        truths += [truth == "glue" for _, _, truth in undecided]
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= rare)
    weights = dict(zip(names, _regress(rows, truths, names, prior), strict=True))
    names = [name for name in names if abs(weights[name]) >= least]
    return dict(zip(names, _regress(rows, truths, names, prior), strict=True))


def _regress(rows: Sequence[Evidence], truths: Sequence[bool], names: Sequence[str], prior: float) -> list[float]:
    """Newton's method with a Gaussian prior on every weight but that of "any"."""
    x: NDArray[np.float64] = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    y = np.array(truths, dtype=np.float64)
    ridge = np.diag([0.0 if name == "any" else prior for name in names])
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (p - y) + ridge @ w
        w = w - np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + ridge + 1e-6 * np.eye(len(names)), slope)
    return [float(value) for value in w]


def main() -> int:
    folder = os.environ.get("GAKJU_EVAL")
    if not folder:
        print("GAKJU_EVAL names no folder: nothing measured")
        return 0
    root = Path(folder)
    anywhere = general(root, typeset=False)
    if "--fit" in sys.argv:
        for name, value in sorted(fit([case for case in anywhere if half(case) == "dev"]).items()):
            print(f"{name:16}{value:6.1f}")
        return 0
    print(f"{'':34}{'right':>15}{'ours':>9}{'kiwi':>9}{'space':>9}{'ms/join':>9}")
    five = briefs(root)
    report("briefs as received", five)
    report("briefs, line ends stripped", five, stripped=True)
    for case in five:
        report(f"  {case.name} stripped", [case], stripped=True)
    for name, cases in (("anywhere", anywhere), ("as typeset", general(root, typeset=True))):
        for part in ("dev", "held"):
            report(f"general, {name}, {part}", [case for case in cases if half(case) == part and case.pairs])
    print("reasons, general anywhere, held:")
    reasons([case for case in anywhere if half(case) == "held"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
