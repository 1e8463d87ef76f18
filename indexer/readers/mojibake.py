"""Was this text read in a wrong encoding once, and saved so? Finds Hangul in letters that nobody wrote.

The letters of such a text are no damage that a reader could see: they are valid, and mean nothing. What they were comes
out where they are put back into the bytes they were taken for and read as what these are. Korean and French that were
meant so do not: hardly any of their runs of letters beyond ASCII are Hangul in other bytes.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Confusion:
    """An encoding that was read as another. Codecs by their Python names."""

    is_: str
    read_as: str
    name: str
    example: str  # 물길은 길다 so read


CONFUSIONS = (
    Confusion("cp949", "cp1252", "CP949 as Latin-1", "¹°±æÀº ±æ´Ù"),
    Confusion("utf-8", "cp1252", "UTF-8 as Latin-1", "ë¬¼ê¸¸ì\x9d€ ê¸¸ë‹¤"),
    Confusion("utf-8", "cp949", "UTF-8 as CP949", "臾쇨만\ufffd\ufffd\ufffd 湲몃떎"),
)
SAMPLE = 20_000  # code points that are looked at
ENOUGH = 8  # letters beyond ASCII; fewer tell nothing
SHARE = 0.5  # of them that must come out as Hangul
_CP1252 = re.compile("[\x80-\xff\ufffd" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore") + "]+")
_OTHERS = re.compile("[^\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]+")
_RUN = re.compile(r"[^\x00-\x7f\s]{2,}")


def confusion(text: str) -> Confusion | None:
    """How the text was misread; None for one that is what it looks like."""
    runs = _RUN.findall(text[:SAMPLE])
    if sum(map(len, runs)) < ENOUGH:
        return None
    return next((one for one in CONFUSIONS if _explains(one, runs)), None)


def _explains(confused: Confusion, runs: list[str]) -> bool:
    """Are enough of the letters Hangul once put right? Most texts are not: that is known when half of them are seen."""
    others = (1 - SHARE) * sum(map(len, runs))  # letters that may come out as something else
    if confused.read_as == "cp1252" and len(_CP1252.sub("", "".join(runs))) > others:
        return False
    for run in runs:
        if not _is_hangul(_put_right(run, confused)):
            others -= len(run)
            if others < 0:
                return False
    return True


def _is_hangul(text: str) -> bool:
    return 2 * len(_OTHERS.sub("", text)) >= len(text) > 0


def _put_right(run: str, confused: Confusion) -> str:
    """The run as it was, with U+FFFD for bytes that were lost; "" where its letters can't have been such bytes."""
    letters = run.replace("\ufffd", "")
    try:
        if confused.read_as != "cp1252":
            return letters.encode(confused.read_as).decode(confused.is_, "replace")
        return b"".join(map(_byte, letters)).decode(confused.is_) if not _CP1252.sub("", letters) else ""
    except UnicodeError:
        return ""


def _byte(letter: str) -> bytes:
    """The byte that a letter was; browsers read those that CP1252 leaves out as the controls of Latin-1."""
    return bytes((ord(letter),)) if ord(letter) < 0x100 else letter.encode("cp1252")
