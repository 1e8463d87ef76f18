"""How does an element look? What is seen of a paragraph beside its words, by which title and headings are known."""

from dataclasses import dataclass

from indexer.markup import Element


@dataclass(frozen=True, slots=True)
class Seen:
    """An element and how it looks."""

    element: Element
    size: float = 0.0
    bold: bool = False
    contents: bool = False  # it leads to a page, as a line of contents does, or its style says it is one
    boxed: bool = False  # alone in a box
    listed: bool = False  # surely a line of the contents


def letters_of(text: str) -> str:
    """The letters and figures of a text, whatever stands between them."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
