"""Who answers a browser? The web application: requests into calls of the archive, results into pages.

Nothing happens on import: `create_app` opens the archive that the settings name.
"""

from pathlib import Path

from flask import Flask, Response, request

from archive.open import Archive
from archive.settings import Settings
from webapp import errors
from webapp.assets import Assets
from webapp.components import copy, facts, grip, quotable, unit, words
from webapp.compression import compress_text
from webapp.help import short_help
from webapp.cross_origin import open_to_pages
from webapp.middleware import PrefixMiddleware, bound_time
from webapp.program_views import blueprint as programs
from webapp.site import EXTENSION, Site, remember_language
from webapp.template_cache import keep_code
from webapp.urls import prefix
from webapp.validators import release
from webapp.views import blueprint

SECONDS = 10.0  # that a request may take
BODY = 65_536  # bytes; nothing is ever sent to this server but addresses

# What a browser heeds of a style or a script, too: all the rest is for what it shows, and a third of a small script.
PARTS = ("text/css", "text/javascript")
OF_PARTS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# No page needs anything but its own style, script and images; no other page may frame it or send it forms.
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    **OF_PARTS,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def create_app(settings: Settings) -> Flask:
    """The web application over the archive of these settings.

    Raises:
        StoreError, TermError, OutletError: the archive cannot be opened.
    """
    app = Flask(__name__, static_folder=None, template_folder="templates")
    app.config.update(MAX_CONTENT_LENGTH=BODY)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    keep_code(app.jinja_env, Path(app.root_path) / "templates")
    app.jinja_env.globals.update(
        short_help=short_help, copy=copy, facts=facts, grip=grip, quotable=quotable, unit=unit, words=words
    )
    archive, assets = Archive.open(settings), Assets(Path(app.root_path) / "static")
    app.extensions[EXTENSION] = Site(settings, archive, assets, release())
    app.add_url_rule("/static/<name>", "static", lambda name: assets.answer(name, request))
    app.register_blueprint(blueprint)
    app.register_blueprint(programs)
    errors.register(app)
    bound_time(app, SECONDS)
    app.after_request(remember_language)
    app.after_request(secure)
    app.after_request(lambda response: compress_text(request, response))
    if settings.base_url:
        app.after_request(lambda response: open_to_pages(request, response))
    if path := prefix(settings.base_url):
        app.wsgi_app = PrefixMiddleware(app.wsgi_app, path)  # type: ignore[method-assign]
    return app


def secure(response: Response) -> Response:
    """Every answer carries the headers of safety; one that has its own keeps it."""
    for name, value in (OF_PARTS if response.mimetype in PARTS else HEADERS).items():
        response.headers.setdefault(name, value)
    return response
