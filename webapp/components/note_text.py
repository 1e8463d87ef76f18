"""How does a note's text become HTML? As all text does, and the addresses that it cites are links."""

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from archive.model import Note, Span
from webapp.snippets import weave, within

LINK = Markup('<a class="address-cited" href="{}" rel="noreferrer nofollow">{}</a>')
SCHEMES = ("http://", "https://")
# An address that no citation names, where it certainly ends: before a space, or what closes a bracket or quotation.
_LONE = re.compile(r"https?://[!#-&*-;=?-Z_a-z~]*[#$%&/0-9=A-Z_a-z~](?=[.,;:]?(?:[\s>〉)）”’」』]|$))")


def note_text(note: Note, marks: Iterable[Span] = ()) -> Markup:
    """The text of a note with its links, and with marks on these spans; a mark that an edge of a link cuts is two."""
    spans, parts, at = list(marks), [], 0
    for start, end in address_spans(note):
        parts.append(weave(note.text[at:start], within(spans, at, start)))
        parts.append(LINK.format(note.text[start:end], weave(note.text[start:end], within(spans, start, end))))
        at = end
    return Markup("").join([*parts, weave(note.text[at:], within(spans, at, len(note.text)))])


def address_spans(note: Note) -> list[Span]:
    """Where addresses stand in the text of a note, in order and without overlap.

    A citation's address ends where the reader of citations found its end. Of a citation that has one no other is taken:
    what looks like one there may be part of a broken line.
    """
    cited = list(_cited(note))
    covered = [(one.start, one.end) for one in note.citations if one.url]
    alone = (
        match.span()
        for match in _LONE.finditer(note.text)
        if not any(start < match.end() and match.start() < end for start, end in covered)
    )
    return sorted([*cited, *alone])


def _cited(note: Note) -> Iterator[Span]:
    for citation in note.citations:
        if citation.url and citation.url.startswith(SCHEMES):
            start = note.text.find(citation.url, citation.start, citation.end)
            if start >= 0:
                yield start, start + len(citation.url)
