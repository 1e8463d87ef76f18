"""Which document is this? Decides whether an incoming document is known, a new revision of one, or a new one.

In this order: a side file's `replaces`; the same letters as a revision of a known document; the same file as before;
60 % of its passages shared with a known document. Anything else is a new document. Entries of a collection
are told apart by their ids as well: two entries may say the same.
"""

from collections.abc import Sequence
from hashlib import blake2b, sha256

from sqlalchemy import Connection, delete, func, select

from archive.errors import LedgerError
from archive.model import PassageDraft, PassageKind
from archive.store.connection import insert_all
from archive.store.intake import Identity, MatchedBy, Origin
from archive.store.passages import current_units
from archive.store.schema import documents, forms, revisions, sketches
from archive.text import bare

ALIKE = 0.3  # from this share on another document is said to be almost the same
SHARED = 0.6  # of the passages of the longer of the two: the promise of the permalinks
SHINGLE = 8  # letters; shorter ones are shared by any two Korean texts
SKETCH = 32  # bottom hashes of a document; with 32, texts that share 60 % share some with near certainty
LIKELY = 8  # shared hashes from which on two documents are compared passage by passage: 60 % shared give some 14
MOST_GRAMS = 0.8  # of a passage's n-grams: with 0.5 % of the letters misread, 96 % of the n-grams are whole
NEW = "new"  # `replaces = "new"`: a document of its own, whatever it resembles


def letters(drafts: Sequence[PassageDraft]) -> str:
    """The digest of a document's letters: the same however it is wrapped, spaced or punctuated."""
    return sha256("\n".join(bare(d.text) for d in drafts if d.kind is not PassageKind.TITLE).encode()).hexdigest()


def identify(connection: Connection, origin: Origin, drafts: Sequence[PassageDraft]) -> Identity:
    """Which document this is.

    Raises:
        LedgerError: the side file replaces a document that is not here.
    """
    path, entry, replaces = origin.path, origin.entry, origin.replaces
    if replaces == NEW:
        return Identity(_read_from(connection, path, entry), MatchedBy.REPLACES)
    if replaces:
        number = connection.execute(select(documents.c.number).where(documents.c.id == replaces)).scalar()
        if number is None:
            raise LedgerError(f'{path}: its side file replaces "{replaces}", which is no document of this archive')
        return Identity(number, MatchedBy.REPLACES)
    if (number := _same_text(connection, entry, letters(drafts))) is not None:
        return Identity(number, MatchedBy.SAME_TEXT)
    if (number := _own(connection, path, entry)) is not None:
        return Identity(number, MatchedBy.SAME_FILE)
    number, share = _nearest(connection, drafts) if not entry else (None, 0.0)
    if number is not None and share >= SHARED:
        return Identity(number, MatchedBy.SHARED)
    return Identity(None, MatchedBy.NEW, number if share >= ALIKE else None)


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


def _same_text(connection: Connection, entry: str, digest: str) -> int | None:
    query = select(revisions.c.document).where(revisions.c.letters == digest)
    if entry:
        query = query.join(documents, documents.c.number == revisions.c.document).where(documents.c.entry == entry)
    number: int | None = connection.execute(query.order_by(revisions.c.document)).scalar()
    return number


def _nearest(connection: Connection, drafts: Sequence[PassageDraft]) -> tuple[int | None, float]:
    """The document that shares most with these passages, and the share; None where none shares anything to speak of."""
    values = sketch(drafts)
    if not values:
        return None, 0.0
    count = func.count().label("shared")
    query = select(sketches.c.document, count).where(sketches.c.value.in_(values)).group_by(sketches.c.document)
    likely = connection.execute(query.having(count >= LIKELY).order_by(count.desc()).limit(3)).all()
    compared = [(_share(connection, number, drafts), number) for number, _ in likely]
    if not compared:
        return None, 0.0
    share, number = max(compared)
    return number, share


def _share(connection: Connection, number: int, drafts: Sequence[PassageDraft]) -> float:
    """The share of passages that stand in both, of the longer of the two. Most of a passage's n-grams will do: a letter
    misread here and there is still the same passage."""
    old = [_grams(unit.text) for unit in current_units(connection, number)]
    new = [_grams(draft.text) for draft in drafts]
    kept = min(_contained(old, set[str]().union(*new)), _contained(new, set[str]().union(*old)))
    return kept / max(len(old), len(new), 1)


def _contained(parts: Sequence[set[str]], whole: set[str]) -> int:
    return sum(len(part & whole) >= MOST_GRAMS * len(part) for part in parts)


def _grams(text: str) -> set[str]:
    """A text's letter n-grams; of a shorter text the text itself."""
    letters_ = bare(text)
    return {letters_[i : i + SHINGLE] for i in range(max(1, len(letters_) - SHINGLE + 1))}


def sketch(drafts: Sequence[PassageDraft]) -> list[int]:
    """The smallest hashes of the letter n-grams of a text: near-identical texts share most of theirs."""
    grams = set[str]().union(*(_grams(draft.text) for draft in drafts if draft.kind is not PassageKind.TITLE))
    hashes = (int.from_bytes(blake2b(gram.encode(), digest_size=7).digest()) for gram in grams)
    return sorted(hashes)[:SKETCH]


def save_sketch(connection: Connection, number: int, drafts: Sequence[PassageDraft]) -> None:
    """Keeps the sketch of a document's current revision."""
    connection.execute(delete(sketches).where(sketches.c.document == number))
    insert_all(connection, sketches, [{"document": number, "value": value} for value in sketch(drafts)])
