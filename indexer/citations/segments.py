"""Where does one cited source end and the next begin? Cuts a note into pieces, and these into fields and text.

A piece is a stretch that may hold a source: notes part sources with a semicolon, or with sentences of their own. A
title may hold points and semicolons, so a point cuts only where print leaves no doubt: after a Korean sentence, after
a field (a date, pages, an address), after an outlet that is known.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from indexer.citations.fields import CitationField, find_fields
from indexer.citations.quotes import AFTER_TITLE, BRACKETS, CLOSING, QuotedTitle, find_quoted

NAME_SPAN = 60  # code points between a title and a date in which the name of a known outlet may stand
Known = Callable[[str], bool]  # is this printed name an outlet of the table?


@dataclass(frozen=True, slots=True)
class CitationToken:
    """What stands in a piece: "quoted", "text", or a field by its kind. Offsets into the note; `value` as kept."""

    kind: str
    start: int
    end: int
    value: str
    mark: str = ""  # of a quoted stretch, the mark that opens it


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a note with its quoted stretches and fields; `last` where the note or a semicolon ends it."""

    text: str
    start: int
    end: int
    quoted: tuple[QuotedTitle, ...]
    fields: tuple[CitationField, ...]
    last: bool
    known: Known

    @property
    def print(self) -> str:
        return self.text[self.start : self.end]


_SENTENCE_END = re.compile(r"[.!?]\s+(?=\S)|[.!?](?=[가-힣A-ZА-Я“「])")
_SEMICOLON = re.compile("[;；。]")
_KOREAN_END = re.compile(r"(?<=[가-힣])[다음임함됨까요죠]$")
_STARTS_ANEW = re.compile(r"[A-ZА-ЯЁ가-힣一-鿿“「『«《‘\"\[]")
_SEPARATOR = re.compile(r"[,，、]|\s//\s")
_GOST_SEPARATOR = re.compile(r"[,，]|\.\s|\s[–—-]\s")
_GROUP = re.compile(r"[(（]([^()（）]{0,200})[)）]")
_PUBLISHED = re.compile(r"\s?[^\d,:：]{1,40}[:：]\s?[^\d:：]{2,80},?")
# “Лёд тает” [The Ice Melts]: a title put into the language of the reader. Source: Chicago 11.9, 14.99.
_TRANSLATED = re.compile(r"\s?\[[^\[\]]{2,200}\],?")
_TRIM = " \t\n.,:：;，、/" + CLOSING


def _cuts(
    text: str, quoted: Sequence[QuotedTitle], fields: Sequence[CitationField], known: Known
) -> Iterator[tuple[int, bool]]:
    """Offsets where a new piece begins, in no order, and whether the piece before is whole (a semicolon)."""
    covered = bytearray(len(text))
    spans = [(stretch.start, stretch.end) for stretch in quoted]
    spans += [(field.start, field.end) for field in fields if field.kind in ("url", "accessed")]
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    for match in _SEMICOLON.finditer(text):
        if not covered[match.start()]:
            yield match.end(), True
    field_ends = {field.end for field in fields}
    field_starts = {field.start for field in fields}
    quote_ends = {stretch.end for stretch in quoted if stretch.mark in "『《"}
    for match in _SENTENCE_END.finditer(text):
        point, after = match.start(), match.end()
        spaced = after > point + 1
        if covered[point]:
            continue
        if _KOREAN_END.search(text, max(0, point - 2), point):
            yield after, True
        elif not spaced or after in field_starts or not _STARTS_ANEW.match(text, after):
            continue
        elif point in field_ends or point + 1 in field_ends or point in quote_ends or _after_outlet(text, point, known):
            yield after, False


def _after_outlet(text: str, point: int, known: Known) -> bool:
    """Does a known outlet stand before this point, since the last comma or bracket?"""
    stretch = text[max(0, point - 80) : point]
    name = re.split(r"[,，)]", stretch)[-1]
    return len(name) < len(stretch) and known(name)


def split_segments(text: str, known: Known) -> Iterator[Segment]:
    """The pieces of a note, in order."""
    quoted = tuple(find_quoted(text))
    fields = find_fields(text, quoted)
    cuts = dict(sorted(_cuts(text, quoted, fields, known)))
    starts, ends = [0, *cuts], [*cuts, len(text)]
    quotes_left, fields_left = list(reversed(quoted)), list(reversed(fields))
    for start, end in zip(starts, ends, strict=True):
        inside, of_piece = [], []
        while quotes_left and quotes_left[-1].start < end:
            inside.append(quotes_left.pop())
        while fields_left and fields_left[-1].start < end:
            of_piece.append(fields_left.pop())
        shown = text[start:end]
        first = start + len(shown) - len(shown.lstrip())
        last = start + len(shown.rstrip(" \t\n;；。"))
        if first < last:
            yield Segment(text, first, last, tuple(inside), tuple(of_piece), cuts.get(end, True), known)


