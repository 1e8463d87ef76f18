"""Under which path is the archive served? Tells Flask, whether or not the server in front takes the prefix off."""

from collections.abc import Callable, Iterable
from typing import Any

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


class PrefixMiddleware:
    """A WSGI application under a path prefix: requests with it and without it (a proxy took it off) both arrive."""

    def __init__(self, application: Wsgi, prefix: str) -> None:
        self._application = application
        self._prefix = prefix.encode().decode("latin-1")  # as WSGI writes letters of any script: PEP 3333

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not environ.get("SCRIPT_NAME"):
            environ["SCRIPT_NAME"] = self._prefix
            if path == self._prefix or path.startswith(self._prefix + "/"):
                environ["PATH_INFO"] = path[len(self._prefix) :]
        return self._application(environ, start_response)
