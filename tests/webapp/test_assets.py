"""Style and scripts are asked for once, and again when they change."""

from pathlib import Path

from flask.testing import FlaskClient

from tests.webapp.html import soup
from webapp.assets import Assets


def test_a_browser_keeps_what_a_page_names_and_never_asks_again(client: FlaskClient) -> None:
    links = [str(link["href"]) for link in soup(client.get("/")).select("link[rel=stylesheet], link[rel=icon]")]
    assert len(links) > 2 and all("?v=" in link for link in links)
    for link in links:
        response = client.get(link)
        assert response.headers["Cache-Control"] == "public, immutable, max-age=31536000"
        assert response.vary.to_header() == "Accept-Encoding"


def test_without_its_version_a_file_is_asked_about_every_time(client: FlaskClient) -> None:
    for address in ("/static/gakju.css", "/static/gakju.css?v=old"):
        response = client.get(address)
        assert response.headers["Cache-Control"] == "no-cache"
        again = client.get(address, headers={"If-None-Match": response.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")


def test_each_coding_has_a_tag_of_its_own(client: FlaskClient) -> None:
    tags = {
        client.get("/static/gakju.js", headers={"Accept-Encoding": coding}).headers["ETag"]
        for coding in ("zstd", "gzip", "identity")
    }
    assert len(tags) == 3


def test_types_are_those_of_the_names(client: FlaskClient) -> None:
    found = {name: client.get(f"/static/{name}").mimetype for name in ("gakju.css", "gakju.js", "icon.svg")}
    assert found == {"gakju.css": "text/css", "gakju.js": "text/javascript", "icon.svg": "image/svg+xml"}


def test_what_is_no_file_is_not_here(client: FlaskClient) -> None:
    for name in ("nothing.css", "..%2fviews.py", "gakju.css/", ".."):
        assert client.get(f"/static/{name}").status_code == 404, name


def test_the_version_changes_with_every_file(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_bytes(b"a")
    (tmp_path / "b.js").write_bytes(b"b")
    first = Assets(tmp_path).version
    (tmp_path / "b.js").write_bytes(b"c")
    assert Assets(tmp_path).version != first
