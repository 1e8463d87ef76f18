"""Is this raised figure a power or part of a unit, rather than a mark? What stands before it says so.

Surely one: km², 1.8 × 10⁹, R². Perhaps one: x², 10³, f(x)², where a mark of this label that stands elsewhere is the
likelier. What is printed with a bracket, ²⁾, is a mark everywhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.markup import SCRIPT_FIGURES

RAISED = str.maketrans(SCRIPT_FIGURES["sup"])


@dataclass(frozen=True, slots=True)
class Power:
    """What stands before a raised figure that is no mark, and which figures these may be."""

    name: str
    before: re.Pattern[str]
    figures: re.Pattern[str]
    example: str


POWERS: Sequence[Power] = (
    Power("area", re.compile(r"(?<![A-Za-z])(?:[kcdmμ㎛]?m|ft|inch|in|hm)$"), re.compile(r"[23]"), "1,200km²"),
    Power("power of ten", re.compile(r"[×xX✕·∙⋅*]\s?10$"), re.compile(r"\d{1,2}"), "1.8×10⁹"),
    Power("share explained", re.compile(r"(?<!\w)(?:[Rrη]|[χΧ])$"), re.compile(r"2"), "R²"),
    Power("figure in a circle", re.compile(r"[◯○]$"), re.compile(r"\d{1,2}"), "◯³"),
)  # fmt: skip
# Behind these it may be one: a unit, a variable, an accent or index of one, a differential, a function, a figure that
# is no year, a bracket.
PERHAPS = re.compile(
    r"(?:(?<![A-Za-z])(?:[kcmd]?m|ft|CO|d[A-Za-z])|(?<![^\W\d_])[A-Za-z]|[α-ωΑ-Ωϑϕ˙˜¯ˆ¨′₀-₉]"
    r"|\b(?:sin|cos|tan|log|ln|exp)|(?<!(?<!\d)(?:19|20)\d)\d|\))$"
)


def is_power(before: str, printed: str) -> bool:
    """Whether a raised figure is surely none that calls a note. `before` is what its line says before it."""
    return any(power.before.search(before) and power.figures.fullmatch(printed) for power in POWERS)


def may_be_power(before: str, printed: str) -> bool:
    """Whether it may be one."""
    return printed.isdecimal() and PERHAPS.search(before) is not None


def raised(printed: str) -> str:
    """Figures as raised letters: ²."""
    return printed.translate(RAISED)
