"""Where do Chinese words begin and end? The one place that loads and asks jieba, by its Rust form.

Its dictionary takes 0.1 s and 33 MB, when a Chinese word is first looked for.
"""

import re
from functools import lru_cache
from importlib.metadata import version

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_SHORTEST = 2  # characters of a word inside another
# Source: 现代汉语词典, suffixes that say who, where, what paper, money or measure.
_SUFFIXES = frozenset("者员員人团團会會部局所院长長家费費量率法案区區省市县縣港船队隊军軍权權品物站厂廠国國")


def dictionary() -> str:
    """Names the dictionary, for the index's fingerprint."""
    return f"jieba {version('rjieba')}"


@lru_cache(maxsize=1_000)
def han_edges(text: str) -> frozenset[int]:
    """The offsets where Chinese words begin or end.

    Words inside a longer one count where nothing shorter than two characters is left of it, or a suffix: 中国 in
    中国铁路总公司 and 旅游 in 旅游团, but not 人民 in 人民币.
    """
    return frozenset(at + edge for run in _HAN.finditer(text) for at in (run.start(),) for edge in _edges(run.group()))


def han_words(text: str) -> list[str]:
    """The words of a run of Chinese characters."""
    import rjieba  # with the first Chinese word

    return list(map(str, rjieba.cut(text)))


def _edges(run: str) -> set[int]:
    import rjieba

    found = {0}
    for word, start, end in rjieba.tokenize(run, "default", True):
        found.add(end)
        if end - start > _SHORTEST:
            inner = {(a, b) for _, a, b in rjieba.tokenize(word, "search", True)}
            found.update(start + at for at in _partings(len(word), inner))
            if word[-1] in _SUFFIXES and (0, len(word) - 1) in inner:
                found.add(end - 1)
    return found


def _partings(size: int, words: set[tuple[int, int]]) -> set[int]:
    """Where a word of this size may be parted into shorter ones."""
    parts = {(a, b) for a, b in words if b - a >= _SHORTEST and (a, b) != (0, size)}
    before, after = {0}, {size}
    for a, b in sorted(parts):
        if a in before:
            before.add(b)
    for a, b in sorted(parts, key=lambda part: -part[1]):
        if b in after:
            after.add(a)
    return before & after
