"""A corpus of any size to measure with: the sentences of documents/ put together anew, with invented words in them.

Put together as they are, a few hundred sentences would make every word as common as the next; so a part of the words
is replaced by invented ones, of which a few are frequent and most are rare, as in real text (Zipf).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from archive.open import Archive
from archive.store import Store
from archive.text import language_of
from indexer.run import Build

SAMPLES = Path(__file__).parents[2] / "documents"
WORDS = 60_000  # invented
REPLACED = 0.25  # of the words of a sentence
PASSAGES = 50  # of a document
ONSETS, VOWELS, CODAS = range(19), (0, 4, 5, 8, 13, 18, 20), (0, 0, 0, 4, 8, 16, 21, 1)

_KOREAN = re.compile("[가-힣]{2,}")


@cache
def sentences() -> tuple[str, ...]:
    """What the samples say in Korean, sentence by sentence."""
    with TemporaryDirectory() as folder:
        store = Store.at(Path(folder))
        Build(Archive(store, Path(folder))).run([str(SAMPLES)])
        texts = [one.text for record in store.documents() for one in store.document(record.id).document.blocks]
        store.close()
    split = (one for text in texts for one in re.split(r"(?<=다\.) ", " ".join(text.split())))
    return tuple(one for one in split if 30 <= len(one) <= 200 and language_of(one) == "ko")


@cache
def invented() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Invented words of two to four syllables, and their weights added up."""
    random = Random(7)
    found: dict[str, None] = {}
    while len(found) < WORDS:
        found["".join(_syllable(random) for _ in range(random.choice((2, 2, 3, 3, 4))))] = None
    return tuple(found), tuple(accumulate(1 / rank for rank in range(3, WORDS + 3)))


def _syllable(random: Random) -> str:
    return chr(0xAC00 + (random.choice(ONSETS) * 21 + random.choice(VOWELS)) * 28 + random.choice(CODAS))


def passage(random: Random) -> str:
    """Two to six sentences, some 400 characters."""
    return " ".join(_changed(random.choice(sentences()), random) for _ in range(random.randint(2, 6)))


def _changed(sentence: str, random: Random) -> str:
    words, weights = invented()

    def word(match: re.Match[str]) -> str:
        if random.random() > REPLACED:
            return match.group()
        (name,) = random.choices(words, cum_weights=weights)
        return name + match.group()[-1]  # what stands last is often a particle

    return _KOREAN.sub(word, sentence)


def write(folder: Path, passages: int, each: int = PASSAGES) -> None:
    """Documents with a title, headings and notes in every third passage, as Markdown files; of `each` passages."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(-(-passages // each)):
        (folder / f"doc-{each}-{number:05}.md").write_text("\n\n".join(_document(number, each)) + "\n", "utf-8")


def _document(number: int, passages: int) -> Iterator[str]:
    random, notes = Random(number), []
    yield f"---\ntitle: {_name(random, 4)}\ndate: {2000 + number % 26}-03-01\n---"
    for n in range(passages * 3 // 4):
        if n % 12 == 0:
            yield f"## {n // 12 + 1}. {_name(random, 3)}"
        if n % 3 == 0:
            notes.append(f"[^{n}]: 홍보기, 「{_name(random, 3)}」, 『예시일보』, 2024. 5. {n % 28 + 1}.")
        yield passage(random) + (f"[^{n}]" if n % 3 == 0 else "")
    yield from notes


def _name(random: Random, size: int) -> str:
    words, weights = invented()
    return " ".join(random.choices(words, cum_weights=weights, k=size))


def questions(texts: Sequence[str], count: int) -> list[str]:
    """Questions of seven words, as they stand in some passage; one of the words stands in another."""
    random, found = Random(3), []
    while len(found) < count:
        words = random.choice(texts).split()
        if len(words) >= 8:
            at = random.randrange(len(words) - 7)
            found.append(" ".join([*words[at : at + 6], random.choice(random.choice(texts).split())]))
    return found
