"""Is what stands in the box an address of this archive? One goes there; with a slip in it, it says which it may be.

A link counts whatever its host: an archive may be reached under several. What only looks like an address is searched.
"""

import re
from urllib.parse import quote

from archive.errors import NotFound
from archive.history import likely, resolve
from webapp.components import Redirect
from webapp.errors import ADDRESS, WrongAddress
from webapp.site import Frame, Site

_LINK = re.compile(r"(?:\S*/)?[pd]/([^/?#\s]+)[^?#\s]*(?:\?([^#\s]*))?(?:#\S*)?")
_BARE = re.compile(r"[0-9a-z]{5}[ \-\u2010-\u2015\u2212]?[0-9a-z]{4,6}(?:@\d+)?[^0-9a-z]*", re.IGNORECASE)
_DOCUMENT = re.compile(r"[0-9a-z]{5}(?:@\d+)?", re.IGNORECASE)


def follow_address(site: Site, frame: Frame, typed: str) -> None:
    """Nothing, where no address was pasted.

    Raises:
        Redirect: one was; carries the way there.
        WrongAddress: one was, and it has a slip in it.
    """
    text = typed.strip()
    link = _LINK.fullmatch(text)
    document = link is None and _DOCUMENT.fullmatch(text)
    if not (link or document or _BARE.fullmatch(text)):
        return
    given = link[1] if link else text
    try:
        resolution = resolve(site.store, given)
    except NotFound as error:
        is_like = not document and re.search(r"[0-9\W]", given)  # no word
        if (link and ADDRESS.match(given)) or (is_like and likely(site.store, given)):
            raise WrongAddress(given) from error
        return
    query = quote(link[2] or "", safe="=&%+~@:,.-") if link else ""
    raise Redirect(frame.urls.canonical(str(resolution.address), "", query))
