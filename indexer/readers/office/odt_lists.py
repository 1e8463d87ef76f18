"""Which number stands before this paragraph of an OpenDocument text? Lists by their nesting, and where one goes on.

A list counts anew unless it says which list it continues. Levels are how deep lists stand in one another; a list in
another takes the style of that one unless it names its own. Headings outside lists count by the outline's own style.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from indexer.readers.office.lists import ListCounters, ListLevel, ListStyle
from indexer.readers.office.ordinals import FORMATS as ORDINALS
from indexer.readers.office.xml import Node, attribute, child, children, number, tag
from indexer.readers.symbols import bullet_sign

PICTURE_BULLET = "•"  # what stands for a bullet that is a picture
MAX_LEVEL = 10  # Source: OpenDocument 1.3, 16.31
MAX_START = 32_767  # Source: LibreOffice, which begins at 1 for more
OUTLINE = "outline-style"
STYLES = ("list-style", OUTLINE)
# What OpenDocument calls a format: these, and "가, 나, 다, ..." for all others. Source: LibreOffice, i18npool.
_FORMATS = {
    "1": "decimal", "a": "alphabetLower", "A": "alphabetUpper", "i": "lowerRoman", "I": "upperRoman", "": "none",
    **{", ".join([*map(row.printed, (1, 2, 3)), "..."]): row.names[0] for row in ORDINALS},
}  # fmt: skip
_REPEATED = {"alphabetLower": "lowerLetter", "alphabetUpper": "upperLetter"}  # aa, bb in the place of aa, ab


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list that is being read: the name of its style, what it counts with, and how deep it stands, from 0."""

    style: str
    counter: str
    level: int = 0


@dataclass(slots=True)
class ListItem:
    """An item of a list. Its first paragraph bears the number."""

    of: OpenList
    start: int | None = None  # the number that it says itself
    waits: bool = True  # for the paragraph that bears its number


@dataclass(slots=True)
class OdtLists:
    """The lists of a document, counted paragraph by paragraph."""

    styles: Mapping[str, Mapping[int, ListLevel]]  # levels from 0, by the name of the style
    outline: str = ""  # the name of the outline's style
    consecutive: frozenset[str] = frozenset()  # the names of styles of which all levels count together
    counters: ListCounters = field(default_factory=ListCounters)
    by_id: dict[str, str] = field(default_factory=dict)  # the id of a list -> what it counts with
    last: OpenList | None = None
    begun: int = 0

    def open(self, node: Node, outer: OpenList | None) -> OpenList:
        """The list of a `text:list`; `outer` is the one in which it stands."""
        style = attribute(node, "style-name")
        if outer is not None:
            counter = self.by_id.get(attribute(node, "continue-list", "?"), outer.counter)
            opened = OpenList(style or outer.style, counter, min(outer.level + 1, MAX_LEVEL))
        else:
            opened = OpenList(style, self._counter(node, style))
            self.last = opened
        self.by_id[attribute(node, "id")] = opened.counter
        return opened

    def _counter(self, node: Node, style: str) -> str:
        continued = self.by_id.get(attribute(node, "continue-list", "?"))
        if continued is not None:
            return continued
        if style and style == self.outline:
            return OUTLINE
        goes_on = attribute(node, "continue-numbering") == "true"
        if goes_on and self.last is not None and self.last.style == style:
            return self.last.counter
        self.begun += 1
        return f"list {self.begun}"

    def numbered(self, node: Node) -> ListItem:
        """The item that a `text:numbered-paragraph` is: a list names itself there, whatever stands between."""
        counter = f"numbered {attribute(node, 'list-id') or attribute(node, 'style-name')}"
        level = min(max(number(node, "level", 1), 1), MAX_LEVEL) - 1
        return ListItem(OpenList(attribute(node, "style-name"), counter, level), _start(node))

    def next(self, item: ListItem, style: str | None) -> str:
        """What is printed before the next paragraph of an item; `style` is that of the paragraph's own style."""
        if not item.waits:
            return ""
        item.waits = False
        name, at = item.of.style or style or "", item.of.level
        levels = self.styles.get(name, {})
        if name in self.consecutive and at in levels:  # all levels count as one
            levels, at = {0: replace(levels[at], text=re.sub(r"\{\d+\}", "{1}", levels[at].text))}, 0
        counts = self.counters.counts.setdefault(item.of.counter, {})
        for above in range(at):  # a level without an item of its own counts as one. Source: LibreOffice
            if above in levels and not levels[above].bullet:
                counts.setdefault(above, levels[above].start)
        if item.start is not None:
            counts[at] = item.start - 1
        return self.counters.next(ListStyle(item.of.counter, levels), at)

    def next_heading(self, level: int, style: str | None) -> str:
        """What is printed before a heading that stands in no list: where its style names another list, nothing."""
        if style is not None and style != self.outline:
            return ""
        return self.counters.next(ListStyle(OUTLINE, self.styles.get(self.outline, {})), level - 1)


