"""Pages as tests see them."""

from bs4 import BeautifulSoup, Tag
from werkzeug.test import TestResponse


def soup(response: TestResponse) -> BeautifulSoup:
    return BeautifulSoup(response.get_data(as_text=True), "lxml")


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    """The one element that the selector finds."""
    found = page.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)} found"
    return found[0]


def text(element: Tag) -> str:
    return " ".join(element.get_text(" ", strip=True).split())


def said(element: Tag) -> str:
    """What the element says, as one run: no space where the markup has none, and nothing of its links at the margin."""
    copy = BeautifulSoup(str(element), "lxml")
    for grip in copy.select(".grip"):
        grip.decompose()
    return " ".join(copy.get_text().split())
