"""Where do the words that a link quotes stand today? Reads them from what was cited, and looks for them in what is.

The archive remembers every wording, so the words of a quotation are always known if its check holds for any of them.
They are marked in the text of today only if they stand there, letter for letter and once; else in the text as cited.
"""

from dataclasses import dataclass

from archive.history.quotation import Quotation, find_again, quoted_in
from archive.history.revisions import Past
from archive.model import Address, Span
from archive.store import Store


@dataclass(frozen=True, slots=True)
class RelocatedQuotation:
    """The passages and their spans that hold the quoted words, in order. `revision` is None for the text of today."""

    revision: int | None
    spans: tuple[tuple[str, Span], ...]


def find_quoted(store: Store, address: Address, quotation: Quotation) -> RelocatedQuotation | None:
    """Where the words of a quotation stand: today, or else in the latest revision that had them; None if none had.

    Raises:
        NotFound: there is no such document.
    """
    past = Past.of(store, address.document)
    first = address.passage or ""
    last = quotation.to.passage or "" if quotation.to else first
    tried: set[tuple[str, ...]] = set()
    for revision in _revisions(past, address.revision):
        texts = past.texts(revision)
        ids = _between(list(texts), first, last)
        parts = tuple(texts[id_] for id_ in ids)
        if not parts or parts in tried:
            continue
        tried.add(parts)
        if (spans := quoted_in(parts, quotation)) is None:
            continue
        found = tuple(zip(ids, spans, strict=True))
        if revision == past.last:
            return RelocatedQuotation(None, found)
        return _today(past, revision, found, parts) or RelocatedQuotation(revision, found)
    return None


def _revisions(past: Past, cited: int | None) -> list[int]:
    """The present first: words that stand where they stood need no search. Then the revision that the address names."""
    revisions = list(range(past.last, 0, -1))
    return list(dict.fromkeys([past.last, *([cited] if cited in revisions else []), *revisions]))


def _between(ids: list[str], first: str, last: str) -> list[str]:
    """The passages from the first to the last; none where they don't stand so."""
    if first not in ids or last not in ids:
        return []
    return ids[ids.index(first) : ids.index(last) + 1]


def _today(
    past: Past, revision: int, found: tuple[tuple[str, Span], ...], parts: tuple[str, ...]
) -> RelocatedQuotation | None:
    """The words in the passages that carry on those that were quoted, from the first of these to the last."""
    now = past.texts(past.last)
    order = list(now)
    places = [order.index(target) for id_, _ in found for target in past.followed(id_, revision).ids if target in now]
    if not places:
        return None
    here = order[min(places) : max(places) + 1]
    words = "".join(part[slice(*span)] for part, (_, span) in zip(parts, found, strict=True))
    lead, tail = parts[0][: found[0][1][0]], parts[-1][found[-1][1][1] :]
    spans = find_again(words, [now[id_] for id_ in here], lead, tail)
    if spans is None:
        return None
    return RelocatedQuotation(None, tuple((id_, span) for id_, span in zip(here, spans, strict=True) if span))
