"""The reader's language: asked for, remembered, preferred by the browser, Korean where it says nothing."""

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import LanguageAccept

from archive.store import StoredDocument
from tests.webapp.html import one, soup
from webapp.languages import choose, other, written_in


def test_korean_is_the_default_and_english_is_chosen_kept_and_dropped_again(client: FlaskClient) -> None:
    assert one(soup(client.get("/about")), "html")["lang"] == "ko"
    chosen = client.get("/about?lang=en")
    assert one(soup(chosen), "html")["lang"] == "en"
    assert "SameSite=Lax" in chosen.headers["Set-Cookie"]
    assert one(soup(client.get("/about")), "html")["lang"] == "en"
    client.get("/?lang=ko")
    assert one(soup(client.get("/about")), "html")["lang"] == "ko"


@pytest.mark.parametrize(
    "accepted, language",
    [
        ("en-US,en;q=0.9", "en"),
        ("ko-KR,ko;q=0.9,en;q=0.8", "ko"),
        ("fr", "en"),
        ("ru-RU,ru;q=0.9", "en"),
        ("zh-CN,zh;q=0.9,ko;q=0.5", "ko"),
        ("*", "ko"),
        ("", "ko"),
        ("en;q=0.5,ko;q=0.9", "ko"),
    ],
)
def test_the_browser_s_language_is_respected(client: FlaskClient, accepted: str, language: str) -> None:
    response = client.get("/about", headers={"Accept-Language": accepted})
    assert one(soup(response), "html")["lang"] == language
    assert "Accept-Language" in response.headers["Vary"]


def test_an_unknown_language_changes_nothing(client: FlaskClient) -> None:
    response = client.get('/about?lang=xx"><script>')
    assert "Set-Cookie" not in response.headers
    assert one(soup(response), "html")["lang"] == "ko"


def test_the_switch_keeps_the_place(client: FlaskClient) -> None:
    switch = one(soup(client.get("/search?q=나루터 화물&match=all&page=1")), ".language a")
    page = soup(client.get(str(switch["href"])))
    assert one(page, "html")["lang"] == "en"
    assert one(page, "input[name=q]")["value"] == "나루터 화물"
    assert one(page, "input[name=match]")["value"] == "all"


def test_the_text_of_a_document_carries_its_own_language(client: FlaskClient, brief: StoredDocument) -> None:
    assert one(soup(client.get(f"/d/{brief.record.id}?lang=en")), "article")["lang"] == "ko"


def test_what_is_asked_for_goes_before_what_is_remembered_and_preferred() -> None:
    english = LanguageAccept([("en", 1)])
    assert [choose(asked, kept, english) for asked, kept in (("ko", "en"), ("xx", "ko"), (None, None))] == [
        "ko", "ko", "en",
    ]  # fmt: skip
    assert (other("ko"), other("en")) == ("en", "ko")
    assert (written_in("ru", "나루터"), written_in(None, "나루터"), written_in(None, "1")) == ("ru", "ko", "")
