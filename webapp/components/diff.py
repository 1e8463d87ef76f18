"""How are what was cited and what is shown side by side? With the words that differ marked, or the parts numbered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from archive.history import Resolution, difference, share
from archive.model import Address, Span
from webapp.dates import format_date
from webapp.site import Frame
from webapp.snippets import Insert, weave
from webapp.view_models import ChangeView, Link, Version

NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NUMBER = Markup('<span class="part-number">{}</span>')
CELLS = Markup('<span class="between-cells"> · </span>')


@dataclass(frozen=True, slots=True)
class Side:
    """A passage on one side of a comparison."""

    address: Address
    kind: str
    text: str


def change_of(resolution: Resolution, frame: Frame) -> ChangeView | None:
    """What was cited and what carries it on, of an answer that is not gone; None if it stands elsewhere as it was."""
    if [one.text for one in resolution.current] == [resolution.cited.text]:
        return None
    t, cited = frame.t, resolution.cited
    old = Side(Address(cited.document, resolution.address.passage, cited.revision), cited.kind, cited.text or "")
    new = [Side(one.address, one.kind, one.text) for one in resolution.current]
    date = resolution.changed.since if resolution.changed else cited.date
    names = (
        t("then", date=format_date(cited.date, frame.language)),
        t("now", date=format_date(date, frame.language)) if resolution.changed else t("current"),
    )
    return compared(resolution.status, [old], new, names, frame)


def compared(status: str, old: Sequence[Side], new: Sequence[Side], names: tuple[str, str], frame: Frame) -> ChangeView:
    """Passages of two revisions of which one became the other."""
    key = None
    left: tuple[Version, ...]
    right: tuple[Version, ...]
    if status in ("same", "revised") or (status == "moved" and len(new) == 1):
        found = difference(old[0].text, new[0].text)
        left = (_version(old[0], frame, weave(old[0].text, found.gone, tag="del")),)
        right = (_version(new[0], frame, weave(new[0].text, found.come, tag="ins")),)
        key = "marked-differences"
    elif status in ("split", "merged", "moved"):
        left, right = _parts(old, new, frame)
        key = "marked-parts" if len(left) > 1 or len(right) > 1 else "marked-part"
    else:
        left = tuple(_version(one, frame, weave(one.text, _all(one, status == "gone"), tag="del")) for one in old)
        right = tuple(_version(one, frame, weave(one.text, _all(one, status == "new"), tag="ins")) for one in new)
    return ChangeView(status, *names, left, right, frame.t(key) if key else None)


def _all(side: Side, marked: bool) -> list[Span]:
    return [(0, len(side.text))] if marked else []


def _parts(old: Sequence[Side], new: Sequence[Side], frame: Frame) -> tuple[tuple[Version, ...], tuple[Version, ...]]:
    """Which part went where: each pair of passages that share a stretch has a number."""
    shares = [
        (o, n, found) for o in range(len(old)) for n in range(len(new)) if (found := share(old[o].text, new[n].text))
    ]
    many = len(old) > 1 or len(new) > 1
    numbered = [(o, n, found, NUMBERS[i % len(NUMBERS)] if many else "") for i, (o, n, found) in enumerate(shares)]
    left = tuple(
        _part(one, [(f.old, sign) for at, _, f, sign in numbered if at == o], frame) for o, one in enumerate(old)
    )
    right = tuple(
        _part(one, [(f.new, sign) for _, at, f, sign in numbered if at == n], frame) for n, one in enumerate(new)
    )
    return left, right


def _part(side: Side, spans: Iterable[tuple[Span, str]], frame: Frame) -> Version:
    found = sorted(spans)
    inserts = [Insert(start, NUMBER.format(sign)) for (start, _), sign in found if sign]
    return _version(side, frame, weave(side.text, [span for span, _ in found], inserts))


def _version(side: Side, frame: Frame, html: Markup) -> Version:
    address = str(side.address)
    link = Link(address, frame.urls.passage(address))
    return Version(frame.t(f"kind-{side.kind}"), flat(html), link, frame.urls.permalink(address))


def flat(html: Markup) -> Markup:
    """The cells of a row in one line."""
    return Markup(str(html).replace("\t", str(CELLS)))
