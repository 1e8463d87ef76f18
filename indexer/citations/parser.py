"""Which sources does a note cite? Finds each source's title, outlet, author, date, pages, number, place and address.

Three readings of a piece, tried in this order: a list form whose `//` parts title from outlet (Russian GOST); a form
with a marked title (「」, “”, «»), read outward from it; and a bare form (Title, Outlet, date), read from its end, as
only the end has fixed forms. What no reading finds is prose and cites nothing. A field that print does not give, or
that has no form to be known by, stays None; `start` and `end` always keep what was printed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.citing import Outlets, find_back_reference
from archive.model import Citation
from archive.text import language_of
from indexer.citations import names
from indexer.citations.draft import PUBLISHER, CitationDraft
from indexer.citations.fields import find_fields
from indexer.citations.forms import find_whole
from indexer.citations.quotes import find_quoted
from indexer.citations.segments import CitationToken, Segment, split_segments, tokenize

LONGEST_NOTE = 100_000  # code points read; no printed note comes near, and the work is bounded
LONGEST_REFERENCE = 400  # code points; a longer note without a source is prose
_TITLE_TRIM = " \t\n,，.;"
_GOST = " // "
_GOST_AUTHORS = re.compile(
    r"(?:(?:[А-ЯЁA-Z][\w’'-]+,?\s(?:[А-ЯЁA-Z]\.\s?){1,2}|(?:[А-ЯЁA-Z]\.\s?){1,2}[А-ЯЁA-Z][\w’'-]+)(?:,\s|\s)?){1,6}"
)
_NEWS = "news"
LONG_TITLE = 4  # words; outlets of unknown name have fewer, see archive/citing/outlets.toml


def find_citations(text: str, table: Outlets) -> tuple[Citation, ...]:
    """The sources that a note cites, in order. Ibid. and its kin give a citation only where they add pages or a name.

    Offsets are code points into `text`. `table` says which names are outlets.
    """
    read = text[:LONGEST_NOTE]
    found = list(find_whole(read))
    for whole in found:
        read = read[: whole.start] + " " * (whole.end - whole.start) + read[whole.end :]
    for piece in split_segments(read, lambda name: table.find(name) is not None):
        back = find_back_reference(read, piece.start, piece.end)
        if back:
            pages = next((field.value for field in piece.fields if field.kind == "pages"), None)
            if pages or back.author:
                found.append(
                    Citation(piece.start, piece.start + len(piece.print.rstrip(" .")), author=back.author, pages=pages)
                )
            continue
        found.extend(_cited(piece, table))
    return tuple(sorted(found, key=lambda source: source.start))


def unread_source(text: str) -> bool:
    """A note in which no source was found looks like one: a date, pages, a number or an address, and no prose."""
    if len(text) > LONGEST_REFERENCE or names.is_prose(text) or find_back_reference(text, 0, len(text)):
        return False
    quoted = tuple(find_quoted(text))
    kinds = {field.kind for field in find_fields(text, quoted)} - {"accessed"}
    return bool(kinds) and not (kinds == {"date"} and not quoted and names.is_explanation(text))


def _cited(piece: Segment, table: Outlets) -> Iterator[Citation]:
    piece = replace(piece, start=_after_signals(piece))
    if _GOST in piece.print:
        yield from _listed(piece, table)
        return
    parts = tokenize(piece)
    if any(token.kind == "quoted" for token in parts):
        yield from _marked(piece, parts, table)
    else:
        yield from _bare(piece, parts, table)


def _after_signals(piece: Segment) -> int:
    """Where the source begins after `See also`, 자료: and their kin."""
    start = piece.start
    pointer = names.POINTERS.match(piece.print[:200])
    if pointer:
        return start + pointer.end()
    for _ in range(3):
        signal = names.SIGNALS.match(piece.text[start : min(piece.end, start + 40)])
        if not signal or not signal.end():
            break
        start += signal.end()
    return start


def _marked(piece: Segment, parts: Sequence[CitationToken], table: Outlets) -> Iterator[Citation]:
    """Sources whose titles are marked: what stands before a title is its author, what follows its other fields."""
    source: CitationDraft | None = None
    before: list[CitationToken] = []
    prose = False
    for token in parts:
        if token.kind == "quoted" and _begins(source, token):
            if source and _is_evident(source, piece):
                yield from source.finished()
            source, prose = _opened(piece, before, token, table), False
            before = []
        elif source is None:
            before.append(token)
        elif not prose:
            settled = source.citation.outlet and source.citation.date
            if token.kind == "text" and settled:
                before.append(token)  # may be the next title's author
                continue
            prose = not source.take(token)
    if source and _is_evident(source, piece):
        yield from source.finished()


def _is_evident(source: CitationDraft, piece: Segment) -> bool:
    """Is this a source, and not prose that quotes a word or names a film? Less print needs a stricter form."""
    found = source.citation
    if found.url or found.pages or found.number or (found.outlet and source.table.find(found.outlet)):
        return True
    mark = next((q.mark for q in piece.quoted if q.start >= found.start), "")
    if found.date:
        year_only = len(found.date) == len("2024")
        korean_film = mark in "《〈‘" and language_of(found.title or "") == "ko"  # 《》 are plain quotes in the North
        return not year_only or bool(found.author or found.place) or bool(found.outlet and not korean_film)
    return bool(found.outlet) and mark in "「“" and piece.last and found.end >= piece.end - 1


def _begins(source: CitationDraft | None, token: CitationToken) -> bool:
    """Does this quoted stretch begin a source? A second one is the outlet of the first while that has none."""
    if source is None:
        return True
    if not source.citation.title:
        return False
    return bool(source.citation.outlet or (source.citation.date and token.mark not in "『《«"))


def _opened(piece: Segment, before: Sequence[CitationToken], title: CitationToken, table: Outlets) -> CitationDraft:
    """A source with its title, and the author and year printed before it: 이상준(2025), 「제목」."""
    texts = [token for token in before if token.kind == "text"]
    dates = [token for token in before if token.kind == "date"]
    first = min((token.start for token in before), default=title.start)
    led = re.sub(r"\s?\($", "", _names(piece.text, texts)) if texts else ""
    author = names.author(led) if led and _is_parted_author(piece.text[texts[-1].start : title.start]) else None
    source = CitationDraft(piece.text, title.start, table)
    at = piece.text.find(author, first, title.start) if author else -1
    source.citation = replace(source.citation, start=at if at >= 0 else title.start)
    row = table.find(author) if author else None
    if dates and author:
        source.put(dates[-1], date=dates[-1].value)
        source.citation = replace(source.citation, start=min(source.citation.start, dates[-1].start))
    if title.mark == "『" and not dates and (known := table.find(title.value)) and known.kind == _NEWS:
        source.put(title, outlet=title.value.strip())  # 『로동신문』, 2023. 9. 13.: the article is not named
        return source
    source.put(title, title=title.value.strip(_TITLE_TRIM), author=author)
    if row and row.kind == _NEWS:
        source.citation = replace(source.citation, author=None, outlet=author)
    return source


def _names(text: str, tokens: Sequence[CitationToken]) -> str:
    """The print of these tokens, with the point behind them where it is the name's own: Примеров И. И., et al."""
    start, end = tokens[0].start, tokens[-1].end
    return text[start : end + bool(names.ABBREVIATED.search(text, start, end + 1))]


