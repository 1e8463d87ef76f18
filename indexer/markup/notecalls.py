"""What was found out about the notes of a page? The values that `notelinks` fills and the readers of pages use."""

from dataclasses import dataclass, field

from bs4 import Tag


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A mark: what it prints, the label in it, the key of the note it calls."""

    printed: str
    label: str
    key: str | None


@dataclass(slots=True)
class NoteLinks:
    """What was found, by node (its `id()`), and where each node begins and ends in the order of the page."""

    calls: dict[int, NoteCall] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)  # the node that begins a note -> its key
    rows: set[int] = field(default_factory=set)  # notes that are rows of a table
    inside: dict[int, str] = field(default_factory=dict)  # a node that is a note within its paragraph -> its key
    labels: dict[str, str] = field(default_factory=dict)  # key -> label
    backlinks: set[int] = field(default_factory=set)
    silent: set[int] = field(default_factory=set)  # texts around marks and ways back: the brackets of "[1]"
    begins: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)

    def within(self, inner: Tag, outer: Tag) -> bool:
        """Whether a node lies in another, or is it."""
        return self.begins[id(outer)] <= self.begins[id(inner)] <= self.ends[id(outer)]
