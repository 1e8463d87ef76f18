"""What does a page have hundreds of? Passages with their grips, facts: put together here, not by macros of templates.

A macro took four times as long, which was half of what a document's page costs. Everything is escaped but Markup.
"""

from collections.abc import Iterable
from typing import Protocol

from markupsafe import Markup, escape

from webapp.texts import Texts
from webapp.view_models import Fact, Handle, Prose


class Worded(Protocol):
    """What has words, and a handle where they have an address."""

    @property
    def html(self) -> Markup: ...

    @property
    def handle(self) -> Handle | None: ...


def facts(rows: Iterable[Fact]) -> Markup:
    """A list of names and values."""
    shown = "".join(f"<div><dt>{safe(one.name)}</dt><dd><bdi>{_value(one)}</bdi></dd></div>\n" for one in rows)
    return Markup(f'<dl class="facts">\n{shown}</dl>')


def _value(fact: Fact) -> str:
    value = safe(fact.value)
    if not fact.url:
        return value
    away = ' rel="noreferrer nofollow"' if fact.url.startswith(("http://", "https://")) else ""
    return f'<a href="{safe(fact.url)}"{away}>{value}</a>'


def copy(t: Texts, what: str, text: str) -> Markup:
    """The button that copies a text."""
    return Markup(f'<button type="button" class="copy" data-copy="{safe(text)}" hidden>{t(what)}</button>')


def quotable(handle: Handle) -> Markup:
    """The attributes by which the words of an element are quoted."""
    row = f' data-row="{safe(handle.row)}"' if handle.row is not None else ""
    return Markup(f' data-address="{safe(handle.address)}" data-n="{handle.ordinal}"{row}')


def words(prose: Worded) -> Markup:
    """The words of a passage; they can be quoted if it has an address."""
    return Markup(f'<span{quotable(prose.handle)} data-at="0">{prose.html}</span>') if prose.handle else prose.html


def grip(t: Texts, handle: Handle) -> Markup:
    """Where a passage is taken hold of: its permalink, with what static/tools.js needs to bring the other tools."""
    lines, link = safe(handle.lines), safe(handle.url)
    return Markup(
        f'<span class="grip" lang="{t.language}"><a class="pilcrow" href="{link}" '
        f'aria-label="{t("cite-passage", lines=lines) if lines else t("cite")}" '
        f'data-copy="{safe(handle.permalink)}" data-lines="{lines}">¶</a></span>'
    )


def unit(t: Texts, prose: Prose, tag: str) -> Markup:
    """A printed unit in an element of its own."""
    extra, marker = "", ""
    if prose.depth:
        extra = f" depth-{prose.depth}"
        marker = f'<span class="marker" aria-hidden="true">{safe(prose.marker)}</span> ' if prose.marker else ""
    anchor = f' id="{prose.handle.anchor}"' if prose.handle else ""
    held = f" {grip(t, prose.handle)}" if prose.handle else ""
    chosen, said = (" chosen", f'<span class="unseen">{t("chosen")}: </span>') if prose.chosen else ("", "")
    return Markup(
        f'<{tag} class="unit {prose.kind}{extra}{chosen}"{anchor}>{marker}{said}{words(prose)}{held}</{tag}>\n'
    )


def safe(text: str) -> Markup:
    """The text escaped; Markup as it is, at once."""
    return text if type(text) is Markup else escape(text)
