"""How do style, scripts and images of the interface reach a browser? Compressed once, and kept there.

Their addresses bear a version that changes when any of them does, so that what a browser has need never be asked for
again. Source: RFC 8246.
"""

from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from flask import Request, Response
from werkzeug.exceptions import NotFound

from webapp.compression import BEST, accepted, compressed

KEPT = 365 * 24 * 3600  # seconds


class Assets:
    """The files of a folder. `version` changes when any of them does. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self._files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
        self.version = sha256(b"".join(self._files.values())).hexdigest()[:10]
        self._coded: dict[tuple[str, str], bytes] = {(name, ""): data for name, data in self._files.items()}

    def answer(self, name: str, request: Request) -> Response:
        """A file, in the coding that the browser takes; to be kept where its address bears this version.

        Raises:
            NotFound: there is none of that name.
        """
        if name not in self._files:
            raise NotFound
        coding = accepted(request)
        response = Response(self._in_coding(name, coding), mimetype=guess_type(name)[0] or "application/octet-stream")
        if coding:
            response.content_encoding = coding
        response.vary.add("Accept-Encoding")
        response.set_etag(f"{self.version}-{coding}")
        if request.args.get("v") == self.version:
            response.cache_control.public = response.cache_control.immutable = True
            response.cache_control.max_age = KEPT
        else:
            response.cache_control.no_cache = True
        response.make_conditional(request)
        return response

    def _in_coding(self, name: str, coding: str) -> bytes:
        """A file's bytes in a coding, made when a browser first takes it."""
        if (name, coding) not in self._coded:
            self._coded[name, coding] = compressed(self._files[name], coding, BEST)
        return self._coded[name, coding]