def _is_parted_author(print_: str) -> bool:
    """A comma, colon or bracket parts an author from the title; only a bare name may do without: 이상준 「제목」."""
    last = print_.rstrip()[-1:]
    return last in ",，:：.)）" or (names.is_short_hangul(print_.strip()) and last not in "은는의에과와")


def _bare(piece: Segment, parts: Sequence[CitationToken], table: Outlets) -> Iterator[Citation]:
    """Title, Outlet, date: the fields at the end are read first; a title may hold commas, points and years."""
    texts, fields = _parted(parts, piece, table)
    if not fields or not any(field.kind in ("date", "url") for field in fields):
        return
    source = CitationDraft(piece.text, texts[0].start if texts else fields[0].start, table)
    sure = _read_end(texts, fields, source, piece)
    for field in fields:
        source.take(field)
    if not texts:
        yield from source.finished()
        return
    authors = _bare_authors(texts, source)
    title = _bare_title(piece.text[texts[authors].start : texts[-1].end])
    # A Korean sentence goes on after its date; only an outlet of the table makes such a stretch a source.
    if title and (sure or piece.last or language_of(title) != "ko"):
        author = _names(piece.text, texts[:authors]) if authors else None
        source.citation = replace(source.citation, title=title, author=author)
        if author or source.citation.outlet or source.citation.place or source.citation.url:
            yield from source.finished()


def _bare_title(text: str) -> str | None:
    """A title without the marks that lost their partner; None where the text is prose or the middle of something."""
    title = text.strip(_TITLE_TRIM)
    for mark in '“”"':
        if sum(title.count(one) for one in ("“”" if mark != '"' else '"')) % 2:
            title = title.strip(mark).strip(_TITLE_TRIM)
    broken = title.count("(") != title.count(")") or not any(character.isalpha() for character in title)
    if not title or broken or title[0].islower() or names.is_prose(title) or names.is_short_hangul(title):
        return None
    return title


