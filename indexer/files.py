"""Which files are there to be read, and which of them are the same brief in another form? The rim of the file system.

Walks folders and reads bytes; it never looks into a file. What it cannot enter or does not know is reported, never
raised: an unreadable folder must not keep the rest of an archive from being read.
"""

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from errno import EAGAIN, EINVAL
from pathlib import Path
from unicodedata import normalize

from archive.errors import SourceError
from indexer.readers import ENDINGS, UnreadKind, ending, format_by_name, is_trace, unread_kind

DEFAULTS = "_defaults.toml"
LEADS_OUT = UnreadKind(
    "links that lead out of the folder",
    (),
    "index what they lead to by its own name, or follow all of them with --follow-links",
)

_ORDER = tuple(ENDINGS)


@dataclass(frozen=True, slots=True)
class SideFile:
    """A `.toml` file that gives or corrects catalogue data."""

    path: str  # absolute
    size: int  # bytes
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that can be read, or another form of one. `path` is as the file system spells it, `name` is NFC."""

    path: str  # absolute, symbolic links kept
    name: str  # without its folder
    size: int  # bytes
    mtime_ns: int
    side: SideFile | None = None  # the one beside it: brief.toml
    defaults: tuple[SideFile, ...] = ()  # those of its folders, the nearest last


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file or folder that is not taken, and what can be done about it. `kind` is None where that is an error."""

    path: str  # absolute, as it can be printed
    message: str  # what, why, and the way out
    kind: UnreadKind | None = None
    size: int = 0  # bytes
    mtime_ns: int = 0


