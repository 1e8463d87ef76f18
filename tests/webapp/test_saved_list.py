"""The page of a list: in order, each entry with its words, its document and what became of it; and its files."""

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from archive.store import StoredDocument
from archive.takedown import withdraw
from tests.webapp.conftest import address, site
from tests.webapp.html import one, said, soup
from tests.webapp.past_world import GONE, REVISED, REVISED_2, STAYS, Diary
from webapp.saved_list import MOST, SavedList, parse_list
from webapp.texts.texts import TEXTS

WRONG = "23456-23456"


def page(client: FlaskClient, *addresses: str, **more: str):  # type: ignore[no-untyped-def]
    return soup(client.get("/list", query_string={"p": list(addresses), **more}))


def test_an_address_says_the_list() -> None:
    given = MultiDict([("p", "a b"), ("p", ""), ("p", "a"), ("title", " Two  words "), ("form", "nonsense")])
    assert parse_list(given) == SavedList(("a", "b"), "Two words")
    assert parse_list(MultiDict({"form": "apa"})).form == "apa"


def test_entries_stand_in_the_order_given_each_once(client: FlaskClient, brief: StoredDocument) -> None:
    passage = address(brief, "뱃사공")
    shown = page(client, brief.record.id, passage, f"http://localhost/p/{passage}", title="나루 <b>")
    assert [link.text for link in shown.select("a.entry-address")] == [brief.record.id, passage]
    assert [kind.text for kind in shown.select(".saved-entries .kind")] == ["문서", "문단"]
    assert "나루 <b>" in said(one(shown, "h1"))
    assert said(shown.select(".quoted")[0]).startswith("“올해 나루터의 화물은")
    visible = shown.select(".saved-entries > li:nth-child(2) .reference:not([hidden])")
    assert [one_["data-form"] for one_ in visible] == ["brackets"]
    assert json.loads(one(shown, "#cite")["data-addresses"]) == [brief.record.id, passage]


def test_it_is_put_in_another_order_by_links(client: FlaskClient, brief: StoredDocument) -> None:
    passage, other = address(brief, "뱃사공"), address(brief, "얼음")
    shown = page(client, passage, other, title="나루")
    moves = [link["href"].split("#")[0] for link in shown.select(".entry-moves a")]
    title = "title=%EB%82%98%EB%A3%A8"
    assert moves == [
        f"/list?p={other}&p={passage}&{title}",
        f"/list?p={other}&{title}",
        f"/list?p={other}&p={passage}&{title}",
        f"/list?p={passage}&{title}",
    ]
    assert [link.text for link in soup(client.get(moves[0])).select("a.entry-address")] == [other, passage]


def test_what_was_never_there_keeps_its_place_and_says_so(client: FlaskClient, brief: StoredDocument) -> None:
    shown = page(client, WRONG, "<script>", brief.record.id)
    entries = shown.select(".saved-entries > li")
    assert ["이곳에 없는 주소입니다" in entry.text for entry in entries] == [True, True, False]
    assert said(entries[1].select(".entry-address")[0]) == "<script>"
    assert "인용할 수 없는 주소가 2건" in shown.text
    assert page(client, WRONG).select(".files") == []


def test_what_became_of_it_is_said(diary: Diary) -> None:
    shown = page(diary.client, diary.first(STAYS), diary.first(REVISED), diary.first(GONE), f"{diary.id}@1")
    entries = shown.select(".saved-entries > li")
    notices = [" ".join(said(one_) for one_ in entry.select(".cited-note")) for entry in entries]
    assert notices[0] == ""
    assert "인용 이후 이 대목이 수정되었습니다." in notices[1] and REVISED_2 in entries[1].text
    assert "현재 문서에 없습니다" in notices[2] and GONE in entries[2].text
    assert "변경 이력" in notices[3]


def test_what_is_withdrawn_is_not_shown(own_diary: Diary) -> None:
    cited = own_diary.first(STAYS)
    store = site(own_diary.app).store
    withdraw(store, store.documents()[0].number, "청구")
    shown = page(own_diary.client, cited, own_diary.id)
    assert STAYS not in shown.text and shown.text.count("까닭: 청구") == 2
    assert diary_file(own_diary, cited, "text").count("까닭: 청구") == 1
    assert json.loads(diary_file(own_diary, cited, "csl-json")) == []


def diary_file(diary: Diary, cited: str, form: str) -> str:
    return diary.client.get(f"/list/cite/{form}?p={cited}").get_data(as_text=True)


def test_its_files_have_all_that_can_be_cited(client: FlaskClient, brief: StoredDocument) -> None:
    passage = address(brief, "뱃사공")
    shown = page(client, passage, WRONG, brief.record.id, title="나루", form="chicago")
    files = {link.text: client.get(link["href"]) for link in shown.select(".files a")}
    assert list(files) == ["BibTeX", "RIS", "CSL-JSON", "TXT", "Markdown"]
    assert [item["id"] for item in json.loads(files["CSL-JSON"].data)] == [passage, brief.record.id]
    text = files["TXT"].get_data(as_text=True).split("\n\n")
    assert text[0] == "나루" and text[1].startswith("“올해 나루터의 화물은") and "accessed" in text[1]
    assert text[2].startswith(f"[{WRONG}: 이곳에 없는 주소입니다.")
    assert files["Markdown"].get_data(as_text=True).startswith("# 나루\n\n1. “올해")
    assert "attachment" in files["RIS"].headers["Content-Disposition"]
    assert client.get("/list/cite/nonsense?p=x").status_code == 404


def test_without_a_form_files_are_in_that_of_the_reader_s_language(client: FlaskClient, brief: StoredDocument) -> None:
    text = client.get(f"/list/cite/text?p={brief.record.id}&lang=en").get_data(as_text=True)
    assert "accessed" in text


def test_too_long_a_list_is_refused(client: FlaskClient) -> None:
    answer = client.get("/list", query_string={"p": [f"x{n}" for n in range(MOST + 1)]})
    assert answer.status_code == 400 and f"{MOST}건까지" in answer.get_data(as_text=True)
    assert all(str(MOST) in text for text in TEXTS["list-full"])
    assert client.get("/list", query_string={"p": [f"x{n}" for n in range(MOST)]}).status_code == 200


def test_an_empty_list_says_how_it_is_filled(client: FlaskClient) -> None:
    shown = soup(client.get("/list"))
    assert "담은 것이 없습니다" in shown.text and shown.select(".saved-entries") == []
    assert soup(client.get("/list?lang=en")).find(string=lambda text: "Nothing here yet" in text)


@pytest.mark.parametrize("path", ["/d/{id}", "/p/{passage}", "/search?q=뱃사공"])
def test_documents_passages_and_hits_are_saved_by_a_plain_link(app: Flask, brief: StoredDocument, path: str) -> None:
    passage = address(brief, "뱃사공")
    shown = soup(app.test_client().get(path.format(id=brief.record.id, passage=passage)))
    meant = brief.record.id if path.startswith("/d") else passage
    assert f"/list?p={meant}" in [link["href"] for link in shown.select("a.keep[data-keep]")]
    assert one(shown, "#list")["href"] == "/list"
