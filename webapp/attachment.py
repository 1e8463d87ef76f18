"""How is an original file handed out? To be saved, not shown, for its bytes may be anything; but a PDF is shown.

Browsers show PDF files in a viewer apart from the page, with no way to what else this server answers.
"""

import re
import unicodedata
from io import BytesIO

from flask import Response, send_file

from archive.store import Original

PDF, HEAD = re.compile(rb"[\s\S]*?%PDF-\d"), 1024  # where a PDF file must say what it is. Source: ISO 32000, annex I
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


def shown(original: Original) -> Response:
    """A PDF file to be looked at; any other kind is handed out to be saved."""
    if PDF.match(original.data[:HEAD]) is None:
        return attachment(original)
    response = send_file(
        BytesIO(original.data),
        mimetype="application/pdf",
        download_name=safe_name(original.name),
        etag=False,
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
    return response


def written_file(text: str, name: str, media_type: str) -> Response:
    """A text of ours, to be saved under a name."""
    return send_file(
        BytesIO(text.encode()), mimetype=media_type, as_attachment=True, download_name=safe_name(name), etag=False
    )


def safe_name(name: str) -> str:
    """A file name without paths, control signs and signs that turn the direction of writing."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in last if unicodedata.category(c) not in ("Cc", "Cf", "Cs") and c not in UNSAFE)
    return kept.strip(" .") or "original"
