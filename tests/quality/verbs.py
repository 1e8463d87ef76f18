"""Do the forms of Russian verbs meet, and nothing that is another word? Every form of some verbs, by a dictionary.

`python -m tests.quality.verbs` prints, by kind of form, how many there are and how many do not meet their verb, and the
traps that meet though they are other words; `--held` the half that nothing was tuned on.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from archive.text import same_word
from tests.quality.russian import dictionary

HERE = Path(__file__).parent
RARE = frozenset({"Arch", "Infr", "Litr", "Dist", "Erro", "Slng", "V-be", "V-bi", "V-sh"})  # tags that news lack

Pair = tuple[str, str]


def met(held: bool) -> dict[str, tuple[int, list[Pair]]]:
    """By kind: how many forms there are of these verbs, and those that do not meet their verb: (verb, form)."""
    found: dict[str, tuple[int, list[Pair]]] = defaultdict(lambda: (0, []))
    for verb, partner in _rows("verbs.tsv", held):
        for kind, one, form in (*_forms(verb), *_forms(partner), *_of_partner(verb, partner)):
            many, lost = found[kind]
            found[kind] = many + 1, lost if same_word(one, form) else [*lost, (one, form)]
    return dict(sorted(found.items()))


def trapped(held: bool) -> tuple[int, list[Pair]]:
    """How many pairs there are of words that are not one, and those that meet."""
    pairs = _rows("verb_traps.tsv", held)
    return len(pairs), [pair for pair in pairs if same_word(*pair)]


def _rows(name: str, held: bool) -> list[Pair]:
    """Every second row of a table, or the others, which are held back."""
    rows = list(csv.reader((HERE / name).read_text("utf-8").splitlines()[1:], delimiter="\t"))
    return [(one, other) for one, other in rows[held::2]]


def _forms(verb: str) -> Iterator[tuple[str, str, str]]:
    """Every form of a verb and of its reflexive, if that is no verb of its own: (kind, verb, form)."""
    yield from ((kind, verb, form) for kind, form in sorted(set(_lexeme(verb))) if form != verb)
    reflexive = f"{verb}{'сь' if verb.endswith('и') else 'ся'}"
    own = {pair for held in (False, True) for pair in _rows("verb_traps.tsv", held)}
    if verb and not verb.endswith("ся") and (verb, reflexive) not in own:
        yield from (("reflexive", verb, form) for form in sorted({form for _, form in _lexeme(reflexive)}))


def _of_partner(verb: str, partner: str) -> Iterator[tuple[str, str, str]]:
    """Every form of a verb's partner of the other aspect."""
    yield from (("aspect", verb, form) for form in sorted({form for _, form in _lexeme(partner)}))


def _lexeme(verb: str) -> Iterator[Pair]:
    for parse in dictionary().parse(verb) if verb else ():
        if "INFN" in parse.tag and parse.word == verb and parse.is_known:
            for one in parse.lexeme:
                if not RARE & one.tag.grammemes:
                    yield _kind(one.tag.grammemes), one.word
            return


def _kind(tag: frozenset[str]) -> str:
    if "PRTF" in tag:
        return "participle, passive" if "pssv" in tag else "participle, active"
    named = {"PRTS": "participle, short", "GRND": "gerund", "impr": "imperative", "1per": "first person"}
    return next((kind for mark, kind in named.items() if mark in tag), "finite")


if __name__ == "__main__":
    held_back = "--held" in sys.argv
    for kind, (many, lost) in met(held_back).items():
        print(f"{kind}: {1 - len(lost) / many:.3f} of {many} forms meet", *dict(lost).items(), sep="\n  ")
    many, false = trapped(held_back)
    print(f"traps: {len(false)} of {many} meet", *false, sep="\n  ")
