"""A harvester gets every document once and learns of what went, whatever it asks and however often."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from flask import Flask
from werkzeug.serving import make_server

from archive.settings import Settings
from archive.takedown import withdraw
from tests.webapp import news_world as news
from tests.webapp.conftest import site
from webapp import create_app
from webapp.oai.answer import NAMESPACE, answer
from webapp.site import current_frame, current_generation

O = f"{{{NAMESPACE}}}"  # noqa: E741
HOST = "archive.example.org"
RECORDS = "verb=ListRecords&metadataPrefix=oai_dc"


def asked(app: Flask, query: str) -> Element:
    response = app.test_client().get(f"/oai?{query}")
    assert (response.status_code, response.mimetype) == (200, "text/xml")
    return fromstring(response.data)


def said(app: Flask, query: str) -> str:
    """The answer as it is sent, without what every answer has."""
    printed = app.test_client().get(f"/oai?{query}").get_data(as_text=True)
    return re.sub(r"<responseDate>.*?</responseDate>", "", printed.partition(">\n<")[2].partition(">")[2])


def refused(app: Flask, query: str) -> str | None:
    found = asked(app, query).find(f"{O}error")
    return None if found is None else found.get("code")


def test_who_is_harvested(news_app: Flask) -> None:
    assert said(news_app, "verb=Identify&").removesuffix("</OAI-PMH>") == (
        f'<request verb="Identify">{news.ADDRESS}/oai</request><Identify>'
        f"<repositoryName>각주 ({HOST})</repositoryName><baseURL>{news.ADDRESS}/oai</baseURL>"
        f"<protocolVersion>2.0</protocolVersion><adminEmail>not-set@gakju.invalid</adminEmail>"
        "<earliestDatestamp>2025-04-01T09:00:00Z</earliestDatestamp><deletedRecord>persistent</deletedRecord>"
        "<granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>"
    )


def test_the_contact_is_the_one_that_was_set(news_home: Path) -> None:
    app = create_app(Settings(news_home, news.ADDRESS, admin_email="archive@example.org"))
    assert asked(app, "verb=Identify").findtext(f"{O}Identify/{O}adminEmail") == "archive@example.org"
    site(app).store.close()


def test_a_whole_record(news_app: Flask, news_ids: dict[str, str]) -> None:
    id_ = f"oai:{HOST}:{news_ids[news.SALT]}"
    assert said(news_app, f"verb=GetRecord&metadataPrefix=oai_dc&identifier={id_}").removesuffix("</OAI-PMH>") == (
        f'<request verb="GetRecord" metadataPrefix="oai_dc" identifier="{id_}">{news.ADDRESS}/oai</request>'
        f"<GetRecord><record><header><identifier>{id_}</identifier><datestamp>2025-04-02T09:00:00Z</datestamp></header>"
        '<metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ '
        'http://www.openarchives.org/OAI/2.0/oai_dc.xsd"><dc:title>소금 배</dc:title>'
        "<dc:description>소금 배가 장날마다 스무 척씩 들어온다.</dc:description><dc:type>Text</dc:type>"
        f"<dc:identifier>{news.ADDRESS}/d/{news_ids[news.SALT]}</dc:identifier><dc:language>ko</dc:language>"
        "</oai_dc:dc></metadata></record></GetRecord>"
    )


def test_what_was_withdrawn_stays_as_deleted(news_app: Flask, news_ids: dict[str, str]) -> None:
    id_ = f"oai:{HOST}:{news_ids[news.ICE]}"
    record = asked(news_app, f"verb=GetRecord&metadataPrefix=oai_dc&identifier={id_}").find(f"{O}GetRecord/{O}record")
    assert record is not None
    assert [one.tag for one in record] == [f"{O}header"]
    assert record[0].get("status") == "deleted"
    assert record[0].findtext(f"{O}datestamp") == news.CHANGED[news.ICE]


def identifiers(root: Element) -> list[tuple[str, bool]]:
    return [
        (one.findtext(f"{O}identifier", "").rpartition(":")[2], one.get("status") == "deleted")
        for one in root.iter(f"{O}header")
    ]


@pytest.mark.parametrize("verb", ["ListRecords", "ListIdentifiers"])
def test_lists_are_in_the_order_of_changes(news_app: Flask, news_ids: dict[str, str], verb: str) -> None:
    root = asked(news_app, f"verb={verb}&metadataPrefix=oai_dc")
    assert identifiers(root) == [(news_ids[name], name == news.ICE) for name in news.CHANGED]
    assert root.find(f"{O}{verb}/{O}resumptionToken") is None


@pytest.mark.parametrize(
    "span, names",
    [
        ("from=2025-04-03", [news.ICE, news.NAMELESS, news.HOSTILE]),
        ("until=2025-04-01", [news.FERRY]),
        ("from=2025-04-02T09:00:00Z&until=2025-04-03T08:59:59Z", [news.SALT]),
    ],
)
def test_a_span_of_time_has_what_changed_in_it(
    news_app: Flask, news_ids: dict[str, str], span: str, names: list[str]
) -> None:
    assert [id_ for id_, _ in identifiers(asked(news_app, f"{RECORDS}&{span}"))] == [news_ids[name] for name in names]


@pytest.mark.parametrize(
    "query, code",
    [
        ("", "badVerb"),
        ("verb=Harvest", "badVerb"),
        ("verb=ListRecords", "badArgument"),
        ("verb=ListSets", "noSetHierarchy"),
        (f"{RECORDS}&set=a", "noSetHierarchy"),
        (f"{RECORDS}&from=2031-01-01", "noRecordsMatch"),
        (f"{RECORDS}&until=1999-01-01", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat"),
        ("verb=ListRecords&resumptionToken=x", "badResumptionToken"),
        ("verb=ListSets&resumptionToken=x", "noSetHierarchy"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=zzzzz", "idDoesNotExist"),
        (f"verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:{HOST}:zzzzz", "idDoesNotExist"),
        (f"verb=ListMetadataFormats&identifier=oai:{HOST}:zzzzz", "idDoesNotExist"),
        ("verb=ListMetadataFormats", None),
    ],
)
def test_errors_are_those_of_the_protocol(news_app: Flask, query: str, code: str | None) -> None:
    assert refused(news_app, query) == code


def test_wrong_arguments_are_not_repeated_and_right_ones_are(news_app: Flask) -> None:
    wrong = asked(news_app, "verb=ListRecords&x=%00%3Cscript%3E").find(f"{O}request")
    right = asked(news_app, "verb=ListMetadataFormats&identifier=oai:%26amp;%27x").find(f"{O}request")
    assert wrong is not None and right is not None
    assert wrong.attrib == {}
    assert right.attrib == {"verb": "ListMetadataFormats", "identifier": "oai:&amp;'x"}


def test_arguments_may_be_posted(news_app: Flask) -> None:
    response = news_app.test_client().post("/oai", data={"verb": "ListRecords", "metadataPrefix": "oai_dc"})
    assert len(identifiers(fromstring(response.data))) == 5


def test_pages_put_together_are_the_whole_list(news_app: Flask) -> None:
    whole, found, given = (
        identifiers(asked(news_app, RECORDS)),
        [],
        [("verb", "ListRecords"), ("metadataPrefix", "oai_dc")],
    )
    cursors = []
    with news_app.test_request_context(base_url=f"https://{HOST}"):
        while True:
            root = fromstring(answer(site(news_app), current_frame(), current_generation(), given, page=2))
            found += identifiers(root)
            token = root.find(f"{O}ListRecords/{O}resumptionToken")
            assert token is not None and token.get("completeListSize") == "5"
            cursors.append(token.get("cursor"))
            if not token.text:
                break
            given = [("verb", "ListRecords"), ("resumptionToken", token.text)]
    assert (found, cursors) == (whole, ["0", "2", "4"])


@pytest.fixture
def served(news_home: Path, tmp_path: Path) -> Iterator[tuple[Flask, str]]:
    """A copy of the archive, to write to, and its address."""
    app = create_app(Settings(shutil.copytree(news_home, tmp_path / "home")))
    server = make_server("127.0.0.1", 0, app)
    Thread(target=server.serve_forever, daemon=True).start()
    yield app, f"http://127.0.0.1:{server.server_port}/oai"
    server.shutdown()
    server.server_close()
    site(app).store.close()


def test_a_harvester_of_others_takes_everything_then_what_changed(
    served: tuple[Flask, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sickle: Any = pytest.importorskip("sickle")
    app, address = served
    monkeypatch.setattr(answer, "__defaults__", (2,))  # so that five records are three pages
    harvester = sickle.Sickle(address)
    assert harvester.Identify().deletedRecord == "persistent"
    assert [one.metadataPrefix for one in harvester.ListMetadataFormats()] == ["oai_dc"]
    first = {one.header.identifier: one for one in harvester.ListRecords(metadataPrefix="oai_dc")}
    assert len(first) == 5
    assert sorted(one.deleted for one in first.values()) == [False] * 4 + [True]
    titles = {title for one in first.values() if not one.deleted for title in one.metadata["title"]}
    assert {"나루터와 다리", "Ferries & Bridges", "소금 배"} < titles
    store = site(app).store
    with pytest.raises(sickle.oaiexceptions.NoRecordsMatch):
        harvester.ListRecords(metadataPrefix="oai_dc", **{"from": "2026-01-01T00:00:00Z"})
    ferry = store.find(news.FERRY)
    withdraw(store, ferry.number, "까닭")
    news.date(store, {news.FERRY: "2026-02-01T00:00:00Z"})
    changed = list(harvester.ListRecords(metadataPrefix="oai_dc", **{"from": "2026-01-01T00:00:00Z"}))
    assert [(one.header.identifier.rpartition(":")[2], one.deleted) for one in changed] == [(ferry.id, True)]
    spanned = harvester.ListIdentifiers(metadataPrefix="oai_dc", **{"from": "2025-04-02", "until": "2025-04-03"})
    assert len(list(spanned)) == 3


def test_a_list_breaks_off_when_the_archive_changes(served: tuple[Flask, str], monkeypatch: pytest.MonkeyPatch) -> None:
    app, _ = served
    monkeypatch.setattr(answer, "__defaults__", (2,))
    token = asked(app, RECORDS).findtext(f"{O}ListRecords/{O}resumptionToken", "")
    assert refused(app, f"verb=ListRecords&resumptionToken={token}") is None
    withdraw(site(app).store, site(app).store.find(news.FERRY).number, "까닭")
    assert refused(app, f"verb=ListRecords&resumptionToken={token}") == "badResumptionToken"
