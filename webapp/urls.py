"""At which address does each page live? Every address of the web app is built here, and nowhere else.

Two kinds are given: paths for links within a page, which begin with the prefix that the archive is served under, and
whole addresses for copying, which begin with the public base address (GAKJU_BASE_URL) or, where there is none, with
the address by which this reader reached the archive.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote, quote_plus, urlencode, urlsplit

from archive.engine import Order
from archive.history import Quotation
from archive.model import Language, slug
from archive.search import MatchMode

COMPLETIONS = "application/x-suggestions+json"  # the form in which browsers take them. Source: OpenSearch Suggestions
SOURCE_NAME = 40  # characters of the words in the address of a source
_PLAIN = re.compile("[0-9a-z@-]+")


class Urls:
    """Builds addresses for one reader. `root` is the path prefix ("" or "/gakju"), `base` the whole address of home."""

    def __init__(self, root: str, base: str, version: str = "") -> None:
        self._root = root.rstrip("/")
        self._base = base.rstrip("/")
        self._version = version

    # Pages

    @property
    def home(self) -> str:
        return f"{self._root}/"

    def search(
        self,
        query: str = "",
        page: int = 1,
        match: MatchMode = MatchMode.MOST,
        order: Order = Order.RELEVANCE,
        exact: bool = False,
        dropped: Sequence[str] = (),
    ) -> str:
        """A page of results. `match` says how many of the words must be there; `dropped` are expansions taken away."""
        return self._searched("/search", {}, query, page, match, order, exact, dropped)

    def match(
        self,
        document: str,
        passage: str | None,
        query: str,
        page: int = 1,
        match: MatchMode = MatchMode.MOST,
        order: Order = Order.RELEVANCE,
        exact: bool = False,
        dropped: Sequence[str] = (),
    ) -> str:
        """A document with what a search matches in it marked, opened at a passage; never copied or cited."""
        fragment = f"#{anchor(passage)}" if passage else ""
        place = {"p": passage or ""}
        return self._searched(_document(document), place, query, page, match, order, exact, dropped) + fragment

    def feed(
        self, query: str = "", match: MatchMode = MatchMode.MOST, exact: bool = False, dropped: Sequence[str] = ()
    ) -> str:
        """The feed of new and changed documents, or of those that a search finds."""
        return self._searched("/feed.atom", {}, query, 1, match, Order.RELEVANCE, exact, dropped)

    def search_description(self, language: Language) -> str:
        """How a browser searches here by itself."""
        return self._path("/opensearch.xml", {"lang": language})

    def _searched(
        self,
        path: str,
        place: dict[str, str],
        query: str,
        page: int,
        match: MatchMode,
        order: Order,
        exact: bool,
        dropped: Sequence[str],
    ) -> str:
        parameters = {
            **place,
            "q": query,
            "match": "" if match is MatchMode.MOST else match.value,
            "sort": "" if order is Order.RELEVANCE else order.value,
            "exact": "1" if exact else "",
            "page": _page(page),
        }
        url = self._path(path, parameters)
        return url + "".join(f"{'&' if '?' in url else '?'}{urlencode({'drop': id_}, safe=':')}" for id_ in dropped)

    def documents(self, order: str = "", page: int = 1, query: str = "") -> str:
        """The list of documents; with a query, of those that it names."""
        return self._path("/documents", {"q": query, "sort": order, "page": _page(page)})

    def document(
        self,
        document: str,
        passage: str | None = None,
        traces: bool = False,
        revision: int | None = None,
        quotation: Quotation | None = None,
    ) -> str:
        """A document; with `passage`, opened at that passage and with it, or the words quoted of it, marked."""
        path = _document(document, revision)
        if passage and not (traces or quotation):
            return f"{self._root}{path}?p={_sent(passage)}#{anchor(passage)}"
        parameters = {"p": passage or "", "traces": "1" if traces else "", **_quoted(quotation)}
        fragment = f"#{anchor(passage)}" if passage else ""
        return self._path(path, parameters) + fragment

    def original(self, document: str, revision: int | None = None) -> str:
        return self._path(f"{_document(document, revision)}/original")

    def original_page(self, document: str, page: int, revision: int | None = None) -> str:
        """The original file of a document, shown at a page of it (counted from 1), where browsers show such files."""
        return self._path(f"{_document(document, revision)}/original/view") + f"#page={page}"

    def form(self, document: str, digest: str) -> str:
        """Another file of a document."""
        return self._path(f"{_document(document)}/forms/{quote(digest, safe='')}")

    def printed(self, document: str, line: int | None = None, revision: int | None = None) -> str:
        """The printed lines of a document, at one of them."""
        return self._path(f"{_document(document, revision)}/lines") + (f"#{line_anchor(line)}" if line else "")

    def history(self, document: str) -> str:
        return self._path(f"{_document(document)}/history")

    def compare(self, document: str, before: int, after: int | None = None) -> str:
        """What differs between a revision and a later one, or the current one."""
        return self._path(f"{_document(document)}/compare", {"from": str(before), "to": str(after or "")})

    def passage(self, address: str, quotation: Quotation | None = None) -> str:
        return self._path(f"/p/{_sent(address)}", _quoted(quotation))

    def reference(self, address: str, form: str, quotation: Quotation | None = None) -> str:
        """The whole address of a reference to a document or a passage, as a file of that form."""
        query = f"?{urlencode(_quoted(quotation), safe='@')}" if quotation else ""
        return f"{self._base}/{'p' if '-' in address else 'd'}/{_sent(address)}/cite/{quote(form)}{query}"

    def whole_original(self, document: str, revision: int | None = None) -> str:
        """The whole address of the original file, where browsers show it."""
        return f"{self._base}{_document(document, revision)}/original/view"

    def lines(self, address: str) -> str:
        """The printed lines that a passage was read from."""
        return self._path(f"/p/{_sent(address)}/lines")

    def canonical(self, address: str, rest: str = "", query: str = "") -> str:
        """The page of an address, with the rest of the path and the query that a request had."""
        kind = "p" if "-" in address else "d"
        return f"{self._root}/{kind}/{_sent(address)}{quote(rest)}" + (f"?{query}" if query else "")

    def sources(
        self, query: str = "", order: str = "", kept: Mapping[str, str] = MappingProxyType({}), page: int = 1
    ) -> str:
        """The list of cited sources, narrowed by what is `kept`: kind, language, outlet, year, document."""
        return self._path("/sources", {"q": query, **kept, "sort": order, "page": _page(page)})

    def source(self, id_: str, name: str, page: int = 1) -> str:
        """A page of a cited source."""
        return self._path(f"/sources/{quote(self.source_name(id_, name))}", {"page": _page(page)})

    def source_of(self, id_: str) -> str:
        """An address that leads to the page of a cited source, with no words in it."""
        return self._path(f"/sources/{quote(id_, safe='')}")

    @staticmethod
    def source_name(id_: str, name: str) -> str:
        """How a source is named in its address: its id, after words that say to people what it is."""
        return f"{slug(name)[:SOURCE_NAME].strip('-')}-{id_}"

    def source_json(self, id_: str) -> str:
        """A cited source, for machines."""
        return self._path(f"/sources/{quote(id_, safe='')}.json")

    def outlet(self, id_: str) -> str:
        return self._path(f"/outlets/{quote(id_, safe='')}")

    def problems(self, document: str = "", code: str = "", page: int = 1) -> str:
        return self._path("/problems", {"document": document, "kind": code, "page": _page(page)})

    def problems_csv(self, document: str = "", code: str = "") -> str:
        return self._path("/problems.csv", {"document": document, "kind": code})

    def saved(self, addresses: Sequence[str] = (), title: str = "", form: str = "") -> str:
        """A list of addresses, in this order; `form` is that of its references."""
        return f"{self._root}/list{_saved(addresses, title, form)}"

    def saved_file(self, name: str, addresses: Sequence[str], title: str = "", form: str = "") -> str:
        """A list as a file."""
        return f"{self._root}/list/cite/{quote(name)}{_saved(addresses, title, form)}"

    @property
    def about(self) -> str:
        return f"{self._root}/about"

    @property
    def help(self) -> str:
        return f"{self._root}/help"

    def static(self, name: str) -> str:
        """A file of the interface; its address changes when any of them does, so that browsers may keep it."""
        return self._path(f"/static/{quote(name)}", {"v": self._version})

    # The same place in another language

    def in_language(self, path: str, parameters: list[tuple[str, str]], language: str) -> str:
        """This very page, in another language."""
        kept = [(name, value) for name, value in parameters if name != "lang"]
        return f"{self._root}{quote(path)}?{urlencode([*kept, ('lang', language)])}"

    # Whole addresses, for copying

    def permalink(self, address: str, quotation: Quotation | None = None) -> str:
        """What is copied and cited, of a passage or a document."""
        query = f"?{urlencode(_quoted(quotation), safe='@')}" if quotation else ""
        return f"{self._base}/{'p' if '-' in address else 'd'}/{_sent(address)}{query}"

    @property
    def whole_passages(self) -> str:
        """What the link of every passage begins with."""
        return f"{self._base}/p/"

    @property
    def whole_home(self) -> str:
        return f"{self._base}/"

    def whole(self, path: str) -> str:
        """The whole address of a page by its path."""
        return self._base + path.removeprefix(self._root)

    @property
    def whole_icon(self) -> str:
        return f"{self._base}/static/icon.svg"

    def sitemap(self, part: int | None = None) -> str:
        """The whole address of the site map, or of a part of it."""
        return f"{self._base}/sitemap{f'-{part}' if part else ''}.xml"

    @property
    def oai(self) -> str:
        """Where libraries harvest."""
        return f"{self._base}/oai"

    @property
    def api_description(self) -> str:
        return f"{self._base}/api/openapi.json"

    def templates(self, language: Language) -> dict[str, str]:
        """Where a browser searches, by what it is answered: OpenSearch fills in what stands in braces."""
        words, lang = "q={searchTerms}", f"lang={language}"
        return {
            "text/html": f"{self._base}/search?{words}&page={{startPage?}}&{lang}",
            "application/atom+xml": f"{self._base}/feed.atom?{words}",
            COMPLETIONS: f"{self._base}/api/completions?{words}&{lang}",
        }

    @property
    def api(self) -> str:
        """Where machines search."""
        return f"{self._base}/api/search"

    @property
    def api_resolve(self) -> str:
        """Where machines ask what became of a permalink."""
        return f"{self._base}/api/resolve"

    def _path(self, path: str, parameters: dict[str, str] | None = None) -> str:
        given = {name: value for name, value in parameters.items() if value} if parameters else None
        return f"{self._root}{path}?{_query(given)}" if given else f"{self._root}{path}"


def _sent(address: str) -> str:
    """An address as it is sent. Nearly all of them are as they are, and a page has a thousand."""
    return address if _PLAIN.fullmatch(address) else quote(address, safe="@")


def _document(document: str, revision: int | None = None) -> str:
    return f"/d/{_sent(document)}@{revision}" if revision else f"/d/{_sent(document)}"


def _saved(addresses: Sequence[str], title: str, form: str) -> str:
    given = [*(("p", one) for one in addresses), *(("title", title),) * bool(title), *(("form", form),) * bool(form)]
    return f"?{urlencode(given, safe='@?=/:')}" if given else ""


def _quoted(quotation: Quotation | None) -> dict[str, str]:
    if quotation is None:
        return {}
    return {"q": str(quotation), **({"to": str(quotation.to)} if quotation.to else {})}


def anchor(passage: str) -> str:
    """The id of a passage's element on its document's page."""
    return f"p-{passage}"


def hit_anchor(document: str, passage: str) -> str:
    """The id of a hit's element among the results."""
    return f"hit-{document}-{passage}"


def line_anchor(line: int) -> str:
    """The id of a printed line's element."""
    return f"line-{line}"


def prefix(base_url: str | None) -> str:
    """The path prefix that a public address asks for: /gakju of https://archive.example.org/gakju."""
    return urlsplit(base_url).path.rstrip("/") if base_url else ""


def _query(parameters: dict[str, str]) -> str:
    """Parameters as `urlencode` writes them. A page repeats the words of its query in a hundred links."""
    return "&".join([f"{name}={'+'.join(map(_word, value.split(' ')))}" for name, value in parameters.items()])


@lru_cache(4096)
def _word(word: str) -> str:
    return quote_plus(word, safe="@")


def _page(page: int) -> str:
    return str(page) if page > 1 else ""
