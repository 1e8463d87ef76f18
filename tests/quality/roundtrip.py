"""Does a known document come back from PDF as it was written? Prints the table of the round trip.

    python -m tests.quality.roundtrip                 the table, by producer and extractor
    python -m tests.quality.roundtrip --documents     and a row for every text
    python -m tests.quality.roundtrip --wrong NAME    and what went wrong where the fixture's name holds NAME

Reads the fixtures of `tests/roundtrip` alone, which `tests.roundtrip.make` made. Goals: joins 0.985, paragraphs but
for spaces 1.000, references 1.000.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable

from tests.roundtrip.measure import Outcome, Share, outcomes

MEASURES = ("joins", "paragraphs", "references", "notes")
Shares = tuple[Share, ...]


def shares(outcome: Outcome) -> Shares:
    """The four measures of an outcome, in the order of `MEASURES`."""
    return outcome.joins, outcome.paragraphs, outcome.references, outcome.notes


def pooled(found: Iterable[Outcome]) -> dict[tuple[str, str], Shares]:
    """The measures by producer and extractor, counts added over the documents."""
    rows: dict[tuple[str, str], Shares] = defaultdict(lambda: tuple(Share() for _ in MEASURES))
    for outcome in found:
        key = (outcome.producer, outcome.extractor)
        rows[key] = tuple(a + b for a, b in zip(rows[key], shares(outcome), strict=True))
    return dict(rows)


def row(name: str, values: Shares) -> str:
    """One printed row."""
    joins = values[0]
    return f"{name:52}{joins.right:6}/{joins.known:<5}" + "".join(f"{value.f1:11.4f}" for value in values)


def main(arguments: list[str]) -> int:
    """Prints the table."""
    only = arguments[arguments.index("--wrong") + 1] if "--wrong" in arguments else ""
    found = list(outcomes(only=only))
    print(f"{'':52}{'line ends':>12}" + "".join(f"{name:>11}" for name in MEASURES))
    if only or "--documents" in arguments:
        for outcome in found:
            print(row(f"{outcome.document} {outcome.producer} {outcome.extractor}", shares(outcome)))
            for line in outcome.wrong if only else ():
                print(f"    {line}")
        print()
    rows = pooled(found)
    for key, values in sorted(rows.items()):
        print(row(" ".join(key), values))
    print(row("all", tuple(sum(column, Share()) for column in zip(*rows.values(), strict=True))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
