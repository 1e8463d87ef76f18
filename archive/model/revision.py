"""What became of what was cited? The values that a ledger holds, and the words of its answers.

A link is answered with one of these, and never with other text:

same       it stands as it was cited; spaces, signs and line breaks are no change
revised    it stands, with other words
split      its parts are now passages of their own
merged     it is now part of another passage
ambiguous  two or more passages say the same in the same surroundings; all are shown
moved      it left its document and stands in another one, with the same or other words
gone       it is no longer in the document
withdrawn  the document was taken down
"""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.text import bare


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision of a document. `cause` is first, edition (the publisher's words changed) or reading (ours alone)."""

    number: int
    since: str  # ISO 8601
    cause: str
    ids: tuple[str, ...]  # of its passages, in order


@dataclass(frozen=True, slots=True)
class Wording:
    """What a passage says from a revision on; `text` is None once purged."""

    revision: int
    kind: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a passage at a revision, where it did not simply stay."""

    revision: int
    status: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why and since when a document is taken down; `purged`: its text is gone too."""

    since: str
    reason: str
    purged: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """Where cited words are now: their status, the ids that carry them on, the revision at which that began.

    `similar` are passages that say nearly the same as what is gone: other texts, to be shown as a hint alone.
    """

    status: str
    ids: tuple[str, ...]
    changed: int | None = None
    similar: tuple[str, ...] = ()


def wording_at(wordings: Sequence[Wording], revision: int) -> Wording | None:
    """What a passage said in a revision; None where it was not minted yet. `wordings` in order of their revisions."""
    found = [wording for wording in wordings if wording.revision <= revision]
    return found[-1] if found else None


def said_since(said: Sequence[Wording], revision: int) -> int:
    """The revision from which on a passage said what it said in a revision; spaces and signs are nothing."""
    since, words = said[0].revision, bare(said[0].text or "")
    for wording in said[1:]:
        if wording.revision <= revision and bare(wording.text or "") != words:
            since, words = wording.revision, bare(wording.text or "")
    return since


def named_revision(said: Sequence[Wording], revision: int) -> int | None:
    """The revision that an address must name to cite what a passage said in this one; None for what it said first."""
    wording = wording_at(said, revision) or said[0]
    first = bare(said[0].text or "") == bare(wording.text or "")
    return None if first else said_since(said, revision)


def status_of(followed: Followed, cited: str | None, current: Sequence[str]) -> str:
    """The answer of a link: `followed`, with same and revised told apart by the words. `current` are today's texts."""
    if followed.status != "same" or cited is None:
        return followed.status
    return "same" if [bare(cited)] == [bare(text) for text in current] else "revised"


def neighbours(revision: Revision, id_: str, alive: Sequence[str], many: int = 1) -> tuple[list[str], list[str]]:
    """The nearest passages before and after that are still there, of a passage that stood in `revision`."""
    if id_ not in revision.ids:
        return [], []
    at, still = revision.ids.index(id_), set(alive)
    before = [one for one in revision.ids[:at] if one in still]
    return before[-many:] if many else [], [one for one in revision.ids[at + 1 :] if one in still][:many]
