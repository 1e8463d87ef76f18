"""Does a name find its form in another script, and nothing else? `python -m tests.quality.names [--held] [--wrong]`

Pairs of our own (`names.tsv`, one half kept for the end) and, where `GAKJU_EVAL` names the evaluation's folder, its
`names.dev.jsonl`: how often the first reading is the form in print, and what is found when each name is asked for
among all forms and some thousand ordinary Korean words. Both ways: a name in any script asked for Hangul, and Hangul
for any script.
"""

import csv
import json
import os
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.phonetics import LIKE, keys, likeness, lookup, sounds

HERE = Path(__file__).parent
DOCUMENTS = HERE.parent.parent / "documents"
_PARTICLE = re.compile(
    r"(?<=..)(?:에서는|으로써|에서|에게|으로|까지|부터|이다|했다|하는|하고|에는|은|는|이|가|을|를|의|에|로|와|과|도|만)$"
)
# Ordinary words that sound like no Korean word they could be meant for: whatever they find is wrong, but for loanwords.
_PLAIN = """
role bridge paper signal report border market treaty river ocean winter summer people nation power energy water trade
policy company state number system result history reason money second minute notice answer person army navy
помощь договор граница река зима власть страна народ война мир вода торговля система причина закон деньги армия флот
мост письмо ответ человек время работа вопрос сторона случай область начало конец часть дело слово место город дорога
合作 条约 边境 冬天 人民 国家 力量 结果 问题 方面 开始 工作
"""
PLAIN = tuple(_PLAIN.split())
RULES = {"inflected": "russian", "dev rus": "russian", "dev chi": "chinese", "misspelt": "korean"}  # kind -> Sound.by


@dataclass(frozen=True, slots=True)
class Pair:
    word: str
    hangul: str
    kind: str


@dataclass(frozen=True, slots=True)
class Found:
    """What asking for the words of one kind gave: words, those whose form was found, forms found, right ones."""

    asked: int
    reached: int
    found: int
    right: int

    @property
    def recall(self) -> float:
        return self.reached / self.asked if self.asked else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0


def _evaluation() -> Path | None:
    """The folder that GAKJU_EVAL names; not asked of `world`, which loads the whole archive."""
    named = os.environ.get("GAKJU_EVAL")
    return Path(named) if named and (Path(named) / "eval").is_dir() else None


