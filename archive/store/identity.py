"""Which document is this? Decides whether a file is a document that is known, a new revision of one, or a new one.

What was written decides before the name of the file: two files may change names, and a file may be overwritten while
its own text moves elsewhere. Whether a document goes on in another file is asked only of documents that are *free*:
their file is missing, or says something else now. While the file of a document is there and says what it said,
whatever resembles it is another document, and a copy if it says the same.

In this order: a side file's `replaces`; a purged document that was read from there; the same letters as a revision of
a known document; of free documents the one that shares most passages, the file's own one before others, another only
from 60 % on. Passages that stand in other documents as well (the boilerplate of a series) do not count. Entries of a
collection are told apart by their ids as well: two entries may say the same.
"""

from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from hashlib import sha256

from sqlalchemy import Connection, func, select

from archive.errors import LedgerError
from archive.model import PassageDraft, PassageKind
from archive.store.barred import admit, barred_for
from archive.store.connection import chunks
from archive.store.outcomes import Identity, MatchedBy, Origin
from archive.store.passages import current_units
from archive.store.records import FileState
from archive.store.schema import absorbed, documents, files, forms, revisions, sketches
from archive.store.sketch import SHINGLE, sketch
from archive.text import bare, digest_letters

ALIKE = 0.3  # from this share on another document is said to be almost the same
SHARED = 0.6  # of the passages of the longer of the two: the promise of the permalinks
LIKELY = 8  # shared hashes from which on two documents are compared passage by passage: 60 % shared give some 14
MOST_GRAMS = 0.8  # of a passage's n-grams: with 0.5 % of the letters misread, 96 % of the n-grams are whole
NEAR = 8  # documents that are compared passage by passage
SURE = 0.9  # of the passages of a document: no later file can be it with better reason
RARE = 0.1  # of a document's passages must stand in it alone, for these to be all that counts
NEW = "new"  # `replaces = "new"`: a document of its own, whatever it resembles


def letters_digest(drafts: Sequence[PassageDraft]) -> str:
    """The digest of a document's letters: the same however it is wrapped, spaced or punctuated."""
    return _letters_digest(tuple(draft.text for draft in drafts if draft.kind is not PassageKind.TITLE))


@lru_cache(maxsize=8)  # of a document that comes in it is asked for three times
def _letters_digest(texts: tuple[str, ...]) -> str:
    return sha256("\n".join(map(digest_letters, texts)).encode()).hexdigest()


def free_documents(connection: Connection, paths: Iterable[str]) -> set[int]:
    """The documents that may go on in another file: theirs is missing, or among these, which say something else now."""
    query = select(documents.c.number).join(files, files.c.path == documents.c.path)
    gone = files.c.state.in_((FileState.MISSING, FileState.ABSORBED))
    lost = gone | (documents.c.entry == "#" + documents.c.id)
    found = set(connection.execute(query.where(lost)).scalars())
    for part in chunks(list(paths)):
        found |= set(connection.execute(select(documents.c.number).where(documents.c.path.in_(part))).scalars())
    return found


def identify(
    connection: Connection, origin: Origin, drafts: Sequence[PassageDraft], free: Container[int], final: bool = True
) -> Identity:
    """What this document is. While it is not `final`, what a later file may be with better reason is left undecided.

    Raises:
        LedgerError: the side file replaces a document that is not here.
    """
    path, entry, replaces = origin.path, origin.entry, origin.replaces
    own = _own(connection, path, entry)
    if replaces == NEW:
        admit(connection, path, entry)
        return Identity(_read_from(connection, path, entry), MatchedBy.REPLACES)
    if replaces:
        number = connection.execute(select(documents.c.number).where(documents.c.id == replaces)).scalar()
        if number is None:
            raise LedgerError(f'{path}: its side file replaces "{replaces}", which is no document of this archive')
        return Identity(number, MatchedBy.REPLACES)
    if purged := barred_for(connection, path, entry):
        return Identity(purged, MatchedBy.SAME_FILE)
    if same := _same_text(connection, entry, letters_digest(drafts)):
        best = next((n for n in same if n == own), None) or next((n for n in same if n in free), same[0])
        if holder := _put_into(connection, best):
            return Identity(holder, MatchedBy.SAME_TEXT, share=1.0, copy=holder != _read_from(connection, path, entry))
        copy = best not in free and best != _read_from(connection, path, entry)
        return Identity(best, MatchedBy.SAME_TEXT, share=1.0, copy=copy)
    if entry:
        return Identity(own, MatchedBy.SAME_FILE) if own else Identity(None, MatchedBy.NEW)
    near = _nearest(connection, drafts, own)
    shares = {number: share for number, share in near.items() if number in free}
    number, share = max(shares.items(), key=lambda one: (one[1], one[0] == own), default=(None, 0.0))
    if number is not None and share >= SHARED and (final or number == own or share >= SURE):
        return Identity(number, MatchedBy.SAME_FILE if number == own else MatchedBy.SHARED, share=share)
    if not final and (own in free or share >= SHARED):
        return Identity(None, MatchedBy.UNDECIDED, share=share)
    if own is not None and own in free:
        return Identity(own, MatchedBy.SAME_FILE, share=share)
    alike = max(near, key=lambda one: near[one], default=None)
    return Identity(None, MatchedBy.NEW, alike if alike is not None and near[alike] >= ALIKE else None)


