"""How are the words of passages quoted? In quotation marks, letter for letter, with their note numbers or without.

The words stay as they are printed: marks inside them are not turned into others. Cells of a table's row are parted by
strokes. [원문대로] says that what looks like a slip stands so in print.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.citing.styled import Look, Styled, StyledText, plain
from archive.model import Language, NoteRef, Span

CELLS = " / "
AS_PRINTED = {"ko": "[원문대로]", "en": "[sic]"}


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A passage's text, the span of it that is quoted, and its note references (offsets into the text)."""

    text: str
    span: Span
    refs: Sequence[NoteRef] = ()


def quoted_words(
    passages: Iterable[QuotedPassage], marks: bool = False, as_printed: Language | None = None
) -> StyledText:
    """“…”; passages are parted by a space. Note numbers stand as printed, if they are kept."""
    words: list[Styled] = [Styled("“")]
    for n, passage in enumerate(passages):
        words += [*(plain(" ") if n else ()), *_runs(passage, marks)]
    said = (Styled(f" {AS_PRINTED[as_printed]}", Look.AS_PRINTED),) if as_printed else ()
    return (*words, *said, Styled("”"))


def _runs(passage: QuotedPassage, marks: bool) -> Iterator[Styled]:
    at, end = passage.span
    for ref in passage.refs if marks else ():
        if at < ref.offset <= end:
            yield from plain(_on_one_line(passage.text[at : ref.offset]))
            yield Styled(ref.printed, Look.MARK)
            at = ref.offset
    yield from plain(_on_one_line(passage.text[at:end]))


def _on_one_line(text: str) -> str:
    return text.replace("\t", CELLS).replace("\n", " ")
