"""What a browser holds is not sent again, and never holds for longer than it is true."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from archive.model.document import Block, BlockKind, Document, Metadata
from archive.open import Archive
from archive.settings import Settings
from archive.store import INSTANT, Store
from archive.takedown import purge, withdraw
from tests.counting import statements
from tests.webapp import world
from tests.webapp.conftest import site
from webapp import create_app
from webapp.site import EXTENSION
from webapp.validators import release

LATE = Document(Metadata(), (Block(BlockKind.PARAGRAPH, "썰매가 강을 건넌다.", (1, 1)),), (), ())


@pytest.fixture
def own_app(own_home: Path) -> Iterator[Flask]:
    app = create_app(Settings(own_home))
    yield app
    site(app).store.close()


@pytest.fixture
def reader(own_app: Flask) -> FlaskClient:
    return own_app.test_client()


def addresses(app: Flask) -> list[str]:
    """A page of every kind, of the brief where it is of one document."""
    store = site(app).store
    document = store.document(store.find("brief.txt").id)
    name, passage = document.record.id, document.passages[3].address
    of_document = [f"/d/{name}{rest}" for rest in ("", "/lines", "/history", "/compare", "/original", "/original/view")]
    return [
        *of_document,
        f"/p/{passage}",
        f"/p/{passage}/lines",
        "/",
        "/documents",
        "/search?q=나루터",
        "/api/search?q=나루터",
        "/api/suggest?q=나루",
        f"/api/resolve?permalink={passage}",
        "/problems",
        "/problems.csv",
        "/help",
        "/about",
    ]


def tags(client: FlaskClient, paths: list[str], **headers: str) -> dict[str, str]:
    """The tag of each page, by address."""
    found = {}
    for path in paths:
        with client.get(path, headers=headers) as response:
            assert response.status_code == 200, path
            found[path] = response.headers["ETag"]
    return found


def held(client: FlaskClient, known: dict[str, str], **headers: str) -> set[str]:
    """The addresses that are answered "not modified" to a browser that holds these."""
    answers = {}
    for path, tag in known.items():
        with client.get(path, headers={"If-None-Match": tag, **headers}) as response:
            answers[path] = response.status_code
    return {path for path, status in answers.items() if status == 304}


def test_a_page_that_a_browser_holds_is_not_made_again(own_app: Flask, reader: FlaskClient) -> None:
    known = tags(reader, addresses(own_app))
    for path, tag in known.items():
        with statements() as asked:
            response = reader.get(path, headers={"If-None-Match": tag})
        assert (response.status_code, response.data, response.headers["ETag"]) == (304, b"", tag), path
        assert response.headers["Cache-Control"] == "no-cache", path
        assert {"Accept-Language", "Cookie"} <= set(response.vary), path
        assert "default-src 'none'" in response.headers["Content-Security-Policy"], path
        assert len(asked) <= 2, path


def test_a_tag_of_any_kind_does_not_count(own_app: Flask, reader: FlaskClient) -> None:
    for tag in ("*", '"other"', 'W/"other"', "nonsense"):
        assert held(reader, dict.fromkeys(addresses(own_app), tag)) == set()


def test_pages_that_are_not_there_have_no_tag(own_app: Flask, reader: FlaskClient) -> None:
    for path in ("/nowhere", "/d/22222", "/p/22222-22222", "/api/search?q=나루터&limit=0", f"{addresses(own_app)[0]}x"):
        assert "ETag" not in reader.get(path).headers, path


def _index_run(app: Flask) -> None:
    store = site(app).store
    world.save(store, "late.txt", LATE)
    Archive(store, site(app).settings.home).catch_up()


def _new_revision(app: Flask) -> None:
    world.save(
        site(app).store, "brief.txt", replace(world.BRIEF, lines=()), "다른 글".encode(), day="2025-06-01", reader=2
    )


def _withdrawal(app: Flask) -> None:
    store = site(app).store
    withdraw(store, store.find("bare.txt").number, "보기")


def _destruction(app: Flask) -> None:
    store = site(app).store
    purge(store, site(app).settings.home, store.find("bare.txt").number, "보기")


def _correction(app: Flask) -> None:
    store = site(app).store
    store.save_correction(store.find("brief.txt").number, {"title": "다른 제목"})


def _rebuilt_index(app: Flask) -> None:
    site(app).archive.rebuild()


def _index_alone(app: Flask) -> None:
    """The moment in a run at which the index is written and the store does not say so yet."""
    site(app).search.engine().update((), removed=(1,))


@pytest.mark.parametrize(
    "change",
    [_index_run, _new_revision, _withdrawal, _destruction, _correction, _rebuilt_index, _index_alone],
    ids=lambda change: change.__name__.strip("_").replace("_", " "),
)
@pytest.mark.parametrize("by_another", [False, True], ids=["here", "in another process"])
def test_whatever_is_written_makes_every_page_be_asked_for_anew(
    own_app: Flask, reader: FlaskClient, change: Callable[[Flask], None], by_another: bool
) -> None:
    known = tags(reader, addresses(own_app))
    assert held(reader, known) == set(known)
    writer = create_app(site(own_app).settings) if by_another else own_app
    change(writer)
    if by_another:
        site(writer).store.close()
    assert held(reader, known) == set()


def test_a_withdrawn_document_is_gone_at_once_for_those_who_hold_it(own_app: Flask, reader: FlaskClient) -> None:
    store = site(own_app).store
    name = store.find("brief.txt").id
    known = tags(reader, [f"/d/{name}", f"/d/{name}/original"])
    withdraw(store, store.find("brief.txt").number, "보기")
    for path, tag in known.items():
        assert reader.get(path, headers={"If-None-Match": tag}).status_code == 410


def test_an_archive_put_back_as_it_was_is_what_browsers_hold(own_app: Flask, own_home: Path, tmp_path: Path) -> None:
    site(own_app).store.close()
    copy = shutil.copytree(own_home, tmp_path / "copy")
    app, other = create_app(Settings(own_home)), create_app(Settings(copy))
    known = tags(app.test_client(), addresses(app))
    assert held(other.test_client(), known) == set(known)
    _index_run(app)
    _index_run(other)  # the same is written to both, and yet nobody knows that it is the same
    assert held(other.test_client(), tags(app.test_client(), addresses(app))) == set()
    for one in (app, other):
        site(one).store.close()


def test_each_language_has_a_tag_of_its_own(own_app: Flask, reader: FlaskClient) -> None:
    known = tags(reader, addresses(own_app), **{"Accept-Language": "ko"})
    assert held(reader, known, **{"Accept-Language": "en"}) == set()
    assert held(reader, known, **{"Accept-Language": "ko"}) == set(known)
    reader.get("/?lang=en")  # remembered
    assert held(reader, known, **{"Accept-Language": "ko"}) == set()


def test_a_language_that_is_asked_for_is_remembered_though_nothing_changed(reader: FlaskClient) -> None:
    tag = reader.get("/?lang=en").headers["ETag"]
    reader.get("/?lang=ko")
    response = reader.get("/?lang=en", headers={"If-None-Match": tag})
    assert response.status_code == 304
    assert "gakju_language=en" in response.headers["Set-Cookie"]


def test_a_page_is_asked_for_anew_on_another_day(
    own_app: Flask, reader: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day of access stands in it."""

    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:
            return date.today() + timedelta(days=1)

    path = addresses(own_app)[0]
    tag = reader.get(path).headers["ETag"]
    assert reader.get(path, headers={"If-None-Match": tag}).status_code == 304
    monkeypatch.setattr("webapp.site.date", Tomorrow)
    answer = reader.get(path, headers={"If-None-Match": tag})
    day = Tomorrow.today()
    assert answer.status_code == 200
    assert f"{day.year}. {day.month}. {day.day}." in answer.text


