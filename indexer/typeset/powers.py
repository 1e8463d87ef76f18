"""Is this raised figure a power or part of a unit, rather than a mark? What stands before it says so.

Surely one: km², 1.8 × 10⁹, R². Perhaps one: x², 10³, f(x)², E = mc², and whatever stands at a letter of a typeface that
only formulas are set in: a mark of this label that stands elsewhere is the likelier, and where it calls no note, it is
text. What is printed with a bracket, ²⁾, is a mark everywhere.
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
    Power("area", re.compile(r"(?<![A-Za-z])(?:[kcdmμ㎛]?m|ft|inch|hm)$|\d\s?in$"), re.compile(r"[23]"), "1,200km²"),
    Power("power of ten", re.compile(r"[×xX✕·∙⋅*]\s?10$"), re.compile(r"\d{1,2}"), "1.8×10⁹"),
    Power("share explained", re.compile(r"(?<!\w)(?:[Rrη]|[χΧ])$"), re.compile(r"2"), "R²"),
    Power("figure in a circle", re.compile(r"[◯○]$"), re.compile(r"\d{1,2}"), "◯³"),
)  # fmt: skip
# Behind these it may be one: a unit, a variable, an accent or index of one, a differential, a function, a figure that
# is no year, a bracket, a bar, an operator.
PERHAPS = re.compile(
    r"(?:(?<![A-Za-z])(?:[kcmd]?m|ft|CO|d[A-Za-z])|(?<![^\W\d_])[A-Za-z]|[α-ωΑ-Ωϑϕ˙˜¯ˆ¨′₀-₉|‖∂∇∑∏∫√]"
    r"|\b(?:sin|cos|tan|log|ln|exp)|(?<!(?<!\d)(?:19|20)\d)\d|\))$"
)
# Several variables behind an operator: E = mc, y = a + bx; behind the power of one: m²c. Words hardly ever stand there.
PRODUCT = re.compile(r"(?:[=+−±×·∝<>≤≥≈∼]\s?[A-Za-z]{2,3}|[²³⁴][A-Za-z]{1,3})$")
ACRONYM = re.compile(r"[A-Z]{2,}$")  # = GDP
# A unit that is counted, squared or so. Source: BIPM, The International System of Units.
UNIT = re.compile(r"(?:(?<![A-Za-z])kg|(?:\d\s?|[/·]\s?)(?:[nμmkMGT]?(?:Hz|eV|Pa|mol|rad|bar|[msgJWVANTL])))$")
UNIT_POWERS = "234"
# Typefaces in which nothing but formulas is set. Source: the math typefaces of TeX (CTAN), Word, Hangul and OpenType.
FORMULA_TYPEFACE = re.compile(
    r"CM(?:MI|SY|EX|MIB|BSY)\d*|MS[AB]M\d*|EU[FSR][MB]\d*|(?:r?tx|px|n(?:ew)?[tp]x)(?:mi|sy|ex|mib)\w*|MT(?:MI|SY|EX)\w*|LM(?:MI|SY|EX)\w*"
    r"|.*(?:Math(?!ematica\b)|MathematicalPi|EQN|hwpEQ).*|MTExtra|Euclid(?:Symbol|Extra|Fraktur).*",
    re.IGNORECASE,
)


def is_formula_typeface(name: str) -> bool:
    """Whether only formulas are set in a typeface of this name."""
    return FORMULA_TYPEFACE.fullmatch(name.replace(" ", "").replace("-", "")) is not None


def is_power(before: str, printed: str) -> bool:
    """Whether a raised figure is surely none that calls a note. `before` is what its line says before it."""
    return any(power.before.search(before) and power.figures.fullmatch(printed) for power in POWERS)


def may_be_power(before: str, printed: str) -> bool:
    """Whether it may be one."""
    if not printed.isdecimal():
        return False
    product = PRODUCT.search(before) and not ACRONYM.search(before)
    unit = printed in UNIT_POWERS and UNIT.search(before)
    return bool(PERHAPS.search(before) or product or unit)


def raised(printed: str) -> str:
    """Figures as raised letters: ²."""
    return printed.translate(RAISED)
