"""How are machines answered? The results of a search as JSON: hits, how the query was understood, and the counts."""

from archive.errors import QueryError
from archive.query import message
from archive.search import Results, SearchOptions
from webapp.site import Site
from webapp.urls import Urls


def search_json(site: Site, urls: Urls, options: SearchOptions) -> dict[str, object]:
    """The answer of /api/search; facets where hits were to be counted: those of `uncertain` where there are only such.

    Raises:
        QueryError: there is nothing in the query to look for.
        StaleIndex: the index must be built first.
    """
    found = site.search.search(options)
    refuse_nothing(found)
    hints = [{"code": hint.code, "message": message(hint, "en")} for hint in found.query.hints]
    return {
        "query": options.text,
        "read_as": str(found.query),
        "hints": hints,
        "match": options.match.value,
        "sort": options.order.value,
        "exact": options.exactly,
        "dropped": sorted(options.dropped),
        "understood": found.understood(),
        **site.search.named_json(found.query, urls.permalink),
        "passages": found.passages,
        "documents": found.documents,
        "too_few_words": found.guarded,
        "results": [hit.as_json(urls.permalink(hit.address)) for hit in found.hits],
        "uncertain": [hit.as_json(urls.permalink(hit.address)) for hit in found.doubtful_hits],
        "uncertain_passages": found.doubtful_passages,
        **({"facets": site.search.facets(found)} if options.facet_counts else {}),
    }


def refuse_nothing(found: Results) -> None:
    """Raises QueryError if there is nothing in the query to look for; it says why."""
    if found.query.root is None:
        hint = found.query.hints[-1] if found.query.hints else None
        said = message(hint, "en") if hint else "there is no word to look for: type a word or a name"
        raise QueryError(said, hint.code if hint else "no-word")
