"""What has changed since last time? Reads new and changed files into the store, and brings the index up to date.

A file that has vanished is reported and what it gave is kept: an unmounted share must not empty an archive. A file
that cannot be read costs itself alone. Every document is written in a transaction of its own, so that a killed run
loses at most the document it was at.
"""

import gc
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from archive.analyzer import fingerprint
from archive.errors import GakjuError, LedgerError, SourceError
from archive.index import analyze_documents, begin
from archive.knowledge import Knowledge
from archive.model import PassageDraft, drafts
from archive.open import Archive
from archive.store import (
    NEW,
    Bytes,
    FileRecord,
    FileState,
    FormRecord,
    IncomingDocument,
    Origin,
    Outcome,
    SaveResult,
    Store,
)
from archive.tokens import Streams
from indexer.best_form import BestForm, FileContent, read_best
from indexer.catalogue import correct_again, corrected, overrides_for
from indexer.file_records import changed, not_taken, record_of
from indexer.files import FileListing, Forms, find_sources, forms, read_bytes
from indexer.ingest import SourceDocument
from indexer.lookahead import ahead
from indexer.readers import format_by_name
from indexer.report import NOT_KEPT, Report
from indexer.sandbox import Extractors

# Passages analysed at once: enough to keep Kiwi's threads busy, few enough to show progress and bound memory.
BATCH = 400
STEP = 4_000  # passages after which the index takes in what was kept: beside the analysis of what follows
ANALYSTS = 2  # batches analysed at once: while one ends, the other keeps Kiwi's threads busy

Progress = Callable[[str, int, int], None]  # what is being done, how much is done, of how much


@dataclass(slots=True)
class _Batch:
    """Documents that were read and are analysed together."""

    pieces: list[tuple[SourceDocument, list[PassageDraft]]] = field(default_factory=list)
    passages: int = 0
    known: Mapping[str, Streams] = field(default_factory=dict)  # tokens by the text of which they were made before
    done: list[FileRecord] = field(default_factory=list)  # files of which nothing more is to come


