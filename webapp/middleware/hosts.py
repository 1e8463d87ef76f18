"""By which names may this server be called? By its own alone, where it listens to this computer only.

A page of another site can make a browser call a server on the same computer by a name of that site's choosing, and then
read the answers as its own (DNS rebinding). An archive without login is safe only if it refuses strange names.
"""

from urllib.parse import urlsplit

from flask import Flask, request
from werkzeug.exceptions import SecurityError

from archive.settings import Settings

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


def own_names(settings: Settings) -> frozenset[str]:
    """This computer's names for itself, and that of the public address: a proxy may stand in front."""
    public = urlsplit(settings.base_url).hostname if settings.base_url else None
    return LOCAL | {public} if public else LOCAL


def answer_only_to(app: Flask, names: frozenset[str]) -> None:
    """Makes an app refuse requests by any other name."""

    @app.before_request
    def refuse_strange_names() -> None:
        if named(request.environ.get("HTTP_HOST", "")) not in names:
            raise SecurityError("unknown host")


def named(host: str) -> str | None:
    """The name in a Host header, without port and brackets; None where it is none."""
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
