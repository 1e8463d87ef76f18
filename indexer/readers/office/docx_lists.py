"""Which lists does a Word document define? Levels, their formats, and where each starts anew."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from indexer.readers.office.docx_styles import WordStyles
from indexer.readers.office.lists import ListCounters, ListLevel, ListStyle
from indexer.readers.office.xml import Node, attribute, child, children, number
from indexer.readers.symbols import bullet_sign

PICTURE_BULLET = "•"  # what stands for a bullet that is a picture
MAX_LEVEL = 8


@dataclass(frozen=True, slots=True)
class WordList:
    """A list as paragraphs name it: `starts` are the levels that it begins anew."""

    style: ListStyle
    starts: frozenset[int]


@dataclass(slots=True)
class WordLists:
    """The lists of a document, counted paragraph by paragraph."""

    lists: Mapping[str, WordList]
    counters: ListCounters = field(default_factory=ListCounters)

    def next(self, identity: str, level: int) -> str:
        """What is printed before the next paragraph of this list."""
        found = self.lists.get(identity)
        if found is None:
            return ""
        for anew in sorted(found.starts):
            if anew <= level:
                self.counters.start_over(f"{identity} {anew}", found.style.counter, anew)
        return self.counters.next(found.style, level)


def read_lists(root: Node | None, styles: WordStyles) -> WordLists:
    """The lists of a `numbering.xml`; a list may be defined by a style that names another."""
    abstract = {attribute(node, "abstractNumId"): node for node in children(root, "abstractNum")}
    of = {attribute(node, "numId"): attribute(child(node, "abstractNumId"), "val") for node in children(root, "num")}
    lists: dict[str, WordList] = {}
    for node in children(root, "num"):
        counter = of[attribute(node, "numId")]
        linked = attribute(child(abstract.get(counter), "numStyleLink"), "val")
        if linked:
            counter = of.get(styles.of(linked).list, counter)
        levels = dict(_levels(abstract.get(counter)))
        starts: set[int] = set()
        for override in children(node, "lvlOverride"):
            level = number(override, "ilvl")
            levels.update(_levels(override))
            start = child(override, "startOverride")
            if start is not None and level in levels:
                starts.add(level)
                levels[level] = _starting(levels[level], number(start, "val", 1))
        lists[attribute(node, "numId")] = WordList(ListStyle(counter, levels), frozenset(starts))
    return WordLists(lists)


def _starting(level: ListLevel, start: int) -> ListLevel:
    return ListLevel(level.text, level.format, start, level.bullet, level.restart, level.legal)


def _levels(node: Node | None) -> Iterator[tuple[int, ListLevel]]:
    for level in children(node, "lvl"):
        if number(level, "ilvl") <= MAX_LEVEL:
            yield number(level, "ilvl"), _level(level)


def _level(node: Node) -> ListLevel:
    text, format_ = attribute(child(node, "lvlText"), "val"), attribute(child(node, "numFmt"), "val", "decimal")
    if format_ == "bullet":
        font = attribute(child(node, "rPr", "rFonts"), "ascii")
        picture = child(node, "lvlPicBulletId") is not None
        return ListLevel(PICTURE_BULLET if picture else bullet_sign(text, font), bullet=True)
    restart = child(node, "lvlRestart")
    return ListLevel(
        re.sub(r"%(\d)", r"{\1}", text.replace("{", "(").replace("}", ")")),
        format_,
        number(child(node, "start"), "val", 1),
        restart=number(restart, "val") if restart is not None else None,
        legal=child(node, "isLgl") is not None,
    )
