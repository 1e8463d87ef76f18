"""Does a question find the passage that holds an answer of its kind: a number with its counter, an amount, a date?

`answers.jsonl`: forty questions in four languages over invented passages. One passage is right; the wrong ones have
as many of the words or more, and nothing of the kind. In four questions the word that looks like one asks for nothing.
`answers_held.jsonl`: twenty more, written after the first were mended; at first 14 of them were found.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.archive.literal import archive, brief

QUESTIONS = Path(__file__).parent / "answers.jsonl"
HELD = Path(__file__).parent / "answers_held.jsonl"


@dataclass(frozen=True, slots=True)
class KindQuestion:
    """A question, the passage that answers it, and passages that only have its words."""

    id: str
    lang: str
    query: str
    right: str
    wrong: tuple[str, ...]


def questions(path: Path) -> list[KindQuestion]:
    """The questions of the bed."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [KindQuestion(**row | {"wrong": tuple(row["wrong"])}) for row in rows]


def answered(path: Path) -> Iterator[tuple[KindQuestion, int]]:
    """Each question, and at which place its answer stands among all passages of the bed; 0 where it is not found."""
    bed = questions(path)
    texts = [text for one in bed for text in (*one.wrong, one.right)]
    with TemporaryDirectory() as home, archive(Path(home), brief(*texts)) as made:
        for one in bed:
            found = made.found(one.query)
            yield one, found.index(one.right) + 1 if one.right in found else 0