class Build:
    """One run over some files and folders."""

    def __init__(
        self,
        archive: Archive,
        progress: Progress = lambda what, done, of: None,
        today: str | None = None,
        workers: int | None = None,
    ) -> None:
        """`today` (ISO 8601) dates new states; the day of the run otherwise. So many `workers` read, else all cores."""
        self._archive = archive
        self._store = archive.store
        self._today = today or date.today().isoformat()
        self._progress = progress
        self._workers = workers or os.cpu_count() or 1
        self._report = Report()
        self._corrections = archive.store.corrections()
        self._free: set[int] = set()  # documents that may go on in another file
        self._undecided: list[tuple[float, SourceDocument, IncomingDocument]] = []  # by their likeness
        self._late: list[FileRecord] = []  # files of what is undecided
        self._unkept: dict[str, str] = {}  # files of which something could not be kept, and why
        self._gone: dict[str, tuple[int, int]] = {}  # of a changed document: passages that went, of how many

    def run(self, paths: Sequence[str], anew: bool = False, follow_links: bool = False) -> Report:
        """Reads what is new or changed under `paths`. With `anew`, the index is made again from the stored tokens.

        `follow_links` as in `find_sources`.
        """
        found = find_sources(paths, follow_links)
        self._report.failed += [(error.path, error.message) for error in found.errors]
        self._report.left_out += found.left_out
        here = {source.path for source in found.sources} | {one.path for one in (*found.left_out, *found.errors)}
        self._keep_left_out(paths, found, here)
        known = self._store.files()
        begin(self._store, self._archive.knowledge)
        admitted = self._admitted(forms(found.sources))
        stale = [one for one in admitted if changed(one, known.get(one.primary.path))]
        self._report.same = len(admitted) - len(stale)
        again = {one.primary.path for one in stale}
        same = [known[one.primary.path] for one in admitted if one.primary.path not in again]
        self._report.failed += [(one.path, one.message) for one in same if one.message]
        self._note_missing(paths, here, known)
        if stale:
            self._read_all(stale, STEP if not anew else None)
            correct_again(self._archive)
            self._follow_moves()
        index = self._archive.rebuild if anew else self._archive.catch_up
        self._report.indexed += index(lambda done, of: self._progress("indexing", done, of))
        return self._report

    def _admitted(self, grouped: Sequence[Forms]) -> list[Forms]:
        """Without the files of purged documents; a side file can admit one anew."""
        barred = self._store.barred(one.primary.path for one in grouped)
        down = {
            one.primary.path
            for one in grouped
            if one.primary.path in barred and overrides_for(one.primary).replaces != NEW
        }
        self._report.down += [f"{path}: {NOT_KEPT.format('its document')}" for path in sorted(down)]
        return [one for one in grouped if one.primary.path not in down]

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
        noted = map(not_taken, (*found.left_out, *found.errors))
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

    def _read_all(self, stale: Sequence[Forms], step: int | None) -> None:
        """Reads, analyses and keeps, all at once; what is kept is kept in the order of the files.

        The index takes in what was kept every `step` passages: it is found, and not owed if this run is killed.
        """
        knowledge, said = self._archive.knowledge, partial(self._progress, "reading")
        self._free = self._store.free_documents(one.primary.path for one in stale)
        of, done, owed = len(stale), 0, 0
        with Extractors(self._workers) as extractors, ExitStack() as open_:
            open_.callback(gc.unfreeze)
            read = partial(read_best, extractors=extractors, outlets=knowledge.outlets)
            found = open_.enter_context(closing(ahead(read, stale, self._workers, lambda: said(done, of))))
            made = ahead(
                partial(_analyzed, knowledge, self._today), self._batches(found), ANALYSTS, lambda: said(done, of)
            )
            for batch, documents in open_.enter_context(closing(made)):
                self._keep(batch, documents)
                if not done:
                    gc.freeze()  # model and tables, by now loaded, stay: looking through them took 4 % of a run
                done, owed = done + len(batch.done), owed + batch.passages
                said(done, of)
                if step is not None and owed >= step:
                    self._report.indexed += self._archive.catch_up()
                    owed = 0
        for _, piece, document in sorted(self._undecided, key=lambda one: -one[0]):
            self._save(piece, document, final=True)
        self._save_files(self._late)
        said(of, of)

    def _batches(self, found: Iterable[BestForm]) -> Iterator[_Batch]:
        """What was read, in batches worth analysing; the files themselves are kept at once."""
        batch = _Batch()
        for one in found:
            for form, error in one.failed:
                self._fail(form, error)
            if one.content is None:
                continue
            try:
                for piece, units in self._pieces(one.forms, one.content):
                    batch.pieces.append((piece, units))
                    batch.passages += len(units)
                    if batch.passages >= BATCH:
                        yield self._with_known(batch)
                        batch = _Batch()
            except GakjuError as error:
                self._fail(one.forms, error)
                continue
            batch.done.append(self._record(one.forms, one.content))
        yield self._with_known(batch)

    def _pieces(self, one: Forms, content: FileContent) -> Iterator[tuple[SourceDocument, list[PassageDraft]]]:
        """The documents of a file with their passages, and the bytes of its other forms."""
        source = one.primary
        others, bytes_ = self._other_forms(one)
        self._store.save_files([record_of(one, content.reader, content.sha256, FileState.PENDING)])
        for piece in content.pieces:
            if isinstance(piece, SourceError):
                self._lack(content, source.path, str(piece))
                continue
            if given := self._corrections.get((source.path, piece.entry)):
                metadata = corrected(piece.document.metadata, given)
                piece = replace(piece, document=replace(piece.document, metadata=metadata))
            units = drafts(piece.document)
            if not any(unit.findable for unit in units):
                self._lack(content, source.path, f"{piece.source}: no text in it that could be cited")
                continue
            yield (
                replace(piece, path=source.path, reader=content.reader, forms=others, form_originals=bytes_),
                units,
            )

    def _lack(self, content: FileContent, path: str, message: str) -> None:
        """A document of a file could not be read: that is so as long as its bytes are the same."""
        self._report.failed.append((path, message))
        content.lacks.append(message)

    def _record(self, one: Forms, content: FileContent) -> FileRecord:
        """A file of which all was read that can be. What it lacks is said again by every run."""
        lacks = content.lacks
        more = f" (and {len(lacks) - 1:,} more that could not be read)" if len(lacks) > 1 else ""
        return record_of(one, content.reader, content.sha256, FileState.READ, lacks[0] + more if lacks else None)

    def _other_forms(self, one: Forms) -> tuple[tuple[FormRecord, ...], tuple[Bytes, ...]]:
        """The other files of a brief, byte for byte; what they say is not read."""
        kept, bytes_ = [], []
        for source in one.others:
            try:
                data = read_bytes(source)
            except SourceError as error:
                self._report.failed.append((source.path, str(error)))
                self._unkept[one.primary.path] = str(error)
                continue
            digest = sha256(data).hexdigest()
            media_type = guess_type(source.name)[0] or "application/octet-stream"
            bytes_.append(Bytes(digest, data, media_type))
            kept.append(FormRecord(source.path, source.name, digest))
        return tuple(kept), tuple(bytes_)

    def _fail(self, one: Forms, error: GakjuError) -> None:
        self._report.failed.append((one.primary.path, str(error)))
        self._store.save_files(
            [record_of(one, format_by_name(one.primary.name).version, "", FileState.FAILED, str(error))]
        )

    def _keep(self, batch: _Batch, documents: Iterable[IncomingDocument]) -> None:
        """Keeps each document, and notes the files of which all is kept."""
        for (piece, _), document in zip(batch.pieces, documents, strict=True):
            self._save(piece, document)
        late = {piece.path for _, piece, _ in self._undecided}
        self._save_files([record for record in batch.done if record.path not in late])
        self._late += [record for record in batch.done if record.path in late]

    def _save_files(self, records: Sequence[FileRecord]) -> None:
        """Notes that files were read. One of which something could not be kept failed: it is tried again. Of one whose
        document is purged nothing is noted."""
        purged = self._store.barred(one.path for one in records)
        self._store.save_files(
            replace(one, state=FileState.FAILED, message=self._unkept[one.path]) if one.path in self._unkept else one
            for one in records
            if one.path not in purged
        )

    def _with_known(self, batch: _Batch) -> _Batch:
        """With the tokens of what its documents said before, if they are those that would be made today."""
        if self._store.setting("tokens") == fingerprint(self._archive.knowledge):
            places = [(piece.path, piece.entry) for piece, _ in batch.pieces]
            batch.known = {text: made for place in places for text, made in self._store.tokens_of(*place).items()}
        return batch

    def _save(self, piece: SourceDocument, document: IncomingDocument, final: bool = False) -> None:
        try:
            outcome = self._store.save_document(document, piece.forms, self._free, final)
        except LedgerError as error:
            self._report.failed.append((piece.path, str(error)))
            self._unkept[piece.path] = str(error)
            return
        if outcome.result is SaveResult.UNDECIDED:
            self._undecided.append((outcome.identity.share, piece, document))
        else:
            self._report_outcome(outcome, piece)

    def _report_outcome(self, outcome: Outcome, piece: SourceDocument) -> None:
        like = outcome.identity.resembles
        named = self._report.add(outcome, piece, None if like is None else self._store.records([like])[like])
        if outcome.changes:
            self._gone[named] = outcome.changes.get("gone", 0), sum(outcome.changes.values())


def _analyzed(knowledge: Knowledge, today: str, batch: _Batch) -> tuple[_Batch, list[IncomingDocument]]:
    """A batch, and its documents with their tokens. Asks no store: it is done beside what is being kept."""
    documents = [(piece.document, units, _origin(piece, today)) for piece, units in batch.pieces]
    made = analyze_documents(documents, knowledge, batch.known)
    return batch, [
        replace(document, originals=(piece.original, *piece.form_originals))
        for document, (piece, _) in zip(made, batch.pieces, strict=True)
    ]


def _origin(piece: SourceDocument, today: str) -> Origin:
    return Origin(
        path=piece.path,
        entry=piece.entry,
        source=piece.source,
        sha256=piece.original.sha256,
        reader=piece.reader,
        today=today,
        replaces=piece.replaces,
    )


def _lies_in(path: str, roots: Sequence[str]) -> bool:
    return any(Path(path).is_relative_to(Path(root).absolute()) for root in roots)


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
