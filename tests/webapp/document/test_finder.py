"""A reader comes from a hit: what was sought is marked in the text, passage after passage, and there is a way back."""

from flask.testing import FlaskClient

from archive.model import CONTEXTS
from archive.search import SearchOptions
from archive.store import StoredDocument
from tests.counting import statements
from tests.webapp.conftest import site
from tests.webapp.html import one, soup, text
from tests.webapp.past_world import Diary
from webapp.document.finder import marks_of


def opened(client: FlaskClient, document: StoredDocument, **parameters: str):  # type: ignore[no-untyped-def]
    return soup(client.get(f"/d/{document.record.id}", query_string=parameters))


def passage_with(document: StoredDocument, words: str) -> str:
    return next(p.id for p in document.passages if words in p.text and p.kind not in CONTEXTS)


def test_every_match_of_the_query_is_marked_as_in_the_results(client: FlaskClient, brief: StoredDocument) -> None:
    page = opened(client, brief, q="뱃사공 소금", p=passage_with(brief, "뱃사공"))
    assert [mark.text for mark in page.select("article mark")] == ["뱃사공", "소금"]
    assert text(one(page, ".chosen mark")) == "뱃사공"
    assert text(one(page, ".steps .count")) == "1 / 2"
    assert text(one(page, ".steps [role=status]")) == "대목 2건 가운데 1번째"


def test_a_heading_above_a_match_is_marked_and_is_no_step(client: FlaskClient, brief: StoredDocument) -> None:
    page = opened(client, brief, q="뱃삯 얼음", match="all")
    assert [mark.text for mark in page.select(".heading mark")] == ["뱃삯"]
    assert one(page, ".finder")["data-anchors"] == f"p-{passage_with(brief, '얼음')}"


def test_steps_lead_round_in_the_order_of_the_text(client: FlaskClient, brief: StoredDocument) -> None:
    first, last = passage_with(brief, "뱃사공"), passage_with(brief, "소금")
    for here, other in ((first, last), (last, first)):
        page = opened(client, brief, q="뱃사공 소금", p=here)
        for link in page.select(".steps a[rel]"):
            assert str(link["href"]).endswith(f"#p-{other}")
            assert f"p={other}&q=" in str(link["href"])


def test_without_a_passage_the_steps_begin_with_the_first(client: FlaskClient, brief: StoredDocument) -> None:
    page = opened(client, brief, q="뱃사공 소금")
    assert text(one(page, ".steps .count")) == "– / 2"
    assert str(one(page, ".steps a[rel~=next]")["href"]).endswith(f"#p-{passage_with(brief, '뱃사공')}")
    assert str(one(page, ".steps a[rel~=prev]")["href"]).endswith(f"#p-{passage_with(brief, '소금')}")


def test_back_to_the_results_where_one_was_with_the_manner_of_searching(
    client: FlaskClient, brief: StoredDocument
) -> None:
    here = passage_with(brief, "뱃사공")
    page = opened(client, brief, q="뱃사공", p=here, sort="date", page="2", exact="1")
    back = str(one(page, ".finder .back")["href"])
    assert back.startswith("/search?q=") and back.endswith(f"&sort=date&exact=1&page=2#hit-{brief.record.id}-{here}")
    assert f'id="hit-{brief.record.id}-{here}"' in client.get("/search?q=뱃사공").get_data(as_text=True)
    assert [box["value"] for box in page.select("input[type=search]")] == ["뱃사공", "뱃사공"]


def test_what_is_copied_and_cited_has_nothing_of_the_query(client: FlaskClient, brief: StoredDocument) -> None:
    response = client.get(f"/d/{brief.record.id}", query_string={"q": "뱃사공", "p": passage_with(brief, "뱃사공")})
    page = soup(response)
    clean = [one(page, "link[rel=canonical]")["href"], *(button["data-copy"] for button in page.select("button.copy"))]
    assert [link for link in clean if "?" in str(link)] == []
    assert response.headers["Link"] == f'<http://localhost/d/{brief.record.id}>; rel="cite-as"'


def test_words_that_are_not_in_the_document_are_said_so(client: FlaskClient, brief: StoredDocument) -> None:
    page = opened(client, brief, q="펭귄")
    assert text(one(page, ".steps .count")) == "이 문서에는 없습니다."
    assert page.select("article mark") == []


def test_another_document_that_the_query_names_does_not_count(client: FlaskClient, brief: StoredDocument) -> None:
    page = opened(client, brief, q="뱃사공 문서:aaaaa")
    assert [mark.text for mark in page.select("article mark")] == ["뱃사공"]


def test_quoted_words_are_marked_and_no_query_is_made_of_them(client: FlaskClient, brief: StoredDocument) -> None:
    page = opened(client, brief, q="0-2~aaaaa", p=passage_with(brief, "뱃사공"))
    assert one(page, "#find")["value"] == ""


def test_a_note_is_a_step_like_any_passage(client: FlaskClient, brief: StoredDocument) -> None:
    page = opened(client, brief, q="보기일보")
    assert text(one(page, ".notes mark")) == "보기일보"


def test_an_earlier_revision_has_no_box(diary: Diary) -> None:
    document = diary.store.documents()[0].id
    assert soup(diary.client.get(f"/d/{document}@1?q=나루터")).select(".finder") == []


def test_no_statement_is_made_for_each_match(client: FlaskClient, brief: StoredDocument) -> None:
    counted = []
    for sought in ("뱃사공 화물", "나루터 다리"):
        with statements() as made:
            page = opened(client, brief, q=sought)
        counted.append((len(str(one(page, ".finder")["data-anchors"]).split()), len(made)))
    assert counted[1][0] > counted[0][0]
    assert counted[1][1] <= counted[0][1] + 2


def test_marks_are_by_passage(app, brief: StoredDocument) -> None:  # type: ignore[no-untyped-def]
    hits = site(app).search.within(brief.record.id, SearchOptions("뱃사공")).hits
    assert marks_of(hits, brief.passages) == {passage_with(brief, "뱃사공"): ((17, 20),)}


def test_a_browser_that_holds_the_page_is_answered_without_it(client: FlaskClient, brief: StoredDocument) -> None:
    url = f"/d/{brief.record.id}?q=뱃사공"
    held = client.get(url).headers["ETag"]
    assert client.get(url, headers={"If-None-Match": held}).status_code == 304