def _field_brackets(piece: Segment) -> Iterator[int]:
    """Offsets of brackets that only gather fields, (2023. 9. 13) or (Seoul: Hanul, 2020): they part like commas."""
    for group in _GROUP.finditer(piece.text, piece.start, piece.end):
        index = bisect_right(piece.fields, group.start(), key=lambda field: field.start)
        holds_field = index < len(piece.fields) and piece.fields[index].start < group.end()
        if holds_field or (_PUBLISHED.fullmatch(group[1]) and group.start() > piece.start):
            yield from (group.start(), group.end() - 1)


def _parting(piece: Segment, gost: bool) -> Iterator[tuple[int, int, CitationToken | None]]:
    """What parts the text of a piece: separators (None), quoted stretches and fields, as (start, end, token)."""
    for stretch in piece.quoted:
        if is_title(piece, stretch):
            start, end = stretch.start, stretch.end
            yield start, end, CitationToken("quoted", start, end, stretch.text, stretch.mark)
            if translated := _TRANSLATED.match(piece.text, stretch.end, piece.end):
                yield translated.start(), translated.end(), None
    for field in piece.fields:
        yield field.start, field.end, CitationToken(field.kind, field.start, field.end, field.value)
    for offset in _field_brackets(piece):
        yield offset, offset + 1, None
    pattern = _GOST_SEPARATOR if gost else _SEPARATOR
    for match in pattern.finditer(piece.text, piece.start, piece.end):
        yield match.start(), match.end(), None


def tokenize(piece: Segment, gost: bool = False) -> list[CitationToken]:
    """The piece as titles, fields and the texts between; with `gost`, a point and a dash part texts as well."""
    opaque = [(q.start, q.end) for q in piece.quoted]
    opaque += [(g.start(), g.end()) for g in _GROUP.finditer(piece.text, piece.start, piece.end)]
    transparent = set(_field_brackets(piece))
    hidden = bytearray(piece.end - piece.start)
    for start, end in opaque:
        if start not in transparent:
            hidden[max(0, start - piece.start) : end - piece.start] = b"\1" * (end - max(start, piece.start))
    found: list[CitationToken] = []
    at = piece.start
    for start, end, token in sorted(_parting(piece, gost), key=lambda part: (part[0], part[1])):
        if start < at or (token is None and hidden[start - piece.start]):
            continue
        found.extend(_text_token(piece.text, at, start))
        if token:
            found.append(token)
        at = end
    found.extend(_text_token(piece.text, at, piece.end))
    return found


def _text_token(text: str, start: int, end: int) -> Iterator[CitationToken]:
    shown = text[start:end]
    kept = shown.strip(_TRIM)
    if any(character.isalnum() for character in kept):
        first = start + len(shown) - len(shown.lstrip(_TRIM))
        if "«" in kept and ("»" not in kept or kept.startswith("«")):  # the closing mark is part of the name
            kept = text[first : min(end, first + len(kept) + 1)].rstrip(" .,")
        yield CitationToken("text", first, first + len(kept), kept)


_BEFORE_TITLE = re.compile(r"(?:[,，:：.;；)）\]]|^)\s*$|^\s*(?:[가-힣]{2,4}|[A-ZА-ЯЁ][\w.]*)\s+$")


def is_title(piece: Segment, stretch: QuotedTitle) -> bool:
    """Does this quoted stretch stand where a title or an outlet stands, not where prose quotes a word?"""
    text = piece.text
    after = text[stretch.end : stretch.end + 1]
    index = bisect_left(piece.fields, stretch.end, key=lambda field: field.start)
    field = piece.fields[index].start if index < len(piece.fields) else piece.end
    if stretch.mark in BRACKETS:  # 《刊物》2023年第5期: a field may follow at once
        return not after.isalnum() or field == stretch.end
    if not _BEFORE_TITLE.search(text[max(piece.start, stretch.start - 40) : stretch.start]):
        return False
    spaced = text[stretch.end - 2] in ",，.?!" and (after.isspace() or not after)
    if after.isspace() and field - stretch.end <= NAME_SPAN and piece.known(text[stretch.end : field]):
        return True  # “제목” 연합뉴스 2024. 1. 3.
    return (
        spaced or stretch.end >= piece.end or bool(AFTER_TITLE.match(text, stretch.end)) or stretch.text[-1:] in ",，"
    )
