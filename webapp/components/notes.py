"""How are notes and the marks that call them linked, both ways? Anchors, ways back, and what a note cites.

A mark whose note was never printed, or cannot be told from another, is no link: it says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase

from markupsafe import Markup, escape

from archive.citing import find_source, is_known, outlet_id
from archive.model import Citation, Note, NoteRef, Passage, Span
from archive.store import StoredDocument
from webapp.components.catalogue import handle, language_name
from webapp.components.note_text import SCHEMES, note_text
from webapp.dates import format_date
from webapp.site import Frame, View
from webapp.urls import anchor
from webapp.view_models import Back, CitedSource, Fact, Link, NoteView

OPEN = Markup(
    '<sup class="noteref open" title="{name}"><span aria-hidden="true">{label}</span>'
    '<span class="unseen">{name}</span></sup>'
)


class NoteRefRenderer:
    """The marks that were set so far: which note each calls, and which call one that is not printed."""

    def __init__(self, labels: Sequence[str], passages: Iterable[Passage]) -> None:
        self.labels = labels  # of the document's notes, by position
        self.passages = {p.note: p for p in passages if p.note is not None}
        self._printed = set(labels)
        self.marks: dict[int, list[str]] = {}
        self.open_labels: dict[str, None] = {}
        self._count = 0

    def printed(self, label: str) -> bool:
        """Whether the document prints a note of that label, be it the one that a mark calls or another."""
        return label in self._printed

    def open(self, label: str, frame: Frame) -> Markup:
        """The mark of a reference that leads to no note; it says why."""
        name = frame.t("unclear-reference" if self.printed(label) else "open-reference", n=label)
        return OPEN.format(name=name, label=label)

    def mark(self, ref: NoteRef, frame: Frame) -> Markup:
        """The mark of a reference, and a note of where it stands for the way back."""
        if ref.note is None or ref.note not in self.passages:
            if not self.printed(ref.label):
                self.open_labels[ref.label] = None
            return self.open(ref.label, frame)
        self._count += 1
        mark = f"ref-{self._count}"
        self.marks.setdefault(ref.note, []).append(mark)
        link = f'id="{mark}" href="#{anchor(self.passages[ref.note].id)}" aria-label="{frame.t("note-n", n=ref.label)}"'
        return Markup(f'<sup class="noteref"><a role="doc-noteref" {link}>{escape(ref.label)}</a></sup>')


def note_views(
    stored: StoredDocument, view: View, calls: NoteRefRenderer, chosen: str | None, marks: Mapping[str, Sequence[Span]]
) -> tuple[NoteView, ...]:
    """The notes of a document with their ways back. Call after the body was laid out."""
    views = []
    for position, note in enumerate(stored.document.notes):
        passage = calls.passages.get(position)
        called = calls.marks.get(position, [])
        backs = tuple(
            Back(f"#{mark}", ascii_lowercase[i % 26] if len(called) > 1 else None) for i, mark in enumerate(called)
        )
        marked = marks.get(passage.id, ()) if passage else ()
        views.append(note_view(note, passage, calls, view, backs, passage is not None and passage.id == chosen, marked))
    return tuple(views)


def note_view(
    note: Note,
    passage: Passage | None,
    calls: NoteRefRenderer,
    view: View,
    backs: tuple[Back, ...] = (),
    chosen: bool = False,
    marks: Sequence[Span] = (),
) -> NoteView:
    """A note with the sources it cites."""
    return NoteView(
        label=note.label,
        html=note_text(note, marks),
        handle=handle(passage, note.lines, view) if passage else None,
        chosen=chosen,
        backs=backs,
        sources=sources(note, view.frame),
        same_as=_same_as(note, calls, view),
    )


def sources(note: Note, frame: Frame) -> tuple[CitedSource, ...]:
    """The sources that a note cites, so far as they could be read."""
    return tuple(_source(note, citation, frame) for citation in note.citations if is_known(citation))


def _same_as(note: Note, calls: NoteRefRenderer, view: View) -> Link | None:
    """The note that Ibid. or 위의 글 means."""
    if note.same_as is None or note.same_as not in calls.passages:
        return None
    meant = calls.passages[note.same_as]
    return Link(view.frame.t("note-n", n=calls.labels[note.same_as]), view.open_at(meant.document, meant.id))


def _source(note: Note, citation: Citation, frame: Frame) -> CitedSource:
    outlet = frame.outlets.find(citation.outlet) if citation.outlet else None
    preferred = (outlet.en if frame.language == "en" else outlet.ko) if outlet else None
    shown = citation.outlet or ""
    if preferred and preferred != citation.outlet:
        shown = f"{preferred} ({citation.outlet})"
    id_ = find_source(citation, frame.outlets)
    url = citation.url if citation.url and citation.url.startswith(SCHEMES) else None
    rows = (
        ("title", citation.title, frame.urls.source(id_, citation.title) if id_ and citation.title else None),
        ("author", citation.author, None),
        ("outlet", shown, frame.urls.outlet(outlet_id(citation.outlet, frame.outlets)) if citation.outlet else None),
        ("published", format_date(citation.date, frame.language) if citation.date else None, None),
        ("number", citation.number, None),
        ("pages", citation.pages, None),
        ("place", citation.place, None),
        ("written-in", language_name(citation.language, frame) if citation.language else None, None),
        ("web-address", citation.url, url),
        ("accessed", format_date(citation.accessed, frame.language) if citation.accessed else None, None),
    )
    facts = tuple(Fact(frame.t(name), value, link) for name, value, link in rows if value)
    return CitedSource(note.text[citation.start : citation.end], facts)
