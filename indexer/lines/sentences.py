"""Does a sentence end with this line, or does it lead on to the next? Judged by how the line ends."""

import re

# Abbreviations whose point ends no sentence (Source: Chicago 10.4; the notes of Korean briefs use No., Vol., pp.).
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|No|Vol|Nos|pp?|vs|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|Fig|cf|ed|eds|et al|e\.g|i\.e)\.$"
)
MARK = r"(?:[⁰¹²³⁴-⁹]+|(?:주\s?)?\d{1,3}\)|\[\^?\w{1,4}\]|\d{1,3}|\*{1,3})"  # a note reference after the sentence end
SENTENCE_END = re.compile(rf"[.?!。！？…][”’\"'」』)\]》〉]*\s?{MARK}?[”’\"')]?$")
DATE_TAIL = re.compile(r"\d\.$")  # "(2023." may be half a date


def ends_sentence(text: str, following: str = "") -> bool:
    """A sentence ends with this line. `following` is the next line, which shows half a date for what it is."""
    text = text.rstrip()
    if not SENTENCE_END.search(text) or ABBREVIATION.search(text):
        return False
    return not half_date(text, following)


def half_date(text: str, following: str) -> bool:
    """Its last point is that of a date which goes on in the next line: (2023. | 9. 14)."""
    return following[:1].isdigit() and DATE_TAIL.search(text) is not None


# A line that ends so is the middle of something. Particles that also end nouns (성과, 합의, 보고) tell nothing.
_OPEN_END = re.compile(
    r"[,;:·‘“(\[「『\u00ad-]$|(?:\s|^)(?:및|또는|그리고|the|of|and|to|in|for|a|with|by|on|or)$"
    r"|[가-힣](?:는|은|를|(?<![가마노고])을|으로|며|면서|에서|에게|부터)$"
)
_SENTENCE_INSIDE = re.compile(r"(?:[가-힣][.!]|[가-힣]다\d{1,2}\.|[a-z]{3}\.)\S{0,4}\s")


def is_running_text(text: str) -> bool:
    """The line can be neither a title nor a heading: it breaks off, or a sentence ends within it."""
    return _OPEN_END.search(text) is not None or _SENTENCE_INSIDE.search(text) is not None
