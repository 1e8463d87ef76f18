"""What surrounds every page? The reader's language, the addresses, and the archive that is served."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from flask import Response, current_app, g, make_response, render_template, request

from archive.citing import Outlets
from archive.model import Language
from archive.open import Archive
from archive.search import Search
from archive.settings import Settings
from archive.sources import SourceCatalogue
from archive.store import Store
from webapp.assets import Assets
from webapp.languages import COOKIE, REMEMBERED, choose, other
from webapp.memory import Memory
from webapp.texts import Texts
from webapp.urls import Urls

EXTENSION = "gakju"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Site:
    """The archive that is served, opened once and shared by all requests."""

    settings: Settings
    archive: Archive
    assets: Assets
    release: str  # changes with every file of the program
    memory: Memory = field(default_factory=Memory)

    @property
    def store(self) -> Store:
        return self.archive.store

    @property
    def search(self) -> Search:
        return self.archive.search


@dataclass(frozen=True, slots=True)
class Frame:
    """One reader's surroundings. `public` says whether copied links work on other computers."""

    language: Language
    t: Texts
    urls: Urls
    public: bool
    switch: str
    outlets: Outlets  # by which names of outlets are known
    day: str  # today, where the archive is served; ISO 8601. A browser puts its reader's own day for it


@dataclass(frozen=True, slots=True)
class View:
    """The document that is read, as of a revision (None: today's text): links within it lead to that text."""

    frame: Frame
    revision: int | None = None

    def open_at(self, document: str, passage: str | None = None) -> str:
        """The document, at one of its passages."""
        return self.frame.urls.document(document, passage, revision=self.revision)


def current_site() -> Site:
    """The archive of the application that is answering."""
    found: Site = current_app.extensions[EXTENSION]
    return found


def current_generation() -> str:
    """The state of the archive when this request came: what is read from now on is at least as new."""
    if "generation" not in g:
        g.generation = current_site().store.generation()
    found: str = g.generation
    return found


def recall(name: str, make: Callable[[], T]) -> T:
    """What is the same for every reader in the present state of the archive, made once."""
    return current_site().memory.recall(current_generation(), name, make)


def cited_sources(site: Site, frame: Frame) -> SourceCatalogue:
    """The sources and outlets that notes cite in the present state of the archive."""
    return recall("sources", lambda: site.archive.sources.catalogue(frame.outlets))


def current_frame() -> Frame:
    """The surroundings of the request that is being answered."""
    if "frame" not in g:
        site = current_site()
        language = choose(request.args.get("lang"), request.cookies.get(COOKIE), request.accept_languages)
        urls = Urls(request.script_root, site.settings.base_url or request.url_root, site.assets.version)
        switch = urls.in_language(request.path, list(request.args.items(multi=True)), other(language))
        g.frame = Frame(
            language,
            Texts(language),
            urls,
            site.settings.base_url is not None,
            switch,
            site.archive.knowledge.outlets,
            date.today().isoformat(),
        )
    found: Frame = g.frame
    return found


def show(template: str, page: object, status: int = 200) -> Response:
    """A page, rendered."""
    frame = current_frame()
    html = render_template(template, page=page, frame=frame, t=frame.t, urls=frame.urls)
    return make_response(html, status)


def remember_language(response: Response) -> Response:
    """Keeps a language that was asked for; says that pages differ by language, which static files do not."""
    if request.endpoint == "static":
        return response
    chosen = request.args.get("lang")
    if chosen is not None and chosen == current_frame().language != request.cookies.get(COOKIE):
        path = request.script_root or "/"
        response.set_cookie(COOKIE, chosen, max_age=REMEMBERED, path=path, samesite="Lax", httponly=True)
    response.vary.update(("Accept-Language", "Cookie"))
    return response


def cite_as(response: Response, permalink: str) -> Response:
    """Says by which address the page is cited. Source: RFC 8574."""
    response.headers["Link"] = f'<{permalink}>; rel="cite-as"'
    return response
