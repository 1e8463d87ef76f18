"""How does a browser search here by itself? The description of the search, and completions in its form.

Source: OpenSearch 1.1, draft 6; its extension for suggestions, 1.1.
"""

from webapp.search import suggestions
from webapp.site import Frame, Site
from webapp.urls import COMPLETIONS
from webapp.xml_tree import document, element

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
DESCRIPTION = "application/opensearchdescription+xml"


def search_description(frame: Frame) -> bytes:
    """The description, in the reader's language: a short name of 16 characters at most, a description of 1,024."""
    t, urls = frame.t, frame.urls
    roles = {COMPLETIONS: "suggestions"}
    templates = [(kind, roles.get(kind, "results"), where) for kind, where in urls.templates(frame.language).items()]
    templates.append((DESCRIPTION, "self", urls.whole(urls.search_description(frame.language))))
    content = [
        element("ShortName", str(t("search-name"))),
        element("Description", str(t("search-description"))),
        *(element("Url", type=kind, rel=rel, template=template) for kind, rel, template in templates),
        element("Image", urls.whole_icon, width="16", height="16", type="image/svg+xml"),
        *(element("Language", language) for language in ("ko", "en", "ru", "zh")),
        element("InputEncoding", "UTF-8"),
        element("OutputEncoding", "UTF-8"),
    ]
    return document(element("OpenSearchDescription", content, xmlns=NAMESPACE))


def completions(site: Site, frame: Frame, typed: str, limit: int) -> list[object]:
    """What may complete what is typed: that, the queries, a word on each, and the addresses of their results.

    Raises:
        StaleIndex: the index must be built first.
    """
    found = suggestions(site, frame, typed, limit)["suggestions"]
    assert isinstance(found, list)
    queries = [str(one["query"]) for one in found]
    return [
        typed,
        queries,
        [" · ".join(filter(None, (str(one["name"]), one["detail"]))) for one in found],
        [frame.urls.whole(frame.urls.search(query)) for query in queries],
    ]
