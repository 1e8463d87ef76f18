"""May a page of another site read an answer? What programs are answered, of an archive that has a public address.

Reading is all there is, and no answer depends on who asks, so that every site may, without cookies. An archive without
a public address is this computer's own: a page that its reader visits elsewhere must not read it (`middleware.hosts`).
Source: the Fetch standard, CORS protocol.
"""

from flask import Request, Response

METHODS = "GET, HEAD, OPTIONS"
OPEN = frozenset({"views.passage_reference", "views.document_reference"})  # beside all that is for programs
EXPOSED = "Content-Disposition, ETag, Link"
KEPT = "86400"  # seconds that a browser may keep what it was allowed


def open_to_pages(request: Request, response: Response) -> Response:
    """The answer, with leave for every page to read it if it is for programs."""
    for_programs = request.blueprint == "programs" or request.endpoint in OPEN or request.path.startswith("/api/")
    if not for_programs or request.method not in METHODS.split(", "):
        return response
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = EXPOSED
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = METHODS
        response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
        response.headers["Access-Control-Max-Age"] = KEPT
    return response
