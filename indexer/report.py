"""What did a run do, in so many lines as a person reads? Files that were not taken, by kind and by reason.

A folder may hold hundreds of files that cannot be read, for few reasons. So each reason is said once, with what can be
done, how many files it holds of and the first of them; `gakju check` names every one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from os.path import basename

from archive.model import DOUBTFUL_DOCUMENT
from archive.model import message as message_of
from archive.store import DocumentRecord, MatchedBy, Outcome, RevisionCause, SaveResult
from indexer.files import LeftOut
from indexer.ingest import SourceDocument
from indexer.readers import UnreadKind, ending

CAUSES = {RevisionCause.EDITION: "a new edition", RevisionCause.EXTRACTION: "a new reading of the same words"}
OTHERWISE = 'replaces = "new" in its side file makes it another document'
WHY = {
    MatchedBy.SAME_FILE: f"the same file says something else ({OTHERWISE})",
    MatchedBy.SHARED: f"it shares 60 % of its passages with it ({OTHERWISE})",
    MatchedBy.SAME_TEXT: "the same text in another file",
    MatchedBy.REPLACES: "as its side file says",
}

NOT_KEPT = f"{{}} was taken down; nothing of the file was kept ({OTHERWISE})"

NAMED = 3  # files named of a reason that several have
REASONS = 20  # reasons named; a folder of real files has fewer


@dataclass(slots=True)
class Report:
    """What a run did. Paths are as the file system spells them."""

    new: list[str] = field(default_factory=list)  # documents, as "id source"
    changed: list[str] = field(default_factory=list)  # documents with a new state, and what became of their passages
    reread: list[str] = field(default_factory=list)  # documents read anew that say the same words
    copies: list[str] = field(default_factory=list)  # files that hold a document that is known
    alike: list[str] = field(default_factory=list)  # new documents that almost say what another says
    moved: list[str] = field(default_factory=list)  # passages and documents that stand in other documents now
    down: list[str] = field(default_factory=list)  # files whose documents were taken down, and what can be done
    same: int = 0  # files that were not read again
    missing: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)  # (path, message)
    doubtful: list[str] = field(default_factory=list)  # documents whose reading is unlikely as a whole, and why
    left_out: list[LeftOut] = field(default_factory=list)  # of kinds that are not read
    warnings: list[str] = field(default_factory=list)
    indexed: int = 0  # passages given to the index

    def add(self, outcome: Outcome, piece: SourceDocument, resembles: DocumentRecord | None) -> str:
        """Says what became of a document, what was decided and how to overrule it; gives the name it is said under."""
        named = f"{outcome.id} {piece.source}"
        if reasons := [message_of(one, "en") for one in piece.document.problems if one.code in DOUBTFUL_DOCUMENT]:
            self.doubtful.append(f"{named}: {' '.join(reasons)}")
        if outcome.result is SaveResult.NEW:
            self.new.append(named)
            if resembles is not None:
                self.alike.append(
                    f"{named} almost says what {resembles.id} ({resembles.source}) says; if it is the same document, "
                    f"gakju merge {outcome.id} {resembles.id} puts it there"
                )
        elif outcome.result is SaveResult.CHANGED:
            assert outcome.cause is not None
            counted = ", ".join(f"{count} {status}" for status, count in (outcome.changes or {}).items())
            self.changed.append(f"{named}: {CAUSES[outcome.cause]}, {WHY[outcome.identity.why]}; {counted}")
        elif outcome.result is SaveResult.REREAD:
            self.reread.append(named)
        elif outcome.result is SaveResult.DOWN:
            self.down.append(f"{piece.path}: {NOT_KEPT.format(f'document {outcome.id}')}")
        elif outcome.result is SaveResult.COPY:
            self.copies.append(f'{named} (replaces = "new" in its side file makes it a document of its own)')
        return named


def lines_of_left_out(left_out: Sequence[LeftOut]) -> Iterator[str]:
    """A line for each kind of file that is not read, the largest first: "12 images (.jpg 8, .png 4), …: remedy"."""
    kinds: dict[UnreadKind, list[LeftOut]] = defaultdict(list)
    for one in left_out:
        if one.kind is not None:
            kinds[one.kind].append(one)
    for kind, files in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0].name)):
        counts = Counter(ending(one.path) or "no ending" for one in files).most_common(6)
        endings = ", ".join(f"{last} {count}" for last, count in counts)
        yield f"{len(files):,} {kind.name} ({endings}), {_first([one.path for one in files])}: {kind.remedy}"


def lines_of_failed(failed: Sequence[tuple[str, str]]) -> Iterator[str]:
    """A line for each reason: the message itself where one file has it, else how many have it and the first of them."""
    reasons: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path, message in failed:
        reasons[_reason(path, message)].append((path, message))
    ordered = sorted(reasons.items(), key=lambda item: -len(item[1]))
    for reason, files in ordered[:REASONS]:
        if len(files) == 1:
            yield files[0][1]
        else:
            said = {_without_name(*one) for one in files}
            shown = reason if len(said) > 1 else said.pop()
            yield f"{len(files):,} files, {_first([path for path, _ in files])}: {shown}"
    if rest := sum(len(files) for _, files in ordered[REASONS:]):
        yield f"… and {rest:,} more files, for {len(ordered) - REASONS:,} more reasons"


def _first(paths: Sequence[str]) -> str:
    """The names of the first files, and how many there are more."""
    names = ", ".join(dict.fromkeys(basename(path) for path in sorted(paths)[:NAMED]))
    return f"{names} and {len(paths) - NAMED:,} more" if len(paths) > NAMED else names


# What differs between two files that fail for the same reason: numbers and bytes, and what is quoted of them.
_PARTICULAR = re.compile(r"0x[0-9A-Fa-f]+|(?<![\w-])\d(?:[\d,.]*\d)?|(?<=')[^']{0,80}(?=')")


def _reason(path: str, message: str) -> str:
    """A message without the name of its file and without its figures."""
    return _PARTICULAR.sub("…", _without_name(path, message))


def _without_name(path: str, message: str) -> str:
    for name in filter(None, (path, basename(path))):
        message = message.replace(name, "", 1)
    return " ".join(message.split()).lstrip(", ")
