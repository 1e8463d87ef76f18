"""What became of what was cited? Reads the ledger of a document: pure rules over what the store wrote down.

A link is answered with one of these, and never with other text:

same       it stands as it was cited; spaces, signs and line breaks are no change
revised    it stands, with other words
split      its parts are now passages of their own
merged     it is now part of another passage
ambiguous  two or more passages say the same in the same surroundings; all are shown
gone       it is no longer in the document
withdrawn  the document was taken down
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.text import bare


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision of a document. `cause` is first, edition (the publisher's words changed) or reading (ours did)."""

    number: int
    since: str  # ISO 8601
    cause: str
    ids: tuple[str, ...]  # of its passages, in order


@dataclass(frozen=True, slots=True)
class Wording:
    """What a passage says from a revision on; None once purged."""

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
    """Where a passage is now: its status, the ids that carry it on, the revision at which it last changed or went."""

    status: str
    ids: tuple[str, ...]
    changed: int | None = None


def wording_at(wordings: Sequence[Wording], revision: int) -> Wording | None:
    """What a passage said in a revision; None where it was not minted yet. `wordings` in order of their revisions."""
    found = [wording for wording in wordings if wording.revision <= revision]
    return found[-1] if found else None


def said_since(wordings: Sequence[Wording], revision: int) -> int:
    """The revision from which on a passage said what it said in a revision; spaces and signs are nothing."""
    since, words = wordings[0].revision, bare(wordings[0].text or "")
    for wording in wordings[1:]:
        if wording.revision <= revision and bare(wording.text or "") != words:
            since, words = wording.revision, bare(wording.text or "")
    return since


def follow(id_: str, cited: int, fates: Mapping[str, Sequence[Fate]]) -> Followed:
    """Follows a passage from the revision it was cited in to the present. `fates` are those of the whole document."""
    here, lost, seen, changed = [id_], set[str](), set[str](), None
    revisions = sorted({fate.revision for listed in fates.values() for fate in listed if fate.revision > cited})
    for revision in revisions:
        after: list[str] = []
        for one in [*here, *sorted(lost)]:
            fate = next((f for f in fates.get(one, ()) if f.revision == revision), None)
            if fate is None:
                after += [one] if one not in lost else []
                continue
            if fate.status != "same":
                changed = revision
                seen.add(fate.status)
            if fate.status == "gone":
                lost.add(one)
            else:
                lost.discard(one)
                after += fate.targets
        here = list(dict.fromkeys(after))
    status = next((s for s in ("ambiguous", "split", "merged") if s in seen), "same")
    return Followed(status if here else "gone", tuple(here), changed)


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
