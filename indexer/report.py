"""What did a run do, in so many lines as a person reads? Files that were not taken, by kind and by reason.

A folder may hold hundreds of files that cannot be read, for few reasons. So each reason is said once, with what can be
done, how many files it holds of and the first of them; `gakju check` names every one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from os.path import basename

from indexer.files import LeftOut
from indexer.readers import UnreadKind, ending

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
    same: int = 0  # files that were not read again
    missing: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)  # (path, message)
    doubtful: list[str] = field(default_factory=list)  # documents whose reading is unlikely as a whole, and why
    left_out: list[LeftOut] = field(default_factory=list)  # of kinds that are not read
    warnings: list[str] = field(default_factory=list)
    indexed: int = 0  # passages given to the index


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
