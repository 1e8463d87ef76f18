"""How do quotations stand in a manuscript, one after the other? Each with its reference, as plain text or as Markdown.

Markdown keeps italics, links and the numbers of notes; what would be a sign of its own is escaped. Source: CommonMark
0.31, 2.4 and 5.2.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from archive.citing.styled import Look, Styled, StyledText, text_of

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class QuotedEntry:
    """Words, in their quotation marks, with their reference and the lines that must stand below it."""

    words: StyledText
    reference: StyledText
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ManuscriptForm:
    """A form of a whole list: its ending and media type; it is written of a title ("" for none) and entries."""

    id: str
    name: str
    suffix: str
    media_type: str
    write: Callable[[str, Sequence[QuotedEntry]], str]


def plain_text(title: str, entries: Sequence[QuotedEntry]) -> str:
    """The title, and each entry as a paragraph."""
    return _paragraphs(title, (_entry(one, text_of) for one in entries))


def markdown(title: str, entries: Sequence[QuotedEntry]) -> str:
    """The title as a heading, and the entries as a numbered list."""
    numbered = (
        f"{n}. " + _entry(one, _marked).replace("\n", f"  \n{' ' * len(f'{n}. ')}") for n, one in enumerate(entries, 1)
    )
    return _paragraphs(f"# {_escaped(title)}" if title else "", numbered)


def _paragraphs(title: str, entries: Iterable[str]) -> str:
    return "".join(f"{one}\n\n" for one in (title, *entries) if one).rstrip("\n") + "\n"


def _entry(one: QuotedEntry, write: Callable[[StyledText], str]) -> str:
    first = " ".join(filter(None, (write(one.words), write(one.reference))))
    return "\n".join((first, *(write((Styled(remark),)) for remark in one.remarks)))


def _marked(styled: StyledText) -> str:
    return "".join(map(_run, styled))


def _run(run: Styled) -> str:
    if run.look is Look.LINK and run.text.startswith(("https://", "http://")):
        return f"<{run.text}>"  # within these nothing is escaped
    return _WRITTEN.get(run.look, "{}").format(_escaped(run.text))


def _escaped(text: str) -> str:
    """Signs within a line; an entry begins with a quotation mark or a name, never with a sign of a list."""
    return _SIGNS.sub(r"\\\1", text)


_WRITTEN = {Look.ITALIC: "*{}*", Look.MARK: "<sup>{}</sup>"}

MANUSCRIPT_FORMS = (
    ManuscriptForm("text", "TXT", "txt", "text/plain; charset=utf-8", plain_text),
    ManuscriptForm("markdown", "Markdown", "md", "text/markdown; charset=utf-8", markdown),
)
