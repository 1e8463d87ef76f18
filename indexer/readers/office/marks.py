"""Which signs belong to a mark? Word prints a note's number; the bracket behind it, "1)", authors type themselves.

A bracket that is raised as the mark is, and stands right beside it, is part of the mark and no text.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.readers.office.flow import NoteAtMark, Part, Words

BEFORE, BEHIND = ("(", "[", "주", "각주"), (")", "]")
# What an author types behind the number of the note itself.
_TYPED = re.compile(r"\s*[)\]]\s*")


def with_signs(parts: Sequence[Part]) -> list[Part]:
    """The parts of a paragraph with the raised brackets beside a mark in the mark."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(last, NoteAtMark) and _is_raised(part, BEHIND) and isinstance(part, Words):
            joined[-1] = replace(last, printed=last.printed + part.text.strip())
        elif isinstance(part, NoteAtMark) and _is_raised(last, BEFORE) and isinstance(last, Words):
            joined[-1] = replace(part, printed=last.text.strip() + part.printed)
        else:
            joined.append(part)
    return joined


def without_sign(text: str) -> str:
    """The text of a note without the bracket that stands behind its number."""
    return _TYPED.sub("", text, count=1) if _TYPED.match(text) else text


def _is_raised(part: Part | None, signs: Sequence[str]) -> bool:
    return isinstance(part, Words) and part.script == "sup" and part.text.strip() in signs
