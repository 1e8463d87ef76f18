"""Which words in a table are figures? Amounts with their signs, brackets and marks; a dash where there is none."""

import re

VALUE = re.compile(r"[(\[]?\s?[-–+±△▲▽▼∆]?\s?[$€£¥₩]?\s?[\d,.]+(?:\s?[%p배])?\s?[)\]]?[*†‡]*|[-–—―…·․*]|N/?A|n/?a")
YEAR = re.compile(r"(?:19|20)\d\d|[’'＇]\d\d")


def is_value(text: str) -> bool:
    """Whether a cell says a figure, or that there is none."""
    return VALUE.fullmatch(text.strip()) is not None


def is_year(text: str) -> bool:
    """Whether a figure is a year: the head of a column, or the label of a row."""
    return YEAR.fullmatch(text.strip()) is not None
