"""Which lines begin an article or a clause of a law? Known by their numbers, which count up, not by the line above.

A law is set in full lines, so that the end of an article may look like the middle of a paragraph; and a line may begin
with the name of another article (제5조에 따른, 제5조 및 제6조), which begins none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.lines import TextLine

_TITLE = r"\s?[(（][^()（）]{1,60}[)）]"
# What goes on from the name of an article to its part, to the next name, or with a particle.
_NAMED = r"(?!\s?(?:및|또는|내지|제\s?\d|본문|단서|각\s?호|전단|후단|부터|까지|에\s|의\s|[,ㆍ·]))"
ARTICLE = re.compile(
    rf"제\s?(?P<n>\d{{1,4}})\s?조(?:\s?의\s?(?P<sub>\d{{1,3}}))?(?:(?P<title>{_TITLE})|{_NAMED}(?=\s|[①-⑮]|$))"
)
_CLAUSE = re.compile(r"[①-⑳]")
FEWEST = 2  # articles that make a law


@dataclass(frozen=True, slots=True)
class Articles:
    """Numbers of the lines that begin an article, and of those that begin a clause of one."""

    articles: frozenset[int] = frozenset()
    clauses: frozenset[int] = frozenset()


def find_articles(lines: Sequence[TextLine]) -> Articles:
    """The articles and clauses among the lines; none where no law is printed."""
    articles: set[int] = set()
    clauses: set[int] = set()
    reached, clause = (0, 0), 0
    for i, line in enumerate(lines):
        place = _begun(line, lines[i - 1] if i else None, reached)
        if place is not None:
            articles.add(line.number)
            reached, clause = place, 0
        elif articles and _value(line.text[:1]) == clause + 1 > 1:
            clauses.add(line.number)
        if articles:
            clause = _last_clause(line.text, clause)
    return Articles(frozenset(articles), frozenset(clauses)) if len(articles) >= FEWEST else Articles()


def _begun(line: TextLine, above: TextLine | None, reached: tuple[int, int]) -> tuple[int, int] | None:
    """The number of the article that the line begins: the next one, or any after the end of a sentence."""
    match = ARTICLE.match(line.text)
    if match is None:
        return None
    place = (int(match["n"]), int(match["sub"] or 1))
    follows = place in ((reached[0] + 1, 1), (reached[0], reached[1] + 1))
    free = above is None or above.ends_sentence or above.gap > 0 or line.gap > 0
    return place if follows or (free and (match["title"] or place > reached or place == (1, 1))) else None


def _value(sign: str) -> int:
    return ord(sign) - ord("①") + 1 if sign and _CLAUSE.match(sign) else 0


def _last_clause(text: str, clause: int) -> int:
    """The clause that is open at the end of a line: those that count on from the last one."""
    for sign in _CLAUSE.findall(text):
        clause = clause + 1 if _value(sign) == clause + 1 else clause
    return clause
