"""What stands in a list of citations? For each address, in the order given, what it cites: its words and its reference.

An address that cites nothing any more, or never did, keeps its place in the list.
"""

from dataclasses import dataclass

from archive.citing import (
    Outlets,
    QuotedEntry,
    QuotedPassage,
    Reference,
    ReferenceForm,
    cited_by,
    format_remark,
    quoted_words,
    refer_by_way_of,
)
from archive.errors import NotFound
from archive.history.excerpt import Excerpt, excerpt
from archive.history.resolution import Resolution, resolve
from archive.model import Margins
from archive.store import Store


@dataclass(frozen=True, slots=True)
class ListedAddress:
    """An address of a list. `resolution` None: it was never one of this archive; `excerpt` None: it cannot be cited."""

    printed: str
    resolution: Resolution | None = None
    excerpt: Excerpt | None = None

    @property
    def address(self) -> str:
        """The address with the words that it quotes, as it stands in a list; as given, if it is none."""
        if self.resolution is None:
            return self.printed
        quoted = self.excerpt.quotation if self.excerpt else None
        rest = f"?q={quoted}" + (f"&to={quoted.to}" if quoted.to else "") if quoted else ""
        return f"{self.resolution.address}{rest}"


def listed_address(store: Store, printed: str) -> ListedAddress:
    """What became of an address as people paste it, and what it cites."""
    try:
        resolution = resolve(store, printed)
    except NotFound:
        return ListedAddress(printed.strip())
    try:
        return ListedAddress(printed, resolution, excerpt(store, printed))
    except NotFound:
        return ListedAddress(printed, resolution)


def excerpt_words(cited: Excerpt) -> tuple[QuotedPassage, ...]:
    """The words that are cited, by passage; none of a document as a whole."""
    if cited.part is None:
        return ()
    margins = Margins(cited.part)
    return tuple(QuotedPassage(one.text, cited.span(one), margins.of(one).refs) for one in cited.part.shown)


def excerpt_sources(cited: Excerpt, via: Reference, outlets: Outlets) -> list[Reference]:
    """The sources that the notes among the passages cite, by way of these notes."""
    if cited.part is None:
        return []
    notes = [one.note for one in cited.part.shown if one.note is not None]
    return [refer_by_way_of(via, one, outlets) for note in notes for one in cited_by(cited.part.notes, note)]


def quoted_entry(
    cited: Excerpt,
    reference: Reference,
    form: ReferenceForm,
    words: bool = True,
    marks: bool = False,
    as_printed: bool = False,
) -> QuotedEntry:
    """The words and the reference in a form, as a manuscript has them."""
    passages = excerpt_words(cited) if words else ()
    return QuotedEntry(
        quoted_words(passages, marks, form.language if as_printed else None) if passages else (),
        form.write(reference),
        tuple(format_remark(*remark, form.language) for remark in reference.remarks),
    )
