"""What stands in a reader's list? Passages and documents in an order of the reader's own, to be cited together.

The list is its address: nothing of it is kept here. What its addresses cite is looked up each time: one that was
revised, that is gone or that never was keeps its place and says so.
"""

from dataclasses import dataclass, replace

from werkzeug.datastructures import MultiDict

from archive.citing import FILE_FORMS, MANUSCRIPT_FORMS, REFERENCE_FORMS, FileForm, QuotedEntry, Styled
from archive.errors import NotFound
from archive.history import ListedAddress, Resolution, excerpt_words, listed_address, quoted_entry
from webapp.components import FIRST, describe, is_elsewhere, is_numbered, reference_to, reference_views, words_view
from webapp.dates import format_date
from webapp.errors import LongList
from webapp.site import Frame, Site
from webapp.view_models import Choice, Link, Notice, SavedEntry, SavedPage

MOST = 100  # addresses of a list: its own address stays below 2,000 signs, which every program takes
TITLE = 120  # characters
ADDRESS = 200  # characters of what is given for an address


@dataclass(frozen=True, slots=True)
class SavedList:
    """What the address of a list says. `form` is one of REFERENCE_FORMS; "" is the reader's own."""

    addresses: tuple[str, ...]
    title: str = ""
    form: str = ""


def parse_list(arguments: MultiDict[str, str]) -> SavedList:
    """The list that an address gives; several addresses may stand in one field.

    Raises:
        LongList: there are too many.
    """
    given = dict.fromkeys(one[:ADDRESS] for field in arguments.getlist("p") for one in field.split())
    if len(given) > MOST:
        raise LongList(len(given), MOST)
    form = arguments.get("form", "")
    known = form if form in {one.id for one in REFERENCE_FORMS} else ""
    return SavedList(tuple(given), " ".join(arguments.get("title", "").split())[:TITLE], known)


def saved_page(site: Site, frame: Frame, saved: SavedList) -> SavedPage:
    """The page of a list."""
    listed, urls = _listed(site, saved), frame.urls
    saved = replace(saved, addresses=tuple(one.address for one in listed))
    words = [excerpt_words(one.excerpt) for one in listed if one.excerpt]
    chosen, korean = saved.form or FIRST[frame.language], frame.language == "ko"
    return SavedPage(
        saved.title,
        tuple(_entry(site, frame, one, saved, n) for n, one in enumerate(listed)),
        saved.addresses,
        tuple(Choice(one.id, one.ko if korean else one.en, one.id == chosen) for one in REFERENCE_FORMS),
        chosen,
        bool(saved.form),
        any(map(is_numbered, words)),
        tuple(
            Link(form.name, urls.saved_file(form.id, saved.addresses, saved.title, chosen))
            for form in (*FILE_FORMS, *MANUSCRIPT_FORMS)
        )
        if words
        else (),
        urls.whole(urls.saved(saved.addresses, saved.title)),
        urls.saved(),
        len(listed) - len(words),
    )


def saved_file(site: Site, frame: Frame, saved: SavedList, name: str) -> tuple[str, str, str]:
    """(text, file name, media type) of a list in a form for programs or manuscripts.

    Raises:
        NotFound: there is no such form.
    """
    form = next((one for one in (*FILE_FORMS, *MANUSCRIPT_FORMS) if one.id == name), None)
    if form is None:
        raise NotFound(f"there is no form {name!r}")
    listed = _listed(site, saved)
    if isinstance(form, FileForm):
        text = form.write([reference_to(one.excerpt, frame) for one in listed if one.excerpt])
    else:
        text = form.write(saved.title, [_quoted(site, frame, one, saved) for one in listed])
    return text, f"{saved.title or 'gakju-list'}.{form.suffix}", form.media_type


def _listed(site: Site, saved: SavedList) -> list[ListedAddress]:
    """What became of its addresses, each once."""
    listed = (listed_address(site.store, one) for one in saved.addresses)
    return list({one.address: one for one in listed}.values())


def _quoted(site: Site, frame: Frame, one: ListedAddress, saved: SavedList) -> QuotedEntry:
    if one.excerpt is None:
        said = "; ".join(notice.text for notice in _notices(site, frame, one))
        return QuotedEntry((), (Styled(f"[{one.address}: {said}]"),))
    chosen = saved.form or FIRST[frame.language]
    form = next(form for form in REFERENCE_FORMS if form.id == chosen)
    return quoted_entry(one.excerpt, reference_to(one.excerpt, frame), form)


def _entry(site: Site, frame: Frame, one: ListedAddress, saved: SavedList, n: int) -> SavedEntry:
    cited, there, urls = one.excerpt, one.resolution, frame.urls
    words = excerpt_words(cited) if cited else ()
    revision = cited.address.revision if cited else None
    document = describe(cited.record, frame) if cited else None
    passage = cited.part.shown[0].id if cited and cited.part else None
    return SavedEntry(
        address=one.address,
        link=_page_of(one, frame),
        kind=frame.t("document" if there.address.passage is None else f"kind-{there.cited.kind}") if there else "",
        document=document,
        notices=_notices(site, frame, one),
        words=words_view(words, frame),
        forms=reference_views(reference_to(cited, frame), frame) if cited else (),
        in_document=urls.document(cited.record.id, passage, revision=revision, quotation=cited.quotation)
        if cited and passage
        else None,
        up=_moved(frame, saved, n, n - 1) if n else None,
        down=_moved(frame, saved, n, n + 1) if n + 1 < len(saved.addresses) else None,
        remove=urls.saved((*saved.addresses[:n], *saved.addresses[n + 1 :]), saved.title, saved.form),
    )


def _page_of(one: ListedAddress, frame: Frame) -> str | None:
    """The page of its own of what an address cites."""
    if one.resolution is None:
        return None
    address, quotation = one.resolution.address, one.excerpt.quotation if one.excerpt else None
    return frame.urls.passage(str(address), quotation) if address.passage else frame.urls.canonical(str(address))


def _moved(frame: Frame, saved: SavedList, at: int, to: int) -> str:
    """The list with an address in another place."""
    addresses = list(saved.addresses)
    addresses.insert(to, addresses.pop(at))
    return frame.urls.saved(addresses, saved.title, saved.form)


def _notices(site: Site, frame: Frame, one: ListedAddress) -> tuple[Notice, ...]:
    """What must be known of an address before it is cited."""
    t, there = frame.t, one.resolution
    if there is None:
        return (Notice(t("list-wrong")),)
    if there.withdrawal:
        since = format_date(there.withdrawal.since, frame.language)
        return (Notice(t("withdrawn-since", since=since, reason=there.withdrawal.reason)),)
    unknown = () if one.excerpt else (Notice(t("quote-unknown")),)
    return (*unknown, *_status(frame, there))


def _status(frame: Frame, there: Resolution) -> tuple[Notice, ...]:
    t, address = frame.t, str(there.address)
    if there.status == "same":
        return ()
    if there.address.passage is None:
        date = format_date(there.cited.date, frame.language)
        said = t("document-moved") if there.holders else t("past-revision", n=there.cited.revision, date=date)
        return (Notice(said, (Link(t("history"), frame.urls.history(there.address.document)),)),)
    status = "moved" if is_elsewhere(there) else there.status
    name = "as-cited" if status == "gone" else "compare"
    return (Notice(t(f"status-{status}"), (Link(t(name), frame.urls.passage(address)),)),)
