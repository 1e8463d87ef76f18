"""How is an original file handed out? To be saved, never to be shown: its bytes may be anything."""

import unicodedata
from io import BytesIO

from flask import Response, send_file

from archive.store import Original

UNSAFE = '/\\:*?"<>|'  # in file names of some systems


def attachment(original: Original) -> Response:
    """The file byte for byte, under its name. Browsers must save it; the name is given as RFC 6266 and 8187 say."""
    response = send_file(
        BytesIO(original.data),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=safe_name(original.name),
        etag=False,
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def safe_name(name: str) -> str:
    """A file name without paths, control signs and signs that turn the direction of writing."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in last if unicodedata.category(c) not in ("Cc", "Cf", "Cs") and c not in UNSAFE)
    return kept.strip(" .") or "original"
