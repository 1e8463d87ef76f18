"""Which words of a passage does a link quote? Writes and reads the part of a link that marks words, with its check.

`12-47~k3xhd` quotes the code points 12 to 47 of a passage's text, half-open; the five signs after the tilde are a
check over the quoted letters, so that a link whose words are not there is noticed and nothing else is marked. A
quotation that runs on into a later passage of the same document names it (`to`): it begins at 12 of the
first and ends at 47 of the last, with all that stands between.

The check is made by browsers, too: it takes letters and digits as Unicode classes them (L and N) and nothing finer.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from archive.errors import NotFound
from archive.model import ALPHABET, Address, Span, parse_permalink
from archive.text import bare, clusters

SIGNS = 5  # of the check: 6.4 million
_SIZE = len(ALPHABET) ** SIGNS
_FACTOR = 65_599  # shares no divisor with _SIZE, so that every single wrong letter changes the sum
_PRINTED = re.compile(rf"(\d{{1,7}})-(\d{{1,7}})~([{ALPHABET}]{{{SIGNS}}})")


@dataclass(frozen=True, slots=True)
class Quotation:
    """`start` is an offset into the first passage, `end` into the last: the same one unless `to` names another."""

    start: int
    end: int
    check: str
    to: Address | None = None

    def __str__(self) -> str:
        return f"{self.start}-{self.end}~{self.check}"


def parse_quotation(printed: str, to: str | None = None) -> Quotation:
    """What a link says; particles or signs stuck to its end are ignored.

    Raises:
        NotFound: it is no quotation.
    """
    match = _PRINTED.match(printed.strip().casefold())
    last = parse_permalink(to) if to else None
    if match is None or (last is not None and last.passage is None):
        raise NotFound(f"“{printed[:40]}” does not say which words are quoted: it looks like 12-47~k3xhd")
    return Quotation(int(match[1]), int(match[2]), match[3], last)


def quote(texts: Sequence[str], start: int, end: int, to: Address | None = None) -> Quotation:
    """The quotation of these words of passages that follow each other."""
    pieces = [text[slice(*span)] for text, span in zip(texts, _spans(texts, start, end), strict=True)]
    return Quotation(start, end, check_of("".join(pieces)), to)


def check_of(words: str) -> str:
    """The check over the letters of quoted words."""
    total = 0
    for char in words:
        if unicodedata.category(char)[0] in "LN":
            total = (total * _FACTOR + ord(char)) % _SIZE
    signs = ""
    for _ in range(SIGNS):
        total, sign = divmod(total, len(ALPHABET))
        signs += ALPHABET[sign]
    return signs


def quoted_in(texts: Sequence[str], quotation: Quotation) -> tuple[Span, ...] | None:
    """The spans that are quoted, one in each text; None where the words are not those that were quoted."""
    spans = _spans(texts, quotation.start, quotation.end)
    if not texts or any(not 0 <= start < end <= len(text) for text, (start, end) in zip(texts, spans, strict=True)):
        return None
    words = "".join(text[slice(*span)] for text, span in zip(texts, spans, strict=True))
    return spans if check_of(words) == quotation.check and any(map(str.isalnum, words)) else None


def _spans(texts: Sequence[str], start: int, end: int) -> tuple[Span, ...]:
    last = len(texts) - 1
    return tuple((start if n == 0 else 0, end if n == last else len(text)) for n, text in enumerate(texts))


def find_again(words: str, texts: Sequence[str], lead: str = "", tail: str = "") -> tuple[Span | None, ...] | None:
    """Where the letters of the words stand in texts that follow each other: a span or None for each.

    None where they don't stand there, or more than once; `lead` and `tail`, what stood before and after them, tell
    which it is if they, too, are still there. Spaces, signs, case, width and composition are nothing.
    """
    before, quoted, after = (_row(text) for text in (lead, words, tail))
    here = [(n, letter, start, end) for n, text in enumerate(texts) for letter, start, end in letters(text)]
    row = "".join(letter for _, letter, _, _ in here)
    at = len(before) if row == before + quoted + after else row.find(quoted)
    if not quoted or at < 0 or (row != before + quoted + after and row.find(quoted, at + 1) >= 0):
        return None
    begins = list(accumulate((len(letter) for _, letter, _, _ in here), initial=0))
    spans: list[Span | None] = [None] * len(texts)
    for (n, _, start, end), begin in zip(here, begins, strict=False):
        if at <= begin < at + len(quoted):
            known = spans[n]
            spans[n] = (known[0] if known else start, end)
    return tuple(spans)


def _row(text: str) -> str:
    return "".join(letter for letter, _, _ in letters(text))


def letters(text: str) -> Iterator[tuple[str, int, int]]:
    """The letters of a text, folded, each with the span of the characters that made it."""
    for start, cluster in clusters(text):
        if folded := bare(cluster):
            yield folded, start, start + len(cluster)
