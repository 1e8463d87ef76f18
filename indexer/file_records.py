"""What does the archive keep of a file, and has the file changed since? Records of files, by their sizes and times."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from archive.store import FileRecord, FileState
from indexer.files import Forms, LeftOut, SideFile, SourceFile
from indexer.readers import reader_versions


def record_of(one: Forms, reader: int, digest: str, state: FileState, message: str | None = None) -> FileRecord:
    """A file that was read, or tried, by this version of its reader."""
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


def not_taken(one: LeftOut) -> FileRecord:
    """A file of a kind that is not read, or that cannot be entered."""
    state = FileState.FAILED if one.kind is None else FileState.LEFT_OUT
    return FileRecord(one.path, Path(one.path).name, one.size, one.mtime_ns, "", "", 0, state, one.message)


def changed(one: Forms, record: FileRecord | None) -> bool:
    """Is it new, or another than it was when it was read, or is there another reader for it?"""
    source = one.primary
    if (
        record is None
        or record.state is not FileState.READ  # what failed is tried again: its cause may be gone
        or record.reader not in reader_versions(source.name)
    ):
        return True
    here = (source.size, source.mtime_ns, _signature(source, one.others))
    return here != (record.size, record.mtime_ns, record.side)


def _signature(source: SourceFile, others: Sequence[SourceFile] = ()) -> str:
    """Tells whether side files or other forms changed: their paths, sizes and times."""
    sides: list[SideFile | SourceFile] = [*source.defaults, *([source.side] if source.side else []), *others]
    if not sides:
        return ""
    return sha256("\0".join(f"{side.path} {side.size} {side.mtime_ns}" for side in sides).encode()).hexdigest()
