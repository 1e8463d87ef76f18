"""Which marks are typed into a text, and how do typed notes begin? The forms of both, line by line.

A number at the head of a line begins a note, or an item; it never calls one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from indexer.markup.cuts import TEXT
from indexer.markup.elements import Element, MarkupReference
from indexer.notes import references

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# How a typed note begins, by the mark that calls it. Group 1 is the label. Source: blogs and institutes' pages.
STARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("paren", re.compile(r"(?:각주|주)?\s?(\d{1,3})\)\s*(?=\S)")),  # 1) 홍길동, 주1) 홍길동
    ("square", re.compile(r"\[(?:각주|주)?\s?(\d{1,3})\]\s*(?=\S)")),  # [1] 홍길동
    ("round", re.compile(r"\((?:각주|주)?\s?(\d{1,3})\)\s*(?=\S)")),  # (1) 홍길동
    ("raised", re.compile(r"([⁰¹²³⁴-⁹]{1,3})[⁾)]?\s*(?=\S)")),  # ¹ 홍길동
    ("dot", re.compile(r"(?:각주|주)?\s?(\d{1,3})[.:]\s+(?=\S)")),  # 1. 홍길동
    ("bare", re.compile(r"(\d{1,3})\s+(?=[^\d\s])")),  # 1 홍길동; only below a heading or a rule
    ("sign", re.compile(r"([*†‡]{1,3})\)?\s*(?=[^\s*])")),  # * 홍길동
)
TYPED = ("word", "paren", "square", "superscript")  # styles of marks that are typed into the text (`indexer.notes`)


def with_typed_marks(element: Element) -> Element:
    """An element with the marks that are typed into its text taken out of it."""
    if element.role not in TEXT:
        return element
    found = list(typed_marks(element.text))
    if not found:
        return element
    text, marks, end = "", [], 0
    for at, mark in found:
        start = at + mark.start
        start -= mark.style == "word" and element.text[start - 1] == "("  # (주1)
        text += element.text[end:start]
        printed = element.text[start : at + mark.end].strip()
        marks.append(MarkupReference(len(text.rstrip()), printed, mark.label, None))
        end = at + mark.end
    return replace(element, text=text + element.text[end:], marks=tuple(marks))


def typed_marks(text: str) -> Iterator[tuple[int, references.NoteMark]]:
    """The marks typed into a text, each with where its line begins; a number at the head of a line calls nothing."""
    at = 0
    for line in text.split("\n"):
        head = max((match.end() for _, pattern in STARTS if (match := pattern.match(line))), default=1)
        for mark in references.find_marks(line):
            if mark.sure and mark.style in TYPED and mark.start >= head:
                yield at, mark
        at += len(line) + 1
