"""What does a file say of itself in its head? The head of a web page and the front matter of Markdown, as elements."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup

from archive.errors import SourceError
from archive.model import not_taken_in
from indexer.markup import Element, ElementRole, attribute
from indexer.readers.frontmatter import KEY, MarkdownHead, front_matter

# The values of a page's head that are catalogue data; `indexer.assembly.markup` says which is which.
META = re.compile(
    r"citation_\w+|dc(terms)?[.:][\w.]+|og:\w+|article:\w+|author|date|publisher|language|pubdate|content-language"
)
MAX_META, MAX_VALUE = 200, 2_000  # values; characters of one
# Keys of front matter, and the names that a page's head gives the same values, which `indexer.assembly.markup` knows.
KEYS = {
    "title": "citation_title", "author": "citation_author", "authors": "citation_author",
    "affiliation": "citation_author_institution", "institute": "citation_author_institution",
    "publisher": "citation_publisher", "series": "citation_series_title",
    "number": "citation_technical_report_number", "date": "citation_publication_date",
    "published": "citation_publication_date", "pubdate": "citation_publication_date",
    "publishdate": "citation_publication_date", "publish_date": "citation_publication_date",
    "publishedat": "citation_publication_date", "published_at": "citation_publication_date",
    "datepublished": "citation_publication_date", "date_published": "citation_publication_date",
    "created": "pubdate", "created_at": "pubdate", "createdat": "pubdate", "lang": "citation_language",
    "language": "citation_language",
    "rights": "dc.rights", "license": "dc.rights", "url": "citation_public_url", "제목": "citation_title",
    "저자": "citation_author", "소속": "citation_author_institution", "발행처": "citation_publisher",
    "총서명": "citation_series_title", "번호": "citation_technical_report_number",
    "발행일": "citation_publication_date", "작성일": "citation_publication_date",
    "게시일": "citation_publication_date",
    "날짜": "citation_publication_date", "글쓴이": "citation_author", "지은이": "citation_author",
    "작성자": "citation_author", "언어": "citation_language",
}  # fmt: skip


def page_metadata(soup: BeautifulSoup) -> Iterator[Element]:
    """The catalogue data of a page's head."""
    if soup.html is not None and (language := attribute(soup.html, "lang") or attribute(soup.html, "xml:lang")):
        yield Element(ElementRole.META, language[:MAX_VALUE], name="html:lang")
    for tag in soup.find_all(["title", "meta", "link"], limit=MAX_META):
        name = attribute(tag, "name") or attribute(tag, "property") or attribute(tag, "http-equiv")
        value = attribute(tag, "content")
        if tag.name == "title":
            name, value = "title", tag.get_text()
        elif tag.name == "link":
            name, value = attribute(tag, "rel"), attribute(tag, "href")
        value = " ".join(value[:MAX_VALUE].split())
        known = name in ("title", "canonical") if tag.name != "meta" else META.fullmatch(name.lower())
        if known and value:
            yield Element(ElementRole.META, value, name=name.lower())


def markdown_metadata(found: MarkdownHead) -> Iterator[Element]:
    """The catalogue data in the front matter of a Markdown text.

    Raises:
        SourceError: a key that is not taken in.
    """
    for key in KEY.findall(found.content):
        if refused := not_taken_in(key.lower()):
            raise SourceError(f"its front matter cannot be used: {refused}")
    for key, value in front_matter(found):
        if (name := KEYS.get(key.lower())) is not None:
            yield Element(ElementRole.META, value, name=name)


def dated_name(name: str) -> Iterator[Element]:
    """The date that the name of a post gives it where its front matter gives none. Source: Jekyll's posts."""
    if dated := re.match(r"(\d{4}-\d\d-\d\d)-", name):
        yield Element(ElementRole.META, dated[1], name="pubdate")
