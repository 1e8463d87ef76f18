"""What does a line of Markdown say? Its text, the marks of notes in it, the notes that it holds itself.

A mark is `[^1]`, a note written in its place (`^[…]`), a raised number, or a number that leads somewhere: to a place
in the text (its note, if something stands there) or to an address, which is its note. Within a note marks stay text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from indexer.markup import BACK, MARK, NAMED, NO_EXPONENT, MarkupReference, TextRun, script_figures

_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_PLACE = re.compile(r"""<\w+\b[^<>]*?\s(?:id|name)\s*=\s*["']?([^\s"'<>]+)""", re.IGNORECASE)
_HREF = re.compile(r"""<a\b[^<>]*?\shref\s*=\s*["']?([^\s"'<>]+)""", re.IGNORECASE)
_NUMBER = re.compile(r"\[?(\d{1,3})\]?")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
REACH = 12  # tokens from the beginning of a raised text or a link to its end


@dataclass(frozen=True, slots=True)
class HeldNote:
    """A note that stands where it is called."""

    key: str
    label: str
    text: str


@dataclass(slots=True)
class InlineText:
    """A text with its marks; `places` are the ids at the head of its lines, by line."""

    text: str = ""
    marks: tuple[MarkupReference, ...] = ()
    notes: list[HeldNote] = field(default_factory=list)
    places: list[tuple[int, str]] = field(default_factory=list)


class InlineReader:
    """Reads the inline tokens of one text. `written` holds the notes that stand in their places, by their ids."""

    def __init__(self, written: dict[int, list[Token]], labels: set[str]) -> None:
        self._written = written
        self._labels = labels  # that notes of the text bear already

    def read(self, tokens: Sequence[Token], in_note: bool = False) -> InlineText:
        """The text of tokens, a line feed where a line breaks."""
        found, run, line, at = InlineText(), TextRun(), 0, 0
        while at < len(tokens):
            token = tokens[at]
            inner = [] if in_note else _inner(tokens, at)
            if token.type in ("softbreak", "hardbreak") or (
                token.type == "html_inline" and _BREAK.match(token.content)
            ):
                line += run.end_line()
            elif token.type == "footnote_ref":
                self._note(token, run, found, in_note)
            elif inner and self._mark(tokens[at : at + len(inner) + 2], run, found, tokens[at + len(inner) + 2 :][:1]):
                at += len(inner) + 1
            elif token.type == "html_inline" and (place := _PLACE.match(token.content)) and _at_head(run):
                found.places.append((line, place[1]))
            elif token.type in ("text", "code_inline", "image"):
                run.add(token.content)
            at += 1
        found.text, found.marks = run.finish()
        return found

    def _note(self, token: Token, run: TextRun, found: InlineText, in_note: bool) -> None:
        label = token.meta.get("label")
        if label is not None and in_note:
            run.add(f"[^{label}]")
        elif label is not None:
            run.mark(f"[^{label}]", str(label), str(label))
        else:
            text = self.read(self._written.get(token.meta["id"], ()), in_note=True).text
            self._hold(f"written {token.meta['id']}", self._next_label(), text, run, found)

    def _hold(self, key: str, label: str, text: str, run: TextRun, found: InlineText) -> None:
        run.mark(label, label, key)
        found.notes.append(HeldNote(key, label, text))

    def _next_label(self) -> str:
        number = len(self._labels) + 1
        while str(number) in self._labels:
            number -= 1
        self._labels.add(str(number))
        return str(number)

    def _mark(self, tokens: Sequence[Token], run: TextRun, found: InlineText, following: Sequence[Token]) -> bool:
        """Takes a raised text or a link for a mark, or a way back, if it is one; else leaves it."""
        printed = "".join(token.content for token in tokens if token.type in ("text", "code_inline")).strip()
        href = next(filter(None, map(_target, tokens)), "")
        raised = any(token.content[:4].lower() == "<sup" for token in tokens)
        mark, before = MARK.fullmatch(printed), "".join(run.parts[-3:])
        if BACK.fullmatch(printed) and href.startswith("#"):
            return True
        if _at_head(run):
            return raised and self._head(tokens, printed, run, found)
        if mark is None or not (mark[1].isdigit() or mark[1][0] in "*†‡"):
            return raised and self._figures(printed, run)
        if href.startswith("#") and (raised or printed != mark[1] or NAMED.search(href)):
            run.mark(printed, mark[1], href)
        elif (
            href.startswith(("http://", "https://"))
            and _NUMBER.fullmatch(printed)
            and not (before[-1:].isalnum() and printed == mark[1] and following and following[0].content[:1].isalnum())
        ):  # within a word: 제[1]조
            self._hold(f"link {mark[1]} {href}", mark[1], href, run, found)
        elif raised and not href and (NO_EXPONENT.search(before) or printed != mark[1]):
            run.mark(printed, mark[1], None)
        else:
            return raised and self._figures(printed, run)
        return True

    @staticmethod
    def _head(tokens: Sequence[Token], printed: str, run: TextRun, found: InlineText) -> bool:
        """A raised number at the head of a line, which may begin a note there."""
        found.places += [
            (run.parts.count("\n"), place[1]) for token in tokens if (place := _PLACE.match(token.content))
        ]
        run.add(f"{printed.translate(_RAISED) if printed.isdigit() else printed} ")
        return True

    @staticmethod
    def _figures(printed: str, run: TextRun) -> bool:
        run.add(script_figures("sup", printed) or printed)
        return True


def _at_head(run: TextRun) -> bool:
    """Whether nothing stands in the line yet."""
    return not run.parts or run.parts[-1] == "\n"


def _target(token: Token) -> str:
    if token.type == "link_open":
        return str(token.attrs.get("href", ""))
    found = _HREF.match(token.content) if token.type == "html_inline" else None
    return found[1] if found else ""


def _inner(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """What stands between the beginning of a raised text or a link and its end, if that is near; else nothing."""
    token = tokens[at]
    opening = token.content.lower() if token.type == "html_inline" else ""
    raised, linked = opening.startswith("<sup"), token.type == "link_open" or _HREF.match(opening) is not None
    for end in range(at + 1, min(at + REACH, len(tokens)) if raised or linked else 0):
        closing = tokens[end].content.lower() if tokens[end].type == "html_inline" else tokens[end].type
        if closing == ("</sup>" if raised else "</a>" if opening else "link_close"):
            return tokens[at + 1 : end]
        if "break" in closing:
            return ()
    return ()


def places_in(html: str) -> Iterator[tuple[int, str]]:
    """The ids in a block of tags, each with its line."""
    for count, line in enumerate(html.split("\n")):
        if (place := _PLACE.search(line)) is not None:
            yield count, place[1]