def pairs(part: str = "") -> tuple[Pair, ...]:
    """Our own pairs; `part` is dev, held, or "" for all."""
    with (HERE / "names.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(Pair(row["word"], row["hangul"], row["kind"]) for row in rows if part in ("", row["part"]))


def given() -> tuple[Pair, ...]:
    """The evaluation's pairs, if it is there."""
    root = _evaluation()
    if root is None:
        return ()
    lines = (root / "eval" / "general" / "names.dev.jsonl").read_text("utf-8").splitlines()
    return tuple(Pair(row["text"], row["hangul"], f"dev {row['lang']}") for row in map(json.loads, lines))


def ordinary(most: int = 12000) -> tuple[str, ...]:
    """Hangul words of the sample documents and of the evaluation's passages, without their particles."""
    texts = [
        path.read_text("utf-8", "ignore") for path in sorted(DOCUMENTS.glob("*")) if path.suffix in (".txt", ".md")
    ]
    if root := _evaluation():
        texts.append((root / "eval" / "general" / "passages.jsonl").read_text("utf-8"))
    words: dict[str, None] = {}
    for word in re.findall(r"[가-힣]+", "\n".join(texts)):
        words.setdefault(_PARTICLE.sub("", word))
    return tuple(words)[:most]


class Vocabulary:
    """Words filed by their keys, as the lexicon files them."""

    def __init__(self, words: Iterable[str]) -> None:
        self.filed: dict[str, set[str]] = defaultdict(set)
        for word in words:
            for key in keys(word):
                self.filed[key].add(word)

    def find(self, asked: str, like: float = LIKE) -> dict[str, float]:
        near = {form for key in lookup(asked) for form in self.filed.get(key, ())}
        return {form: score for form in near if (score := likeness(asked, form)) >= like}


def retrieve(
    asked: Iterable[tuple[str, frozenset[str]]], vocabulary: Vocabulary, like: float = LIKE
) -> tuple[Found, list[str]]:
    """What each word finds, against the forms that are right for it; and the wrong ones, to be judged by eye."""
    words = reached = found = right = 0
    wrong: list[str] = []
    for word, forms in asked:
        hits = vocabulary.find(word, like)
        words, found, right = words + 1, found + len(hits), right + len(forms & hits.keys())
        reached += bool(forms & hits.keys())
        wrong += [f"{word}: {form} {score:.2f}" for form, score in hits.items() if form not in forms]
        wrong += [f"{word}: missed {form} {likeness(word, form):.2f}" for form in forms - hits.keys()]
    return Found(words, reached, found, right), wrong


def both_ways(chosen: tuple[Pair, ...], like: float = LIKE) -> Iterator[tuple[str, Found, list[str]]]:
    """Per kind: the name asked for among Hangul words, then its Hangul asked for among names in all scripts."""
    everything = (*pairs(), *given())
    hangul = Vocabulary({*ordinary(), *(pair.hangul for pair in everything)})
    foreign = Vocabulary({pair.word for pair in everything})
    forms, words = _groups(everything)
    for kind in dict.fromkeys(pair.kind for pair in chosen):
        of_kind = [pair for pair in chosen if pair.kind == kind]
        yield kind, *retrieve(((pair.word, frozenset(forms[pair.word])) for pair in of_kind), hangul, like)
        back = {pair.hangul: frozenset(words[pair.hangul]) for pair in of_kind}
        yield f"{kind} <-", *retrieve(back.items(), foreign, like)


def _groups(everything: Iterable[Pair]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    forms: dict[str, set[str]] = defaultdict(set)
    words: dict[str, set[str]] = defaultdict(set)
    for pair in everything:
        forms[pair.word].add(pair.hangul)
        words[pair.hangul].add(pair.word)
    return forms, words


def transcribed(chosen: Iterable[Pair]) -> dict[str, tuple[int, int, int, int, int]]:
    """Per kind: names; those whose first reading is the form in print, whose first by the rules of its kind is, those
    with any reading that is; and those where a settled form decides."""
    out: dict[str, tuple[int, int, int, int, int]] = {}
    for pair in chosen:
        found = sounds(pair.word)
        readings = [sound.hangul for sound in found]
        rules = (RULES.get(pair.kind, pair.kind), "settled")
        by_rule = [sound.hangul for sound in found if sound.by in rules]
        n, first, rule, some, settled = out.get(pair.kind, (0, 0, 0, 0, 0))
        out[pair.kind] = (
            n + 1,
            first + (readings[:1] == [pair.hangul]),
            rule + (by_rule[:1] == [pair.hangul]),
            some + (pair.hangul in readings),
            settled + any(sound.by == "settled" for sound in found),
        )
    return out


def main() -> None:
    part = "held" if "--held" in sys.argv else "dev"
    chosen = (*pairs(part), *given())
    print(f"own pairs: {part} half ({len(pairs(part))}); ordinary words: {len(ordinary())}; LIKE {LIKE}")
    print(
        "\nkind              names  first   rule    any    settled | as printed: first reading, first by its rules, any"
    )
    for kind, (n, first, rule, some, settled) in transcribed(chosen).items():
        print(f"{kind:16}  {n:5}  {first / n:.3f}  {rule / n:.3f}  {some / n:.3f}  {settled:4}")
    print("\nkind              asked  recall  precision")
    mistakes: list[str] = []
    total = [0, 0, 0, 0]
    for kind, found, wrong in both_ways(chosen):
        print(f"{kind:16}  {found.asked:5}   {found.recall:.3f}      {found.precision:.3f}")
        total = [a + b for a, b in zip(total, (found.asked, found.reached, found.found, found.right), strict=True)]
        mistakes += [f"{kind}: {line}" for line in wrong]
    print(f"{'all':16}  {total[0]:5}   {Found(*total).recall:.3f}      {Found(*total).precision:.3f}")
    vocabulary = Vocabulary(ordinary())
    hits = {word: vocabulary.find(word) for word in PLAIN}
    print(f"\nordinary words of other languages: {len(PLAIN)}, finding something: {sum(map(bool, hits.values()))}")
    print("  " + "; ".join(f"{word}: {', '.join(found)}" for word, found in hits.items() if found))
    for like in (0.6, 0.7, 0.76, 0.8, 0.82, 0.84, 0.86, 0.88, 0.9) if "--sweep" in sys.argv else ():
        rows = [found for _, found, _ in both_ways(chosen, like)]
        whole = Found(*(sum(getattr(row, name) for row in rows) for name in ("asked", "reached", "found", "right")))
        print(f"LIKE {like}: recall {whole.recall:.3f} precision {whole.precision:.3f}")
    if "--wrong" in sys.argv:
        print("\n" + "\n".join(mistakes))
    _times(chosen)


def _times(chosen: tuple[Pair, ...]) -> None:
    from archive.phonetics import pronunciation, sounds_alike

    for cached in (
        pronunciation.sounds,
        pronunciation.compared,
        pronunciation.exact,
        pronunciation.keys,
        sounds_alike.likeness,
    ):
        cached.cache_clear()
    start = time.perf_counter()
    for pair in chosen:
        keys(pair.word)
    filed = (time.perf_counter() - start) / len(chosen)
    for pair in chosen:
        likeness(pair.word, pair.hangul)
    sounds_alike.likeness.cache_clear()
    couples = [(a.word, b.hangul) for a in chosen[:100] for b in chosen[:100]]
    start = time.perf_counter()
    for one, other in couples:
        likeness(one, other)
    compared = (time.perf_counter() - start) / len(couples)
    print(f"\nkeys {filed * 1e6:.0f} µs a new word; likeness {compared * 1e6:.1f} µs a pair")


if __name__ == "__main__":
    main()
