"""Which kinds of files does nothing here read, and what can a person do about each? By the ending of the name alone.

A kind that gets a reader needs no change here: what `formats` reads never comes to this table.
"""

from dataclasses import dataclass

from indexer.readers.formats import ending


@dataclass(frozen=True, slots=True)
class UnreadKind:
    """Files of one kind: what they are called together, why they are not read, and the way out."""

    name: str
    endings: tuple[str, ...]
    remedy: str


TEXT_OF_IT = "save it as text (.txt), Markdown (.md) or a web page (.html)"
UNKNOWN = UnreadKind("files of other kinds", (), f"if one is a document, {TEXT_OF_IT}")
LOCKS = UnreadKind("traces of open documents and systems", (), "nothing in them is lost; delete them if you like")
KINDS = (
    UnreadKind(
        "documents of older programs", (".doc", ".rtf", ".wpd", ".hml", ".hwt", ".pages", ".gul", ".sxw"),
        "open it in its program and save it as .docx, .hwpx or PDF, or " + TEXT_OF_IT.removeprefix("save it "),
    ),
    UnreadKind(
        "spreadsheets", (".xlsx", ".xls", ".xlsm", ".csv", ".tsv", ".ods", ".cell", ".nxl", ".numbers"),
        "a table alone is no document: put it into one, or save it as a web page (.html)",
    ),
    UnreadKind(
        "slides", (".pptx", ".ppt", ".ppsx", ".odp", ".show", ".key"), "save their text as .txt, or print them as PDF"
    ),
    UnreadKind(
        "archives", (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".alz", ".egg"),
        "unpack it, and index the folder",
    ),
    UnreadKind(
        "images",
        (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".svg", ".psd", ".ai", ".eps"),
        "an image holds no text: have its text recognised (OCR), and save that",
    ),
    UnreadKind(
        "sound and film", (".mp3", ".wav", ".m4a", ".mp4", ".avi", ".mov", ".mkv", ".wmv", ".flac"),
        "index a transcript of it",
    ),
    UnreadKind(
        "mails, e-books and saved pages", (".eml", ".msg", ".mht", ".mhtml", ".epub", ".mobi", ".webarchive"),
        "open it and save its text as a web page (.html)",
    ),
    UnreadKind(
        "data, programs and their settings",
        (".json", ".xml", ".yaml", ".yml", ".db", ".sqlite", ".exe", ".dll", ".js", ".css", ".py", ".log", ".ini",
         ".woff", ".woff2", ".ttf", ".otf"),
        f"if one holds a document, {TEXT_OF_IT}",
    ),
    UnreadKind(
        "unfinished and spare copies",
        (".part", ".crdownload", ".download", ".tmp", ".bak", ".old", ".asv", ".lnk", ".url"),
        "finish the download, or give the copy the ending of its kind",
    ),
)  # fmt: skip
_OF_ENDING = {one: kind for kind in KINDS for one in kind.endings}
_SYSTEM = frozenset(("thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"))


def is_trace(name: str) -> bool:
    """Whether a file is no one's document, whatever its ending: a lock of an open one, a system's own."""
    return name.startswith("~$") or name.lower() in _SYSTEM


def unread_kind(name: str) -> UnreadKind:
    """The kind of a file that no reader takes."""
    return LOCKS if is_trace(name) else _OF_ENDING.get(ending(name), UNKNOWN)
