"""Where do Chinese words begin and end? The one place that loads and asks jieba, by its Rust form.

Its dictionary takes 0.1 s and 33 MB, when a Chinese word is first looked for.
"""

import re
from functools import lru_cache
from itertools import pairwise

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_SHORTEST = 2  # characters of a word inside another


@lru_cache(maxsize=1_000)
def han_edges(text: str) -> frozenset[int]:
    """The offsets where Chinese words begin or end.

    Words inside a longer one count where nothing shorter than two characters is left of it: 中国 in 中国铁路总公司,
    but not 人民 in 人民币.
    """
    return frozenset(at + edge for run in _HAN.finditer(text) for at in (run.start(),) for edge in _edges(run.group()))


def han_words(text: str) -> list[str]:
    """The words of a run of Chinese characters."""
    import rjieba  # with the first Chinese word

    return list(map(str, rjieba.cut(text)))


def _edges(run: str) -> set[int]:
    import rjieba

    found = {0}
    for _, start, end in rjieba.tokenize(run, "default", True):
        found.add(end)
        if end - start >= 2 * _SHORTEST:
            inner = {start, end, *(at for _, a, b in rjieba.tokenize(run[start:end], "search", True) for at in (start + a, start + b))}
            cuts = sorted(inner)
            found.update(at for at in cuts if min(at - start, end - at) >= _SHORTEST)
    return found
