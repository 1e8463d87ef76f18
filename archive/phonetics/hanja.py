"""How are these Chinese characters read in Korean? By a table: 反테로전 -> 반테로전, 習近平 -> 습근평.

The table (`hanja.tsv`) has 6,000 characters by reading: those of KS X 1001, which stand there in the order of their
readings, the simplified characters of China and the new ones of Japan beside the old. A character with several
readings gives several answers, the usual one first. Source: KS X 1001; 한글 맞춤법 제10-12항 (두음법칙), 제52항
(본음과 속음).
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import groupby, islice, product

from archive.phonetics.syllables import southern, split
from archive.text import is_han, is_hangul

MOST = 8  # readings of one text
NAME = (2, 4)  # characters that a person's name has, surname included


@lru_cache(1)
def _table() -> dict[str, tuple[str, ...]]:
    """Character -> its readings, the usual one first."""
    usual: dict[str, str] = {}
    others: dict[str, list[str]] = {}
    for line in files("archive.phonetics").joinpath("hanja.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        reading, first, also = (*line.split("\t"), "", "")[:3]
        usual.update(dict.fromkeys(first, reading))
        for char in also:
            others.setdefault(char, []).append(reading)
    return {char: (reading, *others.get(char, ())) for char, reading in usual.items()}


@lru_cache(1)
def syllables() -> frozenset[str]:
    """Every syllable that some character is read as, as it stands and as it begins a word."""
    readings = {reading for all_of_it in _table().values() for reading in all_of_it}
    return frozenset(readings | {southern(reading) for reading in readings})


def is_sino_korean(hangul: str) -> bool:
    """Is every syllable one that a Chinese character is read as? Few foreign names are written so."""
    return all(syllable in syllables() for syllable in hangul)


def is_traditional(text: str) -> bool:
    """Do all its characters stand in Korea's own set? Simplified ones don't."""
    try:
        return bool(text.encode("euc_kr"))
    except UnicodeEncodeError:
        return False


@lru_cache(1)
def spread() -> dict[str, int]:
    """How many characters are read as each syllable: a measure of how often names have it (정 60, 종 20, 팍 none)."""
    every = (reading for readings in _table().values() for reading in readings)
    return Counter(form for reading in every for form in {reading, southern(reading)})


def hanja_readings(text: str) -> tuple[str, ...]:
    """The text with its characters read in Korean, likeliest first; () if it has none, or one that is not known."""
    text = unicodedata.normalize("NFC", text)
    if not any(map(is_han, text)):
        return ()
    runs = [_run(run, after) for run, after in _runs(text)]
    if not all(runs):
        return ()
    return tuple(dict.fromkeys("".join(parts) for parts in islice(product(*runs), MOST)))


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """The stretches of one kind, each with the character before it ("" at the beginning)."""
    before = ""
    for _, run in groupby(text, is_han):
        stretch = "".join(run)
        yield stretch, before
        before = stretch[-1]


def _run(run: str, before: str) -> tuple[str, ...]:
    if not is_han(run[0]):
        return (run,)
    table = _table()
    if not all(char in table for char in run):
        return ()
    begins = not (before and is_hangul(before))
    choices = [_choices(run, i, table[char], begins) for i, char in enumerate(run)]
    return tuple("".join(reading) for reading in _nearest_first(choices))


def _nearest_first(choices: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """All first choices, then those that differ in one place, then the rest, up to MOST."""
    few = islice(product(*(range(len(choice)) for choice in choices)), 512)
    ranked = sorted(few, key=lambda picks: (sum(map(bool, picks)), sum(picks)))
    return [tuple(choice[pick] for choice, pick in zip(choices, picks, strict=True)) for picks in ranked[:MOST]]


def _choices(run: str, i: int, readings: tuple[str, ...], begins: bool) -> tuple[str, ...]:
    """What the character at `i` may be read as there."""
    char, first = run[i], i == 0
    after = _table()[run[i + 1]][0] if i + 1 < len(run) else ""
    if char == "不":  # 불 before all but ㄷ and ㅈ: 不動 부동. Source: 표준국어대사전, 불-
        return ("부", "불") if after and split(after)[0] in "ㄷㅈ" else ("불",)
    if char == "金" and first and begins and NAME[0] <= len(run) <= NAME[1]:
        return ("김", "금") if len(run) == NAME[1] - 1 else ("금", "김")
    if char == "率" and not first:
        readings = ("률", "솔")
    if first and begins:
        return _beginning(readings)
    before = _table()[run[i - 1]][0] if i else ""
    out = tuple(_after_vowel(reading, before) for reading in readings)
    inner = i % 2 == 0 and i and len(run) > i + 1  # a word of two characters may begin here: 安全保障|理事會
    return (*(southern(r) for r in out), *out) if inner and southern(out[0]) != out[0] else out


def _beginning(readings: tuple[str, ...]) -> tuple[str, ...]:
    """As in the South, then as in the North: 李 이, 리."""
    return tuple(dict.fromkeys((*map(southern, readings), *readings)))


def _after_vowel(reading: str, before: str) -> str:
    """렬 and 률 after a vowel or ㄴ are 열 and 율: 比率 비율. Source: 한글 맞춤법 제11항 붙임 1."""
    if reading in ("렬", "률") and before and split(before)[2] in " ㄴ":
        return southern(reading)
    return reading
