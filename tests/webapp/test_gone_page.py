"""A reader follows an old link: what was cited is shown, or that it was withdrawn, and never other text."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.document import Block, Kind, Metadata, Reading
from archive.indexing import catch_up
from archive.settings import Settings
from archive.store import Store
from archive.takedown import withdraw
from tests.webapp import world
from tests.webapp.conftest import address, site, stored
from tests.webapp.html import one, soup, text
from webapp import create_app

WORDS = ("나루터의 아침은 이르다. 뱃사공이 먼저 나온다.", "장날에는 소금 배가 열 척씩 들어온다.", "해가 지면 등불을 건다.",
         "겨울에는 얼음 위로 썰매가 다닌다.", "봄에는 둑을 고친다.")  # fmt: skip
DIARY = Reading(
    Metadata(title="나루터 일지", language="ko"),
    tuple(Block(Kind.PARAGRAPH, words, (n, n)) for n, words in enumerate(WORDS, 1)),
    (),
    (),
)


@pytest.fixture
def diary(tmp_path: Path):  # type: ignore[no-untyped-def]
    """An archive with one document, whose second paragraph goes; its client, store and the old address."""
    store = Store.at(tmp_path)
    world.save(store, "diary.txt", DIARY)
    app = create_app(Settings(tmp_path))
    where = address(stored(app, "diary"), "소금 배")
    world.save(store, "diary.txt", replace(DIARY, blocks=(DIARY.blocks[0], *DIARY.blocks[2:])))
    catch_up(store, tmp_path)
    yield app.test_client(), store, where
    store.close()
    site(app).store.close()


def test_a_passage_that_is_gone_is_shown_as_it_was_cited(diary: tuple[FlaskClient, Store, str]) -> None:
    client, _, where = diary
    response = client.get(f"/p/{where}")
    page = soup(response)
    assert response.status_code == 410
    assert text(one(page, ".lead")) == "이 대목은 현재 문서에 없습니다. 인용 당시의 내용을 보여 드립니다."
    assert text(one(page, ".the-passage")) == WORDS[1]
    assert [text(glimpse) for glimpse in page.select(".glimpse")] == [WORDS[0], WORDS[2]]
    assert client.get(f"/p/{where}/lines").status_code == 410


def test_a_document_that_is_withdrawn_says_why_and_shows_nothing_of_its_text(
    diary: tuple[FlaskClient, Store, str],
) -> None:
    client, store, where = diary
    record = store.find("diary.txt")
    withdraw(store, record.number, "권리자의 <요청>", "2025-05-01")
    for path in (
        f"/p/{where}",
        f"/p/{where}/lines",
        f"/d/{record.id}",
        f"/d/{record.id}/lines",
        f"/d/{record.id}/original",
    ):
        response = client.get(path)
        assert response.status_code == 410, path
        page = soup(response)
        told = "이 문서는 2025. 5. 1.부터 게재가 철회되었습니다. 까닭: 권리자의 <요청>"
        assert text(one(page, ".lead")) == told
        assert not any(words in text(page) for words in (*WORDS, "나루터 일지"))
    assert text(one(soup(client.get(f"/d/{record.id}?lang=en")), "h1")) == "Withdrawn"
