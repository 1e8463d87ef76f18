"""How do style, scripts and images of the interface reach a browser? Read and compressed once, and kept there.

Their addresses bear a version that changes when any of them does, so that what a browser has need never be asked for
again. Source: RFC 8246.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from flask import Request, Response
from werkzeug.exceptions import NotFound

from webapp.compression import BEST, accepted, compressed

KEPT = 365 * 24 * 3600  # seconds


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the interface: its type, and its bytes in each coding; "" for as they are."""

    mimetype: str
    codings: Mapping[str, bytes]


class Assets:
    """The files of a folder. `version` changes when any of them does."""

    def __init__(self, folder: Path) -> None:
        files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
        self.version = sha256(b"".join(files.values())).hexdigest()[:10]
        self._assets = {name: _asset(name, data) for name, data in files.items()}

    def answer(self, name: str, request: Request) -> Response:
        """A file, in the coding that the browser takes; to be kept where its address bears this version.

        Raises:
            NotFound: there is none of that name.
        """
        asset = self._assets.get(name)
        if asset is None:
            raise NotFound
        coding = accepted(request)
        response = Response(asset.codings[coding], mimetype=asset.mimetype)
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


def _asset(name: str, data: bytes) -> Asset:
    codings = {coding: compressed(data, coding, BEST) for coding in BEST}
    return Asset(guess_type(name)[0] or "application/octet-stream", {"": data, **codings})