def _read_from(connection: Connection, path: str, entry: str) -> int | None:
    """The document that is read from this file."""
    here = select(documents.c.number).where((documents.c.path == path) & (documents.c.entry == entry))
    number: int | None = connection.execute(here).scalar()
    return number


def _own(connection: Connection, path: str, entry: str) -> int | None:
    """The document that is read from this file, or has it as another form."""
    number = _read_from(connection, path, entry)
    if number is None and not entry:
        number = connection.execute(select(forms.c.document).where(forms.c.path == path)).scalar()
    return number


def _put_into(connection: Connection, number: int) -> int | None:
    """The document that another was put into for good."""
    joined = absorbed.join(documents, documents.c.id == absorbed.c.holder)
    here = (absorbed.c.document == number) & absorbed.c.decided
    holder: int | None = connection.execute(select(documents.c.number).select_from(joined).where(here)).scalar()
    return holder and (_put_into(connection, holder) or holder)


def _same_text(connection: Connection, entry: str, digest: str) -> list[int]:
    """The documents of which a revision has these letters, the oldest document first."""
    query = select(revisions.c.document).where(revisions.c.letters == digest)
    if entry:
        query = query.join(documents, documents.c.number == revisions.c.document).where(documents.c.entry == entry)
    return list(connection.execute(query.distinct().order_by(revisions.c.document)).scalars())


def _nearest(connection: Connection, drafts: Sequence[PassageDraft], own: int | None) -> dict[int, float]:
    """The documents that may share something with these passages, the file's own among them, and the shares."""
    values = sketch(drafts)
    count = func.count().label("shared")
    there = sketches.c.value.in_(values) & sketches.c.document.not_in(select(absorbed.c.document))
    query = select(sketches.c.document, count).where(there).group_by(sketches.c.document)
    likely = connection.execute(query.having(count >= LIKELY).order_by(count.desc()).limit(NEAR)).all()
    numbers = {number for number, _ in likely} | ({own} if own is not None else set())
    here = [_grams(draft.text) for draft in drafts]
    grams = {number: [_grams(unit.text) for unit in current_units(connection, number)] for number in numbers}
    rows = {number: set[str]().union(*parts) for number, parts in grams.items()}
    return {
        number: _share(parts, here, [row for other, row in rows.items() if other != number])
        for number, parts in grams.items()
    }


def _share(old: Sequence[set[str]], new: Sequence[set[str]], others: Sequence[set[str]]) -> float:
    """The share of passages that stand in both, of the longer of the two. Most of a passage's n-grams will do: a letter
    misread here and there is still the same passage. What `others` say as well is left aside, unless nearly all is.
    """
    rare_old, rare_new = _rare(old, others), _rare(new, others)
    if min(len(rare_old), len(rare_new)) >= max(2, len(old) * RARE):
        old, new = rare_old, rare_new
    kept = min(_contained(old, set[str]().union(*new)), _contained(new, set[str]().union(*old)))
    return kept / max(len(old), len(new), 1)


def _rare(parts: Sequence[set[str]], others: Sequence[set[str]]) -> list[set[str]]:
    return [part for part in parts if not any(_contained([part], other) for other in others)]


def _contained(parts: Sequence[set[str]], whole: set[str]) -> int:
    return sum(len(part & whole) >= MOST_GRAMS * len(part) for part in parts)


def _grams(text: str) -> set[str]:
    """A text's letter n-grams; of a shorter text the text itself."""
    letters_ = bare(text)
    return {letters_[i : i + SHINGLE] for i in range(max(1, len(letters_) - SHINGLE + 1))}
