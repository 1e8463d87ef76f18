"""Which signs mean something in a query, and where does a word end? Quotation marks, brackets, control characters."""

import re
from unicodedata import normalize

from archive.query.limits import MAX_LENGTH

OPERATORS = frozenset({"AND", "OR", "NOT"})
OPENING, CLOSING = '"“', '"”'  # a phrase opens with one of the first and ends at the next of the second
PRINTED = "“"  # opens a phrase only where nothing else stands beside it: sentences are pasted with such marks
_NARROW = {0xFF01 + i: chr(0x21 + i) for i in range(94)}  # ： of a Chinese or Korean keyboard counts like :
_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff]")  # signs without width that come along when text is pasted
_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
# The most code points that become one in NFC is 4 (U+1F82); more of the text cannot matter. Bounding it first keeps
# long runs of combining marks, which take quadratic time to order, away.
_ENOUGH = 4 * MAX_LENGTH


def clean(text: str) -> tuple[str, bool]:
    """The text as it is read (NFC, without control characters, at most `MAX_LENGTH` long), and whether it was cut.

    It is cut at a word. Inside it stays as typed, line breaks and all.
    """
    stripped = text.strip()
    whole = normalize("NFC", _NOTHING.sub("", _BROKEN.sub(" ", stripped[:_ENOUGH]))).strip()
    if len(whole) <= MAX_LENGTH and len(stripped) <= _ENOUGH:
        return whole, False
    head = whole[:MAX_LENGTH]
    ends_here = whole[MAX_LENGTH : MAX_LENGTH + 1].isspace()
    words = head if ends_here else re.sub(r"\s\S*\Z", "", head)
    return words.rstrip(), True


def narrow(text: str) -> str:
    """The text with signs of full width as those of the keyboard: of the same length, so offsets agree."""
    return text.translate(_NARROW)


def pairs(plain: str) -> dict[int, int]:
    """Where each bracket closes that opens and closes without a space between."""
    closes: dict[int, int] = {}
    opened: list[int] = []
    for i, char in enumerate(plain):
        if char == "(":
            opened.append(i)
        elif char == ")" and opened:
            closes[opened.pop()] = i
        elif char.isspace():
            opened.clear()
    return closes


def word_end(plain: str, start: int, closes: dict[int, int]) -> int:
    """Where the word that begins at `start` ends: at a space, or a bracket that is not its own."""
    i = start
    while i < len(plain) and plain[i] != ")" and not plain[i].isspace():
        if plain[i] == "(":
            if i not in closes or plain[start:i] in OPERATORS:
                break
            i = closes[i]
        i += 1
    return i


def is_bare(value: str) -> bool:
    """Whether a field's value can be written without quotation marks."""
    plain = narrow(value)
    return bool(plain) and plain[0] not in OPENING + CLOSING and word_end(plain, 0, pairs(plain)) == len(plain)


def without_quotes(value: str) -> str:
    """The value without the signs that would end it when it is written in quotation marks."""
    kept = "".join(char for char, plain in zip(value, narrow(value), strict=True) if plain not in CLOSING)
    return " ".join(kept.split())
