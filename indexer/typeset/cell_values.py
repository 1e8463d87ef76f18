"""Which words in a table are figures? Amounts with their signs, brackets and marks; a dash where there is none."""

import re
from collections.abc import Sequence
from itertools import pairwise

VALUE = re.compile(r"[(\[]?\s?[-–+±△▲▽▼∆]?\s?[$€£¥₩]?\s?[\d,.]+(?:\s?[%p배])?\s?[)\]]?[*†‡]*|[-–—―…·․*]|N/?A|n/?a")
NO_VALUE = re.compile(r"[^\W\d_p배NAna]")  # a letter of none
YEAR = re.compile(r"(?:19|20)\d\d|[’'＇]\d\d")


def is_value(text: str) -> bool:
    """Whether a cell says a figure, or that there is none."""
    return VALUE.fullmatch(text.strip()) is not None


def has_words(printed: str) -> bool:
    """Whether what is printed, marks and all, can be no figure: said without finding its marks and spaces."""
    return NO_VALUE.search(printed) is not None


def is_year(text: str) -> bool:
    """Whether a figure is a year: the head of a column, or the label of a row."""
    return YEAR.fullmatch(text.strip()) is not None


def lead_to_pages(texts: Sequence[str]) -> bool:
    """Whether a column has the page numbers of a list of contents: whole figures that never fall."""
    pages = [text.strip() for text in texts if text.strip()]
    whole = [int(page) for page in pages if page.isdecimal()]
    return len(whole) == len(pages) >= 3 and all(a <= b for a, b in pairwise(whole))
