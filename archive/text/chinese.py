"""Where do Chinese words begin and end, in simplified or traditional characters? The place that asks OpenCC and jieba.

jieba, by its Rust form, has a dictionary of simplified words: it takes 0.1 s and 33 MB when a Chinese word is first
looked for. OpenCC's table takes 0.02 s and 5 MB.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.metadata import version
from itertools import chain

_BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))  # of Unicode: CJK ideographs
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_SHORTEST = 2  # characters of a word inside another
# Source: 现代汉语词典, suffixes that say who, where, what paper, money or measure.
_SUFFIXES = frozenset("者员人团会部局所院长家费量率法案区省市县港船队军权品物站厂国")


def dictionary() -> str:
    """Names the dictionaries, for the index's fingerprint."""
    return f"jieba {version('rjieba')}, opencc {version('opencc')}"


def simplified(text: str) -> str:
    """The text with simplified characters for traditional ones, one for one: 核試驗 is 核试验."""
    return text.translate(_simplified()) if _HAN.search(text) else text


@cache
def _simplified() -> Mapping[int, str]:
    """Simplified characters by the code point of the traditional one."""
    from opencc import OpenCC  # with the first Chinese word

    han = [chr(code) for code in chain(*_BLOCKS)]
    found = OpenCC("t2s").convert("\n".join(han)).split("\n")  # one by one: as words they would depend on neighbours
    return {ord(old): new for old, new in zip(han, found, strict=True) if new != old and _HAN.fullmatch(new)}


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

    return [text[start:end] for _, start, end in rjieba.tokenize(simplified(text), "default", True)]


def has_han_word(run: str) -> bool:
    """Has the dictionary any word of several characters in this run? What it guesses beside them is none."""
    import rjieba

    return any(end - start > 1 for _, start, end in rjieba.tokenize(simplified(run), "default", False))


def _edges(run: str) -> set[int]:
    import rjieba

    run = simplified(run)
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