def item_of(node: Node, of: OpenList) -> ListItem:
    """The item of a `text:list-item`, which may name a style of its own, or of a head of a list: it has no number."""
    of = replace(of, style=attribute(node, "style-override") or of.style)
    return ListItem(of, _start(node), waits=tag(node) != "list-header")


def read_lists(*parents: Node | None) -> OdtLists:
    """The lists of a document by the styles in these nodes."""
    nodes = [node for parent in parents for name in STYLES for node in children(parent, name)]
    outline = next((_name(node) for node in nodes if tag(node) == OUTLINE), "")
    consecutive = frozenset(_name(node) for node in nodes if attribute(node, "consecutive-numbering") == "true")
    return OdtLists({_name(node): dict(_levels(node)) for node in nodes}, outline, consecutive)


def _name(node: Node) -> str:
    return attribute(node, "name") or ("Outline" if tag(node) == OUTLINE else "")


def _start(node: Node) -> int | None:
    start = number(node, "start-value", -1)
    return start if 0 <= start <= MAX_START else None


def _levels(node: Node) -> Iterator[tuple[int, ListLevel]]:
    formats = {number(level, "level", 1): _format(level) for level in node if attribute(level, "level")}
    for level in node:
        if 0 < number(level, "level") <= MAX_LEVEL:
            yield number(level, "level") - 1, _level(level, formats)


def _level(node: Node, formats: Mapping[int, str]) -> ListLevel:
    if tag(node) == "list-level-style-image":
        return ListLevel(PICTURE_BULLET, bullet=True)
    if tag(node) == "list-level-style-bullet":
        properties = child(node, "text-properties")
        font = attribute(properties, "font-name") or attribute(properties, "font-family").strip("'")
        return ListLevel(bullet_sign(attribute(node, "bullet-char"), font), bullet=True)
    return ListLevel(_text(node, formats), _format(node), max(number(node, "start-value", 1), 0))


def _format(node: Node) -> str:
    format_ = _FORMATS.get(attribute(node, "num-format"), "decimal")
    return _REPEATED.get(format_, format_) if attribute(node, "num-letter-sync") == "true" else format_


def _text(node: Node, formats: Mapping[int, str]) -> str:
    """What a level prints, with {1} for the number of the first level. A level without a number takes its dot along."""
    at = number(node, "level", 1)
    said = attribute(node, "num-list-format")  # "%1%.%2%)", since LibreOffice 7
    if said:
        printed = re.sub(r"%(\d{1,2})%", r"{\1}", _plain(said))
    else:
        first = max(at - max(number(node, "display-levels", 1), 1) + 1, 1)
        numbers = ".".join(f"{{{level}}}" for level in range(first, at + 1))
        printed = _plain(attribute(node, "num-prefix")) + numbers + _plain(attribute(node, "num-suffix"))
    return re.sub(
        r"\{(\d{1,2})\}[^{]*(?=\{)",
        lambda found: "" if formats.get(int(found[1])) == "none" else found[0],
        printed,
    )


def _plain(text: str) -> str:
    return text.replace("{", "(").replace("}", ")")
