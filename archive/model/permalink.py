"""By what address is a passage cited? Mints ids, and reads them back from what people paste.

An address is `DDDDD-PPPPC`: five symbols for the document, four for the passage in it, one check symbol over both. The
alphabet has one sign at most of each pair that sounds or looks alike when read aloud in Korean or English (E/2,
O/5/0, G/Z, B/V, P/F, 1/7/I/L, M/N, Q/9), and 23 of them, a prime: with weighted sums modulo a prime, one wrong symbol
or two swapped neighbours always spoil the check.

Ids are minted from a digest of what was first read, so that the same text gets the same address everywhere, and are
kept from then on.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from hashlib import sha256
from unicodedata import normalize

from archive.errors import NotFound
from archive.text import digest_letters

ALPHABET = "23456789abcdhjkmprstwxy"
_VALUES = {symbol: value for value, symbol in enumerate(ALPHABET)}
DOCUMENT, PASSAGE = 5, 4  # symbols: 6.4 million documents, 280,000 passages in each
_PRINTED = rf"([{ALPHABET}]{{{DOCUMENT}}})%s([{ALPHABET}]{{{PASSAGE}}})([{ALPHABET}])(?:@(\d{{1,6}}))?"
_ADDRESS = re.compile(_PRINTED % "-")
# Its hyphen may be lost or set as another dash; then nothing may follow that could belong to it.
_LOOSE = re.compile(_PRINTED % r"[ \u2010-\u2015\u2212]?" + r"(?![0-9a-z])")
_DOCUMENT = re.compile(rf"([{ALPHABET}]{{{DOCUMENT}}})(?:@(\d{{1,6}}))?(?![{ALPHABET}\d-])")


def mint(size: int, taken: Container[str], *parts: str) -> str:
    """An id of `size` symbols from a digest of `parts`, not among `taken`."""
    for attempt in range(1_000):
        digest = int.from_bytes(sha256("\0".join((*parts, str(attempt))).encode()).digest())
        minted = ""
        for _ in range(size):
            digest, symbol = divmod(digest, len(ALPHABET))
            minted += ALPHABET[symbol]
        if minted not in taken:
            return minted
    raise NotFound("no free id is left")  # 23^4 ids of a document are used up


def mint_document(text: str, taken: Container[str]) -> str:
    """The id of a document, from the letters of its text as first read."""
    return mint(DOCUMENT, taken, "document", digest_letters(text))


def mint_passage(document: str, kind: str, text: str, taken: Container[str]) -> str:
    """The id of a passage within its document. A text that stands twice gets two ids, in reading order."""
    return mint(PASSAGE, taken, "passage", document, kind, digest_letters(text))


@dataclass(frozen=True, slots=True)
class Address:
    """What is cited: a passage, or a whole document; as it stands, or as a revision of the document had it."""

    document: str
    passage: str | None = None
    revision: int | None = None

    def __str__(self) -> str:
        passage = f"-{self.passage}{_check(self.document + self.passage)}" if self.passage else ""
        return f"{self.document}{passage}{f'@{self.revision}' if self.revision else ''}"


def parse_permalink(printed: str) -> Address:
    """What people paste: a link, its path, or the bare address, with particles or signs stuck to its end, in capitals,
    with or without its hyphen.

    Raises:
        NotFound: it is no address, or one with a slip of the pen.
    """
    text = printed.strip().casefold().split("?")[0].split("#")[0]
    last = text.rsplit("/", 1)[-1] if "/" in text else text
    if match := _ADDRESS.match(last) or _LOOSE.match(last):
        document, passage, check, revision = match.groups()
        if check != _check(document + passage):
            raise NotFound(f"the address “{match.group()}” has a slip in it: a letter is wrong or two are swapped")
        return Address(document, passage, int(revision) if revision else None)
    if match := _DOCUMENT.match(last):
        return Address(match[1], None, int(match[2]) if match[2] else None)
    raise NotFound(f"“{printed[:80]}” is not an address of this archive: addresses look like 7k4m2-93xch")


def parse_address(printed: str) -> tuple[str, str]:
    """The document and passage ids of a passage's address.

    Raises:
        NotFound: it is no address of a passage, or one with a slip of the pen.
    """
    address = parse_permalink(printed)
    if address.passage is None:
        raise NotFound(f"“{printed[:80]}” is the address of a document, not of a passage")
    return address.document, address.passage


def slug(name: str) -> str:
    """A readable part of an address: letters and digits of any script, parted by hyphens, 60 characters at most."""
    words = re.findall(r"\w+", normalize("NFC", name).casefold().replace("_", " "))
    return "-".join(words)[:60].strip("-") or "document"


def _check(symbols: str) -> str:
    """Weights 2, 3, 4 … are all distinct and non-zero modulo 23, so every single slip and swap changes the sum."""
    return ALPHABET[sum(weight * _VALUES[symbol] for weight, symbol in enumerate(symbols, 2)) % len(ALPHABET)]
