"""Which lines right over a table belong to it? Its name in pointed brackets, and the unit of its figures.

Source: reports and press releases of Korean ministries. Square brackets hold as often the name of a form or an annex.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.markup import Element, ElementRole

NAME = re.compile(r"[<〈《≪]\s?[^<>〈〉《》≪≫]{2,80}\s?[>〉》≫]")
UNIT = re.compile(r"[(\[<]\s?단위\s?[:：][^()\[\]<>]{1,40}[)\]>]")


def with_captions(elements: Sequence[Element]) -> list[Element]:
    """The elements, with what stands over a table as its caption and its remark."""
    found = list(elements)
    for at, element in enumerate(found):
        if element.role is not ElementRole.TABLE:
            continue
        above = at - 1
        if above >= 0 and _is(found[above], UNIT):
            found[above] = _in_role(found[above], ElementRole.REMARK)
            above -= 1
        if above >= 0 and _is(found[above], NAME):
            found[above] = _in_role(found[above], ElementRole.CAPTION)
    return found


def _is(element: Element, form: re.Pattern[str]) -> bool:
    words = element.role in (ElementRole.PARAGRAPH, ElementRole.CAPTION)
    return words and form.fullmatch(element.text.strip()) is not None


def _in_role(element: Element, role: ElementRole) -> Element:
    return replace(element, role=role, level=None)
