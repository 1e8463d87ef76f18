"""What is a reference made of, when it is to be set in type? Runs of text: plain, in italics, or the reader's own day.

Pieces are joined as references are: with a comma and a space, the comma within closing quotation marks, and none after
a question mark; a piece in parentheses follows without one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from archive.text import is_han, is_hangul


class Look(StrEnum):
    """How a run of text is set, or what it is: a browser puts its reader's own day for the day."""

    PLAIN = "plain"
    ITALIC = "italic"
    LINK = "link"
    MARK = "mark"  # the number of a note
    AS_PRINTED = "as-printed"  # what says that a slip stands so in print
    DAY_KO = "day-ko"
    DAY_EN = "day-en"
    BREAK = "break"  # a new line


@dataclass(frozen=True, slots=True)
class Styled:
    """A run of text of one look."""

    text: str
    look: Look = Look.PLAIN


StyledText = tuple[Styled, ...]
NEW_LINE: StyledText = (Styled("\n", Look.BREAK),)


def plain(text: str | None) -> StyledText:
    return (Styled(text),) if text else ()


def italic(text: str | None) -> StyledText:
    """In italics; Hangul and Chinese characters have none, and stand upright. Source: Chicago, chapter 11."""
    if text and any(is_hangul(letter) or is_han(letter) for letter in text):
        return plain(text)
    return (Styled(text, Look.ITALIC),) if text else ()


def text_of(styled: Iterable[Styled]) -> str:
    """The words alone."""
    return "".join(run.text for run in styled)


def join(pieces: Iterable[StyledText]) -> StyledText:
    """The pieces that say something, in one."""
    joined: StyledText = ()
    for piece in pieces:
        if not text_of(piece):
            continue
        if joined:
            opens = text_of(piece).startswith(("(", ";"))
            joined = spaced(joined) if opens else spaced(with_comma(joined))
        joined += piece
    return joined


def spaced(styled: StyledText) -> StyledText:
    return styled + plain(" ")


def ended(styled: StyledText) -> StyledText:
    """With a full stop, unless it ends in one."""
    text = text_of(styled)
    if text.endswith("”"):
        return styled if text[-2:-1] in _ENDS else _before_quotation_mark(styled, ".")
    return styled if text.endswith(".") else styled + plain(".")


_ENDS = tuple(".?!…")


def with_comma(styled: StyledText) -> StyledText:
    text = text_of(styled)
    if text.endswith("”"):
        return styled if text[-2:-1] in "?!," else _before_quotation_mark(styled, ",")
    return styled + plain(",")


def _before_quotation_mark(styled: StyledText, sign: str) -> StyledText:
    *rest, last = styled
    return (*rest, Styled(f"{last.text[:-1]}{sign}”", last.look))