def _parted(
    parts: Sequence[CitationToken], piece: Segment, table: Outlets
) -> tuple[list[CitationToken], list[CitationToken]]:
    """The texts and the fields that end the piece. Title(2023. 9. 13), Outlet: a date in brackets may stand between."""
    texts = list(parts)
    while texts and texts[-1].kind == "text" and names.is_aside(texts[-1].value):
        texts.pop()
    if len(texts) > 2 and texts[-1].kind == "text" and texts[-2].kind == "date":
        bracketed = piece.text[texts[-2].end : texts[-2].end + 1] in (")", "）")
        if bracketed or table.find(texts[-1].value):
            texts[-2], texts[-1] = texts[-1], texts[-2]
    fields: list[CitationToken] = []
    while texts and texts[-1].kind not in ("text", "quoted"):
        fields.insert(0, texts.pop())
    return texts, fields


def _read_end(texts: list[CitationToken], fields: list[CitationToken], source: CitationDraft, piece: Segment) -> bool:
    """Takes place, publisher and outlet off the end of the texts. True where the outlet is one of the table."""
    date = next((field for field in fields if field.kind == "date"), None)
    if texts and names.place(texts[-1].value) and len(texts) > 1:
        spot = texts.pop()
        source.put(spot, place=spot.value)
    if not texts:
        return False
    last = texts[-1]
    known = source.table.find(last.value) is not None
    published = PUBLISHER.match(last.value)
    placed = published and names.place(published["place"].strip(), piece.text[last.start - 1 : last.start])
    if placed and len(texts) > 1:
        return source.take(texts.pop())
    if not known and (len(texts) < 2 or _is_title_after_author(texts, source) or not _is_parted(piece, last, date)):
        return False
    if known and len(texts) == 1 and (date is None or len(date.value) < len("2024-10")):
        return False
    name = names.outlet(last.value, known)
    if name is None:
        return False
    texts.pop()
    while known and len(texts) > 1 and source.table.find(texts[-1].value):  # a programme and its body
        name = piece.text[texts.pop().start : last.end]
    source.put(last, outlet=name)
    while texts and texts[-1].kind not in ("text", "quoted") and not _within_title(piece, texts[-1]):
        fields.insert(0, texts.pop())
    return known


def _within_title(piece: Segment, field: CitationToken) -> bool:
    """Is this year or number the last word of a title (Итоги 2024 года), not a field of its own after a comma?"""
    return piece.text[max(piece.start, field.start - 2) : field.start].strip()[-1:] not in (",", "，", "(", "（")


def _is_parted(piece: Segment, last: CitationToken, date: CitationToken | None) -> bool:
    """Does a comma or bracket part an unknown outlet from its date? "VOA 2025. 2. 19." has none."""
    if date is None:
        return True
    between = piece.text[last.end : date.start]
    return date.start < last.start or any(mark in between for mark in ",，(（.") or len(date.value) == len("2024-10-18")


def _is_title_after_author(texts: Sequence[CitationToken], source: CitationDraft) -> bool:
    """Two texts are author and title, not title and outlet, where the first is a name and the second is long."""
    if len(texts) != 2:
        return False
    if _is_body(texts[0].value, source):
        return True
    if not names.is_person(texts[0].value):
        return False
    return ":" in texts[1].value or len(texts[1].value.split()) >= LONG_TITLE


def _bare_authors(texts: Sequence[CitationToken], source: CitationDraft) -> int:
    """How many of the first texts are authors. News is cited without its author, and headlines begin with names."""
    row = source.table.find(source.citation.outlet) if source.citation.outlet else None
    if row and row.kind == _NEWS:
        return 0
    count = 0
    while count < len(texts) - 1 and (names.is_person(texts[count].value) or _is_body(texts[count].value, source)):
        count += 1
    return count


def _is_body(name: str, source: CitationDraft) -> bool:
    """Is this a ministry, council or institute of the table, as it stands before the title of its paper?"""
    row = source.table.find(name)
    return row is not None and row.kind in ("government", "institute")


def _listed(piece: Segment, table: Outlets) -> Iterator[Citation]:
    """Иванов И. И. Название // Журнал. 2023. № 5. С. 12–20. (GOST 7.0.5)"""
    parting = piece.text.index(_GOST, piece.start, piece.end)
    after = parting + len(_GOST)
    right = replace(
        piece,
        start=after,
        quoted=tuple(q for q in piece.quoted if q.start >= after),
        fields=tuple(f for f in piece.fields if f.start >= after),
    )
    left = piece.text[piece.start : parting]
    authors = _GOST_AUTHORS.match(left)
    title = left[authors.end() if authors else 0 :].removesuffix("[Электронный ресурс]").strip(_TITLE_TRIM + '“”"')
    source = CitationDraft(piece.text, piece.start, table)
    author = authors[0].strip(" ,") if authors else None
    source.citation = replace(source.citation, title=title or None, author=author)
    for token in tokenize(right, gost=True):
        if not source.take(token):
            break
    yield from source.finished()