def test_another_release_has_other_tags(own_app: Flask, reader: FlaskClient) -> None:
    known = tags(reader, addresses(own_app))
    own_app.extensions[EXTENSION] = replace(site(own_app), release="another")
    assert held(reader, known) == set()


def test_a_release_is_known_by_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "program"
    (program / "templates").mkdir(parents=True)
    (program / "templates" / "a.html").write_text("a")
    monkeypatch.setattr("webapp.validators.PROGRAM", (program,))
    first = release()
    (program / "a.pyc").write_bytes(b"made on this machine")
    (program / "templates" / "__pycache__").mkdir()
    (program / "templates" / "__pycache__" / "a.cache").write_bytes(b"made on this machine")
    assert release() == first
    (program / "templates" / "a.html").write_text("b")
    assert release() != first


def test_tables_of_the_home_change_the_tags_with_the_next_start(own_app: Flask, own_home: Path) -> None:
    known = tags(own_app.test_client(), addresses(own_app))
    (own_home / "outlets.toml").write_text(
        '[[outlet]]\nid = "sample-daily"\nko = "보기나라일보"\nen = "Sample Daily"\nspellings = ["보기일보"]\n', "utf-8"
    )
    assert held(own_app.test_client(), known) == set(known)
    again = create_app(Settings(own_home))
    assert held(again.test_client(), known) == set()
    site(again).store.close()


def test_each_public_address_has_tags_of_its_own(own_app: Flask, own_home: Path) -> None:
    known = tags(own_app.test_client(), ["/", "/help"])
    public = create_app(Settings(own_home, "http://localhost"))  # the same addresses, but said to be for everybody
    assert held(public.test_client(), known) == set()
    site(public).store.close()
    assert held(own_app.test_client(), known, Host="127.0.0.1:8000") == set()


def test_an_archive_without_an_index_can_be_read_so_too(tmp_path: Path) -> None:
    world.build(tmp_path, index=False)
    app = create_app(Settings(tmp_path))
    client = app.test_client()
    known = tags(client, ["/", "/documents"])
    assert held(client, known) == set(known)
    Archive(Store.at(tmp_path), tmp_path).catch_up()
    assert held(client, known) == set()
    site(app).store.close()


def test_a_page_says_when_a_document_last_changed(own_app: Flask) -> None:
    client = own_app.test_client()
    instant = site(own_app).store.changes.newest()
    assert instant is not None
    assert {client.get(path).last_modified.strftime(INSTANT) for path in ("/", "/documents", "/help")} == {instant}
    assert client.get("/nowhere").last_modified is None
