"""What is a harvester answered? One document of XML for each of the six verbs, or for what went wrong.

The list is that of the store's changes: a document is in it once, with the instant of its last change, and stays there
as deleted when it is withdrawn, purged or put into another. Source: OAI-PMH 2.0.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from archive.errors import NotFound
from archive.store import INSTANT, Change
from webapp.oai.dublin_core import OAI_DC, SCHEMA, dublin_core
from webapp.oai.harvest import (
    FORMAT,
    SHOWN,
    Harvest,
    OaiCode,
    OaiError,
    arguments_of,
    begin,
    moved_on,
    require_format,
    resume,
)
from webapp.site import Frame, Site
from webapp.snippets import shorten
from webapp.xml_tree import document, element

NAMESPACE = "http://www.openarchives.org/OAI/2.0/"
PAGE = 100  # records of one answer
OPENING = 400  # characters of a description
# The protocol requires an address of mail. Where the archive was told none, this one says so, under a domain in which
# no mail can ever arrive. Source: RFC 2606, 2.
NO_CONTACT = "not-set@gakju.invalid"


def answer(site: Site, frame: Frame, generation: str, given: Sequence[tuple[str, str]], page: int = PAGE) -> bytes:
    """The answer to the arguments of a request, in the state of the archive that `generation` names."""
    said: dict[str, str] = {}
    try:
        arguments = arguments_of(given)
        said = arguments
        content = [_VERBS[arguments["verb"]](_Provider(site, frame, generation, page), arguments)]
    except OaiError as error:
        said = {} if error.code in (OaiCode.BAD_VERB, OaiCode.BAD_ARGUMENT) else said
        content = [element("error", str(error), code=error.code.value)]
    root = element(
        "OAI-PMH",
        [element("responseDate", _now()), element("request", frame.urls.oai, **said), *content],
        **{
            "xmlns": NAMESPACE,
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": f"{NAMESPACE} {NAMESPACE}OAI-PMH.xsd",
        },
    )
    return document(root)


def _now() -> str:
    return datetime.now(UTC).strftime(INSTANT)


class _Provider:
    """Answers the verbs for one archive under one address."""

    def __init__(self, site: Site, frame: Frame, generation: str, page: int) -> None:
        self._changes, self._store = site.store.changes, site.store
        self._urls, self._generation, self._page = frame.urls, generation, page
        self._name, self._contact = str(frame.t("name")), site.settings.admin_email or NO_CONTACT
        self._host = urlsplit(frame.urls.whole_home).hostname or "localhost"

    def identify(self, arguments: Mapping[str, str]) -> Element:
        values = {
            "repositoryName": f"{self._name} ({self._host})",
            "baseURL": self._urls.oai,
            "protocolVersion": "2.0",
            "adminEmail": self._contact,
            "earliestDatestamp": self._changes.earliest() or _now(),
            "deletedRecord": "persistent",
            "granularity": "YYYY-MM-DDThh:mm:ssZ",
        }
        return element("Identify", [element(name, value) for name, value in values.items()])

    def formats(self, arguments: Mapping[str, str]) -> Element:
        if "identifier" in arguments:
            self._change(arguments["identifier"])
        values = {"metadataPrefix": FORMAT, "schema": SCHEMA, "metadataNamespace": OAI_DC}
        given = element("metadataFormat", [element(name, value) for name, value in values.items()])
        return element("ListMetadataFormats", [given])

    def sets(self, arguments: Mapping[str, str]) -> Element:
        raise OaiError(OaiCode.NO_SETS, "this archive has no sets")

    def record(self, arguments: Mapping[str, str]) -> Element:
        change = self._change(arguments["identifier"])
        require_format(arguments)
        return element("GetRecord", self._records([change]))

    def identifiers(self, arguments: Mapping[str, str]) -> Element:
        return self._list(arguments, lambda changes: [self._header(one) for one in changes])

    def records(self, arguments: Mapping[str, str]) -> Element:
        return self._list(arguments, self._records)

    def _list(self, arguments: Mapping[str, str], made: Callable[[list[Change]], list[Element]]) -> Element:
        """A page of a list, and the token with which it goes on; an empty one where a list of several pages ends."""
        going_on = "resumptionToken" in arguments
        harvest = resume(arguments, self._generation) if going_on else self._begun(arguments)
        changes = self._changes.between(harvest.since, harvest.until, harvest.after, self._page + 1)
        page = changes[: self._page]
        if not page:
            raise OaiError(OaiCode.NO_RECORDS, "nothing came, changed or went in this span of time")
        token = None
        if going_on or len(changes) > len(page):
            further = moved_on(harvest, page[-1].place, len(page)).token(self._generation)
            sizes = {"completeListSize": str(harvest.size), "cursor": str(harvest.given)}
            token = element("resumptionToken", further if len(changes) > len(page) else "", **sizes)
        return element(arguments["verb"], [*made(page), token])

    def _begun(self, arguments: Mapping[str, str]) -> Harvest:
        harvest = begin(arguments)
        size = self._changes.count(harvest.since, harvest.until)
        return Harvest(harvest.verb, harvest.since, harvest.until, size=size)

    def _records(self, changes: list[Change]) -> list[Element]:
        here = [one.number for one in changes if not one.gone]
        records, openings = self._store.records(here), self._changes.openings(here)
        return [
            element(
                "record",
                [
                    self._header(one),
                    None
                    if one.gone or one.number not in records
                    else element(
                        "metadata",
                        [
                            dublin_core(
                                records[one.number],
                                self._urls.permalink(one.id),
                                shorten(openings.get(one.number, ""), OPENING),
                            )
                        ],
                    ),
                ],
            )
            for one in changes
        ]

    def _header(self, change: Change) -> Element:
        content = [element("identifier", f"oai:{self._host}:{change.id}"), element("datestamp", change.at)]
        return element("header", content, status="deleted" if change.gone else None)

    def _change(self, identifier: str) -> Change:
        """The change of the document that an identifier names.

        Raises:
            OaiError: it names none.
        """
        prefix = f"oai:{self._host}:"
        try:
            return self._changes.of(identifier.removeprefix(prefix) if identifier.startswith(prefix) else "")
        except NotFound as error:
            message = f"no document “{identifier[:SHOWN]}”: identifiers look like {prefix}7k4m2"
            raise OaiError(OaiCode.NO_ID, message) from error


_VERBS: Mapping[str, Callable[[_Provider, Mapping[str, str]], Element]] = {
    "Identify": _Provider.identify,
    "ListMetadataFormats": _Provider.formats,
    "ListSets": _Provider.sets,
    "ListIdentifiers": _Provider.identifiers,
    "ListRecords": _Provider.records,
    "GetRecord": _Provider.record,
}
