"""What has changed since last time? Reads new and changed files into the store, and brings the index up to date.

A file that has vanished is reported and what it gave is kept: an unmounted share must not empty an archive. A file
that cannot be read costs itself alone. Every document is written in a transaction of its own, so that a killed run
loses at most the document it was at.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from archive.analyzer import fingerprint
from archive.errors import GakjuError, LedgerError, SourceError
from archive.index import analyze_documents, begin
from archive.model import DOUBTFUL_DOCUMENT, PassageDraft, drafts, message
from archive.open import Archive
from archive.store import (
    Bytes,
    FileRecord,
    FileState,
    FormRecord,
    IncomingDocument,
    MatchedBy,
    Origin,
    Outcome,
    RevisionCause,
    SaveResult,
    Store,
)
from archive.tokens import Streams
from indexer.catalogue import corrected
from indexer.files import FileListing, Forms, LeftOut, SideFile, SourceFile, find_sources, forms, read_bytes
from indexer.ingest import SourceDocument, read_source
from indexer.readers import format_by_name, format_of, reader_versions
from indexer.report import Report
from indexer.sandbox import Extractor

# Passages analysed at once: enough to keep Kiwi's threads busy, few enough to show progress and bound memory.
BATCH = 400
CAUSES = {RevisionCause.EDITION: "a new edition", RevisionCause.EXTRACTION: "a new reading of the same words"}
OTHERWISE = 'replaces = "new" in its side file makes it another document'
WHY = {
    MatchedBy.SAME_FILE: f"the same file says something else ({OTHERWISE})",
    MatchedBy.SHARED: f"it shares 60 % of its passages with it ({OTHERWISE})",
    MatchedBy.SAME_TEXT: "the same text in another file",
    MatchedBy.REPLACES: "as its side file says",
}

Progress = Callable[[str, int, int], None]  # what is being done, how much is done, of how much


@dataclass(slots=True)
class _Waiting:
    """Documents read but not yet analysed."""

    pieces: list[tuple[SourceDocument, list[PassageDraft]]] = field(default_factory=list)
    passages: int = 0
    done: list[FileRecord] = field(default_factory=list)  # files of which nothing more is to come
    free: set[int] = field(default_factory=set)  # documents that may go on in another file
    undecided: list[tuple[float, SourceDocument, IncomingDocument]] = field(default_factory=list)  # by their likeness


class Build:
    """One run over some files and folders."""

    def __init__(
        self, archive: Archive, progress: Progress = lambda what, done, of: None, today: str | None = None
    ) -> None:
        """`today` (ISO 8601) dates new states; the day of the run otherwise."""
        self._archive = archive
        self._store = archive.store
        self._today = today or date.today().isoformat()
        self._progress = progress
        self._report = Report()
        self._corrections = archive.store.corrections()
        self._gone: dict[str, tuple[int, int]] = {}  # of a changed document: passages that went, of how many

    def run(self, paths: Sequence[str], anew: bool = False) -> Report:
        """Reads what is new or changed under `paths`. With `anew`, the index is made again from the stored tokens."""
        found = find_sources(paths)
        self._report.failed += [(error.path, error.message) for error in found.errors]
        self._report.left_out += found.left_out
        here = {source.path for source in found.sources} | {one.path for one in (*found.left_out, *found.errors)}
        self._keep_left_out(paths, found, here)
        known = self._store.files()
        begin(self._store, self._archive.knowledge)
        grouped = forms(found.sources)
        stale = [one for one in grouped if _changed(one, known.get(one.primary.path))]
        self._report.same = len(grouped) - len(stale)
        self._note_missing(paths, here, known)
        if stale:
            self._read_all(stale)
            self._follow_moves()
        index = self._archive.rebuild if anew else self._archive.catch_up
        self._report.indexed = index(lambda done, of: self._progress("indexing", done, of))
        return self._report

    def _follow_moves(self) -> None:
        for move in self._store.moves.follow(self._today):
            into = ", ".join(move.holders)
            what = f"all of it stands in {into} now" if move.whole else f"{move.passages} passages stand in {into} now"
            self._report.moved.append(f"{move.document}: {what}")
            gone, of = self._gone.get(move.document, (0, 0))
            self._gone[move.document] = gone - move.passages, of
        self._report.warnings += [
            f"{named}: {gone} of its {of} passages are gone. If the file holds another document now, index its text "
            f"as it was again and give the new one a name of its own"
            for named, (gone, of) in self._gone.items()
            if 2 * gone > of
        ]

    def _keep_left_out(self, paths: Sequence[str], found: FileListing, here: Collection[str]) -> None:
        """Notes what is not taken, for `gakju check`, and forgets what was never read and is gone."""
        known, never_read = self._store.files(), (FileState.FAILED, FileState.LEFT_OUT)
        noted = map(_not_taken, (*found.left_out, *found.errors))
        new = [one for one in noted if one.path not in known or known[one.path].state in never_read]
        gone = [path for path, one in known.items() if one.state in never_read and path not in here]
        self._store.save_files(one for one in new if known.get(one.path) != one)
        self._store.forget_files(path for path in gone if _lies_in(path, paths))

    def _note_missing(self, paths: Sequence[str], here: Collection[str], known: dict[str, FileRecord]) -> None:
        missing = [
            path
            for path, record in known.items()
            if path not in here and record.state is not FileState.ABSORBED and _lies_in(path, paths)
        ]
        self._report.missing = sorted(missing)
        self._store.mark_missing(missing)

    def _read_all(self, stale: Sequence[Forms]) -> None:
        waiting = _Waiting(free=self._store.free_documents(one.primary.path for one in stale))
        with Extractor() as extractor:
            for done, one in enumerate(stale):
                self._progress("reading", done, len(stale))
                self._read_best(one, extractor, waiting)
                if waiting.passages >= BATCH:
                    self._keep(waiting)
            self._keep(waiting)
        for _, piece, document in sorted(waiting.undecided, key=lambda one: -one[0]):
            self._save(piece, document, waiting, final=True)
        self._store.save_files(waiting.done)
        self._progress("reading", len(stale), len(stale))

    def _read_best(self, one: Forms, extractor: Extractor, waiting: _Waiting) -> None:
        """Reads the best form of a brief that can be read: a file that is locked must not hide the text beside it."""
        try:
            self._read(one, extractor, waiting)
        except GakjuError as error:
            self._fail(one, error)
            able = next(iter(one.others), None)
            if able is not None:
                rest = tuple(other for other in one.others if other is not able)
                self._read_best(Forms(able, rest), extractor, waiting)

    def _read(self, one: Forms, extractor: Extractor, waiting: _Waiting) -> None:
        source = one.primary
        data = read_bytes(source)
        digest, reader = sha256(data).hexdigest(), format_of(source.name, data).version
        extract, pieces = read_source(source, data, extractor, self._archive.knowledge.outlets)
        others = self._keep_forms(one.others)
        original = Bytes(digest, data, extract.media_type, extract.encoding)
        self._store.save_original(original, _record(one, reader, digest, FileState.PENDING))
        for piece in pieces:
            if isinstance(piece, SourceError):
                self._report.failed.append((source.path, str(piece)))
                continue
            if given := self._corrections.get((source.path, piece.entry)):
                metadata = corrected(piece.document.metadata, given)
                piece = replace(piece, document=replace(piece.document, metadata=metadata))
            units = drafts(piece.document)
            if not any(unit.findable for unit in units):
                self._report.failed.append((source.path, f"{piece.source}: no text in it that could be cited"))
                continue
            waiting.pieces.append((replace(piece, path=source.path, sha256=digest, reader=reader, forms=others), units))
            waiting.passages += len(units)
            if waiting.passages >= BATCH:
                self._keep(waiting)
        waiting.done.append(_record(one, reader, digest, FileState.READ))

    def _keep_forms(self, others: Sequence[SourceFile]) -> tuple[FormRecord, ...]:
        """The other files of a brief, byte for byte; what they say is not read."""
        kept = []
        for source in others:
            try:
                data = read_bytes(source)
            except SourceError as error:
                self._report.failed.append((source.path, str(error)))
                continue
            digest = sha256(data).hexdigest()
            media_type = guess_type(source.name)[0] or "application/octet-stream"
            self._store.save_original(Bytes(digest, data, media_type))
            kept.append(FormRecord(source.path, source.name, digest))
        return tuple(kept)

    def _fail(self, one: Forms, error: GakjuError) -> None:
        self._report.failed.append((one.primary.path, str(error)))
        self._store.save_files(
            [_record(one, format_by_name(one.primary.name).version, "", FileState.FAILED, str(error))]
        )

    def _keep(self, waiting: _Waiting) -> None:
        """Analyses what waits, all at once, and keeps each document."""
        documents = [(piece.document, units, self._origin(piece)) for piece, units in waiting.pieces]
        made = analyze_documents(documents, self._archive.knowledge, self._known_tokens(waiting))
        for (piece, _), document in zip(waiting.pieces, made, strict=True):
            self._save(piece, document, waiting)
        late = {piece.path for _, piece, _ in waiting.undecided}
        self._store.save_files([record for record in waiting.done if record.path not in late])
        waiting.pieces.clear()
        waiting.done = [record for record in waiting.done if record.path in late]
        waiting.passages = 0

    def _known_tokens(self, waiting: _Waiting) -> Mapping[str, Streams]:
        """The tokens of what the documents said before, if they are those that would be made today."""
        if self._store.setting("tokens") != fingerprint(self._archive.knowledge):
            return {}
        places = [(piece.path, piece.entry) for piece, _ in waiting.pieces]
        return {text: streams for place in places for text, streams in self._store.tokens_of(*place).items()}

    def _save(self, piece: SourceDocument, document: IncomingDocument, waiting: _Waiting, final: bool = False) -> None:
        try:
            outcome = self._store.save_document(document, piece.forms, waiting.free, final)
        except LedgerError as error:
            self._report.failed.append((piece.path, str(error)))
            return
        if outcome.result is SaveResult.UNDECIDED:
            waiting.undecided.append((outcome.identity.share, piece, document))
        else:
            self._report_outcome(outcome, piece)

    def _origin(self, piece: SourceDocument) -> Origin:
        return Origin(
            path=piece.path,
            entry=piece.entry,
            source=piece.source,
            sha256=piece.sha256,
            reader=piece.reader,
            today=self._today,
            replaces=piece.replaces,
        )

    def _report_outcome(self, outcome: Outcome, piece: SourceDocument) -> None:
        """Puts an outcome into the report, with what was decided and how to overrule it."""
        named = f"{outcome.id} {piece.source}"
        if reasons := [message(one, "en") for one in piece.document.problems if one.code in DOUBTFUL_DOCUMENT]:
            self._report.doubtful.append(f"{named}: {' '.join(reasons)}")
        if outcome.result is SaveResult.NEW:
            self._report.new.append(named)
            if outcome.identity.resembles is not None:
                other = self._store.records([outcome.identity.resembles])[outcome.identity.resembles]
                self._report.alike.append(
                    f"{named} almost says what {other.id} ({other.source}) says; if it is the same document, "
                    f"gakju merge {outcome.id} {other.id} puts it there"
                )
        elif outcome.result is SaveResult.CHANGED:
            assert outcome.cause is not None
            counted = ", ".join(f"{count} {status}" for status, count in (outcome.changes or {}).items())
            self._report.changed.append(f"{named}: {CAUSES[outcome.cause]}, {WHY[outcome.identity.why]}; {counted}")
            changes = outcome.changes or {}
            self._gone[named] = changes.get("gone", 0), sum(changes.values())
        elif outcome.result is SaveResult.REREAD:
            self._report.reread.append(named)
        elif outcome.result is SaveResult.COPY:
            self._report.copies.append(f'{named} (replaces = "new" in its side file makes it a document of its own)')


def _signature(source: SourceFile, others: Sequence[SourceFile] = ()) -> str:
    """Tells whether side files or other forms changed: their paths, sizes and times."""
    sides: list[SideFile | SourceFile] = [*source.defaults, *([source.side] if source.side else []), *others]
    if not sides:
        return ""
    return sha256("\0".join(f"{side.path} {side.size} {side.mtime_ns}" for side in sides).encode()).hexdigest()


def _changed(one: Forms, record: FileRecord | None) -> bool:
    source = one.primary
    if (
        record is None
        or record.state is not FileState.READ  # what failed is tried again: its cause may be gone
        or record.reader not in reader_versions(source.name)
    ):
        return True
    here = (source.size, source.mtime_ns, _signature(source, one.others))
    return here != (record.size, record.mtime_ns, record.side)


def _lies_in(path: str, roots: Sequence[str]) -> bool:
    return any(Path(path).is_relative_to(Path(root).absolute()) for root in roots)


def _not_taken(one: LeftOut) -> FileRecord:
    state = FileState.FAILED if one.kind is None else FileState.LEFT_OUT
    return FileRecord(one.path, Path(one.path).name, one.size, one.mtime_ns, "", "", 0, state, one.message)


def _record(one: Forms, reader: int, digest: str, state: FileState, message: str | None = None) -> FileRecord:
    source, signature = one.primary, _signature(one.primary, one.others)
    return FileRecord(
        path=source.path,
        name=source.name,
        size=source.size,
        mtime_ns=source.mtime_ns,
        sha256=digest,
        side=signature,
        reader=reader,
        state=state,
        message=message,
    )


def roots(store: Store) -> Iterator[str]:
    """The files and folders that were indexed before."""
    yield from (store.setting("roots") or "").splitlines()


def remember(store: Store, paths: Sequence[str]) -> None:
    """Notes what to look through when no path is given; what lies inside a remembered folder is not noted twice."""
    kept = [Path(path) for path in roots(store)]
    for path in map(Path, paths):
        here = path.absolute()
        if not any(here.is_relative_to(root) for root in kept):
            kept = [root for root in kept if not root.is_relative_to(here)] + [here]
    store.save_setting("roots", "\n".join(map(str, kept)))
