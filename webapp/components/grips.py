"""How is a passage taken hold of? Its words with the address they are quoted by, and what stands at its margin.

A document shows hundreds of these: put together here they take a quarter of the time that macros of a template took.
Everything is escaped but what is Markup.
"""

from typing import Protocol

from markupsafe import Markup, escape

from webapp.texts import Texts
from webapp.view_models import Handle


class Worded(Protocol):
    """What has words, and a handle where they have an address."""

    @property
    def html(self) -> Markup: ...

    @property
    def handle(self) -> Handle | None: ...


def copy(t: Texts, what: str, text: str, pointer: bool = False) -> Markup:
    """The button that copies a text; with `pointer`, for those only who point at it."""
    skipped = ' tabindex="-1"' if pointer else ""
    return Markup(f'<button type="button" class="copy" data-copy="{escape(text)}"{skipped} hidden>{t(what)}</button>')


def quotable(handle: Handle) -> Markup:
    """The attributes by which the words of an element are quoted."""
    row = f' data-row="{escape(handle.row)}"' if handle.row is not None else ""
    return Markup(f' data-address="{escape(handle.address)}" data-n="{handle.ordinal}"{row}')


def words(prose: Worded) -> Markup:
    """The words of a passage; they can be quoted if it has an address."""
    return Markup(f'<span{quotable(prose.handle)} data-at="0">{prose.html}</span>') if prose.handle else prose.html


def grip(t: Texts, handle: Handle) -> Markup:
    """The lines that a passage was read from, its permalink, and the button that copies it."""
    lines, link, printed = escape(handle.lines), escape(handle.url), ""
    if handle.lines:
        name = t("lines-of", lines=lines)
        printed = f'<a class="lines" href="{escape(handle.lines_url)}" aria-label="{name}">{lines}</a>'
    return Markup(
        f'<span class="grip" lang="{t.language}">\n{printed}'
        f'<a class="pilcrow" href="{link}" aria-label="{t("permalink-of", lines=lines)}">¶</a>\n'
        f"{copy(t, 'copy-link', handle.permalink, pointer=True)}\n</span>"
    )
