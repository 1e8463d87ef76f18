"""Does a browser hold what would be answered? The tag of an answer, and "not modified" before anything is rendered.

An answer follows from its address, from the archive as it is, the program, the reader's language, the day and where
the archive is served. The tag names all of them but the address, so that whatever is written to the archive changes the
tag of every page: nothing can be forgotten, and a reader who goes on reading while nothing is indexed is answered at
once. Source: RFC 9110, 8.8 and 13.1.
"""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from flask import Response, g, request

import archive
from archive.errors import StaleIndex
from archive.store import INSTANT
from webapp.site import Frame, Site, current_frame, current_generation, current_site, recall

PROGRAM = (Path(__file__).parent, Path(archive.__file__).parent)


def release() -> str:
    """Changes with every file of the program, tables and templates among them."""
    seal = sha256()
    for path in sorted(path for folder in PROGRAM for path in folder.rglob("*") if path.is_file()):
        if path.suffix != ".pyc" and path.parent.name != "__pycache__":
            seal.update(path.read_bytes())
    return seal.hexdigest()[:16]


def state_of(site: Site) -> str:
    """The state of all that pages are made of, whoever reads them: archive, index, tables, program.

    Asked before a page is made: where the archive changes meanwhile, the page is newer than its tag and asked for anew.
    """
    generation = current_generation()
    try:
        index = recall("engine", site.search.engine).generation()  # the tables in force change with it
    except StaleIndex:
        index = -1
    return f"{site.release} {generation} {index} {site.archive.knowledge.fingerprint}"


def tag_of(state: str, frame: Frame) -> str:
    """The tag of whatever is answered to this reader in a state of the archive."""
    said = (state, frame.language, frame.urls.home, frame.urls.whole_home, str(frame.public), frame.day)
    return sha256("\n".join(said).encode()).hexdigest()[:20]


def answer_unchanged() -> Response | None:
    """Before a page is made: "not modified" where the browser holds it. "Any" (*) may be a page of another address."""
    state = state_of(current_site())
    g.tag = tag_of(state, current_frame())
    held = request.if_none_match
    return Response(status=304) if held.contains_weak(g.tag) and not held.star_tag else None


def _changed() -> datetime | None:
    """When a document last came, changed or went, for whoever asks no more. The tag alone says what is current."""
    latest = current_site().store.changes.newest()
    return datetime.strptime(latest, INSTANT).replace(tzinfo=UTC) if latest else None


def tagged(response: Response) -> Response:
    """The answer with its tag, if it is a page: to be kept, and asked about every time."""
    if response.status_code in (200, 206, 304) and "tag" in g:
        response.set_etag(g.tag, weak=True)
        response.cache_control.no_cache = True
        if response.status_code == 200 and (at := recall("changed", _changed)) is not None:
            response.last_modified = at
    return response