@dataclass(frozen=True, slots=True)
class FileListing:
    """What a walk met: `sources` in order of their paths, each once; `errors`, and `left_out` of kinds not read."""

    sources: tuple[SourceFile, ...]
    errors: tuple[LeftOut, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Forms:
    """One brief: the source that is read (`primary`), and the other files that hold the same brief."""

    primary: SourceFile
    others: tuple[SourceFile, ...] = ()


@dataclass(slots=True)
class _Walk:
    """What is known on the way through the folders. `within`: where links may lead; anywhere, if that is None."""

    within: tuple[str, ...] | None = None
    files: dict[str, os.stat_result] = field(default_factory=dict)
    sides: dict[str, SideFile] = field(default_factory=dict)
    errors: list[LeftOut] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    folders: set[tuple[int, int]] = field(default_factory=set)  # (device, inode)
    links: list[str] = field(default_factory=list)  # folders behind symbolic links, entered last

    def enter(self, folder: str) -> Iterator[str]:
        """Notes the files of a folder and yields the folders in it, but for one it has been in."""
        try:
            where = os.stat(folder)
            if (where.st_dev, where.st_ino) in self.folders:
                return
            self.folders.add((where.st_dev, where.st_ino))
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            self.refuse(folder, "cannot be read: {}; its files are left out", error.strerror, what="folder ")
            return
        for entry in entries:
            if entry.name.startswith("."):
                continue
            try:
                is_folder = entry.is_dir() and not (entry.is_symlink() and self._leads_out(entry.path))
                if is_folder and entry.is_symlink():
                    self.links.append(entry.path)
            except OSError as error:  # a loop of links
                self.refuse(entry.path, "cannot be read: {}", error.strerror)
                continue
            if not is_folder:
                self.note_entry(entry.path)
            elif not entry.is_symlink():
                yield entry.path

    def _leads_out(self, path: str) -> bool:
        """A link leads to a place outside the folders that were named."""
        target = os.path.realpath(path)
        return self.within is not None and not any(_lies_in(target, root) for root in self.within)

    def note_entry(self, path: str) -> None:
        """Notes one file of a folder, or a link that leads out of it."""
        if os.path.islink(path) and self._leads_out(path):
            self.leave_out(path, os.lstat(path), LEADS_OUT)
        else:
            self.note(path)

    def note(self, path: str, *, named: bool = False) -> None:
        """Notes one file; `named` where a person named it, so that leaving it out is an error."""
        try:
            path.encode()
            about = os.stat(path)
        except UnicodeEncodeError:
            self.refuse(path, "has a name that is not UTF-8: rename it")
        except OSError as error:
            self.refuse(path, "cannot be read: {}", error.strerror)
        else:
            self._sort(path, about, named)

    def _sort(self, path: str, about: os.stat_result, named: bool) -> None:
        last, trace = ending(path), is_trace(os.path.basename(path))
        if not stat.S_ISREG(about.st_mode):
            self.refuse(path, "is no regular file: give a file or a folder of files")
        elif not trace and last in ENDINGS:
            self.files[path] = about
        elif named:
            kind = unread_kind(os.path.basename(path))
            remedy = kind.remedy if kind.endings else f"these are: {' '.join(ENDINGS)}"
            self.refuse(path, "is of a kind that is not read; {}", remedy)
        elif last == ".toml":
            self.sides[path] = SideFile(path, about.st_size, about.st_mtime_ns)
        else:
            self.leave_out(path, about)

    def refuse(self, path: str, why: str, value: str | None = "", *, what: str = "") -> None:
        """Notes something that should have been read, and cannot be."""
        self.errors.append(LeftOut(_shown(path), f"{what}{_shown(path)} {why.format(value)}"))

    def leave_out(self, path: str, about: os.stat_result, kind: UnreadKind | None = None) -> None:
        """Notes a file of a kind that is not read."""
        kind = kind or unread_kind(os.path.basename(path))
        message = f"{_shown(path)} is not read ({kind.name}): {kind.remedy}"
        self.left_out.append(LeftOut(_shown(path), message, kind, about.st_size, about.st_mtime_ns))


def find_sources(paths: Iterable[str | Path], follow_links: bool = False) -> FileListing:
    """Every file that can be read in these files and folders, in the order of their paths.

    Hidden files and folders are left out, each folder is entered once. Links are followed within the folders that were
    named; out of them only with `follow_links`, for who may write there need not be who may read everything. A file of
    an unknown kind and such a link are said in `left_out`; a side file without its document, a folder without rights
    and their like in `errors`.
    """
    named = tuple(map(os.path.abspath, paths))
    within = (root if os.path.isdir(root) else os.path.dirname(root) for root in named)
    walk = _Walk(None if follow_links else tuple(map(os.path.realpath, within)))
    for root in named:
        if not os.path.isdir(root):
            walk.note(root, named=True)
            side = os.path.splitext(root)[0] + ".toml"
            if os.path.isfile(side):
                walk.note_entry(side)
            continue
        folders = [root]
        while folders or walk.links:
            folders.extend(walk.enter(folders.pop() if folders else walk.links.pop(0)))
    return _found(walk)


def _found(walk: _Walk) -> FileListing:
    kept = {_stem(path) for path in walk.files}
    sides = {_stem(path): side for path, side in walk.sides.items() if os.path.basename(path) != DEFAULTS}
    for stem in sorted(sides.keys() - kept):
        walk.refuse(sides[stem].path, "stands beside no document: give it the name of one", what="side file ")
    defaults: dict[str, tuple[SideFile, ...]] = {}
    left_out = {one.path for one in walk.left_out}
    sources = tuple(
        _source(path, walk.files[path], sides.get(_stem(path)), defaults, left_out) for path in sorted(walk.files)
    )
    return FileListing(sources, tuple(walk.errors), tuple(sorted(walk.left_out, key=lambda one: one.path)))


def _source(
    path: str,
    about: os.stat_result,
    side: SideFile | None,
    defaults: dict[str, tuple[SideFile, ...]],
    left_out: Collection[str],
) -> SourceFile:
    folder, name = os.path.split(path)
    if folder not in defaults:
        defaults[folder] = tuple(_defaults(folder, left_out))
    return SourceFile(path, normalize("NFC", name), about.st_size, about.st_mtime_ns, side, defaults[folder])


def _defaults(folder: str, left_out: Collection[str]) -> Iterator[SideFile]:
    """The default files above, the nearest last. All the way up, so that it does not matter which folder was named."""
    for above in reversed((Path(folder), *Path(folder).parents)):
        try:
            about = os.stat(path := above / DEFAULTS)
        except OSError:
            continue
        if stat.S_ISREG(about.st_mode) and str(path) not in left_out:
            yield SideFile(str(path), about.st_size, about.st_mtime_ns)


def _stem(path: str) -> str:
    """What a file shares with its side file and its other forms: the path without its ending, composed."""
    return normalize("NFC", os.path.splitext(path)[0])


def forms(sources: Iterable[SourceFile]) -> tuple[Forms, ...]:
    """The sources, with those of one folder and one stem taken together: one brief in several forms.

    A collection is no form of anything. Order: that of each brief's first file.
    """
    groups: dict[str, list[SourceFile]] = {}
    for source in sources:
        alone = format_by_name(source.name).entries is not None
        groups.setdefault(source.path if alone else _stem(source.path), []).append(source)
    return tuple(Forms(best, tuple(rest)) for best, *rest in (sorted(group, key=_rank) for group in groups.values()))


def _rank(source: SourceFile) -> tuple[int, str]:
    last = ending(source.name)
    return (_ORDER.index(last) if last in _ORDER else len(_ORDER), source.name)


def read_bytes(source: SourceFile) -> bytes:
    """The bytes of a source, never more than the limit for its kind.

    Raises:
        SourceError: the file has vanished, may not be read or is too large.
    """
    limit = format_by_name(source.name).limit
    try:
        data = _read(source.path, limit + 1)
    except OSError as error:
        raise SourceError(f"{source.path} cannot be read: {error.strerror}") from error
    if len(data) > limit:
        size = f"{max(source.size, len(data)):,}"
        raise SourceError(f"{source.path} has {size} bytes, the limit is {limit:,}: split it into several files")
    return data


def _read(path: str, most: int) -> bytes:
    """The first bytes of a regular file. What has become a pipe or a device since is not waited for."""
    with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(EINVAL, "it is no regular file")
        data: bytes | None = file.read(most)
        if data is None:
            raise OSError(EAGAIN, "it gives nothing to read")
        return data


def _lies_in(path: str, root: str) -> bool:
    return path == root or path.startswith(os.path.join(root, ""))


def _shown(path: str) -> str:
    """A path that can be printed, whatever bytes its name holds."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
