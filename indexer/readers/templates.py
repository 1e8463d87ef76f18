"""Which signs in a Markdown text are meant for the program that makes pages of it? They are taken out; lines stay.

Jekyll's and Hugo's tags, kramdown's lists of attributes, the parts of MDX, admonitions, links of wikis. What stands in
code is text, whatever it looks like. Every pattern is bounded, so that a text of openings alone costs its length.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple


class TemplateSign(NamedTuple):
    """A sign of a program, an example, and what it leaves in the text (a group of its pattern, or nothing)."""

    pattern: str
    example: str
    leaves: int = 0


# The beginning of a mark that is none: the parser would look for its end from each anew (60,000 letters took minutes).
_NO_MARK = re.compile(r"\[\^(?![^\s\]]{1,60}\])")
_DEFINITION = re.compile(r"^( {0,3}\[\^[^\]\s]{1,60}\])[ \t]?[:：][ \t]?(?=\S)", re.MULTILINE)  # "[^1] : …" as well
# Raised by Pandoc's signs, or by those of a formula: "열렸다.^1^", "열렸다.$^{1)}$".
_RAISED = re.compile(r"(?<=\S)\^(\d{1,3}\)?|\*{1,3})\^|(?<=\S)\$\^\{?(\d{1,3}\)?)\}?\$")
_WRITTEN = re.compile(r"\^\[")
_UNWRITTEN = re.compile(r"(?<!\S)\^\[|\^\[(?=[^\s\]]{0,12}\])")  # behind a space, or around a word: a pattern, no note
MAX_WRITTEN = 2_000  # notes that stand where they are called: the parser looks for the end of each
_CODE = re.compile(r"^ {0,3}(```+|~~~+)|(?<!`)(`{1,3})(?!`)", re.MULTILINE)
_COMMENT = re.compile(r"\{%-?\s*(end)?comment\s*-?%\}")
_ATTRIBUTE = r"[^<>{}\"']|\"[^\"]{0,500}\"|'[^']{0,500}'|\{[^{}]{0,500}\}|\{\{[^{}]{0,500}\}\}"
SIGNS: tuple[TemplateSign, ...] = (
    TemplateSign(r"\{\{[<%](?:[^<>%{}]|[<>%](?!\}\})){0,800}[>%]\}\}", '{{< figure src="a.png" >}}'),
    TemplateSign(r"\{%(?:[^%]|%(?!\})){0,800}%\}", "{% include toc.html %}"),
    TemplateSign(r"\{\{[^{}\n]{0,400}\}\}", "{{ page.title }}"),
    TemplateSign(r"\{::?[^{}\n]{0,400}\}", "{: .lead}, {:toc}, {::nomarkdown}"),
    TemplateSign(r"^[ \t]*:{3,}(?:[a-z]{0,20}|\{[^{}\n]{0,100}\})[ \t]*(.{0,200})$", ":::note 알림", 1),
    TemplateSign(r"(?<=>)[ \t]*\[!\w{1,20}\][+-]?", "> [!NOTE]"),
    TemplateSign(r"^[ \t]*\[\[?_?TOC_?\]\]?[ \t]*$", "[TOC]"),
    TemplateSign(r"!\[\[[^\[\]\n]{1,300}\]\]", "![[항구.png]]"),
    TemplateSign(r"\[\[(?!\d+\]\])(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\](?!\()", "[[항구|그 항구]]", 1),
    TemplateSign(r"^import\s+(?:[^'\"\n]{1,300}\sfrom\s+)?['\"][^'\"\n]{1,300}['\"];?[ \t]*$", "import A from './a'"),
    TemplateSign(r"^export\s+(?:const|let|default|function)\b[^\n]{0,500}$", "export const a = 1"),
    TemplateSign(rf"</?[A-Z][A-Za-z\d.]{{0,60}}(?:\s(?:{_ATTRIBUTE}){{0,200}})?/?>", "<Box a={1}>"),
)
MDX = TemplateSign(r"\{(?:[^{}]|\{[^{}]{0,200}\}){0,400}\}", "{props.title}, {/* … */}")


def prepared(text: str, name: str) -> str:
    """The text as the parser is to see it: without what is meant for other programs, each line where it was."""
    many = text.count("^[") > MAX_WRITTEN
    parts = (part if is_code else _marked(part, many) for is_code, part in _templated(text, name.lower()))
    return _NO_MARK.sub(r"\\[^", "".join(parts))


def _marked(text: str, many: bool) -> str:
    """Text with its marks as the parser knows them. `many`: too many notes stand where they are called."""
    text = _RAISED.sub(lambda mark: f"<sup>{mark[1] or mark[2]}</sup>", text)
    return (_WRITTEN if many else _UNWRITTEN).sub(r"\\^[", _DEFINITION.sub(r"\1: ", text))


def without_templates(text: str, mdx: bool = False) -> str:
    """The text without the signs of programs, its lines where they were. `mdx`: braces hold code there."""
    return "".join(part for _, part in _templated(text, ".mdx" if mdx else ""))


def _templated(text: str, name: str) -> Iterator[tuple[bool, str]]:
    """The parts of a text, code and others, these without the signs of programs."""
    signs = (*SIGNS, MDX) if name.endswith(".mdx") else SIGNS
    for is_code, part in _parts(_without_comments(text)):
        yield is_code, part if is_code else _without(part, signs)


def _without(text: str, signs: tuple[TemplateSign, ...]) -> str:
    for sign in signs:
        text = re.sub(sign.pattern, _leaving(sign.leaves), text, flags=re.MULTILINE)
    return text


def _leaving(group: int) -> Callable[[re.Match[str]], str]:
    """What a sign leaves: its words, and its line ends."""

    def left(match: re.Match[str]) -> str:
        return match[group] if group else "\n" * match[0].count("\n")

    return left


def _without_comments(text: str) -> str:
    """The text without what stands between a tag that opens a comment and the next that closes one."""
    parts, at, opened = [], 0, None
    for tag in _COMMENT.finditer(text):
        if not tag[1] and opened is None:
            opened = tag.start()
        elif tag[1] and opened is not None:
            parts += [text[at:opened], "\n" * text.count("\n", opened, tag.end())]
            at, opened = tag.end(), None
    return "".join((*parts, text[at:]))


def _parts(text: str) -> list[tuple[bool, str]]:
    """The text parted into code and what is none, in order."""
    parts: list[tuple[bool, str]] = []
    at, ends = 0, _Ends(text)
    while (opening := _CODE.search(text, at)) is not None:
        fence = opening[1] or opening[2]
        end = ends.of_block(opening.end(), fence) if opening[1] else ends.of_line(opening.end(), fence)
        if end is None:
            end = opening.end()
            parts.append((False, text[at:end]))
        else:
            parts += [(False, text[at : opening.start()]), (True, text[opening.start() : end])]
        at = end
    return [*parts, (False, text[at:])]


class _Ends:
    """Where code ends; a fence that no other follows is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._none: set[str] = set()  # fences that do not come again

    def of_block(self, start: int, fence: str) -> int:
        """The end of a block of code: the next line that begins with its fence, else that of the text."""
        if fence[0] in self._none:
            return len(self._text)
        closing = re.compile(rf"^ {{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*$", re.MULTILINE).search(self._text, start)
        if closing is None:
            self._none.add(fence[0])
        return closing.end() if closing else len(self._text)

    def of_line(self, start: int, fence: str) -> int | None:
        """The end of code in a line; None where its paragraph ends before it."""
        paragraph = self._text.find("\n\n", start, start + 2_000)
        limit = paragraph if paragraph >= 0 else min(len(self._text), start + 2_000)
        end = self._text.find(fence, start, limit)
        return None if end < 0 else end + len(fence)
