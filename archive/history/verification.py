"""Does this wording stand there? Looks for a quotation among the words of a document, revision by revision.

Spaces, signs and case are no words, and may differ; figures may not, in any sign of theirs (35 is no 3.5, 5% no 35%, 5
no -5), and no quotation begins inside a word, or ends inside a Latin or Cyrillic one ("legal" is not in "illegal", nor
합법 in 불합법). A Hangul word may be quoted without its particles. Rather a miss than a false yes.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.errors import QueryError
from archive.history.quotation import Quotation, letters, quote
from archive.history.resolution import Resolution, resolve
from archive.history.revisions import Past
from archive.model import Address
from archive.store import RevisionCause, Store

LONGEST = 5_000  # characters of a quotation
SPANNING = 12  # letters that a quotation has at least which runs on into another passage
_FIGURE = re.compile(r"(?:(?<![\d.．])[-−–－+＋±<>≤≥~∼])?\d+(?:[.,:/·．，：\-−–－~∼]\d+)*\s?[%％‰°℃]?")
_SAME_SIGNS = str.maketrans({"−": "-", "–": "-", "∼": "~"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Words that stand in passages of a document, from `start` in the first to `end` in the last.

    `printed` are the words as they stand there; `exact` where spaces alone differ from those that were asked about.
    """

    passages: tuple[str, ...]
    start: int
    end: int
    printed: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether words stand where an address says; `revision` is the one in which they do, None for today's text.

    `address` cites them, with `quotation`. Where they do not stand there, `elsewhere` may be an address of the same
    document where they do, `nearly` what is printed where only a figure or the edge of a word differs, and `misread_in`
    the last revision that had them before the same print was read anew, and otherwise.
    """

    resolution: Resolution
    standing: Standing | None = None
    address: Address | None = None
    quotation: Quotation | None = None
    revision: int | None = None
    elsewhere: Address | None = None
    nearly: str | None = None
    misread_in: int | None = None


def verify(store: Store, words: str, printed: str) -> Verdict:
    """Whether these words stand in the passage or the document of a permalink: today, or in any revision before.

    Raises:
        NotFound: it was never an address of this archive. QueryError: there are no words, or too many.
    """
    if not any(letters(words)) or len(words) > LONGEST:
        raise QueryError(f"words: give what is quoted, {LONGEST:,} characters at most", "no-words")
    resolution = resolve(store, printed)
    if resolution.withdrawal:
        return Verdict(resolution)
    first = resolution.address.document
    near: str | None = None
    elsewhere: Address | None = None
    for document in dict.fromkeys((first, *(one.document for one in resolution.current), *resolution.holders)):
        past, passage = Past.of(store, document), resolution.address.passage if document == first else None
        inside = {one.address.passage for one in resolution.current if one.document == document} | {passage}
        for revision in range(past.last, 0, -1):
            texts = past.texts(revision)
            found, nearly = stand(words, list(texts.items()))
            near = near or nearly
            for one in found:
                address = Address(document, one.passages[0], past.address_revision(one.passages[0], revision))
                if not elsewhere and _read_anew(past, revision):
                    return Verdict(resolution, misread_in=revision)
                if resolution.address.passage is None or one.passages[0] in inside:
                    return _verdict(resolution, one, address, texts, None if revision == past.last else revision, past)
                elsewhere = elsewhere or address
    return Verdict(resolution, elsewhere=elsewhere, nearly=None if elsewhere else near)


def _read_anew(past: Past, revision: int) -> bool:
    """Whether the revision after this one is another reading of the same print."""
    return revision < past.last and past.revisions[revision].cause == RevisionCause.EXTRACTION


def _verdict(
    resolution: Resolution, one: Standing, address: Address, texts: dict[str, str], revision: int | None, past: Past
) -> Verdict:
    last = one.passages[-1]
    to = Address(past.id, last) if len(one.passages) > 1 else None
    quotation = quote([texts[id_] for id_ in one.passages], one.start, one.end, to)
    return Verdict(resolution, one, address, quotation, revision)


def stand(words: str, passages: Sequence[tuple[str, str]]) -> tuple[list[Standing], str | None]:
    """Where words stand in passages that follow each other, (id, text): those of one passage first.

    And what is printed where all letters stand but a figure or the edge of a word differs; None where nothing does.
    """
    every = ((n, one) for n, (_, text) in enumerate(passages) for one in letters(text))
    row = [(n, letter, start, end) for n, (made, start, end) in every for letter in made]
    sought = "".join(made for made, _, _ in letters(words))
    found, nearly = [], None
    for at in _occurrences(sought, "".join(letter for _, letter, _, _ in row)):
        first, last = row[at], row[at + len(sought) - 1]
        if first[0] != last[0] and len(sought) < SPANNING:
            continue
        texts = [text for _, text in passages[first[0] : last[0] + 1]]
        printed, whole = _printed(texts, first[2], last[3])
        if whole and _figures(words) == _figures_of(texts, first[2], last[3]):
            ids = tuple(id_ for id_, _ in passages[first[0] : last[0] + 1])
            found.append(Standing(ids, first[2], last[3], printed, _spaced(words) in _spaced(" ".join(texts))))
        else:
            nearly = nearly or _widened(texts, first[2], last[3])
    return sorted(found, key=lambda one: len(one.passages)), nearly


def _occurrences(sought: str, row: str) -> Iterator[int]:
    at = row.find(sought)
    while at >= 0:
        yield at
        at = row.find(sought, at + 1)


def _printed(texts: Sequence[str], start: int, end: int) -> tuple[str, bool]:
    """The words as they stand, and whether they begin and end where words do."""
    last = len(texts) - 1
    pieces = [text[start if n == 0 else 0 : end if n == last else None] for n, text in enumerate(texts)]
    begins = not (start and _joined(texts[0][start - 1], texts[0][start]))
    ends = end == len(texts[-1]) or not _joined(texts[-1][end - 1], texts[-1][end], particles=True)
    return " ".join(pieces), begins and ends


def _widened(texts: Sequence[str], start: int, end: int) -> str:
    """What stands there, with the whole of the words and figures at its edges."""
    while start and not texts[0][start - 1].isspace():
        start -= 1
    while end < len(texts[-1]) and not texts[-1][end].isspace():
        end += 1
    return _printed(texts, start, end)[0]


def _joined(one: str, other: str, particles: bool = False) -> bool:
    """Whether two letters side by side are of one word: of one script, and not of Chinese, which sets no spaces.

    With `particles` a Hangul word may end between them.
    """
    if not (one.isalpha() and other.isalpha()):
        return False
    scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in (one, other)}
    return len(scripts) == 1 and not scripts & ({"CJK", "HANGUL"} if particles else {"CJK"})


def _figures(text: str) -> list[str]:
    """The figures of a text with their signs, in order."""
    return [_figure(match.group()) for match in _FIGURE.finditer(text)]


def _figures_of(texts: Sequence[str], start: int, end: int) -> list[str]:
    """The figures that stand between two places, whole even where only a part of one does."""
    last, found = len(texts) - 1, []
    for n, text in enumerate(texts):
        begin, stop = start if n == 0 else 0, end if n == last else len(text)
        found += [_figure(m.group()) for m in _FIGURE.finditer(text) if m.start() < stop and m.end() > begin]
    return found


def _figure(printed: str) -> str:
    return "".join(unicodedata.normalize("NFKC", printed).translate(_SAME_SIGNS).split())


def _spaced(text: str) -> str:
    return " ".join(text.split())
