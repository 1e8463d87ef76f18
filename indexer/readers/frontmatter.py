"""What stands in the front matter of a Markdown text? Its keys and values, be it YAML, TOML or JSON, as far as needed.

Of YAML the part that catalogue data needs: values, lists, texts over several lines, and of a person the name. TOML
(between lines of +++) and JSON (one object) are read whole. What is written between two lines of hyphens and has no
key is text.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

Pairs = Iterator[tuple[str, str]]
MAX_FRONT = 1_000  # lines looked at for the end
FENCES = {"---": ("---", "..."), "+++": ("+++",), "{": ("}",)}
KEY = re.compile(r"""^[\s"'-]*(\w+)["']?\s*[:=]""", re.MULTILINE)  # whatever its value
_KEYED = re.compile(r"([^\s:#-][^:]{0,40}?)\s*:(?:\s+(.*))?")
_FIRST = re.compile(r"(?:title|layout|date|author|제목|저자)\s*:\s", re.IGNORECASE)
_ITEM = re.compile(r"\s*-\s+(.*)")
_NAME = re.compile(r"\s*name\s*:\s+(.*)")
_FOLDED = re.compile(r"[|>][+-]?\d?")
_COMMENT = re.compile(r"\s+#.*$")


@dataclass(frozen=True, slots=True)
class MarkdownHead:
    """The head of a text: the sign of its language, what stands in it, how many lines it takes."""

    fence: str  # "---" YAML, "+++" TOML, "{" JSON
    content: str
    lines: int


def find_front_matter(lines: list[str]) -> MarkdownHead | None:
    """The front matter that a text begins with; None where it has none, or none that ends."""
    start = next((at for at, line in enumerate(lines[:MAX_FRONT]) if line.strip()), len(lines))
    first = lines[start].rstrip() if start < len(lines) else ""
    if first in FENCES:
        return _fenced(lines, start, first)
    return _titled(lines, start) if first.startswith("% ") else _unopened(lines, start)


def _fenced(lines: list[str], start: int, fence: str) -> MarkdownHead | None:
    for end in range(start + 1, min(start + MAX_FRONT, len(lines))):
        if lines[end].rstrip() in FENCES[fence]:
            inner = lines[start : end + 1] if fence == "{" else lines[start + 1 : end]
            content = "\n".join(inner)
            return MarkdownHead(fence, content, end + 1) if KEY.search(content) else None
    return None


def _unopened(lines: list[str], start: int) -> MarkdownHead | None:
    """YAML that a line of hyphens closes and none opens, as Hexo writes it: its first key says what a head says."""
    if not _FIRST.match(lines[start] if start < len(lines) else ""):
        return None
    for end in range(start, min(start + MAX_FRONT, len(lines))):
        if lines[end].rstrip() == "---":
            return MarkdownHead("---", "\n".join(lines[start:end]), end + 1)
        if not (_KEYED.fullmatch(lines[end].rstrip()) or _ITEM.match(lines[end])):
            return None
    return None


def _titled(lines: list[str], start: int) -> MarkdownHead:
    """Pandoc's head: lines that begin with a percent sign give the title, the authors and the date."""
    names = ("title", "author", "date")
    count = next((n for n, line in enumerate(lines[start : start + 3]) if not line.startswith("%")), 3)
    given = zip(names, lines[start : start + count], strict=False)
    return MarkdownHead("---", "\n".join(f"{name}: {line[1:].strip()}" for name, line in given), start + count)


def front_matter(found: MarkdownHead) -> Pairs:
    """Keys and values of front matter, a pair for each value of a list. What is no TOML or JSON gives none."""
    if found.fence == "---":
        yield from _yaml(found.content)
        return
    try:
        values = tomllib.loads(found.content) if found.fence == "+++" else json.loads(found.content)
    except (ValueError, RecursionError):
        return
    for key, value in values.items() if isinstance(values, dict) else ():
        for one in value if isinstance(value, list) else (value,):
            named = one.get("name") if isinstance(one, dict) else one
            if named is not None and not isinstance(named, dict | list | bool):
                yield from _values(str(key), str(named))


def _yaml(content: str) -> Pairs:
    key = ""
    folded: list[str] = []
    for line in content.split("\n"):
        if folded and line.startswith((" ", "\t")):
            folded.append(line.strip())
            continue
        if folded[1:]:
            yield key, " ".join(folded[1:])
        folded = []
        if key and (item := _ITEM.match(line) or _NAME.match(line)) is not None:
            person = _NAME.match(item[1])
            nested = person is None and _KEYED.fullmatch(item[1]) is not None and item.re is _ITEM
            yield from () if nested else _values(key, person[1] if person else item[1])
        elif (keyed := _KEYED.fullmatch(line.rstrip())) is not None:
            key, value = keyed[1].strip(), (keyed[2] or "").strip()
            folded = [""] if _FOLDED.fullmatch(value) else []
            yield from () if folded else _values(key, value)
    if folded[1:]:
        yield key, " ".join(folded[1:])


def _values(key: str, printed: str) -> Pairs:
    printed = printed.strip()
    if printed.startswith("[") and printed.endswith("]"):
        for part in printed[1:-1].split(","):
            yield from _values(key, part)
        return
    if named := re.fullmatch(r"\{.*?\bname\s*:\s*([^,}]+).*\}", printed):
        printed = named[1]
    quoted = re.match(r"""(["'])(.*?)\1""", printed)
    printed = quoted[2] if quoted else _COMMENT.sub("", printed)
    value = " ".join(printed.strip("\"'").split())
    if value:
        yield key.strip("\"'"), value
