"""Do Chinese characters that are no known word leave the rest of a query its answer? Queries over invented passages.

`python -m tests.quality.runs` prints the queries whose first passage is another, or that find a passage of the same
characters before it; `--held` asks the half that nothing was tuned on.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.archive.literal import archive, brief

HERE = Path(__file__).parent
OFTEN = 40  # passages of each notion


def faults(held: bool) -> tuple[int, list[tuple[str, list[str]]]]:
    """How many queries there are, and those that don't find the right passage first, with what they find."""
    names = dict(passages())
    asked = _rows("runs.tsv")[held::2]
    wrong: list[tuple[str, list[str]]] = []
    with TemporaryDirectory() as home, archive(Path(home), brief(*names)) as made:
        for query, first, never in asked:
            found = [names[text] for text in made.found(query)]
            if found[:1] != [first] or not _follow(never.split(), found, first):
                wrong.append((query, found[:4]))
    return len(asked), wrong


def passages() -> Iterator[tuple[str, str]]:
    """Every passage with its name. What is asked for stands in many, as in an archive, and the characters in one."""
    for name, text in _rows("runs_passages.tsv"):
        for number in range(1 if name.startswith("zh") else OFTEN):
            yield (f"{text} 기록 {number}호." if number else text), name


def _follow(never: list[str], found: list[str], first: str) -> bool:
    return all(found.index(name) > found.index(first) for name in never if name in found)


def _rows(name: str) -> list[list[str]]:
    return list(csv.reader((HERE / name).read_text("utf-8").splitlines()[1:], delimiter="\t"))


if __name__ == "__main__":
    many, wrong = faults("--held" in sys.argv)
    print(f"{many - len(wrong)} of {many} find the right passage first", *wrong, sep="\n  ")
