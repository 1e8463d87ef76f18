"""The pages of what moved to another document: they lead there, and other text is never shown in its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.open import Archive
from archive.settings import Settings
from archive.store import Store
from tests.archive.literal import brief
from tests.webapp.html import soup
from tests.webapp.world import save
from webapp import create_app

STAYS = "나루터에는 소금 배가 봄마다 열 척씩 들어와 이레를 머물다가 강을 거슬러 올라간다고 한다."
LEAVES = "강 건너 창고에는 지난해에 거둔 콩이 다 팔리지 않은 채 쌓여 있다고 장부에 적혀 있다."
BESIDE = "2. 창고"
ELSEWHERE = "이 글의 견해는 글쓴이의 것이며 보기연구원의 공식 견해가 아님을 미리 밝혀 둔다."


class Moved:
    """A document of which a part left for another one, and one that is put into another."""

    def __init__(self, home: Path) -> None:
        store = Store.at(home)
        save(store, "twin.txt", brief(ELSEWHERE, title="다리"))
        save(store, "ferry.txt", brief(STAYS, BESIDE, LEAVES, ELSEWHERE, title="나루터"))
        save(store, "third.txt", brief("봄에는 배가 뜨지 않는다.", ELSEWHERE, title="얼음"))
        self.ferry, self.twin = store.find("ferry.txt").id, store.find("twin.txt").id
        self.address = {p.text: str(p.address) for p in store.document(self.ferry).passages}
        store.moves.follow("2026-01-01")
        save(store, "ferry.txt", brief(STAYS, title="나루터"))
        save(store, "store.txt", brief(BESIDE, LEAVES, title="<창고> 이야기"))
        store.moves.follow("2026-02-01")
        save(store, "other.txt", brief(f"{ELSEWHERE} 덧붙임이 있다.", title="다리 이야기"))
        store.moves.merge(store.find("twin.txt").number, store.find("other.txt").number, "2026-03-01")
        self.there = store.find("store.txt").id
        Archive(store, home).catch_up()
        store.close()
        self.client: FlaskClient = create_app(Settings(home)).test_client()


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moved]:
    yield Moved(tmp_path_factory.mktemp("moved"))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_passage_that_moved_is_shown_as_cited_and_leads_to_where_it_stands(moved: Moved, language: str) -> None:
    response = moved.client.get(f"/p/{moved.address[LEAVES]}?lang={language}")
    page = soup(response)
    (notice,) = page.select(".cited-note")
    (link,) = notice.select("a")
    assert (response.status_code, link.get_text()) == (200, "<창고> 이야기")
    assert str(link["href"]).startswith(f"/p/{moved.there}-")
    assert [one.get_text(" ", strip=True) for one in page.select(".the-passage p")] == [LEAVES]
    assert moved.client.get(str(link["href"])).status_code == 200
    assert "다른 문서로 옮겨졌습니다" in notice.get_text() or language == "en"


def test_what_says_little_moved_with_what_stood_beside_it(moved: Moved) -> None:
    assert moved.client.get(f"/api/resolve?permalink={moved.address[BESIDE]}").get_json()["status"] == "moved"


def test_words_that_stood_elsewhere_before_are_named_as_a_hint_under_what_is_gone(moved: Moved) -> None:
    response = moved.client.get(f"/p/{moved.address[ELSEWHERE]}?lang=en")
    page = soup(response)
    assert (response.status_code, "No longer in the document" in page.get_text()) == (410, True)
    assert "not the passage that was cited" in page.get_text()
    assert [str(a["href"]).startswith("/p/") for a in page.select("nav[aria-label='Similar passages'] a")] == [True]


def test_the_page_of_a_document_that_stands_in_another_says_so(moved: Moved) -> None:
    response = moved.client.get(f"/d/{moved.twin}?lang=en")
    page = soup(response)
    (link,) = page.select(".cited-note a")
    assert (response.status_code, link.get_text()) == (200, "다리 이야기")
    assert "now part of another" in page.select(".cited-note")[0].get_text()
    answer = moved.client.get(f"/api/resolve?permalink={moved.twin}").get_json()
    assert (answer["status"], len(answer["documents"]), answer["current"]) == ("moved", 1, [])
    assert moved.twin not in moved.client.get("/documents").get_data(as_text=True)
